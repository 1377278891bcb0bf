use super::{KindCode, Trouble, option_rows, words_form::spoken};
use crate::{Failure, typed::Typed};
use base::Text;
use survey::{
    Group, GroupCode, GroupLayout, Item, Question, QuestionCode, QuestionKind, Questionnaire, Scale, ScaleCode,
    ScaleOption,
    edit::{self, EditRefusal, Place},
};

/// Something new: a question of some kind, a grid, a group or a page.
#[derive(Debug, Clone)]
pub struct ItemForm {
    /// A kind of a question, `grid`, `group` or `page`.
    pub kind: String,
    pub place: Place,
    label: Text,
    /// One below the other: options of a choice, rows of a grid.
    options: Vec<ScaleOption>,
    rows: Vec<String>,
    ready: Option<Scale>,
}

impl ItemForm {
    /// # Errors
    /// What cannot be read.
    pub fn read(typed: &Typed, questionnaire: &Questionnaire) -> Result<ItemForm, Failure> {
        let group = |text: &str| {
            GroupCode::parse(text).map_err(|_| EditRefusal::NoSuchItem { code: text.chars().take(60).collect() })
        };
        let within = Some(typed.get("within")).filter(|within| !within.is_empty()).map(group).transpose()?;
        let before = Some(typed.get("before").to_owned()).filter(|before| !before.is_empty());
        let label = spoken(typed, "label", &questionnaire.languages);
        let kind = typed.get("kind").to_owned();
        if label.is_silent() && !matches!(kind.as_str(), "page" | "group" | "grid" | "calculated" | "given") {
            return Err(EditRefusal::NoWords.into());
        }
        let ready = typed.get("scale").strip_prefix("ready:").and_then(|code| survey::item_bank().scales.get(code));
        let rows = typed.get("rows").lines().map(str::trim).filter(|line| !line.is_empty());
        Ok(ItemForm {
            place: Place { within, before },
            label,
            options: option_rows::lines(typed.get("options"))?,
            rows: rows.map(str::to_owned).take(edit::MOST_QUESTIONS).collect(),
            ready: ready.cloned(),
            kind,
        })
    }

    /// Adds it, and tells its code.
    ///
    /// # Errors
    /// As the operations of [`survey::edit`]; [`Trouble::UnknownKind`].
    pub fn apply(self, questionnaire: Questionnaire) -> Result<(Questionnaire, String), Failure> {
        let layout = match self.kind.as_str() {
            "page" => GroupLayout::Page,
            "group" => GroupLayout::Plain,
            "grid" => return self.grid(questionnaire),
            kind => {
                let kind = KindCode::from_code(kind).ok_or(Trouble::UnknownKind)?;
                return self.question(questionnaire, kind);
            }
        };
        let stem = if layout == GroupLayout::Page { "p" } else { "g" };
        let code = numbered(&questionnaire, stem);
        let group = Group::new(group_code(&code)?, self.said(), layout, Vec::new());
        Ok((edit::add(questionnaire, &self.place, Item::Group(group))?, code))
    }

    fn said(&self) -> Option<Text> {
        Some(self.label.clone()).filter(|label| label.all().any(|words| !words.is_empty()))
    }

    fn question(self, questionnaire: Questionnaire, kind: KindCode) -> Result<(Questionnaire, String), Failure> {
        let code = numbered(&questionnaire, "q");
        // A new row answers as the other rows do.
        let grid = self.place.within.as_ref().and_then(|within| edit::item(&questionnaire.items, within.as_str()));
        let shared = grid.and_then(Item::group).and_then(Group::battery_scale).cloned();
        let (questionnaire, scale) = match shared {
            Some(scale) => (questionnaire, Some(scale)),
            None if kind.has_options() => {
                let (questionnaire, scale) = self.scale(questionnaire, &code)?;
                (questionnaire, Some(scale))
            }
            None => (questionnaire, None),
        };
        let asked = kind.plain(scale).ok_or(Trouble::UnknownKind)?;
        let question = Question::new(question_code(&code)?, self.label, asked);
        Ok((edit::add(questionnaire, &self.place, Item::Question(question))?, code))
    }

    fn grid(self, questionnaire: Questionnaire) -> Result<(Questionnaire, String), Failure> {
        let code = numbered(&questionnaire, "g");
        let (mut questionnaire, scale) = self.scale(questionnaire, &code)?;
        let mut rows = Vec::new();
        let mut number = next_number(&questionnaire, "q");
        let words = if self.rows.is_empty() { vec![String::new()] } else { self.rows.clone() };
        for words in words {
            let row = question_code(&format!("q{number}"))?;
            number = number.saturating_add(1);
            rows.push(Item::Question(Question::new(row, Text::bulgarian(words), QuestionKind::one(scale.clone()))));
        }
        let grid = Group::new(group_code(&code)?, self.said(), GroupLayout::Battery, rows);
        questionnaire = edit::add(questionnaire, &self.place, Item::Group(grid))?;
        Ok((questionnaire, code))
    }

    /// The scale that the form chose or wrote; „Да“ and „Не“ where it did neither.
    fn scale(&self, questionnaire: Questionnaire, code: &str) -> Result<(Questionnaire, ScaleCode), Failure> {
        let scale = match &self.ready {
            Some(ready) => ready.clone(),
            None if self.options.is_empty() => yes_and_no(code)?,
            None => Scale { options: self.options.clone(), ..yes_and_no(code)? },
        };
        Ok(edit::take_scale(questionnaire, scale)?)
    }
}

/// `q7`: the next number that no question has.
fn numbered(questionnaire: &Questionnaire, stem: &str) -> String {
    edit::fresh_code(questionnaire, &format!("{stem}{}", next_number(questionnaire, stem)))
}

fn next_number(questionnaire: &Questionnaire, stem: &str) -> u32 {
    fn largest(items: &[Item], stem: &str) -> u32 {
        let own =
            |item: &Item| edit::code_of(item).strip_prefix(stem).and_then(|number| number.parse().ok()).unwrap_or(0);
        let inner = |item: &Item| item.group().map_or(0, |group| largest(&group.items, stem));
        items.iter().map(|item| own(item).max(inner(item))).max().unwrap_or(0)
    }
    largest(&questionnaire.items, stem).saturating_add(1)
}

fn question_code(code: &str) -> Result<QuestionCode, EditRefusal> {
    QuestionCode::parse(code).map_err(|_| EditRefusal::BadCode { field: "code", given: code.to_owned() })
}

fn group_code(code: &str) -> Result<GroupCode, EditRefusal> {
    GroupCode::parse(code).map_err(|_| EditRefusal::BadCode { field: "code", given: code.to_owned() })
}

/// What a choice without options begins with.
pub(super) fn yes_and_no(code: &str) -> Result<Scale, EditRefusal> {
    let bad = || EditRefusal::BadCode { field: "code", given: code.to_owned() };
    let name: String = format!("{code}_options").chars().take(64).collect();
    let option = |code: &str, words: Text| {
        let code = survey::OptionCode::parse(code).map_err(|_| bad())?;
        Ok::<_, EditRefusal>(ScaleOption::new(code, words, survey::Standing::Unordered))
    };
    let options = vec![option("yes", Text::new("Да", "Yes"))?, option("no", Text::new("Не", "No"))?];
    Ok(Scale { code: ScaleCode::parse(&name).map_err(|_| bad())?, options, ordered: false })
}
