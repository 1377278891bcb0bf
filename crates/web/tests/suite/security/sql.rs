//! S13: words that a database would obey if they ever became part of a statement.

use super::reflected::{field_names, queried, visitor_for, with_parts};
use crate::{
    desk::{
        doors::{address, furnish},
        house::{House, in_each_house},
    },
    visitor::Visitor,
};
use axum::http::{Method, StatusCode};
use store::StoreFault;
use web::Door;

const NONSENSE: &str = "нищо";
const STATEMENTS: [&str; 4] = [
    "' or '1'='1",
    "x'); drop table person; --",
    "\\'; update person set password_hash = 'x'; /*",
    "\" union select password_hash from person where '%' like '$1",
];

/// Every table with the number of its rows, of those that no harmless request lets grow.
fn rows(house: &House) -> Vec<(String, i64)> {
    house.read(|tx, _| {
        let tables = tx.schema()?;
        let mut counted = Vec::new();
        for (table, _) in tables {
            let row = tx.one(&format!("select count(*) from {table}"), &[])?;
            counted.push((table, row.ok_or(StoreFault::Busy)?.take()?));
        }
        Ok(counted)
    })
}

/// Rows of these come and go with every visit.
const OF_VISITS: [&str; 11] = [
    "session",
    "failed_sign_in",
    "passkey_challenge",
    "openid_attempt",
    "journal",
    "journal_head",
    "setup_link",
    "letter",
    "draft",
    "counted",
    "uncounted",
];

async fn ask(visitor: &mut Visitor, method: &Method, address: &str, fields: &[(&str, &str)]) -> StatusCode {
    if *method == Method::GET { visitor.get(address).await.status } else { visitor.post(address, fields).await.status }
}

/// What a door answers to `word` in all parameters and fields, and in all parts of its address.
async fn answers(house: &House, door: &Door, names: &[String], word: &str) -> Vec<StatusCode> {
    let fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), word)).collect();
    let mut statuses = Vec::new();
    for address in [queried(&address(house, door.path), word), with_parts(door.path, word)] {
        let mut visitor = visitor_for(house, door.path);
        // Doors that are open to everybody take short forms.
        let most = if door.right.is_none() && door.method == Method::POST { 60 } else { fields.len() };
        for fields in fields.chunks(most) {
            statuses.push(ask(&mut visitor, &door.method, &address, fields).await);
        }
    }
    statuses
}

/// Whoever tries a door too often is asked to wait, whatever they type.
fn are_alike(given: &[StatusCode], expected: &[StatusCode]) -> bool {
    let waits = |status: &StatusCode| *status == StatusCode::TOO_MANY_REQUESTS;
    given.len() == expected.len()
        && given.iter().zip(expected).all(|(one, other)| one == other || waits(one) || waits(other))
}

#[tokio::test(flavor = "multi_thread")]
async fn s13_sql_in_every_parameter_path_and_field() {
    in_each_house(async |house| {
        furnish(house);
        // Whoever checks a password takes half a second for it; what they type is tried at one of these doors.
        let hashes = |door: &Door| door.path.contains("password") || door.path == "/desk/confirmation";
        let (doors, names) = (web::doors().into_iter().filter(|door| !hashes(door)), field_names());
        let doors: Vec<Door> = doors.collect();
        // A button that needs no words does its work the first time.
        for door in &doors {
            answers(house, door, &names, NONSENSE).await;
        }
        let before = rows(house);
        for door in &doors {
            let expected = answers(house, door, &names, NONSENSE).await;
            for statement in STATEMENTS {
                let given = answers(house, door, &names, statement).await;
                assert!(are_alike(&given, &expected), "{} {given:?}, {expected:?} with {statement}", door.path);
                assert!(given.iter().all(|status| !status.is_server_error()), "{} {given:?}", door.path);
            }
        }
        let settled = |rows: Vec<(String, i64)>| -> Vec<(String, i64)> {
            rows.into_iter().filter(|(table, _)| !OF_VISITS.contains(&table.as_str())).collect()
        };
        assert_eq!(settled(rows(house)), settled(before), "nothing came, nothing went");
        let hashes = house.read(|tx, tenant| tx.people(tenant)).into_iter().filter(|one| one.password_hash.is_some());
        assert_eq!(hashes.count(), 0);
    })
    .await;
}
