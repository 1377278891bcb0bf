use base::{Chance, Moment};
use data_encoding::BASE32_NOPAD;
use totp_rs::{Builder, Totp};

/// The secret that a code generator shares with us: 160 bits, as RFC 4226 wants it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct CodeSecret([u8; 20]);

impl CodeSecret {
    pub fn new(chance: &mut dyn Chance) -> CodeSecret {
        let mut bytes = [0; 20];
        chance.fill(&mut bytes);
        CodeSecret(bytes)
    }

    /// What [`CodeSecret::text`] wrote, with or without spaces.
    pub fn parse(text: &str) -> Option<CodeSecret> {
        let text: String = text.chars().filter(|letter| !letter.is_whitespace()).take(33).collect();
        BASE32_NOPAD.decode(text.to_ascii_uppercase().as_bytes()).ok()?.try_into().ok().map(CodeSecret)
    }

    /// To be typed where no picture can be taken: eight groups of four letters and digits.
    pub fn text(&self) -> String {
        let all = BASE32_NOPAD.encode(&self.0);
        let mut grouped = String::new();
        for (place, letter) in all.chars().enumerate() {
            if place > 0 && place % 4 == 0 {
                grouped.push(' ');
            }
            grouped.push(letter);
        }
        grouped
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// What the picture says: `otpauth://totp/…`, with the names under which the generator lists it.
    ///
    /// # Errors
    /// A fault when the names cannot stand there.
    pub fn address(&self, site: &str, account: &str) -> anyhow::Result<String> {
        // A colon separates the two names.
        let plain = |name: &str| name.replace(':', " ");
        let generator = Builder::new()
            .with_secret(self.0)
            .with_issuer(Some(plain(site)))
            .with_account_name(plain(account))
            .build()
            .and_then(|generator| generator.to_url());
        generator.map_err(|error| anyhow::anyhow!("otpauth: {error}"))
    }
}

/// The step that `code` is of, if it is right: six digits, of half a minute ago, of now, or of half a minute ahead.
pub(super) fn step_of(secret: &[u8], code: &str, now: Moment) -> anyhow::Result<Option<i64>> {
    let Ok(seconds) = u64::try_from(now.0.div_euclid(1_000_000)) else { return Ok(None) };
    Ok(generator(secret)?.check(code, seconds).and_then(|step| i64::try_from(step).ok()))
}

fn generator(secret: &[u8]) -> anyhow::Result<Totp> {
    Builder::new().with_secret(secret).build().map_err(|error| anyhow::anyhow!("a code generator's secret: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, whose codes have eight digits: these are their last six.
    #[test]
    fn codes_are_those_of_the_standard() {
        let check = |seconds: i64, code: &str| {
            let now = Moment(seconds * 1_000_000);
            assert_eq!(step_of(b"12345678901234567890", code, now).unwrap(), Some(seconds / 30), "{seconds}");
        };
        check(59, "287082");
        check(1_111_111_109, "081804");
        check(1_111_111_111, "050471");
        check(1_234_567_890, "005924");
        check(2_000_000_000, "279037");
        check(20_000_000_000, "353130");
    }

    #[test]
    fn a_clock_may_be_half_a_minute_wrong() {
        let check = |seconds: i64, expected: Option<i64>| {
            let now = Moment((1_111_111_111 + seconds) * 1_000_000);
            assert_eq!(step_of(b"12345678901234567890", "050471", now).unwrap(), expected, "{seconds}");
        };
        let step = 1_111_111_111 / 30;
        check(0, Some(step));
        check(-30, Some(step));
        check(30, Some(step));
        check(-60, None);
        check(60, None);
        check(-2_000_000_000, None);
        for code in ["", "05047", "0504711", "абвгде", "000000", "０５０４７１"] {
            let now = Moment(1_111_111_111_000_000);
            assert_eq!(step_of(b"12345678901234567890", code, now).unwrap(), None, "{code}");
        }
    }

    #[test]
    fn a_secret_is_written_and_read() {
        let secret = CodeSecret(*b"12345678901234567890");
        assert_eq!(secret.text(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert!(CodeSecret::parse(&secret.text()) == Some(secret));
        assert!(CodeSecret::parse("gezdgnbvgy3tqojqgezdgnbvgy3tqojq") == Some(secret));
        for text in ["", "A", "GEZD GNBV", &"A".repeat(100), "я"] {
            assert!(CodeSecret::parse(text).is_none(), "{text}");
        }
        let address = secret.address("glas.example", "мария:1").unwrap();
        assert!(address.starts_with("otpauth://totp/glas.example:"), "{address}");
        assert!(address.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), "{address}");
    }
}
