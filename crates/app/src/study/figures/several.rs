use super::{
    Drafted, Lens, Voice,
    rows::{self, OptionRow},
};
use document::{Figure, manuscript::Statistic, markdown};
use stats::{Base, Distribution, Proportion, Published};
use survey::Question;

/// A question with several choices: each option against everybody who answered, most chosen first.
pub fn figure(lens: &Lens, question: &Question) -> Option<Drafted> {
    let (mut rows, distribution) = distribution(lens, question)?;
    rows.sort_by_key(|row| std::cmp::Reverse(row.count));
    let outside = lens.outside(question);
    let finding_in = |voice: Voice| finding(lens, question, &rows, voice);
    let reference = |row: &OptionRow, statistic| lens.option_reference(&question.code, &row.code, statistic);
    let mut sentences: Vec<String> = rows
        .first()
        .filter(|row| row.count > 0)
        .filter(|row| row.published.shown().is_some_and(|share| lens.told_interval(share).is_some()))
        .map(|row| {
            let (low, high) = (reference(row, Statistic::Low), reference(row, Statistic::High));
            let values = [("label", markdown::escaped(&row.label).into()), ("low", low.into()), ("high", high.into())];
            lens.vary("figure-several-interval", &values)
        })
        .into_iter()
        .collect();
    if distribution.mean_mentions.is_some() && distribution.n >= 10 {
        let mean = lens.reference(&question.code, Statistic::Mentions);
        sentences.push(lens.words.tell("figure-mean-mentions", &[("mean", mean.into())]));
    }
    sentences.extend(lens.about_missing(question, &distribution.nonresponse));
    let figure = Figure {
        anchor: lens.anchor(question.code.as_str()),
        number: 0,
        finding: finding_in(Voice::Plain),
        measure: lens.words.say(if distribution.n < 10 {
            "figure-measure-counts-several"
        } else {
            "figure-measure-several"
        }),
        question: lens.say(&question.label),
        base: lens.base(distribution.n, distribution.missing, &outside),
        missing: lens.missing(distribution.missing, &outside),
        method: lens.method(),
        alternative: rows::alternative(lens, &rows),
        chart: rows::chart(lens, &rows, distribution.n),
        table: rows::table(lens, &rows, distribution.n, distribution.missing, &outside),
        downloads: Vec::new(),
    };
    let headline = Some(lens.headline(&question.label, &finding_in(Voice::Written)));
    Some(Drafted { code: question.code.to_string(), figure, sentences, profile: question.profile, headline })
}

/// The published options in the order of the scale.
pub fn distribution(lens: &Lens, question: &Question) -> Option<(Vec<OptionRow>, Distribution)> {
    published(lens, question)?.into_shown()
}

/// The same, or why they are not shown.
pub fn published(lens: &Lens, question: &Question) -> Option<Published<(Vec<OptionRow>, Distribution)>> {
    let counted = lens.counted(question)?;
    let mentions = counted.mentions(lens.counts(question)?.answered)?;
    let distribution = Distribution::of_mentions(&mentions, Base::Answered, lens.reach, lens.level, &lens.disclosure);
    Some(distribution.map(|distribution| (rows::option_rows(lens, &counted, &distribution), distribution)))
}

/// „Най-често посочват „по телефона“ (44 %) и „на място“ (38 %)“.
fn finding(lens: &Lens, question: &Question, rows: &[OptionRow], voice: Voice) -> String {
    let mut shown = rows.iter().filter(|row| row.count > 0).filter_map(|row| Some((row, row.published.shown()?)));
    let value = |row: &OptionRow, share: &Proportion| {
        voice.number(lens.share(share), lens.option_address(&question.code, &row.code, Statistic::Share))
    };
    let Some((first, share)) = shown.next() else { return lens.words.say("figure-finding-hidden") };
    let mut values = vec![("first", voice.words(&first.label).into()), ("share", value(first, share).into())];
    match shown.next() {
        Some((second, share)) => {
            values.push(("second", voice.words(&second.label).into()));
            values.push(("second-share", value(second, share).into()));
            lens.words.tell("figure-finding-several", &values)
        }
        None => lens.words.tell("figure-finding-several-one", &values),
    }
}
