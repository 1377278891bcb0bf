//! The one place that asks the machine what time it is.

use base::Moment;
use jiff::{civil::Date, tz::TimeZone};

/// Bulgarian municipalities live by Sofia's day.
const ZONE: &str = "Europe/Sofia";

/// Tells the time; the day may be held still, as the demonstration does.
#[derive(Debug, Clone)]
pub struct Clock {
    zone: TimeZone,
    held_day: Option<Date>,
}

impl Clock {
    /// # Errors
    /// A fault if the time zone data, which is compiled in, cannot be read.
    pub fn new(held_day: Option<Date>) -> anyhow::Result<Clock> {
        Ok(Clock { zone: TimeZone::get(ZONE)?, held_day })
    }

    #[expect(clippy::disallowed_methods, reason = "time enters the program here and goes on as an argument")]
    pub fn now(&self) -> Moment {
        Moment(jiff::Timestamp::now().as_microsecond())
    }

    /// Today in Sofia, or the day that is held.
    pub fn today(&self) -> Date {
        match self.held_day {
            Some(day) => day,
            None => {
                let now = jiff::Timestamp::from_microsecond(self.now().0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
                now.to_zoned(self.zone.clone()).date()
            }
        }
    }
}
