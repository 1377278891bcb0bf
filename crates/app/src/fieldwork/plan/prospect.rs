use crate::Words;
use stats::{Level, change::detectable_difference, sample_size};
use survey::{Audience, CollectionClass};

/// Fewer planned answers are read as counts, and have no margin worth the name.
const LEAST: u32 = 30;
/// A change is noticed four times out of five.
const POWER: f64 = 0.8;

/// What the planned answers of an audience will be able to tell, in one sentence; empty where no number is planned.
pub fn prospect(audience: &Audience, words: &Words) -> String {
    let planned = audience.planned();
    if planned == 0 {
        return String::new();
    }
    let n = ("n", i64::from(planned).into());
    match audience.collection {
        CollectionClass::Census => words.tell("desk-prospect-census", &[n]),
        CollectionClass::SelfSelected => words.tell("desk-prospect-self-selected", &[n]),
        CollectionClass::Probability | CollectionClass::EveryoneInvited if planned < LEAST => {
            words.tell("desk-prospect-few", &[n])
        }
        CollectionClass::Probability | CollectionClass::EveryoneInvited => {
            let population = audience.population.or(audience.invited).filter(|population| *population > planned);
            let (level, answers) = (Level::NINETY_FIVE, u64::from(planned));
            let margin = match population {
                Some(population) => sample_size::half_width_of(0.5, answers, population.into(), level),
                None => sample_size::half_width(0.5, answers, level),
            };
            let change = detectable_difference((0.5, answers), (0.5, answers), 1.0, level, POWER).unwrap_or(1.0);
            let points = |share: f64| words.number(share * 100.0, 0).into();
            let key = match audience.collection {
                CollectionClass::EveryoneInvited => "desk-prospect-invited",
                CollectionClass::Probability | CollectionClass::Census | CollectionClass::SelfSelected => {
                    "desk-prospect-drawn"
                }
            };
            words.tell(key, &[n, ("margin", points(margin)), ("change", points(change))])
        }
    }
}

/// What a number of answers would tell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reckoned {
    pub answers: u32,
    /// Half of the interval around one half, as a share.
    pub margin: f64,
    /// The change between two such studies that would be noticed, as a share.
    pub change: f64,
}

/// Numbers of answers that people choose among.
const USUAL: [u32; 6] = [50, 100, 200, 400, 800, 1600];

/// Several numbers side by side, for whoever is still choosing; none where people answer as they like or everybody does:
/// no number gives those a margin.
pub fn reckon(collection: Option<CollectionClass>, population: Option<u32>) -> Vec<Reckoned> {
    if matches!(collection, Some(CollectionClass::SelfSelected | CollectionClass::Census)) {
        return Vec::new();
    }
    let fits = |answers: &u32| population.is_none_or(|population| *answers < population);
    let level = Level::NINETY_FIVE;
    let reckoned = |answers: u32| {
        let n = u64::from(answers);
        Reckoned {
            answers,
            margin: match population {
                Some(population) => sample_size::half_width_of(0.5, n, population.into(), level),
                None => sample_size::half_width(0.5, n, level),
            },
            change: detectable_difference((0.5, n), (0.5, n), 1.0, level, POWER).unwrap_or(1.0),
        }
    };
    USUAL.into_iter().filter(fits).map(reckoned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{AudienceId, Key, Language, Text};
    use std::collections::BTreeMap;
    use survey::Mode;

    #[test]
    fn a_plan_says_what_it_will_be_able_to_tell() {
        let check = |collection, planned, population, expect: &[&str]| {
            let audience = Audience {
                id: AudienceId(Key([1; 16])),
                code: "a".to_owned(),
                name: Text::bulgarian("А"),
                token: "a".to_owned(),
                plan: BTreeMap::from([(Mode::Online, planned)]),
                population,
                invited: None,
                collection,
                admission: survey::Admission::Open,
                limit: None,
                counts_agreed: false,
                questionnaire: None,
            };
            let told = prospect(&audience, &Words::new(Language::Bulgarian));
            for words in expect {
                assert!(told.contains(words), "{words}: {told}");
            }
            assert_eq!(told.is_empty(), expect.is_empty(), "{told}");
        };
        // 1,96·√(¼/400) and (1,96 + 0,84)·√(½/400).
        check(CollectionClass::Probability, 400, None, &["±5 пункта", "поне 10 пункта"]);
        // 1,96·√(¼/175·(1 − 176/400)).
        check(CollectionClass::EveryoneInvited, 176, Some(400), &["±6 пункта", "не се различават"]);
        check(CollectionClass::SelfSelected, 176, Some(4210), &["по желание"]);
        check(CollectionClass::Census, 9, Some(9), &["всички"]);
        check(CollectionClass::Probability, 12, None, &["като брой"]);
        check(CollectionClass::Probability, 0, None, &[]);
    }

    #[test]
    fn numbers_stand_side_by_side_only_where_they_mean_something() {
        let check = |collection, population, expect: &[&str]| {
            let rows = reckon(collection, population);
            let told: Vec<String> =
                rows.iter().map(|row| format!("{} ±{:.0}", row.answers, row.margin * 100.0)).collect();
            assert_eq!(told, expect, "{collection:?} of {population:?}");
        };
        let all = ["50 ±14", "100 ±10", "200 ±7", "400 ±5", "800 ±3", "1600 ±2"];
        check(None, None, &all);
        check(Some(CollectionClass::Probability), None, &all);
        // 1,96·√(¼/199·½): half of the people leave √½ of the margin of a population without end.
        check(Some(CollectionClass::EveryoneInvited), Some(400), &["50 ±13", "100 ±9", "200 ±5"]);
        check(Some(CollectionClass::SelfSelected), None, &[]);
        check(Some(CollectionClass::Census), Some(9), &[]);
        let changes: Vec<f64> = reckon(None, None).iter().map(|row| row.change).collect();
        assert!(changes.windows(2).all(|pair| pair[0] > pair[1]), "{changes:?}");
    }
}
