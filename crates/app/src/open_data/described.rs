use super::texts::{both, each, together, told_both};
use base::{Argument, Language, Text};
use dataset::{Description, Licence, Told};
use jiff::civil::Date;
use outreach::{Nature, Project};
use survey::{Audience, Study};

/// What neither the study nor its answers say of a data set.
#[derive(Debug, Clone)]
pub struct Edition {
    pub version: u32,
    pub published: Date,
    pub licence: Licence,
    /// The page that tells of it.
    pub address: Option<String>,
    pub contact: Option<String>,
    /// Words that say whose invented data these are, for a data set made from files alone.
    pub demonstration: Option<String>,
    pub language: Language,
}

/// How the answers of one audience came to be a data set.
pub fn described(study: &Study, project: Option<&Project>, audience: &Audience, edition: &Edition) -> Description {
    let dash = |words: &[&str]| words.iter().filter(|words| !words.is_empty()).copied().collect::<Vec<_>>().join(" – ");
    let title = together(&[&study.title, &audience.name], dash);
    let producers: Vec<Text> =
        project.iter().flat_map(|project| &project.parties).map(|one| one.party.name.clone()).collect();
    let funding = project.and_then(|project| project.funding.as_ref());
    let mut notices = Vec::new();
    if project.is_some_and(|project| project.nature == Nature::Demonstration) {
        notices.push(both("demonstration-data"));
    }
    notices.extend(edition.demonstration.as_ref().map(|words| Text::new(words.clone(), words.clone())));
    notices.extend(funding.map(|funding| funding.disclaimer.clone()).filter(|words| !words.is_empty()));
    let citation = citation(&title, &producers, edition);
    let identifier = [study.slug.as_str(), audience.code.as_str()].into_iter().filter(|part| !part.is_empty());
    Description {
        identifier: identifier.collect::<Vec<_>>().join("-"),
        address: edition.address.clone(),
        purpose: each(&study.purpose, str::to_owned),
        population: population(audience),
        admission: both(&format!("method-collection-{}", audience.collection.code())),
        modes: Text::default(),
        first: study.fieldwork.first(),
        last: study.fieldwork.last(),
        producers,
        contact: edition.contact.clone(),
        funding: funding.map(|funding| funding.programme.clone()).filter(|words| !words.is_empty()),
        weighting: both("dataset-unweighted"),
        exclusions: vec![both("dataset-excluded-order")],
        citation,
        licence: edition.licence,
        version: edition.version,
        published: edition.published,
        method: ["missing", "anonymity", "limits"]
            .map(|key| Told { term: both(&format!("method-{key}")), words: both(&format!("method-{key}-text")) })
            .into(),
        notices,
        language: edition.language,
        title,
    }
}

fn population(audience: &Audience) -> Text {
    let Some(population) = audience.population else { return audience.name.clone() };
    let told = told_both("method-population", |words| vec![("population", words.whole(u64::from(population)).into())]);
    together(&[&audience.name, &told], |words| words.join(". "))
}

fn citation(title: &Text, producers: &[Text], edition: &Edition) -> Text {
    let say = |language: Language| {
        let names: Vec<&str> = producers.iter().map(|name| name.say(language)).collect();
        let values: [(&str, Argument); 5] = [
            ("who", names.join(", ").into()),
            ("year", edition.published.year().to_string().into()),
            ("title", title.say(language).into()),
            ("version", i64::from(edition.version).into()),
            ("address", edition.address.clone().unwrap_or_default().into()),
        ];
        crate::Words::new(language)
            .tell("dataset-citation-text", &values)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    Text::new(say(Language::Bulgarian), say(Language::English))
}
