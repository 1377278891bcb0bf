/// Why there is no answer in a cell. A figure never mixes these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Absence {
    /// Asked, passed over.
    Skipped,
    /// „Не мога да преценя“.
    DontKnow,
    NotApplicable,
    /// The logic did not ask it of this person.
    NotShown,
    /// The version that this person answered did not have it.
    NotInVersion,
    /// Something stood there that the question cannot mean.
    Invalid,
    /// There is an answer, and it would let somebody be recognised.
    Withheld,
}

impl Absence {
    pub const ALL: [Absence; 7] = [
        Absence::Skipped,
        Absence::DontKnow,
        Absence::NotApplicable,
        Absence::NotShown,
        Absence::NotInVersion,
        Absence::Invalid,
        Absence::Withheld,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Absence::Skipped => "skipped",
            Absence::DontKnow => "dont-know",
            Absence::NotApplicable => "not-applicable",
            Absence::NotShown => "not-shown",
            Absence::NotInVersion => "not-in-version",
            Absence::Invalid => "invalid",
            Absence::Withheld => "withheld",
        }
    }

    /// What stands in a cell of a text file. No number is mistaken for it, and no program computes with it unasked.
    pub fn mark(self) -> &'static str {
        match self {
            Absence::Skipped => "#skipped",
            Absence::DontKnow => "#dont-know",
            Absence::NotApplicable => "#not-applicable",
            Absence::NotShown => "#not-shown",
            Absence::NotInVersion => "#not-in-version",
            Absence::Invalid => "#invalid",
            Absence::Withheld => "#withheld",
        }
    }

    /// What stands in a file where only numbers can: from -1 to -7, a range to be declared as missing.
    pub fn number(self) -> i32 {
        match self {
            Absence::Skipped => -1,
            Absence::DontKnow => -2,
            Absence::NotApplicable => -3,
            Absence::NotShown => -4,
            Absence::NotInVersion => -5,
            Absence::Invalid => -6,
            Absence::Withheld => -7,
        }
    }

    /// Its place in [`Absence::ALL`].
    pub fn place(self) -> usize {
        match self {
            Absence::Skipped => 0,
            Absence::DontKnow => 1,
            Absence::NotApplicable => 2,
            Absence::NotShown => 3,
            Absence::NotInVersion => 4,
            Absence::Invalid => 5,
            Absence::Withheld => 6,
        }
    }
}
