use super::{Pen, population, questions::versions, summary::reference};
use crate::study::{
    figures::{self, Lens},
    live_figures::StudyFigures,
};
use document::{
    manuscript::{Body, MethodRow, Statistic},
    markdown,
};
use survey::Mode;

/// How the study was made, as a table of terms.
pub fn method_sheet(figures: &StudyFigures) -> Body {
    let (study, words) = (figures.study, figures.words);
    let pen = Pen { words };
    let date = |date| markdown::escaped(&words.date(date));
    let fieldwork = &study.study.fieldwork;
    let mut rows = vec![
        (words.say("method-purpose"), markdown::escaped(study.study.purpose.say(words.language()))),
        (
            words.say("method-fieldwork"),
            words.tell(
                "method-from-to",
                &[("first", date(fieldwork.first()).into()), ("last", date(fieldwork.last()).into())],
            ),
        ),
    ];
    if let Some(project) = &study.project {
        let parties: Vec<&str> = project.parties.iter().map(|one| one.party.name.say(words.language())).collect();
        rows.push((words.say("method-who"), markdown::escaped(&parties.join(", "))));
        if let Some(funding) = &project.funding {
            rows.push((words.say("method-money"), markdown::escaped(funding.programme.say(words.language()))));
        }
    }
    for data in &study.audiences {
        let lens = figures.lens(data);
        rows.push((markdown::escaped(&lens.say(&data.audience.name)), of_audience(&lens)));
        rows.extend(population::rows(study, data, words));
    }
    for part in ["intervals", "differences", "missing", "disclosure", "anonymity", "limits"] {
        rows.push((words.say(&format!("method-{part}")), words.say(&format!("method-{part}-text"))));
    }
    let rows = rows.into_iter().filter(|(_, text)| !text.trim().is_empty());
    Body::MethodSheet(
        rows.map(|(term, text)| MethodRow { term: pen.wording(&term), words: pen.wording(&text) }).collect(),
    )
}

fn of_audience(lens: &Lens) -> String {
    let (data, words) = (lens.data, lens.words);
    let answered = [("n", figures::count(data.counts.responses())), ("answered", reference(lens, Statistic::N).into())];
    let mut sentences = vec![
        words.say(&format!("method-collection-{}", data.audience.collection.code())),
        words.tell("method-answered", &answered),
    ];
    let modes: Vec<String> = Mode::ALL
        .into_iter()
        .filter(|mode| data.counts.by_mode().get(mode).is_some_and(|count| *count > 0))
        .map(|mode| {
            let statistic = match mode {
                Mode::Online => Statistic::Online,
                Mode::Paper => Statistic::Paper,
                Mode::Imported => Statistic::Imported,
            };
            format!("{} – {}", words.say(&format!("mode-{}", mode.code())), reference(lens, statistic))
        })
        .collect();
    if !modes.is_empty() {
        sentences.push(words.tell("method-modes", &[("modes", modes.join(", ").into())]));
    }
    sentences.extend(versions(data, words));
    if lens.reach.rate().is_some() {
        let values = [
            ("population", reference(lens, Statistic::Population).into()),
            ("rate", reference(lens, Statistic::Rate).into()),
        ];
        // A handful is never told in percentages.
        let key = if data.is_tiny() { "method-population" } else { "method-rate" };
        sentences.push(words.tell(key, &values));
    }
    if lens.reach.sensitivity().is_some() && !data.is_tiny() {
        let shift = reference(lens, Statistic::Shift);
        sentences.push(words.tell("method-sensitivity", &[("shift", shift.into())]));
    }
    sentences.join(" ")
}
