//! Letters from the operation that they tell of to what became of them.

use crate::engine::for_each_place;
use app::{
    Instance, account,
    mail::{self, Address, Letter, Outcome, Outgoing, Posting, Reason},
    people::{Details, NewPerson, TypedPart, add_person, change_details, invite},
    retention::{self, Class},
};
use base::{Actor, Chance, Language, LetterId, Moment, PersonId, Role, TenantId, Text};
use store::{Creation, LetterState, QueuedLetter, Store, Transaction};

const SITE: &str = "https://glas.example.bg";
const NOON: Moment = Moment(1_690_459_200_000_000);

struct Counter(u64);

impl Chance for Counter {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = (self.0 >> 33).to_be_bytes()[7];
        }
    }
}

/// An instance with an administrator and Мария, who was just added with an address.
struct Scene {
    instance: Instance,
    tenant: TenantId,
    by: Actor,
    maria: PersonId,
}

impl Scene {
    fn new(place: &crate::engine::Place) -> Scene {
        let store = Store::open(&place.location, Creation::Create, NOON).unwrap();
        let instance = Instance::open(store, Counter(1)).unwrap();
        let tenant = instance.tenant;
        let (by, maria) = instance
            .store
            .write_blocking(move |tx| {
                let mut chance = Counter(2);
                account::found_administrator(tx, tenant, Text::bulgarian("Оператор"), NOON, &mut chance)?;
                let first = tx.people(tenant)?.remove(0);
                let party = first.memberships[0].party;
                let by = Actor { tenant, person: first.id, party, role: Role::Administrator };
                let maria = PersonId::new(&mut chance);
                add_person(tx, by, maria, newcomer("maria", "maria@example.org"), NOON, &mut chance)?;
                Ok::<_, app::Failure>((by, maria))
            })
            .unwrap();
        Scene { instance, tenant, by, maria }
    }

    fn write<T: Send + 'static>(
        &self,
        operation: impl FnOnce(&mut Transaction, TenantId) -> Result<T, app::Failure> + Send + 'static,
    ) -> T {
        let tenant = self.tenant;
        self.instance.store.write_blocking(move |tx| operation(tx, tenant)).unwrap()
    }

    fn letters(&self) -> Vec<QueuedLetter> {
        self.write(|tx, tenant| Ok(tx.letters(tenant, None, None, 99)?))
    }

    fn one(&self, state: LetterState) -> QueuedLetter {
        let mut letters = self.letters();
        letters.retain(|letter| letter.state == state);
        assert_eq!(letters.len(), 1, "{letters:?}");
        letters.remove(0)
    }

    fn take(&self, id: LetterId, at: Moment) -> Option<Outgoing> {
        self.write(move |tx, tenant| {
            mail::take(tx, tenant, id, SITE, at, &mut Counter(at.0.unsigned_abs() + u64::from(id.0.0[0])))
        })
    }

    fn record(&self, letter: Outgoing, outcome: Outcome, at: Moment) {
        self.write(move |tx, tenant| mail::record(tx, tenant, &letter, outcome, at, &mut Counter(5)));
    }

    /// Whether the link still opens the form for a password.
    fn opens(&self, link: &str, at: Moment) -> bool {
        let secret = account::link_secret(link.rsplit_once('/').unwrap().1).unwrap();
        let tenant = self.tenant;
        self.instance.store.read_blocking(move |tx| account::setup_link(tx, tenant, &secret, at)).is_ok()
    }
}

fn newcomer(account: &str, email: &str) -> NewPerson {
    let typed = [("role", "researcher"), ("party", "new"), ("party_name", account), ("party_kind", "other")];
    let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned())).into_iter().collect();
    NewPerson {
        account: account.to_owned(),
        details: Details { name: "Мария Примерова".to_owned(), email: Some(email.to_owned()) },
        part: TypedPart::read(&typed, &mut Counter(9)).unwrap(),
    }
}

fn link(letter: &Outgoing) -> String {
    let text = &letter.composed.text;
    let (_, rest) = text.split_once("https://glas.example.bg/setup/").unwrap_or_else(|| panic!("{text}"));
    format!("{SITE}/setup/{}", rest.split_whitespace().next().unwrap())
}

fn accepted() -> Outcome {
    Outcome::Accepted { answer: "250 queued".to_owned() }
}

#[test]
fn somebody_new_gets_a_letter_with_a_link_that_lies_nowhere_else() {
    for_each_place(|place| {
        let scene = Scene::new(place);
        let queued = scene.one(LetterState::Waiting);
        assert_eq!(queued.recipient.as_deref(), Some("maria@example.org"));
        let taken = scene.take(queued.id, NOON).unwrap();
        assert!(scene.take(queued.id, NOON).is_none(), "one node sends it");
        assert_eq!(taken.to, Address::parse("maria@example.org").unwrap());
        assert_eq!(taken.composed.title.as_str(), "Покана за glas.example.bg");
        let (text, link) = (taken.composed.text.clone(), link(&taken));
        assert!(text.contains("Мария Примерова") && text.contains("„maria“") && text.contains("7 дни"), "{text}");
        assert!(taken.composed.html.contains(&format!("<a href=\"{link}\"")), "{}", taken.composed.html);
        assert!(scene.opens(&link, NOON));
        let token = link.rsplit_once('/').unwrap().1.to_owned();
        let everything = format!("{:?}", scene.letters());
        assert!(!everything.contains(&token), "{everything}");
        scene.record(taken, accepted(), NOON.plus_seconds(1));
        let sent = scene.one(LetterState::Sent);
        assert_eq!((sent.answer.as_deref(), sent.reason.as_deref()), (Some("250 queued"), Some("accepted")));

        for _ in 0..5 {
            assert!(scene.opens(&link, NOON), "looking at the link uses nothing up");
        }
        let secret = account::link_secret(&token).unwrap();
        scene.write(move |tx, tenant| account::set_up(tx, tenant, &secret, "hash", "browser", NOON, &mut Counter(8)));
        assert!(!scene.opens(&link, NOON));
        scene.instance.store.close();
    });
}

#[test]
fn a_link_that_certainly_did_not_arrive_is_taken_back() {
    for_each_place(|place| {
        let scene = Scene::new(place);
        let id = scene.one(LetterState::Waiting).id;
        let mut at = NOON;
        let mut attempt = |reason: Reason| {
            let taken = scene.take(id, at).unwrap();
            let link = link(&taken);
            scene.record(taken, Outcome::Postponed { reason, answer: String::new() }, at);
            let waiting = scene.one(LetterState::Waiting);
            assert!(waiting.next_attempt > at, "it waits before it is tried again");
            at = waiting.next_attempt;
            (scene.opens(&link, at), link)
        };
        assert!(!attempt(Reason::Unreachable).0);
        let (opens, uncertain) = attempt(Reason::Interrupted);
        assert!(opens, "the letter may have arrived");
        assert!(!attempt(Reason::Busy).0);

        // Whoever was killed in the midst of it reports nothing: after a while another takes the letter up.
        let killed = link(&scene.take(id, at).unwrap());
        assert!(scene.take(id, at.plus_seconds(mail::HOLD - 1)).is_none());
        at = at.plus_seconds(mail::HOLD);
        let taken = scene.take(id, at).unwrap();
        let last = link(&taken);
        scene.record(taken, accepted(), at);
        assert!([&uncertain, &killed, &last].into_iter().all(|link| scene.opens(link, at)));
        let secret = account::link_secret(uncertain.rsplit_once('/').unwrap().1).unwrap();
        scene.write(move |tx, tenant| account::set_up(tx, tenant, &secret, "hash", "browser", at, &mut Counter(8)));
        assert!(![&uncertain, &killed, &last].into_iter().any(|link| scene.opens(link, at)), "one of them is enough");
        scene.instance.store.close();
    });
}

#[test]
fn what_a_server_refuses_for_good_is_not_sent_again() {
    for_each_place(|place| {
        let scene = Scene::new(place);
        let taken = scene.take(scene.one(LetterState::Waiting).id, NOON).unwrap();
        let link = link(&taken);
        scene.record(taken, mail::read_reply(550, "5.1.1 no such user"), NOON);
        assert_eq!(scene.one(LetterState::Failed).reason.as_deref(), Some("no-such-mailbox"));
        assert!(!scene.opens(&link, NOON));
        scene.instance.store.close();
    });
}

#[test]
fn the_last_letter_counts_and_an_old_address_gets_none() {
    for_each_place(|place| {
        let scene = Scene::new(place);
        let (by, maria) = (scene.by, scene.maria);
        let later = NOON.plus_seconds(60);
        scene.write(move |tx, _| invite(tx, by, maria, later, &mut Counter(3)));
        assert_eq!(scene.one(LetterState::Failed).reason.as_deref(), Some("superseded"));
        let second = scene.one(LetterState::Waiting);
        assert_eq!(second.kind, "setup-link");

        scene.write(move |tx, tenant| {
            let made_of = Details::of(&tx.person(tenant, maria)?.unwrap()).typed().fingerprint();
            let details = Details { name: "Мария".to_owned(), email: Some("other@example.org".to_owned()) };
            change_details(tx, by, maria, &details, &made_of, later)
        });
        assert!(scene.take(second.id, later).is_none());
        let letters = scene.letters();
        let reason = letters.iter().find(|letter| letter.id == second.id).unwrap().reason.clone();
        assert_eq!(reason.as_deref(), Some("address-changed"));
        scene.instance.store.close();
    });
}

fn forget(tx: &mut Transaction, tenant: TenantId, now: Moment) -> Result<(), app::Failure> {
    for class in [Class::LetterRecipients, Class::Letters] {
        retention::apply(tx, tenant, class, jiff::civil::date(2023, 7, 27), now)?;
    }
    Ok(())
}

#[test]
fn letters_wait_for_a_server_and_not_for_ever() {
    for_each_place(|place| {
        let scene = Scene::new(place);
        let id = scene.one(LetterState::Waiting).id;
        assert_eq!(scene.write(|tx, tenant| mail::hold_all(tx, tenant, NOON)), 1);
        assert_eq!(scene.one(LetterState::Held).reason.as_deref(), Some("no-server"));
        assert!(scene.take(id, NOON).is_none());
        assert_eq!(scene.write(|tx, tenant| mail::release_all(tx, tenant, NOON)), 1);
        let week = NOON.plus_seconds(7 * 24 * 3600);
        assert_eq!(scene.write(move |tx, tenant| mail::expire(tx, tenant, week)), 1);
        assert_eq!(scene.one(LetterState::Failed).reason.as_deref(), Some("too-late"));
        let month = week.plus_seconds(31 * 24 * 3600);
        scene.write(move |tx, tenant| forget(tx, tenant, month));
        assert_eq!(scene.one(LetterState::Failed).recipient, None);
        let year = week.plus_seconds(365 * 24 * 3600);
        scene.write(move |tx, tenant| forget(tx, tenant, year));
        assert_eq!(scene.letters(), []);
        scene.instance.store.close();
    });
}

#[test]
fn every_letter_has_its_words_in_both_languages() {
    for_each_place(|place| {
        let scene = Scene::new(place);
        let maria = scene.maria;
        for (number, letter) in
            [Letter::Invitation { person: maria }, Letter::SetupLink { person: maria }, Letter::Trial]
                .into_iter()
                .enumerate()
        {
            for language in Language::ALL {
                let once = format!("{number} {language}");
                let to = Address::parse("maria@example.org").unwrap();
                let posting = Posting { letter, to, language, once: once.clone() };
                scene.write(move |tx, tenant| {
                    let mut chance = Counter(once.bytes().map(u64::from).sum());
                    let again = posting.clone();
                    assert!(mail::enqueue(tx, tenant, posting, NOON, &mut chance)?);
                    assert!(!mail::enqueue(tx, tenant, again, NOON, &mut chance)?);
                    Ok(())
                });
            }
        }
        let mut told = Vec::new();
        for queued in scene.letters().into_iter().filter(|letter| letter.once.len() < 9) {
            let composed = scene.take(queued.id, NOON).unwrap().composed;
            assert!(!composed.text.contains('⟦') && !composed.title.as_str().contains('⟦'), "{}", composed.text);
            assert!(!composed.html.contains("<img") && !composed.html.contains("src="), "nothing is fetched");
            let text = match composed.text.split_once("/setup/") {
                Some((before, after)) => format!("{before}/setup/…\n{}", after.split_once('\n').unwrap().1),
                None => composed.text,
            };
            told.push(format!("{} {}\n{text}", queued.language, composed.title.as_str()));
        }
        told.sort();
        assert_eq!(told.len(), 6);
        insta::assert_snapshot!("letters", told.join("\n———\n"));
        scene.instance.store.close();
    });
}

#[test]
fn whoever_comes_in_from_a_new_browser_or_changes_a_way_in_is_written_to() {
    for_each_place(|place| {
        let scene = Scene::new(place);
        let invitation = scene.one(LetterState::Waiting);
        let taken = scene.take(invitation.id, NOON).unwrap();
        let secret = account::link_secret(link(&taken).rsplit_once('/').unwrap().1).unwrap();
        scene.record(taken, accepted(), NOON);
        let browser = "Firefox, Windows";
        scene.write(move |tx, tenant| account::set_up(tx, tenant, &secret, "hash", browser, NOON, &mut Counter(8)));
        let news = |code: &str| -> Vec<QueuedLetter> {
            scene.letters().into_iter().filter(|letter| letter.kind == code).collect()
        };
        assert_eq!(scene.letters().len(), 1, "the first password comes from the letter that invited her");

        let enter = |device: Option<account::Device>, at: Moment| {
            let instance = scene.instance.clone();
            let passed = scene.write(move |tx, tenant| {
                let (account, network) = ("maria".to_owned(), "192.0.2.0/24".to_owned());
                let knock = account::Knock { account, network, device, browser: browser.to_owned() };
                let attempt = account::begin_sign_in(tx, &instance, &knock, at)?;
                account::end_sign_in(tx, tenant, attempt, true, at, &mut Counter(at.0.unsigned_abs()))
            });
            match passed.unwrap() {
                account::Passed::Entered(entered) => entered,
                account::Passed::CodeAwaited(_) => panic!("she has no second factor"),
            }
        };
        let strange = enter(None, NOON.plus_seconds(60));
        let [letter] = <[QueuedLetter; 1]>::try_from(news("new-browser")).unwrap();
        assert_eq!(letter.recipient.as_deref(), Some("maria@example.org"));
        let device = account::Device::new(&scene.instance.device_secret, base::Key([7; 16]));
        enter(Some(device.clone()), NOON.plus_seconds(90));
        assert_eq!(news("new-browser").len(), 2, "somebody else's browser is as new to her");
        enter(Some(device.with(&scene.instance.device_secret, scene.maria)), NOON.plus_seconds(120));
        assert_eq!(news("new-browser").len(), 2, "her own browser is known");

        let written = scene.take(letter.id, NOON.plus_seconds(180)).unwrap();
        assert_eq!(written.composed.title.as_str(), "Вход от нов браузър в glas.example.bg");
        let text = &written.composed.text;
        assert!(text.contains("„maria“") && text.contains("27.07.2023, 15:01"), "{text}");
        assert!(text.contains("https://glas.example.bg/desk/account") && !text.contains("/setup/"), "{text}");
        assert!(!text.contains("192.0.2") && !text.contains("Firefox"), "neither where from nor with what: {text}");

        let later = NOON.plus_seconds(240);
        scene.write(move |tx, tenant| {
            let (who, _) = account::signed_in(tx, tenant, &strange.secret, &[], later)?.unwrap();
            account::change_password(tx, tenant, &who, "other", browser, later, &mut Counter(11))?;
            Ok(())
        });
        assert_eq!(news("password-changed").len(), 1);
        let person = scene.maria;
        let events = scene.write(move |tx, tenant| account::events(tx, tenant, person));
        let kinds: Vec<&str> = events.iter().map(|event| event.kind.as_str()).collect();
        assert_eq!(kinds.first(), Some(&"person.password-changed"));
        assert_eq!(kinds.iter().filter(|kind| **kind == "person.signed-in").count(), 3, "{kinds:?}");
        assert!(!kinds.contains(&"person.added"), "{kinds:?}");
    });
}
