use app::Words;
use base::Moment;

/// „27.07.2023“
pub fn day(words: Words, day: jiff::civil::Date) -> String {
    words.date(day)
}

/// „27.07.2023, 11:05“ by the clocks of Bulgaria.
pub fn moment(words: Words, moment: Moment) -> String {
    words.moment(moment)
}
