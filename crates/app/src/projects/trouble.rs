use crate::Failure;
use base::{Argument, Explain};
use store::StoreFault;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    AddressTaken,
    /// Something public stands under the address already.
    AddressSettled,
    /// Whoever answered or read took the project for real, or for an example.
    NatureSettled,
    /// Only what is done has a day.
    DayOfUndone,
    /// The same party has a part in the project already.
    TakesPartBefore,
    /// Somebody must answer for the project.
    LastBeneficiary,
    /// Its publications stay on the project's page, so the party stays there too.
    PartyHasSpoken,
    TooManyRows {
        most: usize,
    },
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::AddressTaken => "project-address-taken",
            Trouble::AddressSettled => "project-address-settled",
            Trouble::NatureSettled => "project-nature-settled",
            Trouble::DayOfUndone => "day-of-undone",
            Trouble::TakesPartBefore => "takes-part-before",
            Trouble::LastBeneficiary => "last-beneficiary",
            Trouble::PartyHasSpoken => "party-has-spoken",
            Trouble::TooManyRows { .. } => "too-many-rows",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Trouble::AddressTaken | Trouble::AddressSettled => Some("slug"),
            Trouble::NatureSettled => Some("nature"),
            Trouble::DayOfUndone => Some("on"),
            Trouble::TakesPartBefore => Some("party"),
            Trouble::LastBeneficiary | Trouble::PartyHasSpoken | Trouble::TooManyRows { .. } => None,
        }
        .map(str::to_owned)
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Trouble::TooManyRows { most } => vec![("most", (*most).into())],
            Trouble::AddressTaken
            | Trouble::AddressSettled
            | Trouble::NatureSettled
            | Trouble::DayOfUndone
            | Trouble::TakesPartBefore
            | Trouble::LastBeneficiary
            | Trouble::PartyHasSpoken => Vec::new(),
        }
    }
}

/// The database is the referee of addresses: two who want the same one at once do not both get it.
pub(super) fn taken(fault: StoreFault) -> Failure {
    if fault.is_taken("project", "slug") { Trouble::AddressTaken.into() } else { fault.into() }
}
