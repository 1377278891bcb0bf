//! Whether a report tells how its study was made: every row that a method sheet has to have before anything is published.

use super::Trouble;
use crate::{
    Failure,
    study::{Reading, StudyData, draft},
};
use document::manuscript::{Body, Manuscript, MethodRow, MethodTopic, Part};
use survey::Audience;

/// A row that is missing, and of which audience.
#[derive(Debug, Clone)]
pub struct Lacking {
    pub topic: MethodTopic,
    pub audience: Option<Audience>,
}

/// What the method sheets of a manuscript do not tell, in the order in which they tell it.
pub fn lacking(manuscript: &Manuscript, data: &StudyData) -> Vec<Lacking> {
    let mut lacks = Vec::new();
    for topic in MethodTopic::ALL {
        if !topic.is_of_audience() {
            if !is_told(manuscript, topic, None) {
                lacks.push(Lacking { topic, audience: None });
            }
            continue;
        }
        let untold = data.audiences.iter().filter(|one| !is_told(manuscript, topic, Some(&one.audience.code)));
        lacks.extend(untold.map(|one| Lacking { topic, audience: Some(one.audience.clone()) }));
    }
    lacks
}

fn is_told(manuscript: &Manuscript, topic: MethodTopic, audience: Option<&str>) -> bool {
    rows(manuscript).any(|row| {
        let is_of = audience.is_none_or(|code| row.of.as_ref().is_none_or(|of| of.as_str() == code));
        is_of && row.tells.contains(&topic) && !row.words.is_empty()
    })
}

fn rows(manuscript: &Manuscript) -> impl Iterator<Item = &MethodRow> {
    manuscript.parts().iter().flat_map(|part| match &part.body {
        Body::MethodSheet(rows) => rows.as_slice(),
        Body::Heading { .. }
        | Body::Prose(_)
        | Body::Figure(_)
        | Body::Table(_)
        | Body::KeyNumbers(_)
        | Body::Quotations(_)
        | Body::Finding { .. }
        | Body::Recommendation { .. }
        | Body::Annex { .. }
        | Body::Notice { .. } => &[],
    })
}

/// The method sheet of a manuscript with the rows that it lacks and that the plan can tell by now.
///
/// # Errors
/// [`Trouble::NothingNew`] where the plan tells no more than the sheet.
pub fn filled(manuscript: &Manuscript, data: &StudyData) -> Result<Part, Failure> {
    let drafted = draft(data, Reading::ByAPerson)?;
    let lacks = lacking(manuscript, data);
    let found = manuscript.parts().iter().find(|part| matches!(part.body, Body::MethodSheet(_)));
    let id = found.map_or(manuscript.next(), |part| part.id);
    let mut sheet: Vec<MethodRow> = match found.map(|part| &part.body) {
        Some(Body::MethodSheet(rows)) => rows.clone(),
        Some(_) | None => Vec::new(),
    };
    let mut is_new = false;
    for row in rows(&drafted) {
        let tells = |lack: &Lacking| {
            let of = lack.audience.as_ref().map(|audience| audience.code.as_str());
            row.tells.contains(&lack.topic) && row.of.as_ref().map(document::manuscript::Name::as_str) == of
        };
        if !lacks.iter().any(tells) {
            continue;
        }
        is_new = true;
        let tells_less = |known: &MethodRow| {
            known.of == row.of && !known.tells.is_empty() && known.tells.iter().all(|topic| row.tells.contains(topic))
        };
        match sheet.iter().position(tells_less) {
            Some(place) => sheet.splice(place..=place, [row.clone()]).for_each(drop),
            None => sheet.push(row.clone()),
        }
    }
    if is_new { Ok(Part { id, body: Body::MethodSheet(sheet) }) } else { Err(Trouble::NothingNew.into()) }
}
