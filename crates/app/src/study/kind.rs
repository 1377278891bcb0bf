/// What kind of document is made of a study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// The report of a study, as it is first published.
    #[default]
    Results,
    /// What is possible and what stands in its way: gaps, priorities, strengths and weaknesses, findings.
    Analysis,
    /// The yearly one on satisfaction with administrative service.
    Annual,
    /// One page.
    Summary,
    /// How feedback is collected from now on.
    Methodology,
    /// What came of measures.
    Impact,
    /// A letter with recommendations.
    Letter,
}

impl Kind {
    pub const ALL: [Kind; 7] =
        [Kind::Results, Kind::Analysis, Kind::Annual, Kind::Summary, Kind::Methodology, Kind::Impact, Kind::Letter];

    pub fn code(self) -> &'static str {
        match self {
            Kind::Results => "results",
            Kind::Analysis => "analysis",
            Kind::Annual => "annual",
            Kind::Summary => "summary",
            Kind::Methodology => "methodology",
            Kind::Impact => "impact",
            Kind::Letter => "letter",
        }
    }

    pub fn from_code(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
