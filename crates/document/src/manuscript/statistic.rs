/// What is asked of an audience, of a question, or of one of its options. Every word of it stands last in an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Statistic {
    /// How many answered; of a question, how many answers count in it.
    N,
    /// How many people the audience has.
    Population,
    /// How many answers were wanted.
    Planned,
    /// The part of the audience that answered.
    Rate,
    /// How many questions its questionnaire asks.
    Questions,
    Online,
    Paper,
    Imported,
    /// How many answered the version of the questionnaire with this number.
    Version,
    /// How far a share would move if those who did not answer were ten points different.
    Shift,
    Mean,
    MeanLow,
    MeanHigh,
    Median,
    LowerQuartile,
    UpperQuartile,
    /// The upper steps of a scale together.
    TopShare,
    TopLow,
    TopHigh,
    TopInterval,
    /// How many options people chose, on average.
    Mentions,
    /// Those who cannot judge, of those who were asked.
    DontKnowShare,
    /// Those who gave no answer, of those who were asked.
    UnansweredShare,
    /// How many open answers are quoted.
    Quoted,
    Share,
    Count,
    Low,
    High,
    Interval,
    /// The mean place in a ranking.
    Place,
    /// First audience minus second, in points; of an option or of the upper steps.
    Difference,
    DifferenceLow,
    DifferenceHigh,
}

/// How many names an address has between its audience and its statistic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Audience,
    AudienceOrQuestion,
    Question,
    Option,
    QuestionOrOption,
}

impl Statistic {
    pub const ALL: [Statistic; 33] = [
        Statistic::N,
        Statistic::Population,
        Statistic::Planned,
        Statistic::Rate,
        Statistic::Questions,
        Statistic::Online,
        Statistic::Paper,
        Statistic::Imported,
        Statistic::Version,
        Statistic::Shift,
        Statistic::Mean,
        Statistic::MeanLow,
        Statistic::MeanHigh,
        Statistic::Median,
        Statistic::LowerQuartile,
        Statistic::UpperQuartile,
        Statistic::TopShare,
        Statistic::TopLow,
        Statistic::TopHigh,
        Statistic::TopInterval,
        Statistic::Mentions,
        Statistic::DontKnowShare,
        Statistic::UnansweredShare,
        Statistic::Quoted,
        Statistic::Share,
        Statistic::Count,
        Statistic::Low,
        Statistic::High,
        Statistic::Interval,
        Statistic::Place,
        Statistic::Difference,
        Statistic::DifferenceLow,
        Statistic::DifferenceHigh,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Statistic::N => "n",
            Statistic::Population => "population",
            Statistic::Planned => "planned",
            Statistic::Rate => "rate",
            Statistic::Questions => "questions",
            Statistic::Online => "online",
            Statistic::Paper => "paper",
            Statistic::Imported => "imported",
            Statistic::Version => "version",
            Statistic::Shift => "shift",
            Statistic::Mean => "mean",
            Statistic::MeanLow => "mean-low",
            Statistic::MeanHigh => "mean-high",
            Statistic::Median => "median",
            Statistic::LowerQuartile => "lower-quartile",
            Statistic::UpperQuartile => "upper-quartile",
            Statistic::TopShare => "top-share",
            Statistic::TopLow => "top-low",
            Statistic::TopHigh => "top-high",
            Statistic::TopInterval => "top-interval",
            Statistic::Mentions => "mentions",
            Statistic::DontKnowShare => "dont-know-share",
            Statistic::UnansweredShare => "unanswered-share",
            Statistic::Quoted => "quoted",
            Statistic::Share => "share",
            Statistic::Count => "count",
            Statistic::Low => "low",
            Statistic::High => "high",
            Statistic::Interval => "interval",
            Statistic::Place => "place",
            Statistic::Difference => "difference",
            Statistic::DifferenceLow => "difference-low",
            Statistic::DifferenceHigh => "difference-high",
        }
    }

    pub fn from_code(code: &str) -> Option<Statistic> {
        Statistic::ALL.into_iter().find(|statistic| statistic.code() == code)
    }

    pub fn scope(self) -> Scope {
        match self {
            Statistic::N => Scope::AudienceOrQuestion,
            Statistic::Population
            | Statistic::Planned
            | Statistic::Rate
            | Statistic::Questions
            | Statistic::Online
            | Statistic::Paper
            | Statistic::Imported
            | Statistic::Shift => Scope::Audience,
            // The number of the version stands where a question would.
            Statistic::Version
            | Statistic::Mean
            | Statistic::MeanLow
            | Statistic::MeanHigh
            | Statistic::Median
            | Statistic::LowerQuartile
            | Statistic::UpperQuartile
            | Statistic::TopShare
            | Statistic::TopLow
            | Statistic::TopHigh
            | Statistic::TopInterval
            | Statistic::Mentions
            | Statistic::DontKnowShare
            | Statistic::UnansweredShare
            | Statistic::Quoted => Scope::Question,
            Statistic::Share
            | Statistic::Count
            | Statistic::Low
            | Statistic::High
            | Statistic::Interval
            | Statistic::Place => Scope::Option,
            Statistic::Difference | Statistic::DifferenceLow | Statistic::DifferenceHigh => Scope::QuestionOrOption,
        }
    }

    /// Whether it needs a second audience.
    pub fn is_of_two(self) -> bool {
        self.scope() == Scope::QuestionOrOption
    }
}

impl Scope {
    pub fn takes(self, names: usize) -> bool {
        match self {
            Scope::Audience => names == 0,
            Scope::AudienceOrQuestion => names <= 1,
            Scope::Question => names == 1,
            Scope::Option => names == 2,
            Scope::QuestionOrOption => (1..=2).contains(&names),
        }
    }
}
