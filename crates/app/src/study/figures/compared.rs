use super::{Drafted, Lens, choice, rows, several};
use crate::{
    Words,
    study::{AudienceData, StudyData},
};
use document::{
    Chart, Column, Figure, Row, Table,
    chart::{Compared, ComparedCell, ComparedRow},
};
use stats::{Comparison, Proportion, Published, Reach};
use survey::{Group, GroupLayout, Item, Question, QuestionKind, Standing};

/// What several audiences were asked alike, side by side. Handfuls stand as counts beside percentages, and nobody is
/// tested against them.
pub fn figures(study: &StudyData, words: &Words) -> Vec<Drafted> {
    let Some((first, others)) = study.audiences.split_first() else { return Vec::new() };
    if others.is_empty() {
        return Vec::new();
    }
    let mut figures = Vec::new();
    let mut left: Vec<&Item> = first.questionnaire.items.iter().rev().collect();
    while let Some(item) = left.pop() {
        match item {
            Item::Group(group) if group.layout == GroupLayout::Battery => {
                figures.extend(battery(study, words, group));
            }
            Item::Group(group) => left.extend(group.items.iter().rev()),
            Item::Question(question) if !question.profile => figures.extend(single(study, words, question)),
            Item::Question(_) => {}
        }
    }
    figures
}

/// The question of another audience that mirrors this one: the same kind and the same options.
fn mirror<'a>(data: &'a AudienceData, question: &Question, of: &AudienceData) -> Option<&'a Question> {
    let mirrored = data.questionnaire.questions().find(|other| other.mirrored_as() == question.mirrored_as())?;
    let options = |data: &AudienceData, question: &Question| {
        let scale = data.questionnaire.scale_of(question)?;
        Some(scale.options.iter().map(|option| (option.code.clone(), option.label.clone())).collect::<Vec<_>>())
    };
    (options(data, mirrored)? == options(of, question)?).then_some(mirrored)
}

struct Side {
    name: String,
    n: u64,
    reach: Reach,
    shares: Vec<Published<Proportion>>,
    values: Vec<String>,
}

fn single(study: &StudyData, words: &Words, question: &Question) -> Option<Drafted> {
    let own = study.audiences.first()?;
    let mut labels = Vec::new();
    let mut sides = Vec::new();
    for data in &study.audiences {
        let Some(question) = mirror(data, question, own) else { continue };
        let lens = Lens::new(study, data, words);
        let (options, n) = match question.kind {
            QuestionKind::One { .. } => {
                choice::distribution(&lens, question).map(|(rows, distribution)| (rows, distribution.n))?
            }
            QuestionKind::Many { .. } => {
                several::distribution(&lens, question).map(|(rows, distribution)| (rows, distribution.n))?
            }
            QuestionKind::Text(_)
            | QuestionKind::Integer(_)
            | QuestionKind::Decimal(_)
            | QuestionKind::Date
            | QuestionKind::Time
            | QuestionKind::Note
            | QuestionKind::Ranking { .. }
            | QuestionKind::Consent
            | QuestionKind::Point
            | QuestionKind::Given
            | QuestionKind::Calculated(_) => return None,
        };
        if labels.is_empty() {
            labels = options.iter().map(|row| row.label.clone()).collect();
        }
        sides.push(side(&lens, n, options));
    }
    let question_words = survey::unpiped(question.label.say(words.language()));
    let finding = question_words.trim_end_matches([':', '.']).to_owned();
    let cannot = cannot(study, words, question);
    drafted(words, question.code.as_str(), finding, question_words, "figure-measure-compared", cannot, &labels, sides)
}

fn side(lens: &Lens, n: u64, options: Vec<rows::OptionRow>) -> Side {
    let shares: Vec<Published<Proportion>> = options.into_iter().map(|row| row.published).collect();
    let values = shares
        .iter()
        .map(|share| match share {
            Published::Shown(share) => lens.share(share),
            Published::Suppressed(reason) => lens.hidden(*reason),
        })
        .collect();
    Side { name: lens.say(&lens.data.audience.name), n, reach: lens.reach, shares, values }
}

/// The answer outside the base that both audiences were offered, if there is one.
fn cannot(study: &StudyData, words: &Words, question: &Question) -> Option<String> {
    let first = study.audiences.first()?;
    let scale = first.questionnaire.scale_of(question)?;
    let offers = scale.options.iter().any(|option| option.standing == Standing::DontKnow);
    offers.then(|| Lens::new(study, first, words).outside(question).cannot)
}

/// The upper steps of each row that both batteries have.
fn battery(study: &StudyData, words: &Words, group: &Group) -> Option<Drafted> {
    let own = study.audiences.first()?;
    let common: Vec<&Question> = group
        .items
        .iter()
        .filter_map(Item::question)
        .filter(|question| study.audiences.iter().all(|data| mirror(data, question, own).is_some()))
        .collect();
    let labels: Vec<String> =
        common.iter().map(|question| survey::unpiped(question.label.say(words.language()))).collect();
    let mut sides = Vec::new();
    for data in &study.audiences {
        let lens = Lens::new(study, data, words);
        let tops: Vec<Proportion> = common
            .iter()
            .filter_map(|question| choice::scale(&lens, mirror(data, question, own)?))
            .map(|(_, likert)| likert.top)
            .collect();
        if tops.len() != common.len() {
            return None;
        }
        let n = tops.iter().map(|top| top.share.whole()).max().unwrap_or(0);
        let values = tops.iter().map(|top| lens.share(top)).collect();
        let shares = tops.into_iter().map(Published::Shown).collect();
        sides.push(Side { name: lens.say(&data.audience.name), n, reach: lens.reach, shares, values });
    }
    let question = group.label.as_ref().map(|label| label.say(words.language()).to_owned()).unwrap_or_default();
    let finding = question.trim_end_matches([':', '.', '…']).to_owned();
    let cannot = common.first().and_then(|first| cannot(study, words, first));
    drafted(words, group.code.as_str(), finding, question, "figure-measure-compared-battery", cannot, &labels, sides)
}

#[expect(clippy::too_many_arguments, reason = "one question and a battery meet here, each with all its words")]
fn drafted(
    words: &Words,
    code: &str,
    finding: String,
    question: String,
    measure: &str,
    cannot: Option<String>,
    labels: &[String],
    sides: Vec<Side>,
) -> Option<Drafted> {
    if sides.len() < 2 || labels.is_empty() {
        return None;
    }
    let audiences: Vec<String> = sides
        .iter()
        .map(|side| {
            words.tell("figure-audience-n", &[("name", side.name.clone().into()), ("n", words.whole(side.n).into())])
        })
        .collect();
    let rows = labels
        .iter()
        .enumerate()
        .map(|(index, label)| ComparedRow {
            label: label.clone(),
            cells: sides.iter().map(|side| cell(side, index)).collect(),
        })
        .collect();
    let mut columns = vec![Column::words(words.say("figure-column-answer"))];
    columns.extend(audiences.iter().map(Column::numbers));
    let table_rows = labels
        .iter()
        .enumerate()
        .map(|(index, label)| {
            let cells = sides.iter().map(|side| side.values.get(index).cloned().unwrap_or_default());
            Row::new(std::iter::once(label.clone()).chain(cells))
        })
        .collect();
    let alternative: Vec<String> = labels
        .iter()
        .enumerate()
        .map(|(index, label)| {
            let cells: Vec<&str> = sides.iter().filter_map(|side| side.values.get(index)).map(String::as_str).collect();
            format!("{label}: {}", cells.join(" / "))
        })
        .collect();
    let few = sides.iter().any(|side| side.n < 10 || side.reach.is_complete());
    // That a handful is not tested against others stands once, at the head of the chapter.
    let sentences = if few { Vec::new() } else { differences(words, labels, &sides) };
    let figure = Figure {
        anchor: format!("compared-{code}"),
        number: 0,
        finding,
        measure: words.say(measure),
        question,
        base: match cannot {
            Some(cannot) => words.tell(
                "figure-base-compared-able",
                &[("cannot", cannot.into()), ("audiences", audiences.join("; ").into())],
            ),
            None => words.tell("figure-base-compared", &[("audiences", audiences.join("; ").into())]),
        },
        missing: None,
        method: words.say(if few { "figure-method-compared-few" } else { "figure-method-compared" }),
        alternative: format!("{}. {}.", audiences.join(" / "), alternative.join("; ")),
        chart: Chart::Compared(Compared { audiences, rows }),
        table: Table { columns, rows: table_rows, ..Table::default() },
        downloads: Vec::new(),
    };
    Some(Drafted { figure, sentences, profile: false, headline: None })
}

fn cell(side: &Side, index: usize) -> ComparedCell {
    let value = side.values.get(index).cloned().unwrap_or_default();
    let small = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    match side.shares.get(index) {
        Some(Published::Shown(share)) if share.share.whole() < 10 => {
            ComparedCell::Marks { filled: small(share.share.part()), of: small(share.share.whole()), value }
        }
        Some(Published::Shown(share)) => {
            ComparedCell::Share { share: share.share.value(), value, interval: rows::interval(share) }
        }
        Some(Published::Suppressed(_)) | None => ComparedCell::Words(value),
    }
}

/// Where the first two audiences certainly differ, said with the interval of the difference.
fn differences(words: &Words, labels: &[String], sides: &[Side]) -> Vec<String> {
    let [first, second, ..] = sides else { return Vec::new() };
    labels
        .iter()
        .zip(first.shares.iter().zip(&second.shares))
        .filter_map(|(label, (a, b))| {
            let (a, b) = (a.shown()?, b.shown()?);
            match Comparison::of((a.share, first.reach), (b.share, second.reach), stats::Level::NINETY_FIVE) {
                Comparison::Difference(difference) if difference.is_told(0.03) => {
                    let points = |value: f64| words.number(value.abs() * 100.0, 0);
                    let (low, high) = if difference.value < 0.0 {
                        (difference.interval.high, difference.interval.low)
                    } else {
                        (difference.interval.low, difference.interval.high)
                    };
                    let (more, less) = if difference.value < 0.0 { (second, first) } else { (first, second) };
                    let values = [
                        ("label", label.clone().into()),
                        ("more", more.name.clone().into()),
                        ("less", less.name.clone().into()),
                        ("points", points(difference.value).into()),
                        ("low", points(low).into()),
                        ("high", points(high).into()),
                    ];
                    Some(words.tell("figure-difference", &values))
                }
                Comparison::Difference(_) | Comparison::SideBySide(_) => None,
            }
        })
        .collect()
}
