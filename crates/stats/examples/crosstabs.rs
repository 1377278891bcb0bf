//! How long a large survey takes to be counted, weighted and tested, for the benchmark.
//!
//! `crosstabs [--rows 1000000] [--threads 1] [--rounds 5] [--weighted yes|no]` makes up answers to forty questions on
//! five steps with five breakdowns, and prints one line of JSON: milliseconds of the thread's work (the
//! mean of the rounds) for all two hundred tables, and with weights for raking to three margins, the intervals of all
//! items and the tests of all tables; the milliseconds that reading every answer once takes; the largest memory; and a
//! fingerprint of all results.

use std::error::Error;
use std::num::NonZeroUsize;
use std::time::{Duration, Instant};

use stats::math::float;
use stats::weighted::{WeightedTable, ZeroCells};
use stats::{
    Collection, Column, CountedItem, Counting, Design, Figures, Frame, FrameRefusal, Joint, JointCells, Level,
    Linearised, Margin, Plan,
};

const ITEMS: usize = 40;
const STEPS: u8 = 5;
/// Sex, age, region, channel, education: how the sample is composed.
const GROUPS: [&[f64]; 5] = [
    &[0.47, 0.53],
    &[0.08, 0.14, 0.19, 0.22, 0.21, 0.16],
    &[0.34, 0.22, 0.18, 0.15, 0.11],
    &[0.5, 0.2, 0.2, 0.1],
    &[0.12, 0.48, 0.3, 0.1],
];
/// How the population is composed by the first three.
const MARGINS: [&[f64]; 3] = [&[0.52, 0.48], &[0.11, 0.17, 0.18, 0.18, 0.18, 0.18], &[0.30, 0.25, 0.20, 0.15, 0.10]];
const POPULATION: f64 = 5_000_000.0;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::read()?;
    settle();
    let frame = made_up(arguments.rows, arguments.weighted)?;
    let mut floor = Vec::new();
    let mut rounds: Vec<Round> = Vec::new();
    for _ in 0..arguments.rounds.max(1) {
        floor.push(timed(|| Ok(read_once(&frame)))?.0.processor);
        rounds.push(Round::run(&frame, arguments.threads, arguments.weighted)?);
    }
    let best = |of: &dyn Fn(&Round) -> Duration| quickest(rounds.iter().map(of).collect());
    let mean = |of: &dyn Fn(&Round) -> Duration| mean_of(rounds.iter().map(of).collect());
    let print = rounds.last().map_or(0, |round| round.fingerprint);
    print_line(&format!(
        "{{\"rows\":{},\"threads\":{},\"weighted\":{},\"read\":{:.3},\"tables\":{:.3},\"tables_by_the_wall\":{:.3},\
         \"raking\":{:.3},\"intervals\":{:.3},\"tests\":{:.3},\"together\":{:.3},\"memory\":{:.1},\
         \"fingerprint\":\"{print:016x}\"}}",
        arguments.rows,
        arguments.threads,
        arguments.weighted,
        mean_of(floor),
        mean(&|round| round.tables.processor),
        best(&|round| round.tables.wall),
        mean(&|round| round.raking.processor),
        mean(&|round| round.intervals.processor),
        mean(&|round| round.tests.processor),
        mean(&|round| {
            [round.tables, round.raking, round.intervals, round.tests].iter().map(|part| part.processor).sum()
        }),
        largest_memory(),
    ));
    Ok(())
}

/// One large piece of memory is taken and given back, as happens early in every server: from then on the system's
/// allocator keeps what small work leaves, instead of returning it and asking for it anew a hundred times.
fn settle() {
    drop(std::hint::black_box(vec![1u8; 4 << 20]));
}

struct Arguments {
    rows: usize,
    threads: NonZeroUsize,
    rounds: usize,
    weighted: bool,
}

impl Arguments {
    fn read() -> Result<Arguments, Box<dyn Error>> {
        let mut found = Arguments { rows: 1_000_000, threads: NonZeroUsize::MIN, rounds: 5, weighted: true };
        let mut given = std::env::args().skip(1);
        while let Some(name) = given.next() {
            let value = given.next().ok_or_else(|| format!("{name} needs a value"))?;
            match name.as_str() {
                "--rows" => found.rows = value.parse()?,
                "--threads" => found.threads = value.parse()?,
                "--rounds" => found.rounds = value.parse()?,
                "--weighted" => found.weighted = value == "yes",
                _ => return Err(format!("{name} is not known").into()),
            }
        }
        Ok(found)
    }
}

struct Round {
    tables: Taken,
    raking: Taken,
    intervals: Taken,
    tests: Taken,
    fingerprint: u64,
}

impl Round {
    fn run(frame: &Frame, threads: NonZeroUsize, weighted: bool) -> Result<Round, Box<dyn Error>> {
        let items: Vec<usize> = (0..ITEMS).collect();
        let groups: Vec<usize> = (ITEMS..ITEMS + GROUPS.len()).collect();
        let mut fingerprint = Fingerprint(0);
        let (tables, joint) = timed(|| {
            let joint = joint(Counting::new(frame, &items, &groups)?, threads)?;
            for item in 0..ITEMS {
                for group in 0..GROUPS.len() {
                    let table = joint.table(item, group)?;
                    table.groups.iter().flat_map(|tally| tally.counts()).for_each(|count| fingerprint.add(*count));
                    table.weights.iter().flatten().for_each(|weight| fingerprint.add(weight.to_bits()));
                }
            }
            Ok(joint)
        })?;
        let mut round = Round {
            tables,
            raking: Taken::default(),
            intervals: Taken::default(),
            tests: Taken::default(),
            fingerprint: fingerprint.0,
        };
        if !weighted {
            return Ok(round);
        }
        let sample;
        (round.raking, sample) = timed(|| raked(joint.cells(None, &[0, 1, 2])?))?;
        fingerprint.add(sample.kish().to_bits());
        // By item: the weighted cells of the margins serve the intervals and the tests by these groups alike.
        let by_margins;
        (round.intervals, by_margins) = timed(|| {
            let mut all = Vec::with_capacity(ITEMS);
            for item in 0..ITEMS {
                let weighted = Weighted::of(joint.cells(Some(item), &[0, 1, 2])?, &sample)?;
                for interval in weighted.intervals()? {
                    fingerprint.add(interval.low.to_bits());
                    fingerprint.add(interval.high.to_bits());
                }
                all.push(weighted);
            }
            Ok(all)
        })?;
        (round.tests, ()) = timed(|| {
            for (item, weighted) in by_margins.iter().enumerate() {
                let mut found = weighted.tests(&[0, 1, 2])?;
                // With the margins one group more at a time: as few cells as a test needs.
                for group in [3, 4] {
                    found.extend(Weighted::of(joint.cells(Some(item), &[0, 1, 2, group])?, &sample)?.tests(&[3])?);
                }
                found.into_iter().for_each(|p| fingerprint.add(p.to_bits()));
            }
            Ok(())
        })?;
        round.fingerprint = fingerprint.0;
        Ok(round)
    }
}

/// Counts in so many threads, each with its part of the questions.
fn joint(counting: Counting<'_>, threads: NonZeroUsize) -> Result<Joint, Box<dyn Error>> {
    let items: Vec<usize> = (0..counting.items()).collect();
    let count = |items: &[usize]| -> Result<Vec<CountedItem>, FrameRefusal> {
        items.iter().map(|item| counting.item(*item)).collect()
    };
    let parts: Vec<Result<Vec<CountedItem>, FrameRefusal>> = if threads.get() == 1 {
        vec![count(&items)]
    } else {
        std::thread::scope(|scope| {
            let share = items.len().div_ceil(threads.get()).max(1);
            let running: Vec<_> = items.chunks(share).map(|part| scope.spawn(move || count(part))).collect();
            running.into_iter().map(|part| part.join().unwrap_or(Ok(Vec::new()))).collect()
        })
    };
    let counted = parts.into_iter().collect::<Result<Vec<_>, _>>()?;
    Ok(counting.finish(counted.into_iter().flatten().collect())?)
}

/// The first three groups of the cells are what is raked to.
fn raked(found: JointCells) -> Result<Design, Box<dyn Error>> {
    let margin = |(groups, shares): (&Vec<Option<usize>>, &&[f64])| Margin {
        categories: groups.iter().map(|group| group.map_or(u16::MAX, code)).collect(),
        totals: shares.iter().map(|share| share * POPULATION).collect(),
    };
    let margins: Vec<Margin> = found.groups.iter().zip(&MARGINS).map(margin).collect();
    Ok(Design::of_cells(Collection::SelfSelected, found.cells)?.raked(&margins)?)
}

/// One item's cells with the weights of the sample.
struct Weighted {
    design: Design,
    answers: Vec<Option<usize>>,
    groups: Vec<Vec<Option<usize>>>,
}

impl Weighted {
    /// Weighted as the sample was once and for all.
    fn of(found: JointCells, sample: &Design) -> Result<Weighted, Box<dyn Error>> {
        let JointCells { cells, answers, groups } = found;
        let design = Design::of_cells(Collection::SelfSelected, cells)?;
        let margins = groups.get(..MARGINS.len()).unwrap_or_default();
        Ok(Weighted { design: design.weighted_as(sample, margins)?, answers, groups })
    }

    fn intervals(&self) -> Result<Vec<stats::Interval>, Box<dyn Error>> {
        let share = |step: usize| {
            let is = |answer: &Option<usize>| answer.map(|answer| if answer == step { 1.0 } else { 0.0 });
            Linearised::mean(&self.design, &self.answers.iter().map(is).collect::<Vec<_>>())
        };
        let shares: Vec<Linearised> = (0..usize::from(STEPS)).map(share).collect::<Result<_, _>>()?;
        Ok(Figures::of(&self.design, &shares)?.intervals(Level::NINETY_FIVE))
    }

    /// The test of the answers by each of some groups.
    fn tests(&self, groups: &[usize]) -> Result<Vec<f64>, Box<dyn Error>> {
        let test = |group: &usize| {
            let own = self.groups.get(*group).map(Vec::as_slice).unwrap_or_default();
            Ok(WeightedTable::new(&self.design, own, &self.answers)?.rao_scott(ZeroCells::default())?.p)
        };
        groups.iter().map(test).collect()
    }
}

/// Answers that hang together through one attitude, lean by age and region, and are missing here and there.
fn made_up(rows: usize, weighted: bool) -> Result<Frame, Box<dyn Error>> {
    let mut chance = Chance(rows.try_into()?);
    let mut groups: Vec<Vec<u8>> = Vec::new();
    for shares in GROUPS {
        groups.push((0..rows).map(|_| chance.one_of(shares)).collect());
    }
    let lean = |group: usize, row: usize| {
        groups.get(group).and_then(|column| column.get(row)).map_or(0.0, |option| f64::from(*option) - 2.0)
    };
    let attitudes: Vec<f64> = (0..rows).map(|row| chance.normal() + 0.06 * lean(1, row) + 0.1 * lean(2, row)).collect();
    let mut columns = Vec::with_capacity(ITEMS + GROUPS.len());
    for item in 0..ITEMS {
        let lift = 0.05 * float((item % 7).try_into()?);
        let missing = 0.03 + 0.002 * float(item.try_into()?);
        let mut codes: Vec<u8> = Vec::with_capacity(rows);
        for (row, attitude) in attitudes.iter().enumerate() {
            let channel = if item % 3 == 0 { 0.1 * lean(3, row) } else { 0.0 };
            let value = 0.7 * attitude + 0.7 * chance.normal() + lift + channel;
            let step = [-1.3, -0.5, 0.2, 1.0].iter().map(|edge| u8::from(value > *edge)).sum();
            // The second of the reasons: passed over.
            codes.push(if chance.next() < missing { u8::MAX - 4 } else { step });
        }
        columns.push(Column::of_bytes(STEPS, codes));
    }
    for (codes, shares) in groups.into_iter().zip(GROUPS) {
        columns.push(Column::of_bytes(shares.len().try_into()?, codes));
    }
    let weights = weighted.then(|| (0..rows).map(|_| libm::exp(0.35 * chance.normal())).collect());
    Ok(Frame::new(rows, columns, Plan { weights, ..Plan::default() })?)
}

/// Every answer looked at once, and nothing done with it: no count can be faster.
fn read_once(frame: &Frame) -> u64 {
    frame.columns().iter().map(|column| column.bytes().iter().map(|code| u64::from(*code)).sum::<u64>()).sum()
}

struct Chance(u64);

impl Chance {
    /// From nought up to one.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        float((mixed ^ (mixed >> 31)) >> 11) / float(1 << 53)
    }

    fn one_of(&mut self, shares: &[f64]) -> u8 {
        let mut left = self.next();
        let mut option = 0;
        for share in shares.iter().take(shares.len().saturating_sub(1)) {
            left -= share;
            option += u8::from(left >= 0.0);
        }
        option
    }

    /// Near enough to the normal distribution, and quick.
    fn normal(&mut self) -> f64 {
        let sum: f64 = (0..4).map(|_| self.next()).sum();
        (sum - 2.0) * 3f64.sqrt()
    }
}

struct Fingerprint(u64);

impl Fingerprint {
    fn add(&mut self, value: u64) {
        self.0 = (self.0 ^ value).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(17);
    }
}

fn timed<T>(work: impl FnOnce() -> Result<T, Box<dyn Error>>) -> Result<(Taken, T), Box<dyn Error>> {
    let (begun, begun_working) = (now(), worked());
    let done = std::hint::black_box(work()?);
    let wall = begun.elapsed();
    let processor = worked().zip(begun_working).map_or(wall, |(after, before)| after.saturating_sub(before));
    Ok((Taken { wall, processor }, done))
}

/// How long something took by the clock on the wall, and of this thread's work: what else runs disturbs only the first.
#[derive(Clone, Copy, Default)]
struct Taken {
    wall: Duration,
    processor: Duration,
}

/// The processor's time that this thread took so far, where the system tells.
fn worked() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// In milliseconds. The system counts a thread's work in steps, which the mean of many rounds evens out.
fn mean_of(values: Vec<Duration>) -> f64 {
    let number = values.len().max(1);
    values.into_iter().sum::<Duration>().as_secs_f64() * 1000.0 / float(number.try_into().unwrap_or(u64::MAX))
}

/// In milliseconds.
fn quickest(mut values: Vec<Duration>) -> f64 {
    values.sort();
    values.first().map_or(0.0, |value| value.as_secs_f64() * 1000.0)
}

/// The most that this process ever held, in MiB; nought where the system does not tell.
fn largest_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap_or(0.0) / 1024.0
}

fn code(group: usize) -> u16 {
    u16::try_from(group).unwrap_or(u16::MAX)
}

#[expect(clippy::disallowed_methods, reason = "a measurement needs a clock")]
fn now() -> Instant {
    Instant::now()
}

#[expect(clippy::print_stdout, reason = "the measurement is the output")]
fn print_line(line: &str) {
    println!("{line}");
}
