use super::{Refusal, strength};
use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};

/// At least 12 characters: NIST SP 800-63B asks for length instead of kinds of characters, and so do we.
pub const SHORTEST: usize = 12;
/// A bound, so that nobody makes the server hash a book.
pub const LONGEST: usize = 200;

/// A password that may be set: long enough, not too long, and none of those that are guessed first.
#[derive(Clone)]
pub struct NewPassword(String);

impl NewPassword {
    /// `own` are words that a guesser would try for this person first: what they sign in with, their name.
    ///
    /// # Errors
    /// [`Refusal::PasswordTooShort`], [`Refusal::PasswordTooLong`], [`Refusal::PasswordWeak`].
    pub fn parse(text: &str, own: &[&str]) -> Result<NewPassword, Refusal> {
        let length = text.chars().count();
        if length < SHORTEST {
            return Err(Refusal::PasswordTooShort { shortest: SHORTEST, is: length });
        }
        if length > LONGEST {
            return Err(Refusal::PasswordTooLong { longest: LONGEST });
        }
        if let Some(weakness) = strength::weakness(text, own) {
            return Err(Refusal::PasswordWeak(weakness));
        }
        Ok(NewPassword(text.to_owned()))
    }

    /// The string to keep: argon2id with its parameters and salt (RFC 9106, PHC string format).
    ///
    /// # Errors
    /// Only if the parameters were refused by the library, which is a fault.
    pub fn hash(&self, salt: [u8; 16]) -> anyhow::Result<String> {
        let hash = hasher()?
            .hash_password_with_salt(self.0.as_bytes(), &salt)
            .map_err(|error| anyhow::anyhow!("argon2: {error}"))?;
        Ok(hash.to_string())
    }
}

/// Whether `password` is the one that `kept` was made of. Where there is no such person, verify against
/// [`NOBODY`] all the same, so that the answer takes as long.
pub fn verify(password: &str, kept: &str) -> bool {
    // What is longer than any password costs as much as one, and fits nothing.
    let password = if password.len() > LONGEST * 4 { "" } else { password };
    let Ok(kept) = PasswordHash::new(kept) else { return false };
    let Ok(hasher) = hasher() else { return false };
    hasher.verify_password(password.as_bytes(), &kept).is_ok()
}

/// A hash that no password is known for, with the same parameters as all others, so that it takes as long.
pub const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// 19 MiB, two passes, one lane: the first choice of the OWASP password storage guide.
fn hasher() -> anyhow::Result<Argon2<'static>> {
    let parameters = Params::new(19 * 1024, 2, 1, None).map_err(|error| anyhow::anyhow!("argon2: {error}"))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::Weakness;

    #[test]
    fn length_decides_and_what_is_guessed_first_is_refused() {
        let check = |text: &str, expected: Result<(), Refusal>| {
            assert_eq!(NewPassword::parse(text, &["researcher", "Мария Примерова"]).map(|_| ()), expected, "{text}");
        };
        check("къса парола", Err(Refusal::PasswordTooShort { shortest: 12, is: 11 }));
        check("четири прости думи", Ok(()));
        check("aaaaaaaaaaaaaaaa", Err(Refusal::PasswordWeak(Weakness::Repeat)));
        check("researcher12345", Err(Refusal::PasswordWeak(Weakness::OwnName)));
        check(&"дълга парола ".repeat(20), Err(Refusal::PasswordTooLong { longest: 200 }));
    }

    #[test]
    fn nobody_costs_as_much_as_anybody() {
        let kept = NewPassword("четири прости думи".to_owned()).hash([7; 16]).unwrap();
        let (kept, nobody) = (PasswordHash::new(&kept).unwrap(), PasswordHash::new(NOBODY).unwrap());
        assert_eq!((kept.algorithm, kept.version), (nobody.algorithm, nobody.version));
        assert_eq!(kept.params.to_string(), nobody.params.to_string());
        assert_eq!(kept.hash.unwrap().len(), nobody.hash.unwrap().len());
        assert_eq!(kept.salt.unwrap().len(), nobody.salt.unwrap().len());
    }

    #[test]
    fn only_the_same_password_fits() {
        let kept = NewPassword::parse("четири прости думи", &[]).unwrap().hash([7; 16]).unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(verify("четири прости думи", &kept));
        assert!(!verify("четири прости думи ", &kept));
        assert!(!verify("четири прости думи", "not a hash"));
        assert!(!verify("никой не влиза", NOBODY));
    }
}
