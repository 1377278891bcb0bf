//! What is kept of people goes when its time is over, to the second, and only numbers of it are told.

use crate::engine::{Place, for_each_place};
use app::{
    Instance, account,
    people::{Details, NewPerson, TypedPart, add_person, deactivate},
    retention::{self, Class, law},
};
use base::{Actor, AudienceId, Chance, FileDigest, Key, Moment, PersonId, QuestionnaireId, Role, SessionId, Text};
use jiff::{
    Span,
    civil::{Date, date},
};
use store::{Creation, Draft, FileState, Session, SignInStep, SignInTry, Store, Transaction, Value};

const NOON: Moment = Moment(1_690_459_200_000_000);
const TODAY: Date = date(2023, 7, 27);

struct Counter(u64);

impl Chance for Counter {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = (self.0 >> 33).to_be_bytes()[7];
        }
    }
}

struct Scene {
    instance: Instance,
    maria: PersonId,
    unused: FileDigest,
    used: FileDigest,
}

impl Scene {
    /// One of everything that has a period, all of it from the same noon.
    fn new(place: &Place) -> Scene {
        let store = Store::open(&place.location, Creation::Create, NOON).unwrap();
        let instance = Instance::open(store, Counter(1)).unwrap();
        let tenant = instance.tenant;
        let keep = |bytes: &[u8]| instance.store.keep_file_blocking(tenant, bytes.to_vec(), "text/csv").unwrap().digest;
        let (unused, used) = (keep(b"a;b"), keep(b"c;d"));
        let maria = instance.store.write_blocking(move |tx| {
            let mut chance = Counter(2);
            account::found_administrator(tx, tenant, Text::bulgarian("Оператор"), NOON, &mut chance)?;
            let first = tx.people(tenant)?.remove(0);
            let party = first.memberships[0].party;
            let by = Actor { tenant, person: first.id, party, role: Role::Administrator };
            let maria = PersonId::new(&mut chance);
            add_person(tx, by, maria, newcomer("maria"), NOON, &mut chance)?;
            add_person(tx, by, PersonId::new(&mut chance), newcomer("ivan"), NOON, &mut chance)?;
            deactivate(tx, by, maria, NOON)?;
            let questionnaire = [Value::from(tenant), QuestionnaireId(Key([5; 16])).into(), used.into()];
            tx.execute(
                "insert into questionnaire (tenant, questionnaire, code, archive, original, original_name, frozen_on)
                 values ($1, $2, 'a', '{}', $3, 'a.xlsx', '2023-07-27')",
                &questionnaire,
            )?;
            let expires = TODAY.checked_add(Span::new().days(law().days(Class::Drafts).unwrap())).unwrap();
            let document = "{}".to_owned();
            let (audience, questionnaire) = (AudienceId(Key([6; 16])), QuestionnaireId(Key([5; 16])));
            tx.replace_draft(tenant, &Draft { key: Key([7; 16]), audience, questionnaire, expires, document })?;
            let ends = NOON.plus_seconds(law().seconds(Class::Sessions).unwrap());
            let session = Session {
                id: SessionId(Key([8; 16])),
                person: first.id,
                created: NOON,
                last_seen: NOON,
                expires: ends,
                confirmed: NOON,
                browser: String::new(),
            };
            tx.add_session(tenant, &[8; 32], &session)?;
            let expires = NOON.plus_seconds(law().seconds(Class::SignInSteps).unwrap());
            let step = SignInStep { person: first.id, browser: String::new(), expires, tried: 0 };
            tx.add_sign_in_step(tenant, &[9; 32], &step)?;
            let attempt =
                SignInTry {
                    account: "мария".to_owned(), network: "192.0.2".to_owned(), device: Some(Key([3; 16]))
                };
            tx.record_failed_sign_in(tenant, &attempt, NOON)?;
            invite(tx, tenant)?;
            // Ivan's letter went out at once.
            tx.execute("delete from letter where subject = $1", &[maria.into()])?;
            tx.execute("update letter set state = 'sent'", &[])?;
            Ok::<_, app::Failure>(maria)
        });
        Scene { maria: maria.unwrap(), instance, unused, used }
    }

    fn write<T: Send + 'static>(
        &self,
        operation: impl FnOnce(&mut Transaction, base::TenantId) -> Result<T, app::Failure> + Send + 'static,
    ) -> T {
        let tenant = self.instance.tenant;
        self.instance.store.write_blocking(move |tx| operation(tx, tenant)).unwrap()
    }

    /// How many go of a class so many seconds after noon.
    fn apply(&self, class: Class, seconds: i64) -> u64 {
        let (now, today) = (NOON.plus_seconds(seconds), TODAY.checked_add(Span::new().seconds(seconds)).unwrap());
        let applied = self.write(move |tx, tenant| retention::apply(tx, tenant, class, today, now));
        self.instance.store.remove_unused_bytes_blocking(applied.files).unwrap();
        applied.number
    }

    fn has_file(&self, digest: FileDigest) -> bool {
        let tenant = self.instance.tenant;
        let bytes = self.instance.store.file_bytes_blocking(tenant, digest).unwrap();
        let state = self.instance.store.look_at_file(tenant, digest).unwrap();
        assert_eq!(bytes.is_some(), state == FileState::Whole);
        bytes.is_some()
    }
}

/// Somebody who was sent a code for a study that ended on the day.
fn invite(tx: &mut Transaction, tenant: base::TenantId) -> Result<(), app::Failure> {
    let id = AudienceId(Key([6; 16]));
    tx.execute(
        "insert into project (tenant, project, slug, place_bg, title_bg, summary_bg, goal_bg, nature, first_day, last_day,
           published, updated, story, activities, links)
         values ($1, $2, 'a', 'а', 'а', 'а', 'а', 'demonstration', '2023-01-01', '2023-12-31', '2023-01-01', '2023-01-01',
           '[]', '[]', '[]')",
        &[Value::from(tenant), id.into()],
    )?;
    tx.execute(
        "insert into study (tenant, study, project, slug, title_bg, purpose_bg, first_day, last_day, results)
         values ($1, $2, $2, 'a', 'а', 'а', '2023-07-01', '2023-07-27', 'never')",
        &[Value::from(tenant), id.into()],
    )?;
    tx.execute(
        "insert into audience (tenant, audience, study, place, code, name_bg, token, plan, collection, counts_agreed)
         values ($1, $2, $2, 0, 'a', 'а', 'aaaa', '{}', 'self-selected', 0)",
        &[Value::from(tenant), id.into()],
    )?;
    let code = store::PersonalCode {
        id: base::PersonalCodeId(Key([4; 16])),
        audience: id,
        recipient: Some("i@example.org".to_owned()),
        language: base::Language::Bulgarian,
        state: store::CodeState::Used,
        made: TODAY,
        reminders: 0,
        reminded: None,
    };
    tx.add_personal_code(tenant, &code, b"ABCDEFGHIJKL")?;
    Ok(())
}

fn newcomer(account: &str) -> NewPerson {
    let typed = [("role", "researcher"), ("party", "new"), ("party_name", account), ("party_kind", "other")];
    let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned())).into_iter().collect();
    let mut chance = Counter(u64::try_from(account.len()).unwrap());
    NewPerson {
        account: account.to_owned(),
        details: Details { name: format!("Човек {account}"), email: Some(format!("{account}@example.org")) },
        part: TypedPart::read(&typed, &mut chance).unwrap(),
    }
}

#[test]
fn every_class_goes_when_its_time_is_over_and_not_before() {
    for_each_place(|place| {
        let scene = Scene::new(place);
        // From when on nothing uses a file is noted when somebody looks.
        assert_eq!(scene.apply(Class::Uploads, 0), 0);
        let day = 24 * 3600;
        for class in Class::ALL {
            let Some(period) = law().seconds(class) else {
                assert_eq!(scene.apply(class, 99 * 365 * day), 0, "{class:?} has no end");
                continue;
            };
            let first_gone = match class {
                // The last day counts whole, and a letter is kept for the whole of its last second.
                Class::Drafts | Class::Invitees => period + day,
                Class::Letters | Class::LetterRecipients => period + 1,
                _ => period,
            };
            assert_eq!(scene.apply(class, 0), 0, "{class:?} at once");
            assert_eq!(scene.apply(class, first_gone - 1), 0, "{class:?} too early");
            // Each of the three has a link of their own.
            let number = if class == Class::SetupLinks { 3 } else { 1 };
            assert_eq!(scene.apply(class, first_gone), number, "{class:?} in time");
            assert_eq!(scene.apply(class, first_gone), 0, "{class:?} a second time");
        }
        assert!(scene.has_file(scene.used) && !scene.has_file(scene.unused));
        let maria = scene.maria;
        let maria = scene.write(move |tx, tenant| Ok(tx.person(tenant, maria)?)).unwrap();
        assert!(!maria.name.contains("maria") && maria.email.is_none() && maria.account.starts_with("erased-"));
        scene.instance.store.close();
    });
}

#[test]
fn a_file_that_comes_in_again_is_kept_from_its_beginning() {
    for_each_place(|place| {
        let scene = Scene::new(place);
        let period = law().seconds(Class::Uploads).unwrap();
        assert_eq!(scene.apply(Class::Uploads, 0), 0);
        let (tenant, store) = (scene.instance.tenant, &scene.instance.store);
        store.keep_file_blocking(tenant, b"a;b".to_vec(), "text/csv").unwrap();
        assert_eq!(scene.apply(Class::Uploads, period), 0, "its time begins anew");
        assert_eq!(scene.apply(Class::Uploads, 2 * period), 1);
        assert!(!scene.has_file(scene.unused));
        store.keep_file_blocking(tenant, b"a;b".to_vec(), "text/csv").unwrap();
        assert!(scene.has_file(scene.unused), "what was removed may come back");
        assert_eq!(scene.apply(Class::Uploads, 2 * period), 0);
        scene.instance.store.close();
    });
}

#[test]
fn the_journal_tells_once_how_much_went_and_never_of_whom() {
    for_each_place(|place| {
        let scene = Scene::new(place);
        let day = 24 * 3600;
        assert_eq!(scene.apply(Class::Sessions, day), 1);
        assert_eq!(scene.apply(Class::SignInSteps, day), 1);
        assert_eq!(scene.apply(Class::Leavers, 5 * 365 * day), 1);
        let tell = |days: i64| {
            let (today, now) = (TODAY.checked_add(Span::new().days(days)).unwrap(), NOON.plus_seconds(days * day));
            scene.write(move |tx, tenant| retention::tell(tx, tenant, today, now));
            let entries = scene.write(|tx, tenant| Ok(tx.journal(tenant, None, 99)?));
            let told = entries.into_iter().filter(|entry| entry.kind == "retention.applied");
            told.map(|entry| {
                let facts = entry.facts.iter().map(|(name, value)| format!("{name} {value}"));
                facts.collect::<Vec<_>>().join(", ")
            })
            .collect::<Vec<_>>()
        };
        assert_eq!(tell(1), [""; 0], "the day is not over");
        assert_eq!(tell(2), ["day 2023-07-28, sessions 1, sign-in-steps 1"]);
        assert_eq!(tell(3).len(), 1, "once");
        assert_eq!(tell(5 * 365 + 1), ["day 2028-07-25, leavers 1", "day 2023-07-28, sessions 1, sign-in-steps 1"]);
        let lately = scene.write(|tx, tenant| retention::lately(tx, tenant, TODAY));
        assert_eq!(lately.len(), 3);
        let whole = app::journal::verify(&scene.instance.store, &app::journal::Witness::default()).unwrap();
        assert!(whole.is_ok(), "{whole:?}");
        scene.instance.store.close();
    });
}
