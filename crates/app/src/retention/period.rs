use crate::Words;

/// How long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    number: i64,
    unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Minutes,
    Hours,
    Days,
    /// Of 365 days.
    Years,
}

impl Unit {
    const ALL: [Unit; 4] = [Unit::Minutes, Unit::Hours, Unit::Days, Unit::Years];

    fn code(self) -> &'static str {
        match self {
            Unit::Minutes => "minutes",
            Unit::Hours => "hours",
            Unit::Days => "days",
            Unit::Years => "years",
        }
    }

    fn seconds(self) -> i64 {
        match self {
            Unit::Minutes => 60,
            Unit::Hours => 3600,
            Unit::Days => 24 * 3600,
            Unit::Years => 365 * 24 * 3600,
        }
    }
}

/// Longer than anybody keeps anything; a slip of the pen in the file is told instead of believed.
const MOST: i64 = 1000;

impl Period {
    /// `14 days`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Period> {
        let (number, unit) = text.split_once(' ')?;
        let is_plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        let number = number.parse().ok().filter(|number| is_plain && (1..=MOST).contains(number))?;
        let unit = Unit::ALL.into_iter().find(|known| known.code() == unit)?;
        Some(Period { number, unit })
    }

    pub fn seconds(self) -> i64 {
        self.number * self.unit.seconds()
    }

    /// „14 дни“
    pub fn told(self, words: Words) -> String {
        words.tell(&format!("period-{}", self.unit.code()), &[("n", self.number.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::Period;
    use crate::Words;
    use base::Language;

    #[test]
    fn a_period_is_a_number_and_a_unit() {
        let check = |text: &str, seconds: Option<i64>, told: &str| {
            let period = Period::parse(text);
            assert_eq!(period.map(Period::seconds), seconds, "{text}");
            assert_eq!(period.map(|one| one.told(Words::new(Language::Bulgarian))).unwrap_or_default(), told);
        };
        check("10 minutes", Some(600), "10 минути");
        check("12 hours", Some(43_200), "12 часа");
        check("1 days", Some(86_400), "1 ден");
        check("14 days", Some(1_209_600), "14 дни");
        check("5 years", Some(157_680_000), "5 години");
        check("none", None, "");
        check("0 days", None, "");
        check("-1 days", None, "");
        check("+1 days", None, "");
        check("1001 years", None, "");
        check("99999999999999999999 days", None, "");
        check("14 fortnights", None, "");
        check("14  days", None, "");
        check(" days", None, "");
    }
}
