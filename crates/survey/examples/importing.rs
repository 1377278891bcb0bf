//! How long a workbook of 300 questions takes to be read: in Bulgarian and English, with grids, lists, conditions and
//! constraints. `cargo run --release -p survey --example importing` prints milliseconds as JSON.

use base::Text;
use serde_json::json;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use survey::lint::lint;
use survey::{
    Constraint, Expression, Group, GroupLayout, Item, Question, QuestionKind, Questionnaire, Scale, ScaleCode,
    ScaleOption, Standing, xlsform,
};

const QUESTIONS: usize = 300;
const RUNS: usize = 21;

type Fault = Box<dyn std::error::Error>;

fn main() -> Result<(), Fault> {
    let form = questionnaire()?;
    let workbook = xlsform::export::workbook(&form).map_err(|problem| format!("{problem:?}"))?;
    let tables = xlsform::export::markdown(&form);
    let read = xlsform::import(&workbook, "long.xlsx").map_err(|problems| format!("{problems:?}"))?;
    if read.questionnaire.questions().count() != QUESTIONS {
        return Err("the form is not the one that was written".into());
    }
    let import = median(|| drop(std::hint::black_box(xlsform::import(&workbook, "long.xlsx"))));
    let plain = median(|| drop(std::hint::black_box(xlsform::import(tables.as_bytes(), "long.md"))));
    let looked = median(|| drop(std::hint::black_box(lint(&read.questionnaire, &read.places))));
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println(&json!({
        "questions": QUESTIONS, "bytes": workbook.len(),
        "import_ms": ms(import), "tables_ms": ms(plain), "lint_ms": ms(looked),
    }));
    Ok(())
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let began = now();
            work();
            began.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(RUNS / 2).copied().unwrap_or_default()
}

#[expect(clippy::print_stdout, reason = "what a program says, it says here")]
fn println(line: &serde_json::Value) {
    println!("{line}");
}

#[expect(clippy::disallowed_methods, reason = "a measurement needs a clock")]
fn now() -> Instant {
    Instant::now()
}

/// Thirty pages of ten questions, half of each page a grid.
fn questionnaire() -> Result<Questionnaire, Fault> {
    let grade = scale("grade", 5, true)?;
    let channel = scale("channel", 12, false)?;
    let mut items = Vec::new();
    for page in 0..QUESTIONS / 10 {
        let name = |number: usize| format!("q{page}_{number}");
        let mut rows = Vec::new();
        for number in 0..5 {
            rows.push(Item::Question(question(&name(number), QuestionKind::one(grade.code.clone()))?));
        }
        let label = Some(Text::new("Доколко Ви удовлетворява?", "How far does it satisfy you?"));
        let grid = Group::new(code(&format!("g{page}"))?, label, GroupLayout::Battery, rows);
        items.push(Item::Group(grid));
        items.push(Item::Question(question(&name(5), QuestionKind::many(channel.code.clone()))?));
        let mut why = question(&name(6), QuestionKind::text(true))?;
        why.relevance = Some(expression(&format!("${{{}}} = 'o1' or selected(${{{}}}, 'o2')", name(0), name(5)))?);
        items.push(Item::Question(why));
        let mut times = question(&name(7), QuestionKind::integer())?;
        let message = Some(Text::new("Между 0 и 50.", "Between 0 and 50."));
        times.constraint = Some(Constraint { expression: expression(". >= 0 and . <= 50")?, message });
        items.push(Item::Question(times));
        items.push(Item::Question(question(&name(8), QuestionKind::Date)?));
        let sum = QuestionKind::Calculated(expression(&format!("${{{}}} * 12 + 3", name(7)))?);
        items.push(Item::Question(Question::new(code(&name(9))?, Text::default(), sum)));
    }
    Ok(Questionnaire {
        code: "long".to_owned(),
        title: Text::new("Дълъг въпросник", "A long questionnaire"),
        version: None,
        languages: vec![base::LanguageTag::BULGARIAN, base::LanguageTag::ENGLISH],
        introduction: None,
        thanks: None,
        scales: BTreeMap::from([(grade.code.clone(), grade), (channel.code.clone(), channel)]),
        items,
    })
}

fn question(name: &str, kind: QuestionKind) -> Result<Question, Fault> {
    let label = Text::new(
        format!("Колко добре общината се справя с това, за което пита въпросът {name}?"),
        format!("How well does the municipality do what the question {name} asks about?"),
    );
    let hint = Some(Text::new("Помислете за последните 12 месеца.", "Think of the last 12 months."));
    Ok(Question { hint, ..Question::new(code(name)?, label, kind) })
}

fn scale(name: &str, options: u32, ordered: bool) -> Result<Scale, Fault> {
    let mut all = Vec::new();
    for number in 1..=options {
        let standing = if ordered { Standing::Value(f64::from(number)) } else { Standing::Unordered };
        let label = Text::new(format!("Отговор {number}"), format!("Answer {number}"));
        all.push(ScaleOption::new(code(&format!("o{number}"))?, label, standing));
    }
    let code: ScaleCode = code(name)?;
    Ok(Scale { code, options: all, ordered })
}

fn code<C: std::str::FromStr>(name: &str) -> Result<C, Fault> {
    name.parse().map_err(|_| Fault::from("a code"))
}

fn expression(source: &str) -> Result<Expression, Fault> {
    Expression::parse(source).map_err(|problem| format!("{problem:?}").into())
}
