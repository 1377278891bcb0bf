use crate::study::figures::Lens;
use document::manuscript::{Name, Number, Statistic, Unavailable};
use survey::Mode;

/// A number of the audience as a whole.
pub fn number(lens: &Lens, statistic: Statistic) -> Result<Number, Unavailable> {
    let (audience, words) = (&lens.data.audience, lens.words);
    let answered = lens.data.counts.responses();
    let mode = |mode: Mode| {
        let count = lens.data.counts.by_mode().get(&mode).copied().filter(|count| *count > 0);
        count.map(|count| words.whole(count)).ok_or(Unavailable::NobodyAnswered)
    };
    let planned = |value: Option<u64>| {
        let value = value.filter(|value| *value > 0).ok_or(Unavailable::NobodyAnswered)?;
        Ok((words.whole(value), "number-method-plan"))
    };
    let counted = |value: String| Ok((value, "number-method-counted"));
    let (value, method) = match statistic {
        Statistic::N => counted(words.whole(answered)),
        Statistic::Online => counted(mode(Mode::Online)?),
        Statistic::Paper => counted(mode(Mode::Paper)?),
        Statistic::Imported => counted(mode(Mode::Imported)?),
        Statistic::Population => planned(audience.population.or(audience.invited).map(u64::from)),
        Statistic::Planned => planned(Some(u64::from(audience.planned()))),
        Statistic::Questions => planned(Some(asked(lens))),
        Statistic::Rate => {
            let rate = lens.reach.rate().ok_or(Unavailable::NobodyAnswered)?;
            // A handful is never told in percentages.
            let told = if lens.data.is_tiny() { Err(Unavailable::TooFew) } else { Ok(rate.value()) };
            Ok((words.percent_with(told?, 1), "number-method-counted"))
        }
        Statistic::Shift => {
            let sensitivity = lens.reach.sensitivity().filter(|_| !lens.data.is_tiny());
            let shift = sensitivity.ok_or(Unavailable::NoInterval)?.shift(10.0);
            Ok((words.number(shift, 1), "number-method-shift"))
        }
        _ => Err(Unavailable::OtherKind),
    }?;
    Number::new(value, base(lens, answered), answered, words.say(method)).ok_or(Unavailable::OtherKind)
}

fn asked(lens: &Lens) -> u64 {
    let asked = lens.data.questionnaire.written_questions().iter().filter(|question| question.is_asked()).count();
    u64::try_from(asked).unwrap_or(0)
}

/// How many answered one version of the questionnaire; its number stands where a question would.
pub fn version(lens: &Lens, number: &Name) -> Result<Number, Unavailable> {
    let place = number.as_str().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let version = place.and_then(|place| lens.data.versions.get(place)).ok_or(Unavailable::NoSuchQuestion)?;
    let method = lens.words.say("number-method-counted");
    let value = lens.words.whole(version.answers);
    Number::new(value, base(lens, version.answers), version.answers, method).ok_or(Unavailable::OtherKind)
}

fn base(lens: &Lens, n: u64) -> String {
    let values = [("name", lens.say(&lens.data.audience.name).into()), ("n", lens.words.whole(n).into())];
    lens.words.tell("number-base-audience", &values)
}
