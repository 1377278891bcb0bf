//! How long one page of a questionnaire of 300 questions takes: what was typed is read and checked, the draft is written
//! out, and the next page is found. `cargo run --release -p survey --example turning` prints microseconds as JSON.

use base::Text;
use jiff::civil::date;
use serde_json::json;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use survey::entry::{self, Fields};
use survey::{
    Answers, Expression, Item, Journey, Question, QuestionKind, Questionnaire, Scale, ScaleCode, ScaleOption, Seed,
    Standing, response_json,
};

const QUESTIONS: usize = 300;

/// How often the whole way is gone. Of each page the shortest time counts: the others are longer by what the machine did
/// besides.
const RUNS: usize = 9;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let form = questionnaire()?;
    let runs: Vec<Vec<Duration>> = (0..RUNS).map(|_| turned(&form)).collect();
    let pages = runs.iter().map(Vec::len).min().unwrap_or(0);
    let shortest = |page: usize| runs.iter().filter_map(|run| run.get(page).copied()).min().unwrap_or_default();
    let mut times: Vec<Duration> = (0..pages).map(shortest).collect();
    times.sort_unstable();
    let us = |time: Option<&Duration>| time.map_or(0.0, |time| time.as_secs_f64() * 1e6);
    // The last pages are the dearest: everything before them is looked at again.
    println(
        &json!({ "pages": times.len(), "median_us": us(times.get(times.len() / 2)), "worst_us": us(times.last()) }),
    );
    Ok(())
}

/// The time of each page, from the first to the last.
fn turned(form: &Questionnaire) -> Vec<Duration> {
    let today = date(2023, 7, 27);
    let mut draft = Answers::default();
    let mut times = Vec::with_capacity(QUESTIONS);
    let mut page = Journey::of(form, &draft, today).pages().first().map(|page| page.code.to_owned());
    while let Some(code) = page {
        let typed = Fields::from([(code.clone(), vec!["o3".to_owned()])]);
        let began = now();
        let way = Journey::of(form, &draft, today).in_order(Seed(7));
        std::hint::black_box(way.page_before(&code).map(|page| page.code));
        let turned = entry::read_page(form, &draft, &code, typed, today);
        let written = response_json::write(&turned.answers);
        let journey = Journey::of(form, &turned.answers, today).in_order(Seed(7));
        let next = journey.page_after(&code).map(|page| page.code.to_owned());
        times.push(began.elapsed());
        std::hint::black_box(written);
        draft = turned.answers;
        page = next;
    }
    times
}

#[expect(clippy::print_stdout, reason = "what a program says, it says here")]
fn println(line: &serde_json::Value) {
    println!("{line}");
}

#[expect(clippy::disallowed_methods, reason = "a measurement needs a clock")]
fn now() -> Instant {
    Instant::now()
}

/// Each question is shown when the one before it was answered so as everybody answers here.
fn questionnaire() -> Result<Questionnaire, Box<dyn std::error::Error>> {
    let scale: ScaleCode = "grade".parse().map_err(|_| "a code")?;
    let mut options = Vec::new();
    for (number, value) in (1..=5).zip([1.0, 2.0, 3.0, 4.0, 5.0]) {
        let code = format!("o{number}").parse().map_err(|_| "a code")?;
        options.push(ScaleOption::new(code, Text::bulgarian("степен"), Standing::Value(value)));
    }
    let mut items = Vec::new();
    for number in 0..QUESTIONS {
        let code = format!("q{number}").parse().map_err(|_| "a code")?;
        let mut question = Question::new(code, Text::bulgarian("Въпрос?"), QuestionKind::one(scale.clone()));
        if number > 0 {
            let before = format!("${{q{}}} = 'o3' and count-selected(${{q0}}) = 1", number - 1);
            question.relevance = Some(Expression::parse(&before).map_err(|problem| format!("{problem:?}"))?);
        }
        items.push(Item::Question(question));
    }
    Ok(Questionnaire {
        code: "long".to_owned(),
        title: Text::bulgarian("Дълъг въпросник"),
        version: None,
        languages: vec![base::LanguageTag::BULGARIAN],
        introduction: None,
        thanks: None,
        scales: BTreeMap::from([(scale.clone(), Scale { code: scale, options, ordered: true })]),
        items,
    })
}
