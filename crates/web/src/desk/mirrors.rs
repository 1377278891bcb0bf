//! What a questionnaire shares with those of the other audiences of its study, told before it is adopted.

use super::questionnaire::Place;
use crate::{Failure, Frame, Said, Visit};
use survey::{Difference, Questionnaire, mirrored};

/// What is shared with one audience.
pub struct Mirror {
    pub audience: Said,
    /// How many questions are the same.
    pub same: String,
    pub rows: Vec<MirrorRow>,
}

/// One question that differs though its name is the same.
pub struct MirrorRow {
    pub code: String,
    pub label: Said,
    pub sentence: String,
    pub hint: String,
}

/// The other audiences with which the questionnaire shares a question.
pub async fn mirrors(
    visit: &Visit,
    frame: &Frame,
    place: &Place,
    questionnaire: &Questionnaire,
) -> Result<Vec<Mirror>, Failure> {
    let others = place.study.audiences.iter().filter(|other| other.id != place.audience.id);
    let mut found = Vec::new();
    for other in others {
        let Some(id) = other.questionnaire else { continue };
        let theirs = visit.site.read(move |tx, instance| instance.questionnaires.get(tx, id)).await?;
        found.extend(mirror(frame, frame.said(&other.name), questionnaire, &theirs));
    }
    Ok(found)
}

pub fn mirror(frame: &Frame, audience: Said, own: &Questionnaire, theirs: &Questionnaire) -> Option<Mirror> {
    let shared = mirrored(own, theirs);
    if shared.is_empty() {
        return None;
    }
    let differing = shared.iter().filter_map(|shared| Some((shared, shared.difference.as_ref()?)));
    let row = |(shared, difference): (&survey::Mirrored, &Difference)| {
        let (key, theirs) = match difference {
            Difference::Kind => ("mirror-kind", ""),
            Difference::Options => ("mirror-options", ""),
            Difference::Words { theirs } => ("mirror-words", theirs.as_str()),
        };
        let label = own.question(shared.code.as_str()).map(|question| frame.said(&question.label));
        MirrorRow {
            code: shared.code.to_string(),
            label: label.unwrap_or_else(|| Said::here("")),
            sentence: frame.tell(key, "theirs", theirs),
            hint: frame.say(&format!("{key}-hint")),
        }
    };
    let rows: Vec<MirrorRow> = differing.map(row).collect();
    Some(Mirror { audience, same: frame.tell("mirror-same", "n", shared.len() - rows.len()), rows })
}
