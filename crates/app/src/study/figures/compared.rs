use super::{Drafted, Lens, choice, rows, several};
use crate::{
    Words,
    study::{AudienceData, StudyData},
};
use document::{
    Chart, Column, Figure, Row, Table,
    chart::{Compared, ComparedCell, ComparedRow},
    manuscript::{Name, NumberAddress, Statistic},
    markdown,
};
use stats::{
    Comparison, Level, Proportion, Published, Reach, Share,
    comparisons::{Correction, CrossTable, adjust, fisher, pearson},
};
use survey::{Group, GroupLayout, Item, OptionCode, Question, QuestionCode, QuestionKind, Standing};

/// What several audiences were asked alike, side by side. Handfuls stand as counts beside percentages, and nobody is
/// tested against them.
pub fn figures(study: &StudyData, words: &Words) -> Vec<Drafted> {
    let Some((first, others)) = study.audiences.split_first() else { return Vec::new() };
    if others.is_empty() {
        return Vec::new();
    }
    let mut figures: Vec<Sided> = Vec::new();
    let mut left: Vec<&Item> = first.questionnaire.items.iter().rev().collect();
    while let Some(item) = left.pop() {
        match item {
            // What each person enters several times is compared by nobody's share.
            Item::Group(group) if group.repeated.is_some() => {}
            Item::Group(group) if group.layout == GroupLayout::Battery => {
                figures.extend(battery(study, words, group));
            }
            Item::Group(group) => left.extend(group.items.iter().rev()),
            Item::Question(question) if !question.profile => figures.extend(single(study, words, question)),
            Item::Question(_) => {}
        }
    }
    let told = differences(words, &figures);
    let drafted = figures.into_iter().zip(told);
    drafted.map(|(sided, sentences)| Drafted { sentences, ..sided.drafted }).collect()
}

/// A figure of several audiences, before anything is said of their differences.
struct Sided {
    drafted: Drafted,
    labels: Vec<String>,
    sides: Vec<Side>,
}

/// The question of another audience that mirrors this one: the same kind and the same options.
pub fn mirror<'a>(data: &'a AudienceData, question: &Question, of: &AudienceData) -> Option<&'a Question> {
    let mirrored = data.questionnaire.questions().find(|other| other.mirrored_as() == question.mirrored_as())?;
    let options = |data: &AudienceData, question: &Question| {
        let scale = data.questionnaire.scale_of(question)?;
        Some(scale.options.iter().map(|option| (option.code.clone(), option.label.clone())).collect::<Vec<_>>())
    };
    (options(data, mirrored)? == options(of, question)?).then_some(mirrored)
}

struct Side {
    name: String,
    audience: String,
    n: u64,
    reach: Reach,
    shares: Vec<Published<Proportion>>,
    values: Vec<String>,
    /// Where the difference of each row is asked for: the question, and the option where it is of one.
    codes: Vec<(QuestionCode, Option<OptionCode>)>,
}

fn single(study: &StudyData, words: &Words, question: &Question) -> Option<Sided> {
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
            | QuestionKind::File(_)
            | QuestionKind::Given
            | QuestionKind::Calculated(_) => return None,
        };
        if labels.is_empty() {
            labels = options.iter().map(|row| row.label.clone()).collect();
        }
        sides.push(side(&lens, question, n, options));
    }
    let question_words = survey::unpiped(question.label.say(words.language()));
    let finding = question_words.trim_end_matches([':', '.']).to_owned();
    let cannot = cannot(study, words, question);
    drafted(words, question.code.as_str(), finding, question_words, "figure-measure-compared", cannot, &labels, sides)
}

fn side(lens: &Lens, question: &Question, n: u64, options: Vec<rows::OptionRow>) -> Side {
    let codes = options.iter().map(|row| (question.code.clone(), Some(row.code.clone()))).collect();
    let shares: Vec<Published<Proportion>> = options.into_iter().map(|row| row.published).collect();
    let values = shares
        .iter()
        .map(|share| match share {
            Published::Shown(share) => lens.share(share),
            Published::Suppressed(reason) => lens.hidden(*reason),
        })
        .collect();
    let audience = lens.data.audience.code.clone();
    Side { name: lens.say(&lens.data.audience.name), audience, n, reach: lens.reach, shares, values, codes }
}

/// The answer outside the base that both audiences were offered, if there is one.
fn cannot(study: &StudyData, words: &Words, question: &Question) -> Option<String> {
    let first = study.audiences.first()?;
    let scale = first.questionnaire.scale_of(question)?;
    let offers = scale.options.iter().any(|option| option.standing == Standing::DontKnow);
    offers.then(|| Lens::new(study, first, words).outside(question).cannot)
}

/// The upper steps of each row that both batteries have.
fn battery(study: &StudyData, words: &Words, group: &Group) -> Option<Sided> {
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
        let mirrored: Vec<&Question> = common.iter().filter_map(|question| mirror(data, question, own)).collect();
        let tops: Vec<Proportion> =
            mirrored.iter().filter_map(|question| Some(choice::scale(&lens, question)?.1.top)).collect();
        if tops.len() != common.len() {
            return None;
        }
        let n = tops.iter().map(|top| top.share.whole()).max().unwrap_or(0);
        let values = tops.iter().map(|top| lens.share(top)).collect();
        let shares = tops.into_iter().map(Published::Shown).collect();
        let codes = mirrored.iter().map(|question| (question.code.clone(), None)).collect();
        let (name, audience) = (lens.say(&data.audience.name), data.audience.code.clone());
        sides.push(Side { name, audience, n, reach: lens.reach, shares, values, codes });
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
) -> Option<Sided> {
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
    // That a handful is not tested against others stands once, at the head of the chapter.
    let drafted = Drafted { code: code.to_owned(), figure, sentences: Vec::new(), profile: false, headline: None };
    Some(Sided { drafted, labels: labels.to_vec(), sides })
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

/// How large a difference must be to be worth a sentence, as a share.
const RELEVANT: f64 = 0.03;

/// One difference that was tested.
struct Tested<'a> {
    figure: usize,
    label: &'a str,
    more: &'a Side,
    less: &'a Side,
    row: usize,
    is_told: bool,
    p: f64,
}

/// The differences of all figures that hold among so many tests (Benjamini and Hochberg), each said with its interval.
fn differences(words: &Words, figures: &[Sided]) -> Vec<Vec<String>> {
    let tested: Vec<Tested> = figures.iter().enumerate().flat_map(|(at, sided)| tests(at, sided)).collect();
    let p: Vec<f64> = tested.iter().map(|one| one.p).collect();
    let mut told: Vec<Vec<String>> = figures.iter().map(|_| Vec::new()).collect();
    for (one, p) in tested.iter().zip(adjust(&p, Correction::BenjaminiHochberg)) {
        let holds = one.is_told && p < 1.0 - Level::NINETY_FIVE.value();
        if let (true, Some(sentences)) = (holds, told.get_mut(one.figure)) {
            sentences.extend(sentence(words, one));
        }
    }
    told
}

fn tests(figure: usize, sided: &Sided) -> Vec<Tested<'_>> {
    let mut tests = Vec::new();
    for (place, first) in sided.sides.iter().enumerate() {
        for second in sided.sides.iter().skip(place + 1) {
            for (row, label) in sided.labels.iter().enumerate() {
                let shown = |side: &Side| side.shares.get(row).and_then(Published::shown).map(|share| share.share);
                let (Some(a), Some(b)) = (shown(first), shown(second)) else { continue };
                let compared = Comparison::of((a, first.reach), (b, second.reach), Level::NINETY_FIVE);
                let (Comparison::Difference(difference), Some(p)) = (compared, chance(a, b)) else { continue };
                let (more, less) = if difference.value < 0.0 { (second, first) } else { (first, second) };
                tests.push(Tested { figure, label, more, less, row, is_told: difference.is_told(RELEVANT), p });
            }
        }
    }
    tests
}

/// How often chance alone would part two shares so far; `None` where nobody or everybody is in both.
fn chance(a: Share, b: Share) -> Option<f64> {
    let row = |share: Share| vec![share.part(), share.complement().part()];
    let table = CrossTable::new(&[row(a), row(b)]).ok()?;
    let found = pearson(&table).ok()?;
    let is_sparse = found.expected.iter().flatten().any(|expected| *expected < 5.0);
    let exact = if is_sparse { fisher(&table).ok() } else { None };
    Some(exact.unwrap_or(found.n_minus_1).p)
}

fn sentence(words: &Words, one: &Tested) -> Option<String> {
    let (question, option) = one.more.codes.get(one.row)?;
    let reference = |statistic| {
        let address = NumberAddress {
            audience: Name::new(&one.more.audience)?,
            against: Some(Name::new(&one.less.audience)?),
            group: None,
            question: Some(Name::new(question.as_str())?),
            option: option.as_ref().and_then(|option| Name::new(option.as_str())),
            statistic,
        };
        Some(base::Argument::from(address.reference()))
    };
    let values = [
        ("label", markdown::escaped(one.label).into()),
        ("more", markdown::escaped(&one.more.name).into()),
        ("less", markdown::escaped(&one.less.name).into()),
        ("points", reference(Statistic::Difference)?),
        ("low", reference(Statistic::DifferenceLow)?),
        ("high", reference(Statistic::DifferenceHigh)?),
    ];
    Some(words.tell("figure-difference", &values))
}
