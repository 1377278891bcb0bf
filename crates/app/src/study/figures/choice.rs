use super::{
    Drafted, Lens, Voice,
    lens::Counted,
    phrases::count_argument,
    rows::{self, OptionRow},
};
use document::{Figure, manuscript::Statistic, markdown};
use stats::{Boxes, Distribution, Likert, Published};
use survey::Question;

/// With fewer answers a mean of a scale says nothing.
pub const FEWEST_FOR_MEAN: u64 = 30;

/// A question with one choice: its distribution, and for a scale the upper steps as its headline.
pub fn figure(lens: &Lens, question: &Question) -> Option<Drafted> {
    let counted = lens.counted(question)?;
    let distribution = Distribution::of(&counted.tally(), lens.reach, lens.level, &lens.disclosure).into_shown()?;
    let rows = rows::option_rows(lens, &counted, &distribution);
    let likert = likert(lens, &counted);
    let outside = lens.outside(question);
    let told = |voice: Voice| match &likert {
        Some(likert) => scale_finding(lens, question, &counted, likert, voice),
        None => leading_finding(lens, question, &rows, voice),
    };
    let finding = told(Voice::Plain);
    let mut sentences = match &likert {
        Some(likert) => scale_sentences(lens, question, &counted, likert),
        None => leading_sentences(lens, question, &rows),
    };
    sentences.extend(lens.about_missing(question, &distribution.nonresponse));
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
    let is_worth_a_line = likert.is_some() || question.profile;
    let headline = is_worth_a_line.then(|| lens.headline(&question.label, &told(Voice::Written)));
    Some(Drafted { code: question.code.to_string(), figure, sentences, profile: question.profile, headline })
}

/// The summary of a scale, where the question has one and nothing of it is hidden.
pub fn likert(lens: &Lens, counted: &Counted) -> Option<Likert> {
    let scores = counted.scores()?;
    let boxes = Boxes::of_steps(scores.len());
    Likert::of(&counted.tally(), &scores, boxes, lens.reach, lens.level, &lens.disclosure).ok()?.into_shown()
}

/// „73 % отговарят „много доволни“ или „по-скоро доволни““.
fn scale_finding(lens: &Lens, question: &Question, counted: &Counted, likert: &Likert, voice: Voice) -> String {
    let label = |back: usize| {
        let option = counted.options.iter().rev().nth(back);
        voice.words(&option.map(|option| lens.say(&option.label)).unwrap_or_default())
    };
    let share = voice.number(lens.share(&likert.top), lens.address(&question.code, Statistic::TopShare));
    let values = [
        ("share", share.into()),
        ("k", count_argument(likert.top.share.part())),
        ("top", label(0).into()),
        ("next", label(1).into()),
    ];
    let key = if likert.boxes.top >= 2 { "figure-finding-top-two" } else { "figure-finding-top-one" };
    lens.words.tell(key, &values)
}

fn scale_sentences(lens: &Lens, question: &Question, counted: &Counted, likert: &Likert) -> Vec<String> {
    let reference = |statistic| lens.reference(&question.code, statistic);
    let between = lens.between(&likert.top, reference(Statistic::TopLow), reference(Statistic::TopHigh));
    let mut sentences: Vec<String> = between.into_iter().collect();
    if likert.distribution.n >= FEWEST_FOR_MEAN {
        let scores = counted.scores().unwrap_or_default();
        if let (Some(&low), Some(&high)) = (scores.first(), scores.last()) {
            let values = [("mean", reference(Statistic::Mean).into()), ("low", low.into()), ("high", high.into())];
            sentences.push(lens.words.tell("figure-mean-of-scale", &values));
        }
    }
    sentences
}

/// The options that most people chose; several where as many chose each.
fn leading(rows: &[OptionRow]) -> Vec<&OptionRow> {
    let shown = || rows.iter().filter(|row| row.published.shown().is_some());
    let most = shown().map(|row| row.count).max().unwrap_or(0);
    shown().filter(|row| row.count == most).collect()
}

/// „Най-честият отговор е „на гише“ – 61 %“.
fn leading_finding(lens: &Lens, question: &Question, rows: &[OptionRow], voice: Voice) -> String {
    let leading = leading(rows);
    let share = leading.first().and_then(|row| row.published.shown());
    let (Some(first), Some(share)) = (leading.first(), share) else {
        return lens.words.say("figure-finding-hidden");
    };
    let address = lens.option_address(&question.code, &first.code, Statistic::Share);
    let value = voice.number(lens.share(share), address);
    let label = |row: &OptionRow| voice.words(&row.label);
    match leading.get(1) {
        Some(second) if leading.len() == 2 => {
            let values = [("first", label(first).into()), ("second", label(second).into()), ("share", value.into())];
            lens.words.tell("figure-finding-leading-two", &values)
        }
        Some(_) => lens.words.say("figure-finding-even"),
        None => lens.words.tell("figure-finding-leading", &[("label", label(first).into()), ("share", value.into())]),
    }
}

/// How sure the leading share is, and what comes after it where there are more than two answers.
fn leading_sentences(lens: &Lens, question: &Question, rows: &[OptionRow]) -> Vec<String> {
    let leading = leading(rows);
    let [first] = leading.as_slice() else { return Vec::new() };
    let Some(share) = first.published.shown() else { return Vec::new() };
    let reference = |row: &OptionRow, statistic| lens.option_reference(&question.code, &row.code, statistic);
    let between = lens.between(share, reference(first, Statistic::Low), reference(first, Statistic::High));
    let mut sentences: Vec<String> = between.into_iter().collect();
    let is_next = |row: &&OptionRow| row.count > 0 && row.code != first.code;
    let next = rows.iter().filter(is_next).filter(|row| row.published.shown().is_some());
    // A handful stands in its chart; of two answers the second is the rest.
    let next = next.max_by_key(|row| row.count).filter(|_| rows.len() > 2 && share.share.whole() >= 10);
    let tied = |next: &OptionRow| rows.iter().filter(|row| row.count == next.count).count() > 1;
    if let Some(next) = next.filter(|next| !tied(next)) {
        let value = reference(next, Statistic::Share);
        let values = [("label", markdown::escaped(&next.label).into()), ("share", value.into())];
        sentences.push(lens.vary("figure-next", &values));
    }
    sentences
}

/// The published summary of a scale, and its steps.
pub fn scale(lens: &Lens, question: &Question) -> Option<(Vec<OptionRow>, Likert)> {
    let counted = lens.counted(question)?;
    let likert = likert(lens, &counted)?;
    Some((rows::option_rows(lens, &counted, &likert.distribution), likert))
}

/// The published distribution of one choice.
pub fn distribution(lens: &Lens, question: &Question) -> Option<(Vec<OptionRow>, Distribution)> {
    published(lens, question)?.into_shown()
}

/// The same, or why it is not shown.
pub fn published(lens: &Lens, question: &Question) -> Option<Published<(Vec<OptionRow>, Distribution)>> {
    let counted = lens.counted(question)?;
    let distribution = Distribution::of(&counted.tally(), lens.reach, lens.level, &lens.disclosure);
    Some(distribution.map(|distribution| (rows::option_rows(lens, &counted, &distribution), distribution)))
}
