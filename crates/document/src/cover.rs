/// The title page: whose document it is, under which project, with whose money.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cover {
    /// What kind of document this is: „Доклад“.
    pub kind: String,
    /// One sentence under the title: the main finding.
    pub summary: Option<String>,
    /// The full title of the project.
    pub project: Option<String>,
    /// Rows of project data in order: („Договор“, „BG05SFOP001-…“), („Период“, „20.07.2022 – 20.12.2023“).
    pub rows: Vec<(String, String)>,
    pub parties: Vec<CoverParty>,
    pub funding: Option<FundingSigns>,
    /// The day as people read it: „27 юли 2023 г.“.
    pub date: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverParty {
    /// „Бенефициент“
    pub part: String,
    pub name: String,
}

/// The signs that the programme demands, as words beside the flag, and the formula below them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FundingSigns {
    /// Whether the flag of the European Union stands with the signs.
    pub european_union: bool,
    /// „Европейски съюз“, „Европейски социален фонд“, the programme.
    pub signs: Vec<String>,
    /// The sentence that says who finances.
    pub formula: String,
}
