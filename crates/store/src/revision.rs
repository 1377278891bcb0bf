use crate::{Row, StoreFault};
use base::{Moment, PersonId};

/// One state of something that people write at the desk, without what they wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Counted from one.
    pub revision: u64,
    /// What was done, as `app` names it.
    pub act: String,
    /// The part that it was done to; empty for the whole.
    pub about: String,
    pub changed_by: PersonId,
    pub changed_at: Moment,
}

impl Revision {
    /// What [`Revision::read`] takes, in its order.
    pub(crate) const COLUMNS: &str = "revision, act, about, changed_by, changed_at";

    pub(crate) fn read(mut row: Row) -> Result<Revision, StoreFault> {
        Ok(Revision {
            revision: row.take()?,
            act: row.take()?,
            about: row.take()?,
            changed_by: row.take()?,
            changed_at: row.take()?,
        })
    }
}
