//! How the fieldwork of an audience goes: what a researcher looks at while answers come. Sums only, nothing of any one
//! person, and no sum so small that it would be about somebody.

mod drafts;
mod times;
mod told;
mod weeks;

pub use drafts::{Stop, Stopped};
pub use times::{PageTime, Times};
pub use told::{Told, tell};
pub use weeks::{Stretch, Weeks};

use crate::{
    Failure, Instance, personal_codes,
    study::{Coverage, LEAST_ROWS, coverage},
};
use base::Text;
use jiff::civil::Date;
use store::Transaction;
use survey::{Audience, Group, Item, Missing, Mode, Questionnaire};

/// Beyond so many answers nobody waits for equal ones to be looked for.
const MOST_COMPARED: u64 = 100_000;

#[derive(Debug, Clone, PartialEq)]
pub struct AudienceProgress {
    pub audience: Audience,
    pub answered: u64,
    pub weeks: Weeks,
    /// Where people who have begun and not sent have come to; empty while too few have.
    pub stopped: Vec<Stopped>,
    /// How many have begun and not sent.
    pub begun: Told,
    pub questions: Vec<QuestionProgress>,
    pub batteries: Vec<BatteryProgress>,
    /// How many answers say the same as another one; `None` where there are too many to compare.
    pub alike: Option<Told>,
    /// Who answered beside who there is, where somebody wrote it down.
    pub coverage: Vec<Coverage>,
    /// How long people took, in bands.
    pub times: Times,
    /// How many personal codes were used, out of how many; `None` where there are none.
    pub codes: Option<(Told, u64)>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct QuestionProgress {
    pub label: Text,
    /// How many saw the question.
    pub asked: Told,
    pub skipped: Told,
    /// Skipped out of asked; `None` where it would tell a number that is not told.
    pub share: Option<f64>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct BatteryProgress {
    pub label: Text,
    /// How many answered every row.
    pub whole: Told,
    /// With the same answer in every row.
    pub alike: Told,
    /// Alike out of whole; `None` where it would tell a number that is not told.
    pub share: Option<f64>,
}

/// `None` for an audience that has no questionnaire yet.
///
/// # Errors
/// [`crate::study::Trouble::BeingCounted`]; faults of the store.
pub fn progress(
    instance: &Instance,
    tx: &mut Transaction,
    audience: &Audience,
    today: Date,
) -> Result<Option<AudienceProgress>, Failure> {
    let Some(id) = audience.questionnaire else { return Ok(None) };
    let (questionnaire, counts) = instance.counts.of(tx, audience, id, &instance.questionnaires)?;
    let answered = counts.responses();
    // Who knows everybody who was asked would know whom a sum is about.
    let is_tiny = audience.population.is_some_and(|population| population < told::LEAST_BASE);
    let of = |count: u64, all: u64| if is_tiny { Told::TooFew } else { tell(count, all) };
    let questions = questionnaire.questions().filter(|question| question.is_asked()).filter_map(|question| {
        let known = counts.question(question.code.as_str())?;
        let (asked, skipped) =
            (of(known.asked(), answered), of(known.missing_because(&[Missing::Skipped]), known.asked()));
        Some(QuestionProgress { label: question.label.clone(), asked, skipped, share: skipped.share(known.asked()) })
    });
    let batteries = batteries(&questionnaire).into_iter().map(|battery| {
        let known = counts.battery(battery.code.as_str());
        let (whole, alike) = (of(known.whole, answered), of(known.alike, known.whole));
        BatteryProgress { label: label(battery), whole, alike, share: alike.share(known.whole) }
    });
    let alike = match answered <= MOST_COMPARED {
        true => Some(of(tx.answers_alike(instance.tenant, audience.id)?, answered)),
        false => None,
    };
    let codes = personal_codes::standing(tx, instance.tenant, audience.id)?;
    let (used, invited) = (codes.printed.used + codes.sent.used, codes.printed.invited() + codes.sent.invited());
    let (begun, stopped) = drafts::stopped(instance, tx, audience.id, (id, &questionnaire), today)?;
    Ok(Some(AudienceProgress {
        answered,
        weeks: Weeks::of(counts.by_week()),
        begun: if is_tiny { Told::TooFew } else { begun },
        stopped: if is_tiny { Vec::new() } else { stopped },
        questions: questions.collect(),
        batteries: batteries.collect(),
        alike,
        coverage: coverage(
            &tx.population(instance.tenant, audience.id)?,
            &questionnaire,
            &counts,
            told::LEAST,
            is_tiny,
        ),
        times: times::times(instance, tx, audience.id, (id, &questionnaire), is_tiny)?,
        codes: (invited > 0).then(|| (of(used, invited), invited)),
        audience: audience.clone(),
    }))
}

impl AudienceProgress {
    /// Answers out of all who could have answered: those who were invited, or else the whole group.
    pub fn reached(&self) -> Option<(u64, u64)> {
        let all = self.audience.invited.or(self.audience.population).map(u64::from).filter(|all| *all > 0)?;
        Some((self.answered, all))
    }

    /// What is planned and what came, by the way of answering.
    pub fn planned(&self, mode: Mode) -> Option<u32> {
        self.audience.plan.get(&mode).copied()
    }
}

/// Those in which the same answer in every row means something, in the order of asking.
fn batteries(questionnaire: &Questionnaire) -> Vec<&Group> {
    let mut found = Vec::new();
    let mut left: Vec<&Group> = questionnaire.items.iter().rev().filter_map(Item::group).collect();
    while let Some(group) = left.pop() {
        if group.is_battery() && group.rows().count() >= LEAST_ROWS {
            found.push(group);
        }
        left.extend(group.items.iter().rev().filter_map(Item::group));
    }
    found
}

/// A battery without words of its own goes by its first row.
fn label(battery: &Group) -> Text {
    let first = || battery.items.iter().find_map(Item::question).map(|row| row.label.clone());
    battery.label.clone().or_else(first).unwrap_or_else(|| Text::bulgarian(battery.code.as_str()))
}
