//! Where a questionnaire begins or is sent: whether somebody goes through, or first does what no program does gladly.

use super::away::Away;
use crate::{Failure, Fields, Frame, Page, Site, Visit, network::Network};
use app::respondent::{DIFFICULTY, Riddle, StartMark, WAIT};
use askama::Template;
use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, StatusCode, header, request::Parts},
};
use base::{Key, Language, Moment};

/// Named by a handler that begins a questionnaire or takes one in: it is called only while no flood comes from there.
pub struct Gate(Network);

/// That this program gave the form out, lately.
pub const MARK: &str = "glas:start";
/// A field that nobody sees and programs fill in.
const BAIT: &str = "glas:website";
const RIDDLE: &str = "glas:riddle";
const SOLUTION: &str = "glas:solution";

/// What stands in the form by which somebody begins at this address.
///
/// # Errors
/// Only a fault.
pub fn mark(visit: &Visit, token: &str) -> Result<String, Failure> {
    Ok(StartMark::write(&visit.site.instance()?.secret, token, visit.now))
}

impl Gate {
    /// Whoever comes in the usual number goes through; else there is a riddle first, with everything that was sent in it.
    ///
    /// # Errors
    /// The page with the riddle.
    pub fn pass(&self, visit: &Visit, token: &str, fields: &Fields) -> Result<(), Away> {
        let secret = &visit.site.instance()?.secret;
        let crowd = &visit.site.crowd;
        if let Some(riddle) = Riddle::read(secret, token, fields.text(RIDDLE), visit.now) {
            if crowd.lets_in(&self.0, token, &riddle, fields.text(SOLUTION), visit.now) {
                return Ok(());
            }
            let goes_on = fields.text(SOLUTION).is_empty() && !riddle.waited(visit.now);
            let riddle = if goes_on { riddle } else { self.riddle(visit, token)? };
            return Err(self.away(visit, &riddle, fields));
        }
        let is_signed = StartMark::is_good(secret, token, fields.text(MARK), visit.now);
        let took_bait = !fields.text(BAIT).is_empty();
        if !took_bait && crowd.welcomes(&self.0, token, is_signed) {
            return Ok(());
        }
        Err(self.away(visit, &self.riddle(visit, token)?, fields))
    }

    fn riddle(&self, visit: &Visit, token: &str) -> Result<Riddle, Failure> {
        Ok(Riddle::give(&visit.site.instance()?.secret, token, visit.site.chance().key(), visit.now))
    }

    fn away(&self, visit: &Visit, riddle: &Riddle, fields: &Fields) -> Away {
        let page = RiddlePage::new(visit.frame(""), &visit.path, riddle, fields);
        let mut away = Away::page(&page, StatusCode::TOO_MANY_REQUESTS);
        away.0.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(WAIT));
        away
    }
}

impl FromRequestParts<Site> for Gate {
    type Rejection = Away;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Gate, Away> {
        let Ok(network) = Network::from_request_parts(parts, site).await;
        match site.crowd.bear(&network) {
            Ok(()) => Ok(Gate(network)),
            Err(seconds) => Err(Away::crowded(&Visit::from_request_parts(parts, site).await?, seconds)),
        }
    }
}

/// Asks a browser to compute for a second, or somebody to wait; then goes on with what was sent.
#[derive(Template)]
#[template(path = "respondent/riddle.html")]
pub struct RiddlePage {
    frame: Frame,
    action: String,
    riddle: String,
    difficulty: u32,
    wait: String,
    kept: Vec<(String, String)>,
}

impl RiddlePage {
    fn new(mut frame: Frame, path: &str, riddle: &Riddle, fields: &Fields) -> RiddlePage {
        frame.title = frame.say("riddle-heading");
        let ours = [BAIT, RIDDLE, SOLUTION];
        RiddlePage {
            action: frame.to(path),
            riddle: riddle.text().to_owned(),
            difficulty: DIFFICULTY,
            wait: frame.words.tell("riddle-wait", &[("seconds", WAIT.into())]),
            kept: fields.0.iter().filter(|(name, _)| !ours.contains(&name.as_str())).cloned().collect(),
            frame: frame.hidden(),
        }
    }
}

impl Page for RiddlePage {
    const NAME: &'static str = "respondent-riddle";

    fn samples(language: Language) -> Vec<(&'static str, RiddlePage)> {
        let riddle = Riddle::give(&[7; 32], "primerovo", Key([9; 16]), Moment(1_690_459_200_000_000));
        let fields = Fields(vec![("capacity".to_owned(), "citizen".to_owned())]);
        let frame = Frame::sample(language, "/s/primerovo/answers", "");
        vec![("asked", RiddlePage::new(frame, "/s/primerovo/answers", &riddle, &fields))]
    }
}
