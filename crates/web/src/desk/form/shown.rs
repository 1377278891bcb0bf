use crate::parts::FieldErrors;
use app::{Words, personal_data, typed::Typed};
use base::Explain;
use std::sync::Arc;

/// What a form shows: what stands in the fields, what is wrong with it, and of which state it was made.
pub struct Shown {
    pub typed: Typed,
    pub errors: FieldErrors,
    pub made_of: Option<String>,
    /// The state that is kept now, where somebody else changed it while the form was open.
    pub newer: Option<Typed>,
    /// Whether it asks to confirm that personal data belong there; also where that was just confirmed and something else
    /// is wrong, so that the tick is not lost.
    pub asks_about_data: bool,
}

impl Shown {
    /// A form for something new.
    pub fn new(typed: Typed) -> Shown {
        Shown { typed, errors: FieldErrors::default(), made_of: None, newer: None, asks_about_data: false }
    }

    /// A form for something that is there already.
    pub fn of(kept: Typed) -> Shown {
        Shown { made_of: Some(kept.fingerprint()), ..Shown::new(kept) }
    }

    /// The form as it was sent, with what is wrong; `kept` is what is there now, if anything is.
    ///
    /// Where somebody was faster, both texts are shown, and sending once more replaces the newer one knowingly.
    pub fn refused(
        words: Words,
        typed: &Typed,
        refusals: &[Arc<dyn Explain + Send + Sync>],
        kept: Option<Typed>,
    ) -> Shown {
        let is_stale = refusals.iter().any(|refusal| refusal.code() == "changed-meanwhile");
        let newer = kept.filter(|_| is_stale);
        let made_of = match &newer {
            Some(newer) => Some(newer.fingerprint()),
            None => Some(typed.get("made_of").to_owned()).filter(|made_of| !made_of.is_empty()),
        };
        let errors = super::super::form_errors(words, refusals);
        let asks_about_data = asks_about_data(refusals) || !typed.get(personal_data::SEEN).is_empty();
        Shown { typed: typed.clone(), errors, made_of, newer, asks_about_data }
    }
}

pub fn asks_about_data(refusals: &[Arc<dyn Explain + Send + Sync>]) -> bool {
    refusals.iter().any(|refusal| refusal.code() == personal_data::CODE)
}
