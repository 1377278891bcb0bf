//! Somebody who opens whatever the site leads to.

use super::inert::alive_in;
use crate::{
    desk::{doors, house::House},
    visitor::{Answer, Visitor},
};
use axum::http::Method;
use std::collections::BTreeMap;

/// Follows every link below `within`, from `starts` on, and brings back what stands there.
pub async fn crawl(visitor: &mut Visitor, starts: Vec<String>, within: &[&str]) -> BTreeMap<String, Answer> {
    let (mut ahead, mut found) = (starts, BTreeMap::new());
    while let Some(address) = ahead.pop() {
        if found.contains_key(&address) {
            continue;
        }
        let answer = visitor.get(&address).await;
        if !answer.header("content-type").starts_with("font/") {
            let is_within = |link: &String| within.iter().any(|part| link.starts_with(part));
            ahead.extend(links(&answer.text()).into_iter().filter(is_within));
        }
        found.insert(address, answer);
        assert!(found.len() < 3_000, "there is no end to it");
    }
    found
}

/// Every address that a page, a feed or the map of the site names, without what is only a place in it.
fn links(text: &str) -> Vec<String> {
    let marks = ["href=\"", "src=\"", "action=\"", "content=\"https://glas.example", "<loc>https://glas.example"];
    let ends = ['"', '#', '<'];
    let named = marks.iter().flat_map(|mark| text.split(mark).skip(1));
    let named = named.filter_map(|rest| rest.split(ends).next()).map(|link| link.replace("&amp;", "&"));
    let here = named.map(|link| link.strip_prefix("https://glas.example").map_or(link.clone(), str::to_owned));
    here.filter(|link| link.starts_with('/') && link.is_ascii() && !link.contains(' ')).collect()
}

/// Each door at the desk that can be looked through, with something real behind it.
pub fn desk_addresses(house: &House) -> Vec<String> {
    let doors = web::doors().into_iter().filter(|door| door.method == Method::GET && door.path.starts_with("/desk"));
    doors.map(|door| doors::address(house, door.path)).collect()
}

/// What of it came alive, with where.
pub fn alive(found: &BTreeMap<String, Answer>) -> Vec<String> {
    let each = found.iter().flat_map(|(address, answer)| {
        let fault = answer.status.is_server_error().then(|| answer.status.to_string());
        alive_in(answer).into_iter().chain(fault).map(move |what| format!("{address}: {what}"))
    });
    each.collect()
}

/// How many answers of this kind hold the words.
pub fn with_words(found: &BTreeMap<String, Answer>, kind: &str, words: &str) -> usize {
    let of_kind = found.values().filter(|answer| answer.header("content-type").starts_with(kind));
    of_kind.filter(|answer| answer.text().contains(words)).count()
}

pub fn without_language(address: &str) -> &str {
    address.strip_prefix("/en").filter(|rest| rest.is_empty() || rest.starts_with('/')).unwrap_or(address)
}

/// Whether this is an address of the door: `{names}` stand for one segment each.
pub fn leads_to(address: &str, door: &str) -> bool {
    let path = without_language(address).split(['?', '#']).next().unwrap();
    let (path, door): (Vec<&str>, Vec<&str>) = (path.split('/').collect(), door.split('/').collect());
    let is_one = |(part, name): (&&str, &&str)| name.starts_with('{') || part == name;
    path.len() == door.len() && path.iter().zip(&door).all(is_one)
}
