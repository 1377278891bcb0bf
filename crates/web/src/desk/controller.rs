//! Who answers for personal data, as the page about them and the record of processing tell it.

use super::{
    ManageProcessing, SignedIn,
    form::{Fields, FormPage, Sent, Shown},
};
use crate::{Failure, Frame, Said, Visit};
use app::{
    Instance,
    controller::{self, Controller, change_controller},
};
use axum::response::Response;
use base::Language;
use store::Transaction;

pub async fn ask(_: ManageProcessing, visit: Visit, who: SignedIn) -> Result<Response, Failure> {
    let kept = kept(&visit).await?;
    visit.show(&page(frame(&visit, &who), &Shown::of(kept.typed())))
}

pub async fn save(
    ManageProcessing(actor): ManageProcessing,
    visit: Visit,
    who: SignedIn,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let sent = Sent::over(kept(&visit).await?.typed(), fields);
    let (made_of, seen, now) = (sent.made_of(), sent.seen(), visit.now);
    let write = move |tx: &mut Transaction, _: &Instance, next: Controller| {
        change_controller(tx, actor, &next, &made_of, seen, now)
    };
    let saved = sent.written(&visit, Controller::read, write).await;
    sent.answer(&visit, saved, "/desk/processing?done=controller", |shown| page(frame(&visit, &who), shown))
}

async fn kept(visit: &Visit) -> Result<Controller, Failure> {
    let kept = visit.site.read(|tx, instance| controller::controller(tx, instance.tenant)).await?;
    Ok(kept.unwrap_or_default())
}

fn frame(visit: &Visit, who: &SignedIn) -> Frame {
    super::frame(visit, who, &visit.words.say("desk-controller"), "desk-tab-processing")
}

fn page(frame: Frame, shown: &Shown) -> FormPage {
    let form = Fields::of(&frame, "desk-controller", &shown.typed);
    let fields = vec![
        form.line("controller_name").needed(),
        form.line("controller_address").needed(),
        form.line("contact").needed(),
        form.line("officer"),
        form.line("processor"),
        form.line("joint"),
    ];
    let english = ["controller_name", "controller_address", "processor", "joint"].map(|id| form.english(id, 0));
    let processing = Said::here(frame.say("desk-processing-title"));
    FormPage::new(frame, "desk-controller", "/desk/processing/controller")
        .about(processing, "/desk/processing")
        .with(fields)
        .with_english(english.into())
        .filled(shown)
}

pub fn samples(language: Language) -> Vec<(&'static str, FormPage)> {
    let frame = super::sample_frame(language, "/desk/processing/controller", "desk-controller");
    let known = crate::public::privacy::sample_controller();
    vec![("controller", page(frame, &Shown::of(known.typed())))]
}
