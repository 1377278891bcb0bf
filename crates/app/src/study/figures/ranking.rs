use super::{
    Drafted, Lens,
    rows::{self, OptionRow},
};
use document::{Column, Figure, Row};
use stats::Distribution;
use survey::{OptionCode, Question};

const FEWEST_FOR_MEANS: u64 = 10;

/// The mean place of each option, where there are answers enough.
pub fn places(lens: &Lens, question: &Question, distribution: &Distribution) -> Vec<(OptionCode, Option<f64>)> {
    let (Some(scale), Some(counts)) = (lens.data.questionnaire.scale_of(question), lens.counts(question)) else {
        return Vec::new();
    };
    let place = |at: usize| counts.mean_place(at).filter(|_| distribution.n >= FEWEST_FOR_MEANS);
    scale.options.iter().enumerate().map(|(at, option)| (option.code.clone(), place(at))).collect()
}

/// A ranking: how often each option came first, and its mean place, the best mean first.
pub fn figure(lens: &Lens, question: &Question) -> Option<Drafted> {
    let counted = lens.counted(question)?;
    let distribution = Distribution::of(&counted.tally(), lens.reach, lens.level, &lens.disclosure).into_shown()?;
    // The mean of a handful would tell single answers.
    let shows_means = distribution.n >= FEWEST_FOR_MEANS;
    let mean_places = places(lens, question, &distribution);
    let place = |code: &OptionCode| mean_places.iter().find(|(known, _)| known == code).and_then(|(_, place)| *place);
    let mut rows: Vec<(Option<f64>, OptionRow)> = counted
        .options
        .iter()
        .zip(rows::option_rows(lens, &counted, &distribution))
        .map(|(option, row)| (place(&option.code), row))
        .collect();
    rows.sort_by(|(one, _), (other, _)| one.unwrap_or(f64::INFINITY).total_cmp(&other.unwrap_or(f64::INFINITY)));
    let (means, rows): (Vec<Option<f64>>, Vec<OptionRow>) = rows.into_iter().unzip();
    let words = lens.words;
    let finding = match (rows.first(), means.first().copied().flatten()) {
        (Some(first), Some(mean)) => words.tell(
            "figure-finding-ranking",
            &[("first", first.label.clone().into()), ("mean", words.number(mean, 1).into())],
        ),
        _ => words.say("figure-finding-ranking-few"),
    };
    let outside = lens.outside(question);
    let mut table = rows::table(lens, &rows, distribution.n, distribution.missing, &outside);
    if shows_means {
        table.columns.push(Column::numbers(words.say("figure-column-mean-place")));
        let mut told = means.iter().map(|mean| mean.map_or_else(|| "–".to_owned(), |mean| words.number(mean, 1)));
        for row in &mut table.rows {
            add_cell(row, told.next().unwrap_or_default());
        }
    }
    let figure = Figure {
        anchor: lens.anchor(question.code.as_str()),
        number: 0,
        finding,
        measure: words.say(if distribution.n < 10 {
            "figure-measure-ranking-counts"
        } else {
            "figure-measure-ranking"
        }),
        question: lens.say(&question.label),
        base: lens.base(distribution.n, distribution.missing, &outside),
        missing: lens.missing(distribution.missing, &outside),
        method: lens.method(),
        alternative: rows::alternative(lens, &rows),
        chart: rows::chart(lens, &rows, distribution.n),
        table,
        downloads: Vec::new(),
    };
    let sentences = lens.about_missing(question, &distribution.nonresponse);
    Some(Drafted { code: question.code.to_string(), figure, sentences, profile: question.profile, headline: None })
}

fn add_cell(row: &mut Row, words: String) {
    row.cells.push(words.into());
}
