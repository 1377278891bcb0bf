use super::outline::Outline;
use super::{Findings, Part, Rule, Subject};
use crate::QuestionKind;
use base::{LanguageTag, Text};

/// Words that one of the languages lacks, and questions without any: nobody is asked in a mixture.
pub(super) fn look(outline: &Outline<'_>, findings: &mut Findings<'_>) {
    let questionnaire = outline.questionnaire;
    let mut check = |subject: Subject, part: Part, words: Option<&Text>| {
        for language in words.into_iter().flat_map(|words| missing(&questionnaire.languages, words)) {
            findings.say(subject.clone(), part, Rule::Untranslated { language });
        }
    };
    for words in [questionnaire.introduction.as_ref(), questionnaire.thanks.as_ref()] {
        check(Subject::Questionnaire, Part::Label, words);
    }
    for asked in outline.first_rounds() {
        let question = asked.question;
        let subject = || Subject::Question(question.code.clone());
        check(subject(), Part::Label, Some(&question.label));
        check(subject(), Part::Hint, question.hint.as_ref());
        check(subject(), Part::Required, question.required.as_ref().and_then(|required| required.message.as_ref()));
        let message = question.constraint.as_ref().and_then(|constraint| constraint.message.as_ref());
        check(subject(), Part::Constraint, message);
    }
    for opened in outline.first_groups() {
        let subject = || Subject::Group(opened.group.code.clone());
        check(subject(), Part::Label, opened.group.label.as_ref());
        check(subject(), Part::Hint, opened.group.hint.as_ref());
    }
    for scale in questionnaire.scales.values() {
        let asker = outline.asker(scale).map(|question| question.code.clone());
        for option in &scale.options {
            let subject = Subject::Option(scale.code.clone(), option.code.clone(), asker.clone());
            check(subject, Part::Label, Some(&option.label));
        }
    }
    for question in outline.first_rounds().map(|asked| asked.question) {
        let is_seen = question.is_asked() || question.kind == QuestionKind::Note;
        if is_seen && question.label.is_silent() {
            findings.say(Subject::Question(question.code.clone()), Part::Label, Rule::NoWords);
        }
    }
    for scale in questionnaire.scales.values() {
        let asker = outline.asker(scale).map(|question| question.code.clone());
        for option in scale.options.iter().filter(|option| option.label.is_silent()) {
            let subject = Subject::Option(scale.code.clone(), option.code.clone(), asker.clone());
            findings.say(subject, Part::Label, Rule::NoWords);
        }
    }
}

fn missing(languages: &[LanguageTag], words: &Text) -> Vec<LanguageTag> {
    let is_missing = |language: &LanguageTag| !words.is_silent() && !words.speaks(*language);
    languages.iter().copied().filter(is_missing).collect()
}
