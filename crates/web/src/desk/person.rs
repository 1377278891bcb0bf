use super::{Confirmed, ManagePeople, SignedIn, key};
use crate::{Asked, Failure, Fields, Frame, Page, Visit, parts::FieldErrors};
use app::{
    account,
    people::{deactivate, reactivate, take_part_away},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Actor, Explain, Language, Party, PersonId, Role};
use std::sync::Arc;
use store::{Membership, Person};

/// Somebody who may sign in: for whom, as what.
#[derive(Template)]
#[template(path = "desk/person.html")]
pub struct PersonPage {
    frame: Frame,
    errors: FieldErrors,
    done: Option<String>,
    name: String,
    account: String,
    email: Option<String>,
    status: &'static str,
    status_words: String,
    parts: Vec<PartRow>,
    is_deactivated: bool,
    has_second_factor: bool,
    /// Before what can be done with this person.
    address: String,
}

pub struct PartRow {
    pub role: String,
    pub party: String,
    /// What the button sends back.
    role_code: &'static str,
    party_key: String,
}

pub async fn show(
    ManagePeople(actor): ManagePeople,
    visit: Visit,
    who: SignedIn,
    Path(person): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let mut page = load(&visit, &who, actor, key(&person)?).await?;
    page.done = super::done(&visit, &asked);
    visit.show(&page)
}

/// Lets the person in no more.
pub async fn stop(
    Confirmed(ManagePeople(actor)): Confirmed<ManagePeople>,
    visit: Visit,
    who: SignedIn,
    Path(person): Path<String>,
) -> Result<Response, Failure> {
    let (id, now): (PersonId, _) = (key(&person)?, visit.now);
    match visit.site.write(move |tx, _| deactivate(tx, actor, id, now)).await.map_err(Failure::from) {
        Ok(()) => Ok(visit.go_to(&format!("/desk/people/{id}?done=deactivated"))),
        Err(Failure::Refused(refusals)) => again(&visit, &who, actor, id, &refusals).await,
        Err(failure) => Err(failure),
    }
}

pub async fn restore(
    Confirmed(ManagePeople(actor)): Confirmed<ManagePeople>,
    visit: Visit,
    Path(person): Path<String>,
) -> Result<Response, Failure> {
    let (id, now): (PersonId, _) = (key(&person)?, visit.now);
    visit.site.write(move |tx, _| reactivate(tx, actor, id, now)).await?;
    Ok(visit.go_to(&format!("/desk/people/{id}?done=reactivated")))
}

pub async fn take_part(
    Confirmed(ManagePeople(actor)): Confirmed<ManagePeople>,
    visit: Visit,
    who: SignedIn,
    Path(person): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id: PersonId = key(&person)?;
    let role = Role::from_code(fields.text("role")).ok_or(Failure::NotFound)?;
    let membership = Membership { party: key(fields.text("party"))?, role };
    let now = visit.now;
    match visit.site.write(move |tx, _| take_part_away(tx, actor, id, membership, now)).await.map_err(Failure::from) {
        // Who took the part away from themselves has no business here any more.
        Ok(()) if id == who.person && role == Role::Administrator => Ok(visit.go_to("/desk")),
        Ok(()) => Ok(visit.go_to(&format!("/desk/people/{id}?done=part-taken"))),
        Err(Failure::Refused(refusals)) => again(&visit, &who, actor, id, &refusals).await,
        Err(failure) => Err(failure),
    }
}

/// For somebody who has lost telephone and codes.
pub async fn take_second_factor(
    Confirmed(ManagePeople(actor)): Confirmed<ManagePeople>,
    visit: Visit,
    Path(person): Path<String>,
) -> Result<Response, Failure> {
    let (id, now, mut chance): (PersonId, _, _) = (key(&person)?, visit.now, visit.site.chance());
    let taken = visit
        .site
        .write(move |tx, _| account::take_second_factor_away(tx, actor.tenant, Some(actor), id, now, &mut *chance));
    taken.await?;
    Ok(visit.go_to(&format!("/desk/people/{id}?done=second-factor-taken")))
}

async fn again(
    visit: &Visit,
    who: &SignedIn,
    actor: Actor,
    id: PersonId,
    refusals: &[Arc<dyn Explain + Send + Sync>],
) -> Result<Response, Failure> {
    let mut page = load(visit, who, actor, id).await?;
    page.errors = super::form_errors(visit.words, refusals);
    Ok(super::refused(visit.show(&page)?))
}

pub async fn found(visit: &Visit, actor: Actor, id: PersonId) -> Result<Person, Failure> {
    let person = visit.site.read(move |tx, _| Ok(tx.person(actor.tenant, id)?)).await?;
    person.ok_or(Failure::NotFound)
}

async fn load(visit: &Visit, who: &SignedIn, actor: Actor, id: PersonId) -> Result<PersonPage, Failure> {
    let person = found(visit, actor, id).await?;
    let parties = super::party::all(visit).await?;
    let has = visit.site.read(move |tx, _| account::second_factor(tx, actor.tenant, id)).await?;
    let mut page = page(super::frame(visit, who, &person.name, "desk-tab-people"), &person, &parties);
    page.has_second_factor = has.is_there();
    Ok(page)
}

fn page(frame: Frame, person: &Person, parties: &[Party]) -> PersonPage {
    let (status, status_words) = status(&frame, person);
    PersonPage {
        errors: FieldErrors::default(),
        done: None,
        name: person.name.clone(),
        account: person.account.clone(),
        email: person.email.clone(),
        status,
        status_words,
        parts: parts(&frame, person, parties),
        is_deactivated: person.deactivated.is_some(),
        has_second_factor: false,
        address: frame.to(&format!("/desk/people/{}", person.id)),
        frame,
    }
}

/// What the person does, and for whom.
pub fn parts(frame: &Frame, person: &Person, parties: &[Party]) -> Vec<PartRow> {
    let row = |membership: &Membership| {
        let party = parties.iter().find(|party| party.id == membership.party);
        PartRow {
            role: frame.say(&format!("desk-role-{}", membership.role.code())),
            party: party.map_or("", |party| party.name.say(frame.words.language())).to_owned(),
            role_code: membership.role.code(),
            party_key: membership.party.to_string(),
        }
    };
    person.memberships.iter().map(row).collect()
}

/// Whether the person can sign in, as a mark and in words.
pub fn status(frame: &Frame, person: &Person) -> (&'static str, String) {
    if let Some(since) = person.deactivated {
        let since = super::moment::moment(frame.words, since);
        return ("plain", frame.tell("desk-people-stopped", "since", since));
    }
    let (mark, key) = match &person.password_hash {
        _ if person.memberships.is_empty() => ("plain", "desk-people-no-part"),
        Some(_) => ("ok", "desk-people-ready"),
        None => ("soon", "desk-people-waits"),
    };
    (mark, frame.say(key))
}

/// Somebody for the samples.
pub fn sample(memberships: Vec<Membership>) -> Person {
    Person {
        id: PersonId(base::Key([9; 16])),
        account: "researcher".to_owned(),
        name: "Изследовател".to_owned(),
        email: Some("r@example.org".to_owned()),
        password_hash: None,
        created: base::Moment(0),
        deactivated: None,
        memberships,
    }
}

impl Page for PersonPage {
    const NAME: &'static str = "desk-person";

    fn samples(language: Language) -> Vec<(&'static str, PersonPage)> {
        let parties: Vec<Party> = crate::sample::real_project().parties.into_iter().map(|one| one.party).collect();
        let memberships: Vec<Membership> = parties
            .iter()
            .zip([Role::Researcher, Role::Administrator])
            .map(|(party, role)| Membership { party: party.id, role })
            .collect();
        let frame = || super::sample_frame(language, "/desk/people/a", "desk-people-title");
        let refusal: Arc<dyn Explain + Send + Sync> = Arc::new(app::people::Trouble::LastAdministrator);
        let gone = Person { deactivated: Some(base::Moment(1_690_459_200_000_000)), ..sample(memberships.clone()) };
        let mut refused = page(frame(), &sample(memberships.clone()), &parties);
        refused.errors = super::form_errors(app::Words::new(language), &[refusal]);
        let mut guarded = page(frame(), &sample(memberships.clone()), &parties);
        guarded.has_second_factor = true;
        vec![
            ("second-factor", guarded),
            ("two-parts", page(frame(), &sample(memberships.clone()), &parties)),
            ("no-part", page(frame(), &sample(Vec::new()), &parties)),
            ("deactivated", page(frame(), &gone, &parties)),
            ("refused", refused),
        ]
    }
}
