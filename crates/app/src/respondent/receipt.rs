use crate::{Failure, Instance};
use base::{AudienceId, Key, ResponseKey};
use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::{fmt, str::FromStr};
use store::Transaction;

/// What somebody keeps who has answered: four groups of four letters and digits.
///
/// Sixty bits name the response without leading to it, and twenty more vouch for them: a made-up code is told apart
/// from a true one without any list of receipts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ReceiptCode([u8; 16]);

const NAMING: usize = 12;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadableCode;

impl ReceiptCode {
    pub(crate) fn of(secret: &[u8; 32], audience: AudienceId, response: ResponseKey) -> ReceiptCode {
        let mut letters = [0; 16];
        let name = store::receipt(secret, response).to_string().to_ascii_uppercase();
        letters.iter_mut().zip(name.bytes()).for_each(|(to, from)| *to = from);
        vouch(secret, audience, &mut letters);
        ReceiptCode(letters)
    }

    /// Whether this instance gave out the code for answers of this audience.
    pub fn is_genuine(&self, secret: &[u8; 32], audience: AudienceId) -> bool {
        let mut letters = self.0;
        vouch(secret, audience, &mut letters);
        letters == self.0
    }

    /// As in an address: `k7qf2m4a9xtrbw3e`.
    pub fn address(&self) -> String {
        self.letters().to_ascii_lowercase()
    }

    fn letters(&self) -> String {
        self.0.iter().copied().map(char::from).collect()
    }
}

/// Under which public address the receipt stands, for somebody who has nothing but the code. The code itself says of which
/// audience it is, to this instance alone, so no list of receipts is kept or looked through.
///
/// # Errors
/// [`Failure::NotFound`] for a code that was never given out.
pub fn receipt_home(instance: &Instance, tx: &mut Transaction, code: ReceiptCode) -> Result<String, Failure> {
    let known = tx.audience_tokens(instance.tenant)?;
    let home = known.into_iter().find(|(audience, _)| code.is_genuine(&instance.secret, *audience));
    home.map(|(_, token)| token).ok_or(Failure::NotFound)
}

/// Writes the last letters anew.
fn vouch(secret: &[u8; 32], audience: AudienceId, letters: &mut [u8; 16]) {
    let Key(audience) = audience.0;
    let (name, vouching) = letters.split_at_mut(NAMING);
    // A key shorter than the block is filled with zeros, as RFC 2104 says.
    let mut block = [0; 64];
    block.iter_mut().zip(secret).for_each(|(to, from)| *to = *from);
    let mut mac = Hmac::<Sha256>::new((&block).into());
    mac.update(b"receipt-code");
    mac.update(&audience);
    mac.update(name);
    let written = BASE32_NOPAD.encode(&mac.finalize().into_bytes());
    vouching.iter_mut().zip(written.bytes()).for_each(|(to, from)| *to = from);
}

impl FromStr for ReceiptCode {
    type Err = UnreadableCode;

    /// With or without the hyphens, in capitals or not.
    fn from_str(text: &str) -> Result<ReceiptCode, UnreadableCode> {
        if text.len() > 40 {
            return Err(UnreadableCode);
        }
        let letters: Vec<u8> =
            text.bytes().filter(|byte| !matches!(byte, b'-' | b' ')).map(|byte| byte.to_ascii_uppercase()).collect();
        let is_known = |byte: &u8| byte.is_ascii_uppercase() || (b'2'..=b'7').contains(byte);
        let letters = <[u8; 16]>::try_from(letters).map_err(|_| UnreadableCode)?;
        if letters.iter().all(is_known) { Ok(ReceiptCode(letters)) } else { Err(UnreadableCode) }
    }
}

/// As a person copies it: `K7QF-2M4A-9XTR-BW3E`.
impl fmt::Display for ReceiptCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, letter) in self.letters().chars().enumerate() {
            if place > 0 && place % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{letter}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for ReceiptCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AUDIENCE: AudienceId = AudienceId(Key([3; 16]));

    #[test]
    fn a_code_is_read_as_people_write_it() {
        let code = ReceiptCode::of(&[7; 32], AUDIENCE, ResponseKey(Key([9; 16])));
        assert!(code.is_genuine(&[7; 32], AUDIENCE));
        assert_eq!(code.to_string().len(), 19);
        for text in [code.to_string(), code.address(), code.to_string().to_lowercase(), format!(" {code} ")] {
            assert_eq!(text.parse(), Ok(code), "{text}");
        }
    }

    #[test]
    fn a_made_up_code_is_told_apart() {
        let code = ReceiptCode::of(&[7; 32], AUDIENCE, ResponseKey(Key([9; 16])));
        assert!(!code.is_genuine(&[8; 32], AUDIENCE), "another instance");
        assert!(!code.is_genuine(&[7; 32], AudienceId(Key([4; 16]))), "another audience");
        let first = if code.to_string().starts_with('A') { "B" } else { "A" };
        let changed: ReceiptCode = code.to_string().replacen(|_| true, first, 1).parse().unwrap();
        assert!(!changed.is_genuine(&[7; 32], AUDIENCE), "one letter changed");
        for text in ["", "K7QF", "0000-1111-8888-9999", "K7QF-2M4A-9XTR-BW3E-K7QF", "ж"] {
            assert_eq!(text.parse::<ReceiptCode>(), Err(UnreadableCode), "{text}");
        }
    }
}
