//! How long a study of sixty questions put to four audiences takes: each answer on its way into the counts, and then all
//! figures and words of the report from the counts as they are kept. `cargo run --release -p app --example figures --
//! ANSWERS` prints microseconds and milliseconds as JSON.

use app::{
    Words,
    study::{AudienceData, Counts, Edition, Reading, StudyData, report},
};
use base::{AudienceId, Key, Language, LanguageTag, ProjectId, QuestionnaireId, ResponseKey, StudyId, Text};
use jiff::civil::date;
use std::{collections::BTreeMap, hint::black_box, sync::Arc, time::Instant};
use survey::{
    Admission, Answer, Answers, Audience, CollectionClass, Fieldwork, Group, GroupLayout, Item, Mode, Population,
    Question, QuestionKind, Questionnaire, Response, ResultsPolicy, Scale, ScaleOption, Standing, Study,
};

type Fault = Box<dyn std::error::Error>;

const AUDIENCES: [&str; 4] = ["Граждани", "Организации", "Предприятия", "Служители"];
/// Groups of five that share a scale, one choice, several choices and a number: eight questions each time.
const PARTS: usize = 7;
/// So many different people answer, over and over.
const PEOPLE: u64 = 997;
const RUNS: usize = 5;

fn main() -> Result<(), Fault> {
    let answers: u64 = std::env::args().nth(1).unwrap_or_else(|| "1000000".to_owned()).parse()?;
    let form = questionnaire()?;
    let people: Vec<Response> = (0..PEOPLE).map(|person| response(&form, person)).collect();
    let each = answers / u64::try_from(AUDIENCES.len())?;
    let began = now();
    let counts: Vec<Counts> = AUDIENCES.iter().map(|_| counted(&form, &people, each)).collect();
    let counting_us = began.elapsed().as_secs_f64() * 1e6 / f64::from(u32::try_from(answers)?);
    let kept: Vec<String> = counts.iter().map(Counts::write).collect();
    let mut times = Vec::new();
    let (mut figures, mut telling) = (0, 0);
    for _ in 0..RUNS {
        let began = now();
        let read = kept.iter().map(|kept| Counts::read(kept).ok_or("counts")).collect::<Result<Vec<_>, _>>()?;
        let study = study(&form, read)?;
        let words = Words::new(Language::Bulgarian);
        let edition = Edition {
            date: date(2023, 7, 27),
            address: None,
            demonstration: None,
            open_answers: Reading::ByTheProgramAlone,
        };
        let document = black_box(report(&study, &words, edition));
        times.push(began.elapsed().as_secs_f64() * 1e3);
        telling = usize::try_from(study.answered())?;
        figures = document::told_tables(&document).len();
    }
    times.sort_unstable_by(f64::total_cmp);
    println(&serde_json::json!({
        "questions": form.questions().count(), "answers": telling, "tables": figures,
        "counting_us": counting_us, "figures_ms": times.get(RUNS / 2),
    }));
    Ok(())
}

#[expect(clippy::print_stdout, reason = "what a program says, it says here")]
fn println(line: &serde_json::Value) {
    println!("{line}");
}

#[expect(clippy::disallowed_methods, reason = "a measurement needs a clock")]
fn now() -> Instant {
    Instant::now()
}

fn counted(form: &Questionnaire, people: &[Response], answers: u64) -> Counts {
    let mut counts = Counts::default();
    for (response, _) in people.iter().cycle().zip(0..answers) {
        counts.add(form, form, response);
    }
    counts
}

fn questionnaire() -> Result<Questionnaire, Fault> {
    let grade = scale("grade", 5, Standing::Value)?;
    let channel = scale("channel", 8, |_| Standing::Unordered)?;
    let mut items = Vec::new();
    for (code, options) in [("sex", &channel), ("age", &channel), ("settlement", &channel)] {
        let mut question = question(code, QuestionKind::one(options.code.clone()))?;
        question.profile = true;
        items.push(Item::Question(question));
    }
    items.push(Item::Question(question("overall", QuestionKind::one(grade.code.clone()))?));
    for part in 0..PARTS {
        let rows = (0..5)
            .map(|row| question(&format!("q{part}_{row}"), QuestionKind::one(grade.code.clone())).map(Item::Question));
        let label = Some(Text::bulgarian("Доколко сте съгласни с всяко от твърденията?"));
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        items.push(Item::Group(Group::new(
            format!("g{part}").parse().map_err(|_| "a code")?,
            label,
            GroupLayout::Battery,
            rows,
        )));
        items.push(Item::Question(question(&format!("one{part}"), QuestionKind::one(channel.code.clone()))?));
        items.push(Item::Question(question(&format!("many{part}"), QuestionKind::many(channel.code.clone()))?));
        items.push(Item::Question(question(&format!("times{part}"), QuestionKind::integer())?));
    }
    Ok(Questionnaire {
        code: "large".to_owned(),
        title: Text::bulgarian("Голямо проучване"),
        version: None,
        languages: vec![LanguageTag::BULGARIAN],
        introduction: None,
        thanks: None,
        scales: [grade, channel].into_iter().map(|scale| (scale.code.clone(), scale)).collect(),
        items,
    })
}

fn question(code: &str, kind: QuestionKind) -> Result<Question, Fault> {
    let label = Text::bulgarian(format!("Какво ще кажете за {code}?"));
    Ok(Question::new(code.parse().map_err(|_| "a code")?, label, kind))
}

fn scale(code: &str, options: u8, standing: impl Fn(f64) -> Standing) -> Result<Scale, Fault> {
    let options = (1..=options)
        .map(|number| {
            let code = format!("o{number}").parse().map_err(|_| "a code")?;
            Ok(ScaleOption::new(code, Text::bulgarian(format!("Отговор {number}")), standing(f64::from(number))))
        })
        .collect::<Result<Vec<_>, Fault>>()?;
    Ok(Scale { code: code.parse().map_err(|_| "a code")?, options, ordered: code == "grade" })
}

/// What one person answers: another mixture for each, the same in every run.
fn response(form: &Questionnaire, person: u64) -> Response {
    let mut answers = Answers::default();
    for (question, place) in form.questions().zip(0_u64..) {
        let mixed =
            (person + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(u32::try_from(place % 61).unwrap_or(0))
                ^ place;
        // One in twenty passes a question by.
        if mixed % 20 == 0 {
            continue;
        }
        let options = form.scale_of(question).map(|scale| scale.options.as_slice()).unwrap_or_default();
        let option = |shift: u32| {
            let place = usize::try_from(mixed.rotate_right(shift)).unwrap_or(0).checked_rem(options.len());
            place.and_then(|place| options.get(place)).map(|option| option.code.clone())
        };
        let several = question.code.as_str().starts_with("many");
        let answer = match (option(7), option(19)) {
            (Some(one), Some(other)) if several && one != other => Answer::Many(vec![one, other], None),
            (Some(one), _) if several => Answer::Many(vec![one], None),
            (Some(one), _) => Answer::One(one, None),
            (None, _) => Answer::Integer(i64::try_from(mixed % 30).unwrap_or(0)),
        };
        answers.0.insert(question.code.clone(), answer);
    }
    Response {
        key: ResponseKey(Key([0; 16])),
        audience: AudienceId(Key([0; 16])),
        questionnaire: QuestionnaireId(Key([0; 16])),
        mode: Mode::Online,
        batch: None,
        day: date(2023, 5, 8),
        language: Language::Bulgarian.into(),
        seed: None,
        quotable: None,
        answers,
    }
}

fn study(form: &Questionnaire, counts: Vec<Counts>) -> Result<StudyData, Fault> {
    let questionnaire = Arc::new(form.clone());
    let audiences: Vec<AudienceData> = AUDIENCES
        .into_iter()
        .zip(counts)
        .zip(1_u8..)
        .map(|((name, counts), number)| AudienceData {
            audience: audience(name, number),
            questionnaire: Arc::clone(&questionnaire),
            population: Population::default(),
            counts: Arc::new(counts),
            versions: Vec::new(),
            open_answers: Vec::new(),
            hidden_answers: Vec::new(),
        })
        .collect();
    let study = Study {
        id: StudyId(Key([1; 16])),
        project: ProjectId(Key([1; 16])),
        slug: "golyamo".to_owned(),
        title: Text::bulgarian("Голямо проучване"),
        purpose: Text::default(),
        fieldwork: Fieldwork::new(date(2023, 5, 8), date(2023, 6, 9)).map_err(|refusal| format!("{refusal:?}"))?,
        results: ResultsPolicy::AfterClosing,
        results_published: None,
        repeats: None,
        audiences: audiences.iter().map(|data| data.audience.clone()).collect(),
    };
    Ok(StudyData { study, project: None, audiences, earlier: Vec::new(), themes: Vec::new() })
}

fn audience(name: &str, number: u8) -> Audience {
    Audience {
        id: AudienceId(Key([number; 16])),
        code: format!("audience-{number}"),
        name: Text::bulgarian(name),
        token: String::new(),
        plan: BTreeMap::new(),
        population: None,
        invited: None,
        collection: CollectionClass::Probability,
        admission: Admission::Open,
        limit: None,
        counts_agreed: true,
        questionnaire: None,
    }
}
