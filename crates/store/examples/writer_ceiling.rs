//! How many durable responses a second the store takes without HTTP: the ceiling that the benchmark compares with.
//!
//! `writer_ceiling [--seconds 5] [--threads 64] [--questions 40] [--location PLACE]` writes responses of forty answers
//! through `Store::write_blocking` and prints `{"per_second":…}`. Without a place it uses a folder that it removes.

use anyhow::{Context, anyhow, bail};
use base::{AudienceId, Chance, Key, Language, Moment, QuestionnaireId, ResponseKey, TenantId, Text};
use jiff::civil::date;
use std::{
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
    thread,
    time::{Duration, Instant},
};
use store::{Creation, Location, Store, StoreFault};
use survey::{Answer, Answers, Mode, OptionCode, QuestionCode, Response};

struct Arguments {
    seconds: u64,
    threads: u64,
    questions: u32,
    location: Option<Location>,
}

fn main() -> Result<(), anyhow::Error> {
    let arguments = arguments()?;
    let temporary = std::env::temp_dir().join(format!("glas-writer-ceiling-{}", std::process::id()));
    let location = arguments.location.clone().unwrap_or(Location::Folder(temporary.clone()));
    let store = Store::open(&location, Creation::Create, Moment(0))?;
    let mut chance = Counted(u64::from(std::process::id()));
    let (tenant, audience) = (TenantId::new(&mut chance), AudienceId::new(&mut chance));
    store.write_blocking(move |tx| tx.add_tenant(tenant, &Text::bulgarian("Мярка")))?;
    let measured = measure(&store, &arguments, tenant, audience);
    store.close();
    if arguments.location.is_none() {
        std::fs::remove_dir_all(&temporary)?;
    }
    let (written, seconds) = measured?;
    print_line(&format!(
        "{{\"per_second\":{:.0},\"written\":{written},\"seconds\":{seconds:.3},\"threads\":{},\"questions\":{}}}",
        to_float(written) / seconds,
        arguments.threads,
        arguments.questions
    ));
    Ok(())
}

/// How many were acknowledged, and in how many seconds.
fn measure(
    store: &Store,
    arguments: &Arguments,
    tenant: TenantId,
    audience: AudienceId,
) -> Result<(u64, f64), anyhow::Error> {
    let answers = answers(arguments.questions)?;
    let stop = AtomicBool::new(false);
    let written = AtomicU64::new(0);
    let begun = now();
    let ended = thread::scope(|scope| {
        let writers: Vec<_> = (0..arguments.threads)
            .map(|number| {
                let (answers, stop, written) = (&answers, &stop, &written);
                scope.spawn(move || {
                    let mut chance = Counted(number << 32 | u64::from(std::process::id()));
                    while !stop.load(Ordering::Relaxed) {
                        let response = response(&mut chance, audience, answers.clone());
                        store.write_blocking(move |tx| tx.add_response(tenant, &response))?;
                        written.fetch_add(1, Ordering::Relaxed);
                    }
                    Ok::<(), StoreFault>(())
                })
            })
            .collect();
        thread::sleep(Duration::from_secs(arguments.seconds));
        stop.store(true, Ordering::Relaxed);
        let ended = writers.into_iter().try_for_each(|writer| match writer.join() {
            Ok(result) => result.map_err(anyhow::Error::from),
            Err(_) => Err(anyhow!("a writer panicked")),
        });
        ended.map(|()| begun.elapsed().as_secs_f64())
    });
    Ok((written.into_inner(), ended?))
}

fn response(chance: &mut Counted, audience: AudienceId, answers: Answers) -> Response {
    Response {
        key: ResponseKey::new(chance),
        audience,
        questionnaire: QuestionnaireId(Key([7; 16])),
        mode: Mode::Online,
        batch: None,
        day: date(2023, 5, 2),
        language: Language::Bulgarian.into(),
        seed: None,
        quotable: None,
        answers,
    }
}

/// Choices, as most questions are, with an open answer now and then.
fn answers(questions: u32) -> Result<Answers, anyhow::Error> {
    let unreadable = |_| anyhow!("a code");
    (1..=questions)
        .map(|number| {
            let code = QuestionCode::parse(&format!("question_{number:02}")).map_err(unreadable)?;
            let answer = match number % 10 {
                0 => Answer::Text("Да има повече места за сядане пред гишетата.".to_owned()),
                5 => Answer::Integer(i64::from(number)),
                other => Answer::One(OptionCode::parse(&format!("option_{}", other % 5)).map_err(unreadable)?, None),
            };
            Ok((code, answer))
        })
        .collect()
}

fn arguments() -> Result<Arguments, anyhow::Error> {
    let mut found = Arguments { seconds: 5, threads: 64, questions: 40, location: None };
    let mut given = std::env::args().skip(1);
    while let Some(name) = given.next() {
        let value = given.next().with_context(|| format!("{name} needs a value"))?;
        match name.as_str() {
            "--seconds" => found.seconds = value.parse()?,
            "--threads" => found.threads = value.parse()?,
            "--questions" => found.questions = value.parse()?,
            "--location" => found.location = Some(value.parse().map_err(|_| anyhow!("{value} is not a place"))?),
            _ => bail!("{name} is not known"),
        }
    }
    Ok(found)
}

/// Keys that spread like random ones, without asking the system for each.
struct Counted(u64);

impl Chance for Counted {
    fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            chunk.iter_mut().zip((mixed ^ (mixed >> 31)).to_be_bytes()).for_each(|(to, from)| *to = from);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a measurement needs a clock")]
fn now() -> Instant {
    Instant::now()
}

#[expect(clippy::as_conversions, reason = "far below 2⁵³")]
fn to_float(number: u64) -> f64 {
    number as f64
}

#[expect(clippy::print_stdout, reason = "the measurement is the output")]
fn print_line(line: &str) {
    println!("{line}");
}
