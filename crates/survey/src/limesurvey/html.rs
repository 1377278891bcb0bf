//! The words of a piece of HTML, and nothing of its markup: paragraphs and list items begin new lines, links keep their
//! address behind the words, scripts and styles are left out with all that is in them.

/// Whatever comes in, what comes out is plain words.
pub(crate) fn words(html: &str) -> String {
    let mut words = Words::default();
    let mut rest = html;
    while let Some(place) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(place);
        words.push(before);
        rest = if from.starts_with('<') { words.tag(from) } else { words.entity(from) };
    }
    words.push(rest);
    words.finish()
}

#[derive(Default)]
struct Words {
    text: String,
    /// The addresses of the links that are open.
    links: Vec<String>,
}

const MOST_LINKS: usize = 32;

impl Words {
    fn push(&mut self, text: &str) {
        for letter in text.chars() {
            // Outside of `<pre>` all gaps of HTML are one.
            let letter = if letter.is_whitespace() { ' ' } else { letter };
            let is_repeated = letter == ' ' && self.text.ends_with([' ', '\n']);
            if !letter.is_control() && !is_repeated {
                self.text.push(letter);
            }
        }
    }

    fn line(&mut self) {
        while self.text.ends_with(' ') {
            self.text.pop();
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Reads past a tag; a sign that opens none is a sign.
    fn tag<'a>(&mut self, from: &'a str) -> &'a str {
        let after = from.get(1..).unwrap_or_default();
        if let Some(comment) = after.strip_prefix("!--") {
            return comment.split_once("-->").map_or("", |(_, rest)| rest);
        }
        let opens = after.starts_with(|letter: char| letter.is_ascii_alphabetic() || matches!(letter, '/' | '!' | '?'));
        if !opens {
            // What follows must not become a tag with it when something between them is taken away.
            let is_apart = after.is_empty()
                || after.starts_with(|letter: char| letter.is_whitespace() || letter.is_ascii_digit() || letter == '=');
            self.push(if is_apart { "<" } else { "< " });
            return after;
        }
        let Some((inner, rest)) = split_tag(after) else { return "" };
        let is_end = inner.starts_with('/');
        let name: String = inner
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|letter| letter.to_ascii_lowercase())
            .collect();
        match name.as_str() {
            "script" | "style" | "iframe" | "object" | "noscript" | "template" | "svg" | "math" | "textarea"
                if !is_end && !inner.ends_with('/') =>
            {
                return past(rest, &name);
            }
            "br" | "p" | "div" | "tr" | "table" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hr"
            | "blockquote" => self.line(),
            "li" if !is_end => {
                self.line();
                self.text.push_str("– ");
            }
            "td" | "th" if is_end => self.push(" "),
            "a" if is_end => {
                if let Some(address) = self.links.pop().filter(|address| !self.text.ends_with(address.as_str())) {
                    let space = if self.text.ends_with(' ') { "" } else { " " };
                    self.push(&format!("{space}({address})"));
                }
            }
            "a" if self.links.len() < MOST_LINKS => self.links.extend(address(inner)),
            "img" => self.push(&attribute(inner, "alt").unwrap_or_default()),
            _ => {}
        }
        rest
    }

    fn entity<'a>(&mut self, from: &'a str) -> &'a str {
        let after = from.get(1..).unwrap_or_default();
        let end = after.char_indices().take(12).find(|(_, letter)| *letter == ';').map(|(place, _)| place);
        let known = end.and_then(|end| Some((after.get(..end)?, after.get(end + 1..)?)));
        match known.and_then(|(name, rest)| Some((letter(name)?, rest))) {
            Some((letter, rest)) => {
                self.push(letter.encode_utf8(&mut [0; 4]));
                rest
            }
            None => {
                self.push("&");
                after
            }
        }
    }

    fn finish(self) -> String {
        let lines = self.text.lines().map(str::trim).filter(|line| !line.is_empty() && *line != "–");
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// The inside of a tag and what follows it; a `>` within quotes does not end it.
fn split_tag(after: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    for (place, letter) in after.char_indices() {
        match (quote, letter) {
            (None, '>') => return Some((after.get(..place)?, after.get(place + 1..)?)),
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    // A quote that never closes is no quote.
    after.split_once('>')
}

/// Behind the end of an element whose content is no words.
fn past<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut left = rest;
    while let Some(place) = left.find("</") {
        let after = left.get(place + 2..).unwrap_or_default();
        if after.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)) {
            return after.split_once('>').map_or("", |(_, rest)| rest);
        }
        left = after;
    }
    ""
}

/// Only addresses that a person may want to open are kept.
fn address(tag: &str) -> Option<String> {
    let address = attribute(tag, "href").unwrap_or_default();
    let address = address.trim();
    let is_plain = ["https://", "http://", "mailto:"]
        .iter()
        .any(|start| address.get(..start.len()).is_some_and(|given| given.eq_ignore_ascii_case(start)));
    // A link of any other kind still has an end to be matched, so it is kept as nothing.
    Some(if is_plain && address.chars().count() <= 500 { address.to_owned() } else { String::new() })
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut left = tag;
    loop {
        let place = left.char_indices().find(|(place, _)| {
            left.get(*place..*place + name.len()).is_some_and(|given| given.eq_ignore_ascii_case(name))
        })?;
        let after = left.get(place.0 + name.len()..)?.trim_start();
        let Some(value) = after.strip_prefix('=') else {
            left = after;
            continue;
        };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|letter| matches!(letter, '"' | '\''));
        let value = match quote {
            Some(quote) => value.get(1..)?.split(quote).next()?,
            None => value.split(|letter: char| letter.is_whitespace() || letter == '>').next()?,
        };
        return Some(value.replace("&amp;", "&"));
    }
}

fn letter(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "laquo" => '«',
        "raquo" => '»',
        "bdquo" => '„',
        "ldquo" => '“',
        "rdquo" => '”',
        "lsquo" => '‘',
        "rsquo" => '’',
        "euro" => '€',
        "copy" => '©',
        "deg" => '°',
        "times" => '×',
        "agrave" => 'à',
        "acirc" => 'â',
        "ccedil" => 'ç',
        "egrave" => 'è',
        "eacute" => 'é',
        "ecirc" => 'ê',
        "auml" => 'ä',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "szlig" => 'ß',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::words;

    #[track_caller]
    fn check(html: &str, expect: &str) {
        assert_eq!(words(html), expect, "{html}");
    }

    #[test]
    fn only_words_are_left() {
        check("Колко <b>често</b>?", "Колко често?");
        check("<p>Едно.</p><p>Две.</p>", "Едно.\nДве.");
        check("Ред<br />нов", "Ред\nнов");
        check("<ul><li>а</li><li> б</li></ul>", "– а\n– б");
        check("a &lt; b &amp;&amp; c&nbsp;&#8211; &#x41;&nope;", "a < b && c – A&nope;");
        check("<a href=\"https://example.org/?a=1&amp;b=2\">тук</a>", "тук (https://example.org/?a=1&b=2)");
        check("<a href='javascript:alert(1)'>тук</a>", "тук");
        check("<script>alert('x')</script>Да<STYLE>p{}</STYLE>", "Да");
        check("<img src=x onerror=alert(1) alt='снимка'>", "снимка");
        check("1 < 2 и 3 > 2", "1 < 2 и 3 > 2");
        check("<a title='>'>x</a", "x");
        check("<!-- тайна -->да<!-- без край", "да");
        check("<scr<script>ipt>", "ipt>");
        check("<<a a=>a>", "< a>");
        check("под <18, <= 3", "под <18, <= 3");
        check("<svg><script>x</script></svg>да", "да");
    }
}
