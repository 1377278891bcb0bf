//! A question for files: how many of those who were asked attached one. What is in the files is looked at, never counted.

use super::{
    Drafted, Lens, lens,
    rows::{self, OptionRow},
};
use document::{Figure, Tone, manuscript::Statistic};
use stats::{Distribution, MissingCounts, Published, Tally};
use survey::{FileShape, Mode, OptionCode, Question, QuestionKind};

/// Who attached something beside who attached nothing.
pub fn figure(lens: &Lens, question: &Question) -> Option<Drafted> {
    let (rows, distribution) = published(lens, question)?.into_shown()?;
    let attached = rows.first()?;
    let outside = lens.outside(question);
    let finding = match attached.published.shown() {
        Some(_) => {
            let told = |count: u64| lens.words.whole(count).into();
            let values = [("attached", told(attached.count)), ("asked", told(distribution.n))];
            lens.words.tell(&keyed("figure-finding-attached", question), &values)
        }
        None => lens.words.say("figure-finding-hidden"),
    };
    let reference = |statistic| lens.option_reference(&question.code, &attached.code, statistic);
    let between = attached
        .published
        .shown()
        .and_then(|share| lens.between(share, reference(Statistic::Low), reference(Statistic::High)));
    let figure = Figure {
        anchor: lens.anchor(question.code.as_str()),
        number: 0,
        finding,
        measure: lens.words.say(if distribution.n < 10 {
            "figure-measure-asked-counts"
        } else {
            "figure-measure-asked"
        }),
        question: lens.say(&question.label),
        base: lens.base_asked(distribution.n),
        missing: lens.missing(distribution.missing, &outside),
        method: lens.method(),
        alternative: rows::alternative(lens, &rows),
        chart: rows::chart(lens, &rows, distribution.n),
        table: rows::table(lens, &rows, distribution.n, distribution.missing, &outside),
        downloads: Vec::new(),
    };
    let is_elsewhere = lens.data.counts.by_mode().iter().any(|(mode, count)| *mode != Mode::Online && *count > 0);
    let beside = is_elsewhere.then(|| lens.words.say("figure-attached-other-modes"));
    let sentences = between.into_iter().chain([lens.words.say("figure-attached-kept")]).chain(beside).collect();
    Some(Drafted { code: question.code.to_string(), figure, sentences, profile: question.profile, headline: None })
}

/// Both rows, or why they are not shown; `None` where the question asks for no files.
pub fn published(lens: &Lens, question: &Question) -> Option<Published<(Vec<OptionRow>, Distribution)>> {
    let QuestionKind::File(_) = question.kind else { return None };
    let counts = lens.counts(question)?;
    // Whoever was asked and sent nothing said so by that: they are in the base.
    let missing = lens::missing(counts);
    let told = [counts.answered, missing.skipped];
    let beside = MissingCounts { skipped: 0, ..missing };
    let tally = Tally::new(told.to_vec(), beside);
    let distribution = Distribution::of(&tally, lens.reach, lens.level, &lens.disclosure);
    Some(distribution.map(|distribution| {
        let labels = [(ATTACHED, keyed("figure-attached", question)), (NOTHING, "figure-attached-nothing".to_owned())];
        let rows =
            labels.into_iter().zip(told).zip(&distribution.rows).filter_map(|(((code, label), count), published)| {
                let code = OptionCode::parse(code).ok()?;
                Some(OptionRow {
                    code,
                    label: lens.words.say(&label),
                    tone: Tone::Plain,
                    count,
                    published: published.clone(),
                })
            });
        (rows.collect(), distribution)
    }))
}

/// The rows of the figure, and the names by which a text asks for their numbers.
const ATTACHED: &str = "attached";
const NOTHING: &str = "nothing";

/// The words of a question for pictures, or of one for any files.
fn keyed(key: &str, question: &Question) -> String {
    let pictures = matches!(question.kind, QuestionKind::File(FileShape { pictures: true, .. }));
    format!("{key}-{}", if pictures { "photo" } else { "file" })
}
