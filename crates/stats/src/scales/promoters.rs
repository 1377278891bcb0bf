use crate::disclosure::Disclosure;
use crate::distribution::Distribution;
use crate::estimate::{Base, Estimate};
use crate::level::Level;
use crate::moments::Moments;
use crate::proportion::Proportion;
use crate::published::{Published, Reason};
use crate::reach::Reach;
use crate::refusal::Refusal;
use crate::share::Share;
use crate::tally::Tally;

/// „Would you recommend us“, from 0 to 10: 9 and 10 promote, 0 to 6 detract (Reichheld 2003).
#[derive(Debug, Clone, PartialEq)]
pub struct Promoters {
    pub promoters: Proportion,
    pub passives: Proportion,
    pub detractors: Proportion,
    /// The net promoter score as a share, −1 to 1, with its t interval; 100 times it is what people call the NPS.
    pub score: Estimate,
}

impl Promoters {
    /// With fewer answers the three shares say more than their difference, and must stand beside it.
    pub const FEWEST_FOR_SCORE: u64 = 100;

    /// `tally` counts the answers 0, 1 … 10. Scales of other lengths are not converted.
    ///
    /// # Errors
    /// When there are not eleven options.
    pub fn of(
        tally: &Tally,
        reach: Reach,
        level: Level,
        disclosure: &Disclosure,
    ) -> Result<Published<Promoters>, Refusal> {
        let &[.., nine, ten] = tally.counts() else {
            return Err(Refusal::LengthsDiffer { expected: 11, found: tally.counts().len() });
        };
        if tally.counts().len() != 11 {
            return Err(Refusal::LengthsDiffer { expected: 11, found: tally.counts().len() });
        }
        match Distribution::of(tally, reach, level, disclosure) {
            Published::Suppressed(reason) => return Ok(Published::Suppressed(reason)),
            Published::Shown(shown) if shown.hides_something() => return Ok(Published::Suppressed(Reason::SmallCell)),
            Published::Shown(_) => {}
        }
        let n = tally.answered();
        let detractors: u64 = tally.counts().iter().take(7).sum();
        let (promoters, passives) = (nine + ten, n - detractors - nine - ten);
        let part = |count: u64| Share::new(count, n).map(|share| Proportion::of(share, Base::Answered, reach, level));
        let scores = [(1, promoters), (0, passives), (-1, detractors)];
        let made = || {
            Some(Promoters {
                promoters: part(promoters)?,
                passives: part(passives)?,
                detractors: part(detractors)?,
                score: Moments::of_scores(scores.into_iter())?.estimate(Base::Answered, reach, level),
            })
        };
        Ok(made().map_or(Published::Suppressed(Reason::NobodyAnswered), Published::Shown))
    }

    /// Whether the score may stand without the three shares.
    pub fn score_stands_alone(&self) -> bool {
        self.score.n >= Promoters::FEWEST_FOR_SCORE
    }
}
