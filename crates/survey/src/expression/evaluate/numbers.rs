#![expect(clippy::wildcard_enum_match_arm, reason = "each file answers for its own functions; the dispatch lists all")]

use super::{Arguments, Evaluator, Outcome, Value, count};
use crate::expression::function::Function;

/// Numbers and chance.
impl Evaluator<'_> {
    pub(super) fn numbers(&self, function: Function, given: Arguments<'_>) -> Outcome<Value> {
        let number = |place: usize| self.number(given, place);
        Ok(Value::Number(match function {
            Function::Number => number(0)?,
            Function::Int => number(0)?.trunc(),
            Function::Round => round(number(0)?, if given.has(1) { number(1)? } else { 0.0 }),
            Function::Floor => number(0)?.floor(),
            Function::Ceiling => number(0)?.ceil(),
            Function::Abs => number(0)?.abs(),
            Function::Pow => libm::pow(number(0)?, number(1)?),
            Function::Sqrt => libm::sqrt(number(0)?),
            Function::Exp => libm::exp(number(0)?),
            Function::Exp10 => libm::exp10(number(0)?),
            Function::Log => libm::log(number(0)?),
            Function::Log10 => libm::log10(number(0)?),
            Function::Sin => libm::sin(number(0)?),
            Function::Cos => libm::cos(number(0)?),
            Function::Tan => libm::tan(number(0)?),
            Function::Asin => libm::asin(number(0)?),
            Function::Acos => libm::acos(number(0)?),
            Function::Atan => libm::atan(number(0)?),
            Function::Atan2 => libm::atan2(number(0)?, number(1)?),
            Function::Pi => std::f64::consts::PI,
            Function::Min => extreme(&self.all(given, 0)?, f64::min),
            Function::Max => extreme(&self.all(given, 0)?, f64::max),
            Function::Sum => {
                let values = self.all(given, 0)?;
                // In a questionnaire a question without an answer is a place that is not there.
                let is_nothing = matches!(values.as_slice(), [only] if only.is_empty());
                if is_nothing { 0.0 } else { values.iter().map(Value::as_number).sum::<f64>() + 0.0 }
            }
            Function::CountNonEmpty => count(self.all(given, 0)?.iter().filter(|value| !value.is_empty()).count()),
            Function::Random => {
                let [a, b, c, d, ..] = self.bits()?.to_be_bytes();
                f64::from(u32::from_be_bytes([a, b, c, d])) / (f64::from(u32::MAX) + 1.0)
            }
            Function::Uuid => return self.uuid(given),
            _ => f64::NAN,
        }))
    }

    /// A random name of version 4 (RFC 9562 §5.4), or that many letters and digits.
    fn uuid(&self, given: Arguments<'_>) -> Outcome<Value> {
        if given.has(0) {
            const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
            let length = super::whole(self.number(given, 0)?).unwrap_or(0).min(256);
            let mut text = String::new();
            for _ in 0..length {
                let place = usize::try_from(self.bits()? % 62).unwrap_or(0);
                text.extend(LETTERS.get(place).map(|letter| char::from(*letter)));
            }
            return Ok(Value::Text(text));
        }
        let (high, low) = (self.bits()?, self.bits()?);
        let high = (high & !0xF000) | 0x4000;
        let low = (low & !(0b11 << 62)) | (0b10 << 62);
        Ok(Value::Text(format!(
            "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
            high >> 32,
            (high >> 16) & 0xFFFF,
            high & 0xFFFF,
            low >> 48,
            low & 0xFFFF_FFFF_FFFF
        )))
    }
}

/// One argument that is not a number makes the result not a number.
fn extreme(values: &[Value], pick: fn(f64, f64) -> f64) -> f64 {
    let numbers = values.iter().map(Value::as_number);
    numbers.reduce(|a, b| if a.is_nan() || b.is_nan() { f64::NAN } else { pick(a, b) }).unwrap_or(f64::NAN)
}

/// Half goes up, towards the larger number.
pub(super) fn round(number: f64, places: f64) -> f64 {
    let places = if places.is_nan() { 0.0 } else { places.trunc().clamp(-15.0, 15.0) };
    let unit = libm::pow(10.0, places.abs());
    if places < 0.0 { (number / unit + 0.5).floor() * unit } else { (number * unit + 0.5).floor() / unit }
}
