//! Files of others in other languages: their words stay in them, and the missing Bulgarian is told and stands in the way.

use crate::samples::shared;
use base::{Explain, LanguageTag, Text};
use serde_json::json;
use survey::source::{self, Sourced};
use survey::{Lack, Questionnaire, shortcomings};

fn tag(name: &str) -> LanguageTag {
    name.parse().unwrap()
}

fn read(bytes: &[u8]) -> Sourced {
    source::read(bytes, "survey").unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn codes(sourced: &Sourced) -> Vec<&str> {
    sourced.left_out.iter().map(Explain::code).collect()
}

/// Every word of the questionnaire, whoever reads it.
fn all(form: &Questionnaire) -> Vec<&Text> {
    let questions = form.questions().flat_map(|question| [Some(&question.label), question.hint.as_ref()]);
    let options = form.scales.values().flat_map(|scale| &scale.options).map(|option| Some(&option.label));
    let whole = [Some(&form.title), form.introduction.as_ref(), form.thanks.as_ref()];
    questions.chain(options).chain(whole).flatten().collect()
}

/// What somebody sees who wants to publish it as it is.
fn lacks_bulgarian(form: &Questionnaire) -> bool {
    let lack = Lack::Untranslated { language: LanguageTag::BULGARIAN };
    form.untranslated_into(LanguageTag::BULGARIAN).is_some()
        && shortcomings(form).iter().any(|found| found.lack == lack)
}

fn limesurvey(languages: &[&str], words: &[(&str, &str)]) -> String {
    let row = |cells: &[(&str, &str)]| {
        let cells: Vec<String> = cells.iter().map(|(name, text)| format!("<{name}>{text}</{name}>")).collect();
        format!("<row>{}</row>", cells.concat())
    };
    let table = |name: &str, rows: Vec<String>| format!("<{name}><rows>{}</rows></{name}>", rows.concat());
    let all = |one: &dyn Fn(&str, &str) -> String| words.iter().map(|(language, text)| one(language, text)).collect();
    let parts = [
        table("groups", vec![row(&[("gid", "1"), ("group_order", "1")])]),
        table("group_l10ns", all(&|tag, text| row(&[("gid", "1"), ("group_name", text), ("language", tag)]))),
        table(
            "questions",
            vec![row(&[("qid", "2"), ("gid", "1"), ("type", "Y"), ("title", "used"), ("question_order", "1")])],
        ),
        table("question_l10ns", all(&|tag, text| row(&[("qid", "2"), ("question", text), ("language", tag)]))),
        table(
            "surveys",
            vec![row(&[("sid", "8"), ("language", languages[0]), ("additional_languages", &languages[1..].join(" "))])],
        ),
        table(
            "surveys_languagesettings",
            all(&|tag, text| row(&[("surveyls_language", tag), ("surveyls_title", text)])),
        ),
    ];
    format!(
        "<?xml version=\"1.0\"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>640</DBVersion>{}</document>",
        parts.concat()
    )
}

#[test]
fn a_german_survey_of_limesurvey_is_german() {
    let german = read(limesurvey(&["de", "fr"], &[("de", "Wie?"), ("fr", "Comment ?")]).as_bytes());
    let form = &german.questionnaire;
    assert_eq!(form.languages, [LanguageTag::BULGARIAN, tag("de"), tag("fr")]);
    let label = &form.question("used").unwrap().label;
    assert_eq!(
        (label.bulgarian.as_str(), label.translation(tag("de")), label.say(tag("fr"))),
        ("", Some("Wie?"), "Comment ?")
    );
    assert_eq!(form.scales.values().next().unwrap().options[0].label, Text::bulgarian("Да"));
    assert!(german.is_untranslated() && lacks_bulgarian(form));
    assert_eq!(codes(&german), ["limesurvey-not-bulgarian"]);
    // Translated into Bulgarian it can be published, and the languages whose words we do not have are left behind.
    let whole = read(limesurvey(&["de", "bg"], &[("de", "Wie?"), ("bg", "Как?")]).as_bytes());
    assert!(!whole.is_untranslated());
    assert_eq!((whole.questionnaire.languages.len(), codes(&whole)), (1, vec!["source-half-translated"]));
    let informal = read(limesurvey(&["de-informal", "sr-Latn-very-long"], &[("de-informal", "Wie?")]).as_bytes());
    assert_eq!(informal.questionnaire.languages, [LanguageTag::BULGARIAN, tag("de-informal")]);
    assert_eq!(codes(&informal), ["limesurvey-not-bulgarian", "limesurvey-left-out-language"]);
}

#[test]
fn an_english_survey_of_surveyjs_is_english() {
    let read = |survey: serde_json::Value| read(survey.to_string().as_bytes());
    let english = read(json!({ "title": "Survey", "elements": [
        { "type": "rating", "name": "well", "title": "Well?", "rateMax": 3, "minRateDescription": "bad" },
        { "type": "radiogroup", "name": "how", "title": "How?", "choices": ["by phone", 2], "showOtherItem": true }
    ]}));
    let form = &english.questionnaire;
    assert_eq!(form.languages, [LanguageTag::BULGARIAN, LanguageTag::ENGLISH]);
    assert_eq!(form.question("well").unwrap().label, Text::default().and(LanguageTag::ENGLISH, "Well?"));
    assert!(english.is_untranslated() && lacks_bulgarian(form));
    assert_eq!(codes(&english), ["surveyjs-not-bulgarian"]);
    let options =
        |scale: usize| form.scales.values().nth(scale).unwrap().options.iter().map(|option| option.label.clone());
    let english_only = |words: &str| Text::default().and(LanguageTag::ENGLISH, words);
    assert_eq!(options(0).collect::<Vec<_>>(), [english_only("1 – bad"), Text::new("2", "2"), Text::new("3", "3")]);
    assert_eq!(
        options(1).collect::<Vec<_>>(),
        [english_only("by phone"), Text::new("2", "2"), Text::new("Друго", "Other")]
    );
    // Who writes in Bulgarian without saying so has written in Bulgarian.
    let ours = read(json!({ "title": "Анкета", "elements": [
        { "type": "radiogroup", "name": "how", "title": "Как научихте?", "choices": [{ "value": 1, "text": "От SMS" }] }
    ]}));
    assert_eq!(ours.questionnaire.languages, [LanguageTag::BULGARIAN]);
    assert!(!ours.is_untranslated() && codes(&ours).is_empty(), "{:?}", ours.left_out);
    // A translation with a gap is left behind where the Bulgarian is whole, and kept where somebody has to translate from it.
    let gap = |own: &str| json!({ "locale": own, "title": { "default": "А", "tr": "B" }, "elements": [{ "name": "q", "title": "В?" }] });
    let bulgarian = read(gap("bg"));
    assert_eq!((bulgarian.questionnaire.languages.len(), codes(&bulgarian)), (1, vec!["source-half-translated"]));
    assert_eq!(read(gap("de")).questionnaire.languages, [LanguageTag::BULGARIAN, tag("de"), tag("tr")]);
}

#[test]
fn no_foreign_sample_has_bulgarian_words() {
    let Some(folder) = shared("samples/limesurvey") else { return };
    let cyrillic = |letter: char| matches!(letter, 'А'..='я');
    let mut foreign = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let Ok(sourced) = source::read(&std::fs::read(&path).unwrap(), "sample") else { continue };
        let name = path.display();
        let form = &sourced.questionnaire;
        assert!(codes(&sourced).contains(&"limesurvey-not-bulgarian"), "{name}");
        assert!(sourced.is_untranslated() && lacks_bulgarian(form), "{name}");
        for words in all(form).into_iter().map(|words| &words.bulgarian) {
            let is_foreign = !words.contains(cyrillic) && words.contains(|letter: char| letter.is_ascii_alphabetic());
            assert!(!is_foreign, "{name}: {words:?} is not Bulgarian");
        }
        foreign += 1;
    }
    assert!(foreign >= 18, "{foreign} surveys were read");
}
