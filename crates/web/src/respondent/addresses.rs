//! The addresses of answering, without the prefix of the language.

use app::respondent::{Place, ReceiptCode};
use base::Key;

pub fn start(token: &str) -> String {
    format!("/s/{}", segment(token))
}

pub fn drafts(token: &str) -> String {
    format!("{}/drafts", start(token))
}

pub fn whole(token: &str) -> String {
    format!("{}/all", start(token))
}

pub fn answers(token: &str) -> String {
    format!("{}/answers", start(token))
}

pub fn receipt(token: &str, code: ReceiptCode) -> String {
    format!("{}/receipt/{}", start(token), code.address())
}

/// Where a personal code is typed.
pub fn code(token: &str) -> String {
    format!("{}/code", start(token))
}

/// The overview of a draft.
pub fn draft(token: &str, draft: Key) -> String {
    format!("{}/{draft}", start(token))
}

pub fn submission(token: &str, key: Key) -> String {
    format!("{}/submission", draft(token, key))
}

pub fn deletion(token: &str, key: Key) -> String {
    format!("{}/deletion", draft(token, key))
}

pub fn page(token: &str, key: Key, page: &str) -> String {
    let mark = if is_ours(page) { "~" } else { "" };
    format!("{}/{}{mark}", draft(token, key), segment(page))
}

pub fn place(token: &str, key: Key, place: &Place) -> String {
    match place {
        Place::Page(code) => page(token, key, code),
        Place::Review => draft(token, key),
        Place::Start => start(token),
    }
}

/// The code of a page from the last part of its address.
pub fn page_code(segment: &str) -> &str {
    segment.strip_suffix('~').unwrap_or(segment)
}

/// A group may be called as our own addresses are; no code has a tilde in it.
fn is_ours(page: &str) -> bool {
    matches!(page, "submission" | "deletion")
}

/// A name or a value after the `?`.
pub fn encoded(text: &str) -> String {
    segment(text)
}

/// Codes may be Cyrillic; an address is of ASCII.
fn segment(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => written.push(char::from(byte)),
            _ => written.push_str(&format!("%{byte:02X}")),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_an_address_whatever_it_is_called() {
        let check = |code: &str, last: &str| {
            let address = page("жители", Key([0; 16]), code);
            assert_eq!(address, format!("/s/%D0%B6%D0%B8%D1%82%D0%B5%D0%BB%D0%B8/{}/{last}", Key([0; 16])), "{code}");
        };
        check("q1", "q1");
        check("въпрос.1", "%D0%B2%D1%8A%D0%BF%D1%80%D0%BE%D1%81.1");
        check("submission", "submission~");
        assert_eq!(page_code("submission~"), "submission");
        assert_eq!(page_code("q1"), "q1");
    }
}
