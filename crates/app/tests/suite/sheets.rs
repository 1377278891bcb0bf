//! A questionnaire as it stands on paper: whom each question is for, where to go on, what is marked and what is typed.

use app::sheets::{Asking, form, numbers};
use base::LanguageTag;
use document::{Form, FormPart, FormQuestion, Space};

const QUESTIONNAIRE: &str = "\
|survey|
||type|name|label|label::English (en)|relevant|parameters|calculation|
||select_one yesno|used|Ползвали ли сте услуга?|Did you use a service?||||
||begin_group|last|За последната услуга|About the last service|${used} = 'yes'|||
||select_multiple ways|ways|Как я заявихте?|How did you apply?||||
||select_one rating|manner|Как беше отношението?|How was the manner?||||
||end_group||||||
||integer|age|На колко години сте?|How old are you?||||
||text|why|Защо не?|Why not?|${used} = 'no' or ${used} = 'unsure'|||
||text|post|Коя поща?|Which post office?|selected(${ways}, 'post')|||
||text|bad|Какво не беше наред?|What was wrong?|${manner} <= 2|||
||text|adult|За пълнолетни|For adults|${age} >= 18|||
||text|odd|Странен|Odd|string-length(${why}) > 3|||
||note|end|Край|The end||||
||date|when|Кога?|When?||||
||rank ways|order|Подредете|Rank||||
||calculate|sum|||||1+1|
|choices|
||list_name|name|label|label::English (en)|
||yesno|yes|Да|Yes|
||yesno|no|Не|No|
||yesno|unsure|Не помня|I do not remember|
||ways|desk|На гише|At the counter|
||ways|post|По пощата|By post|
||rating|1|Лошо|Bad|
||rating|2|Средно|Fair|
||rating|3|Добро|Good|
|settings|
||form_id|form_title|default_language|
||sample|Проба|Български (bg)|
";

fn printed(language: LanguageTag) -> Form {
    printed_for(language, false)
}

fn printed_for(language: LanguageTag, asks_to_quote: bool) -> Form {
    let imported = survey::xlsform::import(QUESTIONNAIRE.as_bytes(), "sample.md");
    let questionnaire = imported.unwrap_or_else(|problems| panic!("{problems:?}")).questionnaire;
    assert_eq!(numbers(&questionnaire).len(), 11);
    let asking = Asking {
        title: "Проба".to_owned(),
        running: "Проба".to_owned(),
        version: "1".to_owned(),
        date: jiff::civil::date(2023, 7, 27),
        authors: Vec::new(),
        demonstration: None,
        opening: Vec::new(),
        closing: Vec::new(),
        is_large: false,
        asks_to_quote,
        copies: Vec::new(),
    };
    form(&questionnaire, language, asking)
}

fn question<'f>(form: &'f Form, number: &str) -> &'f FormQuestion {
    let found = form.parts.iter().find_map(|part| match part {
        FormPart::Question(question) if question.number == number => Some(question),
        FormPart::Question(_) | FormPart::Heading { .. } | FormPart::Note { .. } | FormPart::Battery(_) => None,
    });
    found.unwrap_or_else(|| panic!("no question {number}: {form:?}"))
}

#[test]
fn conditions_are_told_in_words() {
    let form = printed(LanguageTag::BULGARIAN);
    let check = |number: &str, expected: &str| assert_eq!(question(&form, number).condition, expected, "{number}");
    check("1", "");
    check("2", "");
    check("5", "Отговорете, ако на въпрос 1 сте отбелязали „Не“ или „Не помня“.");
    check("6", "Отговорете, ако на въпрос 2 сте отбелязали „По пощата“.");
    check("8", "Отговорете, ако на въпрос 4 сте написали 18 или повече.");
    check("9", "Този въпрос не е за всички. Ако не знаете дали е за Вас, попитайте интервюиращия.");
    let heading = form.parts.iter().find_map(|part| match part {
        FormPart::Heading { words, condition, .. } => Some((words.as_str(), condition.as_str())),
        FormPart::Question(_) | FormPart::Note { .. } | FormPart::Battery(_) => None,
    });
    let condition = "Отговорете на въпроси 2–3, ако на въпрос 1 сте отбелязали „Да“.";
    assert_eq!(heading, Some(("За последната услуга", condition)));
    let english = printed(LanguageTag::ENGLISH);
    assert_eq!(question(&english, "5").condition, "Answer if you marked “No” or “I do not remember” at question 1.");
}

#[test]
fn an_answer_says_where_to_go_on() {
    let form = printed(LanguageTag::BULGARIAN);
    let Space::Options { options, several } = &question(&form, "1").space else { panic!("no options") };
    let leads: Vec<&str> = options.iter().map(|option| option.leads.as_str()).collect();
    assert!(!several);
    assert_eq!(leads, ["", "минете на въпрос 4", "минете на въпрос 4"]);
}

#[test]
fn what_is_marked_bears_what_is_typed() {
    let form = printed(LanguageTag::BULGARIAN);
    let keys = |number: &str| match &question(&form, number).space {
        Space::Options { options, .. } | Space::Ranking(options) | Space::Row(options) => {
            options.iter().map(|option| option.key.clone()).collect::<Vec<_>>()
        }
        Space::Lines(_) | Space::Digits(_) => Vec::new(),
    };
    assert_eq!(keys("1"), ["1", "2", "3"]);
    assert_eq!(keys("3"), ["1", "2", "3"]);
    assert_eq!(keys("11"), ["1", "2"]);
    let Space::Digits(runs) = &question(&form, "10").space else { panic!("no digits") };
    let told: Vec<(u32, &str)> = runs.iter().map(|run| (run.boxes, run.words.as_str())).collect();
    assert_eq!(told, [(2, "дд"), (2, "мм"), (4, "гггг")]);
    let notes = form.parts.iter().filter(|part| matches!(part, FormPart::Note { .. })).count();
    assert_eq!(notes, 1, "calculations are not printed");
}

#[test]
fn in_a_small_group_the_paper_asks_whether_words_may_be_quoted() {
    let (usual, small) = (printed(LanguageTag::BULGARIAN), printed_for(LanguageTag::BULGARIAN, true));
    assert_eq!(small.parts.len(), usual.parts.len() + 1);
    let Some(FormPart::Question(last)) = small.parts.last() else { panic!("{:?}", small.parts.last()) };
    assert!(last.hint.contains("Групата е малка"), "{last:?}");
    let Space::Options { options, .. } = &last.space else { panic!("{last:?}") };
    assert!(options[0].words.starts_with("Разрешавам това, което написах"), "{options:?}");
}
