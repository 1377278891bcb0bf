use crate::{Failure, Frame, Keep, Page, Visit, doors::Anybody};
use askama::Template;
use axum::response::Response;
use base::Language;

/// Plain words about Glas itself: what it records, and for whom it works.
#[derive(Template)]
#[template(path = "public/about.html")]
pub struct AboutPage {
    frame: Frame,
    heading: String,
    lede: String,
    parts: Vec<Part>,
    /// Where the journal is, on the page that tells what is recorded.
    journal: Option<String>,
}

struct Part {
    heading: String,
    sentences: Vec<String>,
}

pub async fn records(_: Anybody, visit: Visit) -> Result<Response, Failure> {
    let frame = visit.frame(visit.words.say("records-heading"));
    Ok(Keep::OneSecond.on(visit.show(&AboutPage::records(frame))?))
}

pub async fn accessibility(_: Anybody, visit: Visit) -> Result<Response, Failure> {
    let frame = visit.frame(visit.words.say("accessibility-heading"));
    Ok(Keep::OneSecond.on(visit.show(&AboutPage::accessibility(frame))?))
}

impl AboutPage {
    fn records(frame: Frame) -> AboutPage {
        let journal = Some(frame.to("/journal"));
        let page = AboutPage::of(frame, "records", &["answers", "visits", "staff", "files", "elsewhere", "proof"]);
        AboutPage { journal, ..page }
    }

    fn accessibility(frame: Frame) -> AboutPage {
        AboutPage::of(frame, "accessibility", &["how", "checked", "known", "help"])
    }

    /// The sentences of a part are `about-…-1`, `-2` and so on, as many as there are.
    fn of(frame: Frame, name: &str, parts: &[&str]) -> AboutPage {
        let words = frame.words;
        let part = |part: &&str| Part {
            heading: words.say(&format!("{name}-{part}")),
            sentences: (1..=9).map_while(|number| words.find(&format!("{name}-{part}-{number}"), &[])).collect(),
        };
        let lede = words.say(&format!("{name}-lede"));
        AboutPage {
            heading: words.say(&format!("{name}-heading")),
            parts: parts.iter().map(part).collect(),
            journal: None,
            frame: frame.described(lede.clone()),
            lede,
        }
    }
}

impl Page for AboutPage {
    const NAME: &'static str = "about";

    fn samples(language: Language) -> Vec<(&'static str, AboutPage)> {
        let frame = |path: &str, key: &str| Frame::sample(language, path, &app::Words::new(language).say(key));
        vec![
            ("records", AboutPage::records(frame("/about/records", "records-heading"))),
            ("accessibility", AboutPage::accessibility(frame("/about/accessibility", "accessibility-heading"))),
        ]
    }
}
