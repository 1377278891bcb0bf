use base::Explain;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    AccountUnreadable,
    AccountTaken,
    EmailUnreadable,
    /// Somebody must be able to let others in.
    LastAdministrator,
    PartGivenBefore,
    /// An invitation's code has sixteen digits.
    CodeUnreadable,
    /// Never given, used already, or too old.
    CodeUnknown,
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::AccountUnreadable => "account-unreadable",
            Trouble::AccountTaken => "account-taken",
            Trouble::EmailUnreadable => "email-unreadable",
            Trouble::LastAdministrator => "last-administrator",
            Trouble::PartGivenBefore => "part-given-before",
            Trouble::CodeUnreadable => "code-unreadable",
            Trouble::CodeUnknown => "code-unknown",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Trouble::AccountUnreadable | Trouble::AccountTaken => Some("account".to_owned()),
            Trouble::EmailUnreadable => Some("email".to_owned()),
            Trouble::PartGivenBefore => Some("role".to_owned()),
            Trouble::CodeUnreadable | Trouble::CodeUnknown => Some("code".to_owned()),
            Trouble::LastAdministrator => None,
        }
    }
}
