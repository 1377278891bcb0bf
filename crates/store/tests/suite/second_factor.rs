//! What stands behind the second factor: nothing of it can be had twice.

use crate::{
    engine::{NOW, for_each_engine},
    samples::{Counted, party, person, text},
};
use base::{Chance, PartyKind, TenantId};
use store::{Authenticator, SignInStep, StoreFault};

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
            assert_eq!(tx.sign_in_step(tenant, &secret, NOW)?, None, "nobody waits for a code any more");
            assert_eq!(tx.recovery_codes_left(tenant, maria.id)?, 0);
            Ok(())
        });
        done.unwrap_or_else(|fault| panic!("{fault}"));
    });
}
