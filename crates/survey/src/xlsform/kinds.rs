use super::{Feature, Substitute};
use crate::nearest::nearest;

/// What the cell `type` asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Integer,
    Decimal,
    Date,
    Time,
    Note,
    /// A number between two ends, each offered.
    Range,
    Consent,
    Point,
    File {
        pictures: bool,
    },
    /// Comes with the link.
    Given,
    Calculate,
    /// The day of answering, kept as a calculation.
    Today,
    One {
        list: String,
        other: bool,
    },
    Many {
        list: String,
        other: bool,
    },
    Ranking {
        list: String,
    },
    BeginGroup,
    EndGroup,
    BeginRepeat,
    EndRepeat,
    /// Opens something that we do not take over; its rows are still looked at.
    BeginOther(Feature),
    EndOther,
    /// Nobody is asked: what we do not want to know — times, devices, numbers of telephones.
    Trace,
    /// Asked in another way.
    Instead(Substitute),
    /// The order of a list that may be added to; asked without what is added.
    RankingOther {
        list: String,
    },
    /// A question that we cannot ask; the others stand without it.
    NotAsked(Feature),
    Unsupported(Feature),
    Unknown {
        similar: Option<String>,
    },
}

const PLAIN: [(&str, Kind); 44] = [
    ("text", Kind::Text),
    ("string", Kind::Text),
    ("q string", Kind::Text),
    ("integer", Kind::Integer),
    ("int", Kind::Integer),
    ("q int", Kind::Integer),
    ("q integer", Kind::Integer),
    ("decimal", Kind::Decimal),
    ("q decimal", Kind::Decimal),
    ("date", Kind::Date),
    ("q date", Kind::Date),
    ("note", Kind::Note),
    ("add note prompt", Kind::Note),
    ("calculate", Kind::Calculate),
    ("calculation", Kind::Calculate),
    ("q calculate", Kind::Calculate),
    ("add calculate prompt", Kind::Calculate),
    ("today", Kind::Today),
    ("get today", Kind::Today),
    ("begin group", Kind::BeginGroup),
    ("group", Kind::BeginGroup),
    ("end group", Kind::EndGroup),
    ("begin repeat", Kind::BeginRepeat),
    ("begin loop", Kind::BeginOther(Feature::Repeat)),
    ("end repeat", Kind::EndRepeat),
    ("end loop", Kind::EndOther),
    ("repeat", Kind::BeginRepeat),
    ("hidden", Kind::Given),
    ("acknowledge", Kind::Consent),
    ("trigger", Kind::Consent),
    ("range", Kind::Range),
    ("time", Kind::Time),
    ("geopoint", Kind::Point),
    ("gps", Kind::Point),
    ("location", Kind::Point),
    ("q geopoint", Kind::Point),
    ("q location", Kind::Point),
    ("q acknowledge", Kind::Consent),
    ("image", Kind::File { pictures: true }),
    ("photo", Kind::File { pictures: true }),
    ("q picture", Kind::File { pictures: true }),
    ("q image", Kind::File { pictures: true }),
    ("add image prompt", Kind::File { pictures: true }),
    ("file", Kind::File { pictures: false }),
];

const INSTEAD: [(&str, Substitute); 10] = [
    ("datetime", Substitute::DayAndTime),
    ("date time", Substitute::DayAndTime),
    ("q date time", Substitute::DayAndTime),
    ("geotrace", Substitute::OnePoint),
    ("geoshape", Substitute::OnePoint),
    ("barcode", Substitute::TypedCode),
    ("q barcode", Substitute::TypedCode),
    ("select one from file", Substitute::TypedChoice),
    ("select multiple from file", Substitute::TypedChoice),
    ("select one external", Substitute::TypedChoice),
];

const NOT_ASKED: [(&str, Feature); 7] = [
    ("osm", Feature::Place),
    ("audio", Feature::Media),
    ("video", Feature::Media),
    ("csv-external", Feature::OtherFile),
    ("xml-external", Feature::OtherFile),
    ("xml external", Feature::OtherFile),
    ("csv external", Feature::OtherFile),
];

const TRACES: [&str; 21] = [
    "start",
    "end",
    "deviceid",
    "device id",
    "get device id",
    "subscriberid",
    "subscriber id",
    "simserial",
    "sim id",
    "imei",
    "phonenumber",
    "phone number",
    "get phone number",
    "start time",
    "get start time",
    "end time",
    "get end time",
    "username",
    "email",
    "audit",
    "start-geopoint",
];

const ONE: [&str; 7] = [
    "add select one prompt using",
    "select one from",
    "select one using",
    "select one",
    "select1",
    "q select1",
    "q select one",
];
const MANY: [&str; 7] = [
    "add select multiple prompt using",
    "select all that apply from",
    "select all that apply",
    "select multiple from",
    "select multiple using",
    "select multiple",
    "q select",
];

/// Reads a cell `type`. Capitals, gaps and `_` do not matter, but in the name of a list they do.
pub(super) fn read(cell: &str) -> Kind {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let name = words.join(" ").to_lowercase().replace('_', " ");
    if let Some((_, kind)) = PLAIN.iter().find(|(known, _)| *known == name) {
        return kind.clone();
    }
    if TRACES.contains(&name.as_str()) || name.starts_with("background") || name.starts_with("uri:") {
        return Kind::Trace;
    }
    let first = |known: &str| name == known || name.strip_prefix(known).is_some_and(|after| after.starts_with(' '));
    if let Some((_, substitute)) = INSTEAD.iter().find(|(known, _)| first(known)) {
        return Kind::Instead(*substitute);
    }
    if let Some((_, feature)) = NOT_ASKED.iter().find(|(known, _)| first(known)) {
        return Kind::NotAsked(*feature);
    }
    if first("include") {
        return Kind::Unsupported(Feature::OtherFile);
    }
    match list_after("rank", &words) {
        Some((list, false)) => return Kind::Ranking { list },
        // Nobody can rank what they have yet to name.
        Some((list, true)) => return Kind::RankingOther { list },
        None => {}
    }
    if first("begin loop") {
        return Kind::BeginOther(Feature::Repeat);
    }
    for (phrases, is_one) in [(ONE, true), (MANY, false)] {
        if let Some((list, other)) = phrases.iter().find_map(|phrase| list_after(phrase, &words)) {
            return if is_one { Kind::One { list, other } } else { Kind::Many { list, other } };
        }
    }
    Kind::Unknown { similar: similar(&name) }
}

/// The list named after the phrase, and whether „друго“ is wanted; an empty list where none is named.
fn list_after(phrase: &str, words: &[&str]) -> Option<(String, bool)> {
    let mut left = words.iter();
    let mut wanted = phrase.split(' ').peekable();
    while wanted.peek().is_some() {
        // One written word may hold several of the phrase: `select_one`.
        for part in left.next()?.to_lowercase().split('_') {
            if wanted.next() != Some(part) {
                return None;
            }
        }
    }
    let list = left.next().map_or_else(String::new, |list| (*list).to_owned());
    let rest: Vec<String> = left.map(|word| word.to_lowercase()).collect();
    let other = match rest.join(" ").replace('_', " ").as_str() {
        "" => false,
        "or other" | "or specify other" => true,
        _ => return None,
    };
    Some((list, other))
}

fn similar(name: &str) -> Option<String> {
    let known = PLAIN.iter().map(|(known, _)| *known).filter(|known| !known.starts_with("q "));
    let whole = nearest(name, known);
    whole.or_else(|| {
        // `selct_one list`: the beginning is what is misspelt.
        let words: Vec<&str> = name.split(' ').take(2).collect();
        nearest(&words.join(" "), ["select one", "select multiple"]).map(|found| found.replace(' ', "_"))
    })
}
