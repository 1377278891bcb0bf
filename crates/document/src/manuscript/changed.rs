use super::{LiveFigures, Manuscript, Number, NumberAddress, PartId, Unavailable};
use base::Language;

/// A number that is not what it was when the words around it were written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// `None` for the title and the sentence on the cover.
    pub part: Option<PartId>,
    pub address: NumberAddress,
    /// As it stood; `None` where it could not be shown then.
    pub was: Option<String>,
    pub now: Result<Number, Unavailable>,
}

impl Manuscript {
    /// The numbers in the words of `language` that read otherwise now, in reading order.
    pub fn changed(&self, language: Language, figures: &dyn LiveFigures) -> Vec<Changed> {
        let mut changed = Vec::new();
        for (part, wording) in self.wordings() {
            let Some(written) = wording.in_language(language) else { continue };
            for address in written.template().numbers() {
                let was = written.kept().get(address);
                let now = figures.number(address);
                if now.as_ref().ok().map(Number::value) == was.map(String::as_str) {
                    continue;
                }
                let one = Changed { part, address: address.clone(), was: was.cloned(), now };
                // A number that stands twice in one text has changed once.
                if !changed.contains(&one) {
                    changed.push(one);
                }
            }
        }
        changed
    }
}
