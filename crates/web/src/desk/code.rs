use super::{password, who::safe_way_back};
use crate::{Asked, Failure, Fields, Frame, Page, Visit, doors::Anybody, parts::FieldErrors};
use app::account;
use askama::Template;
use axum::response::Response;
use base::{Explain, Language};
use std::sync::Arc;

/// The second half of signing in: the code of a generator, or a recovery code.
#[derive(Template)]
#[template(path = "desk/code.html")]
pub struct CodePage {
    frame: Frame,
    errors: FieldErrors,
    back: String,
}

pub async fn show(_: Anybody, visit: Visit, asked: Asked) -> Result<Response, Failure> {
    let (step, now) = (awaited(&visit)?, visit.now);
    visit.site.read(move |tx, instance| account::awaits_code(tx, instance.tenant, &step, now)).await?;
    visit.show(&page(&visit, asked.0.text("back"), &[]))
}

pub async fn check(_: Anybody, visit: Visit, fields: Fields) -> Result<Response, Failure> {
    match attempt(&visit, fields.text("code").to_owned()).await {
        Ok(entered) => {
            let back = safe_way_back(&visit, fields.text("back"));
            password::signed_in(&visit, &entered, visit.go_back_to(&back)?)
        }
        Err(Failure::Refused(refusals)) => {
            let response = visit.show(&page(&visit, fields.text("back"), &refusals))?;
            Ok(password::refused(response, &refusals))
        }
        Err(failure) => Err(failure),
    }
}

async fn attempt(visit: &Visit, code: String) -> Result<account::Entered, Failure> {
    let step = awaited(visit)?;
    let device = visit.cookies.device(&visit.site.instance()?.device_secret);
    let (now, earlier, mut chance) = (visit.now, visit.cookies.session(), visit.site.chance());
    let entered = visit
        .site
        .write(move |tx, instance| {
            let device = device.as_ref();
            let entered = account::pass_second_factor(tx, instance, &step, &code, device, now, &mut *chance)?;
            if entered.is_some() {
                account::sign_out_earlier(tx, instance.tenant, earlier, now)?;
            }
            Ok(entered)
        })
        .await?;
    entered.ok_or_else(|| Failure::refused(account::Refusal::CodeWrong))
}

fn awaited(visit: &Visit) -> Result<[u8; 32], Failure> {
    visit.cookies.step().ok_or_else(|| Failure::refused(account::Refusal::SignInStepOver))
}

fn page(visit: &Visit, back: &str, refusals: &[Arc<dyn Explain + Send + Sync>]) -> CodePage {
    let mut errors = super::form_errors(visit.words, refusals);
    errors.0.iter_mut().for_each(|error| error.field = "code".to_owned());
    let frame = visit.frame(visit.words.say("desk-step-title")).hidden();
    CodePage { frame, errors, back: safe_way_back(visit, back) }
}

impl Page for CodePage {
    const NAME: &'static str = "sign-in-code";

    fn samples(language: Language) -> Vec<(&'static str, CodePage)> {
        let words = app::Words::new(language);
        let page = |refusals: &[Arc<dyn Explain + Send + Sync>]| CodePage {
            frame: Frame::sample(language, "/sign-in/code", &words.say("desk-step-title")).hidden(),
            errors: super::form_errors(words, refusals),
            back: "/desk".to_owned(),
        };
        vec![("empty", page(&[])), ("refused", page(&[Arc::new(account::Refusal::CodeWrong)]))]
    }
}
