//! Files that come with a form: each looked into, and kept before the form itself is read.

use crate::{Failure, Fields, Visit, desk::upload::UploadedFile};
use app::answer_files::{self, Seal};
use base::{AudienceId, StudyId};
use survey::{AttachedFile, FileProblem, FileShape, Question, QuestionCode, Questionnaire, WhyNot, entry};

/// Ends the name of the buttons by which a file is taken back; no code of a question has a colon in it.
const REMOVAL: &str = ":remove";

/// Whether a button was pressed by which a file is taken back: the page is not left by it.
pub fn stays(fields: &Fields) -> bool {
    fields.0.iter().any(|(name, _)| name.ends_with(REMOVAL))
}

/// Whose files they are: of which study, and for which audience the form is.
#[derive(Debug, Clone, Copy)]
pub struct Whose {
    pub study: StudyId,
    pub audience: AudienceId,
}

/// Puts into the fields, for each question that takes files: those that the form held already and that are not taken back,
/// then those that came with it, or why they were not kept. All are named by their seals.
///
/// # Errors
/// Only faults.
pub async fn received(
    visit: &Visit,
    whose: Whose,
    questionnaire: &Questionnaire,
    sent: &Fields,
    files: &[UploadedFile],
    fields: &mut entry::Fields,
) -> Result<(), Failure> {
    let shaped = |question: &Question| Some((question.code.clone(), answer_files::shape(question)?));
    for (code, shape) in questionnaire.questions().filter_map(shaped) {
        let removed: Vec<&str> =
            sent.0.iter().filter(|(name, _)| is_removal(name, &code)).map(|(_, of)| of.as_str()).collect();
        let mut values = fields.remove(code.as_str()).unwrap_or_default();
        values.retain(|value| {
            answer_files::told(value).is_some_and(|file| !removed.contains(&file.file.to_string().as_str()))
        });
        let most = usize::try_from(shape.most).unwrap_or(usize::MAX);
        for file in files.iter().filter(|file| file.field == code.as_str() && !is_nothing(file)) {
            if values.len() >= most {
                values.push(FileProblem { why: WhyNot::TooMany, name: file.name.clone() }.to_field());
                break;
            }
            values.push(kept(visit, whose, shape, file).await?);
        }
        if !values.is_empty() {
            fields.insert(code.to_string(), values);
        }
    }
    Ok(())
}

fn is_removal(name: &str, code: &QuestionCode) -> bool {
    name.strip_suffix(REMOVAL) == Some(code.as_str())
}

/// What a browser sends where no file was chosen.
fn is_nothing(file: &UploadedFile) -> bool {
    file.name.is_empty() && file.bytes.is_empty()
}

async fn kept(visit: &Visit, whose: Whose, shape: FileShape, file: &UploadedFile) -> Result<String, Failure> {
    let (name, bytes) = (file.name.clone(), file.bytes.clone());
    let accepted = match visit.site.in_turn(move || Ok(answer_files::accept(shape, &name, bytes))).await? {
        Ok(accepted) => accepted,
        Err(problem) => return Ok(problem.to_field()),
    };
    let more = u64::try_from(accepted.bytes.len()).unwrap_or(u64::MAX);
    let has_room = visit.site.read(move |tx, instance| answer_files::has_room(instance, tx, whose.study, more)).await?;
    if !has_room {
        return Ok(FileProblem { why: WhyNot::NoRoom, name: accepted.name }.to_field());
    }
    let instance = visit.site.instance()?;
    let media_type = accepted.kind.media_type.to_owned();
    let kept = instance.store.keep_answer_file(instance.tenant, accepted.bytes, media_type.clone()).await?;
    let name = Some(accepted.name).filter(|name| !name.is_empty());
    let attached = AttachedFile { file: kept.digest, media_type, bytes: kept.bytes, name };
    Ok(Seal::of(instance, whose.audience).close(&attached))
}
