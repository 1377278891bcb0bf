use super::{Measured, measured::unavailable};
use crate::study::{
    chapters,
    figures::{Lens, choice::FEWEST_FOR_MEAN, number as numbers, rows::OptionRow},
};
use document::{
    Block, Quotation,
    manuscript::{Name, Number, NumberAddress, Statistic, Unavailable},
};
use stats::{Distribution, Likert, MissingCounts, Nonresponse, Numeric, Proportion, Published, Share};
use survey::{Question, QuestionKind};

/// A number of a question or of one of its options.
pub fn number(
    lens: &Lens,
    question: &Question,
    measured: &Measured,
    address: &NumberAddress,
) -> Result<Number, Unavailable> {
    let statistic = address.statistic;
    let (n, missing, nonresponse) = base(measured);
    let option = address.option.as_ref();
    let value = match statistic {
        Statistic::N => lens.words.whole(n),
        Statistic::DontKnowShare => asked(lens, nonresponse.dont_know)?,
        Statistic::UnansweredShare => asked(lens, nonresponse.unanswered)?,
        _ => match (measured, option) {
            (Measured::Choice { rows, .. } | Measured::Ranking { rows, .. }, Some(option))
                if statistic != Statistic::Place =>
            {
                of_row(lens, row(rows, option)?, statistic)?
            }
            (Measured::Choice { distribution, likert, .. }, None) => {
                of_choice(lens, distribution, likert.as_deref(), statistic)?
            }
            (Measured::Ranking { places, .. }, Some(option)) => {
                let place = places.iter().find(|(code, _)| code.as_str() == option.as_str());
                let place = place.ok_or(Unavailable::NoSuchOption)?.1.ok_or(Unavailable::TooFew)?;
                lens.words.number(place, 1)
            }
            (Measured::Number(summary), None) => of_number(lens, question, summary, statistic)?,
            (Measured::Choice { .. } | Measured::Ranking { .. } | Measured::Number(_), _) => {
                return Err(Unavailable::OtherKind);
            }
        },
    };
    let base = lens.base(n, missing, &lens.outside(question));
    Number::new(value, base, n, lens.method()).ok_or(Unavailable::OtherKind)
}

fn base(measured: &Measured) -> (u64, MissingCounts, &Nonresponse) {
    match measured {
        Measured::Choice { distribution, .. } | Measured::Ranking { distribution, .. } => {
            (distribution.n, distribution.missing, &distribution.nonresponse)
        }
        Measured::Number(summary) => (summary.n, summary.missing, &summary.nonresponse),
    }
}

/// A share of those who were asked; of a handful there is none.
fn asked(lens: &Lens, share: Option<Share>) -> Result<String, Unavailable> {
    let share = share.ok_or(Unavailable::NobodyAnswered)?;
    if share.whole() < 10 { Err(Unavailable::TooFew) } else { Ok(lens.words.percent(share.value())) }
}

fn row<'a>(rows: &'a [OptionRow], option: &Name) -> Result<&'a OptionRow, Unavailable> {
    rows.iter().find(|row| row.code.as_str() == option.as_str()).ok_or(Unavailable::NoSuchOption)
}

fn of_row(lens: &Lens, row: &OptionRow, statistic: Statistic) -> Result<String, Unavailable> {
    let shown = match (&row.published, statistic) {
        (Published::Shown(shown), _) => shown,
        // „най-много 5 %“ is what may be said of it.
        (Published::Suppressed(reason @ (stats::Reason::NearlyNone | stats::Reason::NearlyAll)), Statistic::Share) => {
            return Ok(lens.hidden(*reason));
        }
        (Published::Suppressed(reason), _) => return Err(unavailable(*reason)),
    };
    match statistic {
        Statistic::Share => Ok(lens.share(shown)),
        Statistic::Count => Ok(lens.words.whole(shown.share.part())),
        Statistic::Low | Statistic::High | Statistic::Interval => end(lens, shown, statistic),
        _ => Err(Unavailable::OtherKind),
    }
}

fn end(lens: &Lens, shown: &Proportion, statistic: Statistic) -> Result<String, Unavailable> {
    let interval = lens.told_interval(shown).ok_or(Unavailable::NoInterval)?;
    let (low, high) = lens.ends(shown).ok_or(Unavailable::NoInterval)?;
    Ok(match statistic {
        Statistic::Low | Statistic::TopLow => low,
        Statistic::High | Statistic::TopHigh => high,
        _ => interval,
    })
}

fn of_choice(
    lens: &Lens,
    distribution: &Distribution,
    likert: Option<&Likert>,
    statistic: Statistic,
) -> Result<String, Unavailable> {
    if statistic == Statistic::Mentions {
        let mean = distribution.mean_mentions.ok_or(Unavailable::OtherKind)?;
        return if distribution.n < 10 { Err(Unavailable::TooFew) } else { Ok(lens.words.number(mean, 1)) };
    }
    let likert = likert.ok_or(match distribution.hides_something() {
        true => Unavailable::Hidden,
        false => Unavailable::OtherKind,
    })?;
    match statistic {
        Statistic::TopShare => Ok(lens.share(&likert.top)),
        Statistic::TopLow | Statistic::TopHigh | Statistic::TopInterval => end(lens, &likert.top, statistic),
        Statistic::Mean if distribution.n < FEWEST_FOR_MEAN => Err(Unavailable::TooFew),
        Statistic::Mean => Ok(lens.words.number(likert.mean.value, 2)),
        _ => Err(Unavailable::OtherKind),
    }
}

fn of_number(lens: &Lens, question: &Question, summary: &Numeric, statistic: Statistic) -> Result<String, Unavailable> {
    let is_time = question.kind == QuestionKind::Time;
    let decimals = u8::from(!matches!(question.kind, QuestionKind::Integer(_)));
    let told = |value: f64, decimals| numbers::said(lens, is_time, value, decimals);
    let [lower, median, upper] = summary.quartiles;
    match statistic {
        Statistic::Mean => Ok(told(summary.mean.value, 1)),
        Statistic::MeanLow | Statistic::MeanHigh => {
            let interval = summary.mean.interval.ok_or(Unavailable::NoInterval)?;
            Ok(told(if statistic == Statistic::MeanLow { interval.low } else { interval.high }, 1))
        }
        Statistic::Median => Ok(told(median, decimals)),
        Statistic::LowerQuartile => Ok(told(lower, decimals)),
        Statistic::UpperQuartile => Ok(told(upper, decimals)),
        _ => Err(Unavailable::OtherKind),
    }
}

/// How many answers to an open question are quoted.
pub fn quoted(lens: &Lens, question: &Question) -> Result<Number, Unavailable> {
    let count = chapters::quoted(lens.data, question).ok_or(Unavailable::Hidden)?.len();
    let n = u64::try_from(count).unwrap_or(u64::MAX);
    let base = lens.words.tell("number-base-quoted", &[("name", lens.say(&lens.data.audience.name).into())]);
    Number::new(lens.words.whole(n), base, n, lens.words.say("number-method-quoted")).ok_or(Unavailable::OtherKind)
}

/// What people wrote, and in the place of what is hidden why it is.
pub fn quotations(lens: &Lens, question: &Question) -> Result<Vec<Block>, Unavailable> {
    if !question.kind.is_open() {
        return Err(Unavailable::OtherKind);
    }
    let quoted = chapters::quoted(lens.data, question).ok_or(Unavailable::Hidden)?;
    let quotations = quoted.into_iter().map(|words| Quotation { words: words.to_owned(), who: None });
    let mut blocks = vec![Block::Quotations(quotations.collect())];
    let hidden = chapters::hidden(lens.data, question, lens.words);
    if !hidden.is_empty() {
        blocks.push(Block::list(hidden));
    }
    Ok(blocks)
}
