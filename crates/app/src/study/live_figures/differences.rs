use super::{Measured, StudyFigures};
use crate::study::{
    AudienceData,
    figures::{self, Lens},
};
use document::manuscript::{Name, Number, NumberAddress, Statistic, Unavailable};
use stats::{Comparison, Proportion, Published};

/// How much higher a share of the first audience is than that of `other`, in points.
pub fn number<'a>(
    figures: &StudyFigures<'a>,
    lens: &Lens<'a>,
    other: &'a AudienceData,
    question: &Name,
    address: &NumberAddress,
) -> Result<Number, Unavailable> {
    let own = lens.data.questionnaire.question(question.as_str()).ok_or(Unavailable::NoSuchQuestion)?;
    let mirrored = figures::mirror(other, own, lens.data).ok_or(Unavailable::NotCompared)?;
    let is_earlier = figures::waves::find(figures.study, address.against.as_ref().map_or("", Name::as_str)).is_some();
    if is_earlier && !figures::waves::altered((other, mirrored), (lens.data, own)).is_empty() {
        return Err(Unavailable::NotCompared);
    }
    let mirrored = Name::new(mirrored.code.as_str()).ok_or(Unavailable::NoSuchQuestion)?;
    let other_code = address.against.clone().ok_or(Unavailable::NoSuchAudience)?;
    let first = figures.measured(&address.audience, question)?;
    let second = figures.measured(&other_code, &mirrored)?;
    let (a, b) = (share(&first, address.option.as_ref())?, share(&second, address.option.as_ref())?);
    let other = figures.lens(other);
    let compared = Comparison::of((a.share, lens.reach), (b.share, other.reach), lens.level);
    let Comparison::Difference(difference) = compared else { return Err(Unavailable::NotCompared) };
    let value = match address.statistic {
        Statistic::Difference => difference.value,
        Statistic::DifferenceLow => difference.interval.low,
        Statistic::DifferenceHigh => difference.interval.high,
        _ => return Err(Unavailable::OtherKind),
    };
    let side = |lens: &Lens, proportion: &Proportion| {
        let n = lens.words.whole(proportion.share.whole());
        let name = match is_earlier {
            true => figures::waves::label(lens.study, lens.words),
            false => lens.say(&lens.data.audience.name),
        };
        lens.words.tell("figure-audience-n", &[("name", name.into()), ("n", n.into())])
    };
    let audiences = format!("{}; {}", side(lens, a), side(&other, b));
    let base = lens.words.tell("figure-base-compared", &[("audiences", audiences.into())]);
    let n = a.share.whole() + b.share.whole();
    let method = lens.words.say("number-method-difference");
    Number::new(lens.words.number(value * 100.0, 0), base, n, method).ok_or(Unavailable::OtherKind)
}

fn share<'a>(measured: &'a Measured, option: Option<&Name>) -> Result<&'a Proportion, Unavailable> {
    match (measured, option) {
        (Measured::Choice { rows, .. }, Some(option)) => {
            let row = rows.iter().find(|row| row.code.as_str() == option.as_str());
            match &row.ok_or(Unavailable::NoSuchOption)?.published {
                Published::Shown(shown) => Ok(shown),
                Published::Suppressed(reason) => Err(super::measured::unavailable(*reason)),
            }
        }
        (Measured::Choice { likert, .. }, None) => likert.as_ref().map(|one| &one.top).ok_or(Unavailable::OtherKind),
        (Measured::Ranking { .. } | Measured::Number(_), _) => Err(Unavailable::OtherKind),
    }
}
