use crate::Words;
use base::Argument;

/// How much something matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Fine,
    /// It goes on, but somebody should look.
    Warning,
    /// Data, or people's trust, is at risk as it is.
    Fault,
}

impl Level {
    pub fn code(self) -> &'static str {
        match self {
            Level::Fine => "fine",
            Level::Warning => "warning",
            Level::Fault => "fault",
        }
    }
}

/// One thing that was looked at.
#[derive(Debug, Clone)]
pub struct Finding {
    /// For scripts; its words are `doctor-CODE` in the locale files.
    pub code: String,
    pub level: Level,
    /// Whose it is, where there are several tenants.
    pub tenant: Option<String>,
    pub sentence: String,
    /// What to do; nothing where all is well.
    pub hint: Option<String>,
}

impl Finding {
    /// Its words are `doctor-CODE`, and `doctor-CODE.hint` unless all is well.
    pub fn new(level: Level, code: &str, values: &[(&str, Argument)], words: &Words) -> Finding {
        let hint = (level != Level::Fine).then(|| words.tell(&format!("doctor-{code}.hint"), values));
        Finding {
            code: code.to_owned(),
            level,
            tenant: None,
            sentence: words.tell(&format!("doctor-{code}"), values),
            hint,
        }
    }

    /// For a terminal: what is found, and below it what to do.
    pub fn lines(&self, words: &Words) -> Vec<String> {
        let level = words.say(&format!("doctor-level-{}", self.level.code()));
        let of = self.tenant.as_ref().map(|tenant| format!("{tenant}: ")).unwrap_or_default();
        let hint = self.hint.as_ref().map(|hint| format!("    {hint}"));
        std::iter::once(format!("{level}  {of}{}", self.sentence)).chain(hint).collect()
    }
}
