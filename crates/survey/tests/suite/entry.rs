use crate::workbook::{TODAY, answers, many, one, questionnaire, text};
use base::Explain;
use jiff::civil::date;
use proptest::prelude::*;
use std::sync::LazyLock;
use survey::entry::{self, Entry, Fields, Hand};
use survey::{Answer, Answers, OptionCode, Questionnaire};

const SURVEY: &str = "type|name|label|required|relevant|constraint|constraint_message
select_one yesno|used|Ползвали ли сте?|yes
integer|times|Колко пъти?|yes|${used} = 'yes'|. > 0 and . < 100|От 1 до 99
decimal|pay|Колко платихте?
date|day|Кога?
text|why|Защо?
select_one what or_other|way|Как?
select_multiple what or_other|ways|Как още?
select_one grade|grade|Оценка?||${times} > 10";

static FORM: LazyLock<Questionnaire> = LazyLock::new(|| questionnaire(SURVEY));

fn fields(given: &[(&str, &str)]) -> Fields {
    let mut fields = Fields::new();
    for (name, value) in given {
        fields.entry((*name).to_owned()).or_default().push((*value).to_owned());
    }
    fields
}

fn read(given: &[(&str, &str)]) -> Entry {
    entry::read_form(&FORM, fields(given), TODAY, Hand::Respondent)
}

/// One question of an otherwise good form.
#[track_caller]
fn takes(given: &[(&str, &str)], code: &str, expect: Option<Answer>) {
    let all = [&[("used", "no")], given].concat();
    let entry = read(&all);
    assert_eq!(entry.refused, [], "{given:?}");
    assert_eq!(entry.answers.get(code).cloned(), expect, "{given:?}");
}

#[track_caller]
fn refuses(given: &[(&str, &str)], code: &str, expect: &str) {
    let all = [&[("used", "no")], given].concat();
    let entry = read(&all);
    let refused: Vec<(&str, &str)> =
        entry.refused.iter().map(|refused| (refused.question.as_str(), refused.code())).collect();
    assert_eq!(refused, [(code, expect)], "{given:?}");
    assert_eq!(entry.answers.get(code), None, "what is refused is no answer");
    assert_eq!(entry.raw, fields(&all), "nothing typed is lost");
}

#[test]
fn numbers_as_people_type_them() {
    for (typed, expect) in [("3,5", 3.5), ("3.5", 3.5), (" 1 234,50 ", 1234.5), ("−2", -2.0), ("0", 0.0), (",5", 0.5)]
    {
        takes(&[("pay", typed)], "pay", Some(Answer::Decimal(expect)));
    }
    for typed in ["три", "1.234,5", "1e5", "--1", "+", "٣", "NaN", "inf", "1,2,3"] {
        refuses(&[("pay", typed)], "pay", "answer-not-a-number");
    }
    refuses(&[("pay", "9999999999999")], "pay", "answer-number-too-large");
    takes(&[("pay", "   ")], "pay", None);
}

#[test]
fn days_as_people_type_them() {
    for typed in ["2023-07-27", "27.07.2023", "27.7.2023 г.", "27/7/2023", " 27. 7. 2023 "] {
        takes(&[("day", typed)], "day", Some(Answer::Date(date(2023, 7, 27))));
    }
    for typed in ["29.02.2023", "31.04.2023", "27.07.23", "7.2023", "вчера", "27.07.1823", "2023-07-27-1", "0.0.2023"]
    {
        refuses(&[("day", typed)], "day", "answer-not-a-date");
    }
    takes(&[("day", "29.02.2024")], "day", Some(Answer::Date(date(2024, 2, 29))));
}

#[test]
fn words() {
    takes(&[("why", " Опашка.\r\nИ пак.\u{0} ")], "why", Some(text("Опашка.\nИ пак.")));
    takes(&[("why", "<b>=1+1</b>")], "why", Some(text("<b>=1+1</b>")));
    takes(&[("why", &"ж".repeat(2000))], "why", Some(text(&"ж".repeat(2000))));
    refuses(&[("why", &"ж".repeat(2001))], "why", "answer-too-long");
    refuses(&[("way", "other"), ("way_other", &"ж".repeat(501))], "way", "answer-too-long");
}

#[test]
fn choices() {
    let other = |words: Option<&str>| Answer::One(OptionCode::other(), words.map(str::to_owned));
    takes(&[("way", "web")], "way", Some(one("web")));
    takes(&[("way", "other"), ("way_other", "с гълъб")], "way", Some(other(Some("с гълъб"))));
    takes(&[("way", "other")], "way", Some(other(None)));
    takes(&[("way_other", "с гълъб")], "way", Some(other(Some("с гълъб"))));
    refuses(&[("way", "web"), ("way_other", "с гълъб")], "way", "answer-other-not-chosen");
    refuses(&[("way", "web"), ("way", "paper")], "way", "answer-one-only");
    refuses(&[("way", "pigeon")], "way", "answer-unknown-option");

    takes(&[("ways", "web"), ("ways", "paper")], "ways", Some(many(&["paper", "web"])));
    takes(&[("ways", "web"), ("ways", "web")], "ways", Some(many(&["web"])));
    takes(&[("ways", "none")], "ways", Some(many(&["none"])));
    refuses(&[("ways", "none"), ("ways", "web")], "ways", "answer-stands-alone");
    let with_other =
        Answer::Many(vec![OptionCode::parse("web").unwrap(), OptionCode::other()], Some("с гълъб".to_owned()));
    takes(&[("ways", "web"), ("ways_other", "с гълъб")], "ways", Some(with_other));
}

#[test]
fn what_must_be_answered_and_what_must_hold() {
    let entry = read(&[]);
    let refused: Vec<&str> = entry.refused.iter().map(|refused| refused.question.as_str()).collect();
    assert_eq!(refused, ["used"], "a question that is not shown need not be answered");
    let entry = read(&[("used", "yes"), ("times", "200")]);
    assert_eq!(entry.refused[0].code(), "answer-constraint");
    assert_eq!(entry.refused[0].words().unwrap().bulgarian, "От 1 до 99");
    assert_eq!(read(&[("used", "yes"), ("times", "2,5")]).refused[0].code(), "answer-not-whole");
    let entry = read(&[("used", "no"), ("times", "каквото и да е")]);
    assert!(entry.is_accepted(), "what is not shown is not refused either");
    assert_eq!(entry.answers, answers(&[("used", one("no"))]));
}

#[test]
fn a_card_is_copied_as_it_is() {
    let form = &*FORM;
    let copy = |given: &[(&str, &str)]| entry::read_form(form, fields(given), TODAY, Hand::Copyist);
    assert!(copy(&[]).is_accepted(), "an empty question stays empty");
    let entry = copy(&[("way", "web"), ("way", "paper"), ("ways", "none"), ("ways", "web")]);
    assert!(entry.is_accepted());
    let journey = survey::Journey::of(form, &entry.answers, TODAY);
    for code in ["way", "ways"] {
        assert_eq!(journey.outcome(code), survey::Outcome::Missing(survey::Missing::Invalid), "{code}");
    }
    assert_eq!(copy(&[("pay", "много")]).refused[0].code(), "answer-not-a-number");
}

const PAGE: &str = "type|name|label|required|relevant|appearance
select_one yesno|used|Ползвали ли сте?|yes
begin group|page|Страница|||field-list
select_one yesno|know|Знаете ли?|yes
text|how|Откъде?||${know} = 'yes'
integer|age|Възраст?
end group
text|end|Друго?||${used} = 'yes'";

#[test]
fn one_page_over_a_draft() {
    let form = questionnaire(PAGE);
    let draft = answers(&[("used", one("yes")), ("end", text("Бързо."))]);
    let entry = entry::read_page(&form, &draft, "page", fields(&[("know", "yes"), ("age", "много")]), TODAY);
    assert_eq!(entry.refused.len(), 1);
    assert_eq!(entry.refusal("age").unwrap().code(), "answer-not-a-number");
    assert_eq!(entry.appeared.iter().map(ToString::to_string).collect::<Vec<_>>(), ["how"]);
    assert_eq!(entry.answers, answers(&[("used", one("yes")), ("end", text("Бързо.")), ("know", one("yes"))]));

    let again = fields(&[("know", "yes"), ("how", "от сайта"), ("age", "40")]);
    let entry = entry::read_page(&form, &entry.answers, "page", again, TODAY);
    assert!(entry.is_accepted() && entry.appeared.is_empty());
    assert_eq!(entry.answers.len(), 5);

    // A change of mind on an early page: the later answer waits in the draft and does not count.
    let entry = entry::read_page(&form, &entry.answers, "used", fields(&[("used", "no")]), TODAY);
    assert_eq!(entry.answers.len(), 5);
    assert!(survey::Journey::of(&form, &entry.answers, TODAY).answers().get("end").is_none());

    let entry = entry::read_page(&form, &draft, "page", Fields::new(), TODAY);
    assert_eq!(entry.refused[0].code(), "answer-required");
    assert!(entry::read_page(&form, &draft, "nowhere", Fields::new(), TODAY).is_accepted());
}

#[test]
fn a_finished_draft_is_checked_whole() {
    let form = questionnaire(PAGE);
    let unfinished = entry::check(&form, &answers(&[("used", one("yes"))]), TODAY);
    assert_eq!(unfinished.iter().map(|refused| refused.question.as_str()).collect::<Vec<_>>(), ["know"]);
    assert_eq!(entry::check(&form, &answers(&[("used", one("no")), ("know", one("no"))]), TODAY), []);
}

proptest! {
    /// A draft shown in a form and sent back is the same draft.
    #[test]
    fn fields_of_answers_bring_the_same_answers(
        pay in prop::option::of(-1e6..1e6_f64),
        why in prop::option::of("[а-яa-z]{1,20}"),
        way in prop::option::of(prop::sample::select(vec!["paper", "web", "none"])),
        other in prop::option::of("[а-я]{1,10}"),
    ) {
        let mut given = answers(&[("used", one("no"))]);
        given.0.extend(pay.map(|pay| ("pay".parse().unwrap(), Answer::Decimal(pay))));
        given.0.extend(why.map(|why| ("why".parse().unwrap(), Answer::Text(why))));
        given.0.extend(way.map(|way| ("way".parse().unwrap(), one(way))));
        given.0.extend(other.map(|words| ("ways".parse().unwrap(), Answer::Many(vec![OptionCode::other()], Some(words)))));
        let entry = entry::read_form(&FORM, entry::fields(&given), TODAY, Hand::Respondent);
        prop_assert_eq!(entry.refused, vec![]);
        prop_assert_eq!(entry.answers, given);
    }

    #[test]
    fn anything_typed_is_read_or_refused(
        values in prop::collection::btree_map(
            prop::sample::select(vec!["used", "times", "pay", "day", "why", "way", "way_other", "ways", "ways_other", "x"]),
            prop::collection::vec(".{0,12}|[0-9.,-]{0,12}|yes|no|web|other", 0..3),
            0..10,
        ),
    ) {
        let raw: Fields = values.into_iter().map(|(name, values)| (name.to_owned(), values)).collect();
        for hand in [Hand::Respondent, Hand::Copyist] {
            let entry = entry::read_form(&FORM, raw.clone(), TODAY, hand);
            for refused in &entry.refused {
                prop_assert!(entry.answers.get(refused.question.as_str()).is_none());
            }
            prop_assert_eq!(&entry.raw, &raw);
        }
        let _page = entry::read_page(&FORM, &Answers::default(), "ways", raw, TODAY);
    }
}
