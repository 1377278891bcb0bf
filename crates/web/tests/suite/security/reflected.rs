//! S4: what comes in with a request and is shown back.

use super::{harm::HARM, inert::alive_in, sources};
use crate::{
    desk::{
        doors::{address, furnish},
        house::{House, Who, in_one_house},
    },
    visitor::{Answer, Visitor, encoded},
};
use axum::http::Method;
use std::{collections::BTreeSet, path::Path};

/// Every name that a handler looks for after the `?`, out of the source: a new one is tried without being told here.
pub fn query_names() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for file in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = std::fs::read_to_string(file).unwrap();
        for mark in ["asked.0.get(\"", "asked.0.text(\"", "asked.0.all(\"", "asked.0.has(\""] {
            names.extend(text.split(mark).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()));
        }
    }
    assert!(names.contains("back") && names.contains("before") && names.len() >= 6, "{names:?}");
    names
}

/// Every name of a field that stands in some form of the site.
pub fn field_names() -> Vec<String> {
    let mut names = BTreeSet::new();
    for page in web::specimens(base::Language::Bulgarian).unwrap() {
        let tags = page
            .html
            .split('<')
            .filter(|tag| ["input", "select", "textarea", "button"].iter().any(|known| tag.starts_with(known)));
        names.extend(tags.filter_map(|tag| Some(tag.split_once(" name=\"")?.1.split('"').next()?.to_owned())));
    }
    // Rows of a form are alike: the first stands for all.
    names.retain(|name| {
        let row = ["option_", "condition_"].iter().find_map(|rows| name.strip_prefix(rows));
        row.is_none_or(|row| row.starts_with("0_") || !row.starts_with(|digit: char| digit.is_ascii_digit()))
    });
    assert!(names.len() > 60, "{names:?}");
    names.into_iter().collect()
}

/// An address with `word` in place of everything that varies in it.
pub fn with_parts(path: &str, word: &str) -> String {
    let word: String = word.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let parts = path.split('/').map(|part| if part.starts_with('{') { word.clone() } else { part.to_owned() });
    parts.collect::<Vec<_>>().join("/")
}

pub fn queried(path: &str, word: &str) -> String {
    let names = query_names();
    let fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), word)).collect();
    format!("{path}?{}", encoded(&fields))
}

/// Who gets furthest at a door.
pub fn visitor_for(house: &House, path: &str) -> Visitor {
    let is_of_people = ["people", "parties", "rights", "upkeep", "projects/new"].iter().any(|part| path.contains(part));
    match path {
        _ if !path.starts_with("/desk") => house.visitor(),
        _ if is_of_people || path == "/desk/projects" => house.signed_in(Who::Administrator),
        _ => house.signed_in(Who::Researcher),
    }
}

fn is_inert(answer: &Answer, what: &str) {
    let alive = alive_in(answer);
    assert!(alive.is_empty(), "{what}: {alive:?}");
    assert!(!answer.status.is_server_error(), "{what}: {}", answer.status);
    let to = answer.header("location");
    assert!(
        to.is_empty() || (to.starts_with('/') && !to.starts_with("//") && !to.contains('\\')),
        "{what} leads to {to}"
    );
    assert!(!answer.headers.contains_key("set-cookie") || !answer.header("set-cookie").contains("a=b"), "{what}");
}

#[tokio::test(flavor = "multi_thread")]
async fn s04_reflected_in_queries_and_paths() {
    in_one_house(async |house| {
        furnish(house);
        for door in web::doors().into_iter().filter(|door| door.method == Method::GET) {
            let mut visitor = visitor_for(house, door.path);
            let real = if door.path.starts_with("/desk") { address(house, door.path) } else { named(door.path) };
            for address in
                [queried(&real, HARM), with_parts(door.path, HARM), format!("{real}/?{}", encoded(&[(HARM, HARM)]))]
            {
                for prefix in ["", "/en"] {
                    let answer = visitor.get(&format!("{prefix}{address}")).await;
                    is_inert(&answer, &address);
                }
            }
        }
    })
    .await;
}

/// A public address with something real behind it.
fn named(path: &str) -> String {
    let names =
        [("{project}", "primerovo"), ("{study}", "uchastie"), ("{token}", "primerovo-residents-22"), ("{number}", "1")];
    names.iter().fold(path.to_owned(), |path, (name, word)| path.replace(name, word)).replace(['{', '}'], "")
}

#[tokio::test(flavor = "multi_thread")]
async fn s04_reflected_in_forms() {
    in_one_house(async |house| {
        furnish(house);
        let names = field_names();
        let fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), HARM)).collect();
        let mut shown = 0;
        let files = [("names", &b"<script>"[..]), (HARM, &b"a;b\n=1+1;2\n"[..])];
        for door in web::doors().into_iter().filter(|door| door.method == Method::POST) {
            let real = if door.path.starts_with("/desk") { address(house, door.path) } else { named(door.path) };
            let answer = visitor_for(house, door.path).post(&real, &fields).await;
            is_inert(&answer, door.path);
            shown += u32::from(answer.text().contains("alert(1)"));
            if answer.status == axum::http::StatusCode::BAD_REQUEST {
                for file in files {
                    let name = file.0.replace(['"', '\r', '\n'], "");
                    let few = &fields[..fields.len().min(40)];
                    let plain: Vec<(&str, &str)> = few.iter().copied().filter(|(name, _)| *name != "file").collect();
                    let answer = visitor_for(house, door.path).upload(&real, &plain, (&name, file.1)).await;
                    is_inert(&answer, door.path);
                    shown += u32::from(answer.text().contains("alert(1)"));
                }
            }
        }
        assert!(shown >= 15, "what was typed is shown back at {shown} doors");
    })
    .await;
}
