use super::text;
use crate::{Cover, Document, FundingSigns, Words, escape::escaped, flag};

/// Kind, title, finding; whose, under which project, with whose money; the day.
pub(super) fn write(document: &Document, out: &mut String) {
    let cover = &document.cover;
    out.push_str("<header class=\"document-head\">\n");
    if let Some(demonstration) = &document.demonstration {
        paragraph("document-demonstration", demonstration, out);
    }
    paragraph("document-kind", &cover.kind, out);
    out.push_str(&format!("<h1>{}</h1>\n", escaped(&document.title)));
    paragraph("document-summary", cover.summary.as_deref().unwrap_or_default(), out);
    paragraph("document-project", cover.project.as_deref().unwrap_or_default(), out);
    facts(cover, out);
    if let Some(funding) = &cover.funding {
        write_funding(funding, &document.words, out);
    }
    paragraph("document-date", &cover.date, out);
    out.push_str("</header>\n");
}

fn facts(cover: &Cover, out: &mut String) {
    let parties = cover.parties.iter().map(|party| (party.part.clone(), party.name.clone()));
    let rows: Vec<(String, String)> = parties.chain(cover.rows.iter().cloned()).collect();
    if !rows.is_empty() {
        text::definitions("document-facts", &rows, out);
    }
}

fn write_funding(funding: &FundingSigns, words: &Words, out: &mut String) {
    out.push_str("<div class=\"funding\">\n");
    if funding.european_union {
        out.push_str(&flag::svg(&words.flag, "funding-flag"));
    }
    if !funding.signs.is_empty() {
        let signs: Vec<String> = funding.signs.iter().map(|sign| format!("<li>{}</li>", escaped(sign))).collect();
        out.push_str(&format!("<ul class=\"funding-signs\">{}</ul>\n", signs.concat()));
    }
    out.push_str("</div>\n");
    paragraph("funding-formula", &funding.formula, out);
}

fn paragraph(class: &str, words: &str, out: &mut String) {
    if !words.is_empty() {
        out.push_str(&format!("<p class=\"{class}\">{}</p>\n", escaped(words)));
    }
}
