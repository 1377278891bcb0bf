use base::{Key, PersonalCodeId};
use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::{fmt, str::FromStr};

/// What a person types or follows to answer once: three groups of four letters and digits, sixty bits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PersonalCode([u8; 12]);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadableCode;

const LONGEST: usize = 40;

impl PersonalCode {
    /// The code of a row: whoever has the database without the tenant's secret cannot tell it.
    pub fn of(secret: &[u8; 32], id: PersonalCodeId) -> PersonalCode {
        let Key(id) = id.0;
        // A key shorter than the block is filled with zeros, as RFC 2104 says.
        let mut block = [0; 64];
        block.iter_mut().zip(secret).for_each(|(to, from)| *to = *from);
        let mut mac = Hmac::<Sha256>::new((&block).into());
        mac.update(b"personal-code");
        mac.update(&id);
        let written = BASE32_NOPAD.encode(&mac.finalize().into_bytes());
        let mut letters = [0; 12];
        letters.iter_mut().zip(written.bytes()).for_each(|(to, from)| *to = from);
        PersonalCode(letters)
    }

    /// By what it is found.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// As in an address: `k7qf2m4axtrb`.
    pub fn address(&self) -> String {
        self.letters().to_ascii_lowercase()
    }

    fn letters(&self) -> String {
        self.0.iter().copied().map(char::from).collect()
    }
}

impl FromStr for PersonalCode {
    type Err = UnreadableCode;

    /// With or without hyphens and spaces, in capitals or not.
    fn from_str(text: &str) -> Result<PersonalCode, UnreadableCode> {
        if text.len() > LONGEST {
            return Err(UnreadableCode);
        }
        let letters: Vec<u8> =
            text.bytes().filter(|byte| !matches!(byte, b'-' | b' ')).map(|byte| byte.to_ascii_uppercase()).collect();
        let is_known = |byte: &u8| byte.is_ascii_uppercase() || (b'2'..=b'7').contains(byte);
        let letters = <[u8; 12]>::try_from(letters).map_err(|_| UnreadableCode)?;
        if letters.iter().all(is_known) { Ok(PersonalCode(letters)) } else { Err(UnreadableCode) }
    }
}

/// As a person copies it: `K7QF-2M4A-XTRB`.
impl fmt::Display for PersonalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letters = self.letters();
        let groups = letters.as_bytes().chunks(4).map(String::from_utf8_lossy);
        f.write_str(&groups.collect::<Vec<_>>().join("-"))
    }
}

/// A code opens something: none is written into a log.
impl fmt::Debug for PersonalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonalCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ID: PersonalCodeId = PersonalCodeId(Key([9; 16]));

    #[test]
    fn a_code_is_the_same_every_time_and_read_as_people_write_it() {
        let code = PersonalCode::of(&[7; 32], ID);
        assert_eq!(code, PersonalCode::of(&[7; 32], ID));
        assert_eq!(code.to_string().len(), 14);
        for text in [code.to_string(), code.address(), code.to_string().replace('-', " ")] {
            assert_eq!(text.parse(), Ok(code), "{text}");
        }
        for text in ["", "K7QF", "K7QF-2M4A-XTR0", "K7QF-2M4A-XTRB-K7QF", "ж"] {
            assert_eq!(text.parse::<PersonalCode>(), Err(UnreadableCode), "{text}");
        }
    }

    #[test]
    fn another_secret_and_another_row_have_another_code() {
        let code = PersonalCode::of(&[7; 32], ID);
        assert_ne!(code, PersonalCode::of(&[8; 32], ID));
        assert_ne!(code, PersonalCode::of(&[7; 32], PersonalCodeId(Key([8; 16]))));
        assert!(!format!("{code:?}").contains(&code.address()));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_not(text in "\\PC{0,50}|[a-z2-7 -]{0,20}") {
            if let Ok(code) = text.parse::<PersonalCode>() {
                prop_assert_eq!(code.to_string().parse(), Ok(code));
            }
        }
    }
}
