//! Counts as a document that outlives the program: JSON, the same bytes for the same counts.

use super::{BatteryCounts, Counts, EntryPeople, Number, PairCounts, QuestionCounts};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use survey::{GroupCode, Missing, Mode, QuestionCode};

/// To be raised whenever the same responses would add up to something else: older documents are then made anew.
const FORM: u32 = 5;

#[derive(Serialize, Deserialize)]
struct Written {
    form: u32,
    responses: u64,
    modes: BTreeMap<String, u64>,
    versions: BTreeMap<String, u64>,
    questions: BTreeMap<String, WrittenQuestion>,
    weeks: BTreeMap<String, BTreeMap<String, u64>>,
    /// How many filled it in, and how many of them with the same answer in every row.
    batteries: BTreeMap<String, (u64, u64)>,
    /// How many entered something, and how many chose each option.
    entries: BTreeMap<String, (u64, Vec<u64>)>,
    pairs: Vec<WrittenPair>,
}

#[derive(Serialize, Deserialize)]
struct WrittenPair {
    row: String,
    column: String,
    places: (usize, usize),
    cells: Vec<Vec<u64>>,
}

#[derive(Serialize, Deserialize)]
struct WrittenQuestion {
    answered: u64,
    missing: BTreeMap<String, u64>,
    options: Vec<u64>,
    numbers: Vec<(f64, u64)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    places: Vec<Vec<u64>>,
    days: BTreeMap<String, u64>,
}

impl Counts {
    pub fn write(&self) -> String {
        let written = Written {
            form: FORM,
            responses: self.responses,
            modes: write_modes(&self.by_mode),
            versions: self.by_version.iter().map(|(version, n)| (version.to_string(), *n)).collect(),
            questions: self.questions.iter().map(|(code, counts)| (code.to_string(), write(counts))).collect(),
            weeks: self.by_week.iter().map(|(day, modes)| (day.to_string(), write_modes(modes))).collect(),
            batteries: self.batteries.iter().map(|(code, n)| (code.to_string(), (n.whole, n.alike))).collect(),
            entries: self
                .entries
                .iter()
                .map(|(code, entered)| (code.to_string(), (entered.people, entered.choosers.clone())))
                .collect(),
            pairs: self.pairs.iter().map(write_pair).collect(),
        };
        serde_json::to_string(&written).unwrap_or_default()
    }

    /// `None` for anything that this version of [`Counts::write`] did not make.
    pub fn read(document: &str) -> Option<Counts> {
        let written: Written = serde_json::from_str(document).ok()?;
        if written.form != FORM {
            return None;
        }
        let versions = written.versions.into_iter().map(|(version, n)| Some((version.parse().ok()?, n)));
        let questions = written.questions.into_iter().map(|(code, counts)| {
            let code = QuestionCode::parse(&code).ok()?;
            Some((code, read(counts)?))
        });
        let weeks = written.weeks.into_iter().map(|(day, modes)| Some((day.parse::<Date>().ok()?, read_modes(modes)?)));
        let batteries = written.batteries.into_iter().map(|(code, (whole, alike))| {
            let code = GroupCode::parse(&code).ok()?;
            Some((code, BatteryCounts { whole, alike }))
        });
        let entries = written.entries.into_iter().map(|(code, (people, choosers))| {
            let code = QuestionCode::parse(&code).ok()?;
            Some((code, EntryPeople { people, choosers }))
        });
        Some(Counts {
            responses: written.responses,
            by_mode: read_modes(written.modes)?,
            by_version: versions.collect::<Option<_>>()?,
            questions: questions.collect::<Option<_>>()?,
            by_week: weeks.collect::<Option<_>>()?,
            batteries: batteries.collect::<Option<_>>()?,
            entries: entries.collect::<Option<_>>()?,
            pairs: written.pairs.into_iter().map(read_pair).collect::<Option<_>>()?,
        })
    }
}

fn write_pair(pair: &PairCounts) -> WrittenPair {
    WrittenPair {
        row: pair.row.to_string(),
        column: pair.column.to_string(),
        places: pair.places,
        cells: pair.cells.clone(),
    }
}

fn read_pair(written: WrittenPair) -> Option<PairCounts> {
    let WrittenPair { row, column, places, cells } = written;
    Some(PairCounts { row: QuestionCode::parse(&row).ok()?, column: QuestionCode::parse(&column).ok()?, places, cells })
}

fn write_modes(modes: &BTreeMap<Mode, u64>) -> BTreeMap<String, u64> {
    modes.iter().map(|(mode, n)| (mode.code().to_owned(), *n)).collect()
}

fn read_modes(modes: BTreeMap<String, u64>) -> Option<BTreeMap<Mode, u64>> {
    modes.into_iter().map(|(code, n)| Some((Mode::from_code(&code)?, n))).collect()
}

fn write(counts: &QuestionCounts) -> WrittenQuestion {
    WrittenQuestion {
        answered: counts.answered,
        missing: counts.missing.iter().map(|(reason, n)| (reason.code().to_owned(), *n)).collect(),
        options: counts.options.clone(),
        numbers: counts.numbers.iter().map(|(number, n)| (number.value(), *n)).collect(),
        places: counts.places.clone(),
        days: counts.days.iter().map(|(day, n)| (day.to_string(), *n)).collect(),
    }
}

fn read(written: WrittenQuestion) -> Option<QuestionCounts> {
    let reason = |code: &str| Missing::ALL.into_iter().find(|reason| reason.code() == code);
    let missing = written.missing.into_iter().map(|(code, n)| Some((reason(&code)?, n)));
    let days = written.days.into_iter().map(|(day, n)| Some((day.parse::<Date>().ok()?, n)));
    Some(QuestionCounts {
        answered: written.answered,
        missing: missing.collect::<Option<_>>()?,
        options: written.options,
        numbers: written.numbers.into_iter().map(|(number, n)| (Number(number), n)).collect(),
        places: written.places,
        days: days.collect::<Option<_>>()?,
    })
}
