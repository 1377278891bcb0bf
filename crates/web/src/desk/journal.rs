use super::{SeeJournal, SignedIn, moment::moment};
use crate::{Asked, Failure, Frame, Page, Visit, act};
use app::{journal::journal, rights::Right};
use askama::Template;
use axum::response::Response;
use base::{Digest, Digests, Language, Moment, PersonId};
use std::collections::BTreeMap;
use store::Entry;

/// The newest official acts that concern whoever reads: who did what, when.
#[derive(Template)]
#[template(path = "desk/journal.html")]
pub struct JournalPage {
    frame: Frame,
    acts: Vec<Act>,
    older: Option<String>,
}

struct Act {
    at: String,
    by: String,
    what: String,
    facts: String,
}

const MOST: u32 = 100;

pub async fn show(_: SeeJournal, visit: Visit, who: SignedIn, asked: Asked) -> Result<Response, Failure> {
    let before = asked.0.get("before").and_then(|text| text.parse().ok());
    let actors = who.actors.clone();
    let sees_all = who.actors.iter().any(|actor| Right::SeeWholeJournal.is_of(actor.role));
    let (journal, names, parties) = visit
        .site
        .read(move |tx, instance| {
            let mut names = BTreeMap::new();
            for person in tx.people(instance.tenant)? {
                names.insert(person.id, person.name);
            }
            Ok((journal(tx, instance.tenant, &actors, before, MOST)?, names, tx.parties(instance.tenant)?))
        })
        .await?;
    let frame = super::frame(&visit, &who, &visit.words.say("desk-journal-title"), "desk-tab-journal");
    let older = journal.older.map(|number| format!("{}?before={number}", frame.to("/desk/journal")));
    let acts = journal
        .entries
        .iter()
        .map(|entry| {
            // Who may not see the whole journal reads the names of others as everybody does: by role and organisation.
            let known = person(entry).filter(|person| sees_all || *person == who.person);
            let name = known.and_then(|person| names.get(&person).cloned());
            row(&frame, entry, name.unwrap_or_else(|| act::by(frame.words, entry, &parties)))
        })
        .collect();
    visit.show(&JournalPage { frame, acts, older })
}

/// Who did it. What people do to their own sign-in names them as its subject.
fn person(entry: &Entry) -> Option<PersonId> {
    let own = entry.noun == "person" && entry.kind != "person.setup-link-issued";
    entry.person.or_else(|| own.then_some(PersonId(entry.subject)))
}

fn row(frame: &Frame, entry: &Entry, by: String) -> Act {
    Act {
        at: moment(frame.words, entry.at),
        by,
        what: act::kind(frame.words, entry),
        facts: act::facts(frame.words, entry),
    }
}

impl Page for JournalPage {
    const NAME: &'static str = "desk-journal";

    fn samples(language: Language) -> Vec<(&'static str, JournalPage)> {
        let frame = super::sample_frame(language, "/desk/journal", "desk-journal-title");
        let entry = Entry {
            number: 1,
            previous: Digest::ZERO,
            at: Moment(1_690_459_200_000_000),
            person: None,
            party: None,
            role: None,
            kind: "questionnaire.adopted".to_owned(),
            noun: "audience".to_owned(),
            subject: base::Key([1; 16]),
            facts: vec![("code".to_owned(), "sample".to_owned())],
            digests: Digests::default(),
            digest: Digest::ZERO,
        };
        let acts = vec![
            row(&frame, &entry, "Изследовател".to_owned()),
            row(&frame, &entry, act::by(frame.words, &entry, &[])),
        ];
        vec![("two", JournalPage { frame, acts, older: Some("/desk/journal?before=1".to_owned()) })]
    }
}
