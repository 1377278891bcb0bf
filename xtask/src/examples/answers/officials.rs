//! The six officials. They think better of the waiting than those who wait, and less of people's interest.

use super::{
    chance::Seeded,
    person::{Person, step},
    remarks,
};

const SATISFACTION: [&str; 5] = ["not_at_all", "rather_not", "neither", "rather", "fully"];
const HOW_WELL: [&str; 5] = ["very_badly", "badly", "middling", "well", "very_well"];
const FREQUENCY: [&str; 4] = ["never", "rarely", "often", "always"];
const KNOWLEDGE: [&str; 3] = ["no", "partly", "yes"];

pub fn invent(chance: &mut Seeded) -> Vec<Person> {
    let mut people: Vec<Person> = (0..6).map(|_| invent_one(chance)).collect();
    for (person, remark) in people.iter_mut().step_by(2).zip(remarks::OF_OFFICIALS) {
        person.says("suggestion", remark);
    }
    // One does not know the answer and says so; one does not wish to answer.
    if let [first, second, ..] = people.as_mut_slice() {
        first.says("q_fee", "cannot_judge");
        second.forgets("feedback_hours");
    }
    people
}

fn invent_one(chance: &mut Seeded) -> Person {
    let mut person = Person::default();
    let pleased = 0.6 + 0.5 * chance.bell();
    person.says("mode", "online");
    person.says("day", format!("2023-05-{:02}", chance.between(9, 26)));
    at_the_counter(&mut person, pleased, chance);
    feedback(&mut person, pleased, chance);
    people_taking_part(&mut person, chance);
    person.says("experience", chance.pick(&[("to_5", 2.0), ("over_5", 4.0)]));
    person
}

fn at_the_counter(person: &mut Person, pleased: f64, chance: &mut Seeded) {
    let serves = chance.happens(0.6);
    person.says("counter_work", if serves { "yes" } else { "no" });
    if serves {
        person.says("served_per_day", chance.between(2, 7) * 5);
    }
    let items = [
        ("q_information", 0.1),
        ("q_forms", -0.3),
        ("q_premises", 0.1),
        ("q_waiting", 0.0),
        ("q_attitude", 0.9),
        ("q_competence", 0.8),
        ("q_deadline", 0.5),
        ("q_fee", -0.2),
    ];
    for (code, offset) in items {
        let felt = offset + pleased + 0.4 * chance.bell();
        person.says(code, step(felt, &[-1.5, -0.6, 0.2, 1.3], &SATISFACTION));
    }
    person.says("overall_expected", step(pleased + 0.3, &[-1.5, -0.6, 0.2, 1.5], &SATISFACTION));
    person.says("waiting_expected", chance.pick(&[("to_10", 3.0), ("from_11_to_20", 3.0), ("from_21_to_40", 1.0)]));
    person.says("gift_rule", chance.pick(&[("yes", 4.0), ("partly", 2.0)]));
    person.says("trained", chance.pick(&[("yes", 2.0), ("no", 4.0)]));
    let obstacles = [("no_signature", 0.8), ("unclear", 0.5), ("not_offered", 0.2), ("no_device", 0.5), ("trust", 0.4)];
    choose(person, "e_obstacles", &obstacles, "prefers_person", chance);
}

fn feedback(person: &mut Person, pleased: f64, chance: &mut Seeded) {
    let methods = [("survey", 0.8), ("staff", 0.6), ("signals", 0.7), ("media", 0.15), ("meetings", 0.3)];
    choose(person, "methods", &methods, "signals", chance);
    if person.said("methods").split(' ').any(|method| method == "survey") {
        person.says("survey_rounds", chance.between(1, 2));
    }
    if chance.happens(0.6) {
        person.says("report_day", "2023-02-27");
    }
    let discussed = step(0.5 * pleased + 0.7 * chance.bell(), &[-0.9, 0.4, 1.4], &FREQUENCY);
    person.says("discussed", discussed);
    if discussed != "never" {
        person.says("acted_on", step(0.5 * chance.bell(), &[-1.0, 0.3, 1.4], &FREQUENCY));
    }
    person.says("feedback_hours", f64::from(chance.between(0, 12)) / 2.0);
    for (code, offset) in [("p_informs", 0.8), ("p_asks", 0.3), ("p_reports", -0.2), ("p_control", -0.1)] {
        let felt = offset + 0.4 * pleased + 0.5 * chance.bell();
        person.says(code, step(felt, &[-1.3, -0.4, 0.25, 1.4], &HOW_WELL));
    }
}

fn people_taking_part(person: &mut Person, chance: &mut Seeded) {
    for (code, offset) in [("r_signal", 0.6), ("r_proposal", 0.1), ("r_complaint", 0.5)] {
        person.says(code, step(offset + 0.5 * chance.bell(), &[-0.45, 0.35], &KNOWLEDGE));
    }
    let obstacles = [("no_time", 0.7), ("no_information", 0.3), ("no_effect", 0.3), ("no_interest", 0.7)];
    choose(person, "obstacles", &obstacles, "no_interest", chance);
    let ways = [("short_online", 0.7), ("card", 0.6), ("meeting", 0.3), ("group", 0.1), ("proposal", 0.3)];
    choose(person, "ways", &ways, "card", chance);
    let obstacles =
        [("time", 0.7), ("people", 0.8), ("money", 0.3), ("training", 0.4), ("software", 0.5), ("turnout", 0.6)];
    choose(person, "administration", &obstacles, "people", chance);
}

/// Some of the options, and `otherwise` where chance took none.
fn choose(person: &mut Person, code: &str, shares: &[(&str, f64)], otherwise: &str, chance: &mut Seeded) {
    let mut chosen = chance.subset(shares);
    if chosen.is_empty() {
        chosen.push(otherwise);
    }
    person.chooses(code, &chosen);
}
