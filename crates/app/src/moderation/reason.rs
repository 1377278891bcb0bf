use super::Trouble;
use crate::Failure;
use store::Decision;
use survey::redaction;

/// Why words are not shown as they were written; the words stand in the locale files under `moderation-reason-` and the
/// code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    PersonalData,
    /// Insults somebody, or threatens.
    Insult,
    /// Calls for hatred or for what the law forbids.
    Unlawful,
    Advertising,
    /// Has nothing to do with the question.
    OffTopic,
    /// Only with words of one's own.
    Other,
}

impl Reason {
    pub const ALL: [Reason; 6] =
        [Reason::PersonalData, Reason::Insult, Reason::Unlawful, Reason::Advertising, Reason::OffTopic, Reason::Other];

    pub fn code(self) -> &'static str {
        match self {
            Reason::PersonalData => "personal-data",
            Reason::Insult => "insult",
            Reason::Unlawful => "unlawful",
            Reason::Advertising => "advertising",
            Reason::OffTopic => "off-topic",
            Reason::Other => "other",
        }
    }

    pub fn from_code(code: &str) -> Option<Reason> {
        Reason::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// What everybody reads in the place of hidden words, and its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grounds {
    pub reason: Reason,
    /// Perhaps empty.
    pub words: String,
}

/// Characters of a text about a decision.
pub const LONGEST: usize = 500;

impl Grounds {
    /// Of what was typed beside a decision; what is shown as it is needs none. Whatever is taken out of words without another
    /// reason was personal.
    ///
    /// # Errors
    /// [`Trouble::ReasonMissing`], [`Trouble::GroundsMissing`], [`Trouble::TooLong`], [`Trouble::GroundsPersonal`].
    pub fn read(decision: &Decision, reason: &str, words: &str) -> Result<Option<Grounds>, Failure> {
        let reason = match (decision, Reason::from_code(reason)) {
            (Decision::Keep, _) => return Ok(None),
            (Decision::Withhold | Decision::Redact(_), Some(reason)) => reason,
            (Decision::Redact(_), None) if reason.is_empty() => Reason::PersonalData,
            (Decision::Withhold | Decision::Redact(_), None) => return Err(Trouble::ReasonMissing.into()),
        };
        let words = bounded("grounds", words)?;
        if reason == Reason::Other && words.is_empty() {
            return Err(Trouble::GroundsMissing.into());
        }
        if !redaction::find(&words).is_empty() {
            return Err(Trouble::GroundsPersonal.into());
        }
        Ok(Some(Grounds { reason, words }))
    }
}

/// # Errors
/// [`Trouble::TooLong`].
pub(super) fn bounded(field: &'static str, words: &str) -> Result<String, Failure> {
    let words = words.replace("\r\n", "\n").trim().to_owned();
    let is = words.chars().count();
    if is > LONGEST { Err(Trouble::TooLong { field, longest: LONGEST, is }.into()) } else { Ok(words) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::Explain;

    #[test]
    fn what_is_not_shown_has_a_reason_that_betrays_nobody() {
        let redact = || Decision::Redact("…".to_owned());
        let check = |decision: Decision, reason: &str, words: &str, expected: Result<Option<&str>, &str>| {
            let told = match Grounds::read(&decision, reason, words) {
                Ok(grounds) => Ok(grounds.map(|grounds| grounds.reason.code())),
                Err(Failure::Refused(refusals)) => Err(refusals[0].code()),
                Err(failure) => panic!("{failure:?}"),
            };
            assert_eq!(told, expected, "{decision:?} {reason} {words}");
        };
        check(Decision::Keep, "", "", Ok(None));
        check(Decision::Keep, "insult", "", Ok(None));
        check(Decision::Withhold, "", "", Err("moderation-reason-missing"));
        check(Decision::Withhold, "because", "", Err("moderation-reason-missing"));
        check(Decision::Withhold, "insult", "", Ok(Some("insult")));
        check(Decision::Withhold, "other", " ", Err("moderation-grounds-missing"));
        check(Decision::Withhold, "other", "Повтаря друг отговор.", Ok(Some("other")));
        check(Decision::Withhold, "insult", "Обижда Иван, тел. 0887123456", Err("moderation-grounds-personal"));
        check(Decision::Withhold, "insult", &"я".repeat(501), Err("text-too-long"));
        check(redact(), "", "", Ok(Some("personal-data")));
        check(redact(), "insult", "", Ok(Some("insult")));
    }
}
