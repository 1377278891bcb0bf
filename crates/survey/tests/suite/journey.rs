use crate::workbook::{TODAY, answers, many, one, questionnaire, text};
use proptest::prelude::*;
use std::sync::LazyLock;
use survey::{Answer, Answers, Block, Journey, Missing, Outcome, Questionnaire};

const SURVEY: &str = "type|name|label|relevant|required|appearance|calculation
note|hello|Здравейте
select_one yesno|used|Ползвали ли сте услуга?||yes
integer|times|Колко пъти?|${used} = 'yes'|yes
begin group|about|За услугата|${used} = 'yes'|
select_one grade|speed|Колко бързо?
text|why|Защо?|${speed} = 1
end group
begin group|form|Участие|||field-list
select_one yesno|know|Знаете ли как?
begin group|inner|Още нещо|${know} = 'yes'|
select_multiple what|ways|Как?
end group
note|aside|Бележка
end group
begin group|grid|Оценете|||table-list
select_one grade|g1|Вежливост
select_one grade|g2|Яснота|${know} = 'yes'
end group
calculate|sum|||||${g1} + 1
date|day|Кога?|${sum} > 2
note|bye|Благодарим";

static FORM: LazyLock<Questionnaire> = LazyLock::new(|| questionnaire(SURVEY));

fn codes<'q>(journey: &Journey<'q>) -> Vec<&'q str> {
    journey.pages().iter().map(|page| page.code).collect()
}

#[test]
fn pages_follow_the_answers() {
    let form = &*FORM;
    let empty = Journey::of(form, &Answers::default(), TODAY);
    assert_eq!(codes(&empty), ["used", "form", "grid", "bye"]);
    let first = &empty.pages()[0];
    let blocks: Vec<&str> = first
        .blocks
        .iter()
        .map(|block| match block {
            Block::Question(question) => question.code.as_str(),
            Block::Heading(_) | Block::Battery { .. } => "",
        })
        .collect();
    assert_eq!(blocks, ["hello", "used"], "a note stands above the question after it");
    assert_eq!(empty.unfinished().map(|page| page.code), Some("used"));

    let given = answers(&[("used", one("yes")), ("speed", one("1")), ("know", one("yes")), ("g1", one("2"))]);
    let journey = Journey::of(form, &given, TODAY);
    assert_eq!(codes(&journey), ["used", "times", "speed", "why", "form", "grid", "day", "bye"]);
    assert_eq!(journey.page("why").unwrap().section.unwrap().bulgarian, "За услугата");
    assert_eq!(journey.unfinished().map(|page| page.code), Some("times"));
    assert_eq!(journey.page_after("why").map(|page| page.code), Some("form"));
    assert_eq!(journey.page_before("used"), None);
    let progress = journey.progress("form").unwrap();
    assert_eq!((progress.page, progress.of), (5, 8));

    let page = journey.page("form").unwrap();
    let asked: Vec<&str> = page.questions().map(|question| question.code.as_str()).collect();
    assert_eq!(asked, ["know", "ways"]);
    assert!(page.blocks.iter().any(|block| matches!(block, Block::Heading(label) if label.bulgarian == "Още нещо")));
    let Block::Battery { rows, scale, .. } = &journey.page("grid").unwrap().blocks[0] else { panic!("no battery") };
    assert_eq!((rows.len(), scale.options.len()), (2, 4));
}

#[test]
fn a_changed_answer_leaves_no_debris() {
    let form = &*FORM;
    let mut given =
        answers(&[("used", one("yes")), ("times", Answer::Integer(3)), ("speed", one("1")), ("why", text("Опашка."))]);
    assert_eq!(Journey::of(form, &given, TODAY).answers().len(), 4);
    given.0.insert("used".parse().unwrap(), one("no"));
    let journey = Journey::of(form, &given, TODAY);
    assert_eq!(journey.answers(), answers(&[("used", one("no"))]));
    assert_eq!(journey.outcome("why"), Outcome::Missing(Missing::NotShown));
}

#[test]
fn every_question_has_its_outcome() {
    let form = &*FORM;
    let given = answers(&[
        ("used", one("yes")),
        ("speed", one("9")),
        ("know", many(&["yes", "no"])),
        ("g1", one("3")),
        ("day", text("не е дата")),
    ]);
    let journey = Journey::of(form, &given, TODAY);
    let check = |code: &str, expect: Missing| assert_eq!(journey.outcome(code), Outcome::Missing(expect), "{code}");
    check("times", Missing::Skipped);
    check("speed", Missing::DontKnow);
    check("why", Missing::NotShown);
    check("know", Missing::Invalid);
    check("ways", Missing::NotShown);
    check("day", Missing::Invalid);
    check("nobody", Missing::NotInVersion);
    assert_eq!(journey.outcome("g1"), Outcome::Answered(&one("3")));
    assert_eq!(journey.outcome("sum"), Outcome::Answered(&Answer::Decimal(4.0)));
    assert!(journey.answers().get("sum").is_none(), "a calculation is not stored");
}

#[test]
fn options_that_stand_alone_spoil_a_choice_of_several() {
    let form = &questionnaire("type|name|label\nselect_multiple what|ways|Как?");
    let outcome = |options: &[&str]| {
        let given = answers(&[("ways", many(options))]);
        match Journey::of(form, &given, TODAY).outcome("ways") {
            Outcome::Answered(_) => None,
            Outcome::Missing(missing) => Some(missing),
        }
    };
    assert_eq!(outcome(&["paper", "web"]), None);
    assert_eq!(outcome(&["none"]), None);
    assert_eq!(outcome(&["none", "web"]), Some(Missing::Invalid));
    assert_eq!(outcome(&["web", "web"]), Some(Missing::Invalid));
    assert_eq!(outcome(&["pigeon"]), Some(Missing::Invalid));
}

fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        prop::sample::select(vec!["yes", "no", "1", "2", "9", "web", "x"]).prop_map(one),
        Just(many(&["paper", "web"])),
        (0..5_i64).prop_map(Answer::Integer),
        "[а-я ]{0,8}".prop_map(Answer::Text),
        Just(Answer::Date(TODAY)),
    ]
}

proptest! {
    /// What counts, counts again: the answers of a journey have the same journey.
    #[test]
    fn a_journey_is_its_own_journey(given in prop::collection::vec((0..14_usize, any_answer()), 0..14)) {
        let form = &*FORM;
        let codes: Vec<_> = form.questions().map(|question| question.code.clone()).collect();
        let given: Answers = given.into_iter().map(|(place, answer)| (codes[place % codes.len()].clone(), answer)).collect();
        let journey = Journey::of(form, &given, TODAY);
        let counted = journey.answers();
        let again = Journey::of(form, &counted, TODAY);
        prop_assert_eq!(again.answers(), counted.clone());
        prop_assert_eq!(again.pages(), journey.pages());
        for (code, _) in counted.iter() {
            prop_assert!(journey.is_shown(code.as_str()));
        }
        for page in journey.pages() {
            prop_assert!(!page.blocks.is_empty());
        }
    }
}

#[test]
fn a_calculation_may_speak_of_an_option_by_its_words() {
    let form = questionnaire(
        "type|name|label|calculation\nselect_one yesno|used|Ползвали ли сте?\ncalculate|said||concat('„', jr:choice-name(${used}, '${used}'), '“')",
    );
    let journey = Journey::of(&form, &answers(&[("used", one("yes"))]), TODAY);
    assert_eq!(journey.outcome("said"), Outcome::Answered(&text("„Да“")));
}
