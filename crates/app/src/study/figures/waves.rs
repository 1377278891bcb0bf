//! What was measured before and is measured again, each time beside the others, and what may be said of the change.

use super::{Drafted, Lens, choice, rows};
use crate::{
    Words,
    study::{AudienceData, StudyData},
};
use document::{
    Chart, Column, Figure, Row, Table,
    chart::{Compared, ComparedCell, ComparedRow, Course, CoursePoint, Tick},
    manuscript::{Name, NumberAddress, Statistic},
    markdown,
};
use stats::{
    Level, NotCompared, Proportion,
    change::{Alteration, Change, Direction, NotComparable, Verdict, Yardstick},
};
use std::collections::BTreeMap;
use survey::{Group, GroupLayout, Item, Mode, Question};

/// The name by which an address means the same audience `back` measurements before this one.
pub fn before(audience: &str, back: usize) -> String {
    if back > 1 { format!("{audience}-before-{back}") } else { format!("{audience}-before") }
}

/// The audience that `name` means in an earlier study, and that study.
pub fn find<'a>(study: &'a StudyData, name: &str) -> Option<(&'a StudyData, &'a AudienceData)> {
    (1..).zip(study.earlier.iter().rev()).find_map(|(back, wave)| {
        let of_wave = |data: &&AudienceData| before(&data.audience.code, back) == name;
        wave.audiences.iter().find(of_wave).map(|data| (wave, data))
    })
}

/// „май 2023 г.“
pub fn label(study: &StudyData, words: &Words) -> String {
    let last = study.study.fieldwork.last();
    let values = [
        ("month", words.say(&format!("month-{}", last.month())).into()),
        ("year", i64::from(last.year()).to_string().into()),
    ];
    words.tell("figure-wave", &values)
}

/// What was asked or done otherwise the second time, so that the two are not held against each other.
pub fn altered(earlier: (&AudienceData, &Question), later: (&AudienceData, &Question)) -> Vec<Alteration> {
    let ((before, was), (now, is)) = (earlier, later);
    let worded = |question: &Question| question.label.bulgarian.split_whitespace().collect::<Vec<_>>().join(" ");
    let steps = |data: &AudienceData, question: &Question| {
        let options = data.questionnaire.scale_of(question).map(|scale| scale.options.clone()).unwrap_or_default();
        options.into_iter().map(|option| (option.code, option.label.bulgarian, option.standing)).collect::<Vec<_>>()
    };
    let mut found = Vec::new();
    if worded(was) != worded(is) {
        found.push(Alteration::Wording);
    }
    if steps(before, was) != steps(now, is) {
        found.push(Alteration::Scale);
    }
    if before.audience.collection != now.audience.collection || channel(before) != channel(now) {
        found.push(Alteration::Channel);
    }
    found
}

/// How most people answered, where it is known.
fn channel(data: &AudienceData) -> Option<Mode> {
    let known = |modes: &BTreeMap<Mode, u64>| {
        let told = modes.iter().filter(|(mode, _)| **mode != Mode::Imported);
        told.max_by_key(|(_, count)| **count).map(|(mode, _)| *mode)
    };
    known(data.counts.by_mode())
}

/// The figures of one audience that was asked before.
pub struct Measured {
    /// Whose, as addresses name it the time before this one.
    pub code: String,
    pub name: String,
    pub figures: Vec<Drafted>,
}

/// Every question with steps that an earlier study of the same audience put too, with what may be said of the change. A
/// handful is not followed: its members know each other.
pub fn figures(study: &StudyData, words: &Words) -> Vec<Measured> {
    let of_audience = |data| {
        let told = Waves::of(study, data, words)?;
        let figures = told.figures();
        let code = before(&data.audience.code, 1);
        (!figures.is_empty()).then(|| Measured { code, name: told.now().lens.say(&data.audience.name), figures })
    };
    study.audiences.iter().filter(|data| !data.is_tiny()).filter_map(of_audience).collect()
}

/// One measurement of an audience.
struct Wave<'a> {
    lens: Lens<'a>,
    label: String,
}

/// All of them, the first first.
struct Waves<'a> {
    words: &'a Words,
    waves: Vec<Wave<'a>>,
    last: Wave<'a>,
}

/// A question in one wave: the share of its upper steps, and what was altered since the wave before.
struct Point {
    top: Option<Proportion>,
    altered: Vec<Alteration>,
}

impl<'a> Waves<'a> {
    fn of(study: &'a StudyData, data: &'a AudienceData, words: &'a Words) -> Option<Waves<'a>> {
        let wave = |study: &'a StudyData, data: &'a AudienceData| Wave {
            lens: Lens::new(study, data, words),
            label: label(study, words),
        };
        let same = |earlier: &'a StudyData| {
            let mut audiences = earlier.audiences.iter().filter(|one| !one.is_tiny());
            audiences.find(|one| one.audience.code == data.audience.code).map(|one| wave(earlier, one))
        };
        let waves: Vec<Wave> = study.earlier.iter().filter_map(same).collect();
        (!waves.is_empty()).then(|| Waves { words, waves, last: wave(study, data) })
    }

    fn now(&self) -> &Wave<'a> {
        &self.last
    }

    fn all(&self) -> impl Iterator<Item = &Wave<'a>> {
        self.waves.iter().chain([&self.last])
    }

    fn figures(&self) -> Vec<Drafted> {
        let mut figures = Vec::new();
        let mut left: Vec<&Item> = self.last.lens.data.questionnaire.items.iter().rev().collect();
        while let Some(item) = left.pop() {
            match item {
                Item::Group(group) if group.repeated.is_some() => {}
                Item::Group(group) if group.layout == GroupLayout::Battery => figures.extend(self.battery(group)),
                Item::Group(group) => left.extend(group.items.iter().rev()),
                Item::Question(question) if !question.profile => figures.extend(self.single(question)),
                Item::Question(_) => {}
            }
        }
        figures
    }

    /// What each wave found, `None` for a question that this one has no steps for or that no earlier wave put.
    fn points(&self, question: &Question) -> Option<Vec<Point>> {
        choice::scale(&self.last.lens, question)?;
        let mut last: Option<(&AudienceData, &Question)> = None;
        let mut points = Vec::new();
        for wave in self.all() {
            let data = wave.lens.data;
            let put = data.questionnaire.questions().find(|other| other.mirrored_as() == question.mirrored_as());
            let top = put.and_then(|put| choice::scale(&wave.lens, put)).map(|(_, likert)| likert.top);
            let altered = match (put, last) {
                (Some(put), Some(last)) => altered(last, (data, put)),
                (Some(_), None) | (None, _) => Vec::new(),
            };
            last = put.map(|put| (data, put)).or(last);
            points.push(Point { top, altered });
        }
        (points.iter().filter(|point| point.top.is_some()).count() > 1).then_some(points)
    }

    fn single(&self, question: &Question) -> Option<Drafted> {
        let points = self.points(question)?;
        let lens = &self.last.lens;
        let words = self.words;
        let value = |wave: &Wave, point: &Point| {
            point.top.as_ref().map_or_else(|| words.say("figure-hidden"), |top| wave.lens.share(top))
        };
        let count = self.waves.len();
        let drawn = self.all().zip(&points).zip(0_u32..).filter_map(|((wave, point), place)| {
            let top = point.top.as_ref()?;
            Some(CoursePoint {
                at: f64::from(place) / f64::from(u32::try_from(count).unwrap_or(u32::MAX)),
                up: top.share.value(),
                interval: rows::interval(top),
                value: wave.lens.share(top),
                label: wave.label.clone(),
                joined: point.altered.is_empty(),
            })
        });
        let ticks = [0.0, 0.25, 0.5, 0.75, 1.0].map(|at| Tick::new(at, words.percent(at)));
        let rows = self.all().zip(&points).map(|(wave, point)| {
            let n = point.top.as_ref().map_or_else(|| "–".to_owned(), |top| words.whole(top.share.whole()));
            let interval = point.top.as_ref().map_or_else(|| "–".to_owned(), |top| wave.lens.interval(top));
            Row::new([wave.label.clone(), value(wave, point), interval, n])
        });
        let table = Table {
            columns: vec![
                Column::words(words.say("figure-column-wave")),
                Column::numbers(words.say("figure-column-share")),
                Column::numbers(words.say("figure-column-interval")),
                Column::numbers("n"),
            ],
            rows: rows.collect(),
            ..Table::default()
        };
        let told: Vec<String> =
            self.all().zip(&points).map(|(wave, point)| format!("{}: {}", wave.label, value(wave, point))).collect();
        let chart =
            Chart::Course(Course { ticks: ticks.to_vec(), points: drawn.collect(), plan: None, note: String::new() });
        let label = lens.say(&question.label);
        let sentence = self.sentence(question, &points, None);
        let figure = self.figure(question.code.as_str(), &label, chart, table, told);
        Some(drafted(question.code.as_str(), figure, sentence.into_iter().collect()))
    }

    fn battery(&self, group: &Group) -> Option<Drafted> {
        let rows = group.items.iter().filter_map(Item::question);
        let followed: Vec<(&Question, Vec<Point>)> = rows.filter_map(|row| Some((row, self.points(row)?))).collect();
        if followed.is_empty() {
            return None;
        }
        let (lens, words) = (&self.last.lens, self.words);
        let cells = |points: &[Point]| -> Vec<ComparedCell> {
            let cell = |(wave, point): (&Wave, &Point)| match &point.top {
                Some(top) => ComparedCell::Share {
                    share: top.share.value(),
                    value: wave.lens.share(top),
                    interval: rows::interval(top),
                },
                None => ComparedCell::Words("–".to_owned()),
            };
            self.all().zip(points).map(cell).collect()
        };
        let told = |cell: &ComparedCell| match cell {
            ComparedCell::Share { value, .. } | ComparedCell::Marks { value, .. } | ComparedCell::Words(value) => {
                value.clone()
            }
        };
        let drawn: Vec<ComparedRow> = followed
            .iter()
            .map(|(row, points)| ComparedRow { label: lens.say(&row.label), cells: cells(points) })
            .collect();
        let names: Vec<String> = self.all().map(|wave| wave.label.clone()).collect();
        let mut columns = vec![Column::words(words.say("figure-column-item"))];
        columns.extend(names.iter().map(Column::numbers));
        columns.push(Column::words(words.say("figure-column-change")));
        let lines = drawn.iter().zip(&followed).map(|(drawn, (_, points))| {
            let verdict = words.say(verdict_key(&self.change(points)));
            Row::new(std::iter::once(drawn.label.clone()).chain(drawn.cells.iter().map(told)).chain([verdict]))
        });
        let alternative: Vec<String> = drawn
            .iter()
            .map(|row| {
                let cells: Vec<String> = row.cells.iter().map(told).collect();
                format!("{}: {}", row.label, cells.join(" / "))
            })
            .collect();
        let table = Table { columns, rows: lines.collect(), ..Table::default() };
        let label = group.label.as_ref().map(|label| lens.say(label)).unwrap_or_default();
        let chart = Chart::Compared(Compared { audiences: names, rows: drawn });
        // What nothing can be said of stands in the table; a sentence for each would be a page of doubts.
        let sentences = followed.iter().filter_map(|(row, points)| {
            let change = self.change(points);
            let is_sure =
                matches!(change, Ok(Change { verdict: Verdict::Changed(_) | Verdict::Equivalent { .. }, .. }));
            self.sentence(row, points, Some(lens.say(&row.label))).filter(|_| is_sure)
        });
        let sentences = sentences.collect();
        Some(drafted(
            group.code.as_str(),
            self.figure(group.code.as_str(), &label, chart, table, alternative),
            sentences,
        ))
    }

    /// The last wave against the one before it.
    fn change(&self, points: &[Point]) -> Result<Change, NotComparable> {
        let few = NotComparable::NotCompared(NotCompared::FewAnswers { n: 0 });
        let (Some(wave), Some([earlier, later])) = (self.waves.last(), points.last_chunk()) else { return Err(few) };
        let (Some(was), Some(is)) = (&earlier.top, &later.top) else { return Err(few) };
        let (was, is) = ((was.share, wave.lens.reach), (is.share, self.last.lens.reach));
        Change::independent(was, is, &later.altered, Yardstick::SHARES, Level::NINETY_FIVE)
    }

    /// What may be said of the change of a question, or of the row of a battery with that label.
    fn sentence(&self, question: &Question, points: &[Point], row: Option<String>) -> Option<String> {
        let (lens, words) = (&self.last.lens, self.words);
        let change = self.change(points);
        let reference = |statistic| {
            let code = &lens.data.audience.code;
            let address = NumberAddress {
                against: Some(Name::new(&before(code, 1))?),
                ..NumberAddress::of_question(&Name::new(code)?, &Name::new(question.code.as_str())?, statistic)
            };
            Some(base::Argument::from(address.reference()))
        };
        let mut values = vec![("before", markdown::escaped(&self.waves.last()?.label).into())];
        if let Ok(change) = &change {
            values.push(("points", reference(Statistic::Difference)?));
            values.push(("low", reference(Statistic::DifferenceLow)?));
            values.push(("high", reference(Statistic::DifferenceHigh)?));
            let (within, noticeable) = match change.verdict {
                Verdict::Changed(_) => (None, None),
                Verdict::Equivalent { within } => (Some(within), None),
                Verdict::CannotTell { noticeable } => (None, noticeable),
            };
            let points = |share: Option<f64>| share.map(|share| markdown::escaped(&words.number(share * 100.0, 0)));
            values.extend(points(within).map(|points| ("within", points.into())));
            values.extend(points(noticeable).map(|points| ("noticeable", points.into())));
        }
        let told = words.tell(verdict_sentence(&change), &values);
        Some(match row {
            Some(label) => {
                words.tell("figure-wave-row", &[("label", markdown::escaped(&label).into()), ("told", told.into())])
            }
            None => told,
        })
    }

    fn figure(&self, code: &str, question: &str, chart: Chart, table: Table, told: Vec<String>) -> Figure {
        let (lens, words) = (&self.last.lens, self.words);
        let counts: Vec<String> = self
            .all()
            .map(|wave| {
                let n = words.whole(wave.lens.data.counts.responses());
                words.tell("figure-audience-n", &[("name", wave.label.clone().into()), ("n", n.into())])
            })
            .collect();
        Figure {
            anchor: format!("{}-{code}", before(&lens.data.audience.code, 1)),
            number: 0,
            finding: question.trim_end_matches([':', '.', '…']).to_owned(),
            measure: words.say("figure-measure-wave"),
            question: question.to_owned(),
            base: words.tell("figure-base-wave", &[("waves", counts.join("; ").into())]),
            missing: None,
            method: format!("{} {}", words.say("figure-method-wave"), lens.method()),
            alternative: format!("{}.", told.join("; ")),
            chart,
            table,
            downloads: Vec::new(),
        }
    }
}

fn drafted(code: &str, figure: Figure, sentences: Vec<String>) -> Drafted {
    Drafted { code: code.to_owned(), figure, sentences, profile: false, headline: None }
}

fn verdict_key(change: &Result<Change, NotComparable>) -> &'static str {
    match change {
        Ok(Change { verdict: Verdict::Changed(Direction::Up), .. }) => "figure-change-up",
        Ok(Change { verdict: Verdict::Changed(Direction::Down), .. }) => "figure-change-down",
        Ok(Change { verdict: Verdict::Equivalent { .. }, .. }) => "figure-change-none",
        Ok(Change { verdict: Verdict::CannotTell { .. }, .. }) => "figure-change-unknown",
        Err(_) => "figure-change-incomparable",
    }
}

fn verdict_sentence(change: &Result<Change, NotComparable>) -> &'static str {
    match change {
        Ok(Change { verdict: Verdict::Changed(Direction::Up), .. }) => "figure-wave-up",
        Ok(Change { verdict: Verdict::Changed(Direction::Down), .. }) => "figure-wave-down",
        Ok(Change { verdict: Verdict::Equivalent { .. }, .. }) => "figure-wave-none",
        Ok(Change { verdict: Verdict::CannotTell { noticeable: Some(_) }, .. }) => "figure-wave-unknown",
        Ok(Change { verdict: Verdict::CannotTell { noticeable: None }, .. }) => "figure-wave-unknown-at-all",
        Err(NotComparable::Altered(Alteration::Wording)) => "figure-wave-wording",
        Err(NotComparable::Altered(Alteration::Scale)) => "figure-wave-scale",
        Err(NotComparable::Altered(Alteration::Channel)) => "figure-wave-channel",
        Err(NotComparable::NotCompared(NotCompared::Complete)) => "figure-wave-complete",
        Err(NotComparable::NotCompared(NotCompared::FewAnswers { .. }) | NotComparable::Untestable(_)) => {
            "figure-wave-few"
        }
    }
}
