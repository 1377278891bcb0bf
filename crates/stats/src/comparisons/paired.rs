use crate::comparisons::cross_table::CrossTable;
use crate::comparisons::tested::{Tested, Untestable};
use crate::interval::Interval;
use crate::level::Level;
use crate::math::{float, student};
use crate::proportion::binomial_test;
use crate::share::Share;

/// The same people asked twice, or about two options: yes and no before (rows) and after (columns).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paired {
    /// How much larger the share of the first answer is in the rows than in the columns: (b−c)/n.
    pub difference: f64,
    /// d ∓ t·√((b+c − (b−c)²/n)/(n(n−1))): the linearised variance with the person as the unit (Lumley 2010, 2.2).
    pub interval: Interval,
    /// (b−c)²/(b+c) on one degree (McNemar 1947).
    pub plain: Tested,
    /// (|b−c|−1)²/(b+c), with Edwards's correction.
    pub corrected: Tested,
    /// The exact binomial test of b among b+c.
    pub exact: Tested,
    /// b+c: those who changed. Below [`Paired::FEW`] the exact test counts.
    pub changed: u64,
}

impl Paired {
    /// With fewer people who changed than this, the normal approximation is not trusted.
    pub const FEW: u64 = 25;

    /// The one that a report shows.
    pub fn tested(&self) -> Tested {
        if self.changed < Paired::FEW { self.exact } else { self.plain }
    }
}

/// McNemar's test and the paired difference of [[a, b], [c, d]].
///
/// # Errors
/// When the table is not of two by two, has fewer than two people, or nobody changed.
pub fn mcnemar(table: &CrossTable, level: Level) -> Result<Paired, Untestable> {
    let [_, b, c, _] = table.fourfold().ok_or(Untestable::WrongShape)?;
    let n = table.total();
    if n < 2 {
        return Err(Untestable::FewAnswers { n, needed: 2 });
    }
    let changed = Share::new(b, b + c).ok_or(Untestable::NoSpread)?;
    let (net, turned, people) = (float(b) - float(c), float(b + c), float(n));
    let variance = (turned - net * net / people).max(0.0) / (people * (people - 1.0));
    let difference = net / people;
    let less = (net.abs() - 1.0).max(0.0);
    Ok(Paired {
        difference,
        interval: Interval::around(difference, student::upper_quantile(level.tail(), people - 1.0) * variance.sqrt()),
        plain: Tested::chi_square(net * net / turned, 1.0),
        corrected: Tested::chi_square(less * less / turned, 1.0),
        exact: Tested::counted(binomial_test(changed, 0.5)),
        changed: b + c,
    })
}
