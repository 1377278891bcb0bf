//! By what rule words of the public are shown or hidden, how often that happened, and how to object.

use crate::{Failure, Frame, Keep, Page, Visit, doors::Anybody};
use app::{
    Words,
    moderation::{self, Counts, Reason},
};
use askama::Template;
use axum::response::Response;
use base::Language;
use store::AppealState;

#[derive(Template)]
#[template(path = "public/moderation.html")]
pub struct ModerationPage {
    frame: Frame,
    rules: Vec<String>,
    reasons: Vec<ReasonChoice>,
    /// What, and how often.
    counts: Vec<(String, String)>,
}

/// A reason for which words may be hidden, with how often it was given where that is told.
pub struct ReasonChoice {
    pub code: &'static str,
    pub words: String,
    number: String,
}

pub fn reasons(words: Words) -> Vec<ReasonChoice> {
    counted(words, &Counts::default())
}

fn counted(words: Words, counts: &Counts) -> Vec<ReasonChoice> {
    let choice = |reason: Reason| ReasonChoice {
        code: reason.code(),
        words: words.say(&format!("moderation-reason-{}", reason.code())),
        number: words.whole(counts.reasons.get(reason.code()).copied().unwrap_or(0)),
    };
    Reason::ALL.into_iter().map(choice).collect()
}

pub async fn show(_: Anybody, visit: Visit) -> Result<Response, Failure> {
    let counts = visit.site.read(|tx, instance| moderation::counts(tx, instance.tenant)).await?;
    let page = page(visit.frame(visit.words.say("moderation-title")), &counts);
    Ok(Keep::OneSecond.on(visit.show(&page)?))
}

fn page(frame: Frame, counts: &Counts) -> ModerationPage {
    let words = frame.words;
    let states = [("shown", counts.shown), ("redacted", counts.redacted), ("hidden", counts.hidden)];
    let states = states.map(|(state, number)| (words.say(&format!("moderation-count-{state}")), words.whole(number)));
    let appeals = AppealState::ALL.map(|state| {
        let number = counts.appeals.get(&state).copied().unwrap_or(0);
        (words.say(&format!("moderation-count-appeal-{}", state.code())), words.whole(number))
    });
    ModerationPage {
        rules: (1..=9).map_while(|number| words.find(&format!("moderation-rule-{number}"), &[])).collect(),
        reasons: counted(words, counts),
        counts: states.into_iter().chain(appeals).collect(),
        frame: frame.described(words.say("moderation-lede")),
    }
}

impl Page for ModerationPage {
    const NAME: &'static str = "moderation";

    fn samples(language: Language) -> Vec<(&'static str, ModerationPage)> {
        let frame = Frame::sample(language, "/about/moderation", &Words::new(language).say("moderation-title"));
        let mut counts = Counts { shown: 120, redacted: 4, hidden: 2, ..Counts::default() };
        counts.reasons.insert("insult".to_owned(), 2);
        counts.appeals.insert(AppealState::Overturned, 1);
        vec![("counted", page(frame, &counts))]
    }
}
