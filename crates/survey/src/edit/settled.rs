use super::{
    names::each_language,
    tree::{each_group, each_question},
};
use crate::{Item, QuestionKind, Questionnaire, Scale, Standing};
use base::{LanguageTag, Text};
use std::collections::BTreeSet;

/// The questionnaire without what says nothing: words in languages that it does not speak, lists that no question uses,
/// demands on what nobody answers. Every operation ends with it, so that a file of it comes back equal.
pub fn settled(mut questionnaire: Questionnaire) -> Questionnaire {
    let further: BTreeSet<String> = questionnaire.languages.iter().map(ToString::to_string).collect();
    let further = further.iter().filter_map(|tag| tag.parse::<LanguageTag>().ok());
    let mut languages = vec![LanguageTag::BULGARIAN];
    let (english, others): (Vec<LanguageTag>, Vec<LanguageTag>) = further
        .filter(|language| *language != LanguageTag::BULGARIAN)
        .partition(|language| *language == LanguageTag::ENGLISH);
    languages.extend(english);
    languages.extend(others);
    let tidy = |words: &mut Text| in_languages(words, &languages);
    let tidy_maybe = |words: &mut Option<Text>| {
        words.iter_mut().for_each(tidy);
        words.take_if(|words| words.all().all(str::is_empty));
    };
    tidy(&mut questionnaire.title);
    tidy_maybe(&mut questionnaire.introduction);
    tidy_maybe(&mut questionnaire.thanks);
    each_group(&mut questionnaire.items, &mut |group| {
        if let Some(repeated) = group.repeated.as_mut().filter(|repeated| repeated.is_folded()) {
            repeated.of = group.code.clone();
        }
        tidy_maybe(&mut group.label);
        tidy_maybe(&mut group.hint);
    });
    each_question(&mut questionnaire.items, &mut |question| {
        tidy(&mut question.label);
        tidy_maybe(&mut question.hint);
        question.required.iter_mut().for_each(|required| tidy_maybe(&mut required.message));
        question.constraint.iter_mut().for_each(|constraint| tidy_maybe(&mut constraint.message));
        if matches!(question.kind, QuestionKind::Calculated(_)) {
            question.label = Text::default();
        }
        if !question.is_asked() {
            (question.required, question.constraint) = (None, None);
        }
        if question.scale().is_none() {
            (question.filter, question.shuffled) = (None, false);
        }
        question.dimension.take_if(|dimension| dimension.trim().is_empty());
    });
    let used: BTreeSet<_> = questionnaire.questions().filter_map(|question| question.scale().cloned()).collect();
    questionnaire.scales.retain(|code, _| used.contains(code));
    questionnaire.scales.values_mut().for_each(|scale| settle_scale(scale, &languages));
    questionnaire.languages = languages;
    questionnaire
}

/// A list of options as it is kept in a questionnaire that speaks these languages.
pub(super) fn settle_scale(scale: &mut Scale, languages: &[LanguageTag]) {
    for option in &mut scale.options {
        in_languages(&mut option.label, languages);
        option.exclusive |= matches!(option.standing, Standing::DontKnow | Standing::NotApplicable);
    }
    let valued = scale.options.iter().filter(|option| matches!(option.standing, Standing::Value(_))).count();
    scale.ordered = valued >= 2;
}

/// Each language is one that the questionnaire speaks; nothing stands around the words, and one kind of line end in them.
fn in_languages(words: &mut Text, languages: &[LanguageTag]) {
    if !languages.contains(&LanguageTag::ENGLISH) {
        words.english = None;
    }
    words.further.retain(|language, _| languages.contains(language));
    each_language(words, &mut |spoken| {
        let plain = spoken.replace("\r\n", "\n").replace('\r', "\n");
        *spoken = plain
            .chars()
            .filter(|letter| *letter == '\n' || !letter.is_control())
            .collect::<String>()
            .trim()
            .to_owned();
    });
    words.english.take_if(|spoken| spoken.is_empty());
    words.further.retain(|_, spoken| !spoken.is_empty());
}

/// Whether anything in it asks somebody.
pub(crate) fn asks(items: &[Item]) -> bool {
    items.iter().any(|item| match item {
        Item::Question(question) => question.is_asked(),
        Item::Group(group) => asks(&group.items),
    })
}
