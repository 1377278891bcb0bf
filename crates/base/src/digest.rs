use crate::{Text, UnreadableKey};
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};
use std::{fmt, str::FromStr};

macro_rules! digests {
    ($($(#[$meaning:meta])* $name:ident),* $(,)?) => {$(
        $(#[$meaning])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 32]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&HEXLOWER.encode(&self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = UnreadableKey;

            fn from_str(text: &str) -> Result<$name, UnreadableKey> {
                let bytes = HEXLOWER.decode(text.as_bytes()).map_err(|_| UnreadableKey)?;
                bytes.try_into().map($name).map_err(|_| UnreadableKey)
            }
        }
    )*};
}

digests! {
    /// SHA-256 of a file's bytes: the name under which the file is kept.
    FileDigest,
    /// SHA-256 of a thing written down as [`Fields`].
    Digest,
}

impl Digest {
    /// Where there is nothing yet.
    pub const ZERO: Digest = Digest([0; 32]);
}

/// Values written one behind the other, so that two different lists never give the same bytes.
///
/// Each value is its length in bytes, as eight bytes with the most significant first, and then the bytes themselves; a
/// value that is missing is eight bytes `ff`. Text is UTF-8. A number is eight bytes, the most significant first, in two's
/// complement. The first value names what is written, so that the digest of one kind of thing is never that of another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fields(Vec<u8>);

impl Fields {
    pub fn of(form: &str) -> Fields {
        Fields::default().text(form)
    }

    pub fn bytes(mut self, bytes: &[u8]) -> Fields {
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.0.extend_from_slice(&length.to_be_bytes());
        self.0.extend_from_slice(bytes);
        self
    }

    pub fn optional(mut self, bytes: Option<&[u8]>) -> Fields {
        let Some(bytes) = bytes else {
            self.0.extend_from_slice(&[0xff; 8]);
            return self;
        };
        self.bytes(bytes)
    }

    pub fn text(self, text: &str) -> Fields {
        self.bytes(text.as_bytes())
    }

    /// Bulgarian, then English.
    pub fn words(self, words: &Text) -> Fields {
        self.text(&words.bulgarian).optional(words.english.as_deref().map(str::as_bytes))
    }

    pub fn number(self, number: i64) -> Fields {
        self.bytes(&number.to_be_bytes())
    }

    pub fn count(self, count: usize) -> Fields {
        self.number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    pub fn digest(&self) -> Digest {
        Digest(Sha256::digest(&self.0).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_lists_are_the_same_bytes() {
        let lists = [
            Fields::of("a"),
            Fields::of("a").text(""),
            Fields::of("a").optional(None),
            Fields::of("a").text("b"),
            Fields::of("a").text("b").text("c"),
            Fields::of("a").text("bc"),
            Fields::of("ab").text("c"),
            Fields::of("a").number(98),
            Fields::of("a").words(&Text::bulgarian("b")),
            Fields::of("a").words(&Text::new("b", "")),
        ];
        for (place, one) in lists.iter().enumerate() {
            for other in lists.iter().skip(place + 1) {
                assert_ne!(one.0, other.0);
            }
        }
    }

    /// As anybody would write it down with other tools.
    #[test]
    fn the_bytes_are_those_of_the_description() {
        let fields = Fields::of("г").optional(None).number(-2);
        let mut bytes = vec![0, 0, 0, 0, 0, 0, 0, 2, 0xd0, 0xb3];
        bytes.extend([0xff; 8]);
        bytes.extend([0, 0, 0, 0, 0, 0, 0, 8, 255, 255, 255, 255, 255, 255, 255, 254]);
        assert_eq!(fields.0, bytes);
        // By `sha256sum`.
        let known = "1d7fe2c0f00bdd68388577175d8b205c43f7cb623466cc9c57591f8d1b0a4cfe";
        assert_eq!(fields.digest().to_string(), known);
    }
}
