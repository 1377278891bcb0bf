//! Whether an answer of the site holds anything that comes alive where it is read.

use crate::visitor::Answer;
use html5ever::{ParseOpts, parse_document, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// What would run, draw or lead astray in an answer, by its kind; nothing where it is inert.
pub fn alive_in(answer: &Answer) -> Vec<String> {
    let mut alive = Vec::new();
    let kind = answer.header("content-type").split(';').next().unwrap_or_default().to_owned();
    let is_download = answer.header("content-disposition").starts_with("attachment; filename*=");
    match kind.as_str() {
        _ if is_download => {}
        "text/html" => alive = alive_in_page(&answer.text()),
        "image/svg+xml" | "application/atom+xml" | "application/xml" => alive_in_xml(&answer.text(), &mut alive),
        "application/json" => {
            if let Err(error) = serde_json::from_slice::<serde_json::Value>(&answer.bytes) {
                alive.push(format!("unreadable JSON: {error}"));
            }
        }
        "text/csv" => alive_in_table(&answer.text(), &mut alive),
        "" | "text/plain" | "text/css" | "text/javascript" | "font/woff2" | "image/png" | "application/pdf" => {}
        "application/zip" if answer.header("content-disposition").starts_with("attachment; ") => {}
        other => alive.push(format!("an answer of an unknown kind: {other}")),
    }
    for (name, value) in &answer.headers {
        if value.to_str().is_ok_and(|value| value.contains("a=b")) && !is_download {
            alive.push(format!("{name} holds what somebody wrote"));
        }
    }
    if answer.header("x-content-type-options") != "nosniff" {
        alive.push("a browser may guess what it is".to_owned());
    }
    alive
}

/// The same for a page or a letter.
pub fn alive_in_page(html: &str) -> Vec<String> {
    let mut alive = Vec::new();
    walk(&parse_document(RcDom::default(), ParseOpts::default()).one(html).document, &mut alive);
    alive
}

fn walk(node: &Handle, alive: &mut Vec<String>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let tag = name.local.to_string();
        let attributes: Vec<(String, String)> =
            attrs.borrow().iter().map(|one| (one.name.local.to_string(), one.value.to_string())).collect();
        let get = |name: &str| attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let is_data = get("type") == Some("application/ld+json");
        let is_ours = get("src").is_some_and(|src| src.starts_with("/assets/"));
        match tag.as_str() {
            "script" if is_data => {
                let words: String = node.children.borrow().iter().map(words_of).collect();
                if serde_json::from_str::<serde_json::Value>(&words).is_err() {
                    alive.push("data that cannot be read".to_owned());
                }
            }
            "script" if is_ours => {}
            "script" | "style" | "iframe" | "object" | "embed" | "base" | "foreignobject" | "zlo" => {
                alive.push(format!("<{tag}> {attributes:?}"));
            }
            "img" if !is_ours => alive.push(format!("<img> {attributes:?}")),
            _ => {}
        }
        for (name, value) in &attributes {
            if name.starts_with("on") || matches!(name.as_str(), "style" | "srcdoc") {
                alive.push(format!("{name} on <{tag}>"));
            }
            if matches!(name.as_str(), "href" | "src" | "action" | "formaction" | "poster" | "data") && is_script(value)
            {
                alive.push(format!("{name}=\"{value}\" on <{tag}>"));
            }
        }
    }
    node.children.borrow().iter().for_each(|child| walk(child, alive));
}

/// As a browser reads an address: what is not seen is left out before the scheme is looked at.
fn is_script(address: &str) -> bool {
    let seen: String = address.chars().filter(|letter| !letter.is_control() && !letter.is_whitespace()).collect();
    let scheme = seen.to_lowercase();
    ["javascript:", "vbscript:", "data:", "blob:", "file:"].iter().any(|bad| scheme.starts_with(bad))
}

fn words_of(node: &Handle) -> String {
    if let NodeData::Text { contents } = &node.data { contents.borrow().to_string() } else { String::new() }
}

/// Each tag of ours is written as it is; whatever else begins with `<` came out of the words.
fn alive_in_xml(text: &str, alive: &mut Vec<String>) {
    for (place, _) in text.match_indices('<') {
        let tag: String = text[place..].chars().take_while(|letter| *letter != '>').collect();
        let name: String = tag.chars().skip(1).take_while(|letter| letter.is_alphanumeric()).collect();
        let acts = tag.split_whitespace().skip(1).any(|part| part.to_lowercase().starts_with("on"));
        let is_bad =
            ["script", "img", "image", "zlo", "foreignobject", "style"].contains(&name.to_lowercase().as_str());
        if is_bad || acts || tag.starts_with("<!") || is_script(tag.split("href=\"").nth(1).unwrap_or_default()) {
            alive.push(tag);
        }
    }
    if text.contains("]]>") || text.contains(|letter: char| letter.is_control() && !letter.is_whitespace()) {
        alive.push("something that XML cannot hold".to_owned());
    }
}

/// RFC 4180, and no cell that a spreadsheet computes.
fn alive_in_table(text: &str, alive: &mut Vec<String>) {
    let (mut quoted, mut cell) = (false, String::new());
    for letter in text.trim_start_matches('\u{feff}').chars().chain(['\n']) {
        match letter {
            '"' => quoted = !quoted,
            ',' | ';' | '\n' | '\r' if !quoted => {
                if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
                    alive.push(format!("a formula: {cell}"));
                }
                cell.clear();
            }
            _ => cell.push(letter),
        }
    }
    if quoted {
        alive.push("a table whose quotes do not end".to_owned());
    }
}

#[test]
fn what_is_alive_is_told() {
    let page = |html: &str| alive_in_page(&format!("<!doctype html><p>{html}</p>")).len();
    for html in [
        "<script>1</script>",
        "<script src=\"https://evil.example/\"></script>",
        "<img src=x onerror=alert(1)>",
        "<a href=\" java\tscript:alert(1)\">x</a>",
        "<a href=\"data:text/html,x\">x</a>",
        "<zlo>x</zlo>",
        "<p onclick=x>",
    ] {
        assert!(page(html) > 0, "{html}");
    }
    assert_eq!(page("&lt;script&gt; <a href=\"/projects\">x</a> <script src=\"/assets/a.js\"></script>"), 0);
    let told = |judge: fn(&str, &mut Vec<String>), text: &str| {
        let mut alive = Vec::new();
        judge(text, &mut alive);
        alive.len()
    };
    assert_eq!(told(alive_in_xml, "<svg><text x=\"1\">&lt;script&gt;</text></svg>"), 0);
    assert!(told(alive_in_xml, "<svg onload=\"x\"></svg>") > 0 && told(alive_in_xml, "<svg><script/></svg>") > 0);
    assert_eq!(told(alive_in_table, "a,\"'=1+1\",\"b\"\"\n\"\nc,1\n"), 0);
    assert!(told(alive_in_table, "a,=1+1\n") > 0 && told(alive_in_table, "a,\"=1+1\"\n") > 0);
}
