#![expect(clippy::wildcard_enum_match_arm, reason = "each file answers for its own functions; the dispatch lists all")]

use super::numbers::round;
use super::{Arguments, Evaluator, Outcome, Value};
use crate::expression::function::Function;

/// The radius with which both engines of ODK compute, in metres: the earth as a ball.
const RADIUS: f64 = 6_378_100.0;
const MOST_POINTS: usize = 10_000;

/// Areas and distances: in metres to two decimals, as in Enketo.
impl Evaluator<'_> {
    pub(super) fn geography(&self, function: Function, given: Arguments<'_>) -> Outcome<Value> {
        Ok(match function {
            Function::Distance => {
                let points = self.points(given, 0)?;
                let metres: f64 = points.iter().zip(points.iter().skip(1)).map(|(a, b)| between(a, b)).sum();
                Value::Number(round(metres, 2.0))
            }
            Function::Area => Value::Number(round(area(&self.points(given, 0)?), 2.0)),
            Function::Geofence => {
                let place = points(&self.text(given, 0)?);
                let fence = points(&self.text(given, 1)?);
                Value::Boolean(place.first().is_some_and(|place| is_inside(place, &fence)))
            }
            _ => Value::Number(f64::NAN),
        })
    }

    /// One text with a whole line, or several with a place each.
    fn points(&self, given: Arguments<'_>, from: usize) -> Outcome<Vec<Point>> {
        let mut all = Vec::new();
        for value in self.all(given, from)? {
            let found = points(&value.as_text());
            self.work.some(found.len())?;
            all.extend(found);
            all.truncate(MOST_POINTS);
        }
        Ok(all)
    }
}

/// In radians.
struct Point {
    latitude: f64,
    longitude: f64,
}

/// `latitude longitude altitude accuracy; …`; nothing at all where one of them cannot be read.
fn points(text: &str) -> Vec<Point> {
    let point = |part: &str| {
        let mut numbers = part.split_whitespace().map(|number| number.parse::<f64>().ok().filter(|n| n.is_finite()));
        let (latitude, longitude) = (numbers.next()??, numbers.next()??);
        let is_on_earth = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
        is_on_earth.then(|| Point { latitude: latitude.to_radians(), longitude: longitude.to_radians() })
    };
    let parts = text.split(';').filter(|part| !part.trim().is_empty()).take(MOST_POINTS);
    parts.map(point).collect::<Option<Vec<Point>>>().unwrap_or_default()
}

/// Along the great circle, by the haversine formula: it is exact for places near each other too, where the law of cosines
/// that the engines of ODK use is off by a dozen centimetres.
fn between(one: &Point, two: &Point) -> f64 {
    let half = |difference: f64| libm::pow(libm::sin(difference / 2.0), 2.0);
    let across = libm::cos(one.latitude) * libm::cos(two.latitude) * half(one.longitude - two.longitude);
    2.0 * RADIUS * libm::asin(libm::sqrt((half(one.latitude - two.latitude) + across).clamp(0.0, 1.0)))
}

/// The area between a line and the equator, side by side, on a ball; a line that does not close is closed.
fn area(points: &[Point]) -> f64 {
    if points.len() < 3 {
        return 0.0;
    }
    let next = points.iter().skip(1).chain(points.first());
    let sides = points
        .iter()
        .zip(next)
        .map(|(one, two)| (two.longitude - one.longitude) * (2.0 + libm::sin(one.latitude) + libm::sin(two.latitude)));
    (sides.sum::<f64>() * RADIUS * RADIUS / 2.0).abs()
}

/// A ray from the place crosses the fence an odd number of times.
fn is_inside(place: &Point, fence: &[Point]) -> bool {
    let next = fence.iter().skip(1).chain(fence.first());
    let crossings = fence.iter().zip(next).filter(|(one, two)| {
        (one.latitude > place.latitude) != (two.latitude > place.latitude) && {
            let slope = (two.longitude - one.longitude) / (two.latitude - one.latitude);
            place.longitude < slope * (place.latitude - one.latitude) + one.longitude
        }
    });
    crossings.count() % 2 == 1
}
