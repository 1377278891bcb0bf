//! What was changed by hand is found, whatever it was, and named.

use crate::engine::{Place, for_each_place};
use app::{
    Instance,
    journal::{Break, Broken, JournalKey, Whole, Witness, sign_head, verify},
    projects::create_project,
    publications::add_publication,
};
use base::{
    Chance, Digest, Digests, Event, FileDigest, Key, Moment, ProjectId, PublicationId, Subject, TenantId, Text,
};
use jiff::civil::date;
use outreach::{Attachment, Nature, Period, Project, Publication, PublicationKind, Slug, Stage, Version};
use proptest::prelude::*;
use std::fs;
use store::{Creation, Location, SignedHead, Store, StoreFault, Transaction};

const NOW: Moment = Moment(1_690_448_400_000_000);
const PROJECT: ProjectId = ProjectId(Key([7; 16]));
const PUBLICATION: PublicationId = PublicationId(Key([8; 16]));
/// Entries after the filling: the project, the publication, and ten more; the head was signed at 5 and at the end.
const ALL: i64 = 12;

struct Counted(u64);

impl Chance for Counted {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = (self.0 >> 33).to_be_bytes()[7];
        }
    }
}

fn key() -> JournalKey {
    JournalKey::from_secret(&[7; 32])
}

fn project() -> Project {
    Project {
        id: PROJECT,
        slug: Slug::parse("primerovo").unwrap(),
        place: Text::bulgarian("Примерово"),
        title: Text::bulgarian("Проект"),
        summary: Text::bulgarian("Накратко"),
        story: vec![Text::bulgarian("Едно")],
        goal: Text::new("Цел", "Goal"),
        nature: Nature::Demonstration,
        parties: Vec::new(),
        funding: None,
        period: Period::new(date(2022, 7, 20), date(2023, 12, 20)).unwrap(),
        activities: Vec::new(),
        links: Vec::new(),
        published: date(2023, 3, 30),
        updated: date(2023, 7, 27),
    }
}

fn publication(file: FileDigest) -> Publication {
    let attachment = Attachment {
        file,
        name: "doklad.pdf".to_owned(),
        title: Text::bulgarian("Доклад"),
        media_type: "application/pdf".to_owned(),
        bytes: 5,
        on: date(2023, 7, 27),
        language: None,
        accessibility: outreach::Accessibility::Untold,
    };
    Publication {
        id: PUBLICATION,
        project: PROJECT,
        party: base::PartyId(Key([4; 16])),
        slug: Slug::parse("doklad").unwrap(),
        kind: PublicationKind::Report,
        stage: Stage::Published { on: date(2023, 7, 27), updated: date(2023, 7, 27) },
        version: Version {
            number: 1,
            title: Text::bulgarian("Доклад"),
            summary: Text::bulgarian("Накратко"),
            body: Text::bulgarian("Думи."),
            attachments: vec![attachment],
            original: None,
            on: date(2023, 7, 27),
        },
    }
}

fn tell(tx: &mut Transaction, tenant: TenantId, number: i64) -> Result<(), StoreFault> {
    let subject = Subject { noun: "person", key: Key([9; 16]) };
    let facts = vec![("role", format!("роля {number}"))];
    let digests = Digests::default();
    tx.add_event(tenant, &Event { at: NOW, by: None, kind: "person.part-given", subject, facts, digests })
}

/// An instance with a journal, two signed heads, a publication with a file.
fn filled(place: &Place) -> (Store, TenantId) {
    let store = Store::open(&place.location, Creation::Create, NOW).unwrap();
    let instance = Instance::open(store.clone(), Counted(1)).unwrap();
    let tenant = instance.tenant;
    let file = store.keep_file_blocking(tenant, b"bytes".to_vec(), "application/pdf").unwrap().digest;
    let found = move |tx: &mut Transaction| {
        let publication = publication(file);
        let name = Text::bulgarian("Страна");
        tx.add_party(tenant, &base::Party { id: publication.party, kind: base::PartyKind::Other, name, site: None })?;
        create_project(tx, tenant, None, &project(), NOW)?;
        add_publication(tx, tenant, None, &publication, NOW)
    };
    store.write_blocking(found).unwrap();
    store.write_blocking(move |tx| (3..=5).try_for_each(|number| tell(tx, tenant, number))).unwrap();
    store.write_blocking(move |tx| sign_head(tx, tenant, &key(), date(2023, 7, 26), NOW)).unwrap();
    store.write_blocking(move |tx| (6..=ALL).try_for_each(|number| tell(tx, tenant, number))).unwrap();
    store.write_blocking(move |tx| sign_head(tx, tenant, &key(), date(2023, 7, 27), NOW)).unwrap();
    (store, tenant)
}

/// By hand, as whoever holds the machine can: first of all without what the database watches over.
fn by_hand(store: &Store, statements: &[&'static str]) {
    let triggers: &[&str] = match store.dialect() {
        store::Dialect::Sqlite => &[
            "drop trigger if exists journal_is_not_changed",
            "drop trigger if exists journal_is_not_shortened",
            "drop trigger if exists journal_head_grows",
            "drop trigger if exists signed_head_is_not_changed",
            "drop trigger if exists signed_head_is_not_removed",
        ],
        store::Dialect::Postgresql => &[
            "drop trigger if exists journal_stays on journal",
            "drop trigger if exists journal_head_grows on journal_head",
            "drop trigger if exists signed_head_stays on signed_head",
        ],
    };
    for sql in triggers.iter().copied().chain(statements.iter().copied()) {
        store.write_blocking(move |tx| tx.execute(sql, &[])).unwrap_or_else(|fault| panic!("{sql}: {fault}"));
    }
}

fn found(store: &Store, witness: &Witness) -> Option<Broken> {
    verify(store, witness).unwrap().err().map(|Break { what, .. }| what)
}

#[test]
fn what_nobody_touched_is_whole() {
    for_each_place(|place| {
        let (store, tenant) = filled(place);
        let signed = store.read_blocking(move |tx| tx.signed_heads(tenant)).unwrap();
        let heads = signed.into_iter().map(|one| (tenant, one)).collect();
        let witness = Witness { heads, key: Some(key().public()) };
        let keys = [Digest(key().public()).to_string()].into_iter().collect();
        let whole = Whole { tenants: 1, entries: ALL, heads: 4, words: 2, files: 1, keys };
        assert_eq!(verify(&store, &witness).unwrap(), Ok(whole.clone()));
        // Beside the running program, and after it: nothing is locked, made or changed.
        for _ in 0..2 {
            let looking = Store::open_to_look(&place.location).unwrap();
            assert_eq!(verify(&looking, &witness).unwrap(), Ok(whole.clone()));
            let written = looking.write_blocking(|tx| tx.execute("delete from draft", &[]));
            assert!(matches!(written, Err(StoreFault::Closed)));
            looking.close();
            store.close();
        }
    });
}

#[test]
fn every_change_by_hand_is_named() {
    let (day, last) = (date(2023, 7, 26), date(2023, 7, 27));
    let (project, publication, version) = (PROJECT, PUBLICATION, 1);
    let table: [(&[&'static str], Broken); 15] = [
        (&["update journal set kind = 'person.part-taken-away' where number = 4"], Broken::EntryAltered { number: 4 }),
        (&["update journal set facts = '[]' where number = 4"], Broken::EntryAltered { number: 4 }),
        (&["update journal set facts = 'x' where number = 4"], Broken::EntryUnreadable { before: 3 }),
        (&["update journal set previous = digest where number = 4"], Broken::EntryAltered { number: 4 }),
        (&["delete from journal where number = 4"], Broken::EntryMissing { before: 3, number: 5 }),
        (
            &[
                "update journal set number = -1 where number = 4",
                "update journal set number = 4 where number = 6",
                "update journal set number = 6 where number = -1",
            ],
            Broken::EntryAltered { number: 4 },
        ),
        (
            &["insert into journal select tenant, 13, digest, at, person, party, role, kind, noun, subject, facts,
               digest_before, digest_after, digest from journal where number = 12"],
            Broken::EntryAltered { number: 13 },
        ),
        (&["delete from journal where number = 12"], Broken::HeadMissed { last: 11, promised: 12 }),
        (
            &[
                "delete from journal where number > 10",
                "update journal_head set number = 10, digest = (select digest from journal where number = 10)",
            ],
            Broken::SignedMissing { day: last, number: 12, last: 10 },
        ),
        (
            &["update journal_head set digest = (select digest from journal where number = 10)"],
            Broken::HeadAltered { number: 12 },
        ),
        (&["update signed_head set number = 4 where number = 5"], Broken::SignatureWrong { day, number: 4 }),
        (
            &["update publication_version set body_bg = 'Други.'"],
            Broken::VersionAltered { publication, version, number: 2 },
        ),
        (
            &["delete from attached", "delete from publication_version"],
            Broken::VersionMissing { publication, version, number: 2 },
        ),
        (&["update attached set name = 'drug.pdf'"], Broken::VersionAltered { publication, version, number: 2 }),
        (&["update project set goal_en = null"], Broken::ProjectAltered { project, number: 1 }),
    ];
    for (statements, expected) in table {
        for_each_place(|place| {
            let (store, _) = filled(place);
            by_hand(&store, statements);
            assert_eq!(found(&store, &Witness::default()), Some(expected.clone()), "{statements:?}");
            store.close();
        });
    }
}

/// Somebody who changes an entry and reckons its digest anew, and then those of all that follow, with the head.
#[test]
fn who_reckons_anew_is_found_by_the_next_entry_and_then_by_what_was_signed() {
    for_each_place(|place| {
        let (store, tenant) = filled(place);
        by_hand(&store, &[]);
        let reckon_from = |first: i64, last: i64| {
            let rewrite = move |tx: &mut Transaction| {
                let mut entries = tx.journal_behind(tenant, first - 2, 100)?;
                entries[1].facts = vec![("role".to_owned(), "друга".to_owned())];
                for place in 1..entries.len() {
                    entries[place].previous = entries[place - 1].digest;
                    entries[place].digest = entries[place].reckoned_digest(tenant);
                    let entry = &entries[place];
                    if entry.number > last {
                        break;
                    }
                    tx.execute(
                        "update journal set facts = $2, previous = $3, digest = $4 where number = $1",
                        &[
                            entry.number.into(),
                            format!("[[\"role\",\"{}\"]]", entry.facts[0].1).into(),
                            entry.previous.into(),
                            entry.digest.into(),
                        ],
                    )?;
                }
                Ok::<_, StoreFault>(())
            };
            store.write_blocking(rewrite).unwrap();
        };
        let signed = store.read_blocking(move |tx| tx.signed_heads(tenant)).unwrap();
        reckon_from(7, 7);
        assert_eq!(found(&store, &Witness::default()), Some(Broken::EntryUnlinked { number: 8 }));
        reckon_from(7, ALL);
        by_hand(&store, &["update journal_head set digest = (select digest from journal where number = 12)"]);
        let day = date(2023, 7, 27);
        assert_eq!(found(&store, &Witness::default()), Some(Broken::SignedAltered { day, number: 12 }));
        // Without the table of heads only a copy that somebody kept tells; whoever signs again has another key.
        by_hand(&store, &["delete from signed_head"]);
        assert_eq!(found(&store, &Witness::default()), None);
        let kept = |signed: &SignedHead| Witness { heads: vec![(tenant, signed.clone())], key: None };
        assert_eq!(found(&store, &kept(&signed[0])), None, "what was signed before the change is still so");
        assert_eq!(found(&store, &kept(&signed[1])), Some(Broken::SignedAltered { day, number: 12 }));
        let other = JournalKey::from_secret(&[8; 32]);
        store.write_blocking(move |tx| sign_head(tx, tenant, &other, day, NOW)).unwrap();
        assert_eq!(found(&store, &Witness::default()), None);
        let witness = Witness { heads: Vec::new(), key: Some(key().public()) };
        assert_eq!(found(&store, &witness), Some(Broken::SignatureWrong { day, number: 12 }));
        store.close();
    });
}

#[test]
fn a_file_that_was_changed_or_is_gone_is_named() {
    for_each_place(|place| {
        let (store, tenant) = filled(place);
        let file = store.read_blocking(|tx| tx.stored_files()).unwrap()[0].1;
        match &place.location {
            Location::Folder(folder) => {
                let name = file.to_string();
                let path = folder.join("files").join(&name[..2]).join(&name[2..]);
                fs::write(&path, "bytez").unwrap();
                assert_eq!(found(&store, &Witness::default()), Some(Broken::FileAltered { file }));
                fs::remove_file(&path).unwrap();
            }
            Location::Postgres(_) => {
                let change = "update file_content set content = $1 where tenant = $2";
                let values = [b"bytez".to_vec().into(), tenant.into()];
                store.write_blocking(move |tx| tx.execute(change, &values)).unwrap();
                assert_eq!(found(&store, &Witness::default()), Some(Broken::FileAltered { file }));
                store.write_blocking(|tx| tx.execute("delete from file_content", &[])).unwrap();
            }
        }
        assert_eq!(found(&store, &Witness::default()), Some(Broken::FileMissing { file }));
        store.close();
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever one cell of the journal is changed to, it is found.
    #[test]
    fn no_cell_of_the_journal_is_changed_unseen(number in 1_i64..=ALL, column in 0_usize..13, word in "[a-z]{1,4}", other in 1_i64..1000) {
        thread_local! {
            static PLACE: (Place, Store) = {
                let place = Place::folder();
                let (store, _) = filled(&place);
                by_hand(&store, &[]);
                (place, store)
            };
        }
        PLACE.with(|(_, store)| {
            let change: (&str, store::Value) = match column {
                0 => ("number", (other + ALL).into()),
                1 => ("previous", vec![7; 32].into()),
                2 => ("at", other.into()),
                3 => ("person", vec![7; 16].into()),
                4 => ("party", vec![7; 16].into()),
                5 => ("role", word.into()),
                6 => ("kind", word.into()),
                7 => ("noun", word.into()),
                8 => ("subject", vec![7; 15].into()),
                9 => ("facts", format!("[[\"{word}\",\"\"]]").into()),
                10 => ("digest_before", vec![7; 32].into()),
                11 => ("digest_after", vec![7; 32].into()),
                _ => ("digest", vec![7; 32].into()),
            };
            let (name, value) = change;
            let was = format!("select {name} from journal where number = $1");
            let was = store.read_blocking(move |tx| tx.one(&was, &[number.into()])).unwrap().unwrap().rest().remove(0);
            let moved = if name == "number" { other + ALL } else { number };
            let set = move |at: i64, value: store::Value| {
                let sql = format!("update journal set {name} = $1 where number = $2");
                store.write_blocking(move |tx| tx.execute(&sql, &[value, at.into()])).unwrap();
            };
            set(number, value);
            prop_assert!(found(store, &Witness::default()).is_some(), "{name} of {number}");
            set(moved, was);
            prop_assert_eq!(found(store, &Witness::default()), None);
            Ok(())
        })?;
    }
}
