use crate::{
    Words,
    study::{AudienceData, StudyData},
};
use document::{manuscript::MethodTopic, markdown};
use jiff::civil::Date;

/// Where the people of an audience are taken from, and who counted those that there are: what each row
/// tells, terms with their words.
pub fn rows(study: &StudyData, data: &AudienceData, words: &Words) -> Vec<(Vec<MethodTopic>, String, String)> {
    let language = words.language();
    let term = |key: &str| markdown::escaped(&words.tell(key, &[("name", data.audience.name.say(language).into())]));
    // What was written down once answers could come is told apart from what was planned.
    let since = |written_on: Date, told: String| {
        if written_on <= study.study.fieldwork.first() {
            return told;
        }
        format!("{told} {}", words.tell("method-written-later", &[("day", words.date(written_on).into())]))
    };
    let mut rows = Vec::new();
    if let Some(frame) = &data.population.frame {
        let mut told = sentence(frame.taken_from.say(language));
        let mut tells = vec![MethodTopic::Population];
        if let Some(misses) = &frame.misses {
            tells.push(MethodTopic::Exclusions);
            let misses = words.tell("method-misses", &[("misses", misses.say(language).into())]);
            told = format!("{told} {}", sentence(&misses));
        }
        rows.push((tells, term("method-frame"), markdown::escaped(&since(frame.written_on, told))));
    }
    let sources: Vec<String> = data
        .population
        .margins
        .iter()
        .filter_map(|margin| {
            let question = data.questionnaire.question(margin.question.as_str())?;
            let values = [
                ("question", survey::unpiped(question.label.say(language)).into()),
                ("source", margin.source.say(language).into()),
                ("day", words.date(margin.as_of).into()),
            ];
            Some(since(margin.written_on, words.tell("method-margin", &values)))
        })
        .collect();
    if !sources.is_empty() {
        rows.push((Vec::new(), term("method-margins"), markdown::escaped(&sources.join(" "))));
    }
    rows
}

fn sentence(words: &str) -> String {
    let words = words.trim();
    if words.ends_with(['.', '!', '?', '…']) { words.to_owned() } else { format!("{words}.") }
}
