//! Everything that is held of whoever asks, as a file of their own.

use super::{SignedIn, UseDesk};
use crate::{Failure, Visit};
use app::privacy::{self, Held};
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use base::Moment;
use jiff::Timestamp;
use serde_json::{Value, json};
use store::Revision;

pub async fn download(_: UseDesk, visit: Visit, who: SignedIn) -> Result<Response, Failure> {
    let (person, now) = (who.person, visit.now);
    let held = visit.site.read(move |tx, instance| privacy::held_of(tx, instance.tenant, person, now)).await?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"glas-my-data.json\"")),
    ];
    Ok((headers, format!("{:#}\n", told(&held))).into_response())
}

/// Secrets are no data of the person, and neither they nor their digests leave the house.
fn told(held: &Held) -> Value {
    let Held { person, language, parties, sessions, passkeys, letters, questionnaires, reports, themes, acts } = held;
    let party = |id| parties.iter().find(|party| party.id == id).map(|party| party.name.bulgarian.as_str());
    let roles = person.memberships.iter().map(|part| json!({"role": part.role.code(), "party": party(part.party)}));
    let signed_in = sessions.iter().map(|session| {
        json!({
            "browser": session.browser, "begun": at(session.created), "last_used": at(session.last_seen),
            "ends": at(session.expires),
        })
    });
    let passkeys = passkeys
        .iter()
        .map(|passkey| json!({"name": passkey.name, "added": at(passkey.added), "last_used": passkey.used.map(at)}));
    let letters = letters.iter().map(|letter| {
        json!({
            "kind": letter.kind, "to": letter.recipient, "state": letter.state.code(), "written": at(letter.created),
        })
    });
    let acts = acts.iter().map(|entry| {
        let by_them = entry.person == Some(person.id);
        json!({"number": entry.number, "at": at(entry.at), "what": entry.kind, "by_you": by_them})
    });
    let changes = |of: &[Revision], about: &str| -> Vec<Value> {
        let told = |one: &Revision| json!({"what": one.act, about: one.about, "at": at(one.changed_at)});
        of.iter().map(told).collect()
    };
    let days: Vec<String> = themes.0.iter().map(ToString::to_string).collect();
    json!({
        "name": person.name,
        "account": person.account,
        "email": person.email,
        "language": language.map(|language| language.tag()),
        "added": at(person.created),
        "has_password": person.password_hash.is_some(),
        "roles": roles.collect::<Vec<_>>(),
        "signed_in": signed_in.collect::<Vec<_>>(),
        "passkeys": passkeys.collect::<Vec<_>>(),
        "letters": letters.collect::<Vec<_>>(),
        "questionnaire_changes": changes(questionnaires, "question"),
        "report_changes": changes(reports, "part"),
        "theme_changes": days,
        "answers_coded": themes.1,
        "journal": acts.collect::<Vec<_>>(),
    })
}

fn at(moment: Moment) -> Option<String> {
    Timestamp::from_microsecond(moment.0).ok().map(|instant| instant.to_string())
}
