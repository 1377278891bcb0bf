use super::outline::Outline;
use super::{Findings, Part, Rule, Subject};
use crate::{Question, QuestionKind, Scale};
use std::collections::BTreeMap;

/// Codes that stand twice, lists with nothing in them, a questionnaire that asks nothing.
pub(super) fn look(outline: &Outline<'_>, findings: &mut Findings<'_>) {
    if !outline.questions.iter().any(|asked| asked.question.is_asked()) {
        findings.say(Subject::Questionnaire, Part::Name, Rule::NoQuestions);
    }
    repeated(outline, findings);
    for scale in outline.questionnaire.scales.values() {
        repeated_options(scale, outline.asker(scale), findings);
    }
    for asked in outline.first_rounds() {
        lists(outline, asked.question, findings);
    }
}

fn repeated(outline: &Outline<'_>, findings: &mut Findings<'_>) {
    let questions = outline.questions.iter().map(|asked| {
        let code = &asked.question.code;
        (code.as_str(), Subject::Question(code.clone()))
    });
    let groups = outline.groups.iter().map(|opened| {
        let code = &opened.group.code;
        (code.as_str(), Subject::Group(code.clone()))
    });
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    for (code, subject) in questions.chain(groups) {
        match known.get(code.to_lowercase().as_str()) {
            Some(first) if *first == code => {
                findings.say(subject, Part::Name, Rule::RepeatedCode { name: code.to_owned() });
            }
            Some(first) => {
                let rule = Rule::AlikeCodes { name: code.to_owned(), other: (*first).to_owned() };
                findings.say(subject, Part::Name, rule);
            }
            None => {
                known.insert(code.to_lowercase(), code);
            }
        }
    }
}

fn repeated_options(scale: &Scale, asker: Option<&Question>, findings: &mut Findings<'_>) {
    let asker = asker.map(|question| question.code.clone());
    for (place, option) in scale.options.iter().enumerate() {
        if scale.options.iter().take(place).any(|earlier| earlier.code == option.code) {
            let subject = Subject::Option(scale.code.clone(), option.code.clone(), asker.clone());
            findings.say(subject, Part::Name, Rule::RepeatedOption { option: option.code.to_string() });
        }
    }
}

fn lists(outline: &Outline<'_>, question: &Question, findings: &mut Findings<'_>) {
    let Some(code) = question.scale() else { return };
    let options = outline.questionnaire.scales.get(code).map_or(0, |scale| scale.options.len());
    let subject = || Subject::Question(question.code.clone());
    if options == 0 {
        findings.say(subject(), Part::Kind, Rule::NoOptions { list: code.to_string() });
    } else if options == 1 && !matches!(question.kind, QuestionKind::Many { .. }) {
        findings.say(subject(), Part::Kind, Rule::OneOption);
    }
}
