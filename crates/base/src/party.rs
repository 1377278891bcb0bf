use crate::{PartyId, Text};

/// An organisation that speaks in its own name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    pub id: PartyId,
    pub kind: PartyKind,
    pub name: Text,
    /// The organisation's own site, if it has one.
    pub site: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartyKind {
    Municipality,
    CivicOrganisation,
    Other,
}
