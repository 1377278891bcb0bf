use super::dump::SECRETS;

/// Who ran the survey; what was asked does not need it.
const PEOPLE: [&str; 5] = ["admin", "adminemail", "bounce_email", "emailresponseto", "emailnotificationto"];

/// The document with nothing in these elements but their line ends.
pub(super) fn without(xml: &str) -> String {
    let mut text = xml.to_owned();
    for name in SECRETS.into_iter().chain(PEOPLE) {
        text = emptied(&text, &format!("<{name}>"), &format!("</{name}>"));
    }
    text
}

fn emptied(text: &str, begin: &str, end: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(begin) {
        let Some((within, behind)) = after.split_once(end) else { break };
        written.push_str(before);
        written.push_str(begin);
        // That something stood here is told to whoever imports it.
        let words = within.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>").trim();
        written.push_str(if matches!(words, "" | "off" | "N") { words } else { "*" });
        written.extend(within.chars().filter(|letter| *letter == '\n'));
        written.push_str(end);
        rest = behind;
    }
    written.push_str(rest);
    written
}
