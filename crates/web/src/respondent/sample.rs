//! A small invented questionnaire and somebody half way through it, for samples of pages.

use super::room::Room;
use app::respondent::{Draft, Invitation};
use base::{AudienceId, Key, QuestionnaireId, StudyId, Text};
use jiff::civil::{Date, date};
use std::collections::{BTreeMap, BTreeSet};
use survey::{
    Admission, Answer, Answers, Audience, CollectionClass, Fieldwork, Group, GroupCode, GroupLayout, Item, OptionCode,
    Question, QuestionCode, QuestionKind, Questionnaire, Requirement, ResultsPolicy, Scale, ScaleCode, ScaleOption,
    Seed, Standing, Study, Ticks,
};

pub const DAY: Date = date(2023, 7, 27);

pub fn room() -> Room {
    let audience = Audience {
        id: AudienceId(Key([1; 16])),
        code: "residents".to_owned(),
        name: Text::new("Жители на община Примерово", "Residents of the Municipality of Primerovo"),
        token: "primerovo".to_owned(),
        plan: BTreeMap::new(),
        population: Some(4210),
        invited: None,
        collection: CollectionClass::SelfSelected,
        admission: Admission::Open,
        limit: None,
        counts_agreed: true,
        questionnaire: Some(QuestionnaireId(Key([2; 16]))),
    };
    let study = Study {
        id: StudyId(Key([3; 16])),
        project: crate::sample::invented_project().id,
        slug: "obsluzhvane".to_owned(),
        title: Text::new("Как Ви обслужва общината", "How the municipality serves you"),
        purpose: Text::new(
            "Отговорите ще влязат в доклад с препоръки към общината.",
            "The answers will enter a report with recommendations to the municipality.",
        ),
        fieldwork: fieldwork(),
        results: ResultsPolicy::AfterClosing,
        results_published: None,
        repeats: None,
        audiences: vec![audience.clone()],
    };
    let address = audience.token.clone();
    Room {
        invitation: Invitation { study, audience, address, code: None },
        project: Some(crate::sample::invented_project()),
    }
}

fn fieldwork() -> Fieldwork {
    match Fieldwork::new(date(2023, 7, 3), date(2023, 8, 13)) {
        Ok(fieldwork) => fieldwork,
        Err(_) => unreachable!("the days are in order"),
    }
}

pub fn questionnaire() -> Questionnaire {
    let satisfaction =
        ["Изобщо не удовлетворява", "По-скоро не", "Нито да, нито не", "По-скоро да", "Напълно удовлетворява"];
    let english = ["Does not satisfy at all", "Rather not", "Neither yes nor no", "Rather yes", "Fully satisfies"];
    let mut options: Vec<ScaleOption> = (1_u32..)
        .zip(satisfaction.into_iter().zip(english))
        .map(|(place, (bulgarian, english))| {
            option(&format!("s{place}"), Text::new(bulgarian, english), Standing::Value(place.into()))
        })
        .collect();
    options.push(option("dk", Text::new("Не мога да преценя", "I cannot judge"), Standing::DontKnow));
    let yes_no = vec![
        option("yes", Text::new("Да", "Yes"), Standing::Unordered),
        option("no", Text::new("Не", "No"), Standing::Unordered),
        option("dk", Text::new("Не си спомням", "I do not remember"), Standing::DontKnow),
    ];
    let mut obstacles = vec![
        option("time", Text::new("Липса на време", "Lack of time"), Standing::Unordered),
        option("information", Text::bulgarian("Липса на информация"), Standing::Unordered),
        option("other", Text::new("Друго", "Other"), Standing::Unordered),
        option("none", Text::new("Нищо не пречи", "Nothing stands in the way"), Standing::Unordered),
    ];
    if let Some(last) = obstacles.last_mut() {
        last.exclusive = true;
    }
    let one = |list: &str| QuestionKind::one(scale_code(list));
    let mut used = question(
        "used",
        Text::new("Ползвали ли сте услуга на общината?", "Have you used a service of the municipality?"),
        one("yes-no"),
    );
    used.required = Some(Requirement::default());
    used.hint = Some(Text::new("През последните 12 месеца.", "In the last 12 months."));
    let rows = [
        ("q1", Text::new("Информацията за услугата", "The information about the service")),
        ("q2", Text::new("Времето за изчакване", "The waiting time")),
        ("q3", Text::new("Отношението на служителите", "The attitude of the staff")),
    ];
    let quality = group(
        "quality",
        Text::new(
            "Доколко Ви удовлетворява всяко от следните неща?",
            "How far does each of the following satisfy you?",
        ),
        GroupLayout::Battery,
        rows.into_iter().map(|(code, label)| question(code, label, one("satisfaction"))).collect(),
    );
    let obstacle = question(
        "obstacles",
        Text::new("Пречи ли Ви нещо да участвате?", "Does anything stand in your way?"),
        QuestionKind::Many { scale: scale_code("obstacles"), other: true, ticks: Ticks::default() },
    );
    let details = group(
        "details",
        Text::new("Последното Ви посещение", "Your last visit"),
        GroupLayout::Page,
        vec![
            question(
                "note",
                Text::new(
                    "Мислете за последния път.\n\nДостатъчно е приблизително.",
                    "Think of the last time.\n\nRoughly is enough.",
                ),
                QuestionKind::Note,
            ),
            question("times", Text::new("Колко пъти ходихте?", "How many times did you go?"), QuestionKind::integer()),
            question("hours", Text::new("Колко часа отне?", "How many hours did it take?"), QuestionKind::decimal()),
            question("day", Text::new("На коя дата беше?", "On which date was it?"), QuestionKind::Date),
            question("name", Text::bulgarian("Коя услуга?"), QuestionKind::text(false)),
            question("open", Text::new("Какво бихте променили?", "What would you change?"), QuestionKind::text(true)),
        ],
    );
    let scale = |code: &str, ordered, options| (scale_code(code), Scale { code: scale_code(code), options, ordered });
    Questionnaire {
        code: "sample".to_owned(),
        title: Text::new("Как Ви обслужва общината", "How the municipality serves you"),
        version: None,
        languages: Vec::new(),
        introduction: Some(Text::new("Първи абзац.\n\nВтори абзац.", "First paragraph.\n\nSecond paragraph.")),
        thanks: Some(Text::new("Всяко мнение помага.", "Every opinion helps.")),
        scales: BTreeMap::from([
            scale("satisfaction", true, options),
            scale("yes-no", false, yes_no),
            scale("obstacles", false, obstacles),
        ]),
        items: vec![Item::Question(used), quality, Item::Question(obstacle), details],
    }
}

pub fn draft() -> Draft {
    let chosen = |code: &str| Answer::One(option_code(code), None);
    let answers: Answers = [
        (code("used"), chosen("yes")),
        (code("q1"), chosen("s4")),
        (code("q3"), chosen("dk")),
        (
            code("obstacles"),
            Answer::Many(vec![option_code("time"), option_code("other")], Some("Няма превоз".to_owned())),
        ),
        (code("times"), Answer::Integer(3)),
        (code("hours"), Answer::Decimal(1.5)),
        (code("day"), Answer::Date(date(2023, 5, 17))),
        (code("open"), Answer::Text("Работно време до 19 ч.\nи в събота <поне веднъж месечно>".to_owned())),
    ]
    .into_iter()
    .collect();
    Draft {
        key: Key([5; 16]),
        questionnaire: QuestionnaireId(Key([2; 16])),
        expires: date(2023, 8, 10),
        submission: Key([6; 16]),
        answers,
        typed: BTreeMap::new(),
        seen: BTreeSet::new(),
        seed: Seed(7),
        language: None,
        spent: None,
    }
}

fn question(name: &str, label: Text, kind: QuestionKind) -> Question {
    Question::new(code(name), label, kind)
}

fn group(name: &str, label: Text, layout: GroupLayout, questions: Vec<Question>) -> Item {
    let code = GroupCode::parse(name).unwrap_or_else(|_| unreachable!("a code of ours"));
    Item::Group(Group::new(code, Some(label), layout, questions.into_iter().map(Item::Question).collect()))
}

fn option(code: &str, label: Text, standing: Standing) -> ScaleOption {
    ScaleOption::new(option_code(code), label, standing)
}

fn code(text: &str) -> QuestionCode {
    QuestionCode::parse(text).unwrap_or_else(|_| unreachable!("a code of ours"))
}

fn option_code(text: &str) -> OptionCode {
    OptionCode::parse(text).unwrap_or_else(|_| unreachable!("a code of ours"))
}

fn scale_code(text: &str) -> ScaleCode {
    ScaleCode::parse(text).unwrap_or_else(|_| unreachable!("a code of ours"))
}
