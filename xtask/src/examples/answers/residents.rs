//! The 176: citizens, NGOs, business, administration; 120 answered online, 56 on paper cards.

mod gaps;
mod participation;
mod service;

use super::{chance::Seeded, person::Person, remarks};

const ONLINE: usize = 120;
const PAPER: usize = 56;

/// The option outside the base that every scale of the questionnaire has.
const DONT_KNOW: &str = "cannot_judge";

pub fn invent(chance: &mut Seeded) -> Vec<Person> {
    let mut people: Vec<Person> =
        (0..ONLINE + PAPER).map(|place| invent_one(if place < ONLINE { "online" } else { "paper" }, chance)).collect();
    chance.shuffle(&mut people);
    let mut remarks = remarks::OF_RESIDENTS;
    chance.shuffle(&mut remarks);
    for (person, remark) in people.iter_mut().filter(|person| !person.said("age").is_empty()).step_by(5).zip(remarks) {
        person.says("suggestion", remark);
    }
    people
}

/// What a person is like before anything is asked; each with mean 0 and deviation near 1.
struct Disposition {
    pleased: f64,
    trusting: f64,
    active: f64,
    digital: f64,
}

fn invent_one(mode: &str, chance: &mut Seeded) -> Person {
    let mut person = Person::default();
    person.says("mode", mode);
    profile(&mut person, chance);
    person.says("day", day_of_answering(mode, chance));
    let disposition = disposition(&person, chance);
    service::answer(&mut person, &disposition, chance);
    participation::answer(&mut person, &disposition, chance);
    gaps::make(&mut person, chance);
    person
}

fn profile(person: &mut Person, chance: &mut Seeded) {
    let capacity = chance.pick(&[("citizen", 118.0), ("business", 26.0), ("ngo", 17.0), ("administration", 15.0)]);
    let paper = person.said("mode") == "paper";
    let ages: &[(&str, f64)] = match (capacity == "citizen", paper) {
        (true, false) => &[
            ("from_14_to_17", 4.0),
            ("from_18_to_29", 18.0),
            ("from_30_to_44", 33.0),
            ("from_45_to_59", 28.0),
            ("from_60_to_74", 15.0),
            ("over_74", 2.0),
        ],
        (true, true) => &[
            ("from_14_to_17", 1.0),
            ("from_18_to_29", 7.0),
            ("from_30_to_44", 17.0),
            ("from_45_to_59", 27.0),
            ("from_60_to_74", 34.0),
            ("over_74", 14.0),
        ],
        (false, _) => {
            &[("from_18_to_29", 12.0), ("from_30_to_44", 40.0), ("from_45_to_59", 36.0), ("from_60_to_74", 12.0)]
        }
    };
    let age = chance.pick(ages);
    let (primary, secondary, higher) = match age {
        "from_14_to_17" => (85.0, 15.0, 0.0),
        "from_18_to_29" => (6.0, 52.0, 42.0),
        "from_30_to_44" => (6.0, 46.0, 48.0),
        "from_45_to_59" => (8.0, 54.0, 38.0),
        "from_60_to_74" => (17.0, 56.0, 27.0),
        _ => (38.0, 46.0, 16.0),
    };
    let schooled = if capacity == "citizen" { 1.0 } else { 2.5 };
    let education = chance.pick(&[("primary", primary), ("secondary", secondary), ("higher", higher * schooled)]);
    person.says("capacity", capacity);
    person.says("age", age);
    person.says("education", education);
    person.says("gender", chance.pick(&[("woman", 56.0), ("man", 41.0), ("rather_not_say", 3.0)]));
    person.says("place", chance.pick(&[("town", 61.0), ("village", 35.0), ("elsewhere", 4.0)]));
}

/// Cards in the box bear the last day of the fieldwork: nobody knows when each was put in.
fn day_of_answering(mode: &str, chance: &mut Seeded) -> String {
    if mode == "paper" {
        return "2023-06-09".to_owned();
    }
    let early = chance.happens(0.55);
    let days_gone = if early { chance.between(0, 9) } else { chance.between(0, 32) };
    if days_gone <= 23 { format!("2023-05-{:02}", 8 + days_gone) } else { format!("2023-06-{:02}", days_gone - 23) }
}

fn disposition(person: &Person, chance: &mut Seeded) -> Disposition {
    let age = match person.said("age") {
        "from_14_to_17" | "from_18_to_29" => -1.0,
        "from_60_to_74" | "over_74" => 1.0,
        _ => 0.0,
    };
    let schooled = match person.said("education") {
        "higher" => 1.0,
        "primary" => -1.0,
        _ => 0.0,
    };
    let inside = if person.said("capacity") == "administration" { 0.8 } else { 0.0 };
    let civic = if person.said("capacity") == "ngo" { 1.3 } else { 0.0 };
    let online = if person.said("mode") == "online" { 0.5 } else { -0.5 };
    let pleased = chance.bell() + 0.2 * age + inside;
    Disposition {
        pleased,
        trusting: 0.5 * pleased + 0.85 * chance.bell(),
        active: chance.bell() + 0.35 * schooled + civic + 0.5 * inside,
        digital: 0.8 * chance.bell() - 0.8 * age + 0.35 * schooled + online,
    }
}
