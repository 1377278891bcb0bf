use base::Text;
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
