use app::Words;
use base::Moment;
use jiff::{Timestamp, tz::TimeZone};

/// „27.07.2023“
pub fn day(words: Words, day: jiff::civil::Date) -> String {
    words.date(day)
}

/// „27.07.2023, 11:05“ by the clocks of Bulgaria.
pub fn moment(words: Words, moment: Moment) -> String {
    let Ok(instant) = Timestamp::from_microsecond(moment.0) else { return String::new() };
    let zoned = instant.to_zoned(TimeZone::get("Europe/Sofia").unwrap_or(TimeZone::UTC));
    format!("{}, {:02}:{:02}", words.date(zoned.date()), zoned.hour(), zoned.minute())
}
