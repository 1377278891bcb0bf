use crate::disclosure::Disclosure;
use crate::estimate::Base;
use crate::level::Level;
use crate::math::float;
use crate::mentions::Mentions;
use crate::missing::MissingCounts;
use crate::proportion::Proportion;
use crate::published::{Published, Reason};
use crate::reach::Reach;
use crate::share::Share;
use crate::tally::{Nonresponse, NonresponseStanding, Tally};

/// What was answered to one question: a share with its interval for each option, and who is missing and why.
///
/// Each interval stands on its own; together they cover less than their level.
#[derive(Debug, Clone, PartialEq)]
pub struct Distribution {
    pub base: Base,
    /// Unweighted answers in the base.
    pub n: u64,
    /// In the order of the options.
    pub rows: Vec<Published<Proportion>>,
    pub missing: MissingCounts,
    pub nonresponse: Nonresponse,
    /// Options chosen per person who answered; only where several may be chosen and nothing is hidden.
    pub mean_mentions: Option<f64>,
}

impl Distribution {
    /// A question with one choice. The base is everybody with a valid answer.
    pub fn of(tally: &Tally, reach: Reach, level: Level, disclosure: &Disclosure) -> Published<Distribution> {
        let counts = Counts { base: Base::Answered, n: tally.answered(), counts: tally.counts() };
        let hidden = disclosure.distribution(tally.counts(), reach);
        counts.publish(tally.missing(), tally.nonresponse(), hidden, None, reach, level, disclosure)
    }

    /// A question with several choices. Shares of everybody who answered may add up to more than 100 %.
    pub fn of_mentions(
        mentions: &Mentions,
        base: Base,
        reach: Reach,
        level: Level,
        disclosure: &Disclosure,
    ) -> Published<Distribution> {
        let n = match base {
            Base::Shown => mentions.shown(),
            Base::Answered => mentions.answered(),
            Base::ChoseAny => mentions.chose_any(),
        };
        let counts = Counts { base, n, counts: mentions.counts() };
        let hidden = disclosure.mentions(mentions.counts(), n, reach);
        // The mean times the base is the sum of all cells, so it would give a hidden one away.
        let mean = if hidden.iter().any(Option::is_some) { None } else { mentions.mean_mentions() };
        counts.publish(mentions.missing(), mentions.nonresponse(), hidden, mean, reach, level, disclosure)
    }

    /// Whether any row is hidden, so that nothing computed from all rows may be shown.
    pub fn hides_something(&self) -> bool {
        self.rows.iter().any(|row| row.shown().is_none())
    }

    /// The least precise standing of the rows, for one label under the whole figure.
    pub fn is_of_low_precision(&self) -> bool {
        self.rows.iter().filter_map(Published::shown).any(|row| row.precision.is_low())
    }

    /// The widest half-width of the rows that are shown, as a share.
    pub fn widest_half_width(&self) -> Option<f64> {
        let widths = self.rows.iter().filter_map(Published::shown).filter_map(|row| row.estimate.interval);
        widths.map(|interval| interval.half_width()).reduce(f64::max)
    }
}

struct Counts<'a> {
    base: Base,
    n: u64,
    counts: &'a [u64],
}

impl Counts<'_> {
    #[expect(clippy::too_many_arguments, reason = "the two kinds of question meet here, each with all its context")]
    fn publish(
        self,
        missing: MissingCounts,
        nonresponse: Nonresponse,
        hidden: Vec<Option<Reason>>,
        mean_mentions: Option<f64>,
        reach: Reach,
        level: Level,
        disclosure: &Disclosure,
    ) -> Published<Distribution> {
        if let Err(reason) = disclosure.audience(reach) {
            return Published::Suppressed(reason);
        }
        if self.n == 0 {
            return Published::Suppressed(Reason::NobodyAnswered);
        }
        if nonresponse.standing == NonresponseStanding::TooHigh {
            return Published::Suppressed(Reason::TooManyMissing);
        }
        let row = |(&count, hidden): (&u64, Option<Reason>)| match (hidden, Share::new(count, self.n)) {
            (Some(reason), _) => Published::Suppressed(reason),
            (None, Some(share)) => Published::Shown(Proportion::of(share, self.base, reach, level)),
            (None, None) => Published::Suppressed(Reason::NobodyAnswered),
        };
        let rows = self.counts.iter().zip(hidden).map(row).collect();
        Published::Shown(Distribution { base: self.base, n: self.n, rows, missing, nonresponse, mean_mentions })
    }
}

/// The share of all ticks, for the rare figure that asks „of everything mentioned“.
pub fn share_of_mentions(mentions: &Mentions) -> Vec<f64> {
    let all = float(mentions.responses().max(1));
    mentions.counts().iter().map(|count| float(*count) / all).collect()
}
