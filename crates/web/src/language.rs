//! `/en/…` is English; without a prefix the page speaks Bulgarian.

use axum::http::Uri;
use base::{Language, LanguageTag};

/// The language of an address, and the address without its prefix; `None` where nothing is to be cut.
pub fn split(uri: &Uri) -> (Language, Option<Uri>) {
    let Some(rest) = uri.path().strip_prefix("/en") else { return (Language::Bulgarian, None) };
    if !(rest.is_empty() || rest.starts_with('/')) {
        return (Language::Bulgarian, None);
    }
    let path = if rest.is_empty() { "/" } else { rest };
    let inner = match uri.query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    // What was a path stays a path, so this cannot fail; if it ever did, the page would be a kind 404.
    (Language::English, Some(inner.parse().unwrap_or_default()))
}

/// `path`, which begins with a slash, in `language`.
pub fn prefixed(language: Language, path: &str) -> String {
    match language {
        Language::Bulgarian => path.to_owned(),
        Language::English if path == "/" => "/en".to_owned(),
        Language::English => format!("/en{path}"),
    }
}

/// A language as those who speak it call it; its tag where we do not know.
pub fn own_name(language: LanguageTag) -> String {
    const NAMES: [(&str, &str); 12] = [
        ("bg", "Български"),
        ("en", "English"),
        ("tr", "Türkçe"),
        ("ro", "Română"),
        ("hy", "Հայերեն"),
        ("uk", "Українська"),
        ("ru", "Русский"),
        ("de", "Deutsch"),
        ("fr", "Français"),
        ("es", "Español"),
        ("el", "Ελληνικά"),
        ("rom", "Romani čhib"),
    ];
    let known = NAMES.into_iter().find(|(tag, _)| *tag == language.as_str());
    known.map_or_else(|| language.to_string(), |(_, name)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prefix_is_a_whole_segment() {
        let check = |address: &str, language, inner: &str| {
            let uri: Uri = address.parse().unwrap();
            let (found, rest) = split(&uri);
            assert_eq!((found, rest.unwrap_or(uri).to_string().as_str()), (language, inner), "{address}");
        };
        check("/", Language::Bulgarian, "/");
        check("/en", Language::English, "/");
        check("/en/", Language::English, "/");
        check("/en/projects/a?b=c", Language::English, "/projects/a?b=c");
        check("/english", Language::Bulgarian, "/english");
        check("/en//evil.example", Language::English, "//evil.example");
    }
}
