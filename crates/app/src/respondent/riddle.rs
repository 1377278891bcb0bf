use super::start_mark::signed;
use base::{Key, Moment};
use sha2::{Digest, Sha256};

/// What is asked of a browser when so many questionnaires are begun that a program may be at it: to compute for about a
/// second, or to wait. Nobody is sent away, and whoever floods pays for each.
///
/// It is signed and names nobody; that it was used lies in memory alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Riddle {
    /// Seconds since 1970.
    given: i64,
    nonce: Key,
    text: String,
}

/// Every solution takes about 2¹⁷ hashes, a second on an old phone.
pub const DIFFICULTY: u32 = 17;
/// So many seconds somebody waits whose browser does not compute.
pub const WAIT: i64 = 15;
/// After so many seconds a riddle is forgotten.
pub const GOOD_FOR: i64 = 3600;

impl Riddle {
    pub fn give(secret: &[u8; 32], address: &str, nonce: Key, now: Moment) -> Riddle {
        let given = seconds(now);
        let (written, random) = (given.to_string(), nonce.to_string());
        let signature = signed(secret, b"riddle", &[address, &written, &random]);
        Riddle { given, nonce, text: format!("{written}-{random}-{signature}") }
    }

    /// What somebody brings; `None` where this program did not give it, or too long ago.
    pub fn read(secret: &[u8; 32], address: &str, text: &str, now: Moment) -> Option<Riddle> {
        let mut parts = text.split('-');
        let (given, nonce, _) = (parts.next()?, parts.next()?, parts.next()?);
        let given = Moment(given.parse::<i64>().ok()?.checked_mul(1_000_000)?);
        let riddle = Riddle::give(secret, address, nonce.parse().ok()?, given);
        (riddle.text == text && (0..=GOOD_FOR).contains(&riddle.age(now))).then_some(riddle)
    }

    /// As it stands in the form.
    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn nonce(&self) -> Key {
        self.nonce
    }

    /// When it is no longer taken, in seconds since 1970.
    pub fn ends(&self) -> i64 {
        self.given + GOOD_FOR
    }

    /// Whether the hash of the riddle and the solution begins with [`DIFFICULTY`] zero bits.
    pub fn is_solved_by(&self, solution: &str) -> bool {
        if solution.is_empty() || solution.len() > 20 {
            return false;
        }
        let hash: [u8; 32] = Sha256::digest(format!("{}:{solution}", self.text)).into();
        let [a, b, c, d, ..] = hash;
        u32::from_be_bytes([a, b, c, d]).leading_zeros() >= DIFFICULTY
    }

    pub fn waited(&self, now: Moment) -> bool {
        self.age(now) >= WAIT
    }

    fn age(&self, now: Moment) -> i64 {
        seconds(now).saturating_sub(self.given)
    }
}

/// Seconds since 1970.
pub fn seconds(now: Moment) -> i64 {
    now.0.div_euclid(1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Moment {
        Moment(1_683_720_000_000_000 + seconds * 1_000_000)
    }

    #[test]
    fn a_riddle_is_known_for_an_hour_at_its_own_address() {
        let secret = [7; 32];
        let riddle = Riddle::give(&secret, "primerovo", Key([9; 16]), at(0));
        let check = |address: &str, text: &str, seconds, expected: bool| {
            assert_eq!(
                Riddle::read(&secret, address, text, at(seconds)).is_some(),
                expected,
                "{address} {text} {seconds}"
            );
        };
        check("primerovo", riddle.text(), 0, true);
        check("primerovo", riddle.text(), 3600, true);
        check("primerovo", riddle.text(), 3601, false);
        check("primerovo", riddle.text(), -1, false);
        check("other", riddle.text(), 0, false);
        for wrong in ["", "-", "--", "1-2-3", &format!("{}-", riddle.text()), "9223372036854775807-a-b"] {
            check("primerovo", wrong, 0, false);
        }
        assert!(!riddle.waited(at(14)) && riddle.waited(at(15)));
    }

    #[test]
    fn a_solution_takes_work_and_is_seen_at_once() {
        let riddle = Riddle::give(&[7; 32], "primerovo", Key([9; 16]), at(0));
        let (solved, tries) = (0_u32..).zip(1..).find(|(number, _)| riddle.is_solved_by(&number.to_string())).unwrap();
        assert!(tries > 100, "{tries} tries");
        let other = Riddle::give(&[7; 32], "primerovo", Key([8; 16]), at(0));
        assert!(!other.is_solved_by(&solved.to_string()), "it is the solution of one riddle alone");
        assert!(!riddle.is_solved_by("") && !riddle.is_solved_by(&"1".repeat(1000)));
    }
}
