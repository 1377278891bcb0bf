use super::{invented_project, key, sound, studies};
use app::study::{AudienceData, Counts, OpenAnswer, StudyData};
use base::{AudienceId, Language, LanguageTag, QuestionnaireId, ResponseKey, Text};
use jiff::civil::date;
use std::{collections::BTreeMap, sync::Arc};
use survey::{
    Answer, Answers, CollectionClass, Group, GroupLayout, Item, Mode, Population, Question, QuestionKind,
    Questionnaire, Response, Scale, ScaleCode, ScaleOption, Standing,
};

/// Two audiences with a handful of questions, and answers made by counting.
pub fn study_data() -> StudyData {
    let study = studies().swap_remove(0);
    let questionnaire = Arc::new(questionnaire());
    let residents = answered(&questionnaire, 176);
    let officials = answered(&questionnaire, 6);
    let data = [residents, officials];
    let audiences = study.audiences.clone().into_iter().zip(data).map(|(mut audience, counts)| {
        if audience.code == "officials" {
            (audience.population, audience.invited, audience.collection) =
                (Some(9), Some(9), CollectionClass::EveryoneInvited);
        }
        let quoted = OpenAnswer {
            question: sound("wish".parse()),
            words: "По-дълго работно време <в четвъртък>.".to_owned(),
        };
        AudienceData {
            audience,
            questionnaire: questionnaire.clone(),
            population: Population::default(),
            counts: counts.into(),
            versions: Vec::new(),
            open_answers: vec![quoted],
            hidden_answers: Vec::new(),
        }
    });
    StudyData {
        audiences: audiences.collect(),
        project: Some(invented_project()),
        study,
        earlier: Vec::new(),
        themes: Vec::new(),
    }
}

/// A choice of several, a battery, an open question.
pub fn questionnaire() -> Questionnaire {
    let option = |code: &str, words: Text, standing| ScaleOption::new(sound(code.parse()), words, standing);
    let satisfaction = vec![
        option("1", Text::new("много недоволни", "very dissatisfied"), Standing::Value(1.0)),
        option("2", Text::new("недоволни", "dissatisfied"), Standing::Value(2.0)),
        option("3", Text::new("нито едното, нито другото", "neither"), Standing::Value(3.0)),
        option("4", Text::new("доволни", "satisfied"), Standing::Value(4.0)),
        option("5", Text::new("много доволни", "very satisfied"), Standing::Value(5.0)),
        option("9", Text::new("не мога да преценя", "cannot say"), Standing::DontKnow),
    ];
    let ways = vec![
        option("desk", Text::new("на гише", "at the counter"), Standing::Unordered),
        option("online", Text::new("през интернет", "online"), Standing::Unordered),
        option("post", Text::new("по пощата", "by post"), Standing::Unordered),
    ];
    let scale = |code: &str, options, ordered| {
        let code: ScaleCode = sound(code.parse());
        (code.clone(), Scale { code, options, ordered })
    };
    let question = |code: &str, label: Text, kind| Question::new(sound(code.parse()), label, kind);
    let one = |scale: &str| QuestionKind::one(sound(scale.parse()));
    let battery = Group::new(
        sound("quality".parse()),
        Some(Text::new("Доколко сте доволни от…", "How satisfied are you with…")),
        GroupLayout::Battery,
        vec![
            Item::Question(question(
                "manner",
                Text::new("отношението на служителите", "the manner of the officials"),
                one("satisfaction"),
            )),
            Item::Question(question(
                "clarity",
                Text::new("яснотата на информацията", "the clarity of information"),
                one("satisfaction"),
            )),
            Item::Question(question(
                "waiting",
                Text::new("времето за чакане", "the waiting time"),
                one("satisfaction"),
            )),
        ],
    );
    let many = QuestionKind::many(sound("ways".parse()));
    Questionnaire {
        code: "sample".to_owned(),
        title: Text::new("Обслужването в общината", "Service in the municipality"),
        version: None,
        languages: Language::ALL.map(LanguageTag::from).to_vec(),
        introduction: None,
        thanks: None,
        scales: BTreeMap::from([scale("satisfaction", satisfaction, true), scale("ways", ways, false)]),
        items: vec![
            Item::Question(question(
                "ways",
                Text::new("По какъв начин ползвате услугите?", "How do you use the services?"),
                many,
            )),
            Item::Group(battery),
            Item::Question(question(
                "wish",
                Text::new("Какво бихте променили?", "What would you change?"),
                QuestionKind::text(true),
            )),
        ],
    }
}

fn answered(questionnaire: &Questionnaire, responses: u8) -> Counts {
    let mut counts = Counts::default();
    for number in 0..responses {
        counts.add(questionnaire, questionnaire, &response(AudienceId(key(21)), QuestionnaireId(key(21)), number));
    }
    counts
}

/// The made-up answers of the respondent with this number.
pub fn response(audience: AudienceId, questionnaire: QuestionnaireId, number: u8) -> Response {
    let one = |step: u8| {
        let codes = ["4", "5", "4", "3", "2", "4", "1", "9", "5", "3"];
        let code = codes.into_iter().cycle().nth(usize::from(number % 10 * step % 10)).unwrap_or("4");
        Answer::One(sound(code.parse()), None)
    };
    let ways = if number.is_multiple_of(3) { vec!["desk", "online"] } else { vec!["desk"] };
    let answers = Answers(BTreeMap::from([
        (sound("ways".parse()), Answer::Many(ways.into_iter().map(|way| sound(way.parse())).collect(), None)),
        (sound("manner".parse()), one(1)),
        (sound("clarity".parse()), one(3)),
        (sound("waiting".parse()), one(7)),
    ]));
    Response {
        key: ResponseKey(key(number)),
        audience,
        questionnaire,
        mode: if number % 3 == 2 { Mode::Paper } else { Mode::Online },
        batch: None,
        day: date(2023, 6, 1),
        language: LanguageTag::BULGARIAN,
        seed: None,
        quotable: None,
        answers,
    }
}
