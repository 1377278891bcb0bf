/// Where a link leads, judged by its scheme: everything that is neither of these is no link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Address<'a> {
    /// http or https
    Web(&'a str),
    /// mailto
    Mail(&'a str),
    /// A place in the same document, without the `#`.
    Anchor(&'a str),
    /// A path of the same site, or a query.
    Relative(&'a str),
}

impl Address<'_> {
    /// Reads `text` as an address. `None` for other schemes (`javascript:`, `data:`), for `//host`, and for characters that
    /// browsers drop or turn before they look for the scheme.
    pub fn read(text: &str) -> Option<Address<'_>> {
        let strange = |letter: char| letter.is_control() || letter.is_whitespace() || letter == '\\';
        if text.is_empty() || text.len() > LONGEST || text.contains(strange) || text.starts_with("//") {
            return None;
        }
        if let Some(anchor) = text.strip_prefix('#') {
            return Some(Address::Anchor(anchor));
        }
        let head = text.split(['/', '?', '#']).next().unwrap_or_default();
        match head.split_once(':') {
            None => Some(Address::Relative(text)),
            Some((scheme, rest)) => match scheme.to_ascii_lowercase().as_str() {
                // `https:path` without a host is read by browsers as something else than it looks.
                "http" | "https" if rest.is_empty() && text.contains("://") => Some(Address::Web(text)),
                "mailto" => Some(Address::Mail(text)),
                _ => None,
            },
        }
    }
}

const LONGEST: usize = 2000;
