use super::{
    Drafted, Lens,
    rows::{self, OptionRow},
};
use document::Figure;
use stats::{Base, Distribution};
use survey::Question;

/// A question with several choices: each option against everybody who answered, most chosen first.
pub fn figure(lens: &Lens, question: &Question) -> Option<Drafted> {
    let (mut rows, distribution) = distribution(lens, question)?;
    rows.sort_by_key(|row| std::cmp::Reverse(row.count));
    let outside = lens.outside(question);
    let finding = finding(lens, &rows);
    let mut sentences: Vec<String> = rows
        .first()
        .filter(|row| row.count > 0)
        .and_then(|row| Some((row, row.published.shown()?)))
        .filter(|(_, share)| lens.between(share).is_some())
        .map(|(row, share)| {
            let values = [("label", row.label.clone().into()), ("interval", lens.interval(share).into())];
            lens.words.tell("figure-several-interval", &values)
        })
        .into_iter()
        .collect();
    if let Some(mean) = distribution.mean_mentions.filter(|_| distribution.n >= 10) {
        sentences.push(lens.words.tell("figure-mean-mentions", &[("mean", lens.words.number(mean, 1).into())]));
    }
    sentences.extend(lens.about_missing(&distribution.nonresponse, &outside));
    let figure = Figure {
        anchor: lens.anchor(question.code.as_str()),
        number: 0,
        finding,
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
    let headline = (!question.profile).then(|| lens.headline(&question.label, &figure.finding));
    Some(Drafted { figure, sentences, profile: question.profile, headline })
}

/// The published options in the order of the scale.
pub fn distribution(lens: &Lens, question: &Question) -> Option<(Vec<OptionRow>, Distribution)> {
    let counted = lens.counted(question)?;
    let mentions = counted.mentions(lens.counts(question)?.answered)?;
    let distribution =
        Distribution::of_mentions(&mentions, Base::Answered, lens.reach, lens.level, &lens.disclosure).into_shown()?;
    Some((rows::option_rows(lens, &counted, &distribution), distribution))
}

/// „Най-често посочват „по телефона“ (44 %) и „на място“ (38 %)“.
fn finding(lens: &Lens, rows: &[OptionRow]) -> String {
    let mut shown = rows.iter().filter(|row| row.count > 0).filter_map(|row| Some((row, row.published.shown()?)));
    let Some((first, first_share)) = shown.next() else { return lens.words.say("figure-finding-hidden") };
    let mut values = vec![("first", first.label.clone().into()), ("share", lens.share(first_share).into())];
    match shown.next() {
        Some((second, second_share)) => {
            values.push(("second", second.label.clone().into()));
            values.push(("second-share", lens.share(second_share).into()));
            lens.words.tell("figure-finding-several", &values)
        }
        None => lens.words.tell("figure-finding-several-one", &values),
    }
}
