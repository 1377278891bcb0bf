use super::{answers::questionnaire, studies};
use app::{
    fieldwork::{
        AudienceProgress, BatteryProgress, PageTime, QuestionProgress, Stop, Stopped, Stretch, Times, Told, Weeks, tell,
    },
    study::{Coverage, CoverageRow},
};
use base::Text;
use jiff::civil::date;
use survey::{Band, Item, Mode};

/// One audience under way with enough answers to tell, and one with too few.
pub fn progress() -> Vec<AudienceProgress> {
    let questionnaire = questionnaire();
    let labels = || questionnaire.questions().filter(|question| question.is_asked()).map(|known| known.label.clone());
    let battery = questionnaire.items.iter().filter_map(Item::group).find(|group| group.is_battery());
    let battery = || battery.and_then(|group| group.label.clone()).unwrap_or_else(|| Text::bulgarian("Обслужване"));
    let audiences = studies().into_iter().next().map(|study| study.audiences).unwrap_or_default();
    let make = |(audience, answered): (survey::Audience, u64)| {
        let is_tiny = answered < 10;
        let filled = answered.saturating_sub(20);
        let stretch = |first, last, answers: [u64; 2]| Stretch { first, last, answers: answers.into() };
        let stopped = |at, label, people| Stopped { at, label, people };
        AudienceProgress {
            answered,
            weeks: if is_tiny {
                Weeks::default()
            } else {
                Weeks {
                    modes: vec![Mode::Online, Mode::Paper],
                    stretches: vec![
                        stretch(date(2023, 5, 8), date(2023, 5, 14), [64, 0]),
                        stretch(date(2023, 5, 15), date(2023, 5, 28), [33, 12]),
                        stretch(date(2023, 5, 29), date(2023, 6, 4), [23, 44]),
                    ],
                }
            },
            begun: if is_tiny { Told::TooFew } else { Told::Number(31) },
            stopped: if is_tiny {
                Vec::new()
            } else {
                vec![
                    stopped(Stop::Page(0), labels().next(), Told::Number(19)),
                    stopped(Stop::Page(1), Some(battery()), Told::Number(6)),
                    stopped(Stop::Review, None, Told::Few),
                    stopped(Stop::EarlierVersion, None, Told::Few),
                ]
            },
            questions: labels()
                .zip([0, 3, answered / 5, answered.saturating_sub(2), answered])
                .map(|(label, skipped)| {
                    let (asked, skipped) = (tell(answered, answered), tell(skipped, answered));
                    QuestionProgress { label, asked, skipped, share: skipped.share(answered) }
                })
                .collect(),
            batteries: vec![BatteryProgress {
                label: battery(),
                whole: tell(filled, answered),
                alike: tell(22, filled),
                share: tell(22, filled).share(filled),
            }],
            coverage: labels().next().map(|label| coverage(label, answered, is_tiny)).into_iter().collect(),
            times: if is_tiny { Times::default() } else { times(labels().next()) },
            codes: (!is_tiny).then_some((Told::Number(89), 240)),
            alike: (!is_tiny).then(|| tell(8, answered)).or(Some(Told::TooFew)),
            audience,
        }
    };
    audiences.into_iter().zip([176, 6]).map(make).collect()
}

/// Three groups, of which one is so small that a second one is not told either.
fn coverage(label: Text, answered: u64, is_tiny: bool) -> Coverage {
    let row = |(words, count, population): (&str, u64, f64)| {
        let answered = match count {
            0..5 => Told::Few,
            _ => tell(count, answered),
        };
        let observed = answered.share(176).filter(|_| !is_tiny);
        CoverageRow { label: Text::bulgarian(words), answered, observed, population }
    };
    let rows = [("до 34 години", 21, 0.28), ("35 – 64 години", 140, 0.48), ("над 64 години", 3, 0.24)];
    Coverage {
        label,
        answered,
        is_enough: !is_tiny,
        rows: rows.into_iter().map(row).collect(),
        source: Text::bulgarian("Измислени данни за примера"),
        as_of: date(2022, 12, 31),
        written_on: date(2023, 5, 1),
    }
}

fn times(label: Option<Text>) -> Times {
    let bands = [(Band::Hasty, 9), (Band::Quick, 31), (Band::Usual, 88), (Band::Slow, 40), (Band::Long, 3)];
    let page = |label| PageTime { label, people: 170, hasty: tell(21, 170), slow: tell(12, 170) };
    Times {
        whole: bands.map(|(band, people)| (band, tell(people, 171))).into(),
        hasty: Some(tell(9, 171)),
        pages: label.map(page).into_iter().collect(),
    }
}
