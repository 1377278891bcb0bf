//! The queue of letters, on both engines.

use crate::{
    engine::{NOW, for_each_engine},
    samples::{Counted, text},
};
use base::{Chance, Key, Language, LetterId, Moment, TenantId};
use store::{LetterNews, LetterState, QueuedLetter, Store, StoreFault, Transaction};

const KEY: Key = Key([5; 16]);

pub fn letter(chance: &mut dyn Chance, once: &str) -> QueuedLetter {
    QueuedLetter {
        id: LetterId::new(chance),
        once: once.to_owned(),
        kind: "invitation".to_owned(),
        about: Some(("person".to_owned(), KEY)),
        recipient: Some("maria@example.org".to_owned()),
        language: Language::English,
        facts: vec![("what".to_owned(), "„кавички“".to_owned())],
        state: LetterState::Waiting,
        created: NOW,
        expires: NOW.plus_seconds(1000),
        next_attempt: NOW,
        attempts: 0,
        changed: NOW,
        reason: None,
        answer: None,
    }
}

fn news(state: LetterState, at: Moment) -> LetterNews {
    LetterNews { state, at, next_attempt: at, reason: "busy", answer: Some("я".repeat(600)) }
}

fn on<T: Send + 'static>(
    store: &Store,
    operation: impl FnOnce(&mut Transaction) -> Result<T, StoreFault> + Send + 'static,
) -> T {
    store.write_blocking(operation).unwrap_or_else(|fault| panic!("{fault}"))
}

fn household(store: &Store, chance: &mut Counted) -> TenantId {
    let tenant = TenantId::new(chance);
    on(store, move |tx| tx.add_tenant(tenant, &text("Дом")));
    tenant
}

#[test]
fn a_letter_goes_in_once_and_out_to_one() {
    for_each_engine(|store| {
        let mut chance = Counted(1);
        let (tenant, other) = (household(store, &mut chance), household(store, &mut chance));
        let (first, same) = (letter(&mut chance, "a"), letter(&mut chance, "a"));
        let id = first.id;
        on(store, move |tx| {
            assert!(tx.add_letter(tenant, &first)?);
            assert!(!tx.add_letter(tenant, &same)?, "the same is queued once");
            assert!(tx.add_letter(other, &same)?, "another household's letters are its own");
            assert_eq!(tx.letter(tenant, first.id)?, Some(first.clone()));
            assert_eq!(tx.letter(other, first.id)?, None);
            assert_eq!(tx.letters(tenant, None, None, 9)?, std::slice::from_ref(&first));
            assert_eq!(tx.letters(tenant, Some(LetterState::Sent), None, 9)?, []);
            assert_eq!(tx.letters(tenant, None, Some(NOW), 9)?, []);
            assert_eq!(tx.letters_by_state(tenant)?, [(LetterState::Waiting, 1)]);
            Ok(())
        });

        let far = NOW.plus_seconds(600);
        let due = |at: i64| on(store, move |tx| tx.letters_due(tenant, NOW.plus_seconds(at), far.plus_seconds(at), 9));
        assert_eq!(due(-1), []);
        assert_eq!(due(0), [id]);
        let take =
            |at: i64| on(store, move |tx| tx.hold_letter(tenant, id, NOW.plus_seconds(at), NOW.plus_seconds(at + 300)));
        assert_eq!(take(0).map(|taken| taken.attempts), Some(1));
        assert_eq!(take(1), None, "one node sends it");
        assert_eq!(due(1), []);
        assert_eq!(due(300), [id], "who held it has died");
        assert_eq!(take(300).map(|taken| taken.attempts), Some(2));
        assert_eq!(due(-400), [], "not due");
        let late = NOW.plus_seconds(300);
        let report = move |tx: &mut Transaction| tx.record_letter(tenant, id, late, &news(LetterState::Sent, late));
        assert!(!on(store, report), "the first holder comes back too late");
        let held = NOW.plus_seconds(600);
        let later = NOW.plus_seconds(400);
        assert!(on(store, move |tx| tx.record_letter(tenant, id, held, &news(LetterState::Waiting, later))));
        assert_eq!(due(399), []);
        assert_eq!(due(400), [id]);
        let kept = on(store, move |tx| tx.letter(tenant, id)).unwrap();
        assert_eq!((kept.state, kept.changed, kept.reason.as_deref()), (LetterState::Waiting, later, Some("busy")));
        assert_eq!(kept.answer.unwrap().chars().count(), 500, "a talkative server is cut short");
    });
}

#[test]
fn letters_change_their_state_and_are_forgotten() {
    for_each_engine(|store| {
        let mut chance = Counted(1);
        let tenant = household(store, &mut chance);
        let letters: Vec<QueuedLetter> = ["a", "b", "c"].map(|once| letter(&mut chance, once)).into();
        let [a, b, c] = [letters[0].id, letters[1].id, letters[2].id];
        on(store, move |tx| {
            for letter in &letters {
                tx.add_letter(tenant, letter)?;
            }
            use LetterState::{Failed, Held, Sent, Waiting};
            let at = |seconds| NOW.plus_seconds(seconds);
            assert_eq!(tx.change_letters(tenant, Waiting, &news(Held, at(1)))?, 3);
            assert_eq!(tx.change_letters(tenant, Held, &news(Waiting, at(2)))?, 3);
            assert!(!tx.change_letter(tenant, a, &[Held, Failed], &news(Sent, at(3)))?);
            assert!(tx.change_letter(tenant, a, &[Held, Waiting], &news(Sent, at(3)))?);
            let about = ("person", KEY);
            assert_eq!(tx.withdraw_letters(tenant, "setup-link", about, &news(Failed, at(4)))?, 0);
            assert_eq!(tx.withdraw_letters(tenant, "invitation", ("person", Key([6; 16])), &news(Failed, at(4)))?, 0);
            assert_eq!(tx.expire_letters(tenant, &news(Failed, at(999)))?, 0);
            assert!(tx.hold_letter(tenant, b, at(999), at(1299))?.is_some());
            assert_eq!(tx.expire_letters(tenant, &news(Failed, at(1000)))?, 1, "not the one that is being sent");
            assert_eq!(tx.withdraw_letters(tenant, "invitation", about, &news(Failed, at(1001)))?, 1);
            for (letter, state) in [(a, Sent), (b, Failed), (c, Failed)] {
                assert_eq!(tx.letter(tenant, letter)?.map(|kept| kept.state), Some(state));
            }

            assert_eq!(tx.remove_recipients_of_letters(tenant, at(1000))?, 1);
            let forgotten = tx.letter(tenant, a)?.unwrap();
            assert_eq!((forgotten.recipient, forgotten.answer, forgotten.facts.len()), (None, None, 0));
            assert!(tx.letter(tenant, c)?.unwrap().recipient.is_some());
            assert_eq!(tx.remove_recipients_of_letters(tenant, at(1000))?, 0, "nothing is left to forget");
            assert_eq!(tx.remove_letters(tenant, at(1001))?, 2);
            assert_eq!(tx.letters_by_state(tenant)?, [(Failed, 1)]);
            Ok(())
        });
    });
}
