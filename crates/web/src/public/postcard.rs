//! What others show beside a link to a public page, and where the picture is.

use super::told;
use app::{
    Words,
    study::{StudyData, document_words},
};
use base::Text;
use document::{KeyFigure, Picture, Postcard, PostcardFunding, Shows};
use jiff::civil::Date;
use outreach::{Part, Project, Publication, Stage, Version};
use survey::Study;

/// The postcard of a page, before it is drawn.
#[derive(Debug, Clone)]
pub struct PagePostcard {
    /// Without the language: `/projects/perushtitsa/postcard.png`.
    pub path: String,
    pub picture: Picture,
}

/// Who does it, for how long, with whose money.
pub fn of_project(words: &Words, project: &Project) -> PagePostcard {
    let mut facts = parties(words, project);
    facts.push((words.say("project-period"), days(words, project.period.first(), project.period.last())));
    let postcard = Postcard {
        kicker: told::project_kicker(words, project),
        title: project.title.say(words.language()).to_owned(),
        summary: Some(project.summary.say(words.language()).to_owned()),
        facts,
        date: words.tell("updated-on", &[("day", words.date(project.updated).into())]),
        ..Postcard::default()
    };
    PagePostcard::new(words, project, &format!("/projects/{}", project.slug), postcard)
}

/// How many answered, and the first thing that their answers show.
pub fn of_results(words: &Words, study: &StudyData, headline: Option<&str>) -> Option<PagePostcard> {
    let project = study.project.as_ref()?;
    let postcard = Postcard {
        kicker: words.say("results-kicker"),
        summary: headline.map(|headline| format!("{headline}.")),
        figures: answered(words, study),
        ..of_study(words, project, &study.study)
    };
    Some(PagePostcard::new(words, project, &study_page(project, &study.study), postcard))
}

/// The same of its report, with the day of that.
pub fn of_report(words: &Words, study: &StudyData, headline: Option<&str>, date: Date) -> Option<PagePostcard> {
    let project = study.project.as_ref()?;
    let postcard = Postcard {
        kicker: words.say("cover-kind-results"),
        summary: headline.map(|headline| format!("{headline}.")),
        figures: answered(words, study),
        date: words.long_date(date),
        ..of_study(words, project, &study.study)
    };
    Some(PagePostcard::new(words, project, &format!("{}/report", study_page(project, &study.study)), postcard))
}

/// A study whose results come later, so without any number of it.
pub fn of_later(words: &Words, project: &Project, study: &Study) -> PagePostcard {
    let postcard = Postcard {
        kicker: words.say("postcard-study"),
        summary: Some(study.purpose.say(words.language()).to_owned()),
        facts: parties(words, project),
        ..of_study(words, project, study)
    };
    PagePostcard::new(words, project, &study_page(project, study), postcard)
}

/// `None` while it is a draft.
pub fn of_publication(
    words: &Words,
    project: &Project,
    publication: &Publication,
    version: &Version,
    party: &Text,
) -> Option<PagePostcard> {
    let Stage::Published { on, updated } = publication.stage else { return None };
    let (key, day) = if updated > on { ("updated-on", updated) } else { ("published-on", on) };
    let postcard = Postcard {
        kicker: told::kind_words(words, publication.kind),
        title: version.title.say(words.language()).to_owned(),
        summary: Some(version.summary.say(words.language()).to_owned()),
        facts: vec![(words.say("postcard-publisher"), party.say(words.language()).to_owned())],
        project: Some(project.title.say(words.language()).to_owned()),
        date: words.tell(key, &[("day", words.date(day).into())]),
        ..Postcard::default()
    };
    let page = format!("/projects/{}/publications/{}", project.slug, publication.slug);
    Some(PagePostcard::new(words, project, &page, postcard))
}

impl PagePostcard {
    fn new(words: &Words, project: &Project, page: &str, postcard: Postcard) -> PagePostcard {
        let funding = project.funding.as_ref().map(|funding| PostcardFunding {
            european_union: funding.european_union,
            signs: funding.signs.iter().map(|sign| sign.say(words.language()).to_owned()).collect(),
        });
        let place = project.place.say(words.language()).to_owned();
        let postcard = Postcard { mark: words.say("mark"), place, funding, ..postcard };
        PagePostcard {
            path: format!("{page}/postcard.png"),
            picture: Picture {
                language: words.language(),
                shows: Shows::Postcard(Box::new(postcard)),
                demonstration: told::demonstration(words, project),
                words: document_words(words),
            },
        }
    }
}

fn of_study(words: &Words, project: &Project, study: &Study) -> Postcard {
    Postcard {
        title: study.title.say(words.language()).to_owned(),
        project: Some(project.title.say(words.language()).to_owned()),
        date: days(words, study.fieldwork.first(), study.fieldwork.last()),
        ..Postcard::default()
    }
}

fn study_page(project: &Project, study: &Study) -> String {
    format!("/projects/{}/studies/{}", project.slug, study.slug)
}

fn parties(words: &Words, project: &Project) -> Vec<(String, String)> {
    let speaking = project.parties.iter().filter(|one| one.part != Part::Observer).take(2);
    speaking.map(|one| (words.say(told::part_key(one.part)), one.party.name.say(words.language()).to_owned())).collect()
}

/// „176“ and „6“, each with whom it counts; where there are many groups, all of them together.
fn answered(words: &Words, study: &StudyData) -> Vec<KeyFigure> {
    let figure = |number, label| KeyFigure { value: words.whole(number), label, note: None };
    if study.audiences.len() > MOST_GROUPS {
        return vec![figure(study.answered(), words.say("postcard-answered"))];
    }
    let groups = study.audiences.iter();
    groups.map(|data| figure(data.counts.responses(), data.audience.name.say(words.language()).to_owned())).collect()
}

/// So many columns fit side by side.
const MOST_GROUPS: usize = 4;

fn days(words: &Words, first: Date, last: Date) -> String {
    format!("{} – {}", words.date(first), words.date(last))
}
