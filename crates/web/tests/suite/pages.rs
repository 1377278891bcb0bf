//! Every page × sample × language: valid, labelled, complete, with nothing inline and nothing from elsewhere.

use base::Language;
use html5ever::{ParseOpts, parse_document, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use web::Specimen;

#[test]
fn every_page_is_sound() {
    let mut faults = Vec::new();
    for language in Language::ALL {
        for specimen in web::specimens(language).unwrap() {
            for fault in faults_of(&specimen, language) {
                faults.push(format!("{} / {} / {language}: {fault}", specimen.page, specimen.sample));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_page_looks_as_it_did() {
    for language in Language::ALL {
        for Specimen { page, sample, html } in web::specimens(language).unwrap() {
            // The frame around is the same everywhere and is told once.
            let told = if page == "front" { html.as_str() } else { content(&html) };
            insta::assert_snapshot!(
                format!("{page}.{sample}.{language}"),
                without_figures(&without_fingerprints(told))
            );
        }
    }
}

fn content(html: &str) -> &str {
    let from = html.find("<main").unwrap();
    let to = html.find("</main>").unwrap();
    &html[from..to]
}

/// What a figure holds is told by the tests of the room that draws it; here only where it stands.
fn without_figures(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<figure class=\"figure\"") {
        let (tag, inner) = after.split_once('>').unwrap();
        let (_, tail) = inner.split_once("</figure>").unwrap();
        text.push_str(&format!("{before}<figure class=\"figure\"{tag}>…</figure>"));
        rest = tail;
    }
    text + rest
}

/// The names of assets change with every edit of the style; the snapshot tells of pages.
fn without_fingerprints(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("/assets/") {
        let (name, tail) = after.split_once('"').unwrap();
        let mut parts = name.split('.');
        text.push_str(&format!("{before}/assets/{}.{}\"", parts.next().unwrap(), parts.next_back().unwrap()));
        rest = tail;
    }
    text + rest
}

#[derive(Default)]
struct Seen {
    headings: Vec<u8>,
    ids: Vec<String>,
    labelled: Vec<String>,
    inputs: Vec<(Option<String>, String)>,
    references: Vec<String>,
    faults: Vec<String>,
}

fn faults_of(specimen: &Specimen, language: Language) -> Vec<String> {
    let mut faults = faults_in(&specimen.html);
    if !specimen.html.contains(&format!("<html lang=\"{language}\"")) {
        faults.push("the language is not set".to_owned());
    }
    faults
}

/// What is wrong with a page, whatever it tells.
pub fn faults_in(html: &str) -> Vec<String> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut seen = Seen::default();
    seen.faults.extend(dom.errors.borrow().iter().map(|error| format!("parse error: {error}")));
    walk(&dom.document, &mut seen, false);
    if let Some(from) = html.find('⟦') {
        seen.faults.push(format!("missing word: {}", html[from..].chars().take(40).collect::<String>()));
    }
    if seen.headings.iter().filter(|level| **level == 1).count() != 1 {
        seen.faults.push(format!("headings of the first level: {:?}", seen.headings));
    }
    for pair in seen.headings.windows(2) {
        if pair[1] > pair[0] + 1 {
            seen.faults.push(format!("a heading skips a level: {:?}", seen.headings));
        }
    }
    for (id, what) in &seen.inputs {
        if !id.as_ref().is_some_and(|id| seen.labelled.contains(id)) {
            seen.faults.push(format!("no label for {what}"));
        }
    }
    let mut ids = seen.ids.clone();
    ids.sort();
    for pair in ids.windows(2).filter(|pair| pair[0] == pair[1]) {
        seen.faults.push(format!("the id {} stands twice", pair[0]));
    }
    for reference in &seen.references {
        if !seen.ids.contains(reference) {
            seen.faults.push(format!("nothing has the id {reference}"));
        }
    }
    seen.faults
}

fn walk(node: &Handle, seen: &mut Seen, in_label: bool) {
    let mut in_label = in_label;
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let tag = name.local.to_string();
        let attributes: Vec<(String, String)> =
            attrs.borrow().iter().map(|one| (one.name.local.to_string(), one.value.to_string())).collect();
        let get = |name: &str| attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        if let Some(level) = tag.strip_prefix('h').and_then(|level| level.parse::<u8>().ok()) {
            seen.headings.push(level);
            if words_in(node).trim().is_empty() {
                seen.faults.push(format!("an empty {tag}"));
            }
        }
        seen.ids.extend(get("id"));
        match tag.as_str() {
            "label" => {
                in_label = true;
                seen.labelled.extend(get("for"));
            }
            "input" | "select" | "textarea" => {
                let quiet = matches!(get("type").as_deref(), Some("hidden" | "submit"));
                if !quiet && !in_label && get("aria-label").is_none() && get("aria-labelledby").is_none() {
                    seen.inputs.push((get("id"), format!("{tag} {:?}", get("name"))));
                }
            }
            "style" => seen.faults.push("an inline style".to_owned()),
            "script" if get("src").is_none() && !is_linked_data(node, get("type").as_deref()) => {
                seen.faults.push("an inline script".to_owned());
            }
            "a" | "button" if words_in(node).trim().is_empty() && get("aria-label").is_none() => {
                seen.faults.push(format!("a {tag} without words: {attributes:?}"));
            }
            "svg" if get("role").is_none() && get("aria-hidden").is_none() => {
                seen.faults.push("a picture that is neither described nor hidden".to_owned());
            }
            _ => {}
        }
        for (name, value) in &attributes {
            let loads = matches!(name.as_str(), "src" | "srcset" | "data" | "poster")
                || (tag == "link" && name == "href" && !is_relation(&attributes));
            if loads && (value.starts_with("http") || value.starts_with("//")) {
                seen.faults.push(format!("something from elsewhere: {value}"));
            }
            if name == "style" || name.starts_with("on") {
                seen.faults.push(format!("inline {name} on {tag}"));
            }
            if name == "href" && value.trim_start().to_lowercase().starts_with("javascript:") {
                seen.faults.push("a script as an address".to_owned());
            }
            if matches!(name.as_str(), "aria-describedby" | "aria-labelledby" | "for" | "list") {
                seen.references.extend(value.split_whitespace().map(str::to_owned));
            }
            if name == "href" && value.starts_with('#') {
                seen.references.push(value[1..].to_owned());
            }
        }
    }
    for child in node.children.borrow().iter() {
        walk(child, seen, in_label);
    }
}

/// Data that a browser never runs, in words that can be read.
fn is_linked_data(node: &Handle, kind: Option<&str>) -> bool {
    kind == Some("application/ld+json") && serde_json::from_str::<serde_json::Value>(&words_in(node)).is_ok()
}

/// A `link` that tells of another address and loads nothing.
fn is_relation(attributes: &[(String, String)]) -> bool {
    attributes.iter().any(|(name, value)| name == "rel" && matches!(value.as_str(), "canonical" | "alternate"))
}

fn words_in(node: &Handle) -> String {
    let mut words = String::new();
    if let NodeData::Text { contents } = &node.data {
        words.push_str(&contents.borrow());
    }
    for child in node.children.borrow().iter() {
        words.push_str(&words_in(child));
    }
    words
}
