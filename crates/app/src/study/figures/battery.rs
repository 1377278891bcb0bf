use super::{Drafted, Lens, Voice, choice, rows};
use base::Argument;
use document::{
    Chart, Column, Figure, Row, Table, Tone,
    chart::{Battery, BatteryRow, LegendEntry, MarkRow, Marks, Segment},
    manuscript::Statistic,
    markdown,
};
use stats::{Digits, Distribution, Likert, Proportion};
use survey::{Group, Item, Question, QuestionCode};

/// Questions that share a scale, one bar of 100 % each, best first.
pub fn figure(lens: &Lens, group: &Group) -> Option<Drafted> {
    let mut items: Vec<Measured> =
        group.items.iter().filter_map(Item::question).filter_map(|question| measured(lens, question)).collect();
    // Equal shares keep the order of the questionnaire.
    items.sort_by(|a, b| b.top.share.value().total_cmp(&a.top.share.value()));
    let (best, worst) = (items.first()?, items.last()?);
    let profile = group.items.iter().filter_map(Item::question).any(|question| question.profile);
    let few = items.iter().any(|item| item.top.share.whole() < 10);
    let cannot = best.cannot.clone();
    let finding_in = |voice: Voice| finding(lens, best, worst, voice);
    let labels: Vec<String> = best.rows.iter().map(|row| row.label.clone()).collect();
    let top_words = top_words(lens, &labels);
    let missing =
        items.iter().map(|item| item.distribution.n).min().zip(items.iter().map(|item| item.distribution.n).max());
    let figure = Figure {
        anchor: lens.anchor(group.code.as_str()),
        number: 0,
        finding: finding_in(Voice::Plain),
        measure: lens.words.tell(
            if few { "figure-measure-battery-counts" } else { "figure-measure-battery" },
            &[("top", top_words.into())],
        ),
        question: group.label.as_ref().map(|label| lens.say(label)).unwrap_or_default(),
        base: match missing {
            Some((low, high)) if low != high => lens.words.tell(
                "figure-base-battery",
                &[
                    ("cannot", cannot.clone().into()),
                    ("low", lens.words.whole(low).into()),
                    ("high", lens.words.whole(high).into()),
                ],
            ),
            Some((n, _)) => lens.words.tell(
                "figure-base-battery-equal",
                &[("cannot", cannot.clone().into()), ("n", lens.words.whole(n).into())],
            ),
            None => String::new(),
        },
        missing: None,
        method: lens.method(),
        alternative: alternative(lens, &items),
        chart: if few { marks(lens, &items) } else { bars(lens, &items, &labels) },
        table: table(lens, &items, &labels, few, cannot),
        downloads: Vec::new(),
    };
    let label = group.label.clone().unwrap_or_default();
    let headline = Some(lens.headline(&label, &finding_in(Voice::Written)));
    Some(Drafted { code: group.code.to_string(), figure, sentences: sentences(lens, best, worst), profile, headline })
}

/// How sure the highest and the lowest share are; of one item there is one sentence.
fn sentences(lens: &Lens, best: &Measured, worst: &Measured) -> Vec<String> {
    if lens.told_interval(&best.top).is_none() || lens.told_interval(&worst.top).is_none() {
        return Vec::new();
    }
    let end = |item: &Measured, statistic| Argument::from(lens.reference(&item.code, statistic));
    let values = [
        ("best", markdown::escaped(&best.label).into()),
        ("best-low", end(best, Statistic::TopLow)),
        ("best-high", end(best, Statistic::TopHigh)),
        ("worst", markdown::escaped(&worst.label).into()),
        ("worst-low", end(worst, Statistic::TopLow)),
        ("worst-high", end(worst, Statistic::TopHigh)),
    ];
    let key = if best.code == worst.code { "figure-battery-interval" } else { "figure-battery-intervals" };
    vec![lens.vary(key, &values)]
}

struct Measured {
    code: QuestionCode,
    label: String,
    /// The answer of those who cannot judge, as the scale words it.
    cannot: String,
    top: Proportion,
    rows: Vec<rows::OptionRow>,
    distribution: Distribution,
}

fn measured(lens: &Lens, question: &Question) -> Option<Measured> {
    let (rows, Likert { top, distribution, .. }) = choice::scale(lens, question)?;
    Some(Measured {
        code: question.code.clone(),
        label: lens.say(&question.label),
        cannot: lens.outside(question).cannot,
        top,
        rows,
        distribution,
    })
}

/// „„много доволни“ или „по-скоро доволни““.
fn top_words(lens: &Lens, labels: &[String]) -> String {
    let mut from_best = labels.iter().rev();
    let (first, second) =
        (from_best.next().cloned().unwrap_or_default(), from_best.next().cloned().unwrap_or_default());
    if labels.len() >= 4 {
        lens.words.tell("figure-top-two", &[("top", first.into()), ("next", second.into())])
    } else {
        lens.words.tell("figure-top-one", &[("top", first.into())])
    }
}

fn finding(lens: &Lens, best: &Measured, worst: &Measured, voice: Voice) -> String {
    let share = |item: &Measured| {
        Argument::from(voice.number(lens.share(&item.top), lens.address(&item.code, Statistic::TopShare)))
    };
    if best.top.share == worst.top.share {
        return lens.words.tell("figure-finding-battery-even", &[("share", share(best))]);
    }
    let values = [
        ("best", voice.words(&best.label).into()),
        ("high", share(best)),
        ("worst", voice.words(&worst.label).into()),
        ("low", share(worst)),
    ];
    let few = best.top.share.whole() < 10;
    lens.words.tell(if few { "figure-finding-battery-few" } else { "figure-finding-battery" }, &values)
}

fn bars(lens: &Lens, items: &[Measured], labels: &[String]) -> Chart {
    let of = labels.len();
    let legend = labels
        .iter()
        .enumerate()
        .map(|(position, label)| LegendEntry { label: label.clone(), tone: Tone::ordered(position, of) })
        .collect();
    let rows = items
        .iter()
        .map(|item| BatteryRow {
            label: item.label.clone(),
            segments: item.rows.iter().map(segment).collect(),
            headline: Some(lens.share(&item.top)),
            base: lens.words.tell("figure-n", &[("n", lens.words.whole(item.distribution.n).into())]),
            apart: (item.distribution.missing.dont_know > 0)
                .then(|| format!("{}: {}", item.cannot, lens.words.whole(item.distribution.missing.dont_know))),
        })
        .collect();
    Chart::Battery(Battery { legend, headline: Some(lens.words.say("figure-battery-headline")), rows })
}

fn segment(row: &rows::OptionRow) -> Segment {
    match row.published.shown() {
        Some(proportion) => Segment {
            share: proportion.share.value(),
            label: format!("{:.0}", proportion.share.percentage(Digits::WholePercent).value()),
        },
        None => Segment { share: 0.0, label: String::new() },
    }
}

fn marks(lens: &Lens, items: &[Measured]) -> Chart {
    let small = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    let rows = items
        .iter()
        .map(|item| MarkRow {
            label: item.label.clone(),
            filled: small(item.top.share.part()),
            of: small(item.top.share.whole()),
            value: lens.share(&item.top),
            tone: Tone::Plain,
        })
        .collect();
    Chart::Marks(Marks { rows })
}

fn table(lens: &Lens, items: &[Measured], labels: &[String], few: bool, cannot: String) -> Table {
    let words = lens.words;
    let mut columns = vec![Column::words(words.say("figure-column-item"))];
    columns.extend(labels.iter().map(Column::numbers));
    columns.push(Column::numbers(words.say("figure-column-top")));
    columns.push(Column::numbers(cannot));
    columns.push(Column::numbers("n"));
    let rows = items
        .iter()
        .map(|item| {
            let mut cells = vec![item.label.clone()];
            cells.extend(item.rows.iter().map(|row| match row.published.shown() {
                Some(share) if few => words.whole(share.share.part()),
                Some(share) => words.percent(share.share.percentage(Digits::WholePercent).value() / 100.0),
                None => words.say("figure-hidden"),
            }));
            let top = lens.share(&item.top);
            cells.push(match lens.told_interval(&item.top).filter(|_| !few) {
                Some(interval) => format!("{top} ({interval})"),
                None => top,
            });
            cells.push(words.whole(item.distribution.missing.dont_know));
            cells.push(words.whole(item.distribution.n));
            Row::new(cells)
        })
        .collect();
    let note = (!few).then(|| words.say("figure-note-rounding"));
    Table { columns, rows, note, ..Table::default() }
}

fn alternative(lens: &Lens, items: &[Measured]) -> String {
    let parts: Vec<String> = items.iter().map(|item| format!("{}: {}", item.label, lens.share(&item.top))).collect();
    format!("{}.", parts.join("; "))
}
