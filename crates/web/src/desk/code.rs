use super::{password, who::safe_way_back};
use crate::{Asked, Failure, Fields, Frame, Page, Visit, doors::Anybody, parts::FieldErrors};
use app::account::{self, Awaited};
use askama::Template;
use axum::response::Response;
use base::{Explain, Language};
use std::sync::Arc;

/// The second half of signing in: the code of a generator, a passkey, or a recovery code.
#[derive(Template)]
#[template(path = "desk/code.html")]
pub struct CodePage {
    frame: Frame,
    errors: FieldErrors,
    back: String,
    awaited: Awaited,
}

pub async fn show(_: Anybody, visit: Visit, asked: Asked) -> Result<Response, Failure> {
    let awaited = awaited(&visit).await?;
    visit.show(&page(&visit, asked.0.text("back"), awaited, &[]))
}

pub async fn check(_: Anybody, visit: Visit, fields: Fields) -> Result<Response, Failure> {
    match attempt(&visit, fields.text("code").to_owned()).await {
        Ok(entered) => {
            let back = safe_way_back(&visit, fields.text("back"));
            password::signed_in(&visit, &entered, visit.go_back_to(&back)?)
        }
        Err(Failure::Refused(refusals)) => {
            // After too many wrong codes nothing is awaited any more; the page says so.
            let awaited = awaited(&visit).await.unwrap_or(Awaited { code: true, passkey: false });
            let response = visit.show(&page(&visit, fields.text("back"), awaited, &refusals))?;
            Ok(password::refused(response, &refusals))
        }
        Err(failure) => Err(failure),
    }
}

async fn attempt(visit: &Visit, code: String) -> Result<account::Entered, Failure> {
    let step = step(visit)?;
    let device = visit.cookies.device(&visit.site.instance()?.device_secret);
    let (now, earlier, mut chance) = (visit.now, visit.cookies.session(), visit.site.chance());
    let entered = visit
        .site
        .write(move |tx, instance| {
            let device = device.as_ref();
            let entered = account::pass_second_factor(tx, instance, &step, &code, device, now, &mut *chance)?;
            if entered.is_some() {
                account::sign_out_earlier(tx, instance.tenant, earlier)?;
            }
            Ok(entered)
        })
        .await?;
    entered.ok_or_else(|| Failure::refused(account::Refusal::CodeWrong))
}

async fn awaited(visit: &Visit) -> Result<Awaited, Failure> {
    let (step, now) = (step(visit)?, visit.now);
    visit.site.read(move |tx, instance| account::awaits_second_factor(tx, instance.tenant, &step, now)).await
}

fn step(visit: &Visit) -> Result<[u8; 32], Failure> {
    visit.cookies.step().ok_or_else(|| Failure::refused(account::Refusal::SignInStepOver))
}

fn page(visit: &Visit, back: &str, awaited: Awaited, refusals: &[Arc<dyn Explain + Send + Sync>]) -> CodePage {
    let mut errors = super::form_errors(visit.words, refusals);
    errors.0.iter_mut().for_each(|error| error.field = "code".to_owned());
    let frame = visit.frame(visit.words.say("desk-step-title")).hidden();
    CodePage { frame, errors, back: safe_way_back(visit, back), awaited }
}

impl Page for CodePage {
    const NAME: &'static str = "sign-in-code";

    fn samples(language: Language) -> Vec<(&'static str, CodePage)> {
        let words = app::Words::new(language);
        let page = |refusals: &[Arc<dyn Explain + Send + Sync>]| CodePage {
            frame: Frame::sample(language, "/sign-in/code", &words.say("desk-step-title")).hidden(),
            errors: super::form_errors(words, refusals),
            back: "/desk".to_owned(),
            awaited: Awaited { code: true, passkey: false },
        };
        let passkey = CodePage { awaited: Awaited { code: false, passkey: true }, ..page(&[]) };
        let both = CodePage { awaited: Awaited { code: true, passkey: true }, ..page(&[]) };
        let refused = page(&[Arc::new(account::Refusal::CodeWrong)]);
        vec![("empty", page(&[])), ("passkey", passkey), ("both", both), ("refused", refused)]
    }
}
