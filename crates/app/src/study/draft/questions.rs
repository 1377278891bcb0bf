use super::Pen;
use crate::{
    Words,
    study::{
        AnsweredVersion, AudienceData, chapters,
        figures::{self, Drafted, Section, Voice},
        live_figures::StudyFigures,
    },
};
use document::{
    manuscript::{Body, FigureAddress, Name, NumberAddress, Statistic},
    markdown,
};

/// One chapter: the questions of an audience under the titles of their groups, each with its figure and what is said of it.
pub fn of_audience(figures: &StudyFigures, data: &AudienceData, sections: &[Section]) -> Vec<Body> {
    let pen = Pen { words: figures.words };
    let code = &data.audience.code;
    let name = survey::unpiped(data.audience.name.say(pen.words.language()));
    let mut parts = vec![pen.heading_of(2, &markdown::escaped(&name), code)];
    if sections.is_empty() {
        parts.extend(pen.said("results-nothing-yet"));
    }
    parts.extend(versions(data, pen.words).and_then(|words| pen.prose(&words)));
    for (index, section) in sections.iter().enumerate() {
        if let Some(title) = &section.title {
            parts.push(pen.heading_of(3, &markdown::escaped(title), &format!("{code}-section-{}", index + 1)));
        }
        for drafted in &section.figures {
            parts.extend(told(&pen, drafted, |code| Some(FigureAddress::of(&Name::new(&data.audience.code)?, code))));
        }
    }
    parts
}

/// What several audiences were asked alike.
pub fn compared(figures: &StudyFigures) -> Vec<Body> {
    let (pen, compared) = (Pen { words: figures.words }, &figures.drafted().compared);
    if compared.is_empty() {
        return Vec::new();
    }
    let mut parts = vec![pen.heading("results-compared", "compared")];
    parts.extend(pen.said("results-compared-lede"));
    if compared.iter().any(|drafted| !drafted.sentences.is_empty()) {
        parts.extend(pen.said("results-compared-held"));
    }
    parts.extend(compared.iter().flat_map(|drafted| told(&pen, drafted, |code| Some(FigureAddress::compared(code)))));
    parts
}

/// What has changed since the same was asked before.
pub fn waves(figures: &StudyFigures) -> Vec<Body> {
    let (pen, measured) = (Pen { words: figures.words }, &figures.drafted().waves);
    if measured.is_empty() {
        return Vec::new();
    }
    let mut parts = vec![pen.heading("results-waves", "waves")];
    parts.extend(pen.said("results-waves-lede"));
    for one in measured {
        if measured.len() > 1 {
            parts.push(pen.heading_of(3, &markdown::escaped(&one.name), &format!("waves-{}", one.code)));
        }
        let address = |code: &Name| Some(FigureAddress::of(&Name::new(&one.code)?, code));
        parts.extend(one.figures.iter().flat_map(|drafted| told(&pen, drafted, address)));
    }
    parts
}

fn told(pen: &Pen, drafted: &Drafted, address: impl Fn(&Name) -> Option<FigureAddress>) -> Vec<Body> {
    let figure = Name::new(&drafted.code).and_then(|code| address(&code)).map(Body::Figure);
    figure.into_iter().chain(pen.prose(&drafted.sentences.join(" "))).collect()
}

/// How many answered each version of the questionnaire, where there is more than one.
pub fn versions(data: &AudienceData, words: &Words) -> Option<String> {
    if data.versions.len() < 2 {
        return None;
    }
    let version = |(number, version): (i64, &AnsweredVersion)| {
        let address = Name::new(&data.audience.code)
            .zip(Name::new(&number.to_string()))
            .map(|(audience, number)| NumberAddress::of_question(&audience, &number, Statistic::Version));
        let values = [
            ("number", number.into()),
            ("day", markdown::escaped(&words.date(version.frozen_on)).into()),
            ("n", figures::count(version.answers)),
            ("answers", Voice::Written.number(words.whole(version.answers), address).into()),
        ];
        words.tell("results-version", &values)
    };
    let told: Vec<String> = (1..).zip(&data.versions).map(version).collect();
    Some(words.tell("results-versions", &[("versions", told.join("; ").into())]))
}

/// What people wrote, question by question, as far as a person has let it through.
pub fn open_answers(figures: &StudyFigures) -> Vec<Body> {
    let pen = Pen { words: figures.words };
    let mut parts = Vec::new();
    for data in &figures.study.audiences {
        let Some(audience) = Name::new(&data.audience.code) else { continue };
        for question in data.questionnaire.questions() {
            let Some(quoted) = chapters::quoted(data, question) else { continue };
            if quoted.is_empty() && chapters::hidden(data, question, pen.words).is_empty() {
                continue;
            }
            let Some(code) = Name::new(question.code.as_str()) else { continue };
            let label = markdown::escaped(&survey::unpiped(question.label.say(pen.words.language())));
            parts.push(pen.heading_of(3, &label, &format!("open-{}-{}", data.audience.code, question.code)));
            let count = i64::try_from(quoted.len()).unwrap_or(i64::MAX);
            let shown = NumberAddress::of_question(&audience, &code, Statistic::Quoted).reference();
            let values = [("n", count.into()), ("shown", shown.into())];
            parts.extend(pen.prose(&pen.words.tell("results-open-count", &values)));
            parts.push(Body::Quotations(FigureAddress::of(&audience, &code)));
        }
    }
    parts
}
