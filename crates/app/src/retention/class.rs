/// A class of personal data that Glas keeps; see `law/personal-data.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    Drafts,
    Answers,
    OpenAnswers,
    /// Files that nothing uses any more, or never did.
    Uploads,
    /// Addresses to which personal codes were sent.
    Invitees,
    Accounts,
    /// Who came in once and may no more.
    Leavers,
    /// Who changed which draft of a questionnaire.
    QuestionnaireStates,
    Sessions,
    SignInSteps,
    FailedSignIns,
    SetupLinks,
    LetterRecipients,
    Letters,
    Journal,
    Publications,
    Log,
    Backups,
}

impl Class {
    pub const ALL: [Class; 18] = [
        Class::Drafts,
        Class::Answers,
        Class::OpenAnswers,
        Class::Uploads,
        Class::Invitees,
        Class::Accounts,
        Class::Leavers,
        Class::QuestionnaireStates,
        Class::Sessions,
        Class::SignInSteps,
        Class::FailedSignIns,
        Class::SetupLinks,
        Class::LetterRecipients,
        Class::Letters,
        Class::Journal,
        Class::Publications,
        Class::Log,
        Class::Backups,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Class::Drafts => "drafts",
            Class::Answers => "answers",
            Class::OpenAnswers => "open-answers",
            Class::Uploads => "uploads",
            Class::Invitees => "invitees",
            Class::Accounts => "accounts",
            Class::Leavers => "leavers",
            Class::QuestionnaireStates => "questionnaire-states",
            Class::Sessions => "sessions",
            Class::SignInSteps => "sign-in-steps",
            Class::FailedSignIns => "failed-sign-ins",
            Class::SetupLinks => "setup-links",
            Class::LetterRecipients => "letter-recipients",
            Class::Letters => "letters",
            Class::Journal => "journal",
            Class::Publications => "publications",
            Class::Log => "log",
            Class::Backups => "backups",
        }
    }

    pub fn from_code(code: &str) -> Option<Class> {
        Class::ALL.into_iter().find(|class| class.code() == code)
    }
}
