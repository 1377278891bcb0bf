//! Making a questionnaire by operations: tables of what each comes to, and a property over any row of them.

use crate::workbook::questionnaire as read;
use base::{LanguageTag, Text};
use proptest::prelude::*;
use std::collections::BTreeSet;
use survey::edit::{self, EditRefusal, GroupWords, OptionsOf, Place, Repeats};
use survey::{
    Condition, Expression, Group, GroupLayout, Item, Lack, OptionCode, Question, QuestionKind, Questionnaire, Scale,
    ScaleOption, Standing, item_bank, shortcomings, xlsform,
};

fn empty() -> Questionnaire {
    Questionnaire {
        code: "anketa".to_owned(),
        title: Text::bulgarian("Анкета"),
        version: None,
        languages: vec![LanguageTag::BULGARIAN],
        introduction: None,
        thanks: None,
        scales: Default::default(),
        items: Vec::new(),
    }
}

fn page(code: &str) -> Item {
    let label = Some(Text::bulgarian(format!("Страница {code}")));
    Item::Group(Group::new(code.parse().unwrap(), label, GroupLayout::Page, Vec::new()))
}

fn text(code: &str) -> Item {
    Item::Question(Question::new(code.parse().unwrap(), Text::bulgarian("Какво?"), QuestionKind::text(false)))
}

fn number(code: &str) -> Item {
    Item::Question(Question::new(code.parse().unwrap(), Text::bulgarian("Колко?"), QuestionKind::integer()))
}

fn options(codes: &[(&str, Option<f64>)]) -> Vec<ScaleOption> {
    let option = |(code, value): &(&str, Option<f64>)| {
        let standing = value.map_or(Standing::Unordered, Standing::Value);
        ScaleOption::new(OptionCode::parse(code).unwrap(), Text::bulgarian(*code), standing)
    };
    codes.iter().map(option).collect()
}

fn choice(questionnaire: Questionnaire, within: Option<&str>, code: &str) -> Questionnaire {
    let scale = Scale {
        code: "grades".parse().unwrap(),
        options: options(&[("bad", Some(1.0)), ("middling", Some(2.0)), ("good", Some(3.0)), ("none", None)]),
        ordered: true,
    };
    let (questionnaire, scale) = edit::take_scale(questionnaire, scale).unwrap();
    let question = Question::new(code.parse().unwrap(), Text::bulgarian("Как?"), QuestionKind::one(scale));
    let place = Place { within: within.map(|within| within.parse().unwrap()), before: None };
    edit::add(questionnaire, &place, Item::Question(question)).unwrap()
}

/// Two pages: `a` with a choice and a number, `b` with a text that is shown only to some.
fn two_pages() -> Questionnaire {
    let questionnaire = edit::add(empty(), &Place::last(), page("a")).unwrap();
    let questionnaire = choice(questionnaire, Some("a"), "grade");
    let questionnaire = edit::add(questionnaire, &Place::last_in("a".parse().unwrap()), number("times")).unwrap();
    let questionnaire = edit::add(questionnaire, &Place::last(), page("b")).unwrap();
    let questionnaire = edit::add(questionnaire, &Place::last_in("b".parse().unwrap()), text("why")).unwrap();
    let why = Question {
        relevance: Some(Expression::parse("${grade} = 'bad'").unwrap()),
        label: Text::bulgarian("Казахте ${times} – защо?"),
        ..questionnaire.question("why").unwrap().clone()
    };
    edit::change_question(questionnaire, "why", why).unwrap()
}

fn outline(items: &[Item]) -> String {
    let told = |item: &Item| match item {
        Item::Question(question) => question.code.to_string(),
        Item::Group(group) => format!("{}({})", group.code, outline(&group.items)),
    };
    items.iter().map(told).collect::<Vec<_>>().join(" ")
}

#[test]
fn items_are_moved_copied_and_removed() {
    let check = |operation: &dyn Fn(Questionnaire) -> Result<Questionnaire, EditRefusal>, expect: &str| {
        assert_eq!(outline(&operation(two_pages()).unwrap().items), expect);
    };
    check(&|known| edit::move_down(known, "grade"), "a(times grade) b(why)");
    check(&|known| edit::move_down(known, "times"), "a(grade) b(times why)");
    check(&|known| edit::move_up(known, "why"), "a(grade times why) b()");
    check(&|known| edit::move_up(known, "b"), "b(why) a(grade times)");
    check(&|known| edit::move_to(known, "times", &Place::last()), "a(grade) b(why) times");
    check(
        &|known| {
            edit::move_to(known, "times", &Place { within: Some("b".parse().unwrap()), before: Some("why".into()) })
        },
        "a(grade) b(times why)",
    );
    check(&|known| edit::copy(known, "grade"), "a(grade grade_2 times) b(why)");
    check(&|known| edit::copy(known, "a"), "a(grade times) a_2(grade_2 times_2) b(why)");
    check(&|known| edit::remove(known, "b", false), "a(grade times)");
    check(&|known| edit::remove(known, "grade", true), "a(times) b(why)");
}

#[test]
fn what_cannot_be_is_refused_and_says_why() {
    let check = |operation: &dyn Fn(Questionnaire) -> Result<Questionnaire, EditRefusal>, expect: &str| {
        use base::Explain;
        assert_eq!(operation(two_pages()).unwrap_err().code(), expect);
    };
    check(&|known| edit::move_up(known, "grade"), "edit-at-the-edge");
    check(&|known| edit::move_down(known, "b"), "edit-at-the-edge");
    check(&|known| edit::move_up(known, "nothing"), "edit-no-such-item");
    check(&|known| edit::move_to(known, "a", &Place::last_in("b".parse().unwrap())), "edit-not-there");
    check(&|known| edit::move_to(known, "a", &Place::last_in("a".parse().unwrap())), "edit-no-such-item");
    check(&|known| edit::add(known, &Place::last(), text("why")), "edit-code-taken");
    check(&|known| edit::remove(known, "grade", false), "edit-needed");
    check(&|known| edit::remove_language(known, LanguageTag::BULGARIAN), "edit-bulgarian-stays");
    check(&|known| edit::add_language(known, LanguageTag::BULGARIAN), "edit-language-known");
    check(
        &|known| edit::copy_scale(known, "grade", options(&[("one", None)]), OptionsOf::Everybody),
        "edit-too-few-options",
    );
    check(
        &|known| edit::copy_scale(known, "grade", options(&[("one", None), ("one", None)]), OptionsOf::Everybody),
        "edit-repeated-option",
    );
    let calculated = |known: Questionnaire| {
        let kind = QuestionKind::Calculated(Expression::parse("${times} + 1").unwrap());
        let sum = Question::new("sum".parse().unwrap(), Text::default(), kind);
        edit::remove(edit::add(known, &Place::last(), Item::Question(sum))?, "times", true)
    };
    check(&calculated, "edit-needed-by-calculation");
}

#[test]
fn another_code_is_written_wherever_the_old_one_was() {
    let known = two_pages();
    let grade = Question { code: "quality".parse().unwrap(), ..known.question("grade").unwrap().clone() };
    let known = edit::change_question(known, "grade", grade).unwrap();
    let times = Question { code: "visits".parse().unwrap(), ..known.question("times").unwrap().clone() };
    let known = edit::change_question(known, "times", times).unwrap();
    let why = known.question("why").unwrap();
    assert_eq!(why.relevance.as_ref().unwrap().source(), "${quality} = 'bad'");
    assert_eq!(why.label.bulgarian, "Казахте ${visits} – защо?");
    assert_eq!(shortcomings(&known), Vec::new());
}

#[test]
fn what_is_removed_is_forgotten_where_it_was_named() {
    let known = edit::remove(two_pages(), "times", true).unwrap();
    assert_eq!(known.question("why").unwrap().label.bulgarian, "Казахте … – защо?");
    let known = edit::remove(known, "grade", true).unwrap();
    assert_eq!(known.question("why").unwrap().relevance, None);
    assert!(known.scales.is_empty(), "nobody answers on it any more");
}

#[test]
fn one_of_those_who_share_a_scale_gets_its_own() {
    let known = choice(two_pages(), Some("b"), "again");
    assert_eq!(known.scales.len(), 1);
    let new = options(&[("yes", None), ("no", None)]);
    let all = edit::copy_scale(known.clone(), "again", new.clone(), OptionsOf::Everybody).unwrap();
    assert_eq!(all.scales.len(), 1);
    let one = edit::copy_scale(known, "again", new, OptionsOf::ItAlone).unwrap();
    assert_eq!(one.scales.len(), 2);
    assert!(one.scale_of(one.question("grade").unwrap()).unwrap().ordered);
    assert!(!one.scale_of(one.question("again").unwrap()).unwrap().ordered);
}

#[test]
fn shortcomings_are_told_with_their_place() {
    let check = |known: Questionnaire, expect: &[Lack]| {
        let found: Vec<Lack> = shortcomings(&known).into_iter().map(|found| found.lack).collect();
        assert_eq!(found, expect);
    };
    check(two_pages(), &[]);
    check(empty(), &[Lack::NoQuestions]);
    check(Questionnaire { title: Text::default(), ..two_pages() }, &[Lack::NoTitle]);
    check(edit::move_up(two_pages(), "why").unwrap(), &[Lack::Empty]);
    check(
        edit::move_up(two_pages(), "b").unwrap(),
        &[Lack::LaterName { name: "grade".to_owned() }, Lack::LaterName { name: "times".to_owned() }],
    );
    let english = LanguageTag::ENGLISH;
    let spoken = edit::add_language(two_pages(), english).unwrap();
    assert!(shortcomings(&spoken).iter().all(|found| found.lack == Lack::Untranslated { language: english }));
    // The title, two pages, three questions, the scale.
    assert_eq!(shortcomings(&spoken).len(), 7);
    assert_eq!(edit::remove_language(spoken, english).unwrap(), two_pages());
}

#[test]
fn conditions_are_picked_and_read_back() {
    let known = two_pages();
    let check = |source: &str, expect: Option<&str>| {
        let expression = Expression::parse(source).unwrap();
        let read = Condition::read(&expression, &known);
        let written = read.map(|condition| condition.expression(&known).unwrap().source().to_owned());
        assert_eq!(written.as_deref(), expect, "{source}");
    };
    for same in [
        "${grade} = 'bad'",
        "${grade} != 'good'",
        "${grade} = 'middling' or ${grade} = 'good'",
        "${times} >= 3",
        "${times} <= -2 and ${grade} = 'bad'",
        "${grade} != '' and (${grade} = 'bad' or ${grade} = 'middling')",
        "${grade} = 'bad' or ${times} = 5",
        "${why} = ''",
    ] {
        check(same, Some(same));
    }
    check("(${times} >= 3) and (${grade} = 'bad')", Some("${times} >= 3 and ${grade} = 'bad'"));
    for more in [
        "${times} > 3",
        "${times} + 1 = 3",
        "${grade} = 'unheard-of'",
        "${nobody} = 'a'",
        "not(${grade} = 'bad')",
        "today() > '2023-01-01'",
        "${grade} = 'bad' and (${times} = 1 or ${why} = '')",
    ] {
        check(more, None);
    }
}

#[test]
fn ready_questions_are_inserted_with_their_scales() {
    let (known, first) = edit::insert_from(empty(), &Place::last(), item_bank(), "politeness").unwrap();
    let (known, second) = edit::insert_from(known, &Place::last(), item_bank(), "competence").unwrap();
    let (known, third) = edit::insert_from(known, &Place::last(), item_bank(), "politeness").unwrap();
    assert_eq!([first.as_str(), second.as_str(), third.as_str()], ["politeness", "competence", "politeness_2"]);
    assert_eq!(known.scales.len(), 1);
    assert_eq!(known.question("politeness").unwrap().label.english, None, "only what the questionnaire speaks");
    assert!(edit::ready_scales().len() > 5);
}

/// What somebody at the page may do, by number.
#[derive(Debug, Clone)]
enum Act {
    Page,
    Group(usize),
    Text(usize),
    Choice(usize),
    Grid(usize),
    Bank(usize, usize),
    Up(usize),
    Down(usize),
    Move(usize, usize),
    Copy(usize),
    Remove(usize, bool),
    Rename(usize, usize),
    Show(usize, usize),
    Label(usize, String),
    Options(usize, usize, bool),
    Language(bool),
    Words(usize, String),
}

fn act() -> impl Strategy<Value = Act> {
    let n = 0_usize..40;
    prop_oneof![
        Just(Act::Page),
        n.clone().prop_map(Act::Group),
        n.clone().prop_map(Act::Text),
        n.clone().prop_map(Act::Choice),
        n.clone().prop_map(Act::Grid),
        (n.clone(), n.clone()).prop_map(|(a, b)| Act::Bank(a, b)),
        n.clone().prop_map(Act::Up),
        n.clone().prop_map(Act::Down),
        (n.clone(), n.clone()).prop_map(|(a, b)| Act::Move(a, b)),
        n.clone().prop_map(Act::Copy),
        (n.clone(), any::<bool>()).prop_map(|(a, mends)| Act::Remove(a, mends)),
        (n.clone(), n.clone()).prop_map(|(a, b)| Act::Rename(a, b)),
        (n.clone(), n.clone()).prop_map(|(a, b)| Act::Show(a, b)),
        (n.clone(), "[ а-яA-Z|<>$\\{\\}\n\\\\]{0,12}").prop_map(|(a, words)| Act::Label(a, words)),
        (n.clone(), 2_usize..5, any::<bool>()).prop_map(|(a, b, alone)| Act::Options(a, b, alone)),
        any::<bool>().prop_map(Act::Language),
        (n, "[ а-я]{0,9}").prop_map(|(a, words)| Act::Words(a, words)),
    ]
}

fn codes(items: &[Item]) -> Vec<String> {
    let mut all = Vec::new();
    for item in items {
        all.push(edit::code_of(item).to_owned());
        all.extend(item.group().iter().flat_map(|group| codes(&group.items)));
    }
    all
}

fn done(known: Questionnaire, act: &Act) -> Result<Questionnaire, EditRefusal> {
    let all = codes(&known.items);
    let code = |number: usize| all.get(number % all.len().max(1)).cloned().unwrap_or_default();
    let within = |number: usize| {
        let groups: Vec<&String> = all
            .iter()
            .filter(|code| edit::item(&known.items, code).is_some_and(|item| item.group().is_some()))
            .collect();
        let group = groups.get(number % (groups.len() + 1)).copied();
        Place { within: group.and_then(|code| code.parse().ok()), before: None }
    };
    let fresh = |stem: &str| edit::fresh_code(&known, stem);
    let group = |stem: &str, layout| {
        let label = Some(Text::bulgarian(stem));
        Item::Group(Group::new(fresh(stem).parse().unwrap(), label, layout, Vec::new()))
    };
    let question = |number: usize| known.question(&code(number)).cloned();
    match act.clone() {
        Act::Page => edit::add(known.clone(), &Place::last(), group("page", GroupLayout::Page)),
        Act::Group(at) => edit::add(known.clone(), &within(at), group("group", GroupLayout::Plain)),
        Act::Text(at) => edit::add(known.clone(), &within(at), text(&fresh("text"))),
        Act::Choice(at) => {
            let place = within(at);
            let scale =
                Scale { code: "s".parse().unwrap(), options: options(&[("y", None), ("n", None)]), ordered: false };
            let question = fresh("one");
            let (taken, scale) = edit::take_scale(known.clone(), scale)?;
            let question = Question::new(question.parse().unwrap(), Text::bulgarian("?"), QuestionKind::one(scale));
            edit::add(taken, &place, Item::Question(question))
        }
        Act::Grid(at) => {
            let (place, code, row) = (within(at), fresh("grid"), fresh("row"));
            let (taken, scale) = edit::take_scale(known.clone(), edit::ready_scales()[at % 8].clone())?;
            let row = Question::new(row.parse().unwrap(), Text::bulgarian("Ред"), QuestionKind::one(scale));
            let rows = vec![Item::Question(row)];
            let grid = Group::new(code.parse().unwrap(), None, GroupLayout::Battery, rows);
            edit::add(taken, &place, Item::Group(grid))
        }
        Act::Bank(at, which) => {
            let question = item_bank().questions().nth(which).unwrap().code.to_string();
            edit::insert_from(known.clone(), &within(at), item_bank(), &question).map(|(known, _)| known)
        }
        Act::Up(at) => edit::move_up(known.clone(), &code(at)),
        Act::Down(at) => edit::move_down(known.clone(), &code(at)),
        Act::Move(at, to) => edit::move_to(known.clone(), &code(at), &within(to)),
        Act::Copy(at) => edit::copy(known.clone(), &code(at)),
        Act::Remove(at, mends) => edit::remove(known.clone(), &code(at), mends),
        Act::Rename(at, to) => {
            let Some(new) = question(at) else { return Ok(known) };
            let new = Question { code: format!("код{to}").parse().unwrap(), ..new };
            edit::change_question(known.clone(), &code(at), new)
        }
        Act::Show(at, by) => {
            let Some(new) = question(at) else { return Ok(known) };
            let relevance = Expression::parse(&format!("${{{}}} != ''", code(by))).ok();
            edit::change_question(known.clone(), &code(at), Question { relevance, ..new })
        }
        Act::Label(at, words) => {
            let Some(new) = question(at) else { return Ok(known) };
            edit::change_question(known.clone(), &code(at), Question { label: Text::bulgarian(words), ..new })
        }
        Act::Options(at, n, alone) => {
            let all = [("a", Some(1.0)), ("b", Some(2.5)), ("c", None), ("other", None)];
            let whose = if alone { OptionsOf::ItAlone } else { OptionsOf::Everybody };
            edit::copy_scale(known.clone(), &code(at), options(&all[..n.min(4)]), whose)
        }
        Act::Language(adds) if adds => edit::add_language(known.clone(), "tr".parse().unwrap()),
        Act::Language(_) => edit::remove_language(known.clone(), "tr".parse().unwrap()),
        Act::Words(at, words) => {
            let label = Some(Text::bulgarian(words)).filter(|words| !words.is_empty());
            let words = GroupWords {
                code: code(at).parse().unwrap_or("x".parse().unwrap()),
                label,
                hint: None,
                relevance: None,
                shuffled: at % 2 == 0,
                repeats: (at % 3 == 0).then_some(Repeats { rounds: 2, count: None }),
            };
            edit::change_group(known.clone(), &code(at), words)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// Whatever is done in whatever order: codes stay unique, lists are those that are used, and either something is missing
    /// and told, or the files of it are read by the importer's own rules and come back equal.
    #[test]
    fn any_row_of_operations_leaves_a_questionnaire(acts in prop::collection::vec(act(), 1..60)) {
        let mut known = empty();
        for act in &acts {
            let before = known.clone();
            match done(known, act) {
                Ok(next) => known = next,
                Err(_) => known = before,
            }
        }
        let all = codes(&known.items);
        prop_assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        prop_assert_eq!(&edit::settled(known.clone()), &known);
        let archived = survey::archive::read(&survey::archive::write(&known)).unwrap();
        prop_assert_eq!(&archived, &known);
        if shortcomings(&known).is_empty() {
            let known = edit::unfolded(known.clone()).unwrap();
            for (file, name) in [
                (xlsform::export::markdown(&known).into_bytes(), "anketa.md"),
                (xlsform::export::workbook(&known).unwrap(), "anketa.xlsx"),
            ] {
                let read = xlsform::import(&file, name);
                let read = read.map_err(|problems| TestCaseError::fail(format!("{problems:?}\n{}", xlsform::export::markdown(&known))))?;
                prop_assert_eq!(&read.questionnaire, &known, "{}", name);
            }
        }
    }
}

fn repeating(questionnaire: Questionnaire, code: &str, repeats: Option<Repeats>) -> Result<Questionnaire, EditRefusal> {
    let group = edit::item(&questionnaire.items, code).and_then(Item::group).unwrap().clone();
    let Group { code: own, label, hint, relevance, shuffled, .. } = group;
    edit::change_group(questionnaire, code, GroupWords { code: own, label, hint, relevance, shuffled, repeats })
}

/// What is asked several times stands once where it is made, and round by round where it is asked.
#[test]
fn a_repeat_is_made_changed_and_written_out() {
    let twice = |rounds: u32, count: Option<&str>| {
        Some(Repeats { rounds, count: count.map(|count| Expression::parse(count).unwrap()) })
    };
    let made = repeating(two_pages(), "b", twice(3, None)).unwrap();
    assert!(shortcomings(&made).is_empty(), "{:#?}", shortcomings(&made));
    let asked = edit::unfolded(made.clone()).unwrap();
    let codes: Vec<&str> = asked.items.iter().map(edit::code_of).collect();
    assert_eq!(codes, ["a", "b.1", "b.2", "b.3"]);
    assert!(asked.question("b.1.more").is_some() && asked.question("b.3.more").is_none());
    assert_eq!(edit::folded(asked.clone()), made, "and once again where it is changed");
    crate::export::comes_back(&asked, "what was made in the editor");
    // Questions are added, moved and renamed in it as anywhere.
    let inside = Place::last_in("b".parse().unwrap());
    let changed = edit::add(made.clone(), &inside, number("age")).unwrap();
    let changed = edit::move_up(changed, "age").unwrap();
    assert!(edit::unfolded(changed.clone()).unwrap().question("age.2").is_some());
    // How often may be an earlier answer; its code changes with it.
    let number_of = changed.question("times").unwrap().clone();
    let counted = repeating(changed, "b", twice(4, Some("${times}"))).unwrap();
    let renamed = Question { code: "children".parse().unwrap(), ..number_of };
    let counted = edit::change_question(counted, "times", renamed).unwrap();
    let asked = edit::unfolded(counted.clone()).unwrap();
    let second = edit::item(&asked.items, "b.2").and_then(Item::group).unwrap();
    assert!(second.relevance.as_ref().unwrap().source().ends_with("(${children}) >= 2"));
    // What asks for it no more is asked whether there is another.
    let without = edit::remove(counted.clone(), "children", true).unwrap();
    assert!(edit::unfolded(without).unwrap().question("b.1.more").is_some());
    assert_eq!(edit::folded(repeating(counted, "b", None).unwrap()).questions().count(), 4);
}

#[test]
fn a_repeat_that_cannot_be_is_refused() {
    let twice = |rounds: u32| Some(Repeats { rounds, count: None });
    for rounds in [0, 1, 21] {
        let refused = repeating(two_pages(), "b", twice(rounds)).unwrap_err();
        assert_eq!(refused, EditRefusal::BadRounds { max: 20 }, "{rounds}");
    }
    let made = repeating(two_pages(), "b", twice(2)).unwrap();
    let inner = Item::Group(Group::new("c".parse().unwrap(), None, GroupLayout::Plain, vec![text("d")]));
    let nested = edit::add(made, &Place::last_in("b".parse().unwrap()), inner).unwrap();
    let refused = repeating(nested.clone(), "c", twice(2)).unwrap_err();
    assert_eq!(refused, EditRefusal::RepeatWithinRepeat { code: "c".to_owned() });
    // Something outside bears the name of a round already.
    let clash = edit::add(nested, &Place::last(), text("d.2")).unwrap();
    let lacks: Vec<Lack> = shortcomings(&clash).into_iter().map(|found| found.lack).collect();
    assert_eq!(lacks, [Lack::Unrepeatable]);
}

#[test]
fn repeats_of_a_file_are_changed_as_if_they_stood_once() {
    for survey in [
        "type|name|label|repeat_count\nbegin repeat|child|Дете\ntext|who|Кой?\ninteger|age|Възраст на ${who}?\nend repeat\ntext|last|Друго?",
        "type|name|label|repeat_count\ninteger|n|Колко?\nbegin repeat|child|Дете|${n}\nselect_one grade|how|Как?\nend repeat\ntext|last|Друго?",
        "type|name|label|repeat_count|relevant|appearance\nselect_one yesno|has|Имате ли?\nbegin repeat|child|Дете|3|${has} = 'yes'|table-list\nselect_one grade|a|Едно\nselect_one grade|b|Две\nend repeat\ntext|last|Друго?",
    ] {
        let asked = read(survey);
        let once = edit::folded(asked.clone());
        assert!(once.items.len() < asked.items.len(), "{survey}");
        assert_eq!(edit::unfolded(once.clone()).unwrap().items, asked.items, "{survey}");
        let kept = survey::archive::read(&survey::archive::write(&once)).unwrap();
        assert_eq!(kept, once, "{survey}");
    }
}
