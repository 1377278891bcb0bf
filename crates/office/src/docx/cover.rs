use super::{
    body::{Body, Drawn},
    figure::{EMU, inline},
    paragraph::{Look, Paragraph, plain, run},
    table::pairs,
};
use document::Document;

/// The title page: whose document it is, under which project, with whose money.
pub(super) fn of(document: &Document, flag: Option<Drawn>, body: &mut Body<'_>) -> String {
    let cover = &document.cover;
    let mut out = String::new();
    let mut say = |style: &str, words: &str| {
        if !words.trim().is_empty() {
            out.push_str(&Paragraph { style, ..Paragraph::default() }.holding(&plain(words)));
        }
    };
    say("DemonstrationMark", document.demonstration.as_deref().unwrap_or_default());
    say("Subtitle", &cover.kind);
    say("Title", &document.title);
    say("Lead", cover.summary.as_deref().unwrap_or_default());
    say("CoverText", cover.project.as_deref().unwrap_or_default());
    let parties = cover.parties.iter().map(|party| (&party.part, &party.name));
    let rows: Vec<Vec<String>> = parties
        .chain(cover.rows.iter().map(|(term, words)| (term, words)))
        .map(|(term, words)| vec![plain(term), plain(words)])
        .collect();
    if !rows.is_empty() {
        out.push_str(&pairs(&rows));
    }
    out.push_str(&Paragraph { style: "CoverText", ..Paragraph::default() }.holding(&plain(&cover.date)));
    if let Some(address) = &document.address {
        let link = body.links.link(address, &run(address, Look { style: Some("Hyperlink"), ..Look::default() }));
        out.push_str(&Paragraph { style: "CoverText", ..Paragraph::default() }.holding(&link));
    }
    let Some(funding) = &cover.funding else { return out };
    if let Some(flag) = flag {
        let picture = inline(flag, &document.words.flag, &document.words.flag, FLAG * EMU);
        out.push_str(&Paragraph { style: "Signs", keeps_with_next: true, ..Paragraph::default() }.holding(&picture));
    }
    let signs = funding.signs.iter().map(|sign| (sign, Look { strong: true, ..Look::default() }));
    for (words, look) in signs.chain([(&funding.formula, Look::default())]).filter(|(words, _)| !words.is_empty()) {
        out.push_str(&Paragraph { style: "Signs", ..Paragraph::default() }.holding(&run(words, look)));
    }
    out
}

/// How wide the flag is, in twentieths of a point: 24 mm.
const FLAG: usize = 1360;
