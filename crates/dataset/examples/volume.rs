//! How long a million answers take on their way into files. `cargo run --release -p dataset --example volume -- FOLDER`
//! prints milliseconds and mebibytes as JSON.

use base::{Language, Text};
use dataset::{
    Absence, Category, Dataset, Description, Kind, Level, Licence, Names, ResponseSet, Summary, Value, Variable, csv,
    sav,
};
use jiff::civil::{Date, date};
use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
    time::Instant,
};

const ROWS: u64 = 1_000_000;
/// Questions with five steps, ticks of one question, and a number, a day and words.
const STEPS: usize = 16;
const TICKS: usize = 5;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let dataset = invented();
    let began = now();
    let mut table = csv::Table::begin(First::of(began, file(&folder, "volume.csv")?), &dataset, csv::Style::Codes)?;
    each(|row| table.row(row))?;
    let first_byte = table.finish()?.first.unwrap_or_default();
    let csv_ms = milliseconds(began);
    let began = now();
    let mut summary = Summary::new(&dataset);
    each(|row| {
        summary.add(row);
        Ok(())
    })?;
    let mut system = sav::File::begin(file(&folder, "volume.sav")?, &dataset, &summary)?;
    each(|row| system.row(row))?;
    system.finish()?;
    let sav_ms = milliseconds(began);
    let measured = serde_json::json!({
        "rows": ROWS, "columns": dataset.variables.len(), "csv_ms": csv_ms, "first_byte_ms": first_byte,
        "sav_ms": sav_ms, "memory_mib": most_memory(),
    });
    println(&measured.to_string());
    Ok(())
}

/// What was written, and when the first of it was.
struct First<W> {
    out: W,
    began: Instant,
    first: Option<f64>,
}

impl<W: Write> First<W> {
    fn of(began: Instant, out: W) -> First<W> {
        First { out, began, first: None }
    }
}

impl<W: Write> Write for First<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.first.is_none() {
            self.first = Some(milliseconds(self.began));
        }
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Gives every row to `take`; the same rows each time.
fn each(mut take: impl FnMut(&[Value<'_>]) -> io::Result<()>) -> io::Result<()> {
    let mut row = Vec::with_capacity(STEPS + TICKS + 3);
    let mut drawn: u64 = 1;
    let words = "Чаках твърде дълго, а гишето затвори преди края на работното време. ".repeat(2);
    for _ in 0..ROWS {
        row.clear();
        drawn = drawn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut left = drawn >> 16;
        let mut next = |below: u64| {
            let number = left % below;
            left = left.rotate_right(5) ^ drawn;
            usize::try_from(number).unwrap_or_default()
        };
        row.extend((0..STEPS).map(|_| match next(8) {
            7 => Value::Absent(Absence::Skipped),
            6 => Value::Absent(Absence::DontKnow),
            5 => Value::Absent(Absence::NotShown),
            step => Value::Category(step),
        }));
        row.extend((0..TICKS).map(|_| Value::Category(next(2))));
        row.push(Value::Number(f64::from(u8::try_from(next(90)).unwrap_or_default())));
        row.push(Value::Day(DAY));
        row.push(if next(10) == 0 { Value::Words(&words) } else { Value::Absent(Absence::Skipped) });
        take(&row)?;
    }
    Ok(())
}

const DAY: Date = date(2023, 7, 24);

fn invented() -> Dataset {
    let mut names = Names::default();
    let mut variable = |name: &str, kind: Kind, level: Level| {
        let (name, label) = (names.take(name), Text::bulgarian(format!("Въпрос {name}")));
        Variable { name, label, wording: None, universe: None, treatment: None, kind, level }
    };
    let categories = |most: i32| {
        let one = |number: i32| Category { code: number.to_string(), number, label: Text::bulgarian("Отговор") };
        Kind::Categories((0..most).map(one).collect())
    };
    let mut variables: Vec<Variable> =
        (0..STEPS).map(|number| variable(&format!("q{number}"), categories(5), Level::Ordinal)).collect();
    variables.extend((0..TICKS).map(|number| variable(&format!("way_{number}"), categories(2), Level::Nominal)));
    variables.push(variable("age", Kind::Number { decimals: 0, signed: false }, Level::Scale));
    variables.push(variable("week", Kind::Day, Level::Scale));
    variables.push(variable("words", Kind::Words, Level::Nominal));
    let label = Text::bulgarian("Как?");
    let sets = vec![ResponseSet { name: names.take("way"), label, variables: (STEPS..STEPS + TICKS).collect() }];
    Dataset { description: description(), variables, sets, absences: [].into() }
}

fn description() -> Description {
    let words = Text::bulgarian("Измислено");
    Description {
        identifier: "volume".to_owned(),
        address: None,
        title: words.clone(),
        purpose: words.clone(),
        population: words.clone(),
        admission: words.clone(),
        modes: words.clone(),
        first: DAY,
        last: DAY,
        producers: Vec::new(),
        contact: None,
        funding: None,
        weighting: words.clone(),
        exclusions: Vec::new(),
        citation: words,
        licence: Licence::Attribution,
        version: 1,
        published: DAY,
        method: Vec::new(),
        notices: Vec::new(),
        language: Language::Bulgarian,
    }
}

fn file(folder: &str, name: &str) -> io::Result<BufWriter<File>> {
    Ok(BufWriter::with_capacity(1 << 18, File::create(Path::new(folder).join(name))?))
}

/// The most that this program ever held, in mebibytes.
fn most_memory() -> f64 {
    let told = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = told.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    let kibibytes: u32 = most.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or_default();
    f64::from(kibibytes) / 1024.0
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

#[expect(clippy::print_stdout, reason = "what a program says, it says here")]
fn println(line: &str) {
    println!("{line}");
}

#[expect(clippy::disallowed_methods, reason = "a measurement needs a clock")]
fn now() -> Instant {
    Instant::now()
}
