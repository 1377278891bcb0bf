//! What an author may ask for: the figures of a study, and the numbers of a question under their addresses.

use crate::study::{AudienceData, StudyFigures};
use document::manuscript::{FigureAddress, LiveFigures, Name, Number, NumberAddress, Scope, Statistic};
use survey::Question;

/// A figure that can stand in a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedFigure {
    pub address: FigureAddress,
    /// Whose it is, and what it is of.
    pub words: String,
    /// Whether it is of open answers, which are quoted.
    pub is_quoted: bool,
}

/// A number under its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedNumber {
    pub address: NumberAddress,
    /// „Да – дял“
    pub words: String,
    pub number: Number,
}

/// Every figure of the study, in the order in which the report tells them.
pub fn offered_figures(figures: &StudyFigures) -> Vec<OfferedFigure> {
    let mut offered = Vec::new();
    for (data, sections) in figures.study.audiences.iter().zip(&figures.drafted().audiences) {
        let Some(audience) = Name::new(&data.audience.code) else { continue };
        let lens = figures.lens(data);
        let name = lens.say(&data.audience.name);
        for drafted in sections.iter().flat_map(|section| &section.figures) {
            let Some(code) = Name::new(&drafted.code) else { continue };
            let words = format!("{name}: {}", drafted.figure.finding);
            offered.push(OfferedFigure { address: FigureAddress::of(&audience, &code), words, is_quoted: false });
        }
        for question in data.questionnaire.questions().filter(|question| question.kind.is_open()) {
            let Some(code) = Name::new(question.code.as_str()) else { continue };
            let words = format!("{name}: {}", lens.say(&question.label));
            offered.push(OfferedFigure { address: FigureAddress::of(&audience, &code), words, is_quoted: true });
        }
    }
    for drafted in &figures.drafted().compared {
        let Some(code) = Name::new(&drafted.code) else { continue };
        let words = format!("{}: {}", figures.words.say("results-compared"), drafted.figure.finding);
        offered.push(OfferedFigure { address: FigureAddress::compared(&code), words, is_quoted: false });
    }
    offered
}

/// The questions that have numbers, of each audience: code and words.
pub fn questions_of(figures: &StudyFigures, data: &AudienceData) -> Vec<(String, String)> {
    let lens = figures.lens(data);
    let asked = data.questionnaire.questions().filter(|question| question.is_asked() && !question.kind.is_open());
    asked.map(|question| (question.code.to_string(), lens.say(&question.label))).collect()
}

/// The numbers that can be told of a question; of the whole audience where there is none.
pub fn offered_numbers(figures: &StudyFigures, data: &AudienceData, question: Option<&Question>) -> Vec<OfferedNumber> {
    let Some(audience) = Name::new(&data.audience.code) else { return Vec::new() };
    let lens = figures.lens(data);
    let code = question.and_then(|question| Name::new(question.code.as_str()));
    let mut asked: Vec<(NumberAddress, String)> = Vec::new();
    for statistic in Statistic::ALL {
        let words = figures.words.say(&format!("number-statistic-{}", statistic.code()));
        match (statistic.scope(), question, &code) {
            (Scope::Audience | Scope::AudienceOrQuestion, None, _) => {
                asked.push((NumberAddress::of_audience(&audience, statistic), words));
            }
            (Scope::Question | Scope::AudienceOrQuestion, Some(_), Some(code)) if statistic != Statistic::Version => {
                asked.push((NumberAddress::of_question(&audience, code, statistic), words));
            }
            (Scope::Option, Some(question), Some(code)) => {
                let scale = data.questionnaire.scale_of(question);
                for option in scale.iter().flat_map(|scale| &scale.options) {
                    let Some(name) = Name::new(option.code.as_str()) else { continue };
                    let words = format!("{} – {words}", lens.say(&option.label));
                    asked.push((NumberAddress::of_option(&audience, code, &name, statistic), words));
                }
            }
            _ => {}
        }
    }
    if let (Some(question), Some(code)) = (question, &code) {
        asked.extend(of_groups(figures, data, &audience, question, code));
    }
    let told = asked.into_iter().filter_map(|(address, words)| {
        let number = figures.number(&address).ok()?;
        Some(OfferedNumber { address, words, number })
    });
    told.collect()
}

/// The same of every group of people for which it is counted.
fn of_groups(
    figures: &StudyFigures,
    data: &AudienceData,
    audience: &Name,
    question: &Question,
    code: &Name,
) -> Vec<(NumberAddress, String)> {
    let lens = figures.lens(data);
    let parting = data.questionnaire.questions().filter(|one| one.profile && one.code != question.code);
    let mut asked = Vec::new();
    for parting in parting {
        let Some(group) = Name::new(parting.code.as_str()) else { continue };
        let scale = data.questionnaire.scale_of(parting);
        for option in scale.iter().flat_map(|scale| &scale.options) {
            let Some(name) = Name::new(option.code.as_str()) else { continue };
            for statistic in [Statistic::N, Statistic::TopShare, Statistic::TopInterval] {
                let words = figures.words.say(&format!("number-statistic-{}", statistic.code()));
                let address = NumberAddress {
                    group: Some((group.clone(), name.clone())),
                    ..NumberAddress::of_question(audience, code, statistic)
                };
                asked.push((address, format!("{} – {words}", lens.say(&option.label))));
            }
        }
    }
    asked
}
