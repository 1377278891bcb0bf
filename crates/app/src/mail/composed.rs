use super::{Letter, Line};
use crate::{Words, study::document_words};
use base::{Argument, Language};
use document::{Block, Inline, html};

/// A letter in words: the plain text first, and the same as simple HTML without pictures.
#[derive(Clone, PartialEq, Eq)]
pub struct Composed {
    pub title: Line,
    pub text: String,
    pub html: String,
}

impl Composed {
    /// Puts the letter into words. `link` is the address behind its button; `site` the one at which the public reaches us.
    pub fn of(letter: Letter, words: Words, values: &[(&str, Argument)], link: Option<&str>, site: &str) -> Composed {
        let host = site.split_once("://").map_or(site, |(_, host)| host);
        let mut values = values.to_vec();
        values.push(("site", host.into()));
        let key = format!("letter-{}", letter.code());
        let said = |key: &str| words.find(key, &values).unwrap_or_default();
        let mut written = paragraphs(&words.tell(&key, &values));
        if let Some(address) = link {
            written.push(linked(&said(&format!("{key}.link")), address));
        }
        written.extend(paragraphs(&said(&format!("{key}.after"))));
        written.extend(paragraphs(&words.tell("letter-foot", &[("address", site.into())])));
        let title = Line::of(&words.tell(&format!("{key}.title"), &values));
        Composed { text: text(&written), html: page(&title, words, written), title }
    }
}

type Paragraph = Vec<Inline>;

fn paragraphs(words: &str) -> Vec<Paragraph> {
    let paragraphs = words.split("\n\n").map(str::trim).filter(|words| !words.is_empty());
    paragraphs.map(|words| vec![Inline::Text(words.to_owned())]).collect()
}

/// The words are the link, and the address stands beside them: whoever reads on paper or distrusts links can type it.
fn linked(words: &str, address: &str) -> Paragraph {
    let link = Inline::Link { address: address.to_owned(), words: vec![Inline::Text(words.to_owned())] };
    vec![link, Inline::Text(format!(": {address}"))]
}

fn text(paragraphs: &[Paragraph]) -> String {
    let mut text = paragraphs.iter().map(|words| Inline::plain(words)).collect::<Vec<_>>().join("\n\n");
    text.push('\n');
    text
}

fn page(title: &Line, words: Words, paragraphs: Vec<Paragraph>) -> String {
    let heading = Block::Heading { level: 2, text: title.as_str().to_owned(), anchor: "letter".to_owned() };
    let blocks: Vec<Block> = std::iter::once(heading).chain(paragraphs.into_iter().map(Block::Paragraph)).collect();
    let body = html::blocks(&blocks, &document_words(&words));
    let language = words.language();
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
}

/// Where a page of the site is in the language of the letter.
pub(super) fn address(site: &str, language: Language, path: &str) -> String {
    match language {
        Language::Bulgarian => format!("{site}{path}"),
        Language::English => format!("{site}/en{path}"),
    }
}
