//! What is missing: questions skipped, answers broken off, and questions that were then never asked.

use super::super::{chance::Seeded, person::Person};

pub fn make(person: &mut Person, chance: &mut Seeded) {
    leave_out(person, chance);
    drop_what_is_not_asked(person);
}

/// Skipped questions: more on paper, where nothing reminds, and more where the question is hard; and four in a hundred
/// of those online stop half-way.
fn leave_out(person: &mut Person, chance: &mut Seeded) {
    let paper = person.said("mode") == "paper";
    let often = if paper { 0.05 } else { 0.02 };
    person.skips(&["last_day", "hours"], 0.16, chance);
    person.skips(&["used_times", "visits"], 0.06, chance);
    person.skips(&["age", "gender", "education", "place"], 0.03, chance);
    person.skips(&["e_obstacles", "forms_used", "followed_up", "ways", "obstacles"], 2.0 * often, chance);
    let others = [
        "capacity",
        "last_service",
        "channel",
        "waiting",
        "on_time",
        "q_information",
        "q_forms",
        "q_premises",
        "q_waiting",
        "q_attitude",
        "q_competence",
        "q_deadline",
        "q_fee",
        "overall",
        "integrity",
        "e_use",
        "forms_known",
        "p_informs",
        "p_asks",
        "p_reports",
        "p_control",
        "r_signal",
        "r_proposal",
        "r_complaint",
        "readiness",
    ];
    person.skips(&others, often, chance);
    if !paper && chance.happens(0.04) {
        let after = [
            "forms_known",
            "forms_used",
            "followed_up",
            "p_informs",
            "p_asks",
            "p_reports",
            "p_control",
            "r_signal",
            "r_proposal",
            "r_complaint",
            "obstacles",
            "readiness",
            "ways",
            "age",
            "gender",
            "education",
            "place",
        ];
        person.skips(&after, 1.0, chance);
    }
}

/// A question whose condition no longer holds was never asked.
fn drop_what_is_not_asked(person: &mut Person) {
    let not_asked = [
        ("waiting", person.said("channel") != "counter"),
        ("e_obstacles", matches!(person.said("e_use"), "" | "unaware")),
        ("forms_used", matches!(person.said("forms_known"), "" | "none")),
        ("ways", !matches!(person.said("readiness"), "rather_yes" | "certainly_yes")),
    ];
    for (code, hidden) in not_asked {
        if hidden {
            person.forgets(code);
        }
    }
    if matches!(person.said("forms_used"), "" | "none") {
        person.forgets("followed_up");
    }
}
