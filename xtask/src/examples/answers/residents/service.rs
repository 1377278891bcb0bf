//! Whether they used a service, how the last one went, and what they think of it.

use super::{
    super::{
        chance::Seeded,
        person::{Person, step},
    },
    DONT_KNOW, Disposition,
};

const SATISFACTION: [&str; 5] = ["not_at_all", "rather_not", "neither", "rather", "fully"];

pub fn answer(person: &mut Person, disposition: &Disposition, chance: &mut Seeded) {
    use_of_services(person, disposition, chance);
    if person.said("used") == "yes" {
        last_service(person, disposition, chance);
        quality(person, disposition, chance);
    }
}

fn use_of_services(person: &mut Person, disposition: &Disposition, chance: &mut Seeded) {
    let share = match person.said("capacity") {
        "business" => 0.92,
        "citizen" => 0.77,
        _ => 0.83,
    };
    if chance.happens(share) {
        person.says("used", "yes");
    } else {
        person.says("used", if chance.happens(0.15 + 0.03 * disposition.digital) { "cannot_recall" } else { "no" });
    }
}

fn last_service(person: &mut Person, disposition: &Disposition, chance: &mut Seeded) {
    let business = person.said("capacity") == "business";
    let mut times = 1;
    while times < 24 && chance.happens(if business { 0.72 } else { 0.5 }) {
        times += 1;
    }
    person.says("used_times", times);
    let services: &[(&str, f64)] = if business {
        &[("taxes", 34.0), ("trade", 32.0), ("building", 24.0), ("civil_status", 6.0), ("other", 4.0)]
    } else {
        &[("civil_status", 38.0), ("taxes", 31.0), ("building", 13.0), ("social", 12.0), ("trade", 3.0), ("other", 3.0)]
    };
    let service = chance.pick(services);
    person.says("last_service", service);
    if service == "other" {
        let words = [("Заверка на документ", 1.0), ("Общинска земя", 1.0), ("Място в детска градина", 1.0)];
        person.says("last_service_other", chance.pick(&words));
    }
    person.says("last_day", day_of_service(chance));
    let internet = if disposition.digital > 0.9 { 48.0 } else { 6.0 };
    let channels = [("counter", 66.0), ("internet", internet), ("post", 5.0), ("phone", 4.0), ("representative", 5.0)];
    let channel = chance.pick(&channels);
    person.says("channel", channel);
    let building = service == "building";
    let patience = 0.45 * disposition.pleased - chance.bell() - if building { 0.6 } else { 0.0 };
    if channel == "counter" {
        let bands = ["over_40", "from_21_to_40", "from_11_to_20", "to_10"];
        let band = if chance.happens(0.04) { DONT_KNOW } else { step(patience, &[-1.75, -0.6, 0.45], &bands) };
        person.says("waiting", band);
    }
    let went = match channel {
        "counter" | "representative" => 1,
        _ => 0,
    };
    let again = if building { 0.55 } else { 0.3 };
    let mut visits = went;
    while visits < 9 && chance.happens(again * if went == 0 { 0.4 } else { 1.0 }) {
        visits += 1;
    }
    person.says("visits", visits);
    let quarters = 1 + visits * chance.between(2, 6) + chance.between(0, 3);
    person.says("hours", f64::from(quarters) / 4.0);
    let late = if building { 30.0 } else { 12.0 } * if disposition.pleased < -0.5 { 2.0 } else { 1.0 };
    let outcomes =
        [("in_time", 68.0), ("late", late), ("not_received", late / 4.0), ("running", 6.0), ("unknown", 8.0)];
    person.says("on_time", chance.pick(&outcomes));
}

fn day_of_service(chance: &mut Seeded) -> String {
    const MONTHS: [(&str, f64); 11] = [
        ("2022-06", 1.0),
        ("2022-07", 1.0),
        ("2022-08", 1.0),
        ("2022-09", 2.0),
        ("2022-10", 2.0),
        ("2022-11", 2.0),
        ("2022-12", 2.0),
        ("2023-01", 4.0),
        ("2023-02", 4.0),
        ("2023-03", 7.0),
        ("2023-04", 9.0),
    ];
    format!("{}-{:02}", chance.pick(&MONTHS), chance.between(1, 28))
}

fn quality(person: &mut Person, disposition: &Disposition, chance: &mut Seeded) {
    let waited = match person.said("waiting") {
        "over_40" => -1.3,
        "from_21_to_40" => -0.6,
        "to_10" => 0.6,
        _ => 0.0,
    };
    let delayed = match person.said("on_time") {
        "late" => -0.9,
        "not_received" => -1.6,
        _ => 0.0,
    };
    let stairs = if person.said("age") == "over_74" { -0.7 } else { 0.0 };
    // The item, how far it stands from the middle, and how many cannot judge it.
    let items = [
        ("q_information", 0.05, 0.03),
        ("q_forms", -0.2, 0.05),
        ("q_premises", 0.2 + stairs, 0.03),
        ("q_waiting", -0.7 + waited, 0.03),
        ("q_attitude", 0.8, 0.02),
        ("q_competence", 0.5, 0.04),
        ("q_deadline", 0.05 + delayed, 0.07),
        ("q_fee", -0.1, 0.1),
    ];
    for (code, offset, cannot_judge) in items {
        let felt = 0.35 + offset + 0.65 * disposition.pleased + 0.7 * chance.bell();
        let answer =
            if chance.happens(cannot_judge) { DONT_KNOW } else { step(felt, &[-1.5, -0.7, -0.1, 1.05], &SATISFACTION) };
        person.says(code, answer);
    }
    let felt = 0.4 + 0.9 * disposition.pleased + 0.2 * waited + 0.25 * delayed + 0.4 * chance.bell();
    let answer = if chance.happens(0.03) { DONT_KNOW } else { step(felt, &[-1.6, -0.75, -0.1, 1.2], &SATISFACTION) };
    person.says("overall", answer);
    let asked = if disposition.pleased < -1.0 { 0.1 } else { 0.025 };
    let answer = if chance.happens(asked) { "yes" } else { chance.pick(&[("no", 92.0), ("rather_not_say", 8.0)]) };
    person.says("integrity", answer);
}
