use super::{asked, away::Away, room, room::Room, sample};
use crate::{Frame, Page, Said, Visit, doors::Anybody};
use app::respondent::ReceiptCode;
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;
use jiff::civil::Date;
use survey::{Questionnaire, ResultsPolicy};

/// The answers have come. What to keep, and what happens next.
#[derive(Template)]
#[template(path = "respondent/receipt.html")]
pub struct ReceiptPage {
    frame: Frame,
    study: Said,
    thanks: Vec<Said>,
    code: String,
    /// When the results come.
    results: String,
    results_address: Option<String>,
    project_address: Option<String>,
}

pub async fn show(_: Anybody, visit: Visit, Path((token, code)): Path<(String, String)>) -> Result<Response, Away> {
    let Ok(code) = code.parse::<ReceiptCode>() else { return Err(Away::lost(&visit)) };
    let (room, questionnaire) = room::read(&visit, &token, move |tx, instance, invitation| {
        if !code.is_genuine(&instance.secret, invitation.audience.id) {
            return Err(app::Failure::NotFound);
        }
        invitation.audience.questionnaire.map(|id| instance.questionnaires.get(tx, id)).transpose()
    })
    .await?;
    Ok(visit.show(&ReceiptPage::new(visit.frame(""), &room, questionnaire.as_deref(), code, visit.today))?)
}

impl ReceiptPage {
    fn new(
        frame: Frame,
        room: &Room,
        questionnaire: Option<&Questionnaire>,
        code: ReceiptCode,
        today: Date,
    ) -> ReceiptPage {
        let mut frame = room.frame(frame);
        let (words, study) = (frame.words, &room.invitation.study);
        frame.title = words.say("receipt-heading");
        let is_public = study.results_are_public(today);
        let results = match (is_public, study.results) {
            (true, _) => words.say("receipt-results-now"),
            (false, ResultsPolicy::Never) => words.say("receipt-results-in-report"),
            (false, ResultsPolicy::AfterClosing | ResultsPolicy::Live) => {
                words.tell("receipt-results-after", &[("day", words.long_date(study.fieldwork.last()).into())])
            }
        };
        let address = room.study_address().map(|address| frame.to(&address));
        ReceiptPage {
            study: frame.said(&study.title),
            thanks: questionnaire
                .and_then(|questionnaire| questionnaire.thanks.as_ref())
                .map_or_else(Vec::new, |thanks| asked::paragraphs(thanks, words.language())),
            code: code.to_string(),
            results,
            results_address: address.filter(|_| is_public),
            project_address: room.project.as_ref().map(|project| frame.to(&format!("/projects/{}", project.slug))),
            frame,
        }
    }
}

impl Page for ReceiptPage {
    const NAME: &'static str = "respondent-receipt";

    fn samples(language: Language) -> Vec<(&'static str, ReceiptPage)> {
        let (room, questionnaire) = (sample::room(), sample::questionnaire());
        let Ok(code) = "K7QF2M4AZXTRBW3E".parse::<ReceiptCode>() else { return Vec::new() };
        let mut live = room.clone();
        live.invitation.study.results = ResultsPolicy::Live;
        let receipt = |room: &Room, questionnaire| {
            let frame = Frame::sample(language, "/s/sample/receipt/k7qf2m4azxtrbw3e", "");
            ReceiptPage::new(frame, room, questionnaire, code, sample::DAY)
        };
        vec![("after-closing", receipt(&room, Some(&questionnaire))), ("live", receipt(&live, None))]
    }
}
