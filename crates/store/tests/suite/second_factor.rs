//! What stands behind the second factor: nothing of it can be had twice.

use crate::{
    engine::{NOW, for_each_engine},
    samples::{Counted, party, person, text},
};
use base::{Chance, PartyKind, PasskeyId, TenantId};
use store::{Authenticator, Passkey, PasskeyChallenge, SignInStep, StoreFault};

#[test]
fn codes_and_steps_are_taken_once() {
    for_each_engine(|store| {
        let done: Result<(), StoreFault> = store.write_blocking(|tx| {
            let mut chance = Counted(1);
            let tenant = TenantId::new(&mut chance);
            tx.add_tenant(tenant, &text("Дом"))?;
            let party = party(&mut chance, PartyKind::Other);
            tx.add_party(tenant, &party)?;
            let (maria, ivan) = (person(&mut chance, "maria", party.id), person(&mut chance, "ivan", party.id));
            tx.add_person(tenant, &maria)?;
            tx.add_person(tenant, &ivan)?;
            assert_eq!(tx.authenticator(tenant, maria.id)?, None);
            let authenticator = Authenticator { secret: vec![7; 20], last_step: 100, added: NOW };
            tx.replace_authenticator(tenant, maria.id, &authenticator)?;
            assert_eq!(tx.authenticator(tenant, maria.id)?, Some(authenticator.clone()));
            assert!(!tx.record_code_used(tenant, maria.id, 99)?, "an older code than the last");
            assert!(!tx.record_code_used(tenant, maria.id, 100)?, "the same step");
            assert!(tx.record_code_used(tenant, maria.id, 101)?);
            assert!(!tx.record_code_used(tenant, maria.id, 101)?);
            assert!(!tx.record_code_used(tenant, ivan.id, 102)?, "who has none");

            tx.replace_recovery_codes(tenant, maria.id, &[[1; 10], [2; 10]])?;
            assert!(tx.record_recovery_code_used(tenant, maria.id, &[1; 10], NOW)?);
            assert!(!tx.record_recovery_code_used(tenant, maria.id, &[1; 10], NOW)?);
            assert!(!tx.record_recovery_code_used(tenant, ivan.id, &[2; 10], NOW)?, "hers");
            assert_eq!(tx.recovery_codes_left(tenant, maria.id)?, 1);
            tx.replace_recovery_codes(tenant, maria.id, &[[3; 10]])?;
            assert!(!tx.record_recovery_code_used(tenant, maria.id, &[2; 10], NOW)?, "the earlier ones are over");

            let secret = chance.secret();
            let browser = "Firefox, Linux".to_owned();
            let mut step = SignInStep { person: maria.id, browser, expires: NOW.plus_seconds(60), tried: 0 };
            tx.add_sign_in_step(tenant, &secret, &step)?;
            tx.record_sign_in_step_tried(tenant, &secret)?;
            step.tried = 1;
            assert_eq!(tx.sign_in_step(tenant, &secret, NOW)?, Some(step.clone()));
            assert_eq!(tx.sign_in_step(tenant, &secret, NOW.plus_seconds(60))?, None);
            assert_eq!(tx.remove_sign_in_steps_expired_by(tenant, NOW.plus_seconds(59))?, 0);
            assert!(tx.remove_sign_in_step(tenant, &secret)?);
            assert!(!tx.remove_sign_in_step(tenant, &secret)?);

            tx.add_sign_in_step(tenant, &secret, &step)?;
            assert!(tx.remove_authenticator(tenant, maria.id)?);
            assert!(!tx.remove_authenticator(tenant, maria.id)?);
            assert_eq!(tx.remove_sign_in_steps_of(tenant, ivan.id)?, 0);
            assert_eq!(tx.remove_sign_in_steps_of(tenant, maria.id)?, 1);
            assert_eq!(tx.sign_in_step(tenant, &secret, NOW)?, None, "nobody waits for a code any more");
            tx.remove_recovery_codes(tenant, maria.id)?;
            assert_eq!(tx.recovery_codes_left(tenant, maria.id)?, 0);
            Ok(())
        });
        done.unwrap_or_else(|fault| panic!("{fault}"));
    });
}

#[test]
fn passkeys_are_somebodys_and_their_challenges_are_answered_once() {
    for_each_engine(|store| {
        let done: Result<(), StoreFault> = store.write_blocking(|tx| {
            let mut chance = Counted(1);
            let (tenant, neighbour) = (TenantId::new(&mut chance), TenantId::new(&mut chance));
            tx.add_tenant(tenant, &text("Дом"))?;
            let party = party(&mut chance, PartyKind::Other);
            tx.add_party(tenant, &party)?;
            let (maria, ivan) = (person(&mut chance, "maria", party.id), person(&mut chance, "ivan", party.id));
            tx.add_person(tenant, &maria)?;
            tx.add_person(tenant, &ivan)?;
            assert!(!tx.has_second_factor(tenant, maria.id)?);
            let mut passkey = Passkey {
                id: PasskeyId::new(&mut chance),
                person: maria.id,
                name: "Телефон".to_owned(),
                credential: vec![1, 2, 3],
                document: "{}".to_owned(),
                added: NOW,
                used: None,
            };
            tx.add_passkey(tenant, &passkey)?;
            assert!(tx.has_second_factor(tenant, maria.id)? && !tx.has_second_factor(tenant, ivan.id)?);
            assert_eq!(tx.passkey(tenant, &[1, 2, 3])?, Some(passkey.clone()));
            assert_eq!(tx.passkey(neighbour, &[1, 2, 3])?, None);
            assert!(tx.record_passkey_used(tenant, &passkey, "{1}", NOW)?);
            assert!(!tx.record_passkey_used(tenant, &passkey, "{2}", NOW)?, "another use was faster");
            (passkey.document, passkey.used) = ("{1}".to_owned(), Some(NOW));
            assert_eq!(tx.passkeys_of(tenant, maria.id)?, [passkey.clone()]);
            assert!(!tx.remove_passkey(tenant, ivan.id, passkey.id)?, "hers");
            assert!(tx.remove_passkey(tenant, maria.id, passkey.id)?);

            let expires = NOW.plus_seconds(60);
            let challenge = PasskeyChallenge {
                purpose: "add".to_owned(),
                person: Some(ivan.id),
                document: "{}".to_owned(),
                expires,
            };
            let secrets: Vec<[u8; 32]> = (0..4).map(|_| chance.secret()).collect();
            tx.add_passkey_challenge(tenant, &secrets[0], "one", &challenge, 2)?;
            for (place, secret) in secrets.iter().enumerate().skip(1) {
                let expires = NOW.plus_seconds(60 + i64::try_from(place).unwrap());
                let later = PasskeyChallenge { expires, ..challenge.clone() };
                tx.add_passkey_challenge(tenant, secret, "another", &later, 2)?;
            }
            assert_eq!(tx.passkey_challenges(tenant)?, 3, "of one asker only the newest");
            assert_eq!(tx.take_passkey_challenge(tenant, &secrets[1], NOW)?, None);
            assert_eq!(tx.take_passkey_challenge(neighbour, &secrets[0], NOW)?, None);
            assert_eq!(tx.take_passkey_challenge(tenant, &secrets[0], NOW)?, Some(challenge));
            assert_eq!(tx.take_passkey_challenge(tenant, &secrets[0], NOW)?, None, "answered");
            assert_eq!(tx.take_passkey_challenge(tenant, &secrets[3], NOW.plus_seconds(63))?, None, "too late");
            assert_eq!(tx.remove_passkey_challenges_expired_by(tenant, NOW.plus_seconds(62))?, 1);
            assert_eq!(tx.passkey_challenges(tenant)?, 0);
            tx.erase_person(tenant, ivan.id, "nobody", "никой")?;
            Ok(())
        });
        done.unwrap_or_else(|fault| panic!("{fault}"));
    });
}
