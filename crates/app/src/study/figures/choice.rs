use super::{
    Drafted, Lens,
    lens::Counted,
    phrases::count_argument,
    rows::{self, OptionRow},
};
use document::Figure;
use stats::{Boxes, Distribution, Likert, Published};
use survey::Question;

/// A question with one choice: its distribution, and for a scale the upper steps as its headline.
pub fn figure(lens: &Lens, question: &Question) -> Option<Drafted> {
    let counted = lens.counted(question)?;
    let distribution = Distribution::of(&counted.tally(), lens.reach, lens.level, &lens.disclosure).into_shown()?;
    let rows = rows::option_rows(lens, &counted, &distribution);
    let likert = likert(lens, &counted);
    let outside = lens.outside(question);
    let Finding { finding, mut sentences } = match &likert {
        Some(likert) => scale_finding(lens, &counted, likert),
        None => leading_finding(lens, &rows),
    };
    sentences.extend(lens.about_missing(&distribution.nonresponse, &outside));
    let measure = if distribution.n < 10 {
        "figure-measure-counts"
    } else if likert.is_some() && distribution.missing.dont_know > 0 {
        "figure-measure-scale"
    } else {
        "figure-measure-share"
    };
    let figure = Figure {
        anchor: lens.anchor(question.code.as_str()),
        number: 0,
        finding: finding.clone(),
        measure: lens.words.tell(measure, &[("cannot", outside.cannot.clone().into())]),
        question: lens.say(&question.label),
        base: lens.base(distribution.n, distribution.missing, &outside),
        missing: lens.missing(distribution.missing, &outside),
        method: lens.method(),
        alternative: rows::alternative(lens, &rows),
        chart: rows::chart(lens, &rows, distribution.n),
        table: rows::table(lens, &rows, distribution.n, distribution.missing, &outside),
        downloads: Vec::new(),
    };
    let headline = likert.is_some().then_some(finding);
    Some(Drafted {
        figure,
        sentences,
        profile: question.profile,
        headline: headline.filter(|_| !question.profile).map(|finding| lens.headline(&question.label, &finding)),
    })
}

struct Finding {
    finding: String,
    sentences: Vec<String>,
}

fn likert(lens: &Lens, counted: &Counted) -> Option<Likert> {
    let scores = counted.scores()?;
    let boxes = Boxes::of_steps(scores.len());
    Likert::of(&counted.tally(), &scores, boxes, lens.reach, lens.level, &lens.disclosure).ok()?.into_shown()
}

/// „73 % отговарят „много доволни“ или „по-скоро доволни““.
fn scale_finding(lens: &Lens, counted: &Counted, likert: &Likert) -> Finding {
    let label =
        |back: usize| counted.options.iter().rev().nth(back).map(|option| lens.say(&option.label)).unwrap_or_default();
    let values = [
        ("share", lens.share(&likert.top).into()),
        ("k", count_argument(likert.top.share.part())),
        ("top", label(0).into()),
        ("next", label(1).into()),
    ];
    let key = if likert.boxes.top >= 2 { "figure-finding-top-two" } else { "figure-finding-top-one" };
    let mut sentences: Vec<String> = lens.between(&likert.top).into_iter().collect();
    if likert.distribution.n >= 30 {
        let mean = lens.words.number(likert.mean.value, 2);
        let scores = counted.scores().unwrap_or_default();
        if let (Some(&low), Some(&high)) = (scores.first(), scores.last()) {
            let values = [("mean", mean.into()), ("low", low.into()), ("high", high.into())];
            sentences.push(lens.words.tell("figure-mean-of-scale", &values));
        }
    }
    Finding { finding: lens.words.tell(key, &values), sentences }
}

/// „Най-честият отговор е „на гише“ – 61 %“.
fn leading_finding(lens: &Lens, rows: &[OptionRow]) -> Finding {
    let most = rows.iter().filter(|row| row.published.shown().is_some()).map(|row| row.count).max().unwrap_or(0);
    let leading: Vec<&OptionRow> =
        rows.iter().filter(|row| row.count == most && row.published.shown().is_some()).collect();
    let share = leading.first().and_then(|row| row.published.shown());
    let (Some(first), Some(share)) = (leading.first(), share) else {
        return Finding { finding: lens.words.say("figure-finding-hidden"), sentences: Vec::new() };
    };
    let value = lens.share(share);
    let finding = match leading.get(1) {
        Some(second) if leading.len() == 2 => lens.words.tell(
            "figure-finding-leading-two",
            &[("first", first.label.clone().into()), ("second", second.label.clone().into()), ("share", value.into())],
        ),
        Some(_) => lens.words.say("figure-finding-even"),
        None => {
            lens.words.tell("figure-finding-leading", &[("label", first.label.clone().into()), ("share", value.into())])
        }
    };
    let sentences = if leading.len() == 1 { lens.between(share).into_iter().collect() } else { Vec::new() };
    Finding { finding, sentences }
}

/// The published summary of a scale, and its steps.
pub fn scale(lens: &Lens, question: &Question) -> Option<(Vec<OptionRow>, Likert)> {
    let counted = lens.counted(question)?;
    let likert = likert(lens, &counted)?;
    Some((rows::option_rows(lens, &counted, &likert.distribution), likert))
}

/// The published distribution of one choice.
pub fn distribution(lens: &Lens, question: &Question) -> Option<(Vec<OptionRow>, Distribution)> {
    let counted = lens.counted(question)?;
    match Distribution::of(&counted.tally(), lens.reach, lens.level, &lens.disclosure) {
        Published::Shown(distribution) => Some((rows::option_rows(lens, &counted, &distribution), distribution)),
        Published::Suppressed(_) => None,
    }
}
