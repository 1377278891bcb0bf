use base::{Argument, Explain};

/// Why a study cannot be shown now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The answers are being counted anew: after a restore, or for a new questionnaire.
    BeingCounted,
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::BeingCounted => "being-counted",
        }
    }

    fn field(&self) -> Option<String> {
        None
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        Vec::new()
    }
}
