//! One questionnaire with every kind of question: read, kept, shown and counted.

use crate::workbook::{TODAY, answers, many, one, text, written};
use base::{Explain, LanguageTag};
use jiff::civil::time;
use proptest::prelude::*;
use std::sync::LazyLock;
use survey::entry::{self, AnswerProblem, Entry, Fields, Hand};
use survey::{
    Answer, Answers, AttachedFile, Bounds, Earlier, FileShape, Journey, Look, Missing, Outcome, Point, QuestionKind,
    Questionnaire, Seed, TextForm, Ticks, answers_csv, archive, response_json, xlsform,
};

const SURVEY: &str = "type|name|label|label::tr|required|relevant|choice_filter|appearance|parameters|earlier
hidden|channel
acknowledge|agree|Съгласни ли сте да отговаряте?|Kabul ediyor musunuz?|yes
select_one area|area|В коя област живеете?|Hangi il?||||minimal
select_one town|town|Кое е населеното място?|Hangi yer?|||area = ${area}|settlements||settlement
range|rate|Как оценявате обслужването?|Nasıl?|||||start=0 end=10
range|hours|Колко часа чакахте?|Kaç saat?|||||start=0 end=2 step=0.5
time|hour|В колко часа дойдохте?|Saat kaçta?||||||new
geopoint|place|Къде е мястото?|Nerede?
text|mail|На какъв адрес да пишем?|E-posta?||||email|longest=60
text|phone|На какъв телефон да звъним?|Telefon?||||telephone
text|short|С една дума?|Tek kelime?|||||longest=5
select_multiple need|needs|Какво Ви е нужно?|Neye ihtiyacınız var?|||||least=2 most=3 randomize=true
rank need|order|Подредете ги|Sıralayın||||||changed
select_one need|most|От всичко, което избрахте (${needs}), кое е най-важно?|En önemli?|||selected(${needs}, name)
begin group|mixed|Още малко|Biraz daha|||||randomize=true
text|one|Първо за ${town}?|Birinci?
text|two|Второ?|İkinci?
text|three|Трето?|Üçüncü?
end group";

const CHOICES: &str = "list_name|name|label|label::tr|area
area|pd|Източна|Doğu
area|sf|Западна|Batı
town|per|Примерово|Primerovo|pd
town|ras|Горно Примерово|Yukarı Primerovo|pd
town|sam|Друго село|Başka köy|sf
need|time|Време|Zaman
need|help|Помощ|Yardım
need|map|Карта|Harita
need|light|Светлина|Işık";

static FORM: LazyLock<Questionnaire> = LazyLock::new(|| {
    let workbook = written(&[("survey", SURVEY), ("choices", CHOICES)]);
    match xlsform::import(&workbook, "kinds.xlsx") {
        Ok(imported) => {
            assert_eq!(imported.untranslated().count(), 0);
            imported.questionnaire
        }
        Err(problems) => panic!("refused: {problems:#?}"),
    }
});

fn fields(given: &[(&str, &str)]) -> Fields {
    let mut fields = Fields::new();
    for (name, value) in given {
        fields.entry((*name).to_owned()).or_default().push((*value).to_owned());
    }
    fields
}

fn read(given: &[(&str, &str)]) -> Entry {
    entry::read_form(&FORM, fields(&[&[("agree", "yes")], given].concat()), TODAY, Hand::Respondent)
}

fn ranked(options: &[&str]) -> Answer {
    Answer::Ranking(options.iter().map(|option| option.parse().unwrap()).collect())
}

#[test]
fn a_sheet_gives_every_kind() {
    let kind = |code: &str| FORM.question(code).unwrap().kind.clone();
    let (area, need) = ("area".parse().unwrap(), "need".parse().unwrap());
    assert_eq!(kind("channel"), QuestionKind::Given);
    assert_eq!(kind("agree"), QuestionKind::Consent);
    assert_eq!(kind("area"), QuestionKind::One { scale: area, other: false, look: Look::Menu });
    assert!(matches!(kind("town"), QuestionKind::One { look: Look::Settlements, .. }));
    let bounds = Bounds { least: Some(0.0), most: Some(10.0), step: Some(1.0), offered: true };
    assert_eq!(kind("rate"), QuestionKind::Integer(bounds));
    assert_eq!(bounds.offers().unwrap().len(), 11);
    assert!(
        matches!(kind("hours"), QuestionKind::Decimal(bounds) if bounds.offers().unwrap() == [0.0, 0.5, 1.0, 1.5, 2.0])
    );
    assert_eq!((kind("hour"), kind("place")), (QuestionKind::Time, QuestionKind::Point));
    assert!(
        matches!(kind("mail"), QuestionKind::Text(shape) if shape.form == TextForm::Email && shape.longest == Some(60))
    );
    assert!(!kind("mail").is_open() && kind("short").is_open());
    let ticks = Ticks { least: Some(2), most: Some(3) };
    assert_eq!(kind("needs"), QuestionKind::Many { scale: need, other: false, ticks });
    assert!(matches!(kind("order"), QuestionKind::Ranking { .. }));
    let earlier = |code: &str| FORM.question(code).unwrap().earlier.clone();
    assert_eq!(earlier("town"), Earlier::Called(vec!["settlement".parse().unwrap()]));
    assert_eq!(
        (earlier("order"), earlier("hour"), earlier("rate")),
        (Earlier::Changed, Earlier::New, Earlier::SameCode)
    );
    assert_eq!(FORM.languages, [LanguageTag::BULGARIAN, "tr".parse().unwrap()]);
    assert_eq!(FORM.question("rate").unwrap().label.say("tr".parse::<LanguageTag>().unwrap()), "Nasıl?");
    assert!(FORM.is_shuffled());
}

/// The journeys in a browser import the same as a file; `GLAS_WRITE_WORKBOOK=1` writes it anew.
#[test]
fn the_workbook_of_the_browser_is_the_same() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/browser/kinds.xlsx");
    if std::env::var_os("GLAS_WRITE_WORKBOOK").is_some() {
        std::fs::write(path, written(&[("survey", SURVEY), ("choices", CHOICES)])).unwrap();
    }
    assert_eq!(xlsform::import(&std::fs::read(path).unwrap(), "kinds.xlsx").unwrap().questionnaire, *FORM);
}

#[test]
fn it_survives_its_archive() {
    let kept = archive::write(&FORM);
    assert_eq!(&archive::read(&kept).unwrap(), &*FORM);
    assert_eq!(archive::write(&archive::read(&kept).unwrap()), kept);
    insta::assert_snapshot!(kept);
}

#[test]
fn each_kind_takes_what_people_type() {
    let takes = |given: &[(&str, &str)], code: &str, expect: Answer| {
        let entry = read(given);
        assert_eq!(entry.refused, [], "{given:?}");
        assert_eq!(entry.answers.get(code), Some(&expect), "{given:?}");
        let again = entry::read_form(&FORM, entry::fields(&entry.answers), TODAY, Hand::Respondent);
        assert_eq!(again.answers, entry.answers, "and reads again what it shows");
        assert_eq!(response_json::read(&response_json::write(&entry.answers)).unwrap(), entry.answers);
    };
    takes(&[], "agree", Answer::Agreed);
    takes(&[("rate", "10")], "rate", Answer::Integer(10));
    takes(&[("hours", "1,5")], "hours", Answer::Decimal(1.5));
    for typed in ["8:30", "08.30", "8,30 ч.", "8:30:00"] {
        takes(&[("hour", typed)], "hour", Answer::Time(time(8, 30, 0, 0)));
    }
    takes(&[("hour", "16")], "hour", Answer::Time(time(16, 0, 0, 0)));
    for typed in ["42.0541, 24.5432", "42,0541; 24,5432", "42.0541 24.5432", "42.0541 24.5432 0 0"] {
        takes(&[("place", typed)], "place", Answer::Point(Point { latitude: 42_054, longitude: 24_543 }));
    }
    takes(&[("mail", "ime@primer.bg")], "mail", text("ime@primer.bg"));
    takes(&[("phone", "+359 (0) 888/12-34-56")], "phone", text("+359 (0) 888/12-34-56"));
    takes(&[("needs", "map"), ("needs", "time")], "needs", many(&["time", "map"]));
    let order = [("order/time", "3"), ("order/help", "1"), ("order/map", "4"), ("order/light", "2")];
    takes(&order, "order", ranked(&["help", "light", "time", "map"]));
    takes(&[("order", "help light time map")], "order", ranked(&["help", "light", "time", "map"]));
    takes(&[("channel", "плакат-1")], "channel", text("плакат-1"));
    takes(&[("area", "pd"), ("town", "per")], "town", one("per"));
}

#[test]
fn each_kind_refuses_what_it_cannot_mean() {
    let refuses = |given: &[(&str, &str)], code: &str, expect: &str| {
        let entry = read(given);
        let refused: Vec<(&str, &str)> =
            entry.refused.iter().map(|refused| (refused.question.as_str(), refused.code())).collect();
        assert_eq!(refused, [(code, expect)], "{given:?}");
    };
    let none = entry::read_form(&FORM, Fields::new(), TODAY, Hand::Respondent);
    assert_eq!(none.refused.iter().map(Explain::code).collect::<Vec<_>>(), ["answer-required"], "consent is asked for");
    refuses(&[("rate", "11")], "rate", "answer-not-between");
    refuses(&[("hours", "0,7")], "hours", "answer-off-step");
    for typed in ["25:00", "8:60", "осем", "8:30:00:00", "-1"] {
        refuses(&[("hour", typed)], "hour", "answer-not-a-time");
    }
    for typed in ["91, 24", "42", "42.1, 181", "тук", "1,2,3,4,5"] {
        refuses(&[("place", typed)], "place", "answer-not-a-point");
    }
    for typed in ["ime", "@x.bg", "a@b", "a b@c.bg", "a@b..bg", "a@b@c.bg"] {
        refuses(&[("mail", typed)], "mail", "answer-not-an-email");
    }
    for typed in ["123", "0888 CALL", "++359888123456", "1234567890123456"] {
        refuses(&[("phone", typed)], "phone", "answer-not-a-telephone");
    }
    refuses(&[("short", "шестте")], "short", "answer-too-long");
    refuses(&[("needs", "time")], "needs", "answer-too-few");
    let all = [("needs", "time"), ("needs", "help"), ("needs", "map"), ("needs", "light")];
    refuses(&all, "needs", "answer-too-many");
    refuses(&[("order/time", "1"), ("order/help", "1")], "order", "answer-ranked-twice");
    refuses(&[("order/time", "1"), ("order/help", "2")], "order", "answer-ranked-partly");
    refuses(&[("order/time", "първо")], "order", "answer-not-a-place");
    refuses(&[("order", "time time help map")], "order", "answer-one-only");
}

#[test]
fn what_comes_with_a_link_is_a_short_word_that_was_asked_for() {
    let given = |name: &str, value: &str| entry::read_given(&FORM, &fields(&[(name, value)])).len();
    assert_eq!(given("channel", "плакат"), 1);
    assert_eq!(given("channel", "a-very-long-value-that-could-name-one-single-person"), 0);
    assert_eq!(given("channel", "<script>"), 0);
    assert_eq!(given("mail", "a@b.bg"), 0, "only what is asked of the link");
    assert_eq!(given("nobody", "x"), 0);
}

#[test]
fn a_filter_offers_what_fits_earlier_answers() {
    let offered = |given: &[(&str, Answer)], code: &str| {
        let given = answers(given);
        let journey = Journey::of(&FORM, &given, TODAY);
        let options = journey.offers(FORM.question(code).unwrap(), None);
        options.iter().map(|option| option.code.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(offered(&[], "town"), Vec::<String>::new());
    assert_eq!(offered(&[("area", one("pd"))], "town"), ["per", "ras"]);
    assert_eq!(offered(&[("needs", many(&["help", "map"]))], "most"), ["help", "map"]);
    // A change of mind leaves no debris: the town of another area is no answer any more.
    let given = answers(&[("area", one("sf")), ("town", one("per"))]);
    let journey = Journey::of(&FORM, &given, TODAY);
    assert_eq!(journey.outcome("town"), Outcome::Missing(Missing::Skipped));
    assert_eq!(journey.answers().len(), 1);
    // On one page the list must be shown again.
    let page = entry::read_page(&FORM, &Answers::default(), "area", fields(&[("area", "pd")]), TODAY);
    assert!(page.is_accepted());
}

#[test]
fn the_order_is_drawn_by_the_seed_and_decides_nothing_else() {
    let pages = |seed: u16| {
        let journey = Journey::of(&FORM, &Answers::default(), TODAY).in_order(Seed(seed));
        journey.pages().iter().map(|page| page.code.to_owned()).collect::<Vec<String>>()
    };
    assert_eq!(pages(7), pages(7), "the same seed, the same order");
    let orders: std::collections::BTreeSet<Vec<String>> = (0..200).map(pages).collect();
    assert_eq!(orders.len(), 6, "each order of three pages comes up");
    let plain = Journey::of(&FORM, &Answers::default(), TODAY);
    for order in orders {
        assert_eq!(order[..order.len() - 3], pages(0)[..order.len() - 3], "only the shuffled group moves");
        assert_eq!(order.len(), plain.pages().len());
    }
    let question = FORM.question("needs").unwrap();
    let codes = |seed| {
        let offered = plain.offers(question, Some(Seed(seed)));
        offered.iter().map(|option| option.code.to_string()).collect::<Vec<_>>()
    };
    let orders: std::collections::BTreeSet<Vec<String>> = (0..400).map(codes).collect();
    assert_eq!(orders.len(), 24, "each order of four options comes up");
}

#[test]
fn later_versions_find_their_questions_in_earlier_ones() {
    let earlier = "type|name|label
text|settlement|Къде живеете?
range|rate|Как оценявате?
text|hour|Кога?
text|order|Подредете";
    let earlier = xlsform::import(&written(&[("survey", earlier)]), "x.xlsx").unwrap().questionnaire;
    let counterpart =
        |code: &str| earlier.counterpart(FORM.question(code).unwrap()).map(|question| question.code.to_string());
    assert_eq!(counterpart("town"), Some("settlement".to_owned()));
    assert_eq!(counterpart("rate"), Some("rate".to_owned()));
    assert_eq!(counterpart("order"), None, "it has changed");
    assert_eq!(counterpart("hour"), None, "it is new, whatever bore its code");
    assert_eq!(counterpart("needs"), None, "there was none");
}

#[test]
fn what_is_not_translated_is_told_with_its_place() {
    let survey = "type|name|label|label::tr|hint\ntext|a|Какво?|Ne?|Кратко\nselect_one l|b|Кое?";
    let choices = "list_name|name|label\nl|x|Хикс";
    let imported = xlsform::import(&written(&[("survey", survey), ("choices", choices)]), "x.xlsx").unwrap();
    let places: Vec<(Option<String>, Option<u32>, Option<String>)> =
        imported.untranslated().map(|found| (found.sheet.clone(), found.row, found.letter())).collect();
    let at = |sheet: &str, row, letter: Option<&str>| (Some(sheet.to_owned()), Some(row), letter.map(str::to_owned));
    assert_eq!(
        places,
        [at("survey", 2, Some("E")), at("survey", 3, Some("D")), at("choices", 1, None)],
        "a hint, a label, a whole sheet"
    );
}

const REPEATS: &str = "type|name|label|relevant|repeat_count|constraint|appearance
integer|children|Колко деца?
begin repeat|child|Дете||${children}
text|called|Как се казва?
integer|age|На колко години е ${called}?|||. < 18
text|school|Кое училище?|${age} > 6
end repeat
begin repeat|service|Услуга||| |field-list
text|what|Коя услуга?
end repeat
note|bye|Край";

#[test]
fn what_is_asked_several_times_stands_round_by_round() {
    let sheets = written(&[("survey", REPEATS)]);
    let form = xlsform::import(&sheets, "repeats.xlsx").unwrap().questionnaire;
    assert_eq!(&archive::read(&archive::write(&form)).unwrap(), &form);
    let pages = |given: &[(&str, Answer)]| {
        let journey = Journey::of(&form, &answers(given), TODAY);
        journey.pages().iter().map(|page| page.code.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(pages(&[]), ["children", "service.1", "bye"]);
    let two = ("children", Answer::Integer(2));
    assert_eq!(
        pages(&[two.clone(), ("age.2", Answer::Integer(9))]),
        ["children", "called.1", "age.1", "called.2", "age.2", "school.2", "service.1", "bye"],
        "as many rounds as the answer says, each with its own conditions"
    );
    assert_eq!(
        pages(&[("children", Answer::Integer(99))]).iter().filter(|code| code.starts_with("called")).count(),
        10
    );
    let more = ("service.1.more", one("yes"));
    assert_eq!(pages(std::slice::from_ref(&more)), ["children", "service.1", "service.2", "bye"]);
    assert_eq!(pages(&[more.clone(), ("service.2.more", one("no"))]), ["children", "service.1", "service.2", "bye"]);
    assert!(form.question("service.10.more").is_none(), "the last round asks no more");
    let last = ("service.2.more", one("yes"));
    assert_eq!(pages(std::slice::from_ref(&last)), ["children", "service.1", "bye"], "no third without a second");
    // A change of mind: the second child is gone, and what was said of it, and nothing else.
    let given = answers(&[two, ("called.1", text("Ана")), ("called.2", text("Боян"))]);
    assert_eq!(Journey::of(&form, &given, TODAY).answers().len(), 3);
    let given = answers(&[("children", Answer::Integer(1)), ("called.1", text("Ана")), ("called.2", text("Боян"))]);
    let left = Journey::of(&form, &given, TODAY).answers();
    assert_eq!(left, answers(&[("children", Answer::Integer(1)), ("called.1", text("Ана"))]));
    assert_eq!(form.question("age.2").unwrap().label.bulgarian, "На колко години е ${called.2}?");
    let group = form.items.iter().filter_map(survey::Item::group).nth(1).unwrap();
    let round = group.repeated.as_ref().unwrap();
    assert_eq!((round.of.as_str(), round.round, round.rounds), ("child", 2, 10));
}

#[test]
fn repeats_that_cannot_be_are_told() {
    let refuses = |survey: &str, expect: &[&str]| {
        let problems = xlsform::import(&written(&[("survey", survey)]), "x.xlsx").unwrap_err();
        let told: Vec<&str> = problems.iter().map(|found| found.code().trim_start_matches("xlsform-")).collect();
        assert_eq!(told, expect, "{survey}");
    };
    let head = "type|name|label|repeat_count|relevant\n";
    refuses(&format!("{head}begin repeat|r|Р\ntext|a|А?\nend repeat\ntext|b|Б?||${{a}} = 'x'"), &["within-repeat"]);
    refuses(&format!("{head}begin repeat|r|Р|99\ntext|a|А?\nend repeat"), &["bad-rounds"]);
    refuses(&format!("{head}text|a.2|А?\nbegin repeat|r|Р|3\ntext|a|А?\nend repeat"), &["repeated-name"]);
    refuses(
        &format!("{head}begin repeat|r|Р|3\nbegin repeat|s|С|3\ntext|a|А?\nend repeat\nend repeat\ntext|b|Б?"),
        &["unsupported"],
    );
    let long = "x".repeat(63);
    refuses(&format!("{head}begin repeat|r|Р|3\ntext|{long}|А?\nend repeat"), &["expression-too-long"]);
}

fn attached(name: &str) -> AttachedFile {
    let file = base::FileDigest([7; 32]);
    AttachedFile { file, media_type: "image/jpeg".to_owned(), bytes: 1_200, name: Some(name.to_owned()) }
}

#[test]
fn files_come_from_a_workbook_and_through_every_form_that_keeps_them() {
    let workbook = written(&[(
        "survey",
        "type|name|label|parameters\nimage|place|Снимайте мястото\nphoto|two|Още две|most=2\nfile|letter|Приложете писмото|most=5",
    )]);
    let form = xlsform::import(&workbook, "files.xlsx").unwrap().questionnaire;
    let kind = |code: &str| form.question(code).unwrap().kind.clone();
    assert_eq!(kind("place"), QuestionKind::File(FileShape::photo()));
    assert_eq!(kind("two"), QuestionKind::File(FileShape { pictures: true, most: 2 }));
    assert_eq!(kind("letter"), QuestionKind::File(FileShape { pictures: false, most: 5 }));
    assert_eq!(archive::read(&archive::write(&form)).unwrap(), form);

    let one = attached("IMG 2023 (1).jpg");
    let mut answers = Answers::default();
    answers.0.insert("place".parse().unwrap(), Answer::Files(vec![one.clone()]));
    assert_eq!(response_json::read(&response_json::write(&answers)).unwrap(), answers);
    let fields = entry::fields(&answers);
    assert_eq!(entry::read_form(&form, fields, TODAY, Hand::Respondent).answers, answers);
    let sent = answers.clone().without_file_names();
    assert_eq!(sent.get("place").unwrap().files()[0].name, None);
    assert!(!response_json::write(&sent).contains("IMG"));
    let twice = [one.to_field(), one.to_field()].to_vec();
    let read = entry::read_form(&form, [("two".to_owned(), twice)].into(), TODAY, Hand::Respondent);
    assert_eq!(read.answers.get("two").unwrap().files().len(), 1, "the same file is there once");
    let two = AttachedFile { file: base::FileDigest([8; 32]), ..one.clone() };
    let more = [one.to_field(), two.to_field()].to_vec();
    let read = entry::read_form(&form, [("place".to_owned(), more)].into(), TODAY, Hand::Respondent);
    assert_eq!(read.refusal("place").unwrap().problem, AnswerProblem::TooManyFiles { most: 1 });

    // A table of answers tells the marks, and brings no files: whoever sends one has none of them.
    let row = answers_csv::Row { day: None, mode: None, answers: &answers };
    let table = answers_csv::write(&form, &[row]);
    assert!(table.contains(&one.mark()) && !table.contains("IMG"), "{table}");
    assert!(answers_csv::Columns::offered(&form).iter().all(|name| name != "place"));
    let forged = format!("place,two\n{},x\n", one.to_field());
    assert!(answers_csv::read(&form, forged.as_bytes(), TODAY).is_err(), "no column of it means anything");
}

fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        prop::sample::select(vec!["pd", "sf", "per", "sam", "time", "x"]).prop_map(one),
        Just(many(&["time", "help"])),
        Just(ranked(&["help", "light", "time", "map"])),
        (0..12_i64).prop_map(Answer::Integer),
        Just(Answer::Decimal(0.5)),
        Just(Answer::Agreed),
        Just(Answer::Time(time(8, 30, 0, 0))),
        Just(Answer::Point(Point { latitude: 1, longitude: 2 })),
        Just(Answer::Files(vec![attached("снимка.jpg")])),
        "[а-я ]{0,8}".prop_map(Answer::Text),
    ]
}

proptest! {
    /// Whatever was answered before, and whatever early answer changes: what counts belongs to questions that are shown,
    /// to options that are offered, and counts again by itself.
    #[test]
    fn a_changed_answer_leaves_no_debris(
        given in prop::collection::vec((0..18_usize, any_answer()), 0..18),
        change in (0..18_usize, any_answer()),
        seed in any::<u16>(),
    ) {
        let form = &*FORM;
        let codes: Vec<_> = form.questions().map(|question| question.code.clone()).collect();
        let code = |place: usize| codes[place % codes.len()].clone();
        let mut given: Answers = given.into_iter().map(|(place, answer)| (code(place), answer)).collect();
        given.0.insert(code(change.0), change.1);
        let journey = Journey::of(form, &given, TODAY);
        let counted = journey.answers();
        let again = Journey::of(form, &counted, TODAY);
        prop_assert_eq!(again.answers(), counted.clone());
        prop_assert_eq!(again.pages(), journey.pages());
        for (code, answer) in counted.iter() {
            prop_assert!(journey.is_shown(code.as_str()));
            let question = form.question(code.as_str()).unwrap();
            let offered = journey.offers(question, Some(Seed(seed)));
            for option in answer.options() {
                prop_assert!(offered.iter().any(|known| known.code == *option), "{} of {}", option, code);
            }
        }
        let mut shuffled: Vec<&str> = Vec::new();
        let ordered = journey.clone().in_order(Seed(seed));
        shuffled.extend(ordered.pages().iter().map(|page| page.code));
        shuffled.sort_unstable();
        let mut plain: Vec<&str> = journey.pages().iter().map(|page| page.code).collect();
        plain.sort_unstable();
        prop_assert_eq!(shuffled, plain, "no page is lost by the order");
    }

    #[test]
    fn nothing_typed_makes_it_panic(typed in prop::collection::vec((0..18_usize, any::<String>()), 0..18)) {
        let codes: Vec<String> = FORM.questions().flat_map(|question| entry::field_names(&FORM, question)).collect();
        let raw: Fields = typed.into_iter().map(|(place, words)| (codes[place % codes.len()].clone(), vec![words])).collect();
        for hand in [Hand::Respondent, Hand::Copyist] {
            entry::read_form(&FORM, raw.clone(), TODAY, hand);
        }
    }
}
