use crate::study::figures::{Lens, by_group};
use document::manuscript::{Name, Number, NumberAddress, Statistic, Unavailable};

/// A number of those alone who chose one option of another question. What is counted together is how people judge the
/// whole, parted by whatever says who they are; and what is shown of it is what the figure of the groups shows, so that
/// nobody can be worked out from the two.
pub fn number(lens: &Lens, (group, option): (&Name, &Name), address: &NumberAddress) -> Result<Number, Unavailable> {
    let questionnaire = &lens.data.questionnaire;
    let parting = questionnaire.question(group.as_str()).ok_or(Unavailable::NoSuchQuestion)?;
    let scale = questionnaire.scale_of(parting).ok_or(Unavailable::OtherKind)?;
    let place = scale.options.iter().position(|known| known.code.as_str() == option.as_str());
    let place = place.ok_or(Unavailable::NoSuchOption)?;
    if address.against.is_some() {
        return Err(Unavailable::NotCompared);
    }
    let question = address.question.as_ref().ok_or(Unavailable::NotCounted)?;
    let asked = questionnaire.question(question.as_str()).ok_or(Unavailable::NoSuchQuestion)?;
    if lens.data.is_tiny() {
        return Err(Unavailable::TooFew);
    }
    if address.option.is_some() {
        return Err(Unavailable::NotCounted);
    }
    let groups = by_group::parted(lens, parting, asked).ok_or(Unavailable::NotCounted)?;
    let found = groups.into_iter().find(|(known, _)| *known == place).ok_or(Unavailable::NotCounted)?;
    let top = found.1.ok_or(Unavailable::Hidden)?;
    let interval = || lens.told_interval(&top).ok_or(Unavailable::NoInterval);
    let ends = || lens.ends(&top).ok_or(Unavailable::NoInterval);
    let value = match address.statistic {
        Statistic::N => lens.words.whole(top.share.whole()),
        Statistic::TopShare => lens.share(&top),
        Statistic::TopLow => ends()?.0,
        Statistic::TopHigh => ends()?.1,
        Statistic::TopInterval => interval()?,
        _ => return Err(Unavailable::NotCounted),
    };
    let values = [
        ("group", scale.options.get(place).map(|known| lens.say(&known.label)).unwrap_or_default().into()),
        ("n", lens.words.whole(top.share.whole()).into()),
    ];
    let base = lens.words.tell("number-base-group", &values);
    Number::new(value, base, top.share.whole(), lens.method()).ok_or(Unavailable::OtherKind)
}
