use crate::Questionnaire;
use base::LanguageTag;
use std::fmt;

/// Who knows the words of options: a questionnaire, or a form of somebody else's.
pub trait Labels: fmt::Debug {
    fn label(&self, question: &str, option: &str) -> Option<String>;
}

/// Expressions decide and do not speak, so the first language of a questionnaire is enough.
impl Labels for Questionnaire {
    fn label(&self, question: &str, option: &str) -> Option<String> {
        let scale = self.scale_of(self.question(question)?)?;
        Some(scale.option(option)?.label.say(LanguageTag::BULGARIAN).to_owned())
    }
}
