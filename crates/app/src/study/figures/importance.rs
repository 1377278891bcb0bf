use super::{Drafted, Lens, choice};
use crate::study::counts::overall;
use document::{
    Chart, Column, Figure, Row, Table, Tone,
    chart::{Axis, Plane, PlanePoint, Tick},
};
use stats::{
    Estimate, Interval,
    comparisons::Pairs,
    importance::{Item, Quadrant, Split, quadrants, spearman_interval},
};
use survey::{Group, Question, ScaleOption, Standing};

/// Below this many answers the places of the items are chance.
const FEWEST_ANSWERS: u64 = 50;
/// Fewer items have no mean to lie above or below.
const FEWEST_ITEMS: usize = 3;

/// Why importance is not set against performance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotMapped {
    /// No question about the whole, no battery on its scale, or too few rows in it: nothing that anybody would miss.
    NothingToMap,
    FewAnswers {
        n: u64,
    },
}

impl NotMapped {
    /// A sentence for the reader; `None` where there is nothing to explain.
    pub fn told(self, lens: &Lens) -> Option<String> {
        match self {
            NotMapped::NothingToMap => None,
            NotMapped::FewAnswers { n } => Some(lens.words.tell(
                "figure-importance-few",
                &[("n", lens.words.whole(n).into()), ("needed", lens.words.whole(FEWEST_ANSWERS).into())],
            )),
        }
    }
}

/// How important an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Basis {
    /// As people said when they were asked.
    Stated,
    /// As its answers go together with the one about the whole.
    Derived,
}

/// The rows of one battery by how well they are done and how much they matter: as stated, where the questionnaire asks
/// that, and as derived from the question about the whole. The two give different orders, so each has its own figure.
///
/// A row is asked for its importance by another question of the same questionnaire that mirrors it, or that has its code
/// after `importance_`. The question about the whole is the one with that dimension, or with the code `overall`.
///
/// # Errors
/// Why there is none.
pub fn figures(lens: &Lens) -> Result<Vec<Drafted>, NotMapped> {
    let overall = overall(&lens.data.questionnaire).ok_or(NotMapped::NothingToMap)?;
    let battery = battery(lens, overall).ok_or(NotMapped::NothingToMap)?;
    if lens.data.is_tiny() {
        return Err(NotMapped::NothingToMap);
    }
    let figures: Vec<_> = [Basis::Stated, Basis::Derived]
        .into_iter()
        .map(|basis| figure(lens, battery, overall, basis))
        .filter(|figure| !matches!(figure, Err(NotMapped::NothingToMap)))
        .collect();
    figures.into_iter().collect()
}

/// The first battery on the scale of the question about the whole.
fn battery<'a>(lens: &Lens<'a>, overall: &Question) -> Option<&'a Group> {
    let questionnaire = &lens.data.questionnaire;
    let mut left: Vec<&Group> = questionnaire.items.iter().rev().filter_map(survey::Item::group).collect();
    while let Some(group) = left.pop() {
        let rows = group.items.iter().filter_map(survey::Item::question);
        let alike = rows.filter(|row| row.scale().is_some() && row.scale() == overall.scale()).count();
        if group.is_battery() && group.repeated.is_none() && alike >= FEWEST_ITEMS {
            return Some(group);
        }
        if group.repeated.is_none() {
            left.extend(group.items.iter().rev().filter_map(survey::Item::group));
        }
    }
    None
}

/// One row of the battery, measured in both ways.
struct Measured {
    label: String,
    performance: (f64, Option<Interval>),
    importance: (f64, Option<Interval>),
    n: u64,
}

fn figure(lens: &Lens, battery: &Group, overall: &Question, basis: Basis) -> Result<Drafted, NotMapped> {
    let rows = || battery.items.iter().filter_map(survey::Item::question);
    let items: Vec<Measured> = rows().filter_map(|row| measured(lens, row, overall, basis)).collect();
    if items.len() < FEWEST_ITEMS {
        return Err(NotMapped::NothingToMap);
    }
    let n = items.iter().map(|item| item.n).min().unwrap_or(0);
    if n < FEWEST_ANSWERS {
        return Err(NotMapped::FewAnswers { n });
    }
    let placed: Vec<Item> = items
        .iter()
        .map(|item| Item {
            performance: item.performance.0,
            performance_interval: item.performance.1,
            importance: item.importance.0,
            importance_interval: item.importance.1,
        })
        .collect();
    let fields = quadrants(&placed, Split::MeanOfItems);
    Ok(drafted(lens, battery, overall, basis, &items, &fields))
}

fn measured(lens: &Lens, row: &Question, overall: &Question, basis: Basis) -> Option<Measured> {
    let both = |estimate: &Estimate| (estimate.value, estimate.interval);
    let (_, likert) = choice::scale(lens, row).filter(|_| row.code != overall.code)?;
    let (importance, n) = match basis {
        Basis::Stated => {
            let (_, stated) = choice::scale(lens, asked_importance(lens, row)?)?;
            (both(&stated.mean), stated.distribution.n.min(likert.distribution.n))
        }
        Basis::Derived => {
            let pairs = pairs(lens, row, overall)?;
            let rho = pairs.spearman()?;
            let interval = spearman_interval(rho, pairs.n(), lens.level).filter(|_| !lens.reach.is_complete());
            ((rho, interval), pairs.n())
        }
    };
    Some(Measured { label: lens.say(&row.label), performance: both(&likert.mean), importance, n })
}

/// The question of the same questionnaire that asks how important this one is.
fn asked_importance<'a>(lens: &Lens<'a>, row: &Question) -> Option<&'a Question> {
    let questions = || lens.data.questionnaire.questions().filter(|other| other.code != row.code);
    let named = format!("importance_{}", row.code);
    questions()
        .find(|other| other.mirror.as_ref() == Some(&row.code))
        .or_else(|| questions().find(|other| other.code.as_str() == named))
}

fn pairs(lens: &Lens, row: &Question, overall: &Question) -> Option<Pairs> {
    let options =
        |question: &Question| lens.data.questionnaire.scale_of(question).map(|scale| scale.options.as_slice());
    let (rows, columns) = (options(row)?, options(overall)?);
    let counted = lens.data.counts.pair(&row.code, &overall.code)?;
    let value = |option: &ScaleOption| match option.standing {
        Standing::Value(value) => Some(value),
        Standing::Unordered | Standing::DontKnow | Standing::NotApplicable => None,
    };
    let pairs = rows.iter().zip(&counted.cells).flat_map(|(row, cells)| {
        columns.iter().zip(cells).filter_map(move |(column, count)| Some((value(row)?, value(column)?, *count)))
    });
    Some(Pairs::new(pairs))
}

fn drafted(
    lens: &Lens,
    battery: &Group,
    overall: &Question,
    basis: Basis,
    items: &[Measured],
    fields: &[Quadrant],
) -> Drafted {
    let words = lens.words;
    let key = |key: &str| match basis {
        Basis::Stated => format!("{key}-stated"),
        Basis::Derived => format!("{key}-derived"),
    };
    let overall_words = || [("overall", lens.say(&overall.label).into())];
    let n = |of: fn(u64, u64) -> u64| words.whole(items.iter().map(|item| item.n).reduce(of).unwrap_or(0));
    let told: Vec<String> = items
        .iter()
        .zip(fields)
        .map(|(item, field)| {
            let numbers = [words.number(item.performance.0, 2), words.number(item.importance.0, 2)];
            format!("{}: {} – {}", item.label, numbers.join(" / "), words.say(name(*field)))
        })
        .collect();
    let code = match basis {
        Basis::Stated => "importance_stated",
        Basis::Derived => "importance_derived",
    };
    let figure = Figure {
        anchor: lens.anchor(code),
        number: 0,
        finding: finding(lens, items, fields),
        measure: words.tell(&key("figure-measure-importance"), &overall_words()),
        question: battery.label.as_ref().map(|label| lens.say(label)).unwrap_or_default(),
        base: words.tell("figure-base-importance", &[("low", n(u64::min).into()), ("high", n(u64::max).into())]),
        missing: None,
        method: format!(
            "{} {} {}",
            words.tell(&key("figure-method-importance"), &overall_words()),
            words.say("figure-method-importance-lines"),
            lens.method()
        ),
        alternative: format!("{}.", told.join("; ")),
        chart: Chart::Plane(plane(lens, basis, items, fields)),
        table: table(lens, basis, items, fields),
        downloads: Vec::new(),
    };
    Drafted { code: code.to_owned(), figure, sentences: Vec::new(), profile: false, headline: None }
}

fn finding(lens: &Lens, items: &[Measured], fields: &[Quadrant]) -> String {
    let first: Vec<&str> = items
        .iter()
        .zip(fields)
        .filter(|(_, field)| **field == Quadrant::Improve)
        .map(|(item, _)| item.label.as_str())
        .collect();
    match first.is_empty() {
        true => lens.words.say("figure-finding-importance-none"),
        false => lens.words.tell("figure-finding-importance", &[("items", first.join(", ").into())]),
    }
}

fn plane(lens: &Lens, basis: Basis, items: &[Measured], fields: &[Quadrant]) -> Plane {
    let words = lens.words;
    let ends = |interval: Option<Interval>| {
        interval.map(|interval| document::chart::Interval { low: interval.low, high: interval.high })
    };
    let points = items.iter().zip(fields).map(|(item, field)| PlanePoint {
        label: item.label.clone(),
        across: (item.performance.0, ends(item.performance.1)),
        up: (item.importance.0, ends(item.importance.1)),
        tone: match field {
            Quadrant::Improve => Some(Tone::Worst),
            Quadrant::KeepUp => Some(Tone::Best),
            Quadrant::Later | Quadrant::Enough => Some(Tone::Quiet),
            Quadrant::Undetermined => None,
        },
    });
    let up = match basis {
        Basis::Stated => "figure-axis-importance-stated",
        Basis::Derived => "figure-axis-importance-derived",
    };
    Plane {
        across: axis(lens, "figure-axis-performance", items, |item| item.performance),
        up: axis(lens, up, items, |item| item.importance),
        points: points.collect(),
        fields: [Quadrant::Improve, Quadrant::KeepUp, Quadrant::Later, Quadrant::Enough]
            .map(|field| words.say(name(field))),
        note: words.say("figure-importance-ring"),
    }
}

/// An axis from round number to round number around everything that is drawn; the line lies at the mean.
fn axis(lens: &Lens, name: &str, items: &[Measured], of: fn(&Measured) -> (f64, Option<Interval>)) -> Axis {
    let low = |item: &Measured| of(item).1.map_or(of(item).0, |interval| interval.low);
    let high = |item: &Measured| of(item).1.map_or(of(item).0, |interval| interval.high);
    let (least, most) =
        (items.iter().map(low).fold(f64::INFINITY, f64::min), items.iter().map(high).fold(f64::NEG_INFINITY, f64::max));
    let step =
        [0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0].into_iter().find(|step| (most - least) / step <= 5.0).unwrap_or(10.0);
    let (from, to) = ((least / step).floor(), (most / step).ceil());
    let decimals = if step < 0.1 { 2 } else { 1 };
    let ticks = (0..12_u8).map(|place| from + f64::from(place)).take_while(|place| *place <= to + 0.5);
    let count = items.iter().fold(0.0, |count, _| count + 1.0);
    Axis {
        name: lens.words.say(name),
        low: from * step,
        high: to * step,
        split: items.iter().map(|item| of(item).0).sum::<f64>() / count,
        ticks: ticks.map(|place| Tick::new(place * step, lens.words.number(place * step, decimals))).collect(),
    }
}

fn name(field: Quadrant) -> &'static str {
    match field {
        Quadrant::Improve => "figure-field-improve",
        Quadrant::KeepUp => "figure-field-keep-up",
        Quadrant::Later => "figure-field-later",
        Quadrant::Enough => "figure-field-enough",
        Quadrant::Undetermined => "figure-field-undetermined",
    }
}

fn table(lens: &Lens, basis: Basis, items: &[Measured], fields: &[Quadrant]) -> Table {
    let words = lens.words;
    let importance = match basis {
        Basis::Stated => "figure-column-importance-stated",
        Basis::Derived => "figure-column-importance-derived",
    };
    let both = |(value, interval): (f64, Option<Interval>)| {
        let value = words.number(value, 2);
        match interval {
            Some(Interval { low, high }) => {
                let ends = [words.number(low, 2), words.number(high, 2)].map(Into::into);
                let [low, high] = ends;
                words.tell("figure-value-between", &[("value", value.into()), ("low", low), ("high", high)])
            }
            None => value,
        }
    };
    let row = |(item, field): (&Measured, &Quadrant)| {
        Row::new([
            item.label.clone(),
            both(item.performance),
            both(item.importance),
            words.whole(item.n),
            words.say(name(*field)),
        ])
    };
    Table {
        columns: vec![
            Column::words(words.say("figure-column-item")),
            Column::numbers(words.say("figure-column-performance")),
            Column::numbers(words.say(importance)),
            Column::numbers("n"),
            Column::words(words.say("figure-column-field")),
        ],
        rows: items.iter().zip(fields).map(row).collect(),
        ..Table::default()
    }
}
