use base::Moment;
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// What stands in the form by which somebody begins: that this program gave it out for this address within the last day,
/// and no more. It is the same for everybody who opened the page within the same ten minutes, so it names nobody.
pub struct StartMark;

const BUCKET: i64 = 600;
const GOOD_FOR: i64 = 24 * 3600 / BUCKET;

impl StartMark {
    pub fn write(secret: &[u8; 32], address: &str, now: Moment) -> String {
        let bucket = bucket(now);
        format!("{bucket}-{}", signed(secret, b"start-mark", &[address, &bucket.to_string()]))
    }

    pub fn is_good(secret: &[u8; 32], address: &str, mark: &str, now: Moment) -> bool {
        let Some((written, signature)) = mark.split_once('-') else { return false };
        let Ok(given) = written.parse::<i64>() else { return false };
        let age = bucket(now).saturating_sub(given);
        (0..=GOOD_FOR).contains(&age)
            && given.to_string() == written
            && signature == signed(secret, b"start-mark", &[address, written])
    }
}

fn bucket(now: Moment) -> i64 {
    now.0.div_euclid(1_000_000 * BUCKET)
}

/// Half of the keyed hash, in hexadecimal digits: nobody guesses so much.
pub(crate) fn signed(secret: &[u8; 32], purpose: &[u8], parts: &[&str]) -> String {
    // A key shorter than the block is filled with zeros, as RFC 2104 says.
    let mut block = [0; 64];
    block.iter_mut().zip(secret).for_each(|(to, from)| *to = *from);
    let mut mac = Hmac::<Sha256>::new((&block).into());
    mac.update(purpose);
    for part in parts {
        mac.update(&[0]);
        mac.update(part.as_bytes());
    }
    let mut digits = HEXLOWER.encode(&mac.finalize().into_bytes());
    digits.truncate(32);
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_good_for_a_day_at_its_own_address() {
        let secret = [7; 32];
        let at = |seconds: i64| Moment(1_683_720_000_000_000 + seconds * 1_000_000);
        let mark = StartMark::write(&secret, "primerovo", at(0));
        let check = |address: &str, mark: &str, seconds, expected| {
            assert_eq!(StartMark::is_good(&secret, address, mark, at(seconds)), expected, "{address} {mark} {seconds}");
        };
        check("primerovo", &mark, 0, true);
        check("primerovo", &mark, 24 * 3600, true);
        check("primerovo", &mark, 25 * 3600, false);
        check("primerovo", &mark, -3600, false);
        check("other", &mark, 0, false);
        for wrong in
            ["", "-", "1", &mark.replace('-', ""), &format!("{mark}0"), &format!("0{mark}"), "9223372036854775807-0"]
        {
            check("primerovo", wrong, 0, false);
        }
        assert!(!StartMark::is_good(&[8; 32], "primerovo", &mark, at(0)), "another instance");
        assert_eq!(mark, StartMark::write(&secret, "primerovo", at(5)), "it tells nobody apart");
    }
}
