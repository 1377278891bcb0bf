use jiff::{Span, civil::Date};
use std::collections::{BTreeMap, BTreeSet};
use survey::Mode;

/// Fewer answers of one way in a stretch of weeks are not told apart from their neighbours.
const LEAST: u64 = 5;

/// Answers week by week, where a week with very few is told together with the next ones.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Weeks {
    /// The ways that are told by week; of the others so few came that only their sum can be told.
    pub modes: Vec<Mode>,
    pub stretches: Vec<Stretch>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// A Monday.
    pub first: Date,
    /// A Sunday.
    pub last: Date,
    /// By the ways of [`Weeks::modes`], in their order: none, or at least five.
    pub answers: Vec<u64>,
}

impl Weeks {
    /// Stretches are as short as may be: each ends with the first week after which every way has none or enough.
    pub fn of(by_week: &BTreeMap<Date, BTreeMap<Mode, u64>>) -> Weeks {
        let of = |week: &BTreeMap<Mode, u64>, mode: Mode| week.get(&mode).copied().unwrap_or(0);
        let all = |mode: Mode| by_week.values().map(|week| of(week, mode)).sum::<u64>();
        let known: BTreeSet<Mode> = by_week.values().flat_map(BTreeMap::keys).copied().collect();
        let modes: Vec<Mode> = known.into_iter().filter(|mode| all(*mode) >= LEAST).collect();
        let mut stretches: Vec<Stretch> = Vec::new();
        for (monday, week) in by_week {
            let last = monday.checked_add(Span::new().days(6)).unwrap_or(*monday);
            let answers: Vec<u64> = modes.iter().map(|mode| of(week, *mode)).collect();
            match stretches.last_mut().filter(|stretch| !stretch.is_enough()) {
                Some(before) => before.take_up(last, &answers),
                None => stretches.push(Stretch { first: *monday, last, answers }),
            }
        }
        // What is left over at the end goes with what came before it.
        while stretches.len() > 1
            && let Some(rest) = stretches.pop_if(|stretch| !stretch.is_enough())
        {
            if let Some(before) = stretches.last_mut() {
                before.take_up(rest.last, &rest.answers);
            }
        }
        stretches.retain(|stretch| stretch.answers.iter().any(|count| *count > 0));
        Weeks { modes, stretches }
    }
}

impl Stretch {
    fn is_enough(&self) -> bool {
        self.answers.iter().all(|count| *count == 0 || *count >= LEAST)
    }

    fn take_up(&mut self, last: Date, answers: &[u64]) {
        self.last = last;
        for (sum, more) in self.answers.iter_mut().zip(answers) {
            *sum += more;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    /// The weeks from 8 May 2023 on; online and on paper.
    fn weeks(counts: &[(u64, u64)]) -> BTreeMap<Date, BTreeMap<Mode, u64>> {
        let each = (0_i64..).zip(counts).map(|(number, (online, paper))| {
            let monday = date(2023, 5, 8).checked_add(Span::new().weeks(number)).unwrap();
            (monday, BTreeMap::from([(Mode::Online, *online), (Mode::Paper, *paper)]))
        });
        each.collect()
    }

    #[test]
    fn weeks_with_few_answers_go_with_their_neighbours() {
        type Case = (&'static [(u64, u64)], usize, &'static [(i8, &'static [u64])]);
        let cases: &[Case] = &[
            (&[], 0, &[]),
            // Each stretch by the day of its Monday, counted on from 8 May.
            (&[(5, 0), (7, 0)], 1, &[(8, &[5]), (15, &[7])]),
            (&[(5, 0), (0, 0), (7, 0)], 1, &[(8, &[5]), (22, &[7])]),
            (&[(4, 0), (7, 0)], 1, &[(8, &[11])]),
            (&[(7, 0), (4, 0)], 1, &[(8, &[11])]),
            (&[(4, 0)], 0, &[]),
            // One card on paper hides no week, and is told by none.
            (&[(9, 1), (9, 0)], 1, &[(8, &[9]), (15, &[9])]),
            (&[(9, 3), (9, 3), (9, 0)], 2, &[(8, &[18, 6]), (22, &[9, 0])]),
            (&[(9, 6), (9, 3)], 2, &[(8, &[18, 9])]),
        ];
        for (counts, modes, expected) in cases {
            let weeks = Weeks::of(&weeks(counts));
            let told: Vec<(i8, &[u64])> =
                weeks.stretches.iter().map(|stretch| (stretch.first.day(), stretch.answers.as_slice())).collect();
            assert_eq!(weeks.modes.len(), *modes, "{counts:?}");
            assert_eq!(told, *expected, "{counts:?}");
        }
    }

    proptest! {
        #[test]
        fn no_number_is_small_and_none_is_lost(counts in proptest::collection::vec((0..9_u64, 0..9_u64), 0..9)) {
            let told = Weeks::of(&weeks(&counts));
            for (place, mode) in told.modes.iter().enumerate() {
                let sum: u64 = told.stretches.iter().map(|stretch| stretch.answers[place]).sum();
                let all = counts.iter().map(|(online, paper)| if *mode == Mode::Online { online } else { paper });
                prop_assert_eq!(sum, all.sum::<u64>());
            }
            for stretch in &told.stretches {
                prop_assert!(stretch.is_enough(), "{:?}", stretch);
            }
        }
    }
}
