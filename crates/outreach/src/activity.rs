use base::{Fields, Text};
use jiff::civil::Date;

/// One thing that the project does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    pub title: Text,
    /// The rest of the sentence, after the title.
    pub description: Text,
    pub progress: Progress,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Done; on which day, where that was told.
    Done {
        on: Option<Date>,
    },
    Underway,
    ToDo,
}

impl Activity {
    /// For the project's digest: title, description, progress, and the day or missing.
    pub(crate) fn told(&self, fields: Fields) -> Fields {
        let fields = fields.words(&self.title).words(&self.description);
        match self.progress {
            Progress::Done { on } => {
                fields.text("done").optional(on.map(|day| day.to_string()).as_deref().map(str::as_bytes))
            }
            Progress::Underway => fields.text("underway").optional(None),
            Progress::ToDo => fields.text("to-do").optional(None),
        }
    }
}
