//! Organisations in forms: chosen among the known, told for the first time, put right.

use super::{
    ManagePeople, SignedIn,
    form::{Field, Fields, FormPage, Sent, Shown},
    key,
};
use crate::{Failure, Frame, Visit};
use app::{
    Instance,
    parties::{self, KINDS, NEW, kind_code},
    typed::Typed,
};
use axum::{extract::Path, response::Response};
use base::{Chance, Language, Party, PartyId};
use store::Transaction;

pub async fn all(visit: &Visit) -> Result<Vec<Party>, Failure> {
    visit.site.read(|tx, instance| Ok(tx.parties(instance.tenant)?)).await
}

/// The choice of an organisation, and the fields that tell a new one.
pub fn fields(frame: &Frame, parties: &[Party], typed: &Typed) -> [Vec<Field>; 2] {
    let form = Fields::of(frame, "desk-party", typed);
    let language = frame.words.language();
    let known = parties.iter().map(|party| (party.id.to_string(), party.name.say(language).to_owned()));
    let choices = [(String::new(), frame.say("desk-party-choose"))].into_iter().chain(known);
    let choices = choices.chain([(NEW.to_owned(), frame.say("desk-party-is-new"))]);
    [vec![form.select("party", choices).needed()], told(frame, typed)]
}

fn told(frame: &Frame, typed: &Typed) -> Vec<Field> {
    let form = Fields::of(frame, "desk-party", typed);
    vec![
        form.line("party_name"),
        form.english("party_name", 0),
        form.radio("party_kind", KINDS.map(kind_code)),
        form.line("party_site"),
    ]
}

/// What is chosen before anybody chose: nothing, or a new one where only the operator of the site is known.
pub fn blank(parties: &[Party]) -> Typed {
    Typed::default().with("party", if parties.len() < 2 { NEW } else { "" })
}

pub async fn ask(
    ManagePeople(actor): ManagePeople,
    visit: Visit,
    who: SignedIn,
    Path(party): Path<String>,
) -> Result<Response, Failure> {
    let party = found(&visit, actor, key(&party)?).await?;
    visit.show(&page(frame(&visit, &who), &party, &Shown::of(parties::typed(&party))))
}

pub async fn save(
    ManagePeople(actor): ManagePeople,
    visit: Visit,
    who: SignedIn,
    Path(party): Path<String>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let party = found(&visit, actor, key(&party)?).await?;
    let sent = Sent::over(parties::typed(&party), fields);
    let (made_of, now) = (sent.made_of(), visit.now);
    let read = |typed: &Typed| parties::read(typed, party.id);
    let write =
        move |tx: &mut Transaction, _: &Instance, next: Party| parties::change_party(tx, actor, &next, &made_of, now);
    let saved = sent.written(&visit, read, write).await;
    sent.answer(&visit, saved, "/desk/people?done=party", |shown| page(frame(&visit, &who), &party, shown))
}

async fn found(visit: &Visit, actor: base::Actor, id: PartyId) -> Result<Party, Failure> {
    let party = visit.site.read(move |tx, _| Ok(tx.party(actor.tenant, id)?)).await?;
    party.ok_or(Failure::NotFound)
}

fn frame(visit: &Visit, who: &SignedIn) -> Frame {
    super::frame(visit, who, &visit.words.say("desk-party-change"), "desk-tab-people")
}

fn page(frame: Frame, party: &Party, shown: &Shown) -> FormPage {
    let (people, fields) = (crate::Said::here(frame.say("desk-people-title")), told(&frame, &shown.typed));
    FormPage::new(frame, "desk-party-change", &format!("/desk/parties/{}", party.id))
        .about(people, "/desk/people")
        .with(fields)
        .filled(shown)
}

/// Samples make no ids.
pub struct NoChance;

impl Chance for NoChance {
    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.fill(0);
    }
}

pub fn samples(language: Language) -> Vec<(&'static str, FormPage)> {
    let project = crate::sample::real_project();
    let frame = super::sample_frame(language, "/desk/parties/a", "desk-party-change");
    let party = project.party_with(outreach::Part::Partner);
    party.map(|party| ("party", page(frame, party, &Shown::of(parties::typed(party))))).into_iter().collect()
}
