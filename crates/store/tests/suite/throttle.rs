//! Who has to wait before trying a password again, and who never has to because of others.

use crate::{
    engine::{NOW, for_each_engine},
    samples::{Counted, text},
};
use base::{Key, Moment, TenantId};
use store::{SignInTry, Store, StoreFault, Transaction};

fn knock(account: &str, network: &str, device: Option<u8>) -> SignInTry {
    SignInTry {
        account: account.to_owned(),
        network: network.to_owned(),
        device: device.map(|number| Key([number; 16])),
    }
}

/// Failures first, then one who knocks: whether they have to wait.
struct Case {
    why: &'static str,
    failed: Vec<(SignInTry, u32)>,
    knocks: SignInTry,
    waits: bool,
}

fn cases() -> Vec<Case> {
    let case = |why, failed: Vec<(SignInTry, u32)>, knocks, waits| Case { why, failed, knocks, waits };
    let storm =
        || (0..100).map(|network| (knock("maria", &format!("10.1.{network}.0/24"), None), 1)).collect::<Vec<_>>();
    let with = |mut failed: Vec<(SignInTry, u32)>, more: (SignInTry, u32)| {
        failed.push(more);
        failed
    };
    vec![
        case("nobody failed yet", vec![], knock("maria", "here", None), false),
        case("nine slips", vec![(knock("maria", "here", None), 9)], knock("maria", "here", None), false),
        case("ten slips", vec![(knock("maria", "here", None), 10)], knock("maria", "here", None), true),
        case("in whatever letters", vec![(knock("Maria", "here", None), 10)], knock("mARIA", "here", None), true),
        case("another network", vec![(knock("maria", "there", None), 10)], knock("maria", "here", None), false),
        case("another account", vec![(knock("ivan", "here", None), 10)], knock("maria", "here", None), false),
        case(
            "a network that tries everybody",
            (0..10).map(|number| (knock(&format!("person-{number}"), "here", None), 10)).collect(),
            knock("maria", "here", None),
            true,
        ),
        case("many networks, and one that never failed", storm(), knock("maria", "here", None), false),
        case(
            "many networks, and one that failed twice",
            with(storm(), (knock("maria", "here", None), 2)),
            knock("maria", "here", None),
            false,
        ),
        case(
            "many networks, and one that failed three times",
            with(storm(), (knock("maria", "here", None), 3)),
            knock("maria", "here", None),
            true,
        ),
        case("a storm at somebody else", storm(), knock("ivan", "here", None), false),
        case(
            "her own browser, though her network may not try any more",
            with(storm(), (knock("maria", "here", None), 100)),
            knock("maria", "here", Some(1)),
            false,
        ),
        case(
            "slips in her own browser",
            vec![(knock("maria", "here", Some(1)), 9)],
            knock("maria", "here", Some(1)),
            false,
        ),
        case(
            "her own browser guesses",
            vec![(knock("maria", "here", Some(1)), 10)],
            knock("maria", "here", Some(1)),
            true,
        ),
        case(
            "and from another network",
            vec![(knock("maria", "here", Some(1)), 10)],
            knock("maria", "there", Some(1)),
            true,
        ),
        case(
            "another browser of hers",
            vec![(knock("maria", "here", Some(1)), 10)],
            knock("maria", "here", Some(2)),
            false,
        ),
        case(
            "a browser's slips are its own",
            vec![(knock("maria", "here", Some(1)), 100)],
            knock("maria", "here", None),
            false,
        ),
        case(
            "who else uses her browser",
            vec![(knock("ivan", "here", Some(1)), 10)],
            knock("maria", "here", Some(1)),
            false,
        ),
    ]
}

#[test]
fn nobody_is_kept_out_by_who_guesses_elsewhere() {
    for_each_engine(|store| {
        for case in cases() {
            on(store, move |tx| {
                let tenant = TenantId::new(&mut Counted(case.why.len().try_into().unwrap()));
                tx.remove_failed_sign_ins_before(tenant, Moment(i64::MAX / 2))?;
                if !tx.tenants()?.iter().any(|known| known.id == tenant) {
                    tx.add_tenant(tenant, &text("Дом"))?;
                }
                for (attempt, times) in &case.failed {
                    for _ in 0..*times {
                        tx.record_failed_sign_in(tenant, attempt, NOW)?;
                    }
                }
                let wait = tx.sign_in_wait(tenant, &case.knocks, NOW)?;
                assert_eq!(wait.is_some(), case.waits, "{}", case.why);
                if let Some(wait) = wait {
                    assert!((1..=15 * 60).contains(&wait), "{wait}");
                    let later = NOW.plus_seconds(wait);
                    assert_eq!(tx.sign_in_wait(tenant, &case.knocks, later)?, None, "{}: not for good", case.why);
                }
                Ok(())
            });
        }
    });
}

#[test]
fn a_good_sign_in_forgives_its_own_slips_only() {
    for_each_engine(|store| {
        on(store, |tx| {
            let tenant = TenantId::new(&mut Counted(1));
            tx.add_tenant(tenant, &text("Дом"))?;
            let (here, browser) = (knock("maria", "here", None), knock("maria", "here", Some(1)));
            for _ in 0..10 {
                tx.record_failed_sign_in(tenant, &here, NOW)?;
                tx.record_failed_sign_in(tenant, &browser, NOW)?;
            }
            tx.remove_failed_sign_ins(tenant, &browser)?;
            assert_eq!(tx.sign_in_wait(tenant, &browser, NOW)?, None);
            assert!(tx.sign_in_wait(tenant, &here, NOW)?.is_some(), "a guesser's slips stay");
            tx.remove_failed_sign_ins(tenant, &here)?;
            assert_eq!(tx.sign_in_wait(tenant, &here, NOW)?, None);
            assert!(tx.remove_failed_sign_ins_before(tenant, NOW.plus_seconds(16 * 60))? > 0);
            Ok(())
        });
    });
}

fn on(store: &Store, dialogue: impl FnOnce(&mut Transaction) -> Result<(), StoreFault> + Send + 'static) {
    store.write_blocking(dialogue).unwrap_or_else(|fault| panic!("{fault}"));
}
