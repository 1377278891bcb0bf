use base::Key;
use std::{fmt, str::FromStr};

/// The code of one printed sheet: seven signs and one that checks them. It names the paper and nobody's answers.
///
/// Every sign looks the same in the Latin and the Bulgarian alphabet, and none looks like another, so it is read off paper
/// and typed with whatever keyboard there is. One wrong sign, or two in each other's place, is always noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SheetCode([u8; SIGNS]);

/// Why something typed is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnreadableSheetCode {
    /// Too short, too long, or with a sign that no code has.
    NotACode,
    /// It looks like one, but its last sign says that it was misread.
    Misread,
}

/// Without `B` and `O`, which look like digits, and without `0` and `1`, which look like letters. Seventeen is a prime, which
/// is why the check finds every exchange.
const ALPHABET: [char; 17] = ['2', '3', '4', '5', '6', '7', '8', '9', 'A', 'C', 'E', 'H', 'K', 'M', 'P', 'T', 'X'];
const BASE: u64 = 17;
const SIGNS: usize = 8;
/// As a scanner types it: digits alone are the same under every keyboard layout.
const DIGITS: usize = 12;
const LONGEST: usize = 60;

impl SheetCode {
    /// The code that a random key leads to; two keys may lead to one code.
    pub fn of(key: Key) -> SheetCode {
        let mut left = key.0.iter().fold(0_u64, |sum, byte| sum.wrapping_mul(257).wrapping_add(u64::from(*byte)));
        let mut values = [0; SIGNS];
        for value in values.iter_mut().take(SIGNS - 1) {
            *value = u8::try_from(left % BASE).unwrap_or(0);
            left /= BASE;
        }
        let sign = check(&values);
        if let Some(last) = values.last_mut() {
            *last = sign;
        }
        SheetCode(values)
    }

    /// Twelve digits for a scanner.
    pub fn digits(&self) -> String {
        let number = self.0.iter().fold(0_u64, |number, value| number * BASE + u64::from(*value));
        format!("{number:0DIGITS$}")
    }

    fn of_digits(text: &str) -> Option<SheetCode> {
        let mut number: u64 = text.parse().ok()?;
        let mut values = [0; SIGNS];
        for value in values.iter_mut().rev() {
            *value = u8::try_from(number % BASE).ok()?;
            number /= BASE;
        }
        (number == 0).then_some(SheetCode(values))
    }

    fn checked(self) -> Result<SheetCode, UnreadableSheetCode> {
        let is_right = self.0.last() == Some(&check(&self.0));
        if is_right { Ok(self) } else { Err(UnreadableSheetCode::Misread) }
    }
}

/// What the last of the values must be: each of the others has a weight of its own.
fn check(values: &[u8; SIGNS]) -> u8 {
    let sum: u64 = (1_u64..).zip(values.iter().take(SIGNS - 1)).map(|(weight, value)| weight * u64::from(*value)).sum();
    u8::try_from(sum % BASE).unwrap_or(0)
}

/// The sign that is meant: small letters, letters of the other alphabet, and signs that are taken for one of ours.
fn meant(sign: char) -> Option<u8> {
    let capital = sign.to_uppercase().next().unwrap_or(sign);
    let ours = match capital {
        'А' => 'A',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'К' => 'K',
        'М' => 'M',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        'B' | 'В' => '8',
        'З' => '3',
        'S' => '5',
        'Z' => '2',
        other => other,
    };
    ALPHABET.iter().position(|known| *known == ours).and_then(|place| u8::try_from(place).ok())
}

impl FromStr for SheetCode {
    type Err = UnreadableSheetCode;

    /// With or without hyphens and spaces, in either alphabet, or the digits of a scanner.
    fn from_str(text: &str) -> Result<SheetCode, UnreadableSheetCode> {
        if text.len() > LONGEST {
            return Err(UnreadableSheetCode::NotACode);
        }
        let signs: String =
            text.chars().filter(|sign| !matches!(sign, '-' | '–' | '.') && !sign.is_whitespace()).collect();
        if signs.len() == DIGITS && signs.bytes().all(|byte| byte.is_ascii_digit()) {
            return SheetCode::of_digits(&signs).ok_or(UnreadableSheetCode::NotACode)?.checked();
        }
        let values: Option<Vec<u8>> = signs.chars().map(meant).collect();
        let values = values.and_then(|values| <[u8; SIGNS]>::try_from(values).ok());
        SheetCode(values.ok_or(UnreadableSheetCode::NotACode)?).checked()
    }
}

/// As it is printed: `K7XA-2M4C`.
impl fmt::Display for SheetCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, value) in self.0.iter().enumerate() {
            if place == SIGNS / 2 {
                f.write_str("-")?;
            }
            let sign = ALPHABET.get(usize::from(*value)).copied().unwrap_or('2');
            fmt::Write::write_char(f, sign)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_read_as_people_and_scanners_write_it() {
        let code = SheetCode::of(Key([7; 16]));
        let printed = code.to_string();
        assert_eq!(printed.len(), 9, "{printed}");
        let cyrillic: String = printed
            .chars()
            .map(|sign| match sign {
                'A' => 'а',
                'C' => 'с',
                'E' => 'е',
                'H' => 'н',
                'K' => 'к',
                'M' => 'м',
                'P' => 'р',
                'T' => 'т',
                'X' => 'х',
                other => other,
            })
            .collect();
        for text in [printed.clone(), printed.to_lowercase(), printed.replace('-', " "), cyrillic, code.digits()] {
            assert_eq!(text.parse(), Ok(code), "{text}");
        }
        for text in ["", "K7XA", "K7XA-2M4C-K7XA", "Ж7XA-2M4C", "99999999999999", "999999999999"] {
            assert_eq!(text.parse::<SheetCode>(), Err(UnreadableSheetCode::NotACode), "{text}");
        }
    }

    proptest! {
        #[test]
        fn one_wrong_sign_is_noticed(key in any::<[u8; 16]>(), place in 0_usize..8, sign in 0_u8..17) {
            let code = SheetCode::of(Key(key));
            let mut wrong = code;
            wrong.0[place] = sign;
            prop_assert_eq!(wrong.checked().is_ok(), wrong == code);
        }

        #[test]
        fn two_signs_in_each_others_place_are_noticed(key in any::<[u8; 16]>(), one in 0_usize..8, other in 0_usize..8) {
            let code = SheetCode::of(Key(key));
            let mut wrong = code;
            wrong.0.swap(one, other);
            prop_assert_eq!(wrong.checked().is_ok(), wrong == code);
        }

        #[test]
        fn whatever_is_typed_is_read_or_not(text in "\\PC{0,50}|[2-9ACEHKMPTX -]{0,12}|[0-9]{12}") {
            if let Ok(code) = text.parse::<SheetCode>() {
                prop_assert_eq!(code.to_string().parse(), Ok(code));
                prop_assert_eq!(code.digits().parse(), Ok(code));
            }
        }
    }
}
