//! The parts of a report as blocks, for the page of results and for programs: the same words and numbers as in the report.

pub use super::draft::Headline;
use super::{
    AudienceData, Coverage, StudyData, draft,
    figures::{self, Voice},
    live_figures::StudyFigures,
};
use crate::Words;
use document::{
    Block, Column, Row, Table,
    manuscript::{Body, Manuscript, Wording},
};
use survey::Question;

/// The numbers that stand first: how many answered, of how many wanted, when.
pub fn key_figures(study: &StudyData, words: &Words) -> Block {
    let figures = StudyFigures::new(study, words);
    one(&figures, draft::key_numbers(&figures)).unwrap_or_else(|| Block::KeyFigures(Vec::new()))
}

/// What the numbers may claim and what they may not.
pub fn caution(study: &StudyData, words: &Words) -> Block {
    let figures = StudyFigures::new(study, words);
    draft::caution(&figures).and_then(|body| one(&figures, body)).unwrap_or_else(|| Block::words(""))
}

/// How the study was made, as a table of terms.
pub fn method_sheet(study: &StudyData, words: &Words) -> Block {
    let figures = StudyFigures::new(study, words);
    one(&figures, draft::method_sheet(&figures)).unwrap_or_else(|| Block::MethodSheet(Vec::new()))
}

/// What people wrote, question by question.
pub fn open_answers(study: &StudyData, words: &Words) -> Vec<Block> {
    let figures = StudyFigures::new(study, words);
    rendered(&figures, draft::open_answers(&figures))
}

/// One chapter for each audience, then what they were asked alike.
pub fn chapters(study: &StudyData, words: &Words) -> Told {
    let figures = StudyFigures::new(study, words);
    let of_audiences = study.audiences.iter().zip(&figures.drafted().audiences);
    let mut parts: Vec<Body> =
        of_audiences.flat_map(|(data, sections)| draft::of_audience(&figures, data, sections)).collect();
    parts.extend(draft::compared(&figures));
    parts.extend(draft::waves(&figures));
    let headlines = draft::headlines(&figures);
    let plain = |text: &str| {
        let told = rendered(&figures, draft::Pen { words }.prose(text));
        let told: Vec<String> = told.iter().filter_map(Block::plain).collect();
        told.join(" ")
    };
    let headlines = headlines.into_iter().map(|headline| Headline { words: plain(&headline.words), ..headline });
    Told { headlines: headlines.collect(), blocks: rendered(&figures, parts) }
}

/// Blocks, and the findings worth a line at the top.
#[derive(Debug, Clone, Default)]
pub struct Told {
    pub blocks: Vec<Block>,
    /// In plain words.
    pub headlines: Vec<Headline>,
}

impl Told {
    /// The findings that stand first, each saying of whom it is where that is not the same for all; and of whom they all
    /// are where it is.
    pub fn findings(&self, words: &Words) -> (Option<String>, Vec<String>) {
        let (of_whom, told) = draft::told_findings(words, &self.headlines, Voice::Plain);
        (of_whom, told.into_iter().map(|(words, _)| words).collect())
    }

    /// The first of them.
    pub fn headline(&self) -> Option<&str> {
        self.headlines.first().map(|headline| headline.words.as_str())
    }
}

/// The open answers to a question that may be quoted. `None` for a question of another kind, and for a handful of people:
/// everybody would know who said it.
pub(super) fn quoted<'a>(data: &'a AudienceData, question: &Question) -> Option<Vec<&'a str>> {
    let may = question.kind.is_open() && !data.is_tiny();
    let answers = || data.open_answers.iter().filter(|answer| answer.question == question.code);
    may.then(|| answers().map(|answer| answer.words.as_str()).collect())
}

/// What stands in the place of hidden answers, the same grounds told once with how many they are.
pub(super) fn hidden(data: &AudienceData, question: &Question, words: &Words) -> Vec<String> {
    let mut of_question: Vec<_> = data.hidden_answers.iter().filter(|one| one.question == question.code).collect();
    of_question.sort();
    let told = of_question.chunk_by(|one, next| one == next).filter_map(|same| {
        let first = same.first()?;
        let reason = words.say(&format!("moderation-reason-{}", first.reason));
        let count = i64::try_from(same.len()).unwrap_or(i64::MAX);
        let told = words.tell("results-open-hidden", &[("n", count.into()), ("reason", reason.into())]);
        Some(match &first.words {
            Some(words) => format!("{told} {words}"),
            None => told,
        })
    });
    told.collect()
}

fn one(figures: &StudyFigures, body: Body) -> Option<Block> {
    rendered(figures, [body]).into_iter().next()
}

fn rendered(figures: &StudyFigures, parts: impl IntoIterator<Item = Body>) -> Vec<Block> {
    let whole = Manuscript::new(Wording::default(), Wording::default(), parts).unwrap_or_default();
    whole.rendered(figures.words.language(), figures, &draft::phrases(figures.words))
}

/// For everybody no smaller part of the answers stands beside the population.
const LEAST_PUBLIC: u64 = 10;

/// Who answered beside who there is, a table for each question whose population somebody counted; none where nothing was
/// written down. A handful is compared with nobody.
pub fn coverage(study: &StudyData, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    for data in study.audiences.iter().filter(|data| !data.is_tiny()) {
        let all = super::coverage(&data.population, &data.questionnaire, &data.counts, LEAST_PUBLIC, false);
        for one in all {
            let label = survey::unpiped(one.label.say(words.language()));
            let values = [("name", data.audience.name.say(words.language()).into()), ("question", label.into())];
            let caption = words.tell("coverage-caption", &values);
            if !one.is_enough {
                blocks.push(Block::words(words.tell("coverage-too-few", &[("caption", caption.into())])));
                continue;
            }
            blocks.push(Block::Table(coverage_table(&one, caption, words)));
        }
    }
    if !blocks.is_empty() {
        let heading = Block::Heading { level: 3, text: words.say("coverage-heading"), anchor: "coverage".to_owned() };
        blocks.splice(0..0, [heading, Block::words(words.say("coverage-lede"))]);
    }
    blocks
}

fn coverage_table(coverage: &Coverage, caption: String, words: &Words) -> Table {
    let untold = || "–".to_owned();
    let rows = coverage.rows.iter().map(|row| {
        Row::new([
            survey::unpiped(row.label.say(words.language())),
            row.observed.map_or_else(untold, |share| words.percent(share)),
            words.percent(row.population),
            row.difference().map_or_else(untold, |points| difference(points, words)),
        ])
    });
    let note = [
        ("n", figures::count(coverage.answered)),
        ("source", coverage.source.say(words.language()).into()),
        ("day", words.date(coverage.as_of).into()),
    ];
    let number = |key: &str| Column::numbers(words.say(key));
    Table {
        caption: Some(caption),
        columns: vec![
            Column::words(words.say("coverage-group")),
            number("coverage-answered"),
            number("coverage-population"),
            number("coverage-difference"),
        ],
        rows: rows.collect(),
        note: Some(words.tell("coverage-note", &note)),
        ..Table::default()
    }
}

/// With its sign: „+12“, „−3“, „0“.
pub fn difference(points: f64, words: &Words) -> String {
    let told = words.number(points, 0);
    let is_more = told.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) && points > 0.0;
    if is_more { format!("+{told}") } else { told }
}
