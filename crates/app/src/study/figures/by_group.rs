use super::{Drafted, Lens, choice, rows};
use crate::study::counts::{groupings, overall};
use document::{
    Chart, Column, Figure, Row, Table,
    chart::{Dot, DotRow, Dots, DotsTotal, Grouping, Tick},
};
use stats::{
    Base, Likert, Proportion, Published, Share,
    comparisons::{Correction, CrossTable, adjust, pearson},
};
use survey::{Question, Standing};

/// What the figure is called in addresses.
pub const CODE: &str = "by_group";

/// The question about the whole for each group of people, each with its interval beside the share of all. `None` without
/// such a question, without groups that may be shown, and for a handful of people.
pub fn figure(lens: &Lens) -> Option<Drafted> {
    let overall = overall(&lens.data.questionnaire)?;
    if lens.data.is_tiny() {
        return None;
    }
    let (_, likert) = choice::scale(lens, overall)?;
    let parted: Vec<Parted> = groupings(&lens.data.questionnaire)
        .filter_map(|question| Parted::of(lens, question, overall, &likert))
        .collect();
    if parted.is_empty() {
        return None;
    }
    let words = lens.words;
    let outside = lens.outside(overall);
    let all = lens.share(&likert.top);
    let counted = lens.counted(overall)?;
    let label =
        |back: usize| counted.options.iter().rev().nth(back).map(|one| lens.say(&one.label)).unwrap_or_default();
    let top = match likert.boxes.top {
        0 | 1 => words.tell("figure-top-one", &[("top", label(0).into())]),
        _ => words.tell("figure-top-two", &[("top", label(0).into()), ("next", label(1).into())]),
    };
    let figure = Figure {
        anchor: lens.anchor("by_group"),
        number: 0,
        finding: finding(lens, &parted),
        measure: words.tell("figure-measure-by-group", &[("top", top.into())]),
        question: lens.say(&overall.label),
        base: lens.base(likert.distribution.n, likert.distribution.missing, &outside),
        missing: lens.missing(likert.distribution.missing, &outside),
        method: format!("{} {}", words.say("figure-method-by-group"), lens.method()),
        alternative: alternative(lens, &parted, &all),
        table: table(lens, &parted, &likert, &all),
        chart: Chart::Dots(Dots {
            ticks: [0.0, 0.25, 0.5, 0.75, 1.0].into_iter().map(|at| Tick::new(at, words.percent(at))).collect(),
            total: Some(DotsTotal {
                share: likert.top.share.value(),
                words: words.tell("figure-all-together", &[("share", all.into())]),
            }),
            groupings: parted.iter().map(|parted| parted.drawn(lens)).collect(),
        }),
        downloads: Vec::new(),
    };
    Some(Drafted { code: CODE.to_owned(), figure, sentences: Vec::new(), profile: false, headline: None })
}

/// The upper steps of the question about the whole for each option of one that parts people, by its place; `None` where a
/// group is hidden. Nothing for any other question: only these two are counted together.
pub fn parted(lens: &Lens, parting: &Question, asked: &Question) -> Option<Vec<(usize, Option<Proportion>)>> {
    let overall = overall(&lens.data.questionnaire).filter(|overall| overall.code == asked.code)?;
    groupings(&lens.data.questionnaire).find(|known| known.code == parting.code)?;
    let (_, likert) = choice::scale(lens, overall)?;
    let parted = Parted::of(lens, parting, overall, &likert)?;
    Some(parted.groups.into_iter().map(|group| (group.place, group.top)).collect())
}

/// People parted by one question.
struct Parted {
    question: String,
    groups: Vec<Group>,
    /// How often chance alone parts groups as much; `None` where it cannot be said.
    p: Option<f64>,
}

struct Group {
    /// Of its option in the scale.
    place: usize,
    label: String,
    /// `None`: hidden, and why stands in `hidden`.
    top: Option<Proportion>,
    hidden: String,
}

impl Parted {
    fn of(lens: &Lens, question: &Question, overall: &Question, likert: &Likert) -> Option<Parted> {
        let scale = lens.data.questionnaire.scale_of(question)?;
        let pair = lens.data.counts.pair(&question.code, &overall.code)?;
        let tops = tops(lens, overall, likert.boxes.top)?;
        let parts = |cells: &[u64]| {
            let sum = |wanted: Option<bool>| {
                cells.iter().zip(&tops).filter(|(_, is_top)| **is_top == wanted).map(|(count, _)| *count).sum::<u64>()
            };
            vec![sum(Some(true)), sum(Some(false))]
        };
        let inside = |place: usize| {
            scale
                .options
                .get(place)
                .is_some_and(|option| matches!(option.standing, Standing::Value(_) | Standing::Unordered))
        };
        // Whoever belongs to no group is one too: what is hidden must not be the difference to the whole.
        let (named, others): (Vec<_>, Vec<_>) = pair.cells.iter().enumerate().partition(|(place, _)| inside(*place));
        let mut counts: Vec<Vec<u64>> = named.iter().map(|(_, cells)| parts(cells)).collect();
        let rest = others
            .iter()
            .map(|(_, cells)| parts(cells))
            .fold(vec![0, 0], |sum, cells| sum.iter().zip(cells).map(|(sum, count)| sum + count).collect());
        counts.push(rest);
        let Published::Shown(safe) = lens.disclosure.table(&CrossTable::new(&counts).ok()?, lens.reach) else {
            return None;
        };
        let groups: Vec<Group> = named
            .iter()
            .zip(safe.rows())
            .filter_map(|((place, _), row)| {
                let label = lens.say(&scale.options.get(*place)?.label);
                let counts = match row {
                    Published::Shown(row) => row.counts(),
                    Published::Suppressed(reason) => Err(*reason),
                };
                Some(match counts {
                    Ok(counts) => {
                        let share = Share::new(counts.first().copied()?, counts.iter().sum())?;
                        let top = Proportion::of(share, Base::Answered, lens.reach, lens.level);
                        Group { place: *place, label, top: Some(top), hidden: String::new() }
                    }
                    Err(_) => Group { place: *place, label, top: None, hidden: lens.words.say("figure-group-hidden") },
                })
            })
            .collect();
        let shown: Vec<Vec<u64>> = groups
            .iter()
            .filter_map(|group| group.top.as_ref())
            .map(|top| vec![top.share.part(), top.share.whole() - top.share.part()])
            .collect();
        if shown.len() < 2 {
            return None;
        }
        // Everybody was asked: what differs, differs, and there is nothing to test.
        let table = CrossTable::new(&shown).ok().filter(|_| !lens.reach.is_complete());
        let p = table.and_then(|table| pearson(&table).ok()).map(|found| found.tested.p);
        Some(Parted { question: lens.say(&question.label), groups, p })
    }

    fn shown(&self) -> impl Iterator<Item = (&Group, &Proportion)> {
        self.groups.iter().filter_map(|group| Some((group, group.top.as_ref()?)))
    }

    fn drawn(&self, lens: &Lens) -> Grouping {
        let row = |group: &Group| match &group.top {
            Some(top) => DotRow {
                label: group.label.clone(),
                base: lens.words.tell("figure-n", &[("n", lens.words.whole(top.share.whole()).into())]),
                dot: Dot::Share { share: top.share.value(), value: lens.share(top), interval: rows::interval(top) },
            },
            None => DotRow { label: group.label.clone(), base: String::new(), dot: Dot::Words(group.hidden.clone()) },
        };
        Grouping { heading: self.question.clone(), rows: self.groups.iter().map(row).collect() }
    }
}

/// For each option of the scale whether it is one of the upper steps; `None` for those outside.
fn tops(lens: &Lens, overall: &Question, top: usize) -> Option<Vec<Option<bool>>> {
    let scale = lens.data.questionnaire.scale_of(overall)?;
    let mut values: Vec<f64> = scale.options.iter().filter_map(|option| value(option.standing)).collect();
    values.sort_by(f64::total_cmp);
    let least = values.iter().rev().nth(top.saturating_sub(1)).copied()?;
    Some(scale.options.iter().map(|option| value(option.standing).map(|value| value >= least)).collect())
}

fn value(standing: Standing) -> Option<f64> {
    match standing {
        Standing::Value(value) => Some(value),
        Standing::Unordered | Standing::DontKnow | Standing::NotApplicable => None,
    }
}

/// The groupings whose groups certainly differ, after Holm for as many as were looked at; the largest difference first.
fn finding(lens: &Lens, parted: &[Parted]) -> String {
    let (tested, p): (Vec<&Parted>, Vec<f64>) = parted.iter().filter_map(|parted| Some((parted, parted.p?))).unzip();
    let certain = tested.into_iter().zip(adjust(&p, Correction::Holm)).filter(|(_, p)| *p <= 2.0 * lens.level.tail());
    let spread = |parted: &Parted| {
        let high = parted.shown().max_by(|one, other| one.1.share.value().total_cmp(&other.1.share.value()))?;
        let low = parted.shown().min_by(|one, other| one.1.share.value().total_cmp(&other.1.share.value()))?;
        let told = [
            ("high", high.0.label.clone().into()),
            ("most", lens.share(high.1).into()),
            ("low", low.0.label.clone().into()),
            ("least", lens.share(low.1).into()),
        ];
        Some((high.1.share.value() - low.1.share.value(), told))
    };
    let widest = certain.filter_map(|(parted, _)| spread(parted)).max_by(|one, other| one.0.total_cmp(&other.0));
    match widest {
        Some((_, told)) => lens.words.tell("figure-finding-by-group", &told),
        None => lens.words.say("figure-finding-by-group-even"),
    }
}

fn table(lens: &Lens, parted: &[Parted], likert: &Likert, all: &str) -> Table {
    let words = lens.words;
    let columns = vec![
        Column::words(words.say("figure-column-group")),
        Column::words(words.say("figure-column-grouping")),
        Column::numbers(words.say("figure-column-share")),
        Column::numbers(words.say("figure-column-interval")),
        Column::numbers("n"),
    ];
    let of_group = |parted: &Parted, group: &Group| match &group.top {
        Some(top) => Row::new([
            group.label.clone(),
            parted.question.clone(),
            lens.share(top),
            lens.interval(top),
            words.whole(top.share.whole()),
        ]),
        None => Row::new([
            group.label.clone(),
            parted.question.clone(),
            words.say("figure-hidden"),
            "–".to_owned(),
            "–".to_owned(),
        ]),
    };
    let mut rows: Vec<Row> =
        parted.iter().flat_map(|parted| parted.groups.iter().map(move |group| of_group(parted, group))).collect();
    rows.push(Row::total([
        words.say("figure-row-all"),
        String::new(),
        all.to_owned(),
        lens.interval(&likert.top),
        words.whole(likert.distribution.n),
    ]));
    Table { columns, rows, ..Table::default() }
}

fn alternative(lens: &Lens, parted: &[Parted], all: &str) -> String {
    let all = lens.words.tell("figure-all-together", &[("share", all.to_owned().into())]);
    let told = parted.iter().map(|parted| {
        let groups: Vec<String> =
            parted.shown().map(|(group, top)| format!("{}: {}", group.label, lens.share(top))).collect();
        format!("{} {}", parted.question, groups.join("; "))
    });
    format!("{}.", std::iter::once(all).chain(told).collect::<Vec<_>>().join(". "))
}
