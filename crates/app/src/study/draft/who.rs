use super::{Pen, summary::reference};
use crate::study::{figures::Lens, live_figures::StudyFigures};
use document::{
    manuscript::{Body, Statistic},
    markdown,
};

/// Who answered: each audience beside all whom it consists of, and what those who answered said of themselves.
pub fn who_answered(figures: &StudyFigures, pen: &Pen) -> Vec<Body> {
    let answered = figures.study.audiences.iter().any(|data| data.counts.responses() > 0);
    if !answered {
        return Vec::new();
    }
    let mut parts = vec![pen.heading("report-who", "who")];
    parts.extend(pen.said("report-who-lede"));
    parts.extend(table(figures, pen));
    for (data, sections) in figures.study.audiences.iter().zip(&figures.drafted().audiences) {
        let drafted = sections.iter().flat_map(|section| &section.figures).filter(|drafted| drafted.profile);
        let said: Vec<String> =
            drafted.filter_map(|drafted| drafted.headline.as_ref()).map(|words| format!("{words}.")).collect();
        if !said.is_empty() {
            let name = markdown::escaped(&figures.lens(data).say(&data.audience.name));
            parts.extend(pen.prose(&pen.words.tell("report-who-of", &[("name", name.into())])));
            parts.extend(pen.list(&said));
        }
    }
    parts
}

fn table(figures: &StudyFigures, pen: &Pen) -> Option<Body> {
    let head = ["who-column-group", "who-column-answered", "who-column-population", "who-column-rate"];
    let head: Vec<String> = head.iter().map(|key| pen.words.say(key)).collect();
    let rows = figures.study.audiences.iter().map(|data| row(&figures.lens(data)));
    let lines = [format!("| {} |", head.join(" | ")), "|:--|--:|--:|--:|".to_owned()].into_iter().chain(rows);
    pen.prose(&lines.collect::<Vec<_>>().join("\n"))
}

/// What is not known, or not told of a handful, is a dash.
fn row(lens: &Lens) -> String {
    let population = lens.reach.population().or(lens.data.audience.population.map(u64::from)).filter(|n| *n > 0);
    let known = |known: bool, statistic| if known { reference(lens, statistic) } else { "–".to_owned() };
    let cells = [
        markdown::escaped(&lens.say(&lens.data.audience.name)),
        reference(lens, Statistic::N),
        known(population.is_some(), Statistic::Population),
        known(lens.reach.rate().is_some() && !lens.data.is_tiny(), Statistic::Rate),
    ];
    format!("| {} |", cells.join(" | "))
}
