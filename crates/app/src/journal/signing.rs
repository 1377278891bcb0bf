use crate::Failure;
use base::{Moment, TenantId};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use jiff::civil::Date;
use std::fmt;
use store::{SignedHead, Transaction};

/// The key with which an instance signs where its journal ends.
#[derive(Clone)]
pub struct JournalKey(SigningKey);

impl JournalKey {
    /// The key whose secret half these 32 random bytes are.
    pub fn from_secret(secret: &[u8; 32]) -> JournalKey {
        JournalKey(SigningKey::from_bytes(secret))
    }

    /// The half that everybody may know.
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }
}

/// Never the secret half.
impl fmt::Debug for JournalKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("JournalKey").field(&base::Digest(self.public())).finish()
    }
}

/// Signs where the journal ends, once a day; nothing is done where the day has a head already or nothing was ever told.
///
/// # Errors
/// Only faults of the store.
pub fn sign_head(
    tx: &mut Transaction,
    tenant: TenantId,
    key: &JournalKey,
    day: Date,
    now: Moment,
) -> Result<(), Failure> {
    if tx.newest_signed_head(tenant)?.is_some_and(|newest| newest.day >= day) {
        return Ok(());
    }
    let Some(head) = tx.journal_head(tenant)? else { return Ok(()) };
    let mut signed = SignedHead { day, head, at: now, public_key: key.public().to_vec(), signature: Vec::new() };
    signed.signature = key.0.sign(signed.message(tenant).as_bytes()).to_bytes().to_vec();
    Ok(tx.add_signed_head(tenant, &signed)?)
}

/// Whether the head was signed by the owner of the key that it names. Malleable signatures and weak keys are refused.
pub fn is_signed(signed: &SignedHead, tenant: TenantId) -> bool {
    let key = <&[u8; 32]>::try_from(signed.public_key.as_slice()).ok();
    let key = key.and_then(|bytes| VerifyingKey::from_bytes(bytes).ok());
    let signature = Signature::from_slice(&signed.signature).ok();
    match (key, signature) {
        (Some(key), Some(signature)) => key.verify_strict(signed.message(tenant).as_bytes(), &signature).is_ok(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Digest, Key};
    use jiff::civil::date;
    use store::Head;

    /// RFC 8032, 7.1, test 1: the public half of that secret.
    #[test]
    fn the_key_is_that_of_the_standard() {
        let secret: Digest = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60".parse().unwrap();
        let public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        let key = JournalKey::from_secret(&secret.0);
        assert_eq!(Digest(key.public()).to_string(), public);
        assert_eq!(format!("{key:?}"), format!("JournalKey({public})"));
    }

    #[test]
    fn whatever_is_changed_the_signature_fits_no_more() {
        let (key, tenant) = (JournalKey::from_secret(&[7; 32]), TenantId(Key([1; 16])));
        let head = Head { number: 3, digest: Digest([2; 32]) };
        let (day, at) = (date(2023, 7, 27), Moment(5));
        let mut signed = SignedHead { day, head, at, public_key: key.public().to_vec(), signature: Vec::new() };
        assert!(!is_signed(&signed, tenant));
        signed.signature = key.0.sign(signed.message(tenant).as_bytes()).to_bytes().to_vec();
        assert!(is_signed(&signed, tenant));
        assert!(!is_signed(&signed, TenantId(Key([2; 16]))));
        let other = JournalKey::from_secret(&[8; 32]).public().to_vec();
        let changed = [
            SignedHead { day: date(2023, 7, 28), ..signed.clone() },
            SignedHead { head: Head { number: 4, ..head }, ..signed.clone() },
            SignedHead { head: Head { digest: Digest::ZERO, ..head }, ..signed.clone() },
            SignedHead { at: Moment(6), ..signed.clone() },
            SignedHead { public_key: other, ..signed.clone() },
            SignedHead { public_key: vec![0; 32], ..signed.clone() },
            SignedHead { signature: signed.signature.iter().rev().copied().collect(), ..signed.clone() },
            SignedHead { signature: vec![0; 63], ..signed },
        ];
        for signed in changed {
            assert!(!is_signed(&signed, tenant), "{signed:?}");
        }
    }
}
