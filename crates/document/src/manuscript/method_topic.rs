/// What the method sheet of a published report has to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MethodTopic {
    /// Who the people are that the study speaks of.
    Population,
    /// How they got into it: all of them, by chance, whoever wanted to.
    Entry,
    Channels,
    Dates,
    Response,
    Weighting,
    /// Whom it leaves out.
    Exclusions,
    Limits,
    /// Who paid.
    Funding,
}

impl MethodTopic {
    pub const ALL: [MethodTopic; 9] = [
        MethodTopic::Population,
        MethodTopic::Entry,
        MethodTopic::Channels,
        MethodTopic::Dates,
        MethodTopic::Response,
        MethodTopic::Weighting,
        MethodTopic::Exclusions,
        MethodTopic::Limits,
        MethodTopic::Funding,
    ];

    pub fn code(self) -> &'static str {
        match self {
            MethodTopic::Population => "population",
            MethodTopic::Entry => "entry",
            MethodTopic::Channels => "channels",
            MethodTopic::Dates => "dates",
            MethodTopic::Response => "response",
            MethodTopic::Weighting => "weighting",
            MethodTopic::Exclusions => "exclusions",
            MethodTopic::Limits => "limits",
            MethodTopic::Funding => "funding",
        }
    }

    pub fn from_code(code: &str) -> Option<MethodTopic> {
        MethodTopic::ALL.into_iter().find(|topic| topic.code() == code)
    }

    /// Whether each audience has its own.
    pub fn is_of_audience(self) -> bool {
        match self {
            MethodTopic::Population
            | MethodTopic::Entry
            | MethodTopic::Channels
            | MethodTopic::Response
            | MethodTopic::Exclusions => true,
            MethodTopic::Dates | MethodTopic::Weighting | MethodTopic::Limits | MethodTopic::Funding => false,
        }
    }
}
