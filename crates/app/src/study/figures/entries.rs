use super::{Drafted, Lens, Section, count, number};
use crate::study::{QuestionCounts, counts::EntryPeople};
use document::{
    Chart, Column, Figure, Row, Table, Tone,
    chart::{Bar, Bars, Histogram, MarkRow, Marks},
};
use stats::{Digits, Entries, EntryCounts, Numeric, Published, Share};
use survey::{Group, Missing, Question, QuestionCode, QuestionKind, ScaleOption, Standing};

/// What is asked several times: each question once, over all entries together. Its base are the entries and the people behind
/// them, for an entry is no person. Nothing for the later rounds, which the first one brings along.
pub fn section(lens: &Lens, group: &Group) -> Option<Section> {
    let repeated = group.repeated.as_ref().filter(|repeated| repeated.round == 1)?;
    let figures = group.questions().filter_map(|question| figure(lens, group, question, repeated.rounds)).collect();
    let title = group.label.as_ref().map(|label| lens.say(label)).filter(|title| !title.is_empty());
    Some(Section { title, figures })
}

/// One question in all its rounds.
struct Entered<'a> {
    code: QuestionCode,
    question: &'a Question,
    /// Of all rounds together.
    counts: QuestionCounts,
    people: &'a EntryPeople,
}

fn figure(lens: &Lens, group: &Group, question: &Question, rounds: u32) -> Option<Drafted> {
    let code = group.author_code(question)?;
    let mut counts = QuestionCounts::default();
    for round in 1..=rounds {
        lens.data.counts.question(&format!("{code}.{round}")).into_iter().for_each(|more| counts.merge(more));
    }
    let people = lens.data.counts.entries(code.as_str())?;
    let entered = Entered { code, question, counts, people };
    match &question.kind {
        QuestionKind::One { .. } | QuestionKind::Many { .. } => choice(lens, &entered),
        QuestionKind::Integer(_) | QuestionKind::Decimal(_) | QuestionKind::Time => numbers(lens, &entered),
        // As outside of rounds; and of an order among entries nothing short can be said.
        QuestionKind::Ranking { .. }
        | QuestionKind::Date
        | QuestionKind::Text(_)
        | QuestionKind::Note
        | QuestionKind::Consent
        | QuestionKind::Point
        | QuestionKind::File(_)
        | QuestionKind::Given
        | QuestionKind::Calculated(_) => None,
    }
}

/// An option with its entries.
struct Chosen {
    label: String,
    tone: Tone,
    entries: u64,
    share: Published<Share>,
}

fn choice(lens: &Lens, entered: &Entered) -> Option<Drafted> {
    let scale = lens.data.questionnaire.scale_of(entered.question)?;
    let is_inside = |option: &ScaleOption| matches!(option.standing, Standing::Value(_) | Standing::Unordered);
    let of = |counts: &[u64]| {
        let counts = counts.iter().copied().chain(std::iter::repeat(0));
        let inside = scale.options.iter().zip(counts).filter(|(option, _)| is_inside(option));
        inside.map(|(_, count)| count).collect::<Vec<u64>>()
    };
    let (chosen, choosers) = (of(&entered.counts.options), of(&entered.people.choosers));
    let several = matches!(entered.question.kind, QuestionKind::Many { .. });
    let counts = EntryCounts {
        chosen: &chosen,
        choosers: &choosers,
        entries: entered.counts.answered,
        people: entered.people.people,
        several,
    };
    let told = Entries::of(&counts, lens.reach, &lens.disclosure).into_shown()?;
    let options: Vec<&ScaleOption> = scale.options.iter().filter(|option| is_inside(option)).collect();
    let rows: Vec<Chosen> = (0..)
        .zip(&options)
        .zip(chosen.iter().zip(&told.shares))
        .map(|((place, option), (entries, share))| Chosen {
            label: lens.say(&option.label),
            tone: if scale.ordered { Tone::ordered(place, options.len()) } else { Tone::Plain },
            entries: *entries,
            share: share.clone(),
        })
        .collect();
    let alternative: Vec<String> =
        rows.iter().map(|row| format!("{}: {}", row.label, said(lens, row, told.digits))).collect();
    let measure = match (told.digits, several) {
        (Digits::CountOnly, _) => "figure-measure-entries-counts",
        (_, false) => "figure-measure-entries",
        (_, true) => "figure-measure-entries-several",
    };
    let figure = Figure {
        finding: finding(lens, &rows, told.digits),
        measure: lens.words.say(measure),
        alternative: format!("{}.", alternative.join("; ")),
        chart: chart(lens, &rows, &told),
        table: table(lens, &rows, &told),
        ..bare(lens, entered)
    };
    Some(drafted(entered, figure))
}

/// A number that each entry has. The least and the most are of single people, so few of them are not summarised.
fn numbers(lens: &Lens, entered: &Entered) -> Option<Drafted> {
    lens.disclosure.group(entered.people.people, &[]).ok()?;
    let is_whole = matches!(entered.question.kind, QuestionKind::Integer(_));
    let is_time = entered.question.kind == QuestionKind::Time;
    let values = number::values(&entered.counts);
    let missing = stats::MissingCounts::default();
    let summary = Numeric::of(&values, is_whole, missing, lens.reach, lens.level, &lens.disclosure).into_shown()?;
    let labels = number::labels(lens, &summary.bins, entered.question);
    let words = lens.words;
    let mean = number::said(lens, is_time, summary.mean.value, 1);
    let [_, median, _] = summary.quartiles;
    let median = number::said(lens, is_time, median, if is_whole { 0 } else { 1 });
    let counted = || labels.iter().zip(&summary.bins.counts).map(|(label, count)| (label, words.whole(*count)));
    let alternative: Vec<String> = counted().map(|(label, count)| format!("{label}: {count}")).collect();
    let mut rows: Vec<Row> = counted().map(|(label, count)| Row::new([label.clone(), count])).collect();
    rows.extend(totals(lens, entered.counts.answered, entered.people.people).map(Row::total));
    rows.push(Row::total([words.say("figure-row-mean"), mean.clone()]));
    let figure = Figure {
        finding: words.tell("figure-finding-entries-number", &[("mean", mean.into()), ("median", median.into())]),
        measure: words.say("figure-measure-entries-number"),
        alternative: format!("{}.", alternative.join("; ")),
        chart: Chart::Histogram(Histogram { bins: number::bins(lens, &summary, &labels), axis: String::new() }),
        table: Table {
            columns: vec![
                Column::words(words.say("figure-column-answer")),
                Column::numbers(words.say("figure-column-entries")),
            ],
            rows,
            ..Table::default()
        },
        ..bare(lens, entered)
    };
    Some(drafted(entered, figure))
}

/// What every figure of entries says of itself.
fn bare(lens: &Lens, entered: &Entered) -> Figure {
    let people = count(entered.people.people);
    let base = [("entries", count(entered.counts.answered)), ("people", people.clone())];
    Figure {
        anchor: lens.anchor(entered.code.as_str()),
        number: 0,
        finding: String::new(),
        measure: String::new(),
        question: lens.say(&entered.question.label),
        base: lens.words.tell("figure-base-entries", &base),
        missing: outside(lens, entered),
        method: lens.words.tell("figure-method-entries", &[("people", people)]),
        alternative: String::new(),
        chart: Chart::Bars(Bars { rows: Vec::new() }),
        table: Table::default(),
        downloads: Vec::new(),
    }
}

fn drafted(entered: &Entered, figure: Figure) -> Drafted {
    let Entered { code, question, .. } = entered;
    Drafted { code: code.to_string(), figure, sentences: Vec::new(), profile: question.profile, headline: None }
}

/// Entries that were begun and say nothing here; those that nobody began are none.
fn outside(lens: &Lens, entered: &Entered) -> Option<String> {
    let outside = entered.counts.missing_because(&[Missing::DontKnow, Missing::NotApplicable]);
    let skipped = entered.counts.missing_because(&[Missing::Skipped, Missing::Invalid]);
    let told = [("figure-missing-entries-outside", outside), ("figure-missing-entries-skipped", skipped)];
    let told = told.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| lens.words.tell(key, &[("n", count(n))]));
    let parts: Vec<String> = told.collect();
    (!parts.is_empty()).then(|| lens.words.tell("figure-missing", &[("parts", parts.join(", ").into())]))
}

fn said(lens: &Lens, row: &Chosen, digits: Digits) -> String {
    match &row.share {
        Published::Shown(share) => lens.share_of(*share, digits),
        Published::Suppressed(reason) => lens.hidden(*reason),
    }
}

fn finding(lens: &Lens, rows: &[Chosen], digits: Digits) -> String {
    let shown = || rows.iter().filter(|row| row.share.shown().is_some());
    let most = shown().map(|row| row.entries).max().unwrap_or(0);
    let leading: Vec<&Chosen> = shown().filter(|row| row.entries == most).collect();
    match leading.as_slice() {
        _ if most == 0 => lens.words.say("figure-finding-hidden"),
        [row] => {
            let values = [("label", row.label.clone().into()), ("share", said(lens, row, digits).into())];
            lens.words.tell("figure-finding-entries", &values)
        }
        _ => lens.words.say("figure-finding-even"),
    }
}

/// Marks for a handful of people, as many as they have entries; bars for many.
fn chart(lens: &Lens, rows: &[Chosen], told: &Entries) -> Chart {
    let small = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    let value = |row: &Chosen| said(lens, row, told.digits);
    let shown = |row: &Chosen| row.share.shown().copied();
    if told.entries < 10 {
        let mark = |row: &Chosen| MarkRow {
            label: row.label.clone(),
            filled: shown(row).map_or(0, |share| small(share.part())),
            of: small(told.entries),
            value: value(row),
            tone: row.tone,
        };
        return Chart::Marks(Marks { rows: rows.iter().map(mark).collect() });
    }
    let bar = |row: &Chosen| Bar {
        label: row.label.clone(),
        value: value(row),
        share: shown(row).map_or(0.0, Share::value),
        interval: None,
        tone: if shown(row).is_some() { row.tone } else { Tone::Quiet },
    };
    Chart::Bars(Bars { rows: rows.iter().map(bar).collect() })
}

fn table(lens: &Lens, rows: &[Chosen], told: &Entries) -> Table {
    let words = lens.words;
    let shares = told.digits != Digits::CountOnly;
    let mut columns =
        vec![Column::words(words.say("figure-column-answer")), Column::numbers(words.say("figure-column-entries"))];
    columns.extend(shares.then(|| Column::numbers(words.say("figure-column-entries-share"))));
    let line = |cells: [String; 3]| cells.into_iter().take(columns.len()).collect::<Vec<String>>();
    let percent = |share: Share| {
        let percent = share.percentage(told.digits);
        words.percent_with(percent.value() / 100.0, u8::try_from(percent.decimals).unwrap_or(0))
    };
    let mut lines: Vec<Row> = rows
        .iter()
        .map(|row| match &row.share {
            Published::Shown(share) => Row::new(line([row.label.clone(), words.whole(row.entries), percent(*share)])),
            Published::Suppressed(reason) => Row::new(line([row.label.clone(), lens.hidden(*reason), "–".to_owned()])),
        })
        .collect();
    lines.extend(totals(lens, told.entries, told.people).map(|[label, n]| Row::total(line([label, n, String::new()]))));
    let hides = rows.iter().any(|row| row.share.shown().is_none());
    let note = hides.then(|| words.say("figure-note-hidden"));
    Table { anchor: None, number: None, caption: None, columns, rows: lines, note }
}

fn totals(lens: &Lens, entries: u64, people: u64) -> [[String; 2]; 2] {
    let words = lens.words;
    [("figure-row-entries", entries), ("figure-row-entered-by", people)]
        .map(|(key, n)| [words.say(key), words.whole(n)])
}
