//! What people wrote of, theme by theme: counted on those who wrote, without an interval, for whoever writes has chosen to.

use super::{Drafted, Lens, phrases::count_argument};
use crate::themes::{FrozenThemes, QuestionFound, ThemeFound};
use document::{
    Chart, Column, Figure, Row, Table, Tone,
    chart::{Bar, Bars, MarkRow, Marks},
    markdown,
};
use stats::text::Themes;
use survey::Question;

/// So few writers are told one by one.
const FEW: u64 = 10;

pub fn figure(lens: &Lens, question: &Question) -> Option<Drafted> {
    let (frozen, found) = of(lens, question)?;
    let mut themes: Vec<&ThemeFound> = found.themes.iter().collect();
    themes.sort_by(|a, b| b.mentioned.cmp(&a.mentioned).then_with(|| a.code.cmp(&b.code)));
    let often = themes.partition_point(|theme| theme.mentioned >= Themes::FEWEST_MENTIONS);
    let (often, rare) = themes.split_at_checked(often)?;
    let words = lens.words;
    let told = |theme: &ThemeFound| name(lens, frozen, &theme.code);
    let of_writers = |theme: &ThemeFound| {
        let values = [("part", count_argument(theme.mentioned)), ("all", count_argument(found.writers))];
        words.tell("themes-of", &values)
    };
    let finding = match often.first() {
        Some(first) => {
            let values = [
                ("part", count_argument(first.mentioned)),
                ("all", count_argument(found.writers)),
                ("theme", told(first).into()),
            ];
            words.tell("themes-finding", &values)
        }
        None => words.say("themes-finding-none"),
    };
    let mut sentences = Vec::new();
    let rare: Vec<String> = rare.iter().filter(|theme| theme.mentioned > 0).map(|theme| told(theme)).collect();
    if !rare.is_empty() {
        let values = [("themes", markdown::escaped(&rare.join("; ")).into())];
        sentences.push(words.tell("themes-rare", &values));
    }
    let checked = frozen.found.agreement.as_ref().and_then(|agreement| agreement.together.is_enough());
    let checked = match checked {
        Some(true) => "enough",
        Some(false) => "not-enough",
        None => "unchecked",
    };
    let values = [
        ("version", i64::from(frozen.version).into()),
        ("day", words.date(frozen.on).into()),
        ("checked", words.say(&format!("themes-checked-{checked}")).into()),
    ];
    let alternative: Vec<String> =
        often.iter().map(|theme| format!("{}: {}", told(theme), of_writers(theme))).collect();
    let figure = Figure {
        anchor: lens.anchor(question.code.as_str()),
        number: 0,
        finding,
        measure: words.say("themes-measure"),
        question: lens.say(&question.label),
        base: words.tell("themes-base", &[("n", count_argument(found.writers))]),
        missing: (found.waiting > 0).then(|| words.tell("themes-waiting", &[("n", count_argument(found.waiting))])),
        method: words.tell("themes-method", &values),
        alternative: format!("{}.", alternative.join("; ")),
        chart: chart(found, often, told, of_writers),
        table: table(lens, found, often, told),
        downloads: Vec::new(),
    };
    Some(Drafted { code: question.code.to_string(), figure, sentences, profile: false, headline: None })
}

/// What was frozen of a question; nothing of a handful of people.
fn of<'a>(lens: &Lens<'a>, question: &Question) -> Option<(&'a FrozenThemes, &'a QuestionFound)> {
    let all = lens.study.themes.iter().filter(|_| !lens.data.is_tiny());
    let mut found = all.filter_map(|frozen| Some((frozen, frozen.question(lens.data.audience.id, &question.code)?)));
    found.find(|(_, found)| found.writers > 0)
}

fn name(lens: &Lens, frozen: &FrozenThemes, code: &str) -> String {
    frozen.list.theme(code).map_or_else(|| code.to_owned(), |theme| lens.say(&theme.name))
}

fn chart(
    found: &QuestionFound,
    often: &[&ThemeFound],
    told: impl Fn(&ThemeFound) -> String,
    of_writers: impl Fn(&ThemeFound) -> String,
) -> Chart {
    let small = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    if found.writers < FEW {
        let row = |theme: &&ThemeFound| MarkRow {
            label: told(theme),
            filled: small(theme.mentioned),
            of: small(found.writers),
            value: of_writers(theme),
            tone: Tone::Plain,
        };
        return Chart::Marks(Marks { rows: often.iter().map(row).collect() });
    }
    let bar = |theme: &&ThemeFound| Bar {
        label: told(theme),
        value: of_writers(theme),
        share: f64::from(small(theme.mentioned)) / f64::from(small(found.writers).max(1)),
        interval: None,
        tone: Tone::Plain,
    };
    Chart::Bars(Bars { rows: often.iter().map(bar).collect() })
}

fn table(lens: &Lens, found: &QuestionFound, often: &[&ThemeFound], told: impl Fn(&ThemeFound) -> String) -> Table {
    let words = lens.words;
    let columns = vec![
        Column::words(words.say("themes-column-theme")),
        Column::numbers(words.say("themes-column-mentioned")),
        Column::numbers(words.say("themes-column-denied")),
    ];
    let row = |theme: &&ThemeFound| Row::new([told(theme), words.whole(theme.mentioned), words.whole(theme.denied)]);
    let mut rows: Vec<Row> = often.iter().map(row).collect();
    rows.push(Row::total([words.say("themes-row-writers"), words.whole(found.writers), String::new()]));
    if found.waiting > 0 {
        rows.push(Row::total([words.say("themes-row-waiting"), words.whole(found.waiting), String::new()]));
    }
    Table { columns, rows, note: Some(words.say("themes-table-note")), ..Table::default() }
}
