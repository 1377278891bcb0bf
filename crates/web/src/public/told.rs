//! How things of other rooms are told on public pages.

use crate::{Frame, Said, parts::DocumentRow};
use app::Words;
use jiff::civil::Date;
use outreach::{Nature, Part, Project, Publication, PublicationKind, Slug, Stage};
use std::cmp::Reverse;

/// The key of a word for what somebody is in a project.
pub fn part_key(part: Part) -> &'static str {
    match part {
        Part::Beneficiary => "part-beneficiary",
        Part::Partner => "part-partner",
        Part::Observer => "part-observer",
    }
}

/// „Проект BG05SFOP001-2.025-0108“, or what it is where it has no number.
pub fn project_kicker(words: &Words, project: &Project) -> String {
    match &project.funding {
        Some(funding) => words.tell("project-kicker", &[("number", funding.project_number.as_str().into())]),
        None => words.say("tab-project"),
    }
}

/// „Доклад“, „Новина“.
pub fn kind_words(words: &Words, kind: PublicationKind) -> String {
    words.say(&format!("publication-{}", kind.code()))
}

/// A publication as one row of a list; `None` while it is a draft.
pub fn document_row(frame: &Frame, project: &Project, publication: &Publication) -> Option<DocumentRow> {
    let Stage::Published { on, updated } = publication.stage else { return None };
    let words = &frame.words;
    let mut notes = Vec::new();
    if updated > on {
        notes.push(Said::here(words.tell("updated-on", &[("day", words.date(updated).into())])));
    }
    for attachment in &publication.version.attachments {
        let size = words.size(attachment.bytes);
        notes.push(Said::here(format!("{} {size}", format_name(&attachment.media_type, &attachment.name))));
    }
    if publication.version.original.is_some() {
        notes.push(Said::here(words.say("original-elsewhere")));
    }
    Some(DocumentRow {
        title: frame.said(&publication.version.title),
        address: frame.to(&format!("/projects/{}/publications/{}", project.slug, publication.slug)),
        kind: kind_words(words, publication.kind),
        date: words.date(on),
        notes,
    })
}

/// The order of lists: by day, and on one day in the order of the work, the report before its analysis.
pub fn newest_first(publication: &Publication) -> (Reverse<Option<Date>>, Option<usize>, Slug) {
    let day = match publication.stage {
        Stage::Draft => None,
        Stage::Published { on, .. } => Some(on),
    };
    let place = PublicationKind::ALL.iter().position(|kind| *kind == publication.kind);
    (Reverse(day), place, publication.slug.clone())
}

/// What people call a kind of file: „PDF“, „XLSX“.
pub fn format_name(media_type: &str, file_name: &str) -> String {
    match media_type {
        "application/pdf" => "PDF".to_owned(),
        "text/csv" => "CSV".to_owned(),
        "image/jpeg" => "JPEG".to_owned(),
        _ => match file_name.rsplit_once('.') {
            Some((_, ending)) if (1..=5).contains(&ending.len()) => ending.to_uppercase(),
            Some(_) | None => media_type.to_owned(),
        },
    }
}

/// An address may end in the name of another form: `perushtitsa.json`.
pub fn name_and_form<'a>(name: &'a str, form: &str) -> (&'a str, bool) {
    match name.rsplit_once('.') {
        Some((name, ending)) if ending == form => (name, true),
        Some(_) | None => (name, false),
    }
}

/// „Демонстрационни данни · Община Примерово“, for whatever leaves the site without its banner.
pub fn demonstration(words: &Words, project: &Project) -> Option<String> {
    match project.nature {
        Nature::Real => None,
        Nature::Demonstration => {
            let place = project.party_with(Part::Partner).map_or(&project.place, |party| &party.name);
            Some(words.tell("banner-demonstration", &[("who", place.say(words.language()).into())]))
        }
    }
}
