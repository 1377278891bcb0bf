use super::{postcard, sample};
use crate::{Frame, Page, Said};
use askama::Template;
use base::Language;
use outreach::Project;
use survey::{ResultsPolicy, Study};

/// A study whose results nobody outside may see yet: says when, instead of nothing.
#[derive(Template)]
#[template(path = "public/later.html")]
pub struct LaterPage {
    frame: Frame,
    title: Said,
    sentence: String,
    project: (Said, String),
}

impl LaterPage {
    pub fn new(frame: Frame, project: &Project, study: &Study) -> LaterPage {
        let words = frame.words;
        let frame =
            frame.of_project(project, "tab-studies").hidden().with_postcard(postcard::of_later(&words, project, study));
        LaterPage {
            title: frame.said(&study.title),
            sentence: match study.results {
                ResultsPolicy::Never => words.say("results-in-report-only"),
                ResultsPolicy::AfterClosing | ResultsPolicy::Live => {
                    words.tell("results-later", &[("day", words.date(study.fieldwork.last()).into())])
                }
            },
            project: (frame.said(&project.title), frame.to(&format!("/projects/{}", project.slug))),
            frame,
        }
    }
}

impl Page for LaterPage {
    const NAME: &'static str = "results-later";

    fn samples(language: Language) -> Vec<(&'static str, LaterPage)> {
        let page = |study: &Study| {
            let path = format!("/projects/primerovo/studies/{}", study.slug);
            let frame = Frame::sample(language, &path, study.title.say(language));
            LaterPage::new(frame, &sample::invented_project(), study)
        };
        let mut studies = sample::studies();
        studies.reverse();
        let open = studies.first().map(&page);
        let never = studies.first_mut().map(|study| {
            study.results = ResultsPolicy::Never;
            page(study)
        });
        open.map(|page| ("open", page)).into_iter().chain(never.map(|page| ("never", page))).collect()
    }
}
