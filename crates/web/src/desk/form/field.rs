use crate::Frame;
use app::{
    Words, personal_data,
    typed::{Typed, english_of},
};

/// One field with its label, its hint and what stands in it.
pub struct Field {
    /// Also its name in the sent form.
    pub id: String,
    pub label: String,
    pub hint: String,
    pub value: String,
    pub is_needed: bool,
    pub kind: FieldKind,
}

pub enum FieldKind {
    Line,
    Number,
    /// So many lines high.
    Area(u8),
    /// A few choices, each explained.
    Radio(Vec<Choice>),
    Select(Vec<Choice>),
    Tick,
}

pub struct Choice {
    pub code: String,
    pub words: String,
    pub hint: String,
}

impl Field {
    pub fn needed(mut self) -> Field {
        self.is_needed = true;
        self
    }

    /// What ties the input to its hint and its error; the id is ours, so it is safe to write into a tag.
    pub fn described(&self, is_wrong: &bool) -> String {
        let hint = if self.hint.is_empty() { String::new() } else { format!("{}-hint", self.id) };
        match (is_wrong, hint.is_empty()) {
            (true, true) => format!(" aria-invalid=\"true\" aria-describedby=\"{}-error\"", self.id),
            (true, false) => format!(" aria-invalid=\"true\" aria-describedby=\"{hint} {}-error\"", self.id),
            (false, true) => String::new(),
            (false, false) => format!(" aria-describedby=\"{hint}\""),
        }
    }

    /// `value` as the field would show it.
    pub fn told(&self, frame: &Frame, value: &str) -> String {
        let told = match &self.kind {
            FieldKind::Radio(choices) | FieldKind::Select(choices) => {
                choices.iter().find(|choice| choice.code == value).map(|choice| choice.words.clone())
            }
            FieldKind::Tick if !value.is_empty() => Some(frame.say("desk-rights-yes")),
            FieldKind::Tick | FieldKind::Line | FieldKind::Number | FieldKind::Area(_) => None,
        };
        let told = told.unwrap_or_else(|| value.to_owned());
        if told.is_empty() { frame.say("desk-form-empty") } else { told }
    }
}

/// Makes the fields of one form; their labels stand under `prefix`, the hints under the label's `.hint`.
pub struct Fields<'a> {
    words: Words,
    prefix: &'static str,
    typed: &'a Typed,
}

impl<'a> Fields<'a> {
    pub fn of(frame: &Frame, prefix: &'static str, typed: &'a Typed) -> Fields<'a> {
        Fields { words: frame.words, prefix, typed }
    }

    pub fn line(&self, id: &str) -> Field {
        self.field(id, FieldKind::Line)
    }

    pub fn number(&self, id: &str) -> Field {
        self.field(id, FieldKind::Number)
    }

    pub fn area(&self, id: &str, lines: u8) -> Field {
        self.field(id, FieldKind::Area(lines))
    }

    /// The box by which somebody says that the personal data in a form belong there.
    pub fn seen(frame: &Frame, is_ticked: bool) -> Field {
        let typed = Typed::default().with(personal_data::SEEN, if is_ticked { "yes" } else { "" });
        Fields::of(frame, "desk-personal-data", &typed).tick(personal_data::SEEN)
    }

    pub fn tick(&self, id: &str) -> Field {
        self.field(id, FieldKind::Tick)
    }

    /// The words of a choice stand under the label's key and the choice's code.
    pub fn radio<'c>(&self, id: &str, codes: impl IntoIterator<Item = &'c str>) -> Field {
        let choice = |code: &str| {
            let key = format!("{}-{code}", self.key(id));
            let hint = self.words.find(&format!("{key}.hint"), &[]).unwrap_or_default();
            Choice { code: code.to_owned(), words: self.words.say(&key), hint }
        };
        self.field(id, FieldKind::Radio(codes.into_iter().map(choice).collect()))
    }

    pub fn select(&self, id: &str, choices: impl IntoIterator<Item = (String, String)>) -> Field {
        let choice = |(code, words)| Choice { code, words, hint: String::new() };
        self.field(id, FieldKind::Select(choices.into_iter().map(choice).collect()))
    }

    /// The same field for the translation; an area where `lines` are given.
    pub fn english(&self, id: &str, lines: u8) -> Field {
        let label = self.words.say(&self.key(id));
        Field {
            id: english_of(id),
            label: self.words.tell("desk-form-in-english", &[("label", label.into())]),
            hint: String::new(),
            value: self.typed.get(&english_of(id)).to_owned(),
            is_needed: false,
            kind: if lines == 0 { FieldKind::Line } else { FieldKind::Area(lines) },
        }
    }

    fn field(&self, id: &str, kind: FieldKind) -> Field {
        let key = self.key(id);
        Field {
            id: id.to_owned(),
            label: self.words.say(&key),
            hint: self.words.find(&format!("{key}.hint"), &[]).unwrap_or_default(),
            value: self.typed.get(id).to_owned(),
            is_needed: false,
            kind,
        }
    }

    fn key(&self, id: &str) -> String {
        format!("{}-{}", self.prefix, id.replace('_', "-"))
    }
}
