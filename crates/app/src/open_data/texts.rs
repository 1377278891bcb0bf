use crate::Words;
use base::{Argument, Language, Text};
use dataset::{CodebookWords, Dataset, Told};
use std::collections::BTreeSet;

/// A built-in sentence in each language.
pub(super) fn both(key: &str) -> Text {
    told_both(key, |_| Vec::new())
}

/// The same with values, which may depend on the language.
pub(super) fn told_both(key: &str, values: impl Fn(&Words) -> Vec<(&'static str, Argument)>) -> Text {
    let say = |language| {
        let words = Words::new(language);
        words.tell(key, &values(&words))
    };
    Text::new(say(Language::Bulgarian), say(Language::English))
}

/// Texts put together language by language, in every language that any of them has.
pub(super) fn together(parts: &[&Text], join: impl Fn(&[&str]) -> String) -> Text {
    let bulgarian: Vec<&str> = parts.iter().map(|part| part.bulgarian.as_str()).collect();
    let mut joined = Text::bulgarian(join(&bulgarian));
    if parts.iter().any(|part| part.english.is_some()) {
        let english: Vec<&str> = parts.iter().map(|part| part.say(Language::English)).collect();
        joined.english = Some(join(&english));
    }
    let further: BTreeSet<_> = parts.iter().flat_map(|part| part.further.keys().copied()).collect();
    for language in further {
        let words: Vec<&str> = parts.iter().map(|part| part.say(language)).collect();
        joined.further.insert(language, join(&words));
    }
    joined
}

/// One text, changed in each of its languages.
pub(super) fn each(text: &Text, change: impl Fn(&str) -> String) -> Text {
    together(&[text], |words| words.first().map(|words| change(words)).unwrap_or_default())
}

/// The words of the workbook around the data.
pub fn codebook_words(words: &Words) -> CodebookWords {
    CodebookWords {
        answers_sheet: words.say("dataset-sheet-answers"),
        codebook_sheet: words.say("dataset-sheet-codebook"),
        study_sheet: words.say("dataset-sheet-study"),
        name: words.say("dataset-name"),
        label: words.say("dataset-label"),
        wording: words.say("dataset-wording"),
        universe: words.say("dataset-universe"),
        level: words.say("dataset-level"),
        levels: ["nominal", "ordinal", "scale"].map(|level| words.say(&format!("dataset-level-{level}"))),
        code: words.say("dataset-code"),
        number: words.say("dataset-number"),
        meaning: words.say("dataset-meaning"),
        count: words.say("dataset-count"),
    }
}

/// The description of the study as terms and words, for a sheet or a page.
pub fn told(dataset: &Dataset) -> Vec<Told> {
    let description = &dataset.description;
    let licence = format!("{} ({})", description.licence.name(), description.licence.address());
    let period = told_both("method-from-to", |words| {
        vec![("first", words.date(description.first).into()), ("last", words.date(description.last).into())]
    });
    let published = told_both("dataset-version-of", |words| {
        let version = i64::from(description.version);
        vec![("n", version.into()), ("date", words.date(description.published).into())]
    });
    let comma = |words: &[&str]| words.join(", ");
    let space = |words: &[&str]| words.join(" ");
    let producers: Vec<&Text> = description.producers.iter().collect();
    let exclusions: Vec<&Text> = description.exclusions.iter().collect();
    let notices: Vec<&Text> = description.notices.iter().collect();
    let mut told = vec![
        ("dataset-notice", together(&notices, space)),
        ("dataset-title", description.title.clone()),
        ("method-purpose", description.purpose.clone()),
        ("method-who", together(&producers, comma)),
        ("method-money", description.funding.clone().unwrap_or_default()),
        ("method-fieldwork", period),
        ("dataset-population", description.population.clone()),
        ("dataset-admission", description.admission.clone()),
        ("dataset-modes", description.modes.clone()),
        ("dataset-weighting", description.weighting.clone()),
        ("dataset-exclusions", together(&exclusions, space)),
    ]
    .into_iter()
    .map(|(key, words)| Told { term: both(key), words })
    .collect::<Vec<_>>();
    told.extend(description.method.iter().cloned());
    let last = [
        ("dataset-licence", Text::bulgarian(licence)),
        ("dataset-citation", description.citation.clone()),
        ("dataset-version", published),
        ("dataset-address", Text::bulgarian(description.address.clone().unwrap_or_default())),
    ];
    told.extend(last.into_iter().map(|(key, words)| Told { term: both(key), words }));
    told.retain(|one| !one.words.is_empty());
    told
}
