//! The one place that asks the machine what time it is.

use base::Moment;
use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};

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

    /// Now; where the day is held, at this time of that day, so that nothing of a demonstration carries another date.
    pub fn now(&self) -> Moment {
        let now = self.zoned();
        let told = match self.held_day {
            Some(day) => day.to_datetime(now.time()).to_zoned(self.zone.clone()).unwrap_or(now),
            None => now,
        };
        Moment(told.timestamp().as_microsecond())
    }

    /// Today in Sofia, or the day that is held.
    pub fn today(&self) -> Date {
        self.held_day.unwrap_or_else(|| self.zoned().date())
    }

    #[expect(clippy::disallowed_methods, reason = "time enters the program here and goes on as an argument")]
    fn zoned(&self) -> Zoned {
        Timestamp::now().to_zoned(self.zone.clone())
    }
}

/// Measures how long something takes. It goes on whatever happens to the clock.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch(std::time::Instant);

impl Stopwatch {
    #[expect(clippy::disallowed_methods, reason = "time enters the program here and goes on as an argument")]
    pub fn start() -> Stopwatch {
        Stopwatch(std::time::Instant::now())
    }

    pub fn elapsed(self) -> std::time::Duration {
        self.0.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_held_day_is_the_day_of_every_moment() {
        let day = date(2023, 7, 27);
        let clock = Clock::new(Some(day)).unwrap();
        assert_eq!(clock.today(), day);
        let moment = Timestamp::from_microsecond(clock.now().0).unwrap();
        assert_eq!(moment.to_zoned(clock.zone.clone()).date(), day);
    }
}
