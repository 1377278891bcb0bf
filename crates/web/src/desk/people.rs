use super::{
    Confirmed, ManagePeople, SignedIn,
    invitation::handed_over,
    key,
    person::{PartRow, parts, sample, status},
};
use crate::{Asked, Failure, Frame, Page, Tab, Visit};
use app::people::invite;
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Language, Party, PersonId, Role};
use store::{Membership, Person};

/// Who may sign in, and for which organisations.
#[derive(Template)]
#[template(path = "desk/people.html")]
pub struct PeoplePage {
    frame: Frame,
    done: Option<String>,
    filters: Vec<Tab>,
    people: Vec<PersonRow>,
    parties: Vec<PartyRow>,
}

struct PersonRow {
    name: String,
    account: String,
    parts: Vec<PartRow>,
    status: &'static str,
    status_words: String,
    address: String,
}

struct PartyRow {
    name: String,
    kind: String,
    address: String,
}

/// Which of the people are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filter {
    Active,
    Deactivated,
    All,
}

impl Filter {
    const ALL: [Filter; 3] = [Filter::Active, Filter::Deactivated, Filter::All];

    fn code(self) -> &'static str {
        match self {
            Filter::Active => "active",
            Filter::Deactivated => "deactivated",
            Filter::All => "all",
        }
    }

    fn of(code: &str) -> Filter {
        Filter::ALL.into_iter().find(|filter| filter.code() == code).unwrap_or(Filter::Active)
    }

    fn takes(self, person: &Person) -> bool {
        match self {
            Filter::Active => person.deactivated.is_none(),
            Filter::Deactivated => person.deactivated.is_some(),
            Filter::All => true,
        }
    }
}

pub async fn show(_: ManagePeople, visit: Visit, who: SignedIn, asked: Asked) -> Result<Response, Failure> {
    let (people, parties) =
        visit.site.read(|tx, instance| Ok((tx.people(instance.tenant)?, tx.parties(instance.tenant)?))).await?;
    let frame = super::frame(&visit, &who, &visit.words.say("desk-people-title"), "desk-tab-people");
    let done = super::done(&visit, &asked);
    visit.show(&page(frame, Filter::of(asked.0.text("show")), done, &people, &parties))
}

fn page(frame: Frame, filter: Filter, done: Option<String>, people: &[Person], parties: &[Party]) -> PeoplePage {
    let tab = |one: Filter| Tab {
        words: frame.tell(
            &format!("desk-people-{}", one.code()),
            "n",
            people.iter().filter(|person| one.takes(person)).count(),
        ),
        address: frame.to(&format!("/desk/people?show={}", one.code())),
        is_current: one == filter,
    };
    PeoplePage {
        done,
        filters: Filter::ALL.into_iter().map(tab).collect(),
        people: people.iter().filter(|one| filter.takes(one)).map(|one| person_row(&frame, one, parties)).collect(),
        parties: parties.iter().map(|party| party_row(&frame, party)).collect(),
        frame,
    }
}

fn person_row(frame: &Frame, person: &Person, parties: &[Party]) -> PersonRow {
    let (status, status_words) = status(frame, person);
    PersonRow {
        name: person.name.clone(),
        account: person.account.clone(),
        parts: parts(frame, person, parties),
        status,
        status_words,
        address: frame.to(&format!("/desk/people/{}", person.id)),
    }
}

fn party_row(frame: &Frame, party: &Party) -> PartyRow {
    PartyRow {
        name: party.name.say(frame.words.language()).to_owned(),
        kind: frame.say(&format!("desk-party-party-kind-{}", app::parties::kind_code(party.kind))),
        address: frame.to(&format!("/desk/parties/{}", party.id)),
    }
}

/// A reload asks before making another.
pub async fn issue_link(
    Confirmed(ManagePeople(actor)): Confirmed<ManagePeople>,
    visit: Visit,
    who: SignedIn,
    Path(person): Path<String>,
) -> Result<Response, Failure> {
    let id: PersonId = key(&person)?;
    let (now, mut chance) = (visit.now, visit.site.chance());
    let invitation = visit.site.write(move |tx, _| invite(tx, actor, id, now, &mut *chance)).await?;
    handed_over(&visit, &who, invitation).await
}

impl Page for PeoplePage {
    const NAME: &'static str = "desk-people";

    fn samples(language: Language) -> Vec<(&'static str, PeoplePage)> {
        let frame = || super::sample_frame(language, "/desk/people", "desk-people-title");
        let parties: Vec<Party> = crate::sample::real_project().parties.into_iter().map(|one| one.party).collect();
        let memberships = |number| {
            parties.iter().take(number).map(|party| Membership { party: party.id, role: Role::Researcher }).collect()
        };
        let ready = Person { password_hash: Some(String::new()), ..sample(memberships(2)) };
        let gone = Person { deactivated: Some(base::Moment(1_690_459_200_000_000)), ..sample(memberships(1)) };
        let people = [ready, sample(memberships(1)), gone];
        let page = |filter| page(frame(), filter, None, &people, &parties);
        vec![("active", page(Filter::Active)), ("all", page(Filter::All))]
    }
}
