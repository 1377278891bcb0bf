/// In which form a data set leaves the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    Csv,
    Sav,
    Xlsx,
    Ddi,
    Csvw,
    Frictionless,
    Dcat,
}

impl Format {
    pub const ALL: [Format; 7] =
        [Format::Csv, Format::Sav, Format::Xlsx, Format::Ddi, Format::Csvw, Format::Frictionless, Format::Dcat];

    pub fn code(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Sav => "sav",
            Format::Xlsx => "xlsx",
            Format::Ddi => "ddi",
            Format::Csvw => "csvw",
            Format::Frictionless => "frictionless",
            Format::Dcat => "dcat",
        }
    }

    pub fn from_code(code: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.code() == code)
    }

    /// Of a file of this form.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv; charset=utf-8",
            Format::Sav => "application/x-spss-sav",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::Ddi => "application/xml",
            Format::Csvw => "application/csvm+json",
            Format::Frictionless => "application/json",
            Format::Dcat => "application/ld+json",
        }
    }
}
