//! Electronic services, the forms of participation, rights, and readiness to take part.

use super::{
    super::{
        chance::Seeded,
        person::{Person, step},
    },
    DONT_KNOW, Disposition,
};

const HOW_WELL: [&str; 5] = ["very_badly", "badly", "middling", "well", "very_well"];

pub fn answer(person: &mut Person, disposition: &Disposition, chance: &mut Seeded) {
    electronic(person, disposition, chance);
    participation(person, disposition, chance);
    rights(person, disposition, chance);
    readiness(person, disposition, chance);
}

fn electronic(person: &mut Person, disposition: &Disposition, chance: &mut Seeded) {
    let felt = disposition.digital + 0.6 * chance.bell();
    let answer = if person.said("channel") == "internet" {
        "yes"
    } else {
        step(felt, &[-1.1, 0.75, 1.1], &["unaware", "no", "failed", "yes"])
    };
    person.says("e_use", answer);
    if answer == "unaware" {
        return;
    }
    let user = answer == "yes";
    let old = if disposition.digital < -0.6 { 2.0 } else { 1.0 };
    let mut obstacles = chance.subset(&[
        ("no_signature", if user { 0.22 } else { 0.48 }),
        ("unclear", if answer == "failed" { 0.7 } else { 0.26 }),
        ("not_offered", if user { 0.3 } else { 0.12 }),
        ("no_device", if user { 0.0 } else { 0.11 * old }),
        ("trust", 0.14),
        ("prefers_person", if user { 0.08 } else { 0.28 * old }),
        ("other", 0.03),
    ]);
    if obstacles.contains(&"other") {
        let words = [("Сайтът е бавен", 1.0), ("Не мога да платя с карта", 1.0), ("Помагат ми децата", 1.0)];
        person.says("e_obstacles_other", chance.pick(&words));
    }
    if obstacles.is_empty() {
        obstacles.push("nothing");
    }
    person.chooses("e_obstacles", &obstacles);
}

fn participation(person: &mut Person, disposition: &Disposition, chance: &mut Seeded) {
    let lean = 0.13 * disposition.active;
    let shares = [
        ("survey", 0.36 + lean),
        ("signal", 0.63 + lean),
        ("proposal", 0.37 + lean),
        ("discussion", 0.42 + lean),
        ("reception", 0.55 + lean),
        ("council", 0.14 + lean),
        ("petition", 0.27 + lean),
    ];
    let mut known = chance.subset(&shares);
    let mut used = Vec::new();
    for form in &known {
        let likes = match *form {
            "signal" => 0.26,
            "survey" => 0.2,
            "reception" => 0.14,
            "discussion" => 0.12,
            _ => 0.07,
        };
        if chance.happens(likes + 0.06 * disposition.active) {
            used.push(*form);
        }
    }
    if known.is_empty() {
        known.push("none");
    } else if used.is_empty() {
        used.push("none");
    } else {
        let outcomes = [("fully", 11.0), ("partly", 24.0), ("no", 50.0), ("waiting", 15.0)];
        person.says("followed_up", chance.pick(&outcomes));
    }
    person.chooses("forms_known", &known);
    person.chooses("forms_used", &used);
    let stranger = if person.said("used") == "yes" { 0.0 } else { 0.12 };
    let items =
        [("p_informs", 0.35, 0.06), ("p_asks", -0.3, 0.09), ("p_reports", -0.75, 0.14), ("p_control", -0.6, 0.2)];
    for (code, offset, cannot_judge) in items {
        let felt = offset + 0.7 * disposition.trusting + 0.65 * chance.bell();
        let unsure = chance.happens(cannot_judge + stranger);
        person.says(code, if unsure { DONT_KNOW } else { step(felt, &[-1.3, -0.4, 0.25, 1.4], &HOW_WELL) });
    }
}

fn rights(person: &mut Person, disposition: &Disposition, chance: &mut Seeded) {
    for (code, offset) in [("r_signal", 0.35), ("r_proposal", -0.15), ("r_complaint", 0.05)] {
        let felt = offset + 0.6 * disposition.active + 0.7 * chance.bell();
        let unsure = chance.happens(0.02);
        person.says(code, if unsure { DONT_KNOW } else { step(felt, &[-0.45, 0.35], &["no", "partly", "yes"]) });
    }
}

fn readiness(person: &mut Person, disposition: &Disposition, chance: &mut Seeded) {
    let doubting = if disposition.trusting < 0.0 { 0.18 } else { 0.0 };
    let young = if person.said("age").starts_with("from_1") { 0.12 } else { 0.0 };
    let mut obstacles = chance.subset(&[
        ("no_time", 0.34),
        ("no_information", 0.44 - 0.07 * disposition.active),
        ("not_invited", 0.36),
        ("no_effect", 0.22 + doubting),
        ("fear", 0.06 + 0.5 * doubting),
        ("hours", 0.13),
        ("no_interest", 0.06 + young),
        ("other", 0.02),
    ]);
    if obstacles.contains(&"other") {
        let words = [("Трудно се придвижвам", 1.0), ("Рядко съм в общината", 1.0)];
        person.says("obstacles_other", chance.pick(&words));
    }
    if obstacles.is_empty() {
        obstacles.push("nothing");
    }
    person.chooses("obstacles", &obstacles);
    let felt = 0.2 + 0.55 * disposition.active + 0.2 * disposition.trusting + 0.7 * chance.bell();
    let steps = ["certainly_not", "rather_not", "rather_yes", "certainly_yes"];
    let answer = if chance.happens(0.06) { DONT_KNOW } else { step(felt, &[-1.2, -0.2, 0.95], &steps) };
    person.says("readiness", answer);
    let online = 0.5 + 0.18 * disposition.digital;
    let mut ways = chance.subset(&[
        ("short_online", online),
        ("card", 0.8 - online),
        ("meeting", 0.24 + 0.08 * disposition.active),
        ("group", 0.12 + 0.08 * disposition.active),
        ("visit", 0.13),
        ("proposal", 0.2),
    ]);
    if ways.is_empty() {
        ways.push(if online > 0.5 { "short_online" } else { "card" });
    }
    person.chooses("ways", &ways);
}
