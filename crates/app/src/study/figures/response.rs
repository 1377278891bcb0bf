use super::{Drafted, Lens};
use document::{
    Chart, Column, Figure, Row, Table,
    chart::{Course, CoursePoint, Plan, Tick},
};
use jiff::{Span, civil::Date};

/// Fewer answers than this in one step, and the order in which people came would show.
const FEWEST: u64 = 10;

/// How many answers there were at the end of each week, beside what was planned. Weeks of few answers are told together
/// with those that follow; `None` where that leaves no course, or for a handful of people.
pub fn figure(lens: &Lens) -> Option<Drafted> {
    let steps = steps(lens);
    if lens.data.is_tiny() || steps.len() < 2 {
        return None;
    }
    let words = lens.words;
    let all = lens.data.counts.responses();
    let planned = u64::from(lens.data.audience.planned());
    let (first, last) = (lens.study.study.fieldwork.first(), lens.study.study.fieldwork.last());
    let end = steps.iter().map(|step| step.until).max()?.max(last);
    let place = |day: Date| days(first, day) / days(first, end).max(1.0);
    let (top, ticks) = ticks(lens, all.max(planned));
    let height = |count: u64| to_float(count) / to_float(top.max(1));
    let points = steps.iter().map(|step| CoursePoint {
        at: place(step.until),
        up: height(step.all),
        interval: None,
        value: words.whole(step.all),
        label: words.date(step.until),
        joined: true,
    });
    let planned_words = || words.tell("figure-response-plan", &[("n", words.whole(planned).into())]);
    let plan =
        (planned > 0).then(|| Plan { words: planned_words(), from: (0.0, 0.0), to: (place(last), height(planned)) });
    let finding = match planned {
        0 => words.tell("figure-finding-response", &[("n", super::count(all))]),
        planned => words.tell(
            "figure-finding-response-plan",
            &[("n", super::count(all)), ("planned", words.whole(planned).into())],
        ),
    };
    let told: Vec<String> =
        steps.iter().map(|step| format!("{}: {}", words.date(step.until), words.whole(step.all))).collect();
    let figure = Figure {
        anchor: lens.anchor("fieldwork_response"),
        number: 0,
        finding,
        measure: words.say("figure-measure-response"),
        question: String::new(),
        base: words.tell("figure-base-response", &[("n", words.whole(all).into())]),
        missing: None,
        method: words.say("figure-method-response"),
        alternative: format!("{}.", told.join("; ")),
        chart: Chart::Course(Course { ticks, points: points.collect(), plan, note: words.say("figure-response-axis") }),
        table: Table {
            columns: vec![
                Column::words(words.say("figure-column-until")),
                Column::numbers(words.say("figure-column-new")),
                Column::numbers(words.say("figure-column-all")),
            ],
            rows: steps
                .iter()
                .map(|step| Row::new([words.date(step.until), words.whole(step.new), words.whole(step.all)]))
                .collect(),
            note: (planned > 0).then(planned_words),
            ..Table::default()
        },
        downloads: Vec::new(),
    };
    Some(Drafted {
        code: "fieldwork_response".to_owned(),
        figure,
        sentences: Vec::new(),
        profile: true,
        headline: None,
    })
}

struct Step {
    /// The last day of its last week.
    until: Date,
    new: u64,
    all: u64,
}

/// Weeks together, until each step has enough answers; what is left over belongs to the last step.
fn steps(lens: &Lens) -> Vec<Step> {
    let last = lens.study.study.fieldwork.last();
    let mut steps: Vec<Step> = Vec::new();
    let mut open = Step { until: last, new: 0, all: 0 };
    for (monday, modes) in lens.data.counts.by_week() {
        let sunday = monday.checked_add(Span::new().days(6)).unwrap_or(*monday);
        open.until = if *monday <= last { sunday.min(last) } else { sunday };
        open.new += modes.values().sum::<u64>();
        if open.new >= FEWEST {
            let all = steps.last().map_or(0, |step| step.all) + open.new;
            steps.push(Step { all, ..open });
            open = Step { until: last, new: 0, all: 0 };
        }
    }
    if let (true, Some(step)) = (open.new > 0, steps.last_mut()) {
        *step = Step { until: open.until, new: step.new + open.new, all: step.all + open.new };
    }
    steps
}

/// The top of the axis and its words: at most six, at round numbers.
fn ticks(lens: &Lens, most: u64) -> (u64, Vec<Tick>) {
    let rounds = (0..12_u32).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_u64.saturating_pow(power)));
    let step = rounds.into_iter().find(|step| most.div_ceil(*step) <= 5).unwrap_or(most.max(1));
    let top = most.div_ceil(step).max(1) * step;
    let ticks = (0..=top / step).map(|place| {
        let count = place * step;
        Tick::new(to_float(count) / to_float(top), lens.words.whole(count))
    });
    (top, ticks.collect())
}

fn days(from: Date, to: Date) -> f64 {
    from.until(to).map_or(0.0, |span| f64::from(span.get_days()))
}

fn to_float(count: u64) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}
