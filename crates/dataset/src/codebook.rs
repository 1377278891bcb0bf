/// The built-in words of a codebook in a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodebookWords {
    pub answers_sheet: String,
    pub codebook_sheet: String,
    pub study_sheet: String,
    pub name: String,
    pub label: String,
    pub wording: String,
    /// Who was asked, and what was done to the values.
    pub universe: String,
    pub level: String,
    /// Nominal, ordinal, scale.
    pub levels: [String; 3],
    pub code: String,
    pub number: String,
    pub meaning: String,
    pub count: String,
}
