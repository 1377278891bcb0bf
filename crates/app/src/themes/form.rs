use super::{Trouble, coding::checked};
use crate::{
    Failure, Refusal,
    publications::suggested_address,
    typed::{Reading, Typed, english_of},
};
use base::AudienceId;
use stats::text::Codebook;
use survey::{OptionCode, QuestionCode, Theme, ThemeList, ThemedQuestion};

const LONGEST_NAME: usize = 120;
const LONGEST_DESCRIPTION: usize = 600;
const LONGEST_PATTERN: usize = 120;

/// The box of one question.
pub fn question_field(audience: AudienceId, question: &QuestionCode) -> String {
    format!("question:{audience}:{question}")
}

pub fn typed_list(list: &ThemeList) -> Typed {
    let typed = Typed::default().with_text("name", &list.name);
    list.questions.iter().fold(typed, |typed, one| typed.with(&question_field(one.audience, &one.question), "yes"))
}

/// Reads a list without its themes; `open` are the questions that there are.
///
/// # Errors
/// Every field at fault at once.
pub fn read_list(typed: &Typed, open: &[ThemedQuestion]) -> Result<ThemeList, Failure> {
    let mut form = Reading::of(typed);
    let name = form.needed_text("name", LONGEST_NAME);
    let is_chosen = |one: &&ThemedQuestion| !typed.get(&question_field(one.audience, &one.question)).is_empty();
    let questions: Vec<ThemedQuestion> = open.iter().filter(is_chosen).cloned().collect();
    if questions.is_empty() {
        form.refuse(Trouble::NoQuestion);
    }
    form.finish(Some(ThemeList { name, questions, themes: Vec::new() }))
}

pub fn typed_theme(theme: &Theme) -> Typed {
    Typed::default()
        .with("code", theme.code.as_str())
        .with_text("name", &theme.name)
        .with_text("description", &theme.description)
        .with("patterns", theme.patterns.join("\n"))
        .with("exclusions", theme.exclusions.join("\n"))
}

/// Reads one theme; one without a code gets one of its name.
///
/// # Errors
/// Every field at fault at once.
pub fn read_theme(typed: &Typed) -> Result<Theme, Failure> {
    let mut form = Reading::of(typed);
    let name = form.needed_text("name", LONGEST_NAME);
    let description = form.text("description", LONGEST_DESCRIPTION);
    let given = form.line("code", LONGEST_NAME);
    let proposed = || suggested_address(&name.bulgarian).map(|address| address.to_string().replace('-', "_"));
    let code = if given.is_empty() { proposed().unwrap_or_default() } else { given.clone() };
    let code = match theme_code(&code) {
        Some(code) => Some(code),
        None if given.is_empty() && name.bulgarian.is_empty() => None,
        None => {
            form.refuse(Trouble::CodeUnreadable { field: "code".to_owned(), given });
            None
        }
    };
    let mut patterns = [Vec::new(), Vec::new()];
    for (field, patterns) in ["patterns", "exclusions"].into_iter().zip(&mut patterns) {
        let lines = typed.get(field).split(['\n', ';', '|']).map(str::trim).filter(|line| !line.is_empty());
        for line in lines.take(Codebook::MOST_PATTERNS + 1) {
            match checked(line) {
                Ok(()) => patterns.push(line.to_owned()),
                Err(because) => {
                    let pattern = line.chars().take(LONGEST_PATTERN).collect();
                    form.refuse(Trouble::Pattern { field: field.to_owned(), pattern, because });
                }
            }
        }
    }
    let [patterns, exclusions] = patterns;
    if patterns.len() + exclusions.len() > Codebook::MOST_PATTERNS {
        let most = Codebook::MOST_PATTERNS;
        form.refuse(Trouble::TooManyPatterns { field: "patterns".to_owned(), most });
    }
    let theme = code.map(|code| Theme { code, name, description, patterns, exclusions });
    form.finish(theme)
}

/// The end of a column's name in a file, so that a statistics program can read it.
fn theme_code(text: &str) -> Option<OptionCode> {
    let is_plain = text.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    let is_short = (1..=40).contains(&text.len()) && text != Codebook::UNCODED;
    (is_plain && is_short).then(|| OptionCode::parse(text).ok()).flatten()
}

/// The theme as a file holds it, read by the same rules.
pub(super) fn read_cells(cells: [&str; 7]) -> Result<Theme, Trouble> {
    let [code, name, name_en, description, description_en, patterns, exclusions] = cells;
    let typed = Typed::default()
        .with("code", code.trim())
        .with("name", name.trim())
        .with(&english_of("name"), name_en.trim())
        .with("description", description.trim())
        .with(&english_of("description"), description_en.trim())
        .with("patterns", patterns)
        .with("exclusions", exclusions);
    read_theme(&typed).map_err(|failure| match failure {
        Failure::Refused(refusals) => match refusals.into_iter().next() {
            Some(Refusal::Themes(trouble)) => trouble,
            _ if name.trim().is_empty() => Trouble::NameMissing,
            _ => Trouble::TooLong { longest: LONGEST_DESCRIPTION },
        },
        Failure::NotFound | Failure::Fault(_) => Trouble::FileUnreadable,
    })
}
