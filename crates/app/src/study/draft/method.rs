use super::{Pen, population, questions::versions, summary::reference};
use crate::study::{
    figures::{self, Lens},
    live_figures::StudyFigures,
};
use document::{
    manuscript::{Body, MethodRow, MethodTopic, Name, Statistic},
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
        (Vec::new(), None, words.say("method-purpose"), markdown::escaped(study.study.purpose.say(words.language()))),
        (
            vec![MethodTopic::Dates],
            None,
            words.say("method-fieldwork"),
            words.tell(
                "method-from-to",
                &[("first", date(fieldwork.first()).into()), ("last", date(fieldwork.last()).into())],
            ),
        ),
    ];
    if let Some(project) = &study.project {
        let parties: Vec<&str> = project.parties.iter().map(|one| one.party.name.say(words.language())).collect();
        rows.push((Vec::new(), None, words.say("method-who"), markdown::escaped(&parties.join(", "))));
        if let Some(funding) = &project.funding {
            let programme = markdown::escaped(funding.programme.say(words.language()));
            rows.push((vec![MethodTopic::Funding], None, words.say("method-money"), programme));
        }
    }
    for data in &study.audiences {
        let (lens, name) = (figures.lens(data), Name::new(&data.audience.code));
        let (tells, text) = of_audience(&lens);
        rows.push((tells, name.clone(), markdown::escaped(&lens.say(&data.audience.name)), text));
        let known = population::rows(study, data, words).into_iter();
        rows.extend(known.map(|(tells, term, text)| (tells, name.clone(), term, text)));
    }
    for part in ["weighting", "intervals", "differences", "missing", "disclosure", "anonymity", "limits"] {
        let tells = MethodTopic::from_code(part).into_iter().collect();
        rows.push((tells, None, words.say(&format!("method-{part}")), words.say(&format!("method-{part}-text"))));
    }
    let rows = rows.into_iter().filter(|(.., text)| !text.trim().is_empty());
    let row = |(tells, of, term, text): (Vec<MethodTopic>, Option<Name>, String, String)| MethodRow {
        tells,
        of,
        term: pen.wording(&term),
        words: pen.wording(&text),
    };
    Body::MethodSheet(rows.map(row).collect())
}

/// What is told of an audience, and which of all that has to be.
fn of_audience(lens: &Lens) -> (Vec<MethodTopic>, String) {
    let (data, words) = (lens.data, lens.words);
    let mut tells = vec![MethodTopic::Entry, MethodTopic::Response];
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
        tells.push(MethodTopic::Channels);
        sentences.push(words.tell("method-modes", &[("modes", modes.join(", ").into())]));
    }
    sentences.extend(versions(data, words));
    if lens.reach.rate().is_some() {
        tells.push(MethodTopic::Population);
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
    (tells, sentences.join(" "))
}
