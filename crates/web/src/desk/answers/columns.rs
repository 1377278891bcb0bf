use crate::{Fields, Frame};
use survey::{Located, Questionnaire, answers_csv::Columns};

/// More choices than this on one page help nobody: such a file goes by its headers alone.
const MOST_CHOICES: usize = 60_000;
const LONGEST_CHOICE: usize = 70;

/// What each column of a file means, as it was guessed or as somebody said, and what is done with repeated rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Mapping {
    pub names: Vec<String>,
    pub skips_within: bool,
    pub skips_before: bool,
}

/// One column as the page shows it.
pub struct ColumnRow {
    pub place: usize,
    pub letter: String,
    pub header: String,
    pub examples: String,
    pub name: String,
}

impl Mapping {
    pub fn guessed(columns: &Columns) -> Mapping {
        Mapping { names: columns.names.clone(), skips_within: false, skips_before: false }
    }

    /// What was sent. A column that did not come stays as it was guessed.
    pub fn sent(fields: &Fields, columns: &Columns, offered: &[String]) -> Mapping {
        let name = |(place, guess): (usize, &String)| match fields.get(&format!("column-{place}")) {
            Some(name) if name.is_empty() || offered.iter().any(|known| known == name) => name.to_owned(),
            Some(_) | None => guess.clone(),
        };
        Mapping {
            names: columns.names.iter().enumerate().map(name).collect(),
            skips_within: fields.has("skips_within"),
            skips_before: fields.has("skips_before"),
        }
    }

    /// Whether a column says that words may be quoted.
    pub fn tells_quotable(&self) -> bool {
        self.names.iter().any(|name| is_quotable(name))
    }

    /// Names what was decided, so that nothing else is taken in than what was looked at.
    pub fn digest(&self) -> String {
        let written = base::Fields::of("answers-mapping").text(&format!("{} {}", self.skips_within, self.skips_before));
        self.names.iter().fold(written, |written, name| written.text(name)).digest().to_string()
    }

    pub fn rows(&self, columns: &Columns) -> Vec<ColumnRow> {
        let all = self.names.iter().zip(&columns.headers).zip(&columns.examples).enumerate();
        all.map(|(place, ((name, header), examples))| ColumnRow {
            place,
            letter: Located { sheet: None, row: None, column: u32::try_from(place).ok(), problem: () }
                .letter()
                .unwrap_or_default(),
            header: header.clone(),
            examples: examples.join(" · "),
            name: name.clone(),
        })
        .collect()
    }
}

/// Every name with its words; empty where there would be too many.
pub fn choices(frame: &Frame, questionnaire: &Questionnaire, columns: &Columns) -> Vec<(String, String)> {
    let offered = Columns::offered(questionnaire);
    if offered.len().saturating_mul(columns.headers.len()) > MOST_CHOICES {
        return Vec::new();
    }
    let named = |name: String| {
        let words = words(frame, questionnaire, &name);
        (name, words)
    };
    offered.into_iter().map(named).collect()
}

/// As [`Columns::offered`] calls it.
fn is_quotable(name: &str) -> bool {
    matches!(name, "quotable" | "цитиране" | "позволява цитиране")
}

fn words(frame: &Frame, questionnaire: &Questionnaire, name: &str) -> String {
    let label = |code: &str| {
        let question = questionnaire.question(code)?;
        Some((question, shortened(question.label.say(frame.words.language()))))
    };
    if let Some((_, label)) = label(name) {
        return format!("{label} ({name})");
    }
    if let Some((question, option)) = name.split_once('/')
        && let Some((question, label)) = label(question)
        && let Some(option) = questionnaire.scale_of(question).and_then(|scale| scale.option(option))
    {
        return format!("{label}: {} ({name})", shortened(option.label.say(frame.words.language())));
    }
    if let Some((_, label)) = name.strip_suffix("_other").and_then(label) {
        return format!("{label}: {} ({name})", frame.say("desk-answers-own-words"));
    }
    let key = match name {
        "day" | "ден" | "дата" => "desk-answers-day",
        _ if is_quotable(name) => "desk-answers-quotable",
        _ => "desk-answers-mode",
    };
    format!("{} ({name})", frame.say(key))
}

fn shortened(words: &str) -> String {
    match words.char_indices().nth(LONGEST_CHOICE) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
        None => words.to_owned(),
    }
}
