/// What became of one attempt to send a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A mail server answers for it from now on.
    Accepted { answer: String },
    /// Not now; it is tried again.
    Postponed { reason: Reason, answer: String },
    /// Not ever, as it is.
    Rejected { reason: Reason, answer: String },
}

/// Why a letter is where it is. The words stand in the locale files under `letter-reason-` and the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    Accepted,
    /// No mail server is set.
    NoServer,
    /// Nobody answers where the mail server should be.
    Unreachable,
    /// No encryption could be agreed on, or the server's certificate is not to be trusted.
    Encryption,
    /// The mail server does not know our name or password.
    Credentials,
    /// The connection ended in the midst of it; the letter may have arrived.
    Interrupted,
    /// The server took too long; the letter may have arrived.
    TimedOut,
    /// The server asks to come again.
    Busy,
    /// The server lets nobody in who comes for the first time; that passes.
    Greylisted,
    MailboxFull,
    NoSuchMailbox,
    /// The server does not want letters from us: mostly SPF, DKIM or a list of unwanted senders.
    SenderRefused,
    TooLarge,
    /// An address with letters that the server does not know.
    AddressUnsupported,
    /// Refused without a reason that we know.
    Rejected,
    /// It came back after a server had taken it.
    Bounced,
    /// A server took it and is still trying.
    Delayed,
    /// An earlier letter to this address came back: nobody is there.
    AddressDead,
    /// What it says is not so any more.
    TooLate,
    /// The person has another address now, or none.
    AddressChanged,
    /// A newer letter says the same.
    Superseded,
    /// An administrator decided so.
    GivenUp,
    /// An administrator wants it to be tried once more.
    TriedAgain,
    /// Written by another version of the program.
    Unknown,
}

impl Reason {
    pub const ALL: [Reason; 24] = [
        Reason::Accepted,
        Reason::NoServer,
        Reason::Unreachable,
        Reason::Encryption,
        Reason::Credentials,
        Reason::Interrupted,
        Reason::TimedOut,
        Reason::Busy,
        Reason::Greylisted,
        Reason::MailboxFull,
        Reason::NoSuchMailbox,
        Reason::SenderRefused,
        Reason::TooLarge,
        Reason::AddressUnsupported,
        Reason::Rejected,
        Reason::Bounced,
        Reason::Delayed,
        Reason::AddressDead,
        Reason::TooLate,
        Reason::AddressChanged,
        Reason::Superseded,
        Reason::GivenUp,
        Reason::TriedAgain,
        Reason::Unknown,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Reason::Accepted => "accepted",
            Reason::NoServer => "no-server",
            Reason::Unreachable => "unreachable",
            Reason::Encryption => "encryption",
            Reason::Credentials => "credentials",
            Reason::Interrupted => "interrupted",
            Reason::TimedOut => "timed-out",
            Reason::Busy => "busy",
            Reason::Greylisted => "greylisted",
            Reason::MailboxFull => "mailbox-full",
            Reason::NoSuchMailbox => "no-such-mailbox",
            Reason::SenderRefused => "sender-refused",
            Reason::TooLarge => "too-large",
            Reason::AddressUnsupported => "address-unsupported",
            Reason::Rejected => "rejected",
            Reason::Bounced => "bounced",
            Reason::Delayed => "delayed",
            Reason::AddressDead => "address-dead",
            Reason::TooLate => "too-late",
            Reason::AddressChanged => "address-changed",
            Reason::Superseded => "superseded",
            Reason::GivenUp => "given-up",
            Reason::TriedAgain => "tried-again",
            Reason::Unknown => "unknown",
        }
    }

    pub fn from_code(code: &str) -> Option<Reason> {
        Reason::ALL.into_iter().find(|reason| reason.code() == code)
    }

    /// Whether it says that nothing can be sent at all, so that the other letters need not be tried.
    pub fn is_of_the_server(self) -> bool {
        matches!(self, Reason::Unreachable | Reason::Encryption | Reason::Credentials | Reason::TimedOut)
    }

    /// Whether the letter may have arrived although we were not told so.
    pub(super) fn is_uncertain(self) -> bool {
        matches!(self, Reason::Interrupted | Reason::TimedOut)
    }
}
