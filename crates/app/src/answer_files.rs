//! Files that people send with their answers: looked into as everything that strangers send, kept apart under their digest,
//! held by a draft while somebody answers and by the answers once they are sent.
//!
//! A form names the files that it holds already by a sealed line, so that nobody can put a file on their answers that they
//! did not send to this very questionnaire.

use crate::{
    Failure, Instance,
    attachments::{self, Accepted, Kind, Trouble, plain_name},
    respondent::signed,
};
use base::{AudienceId, StudyId};
use std::collections::BTreeMap;
use store::{AnswerFile, Transaction};
use survey::{
    AttachedFile, FileProblem, FileShape, Question, QuestionCode, QuestionKind, Questionnaire, WhyNot, entry::Fields,
};

/// Bytes of all files of one study together.
pub const MOST_OF_STUDY: u64 = 2_000_000_000;

/// So many points a picture keeps in one direction: letters on a photographed page can still be read.
const LONGEST_SIDE: u32 = 3_000;

/// What a question for files takes; `None` for any other question.
pub fn shape(question: &Question) -> Option<FileShape> {
    if let QuestionKind::File(shape) = question.kind { Some(shape) } else { None }
}

/// Whether anybody can send files with their answers.
pub fn takes_files(questionnaire: &Questionnaire) -> bool {
    questionnaire.questions().any(|question| question.kind.takes_files())
}

/// The kinds of files that a question takes.
pub fn kinds(shape: FileShape) -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter().filter(move |kind| !shape.pictures || kind.is_picture())
}

/// Looks into one file. It may take a second of work.
///
/// # Errors
/// Why it is not taken, with its name.
pub fn accept(shape: FileShape, name: &str, bytes: Vec<u8>) -> Result<Accepted, FileProblem> {
    let name = plain_name(name);
    let problem = |why| FileProblem { why, name: name.clone() };
    if bytes.len() > FileShape::LARGEST_PICTURE {
        return Err(problem(WhyNot::TooLarge));
    }
    let accepted = attachments::accept_within(&name, bytes, Some(LONGEST_SIDE)).map_err(|trouble| {
        problem(match trouble {
            Trouble::KindRefused { .. } if shape.pictures => WhyNot::NotAPicture,
            Trouble::KindRefused { .. } => WhyNot::Kind,
            Trouble::TooLarge { .. } | Trouble::TooMany { .. } => WhyNot::TooLarge,
            Trouble::Empty => WhyNot::Empty,
            Trouble::PictureUnreadable { .. } => WhyNot::Unreadable,
            Trouble::PictureTooLarge { .. } => WhyNot::TooManyPoints,
        })
    })?;
    if shape.pictures && !accepted.kind.is_picture() {
        return Err(problem(WhyNot::NotAPicture));
    }
    // A picture was made smaller by now.
    if accepted.bytes.len() > FileShape::LARGEST { Err(problem(WhyNot::TooLarge)) } else { Ok(accepted) }
}

/// Whether so many more bytes may still come in for the study.
///
/// # Errors
/// Only faults of the store.
pub fn has_room(instance: &Instance, tx: &mut Transaction, study: StudyId, more: u64) -> Result<bool, Failure> {
    Ok(tx.bytes_of_answer_files(instance.tenant, study)?.saturating_add(more) <= MOST_OF_STUDY)
}

/// How a form names a file that it holds already.
#[derive(Clone, Copy)]
pub struct Seal<'a> {
    instance: &'a Instance,
    audience: AudienceId,
}

impl<'a> Seal<'a> {
    pub fn of(instance: &'a Instance, audience: AudienceId) -> Seal<'a> {
        Seal { instance, audience }
    }

    fn signature(self, line: &str) -> String {
        let (tenant, audience) = (self.instance.tenant.to_string(), self.audience.to_string());
        signed(&self.instance.secret, b"answer-file", &[&tenant, &audience, line])
    }

    pub fn close(self, file: &AttachedFile) -> String {
        let line = file.to_field();
        format!("{} {line}", self.signature(&line))
    }

    /// `None` for what was not sealed here.
    pub fn open(self, value: &str) -> Option<AttachedFile> {
        let (signature, line) = value.split_once(' ')?;
        if signature != self.signature(line) {
            return None;
        }
        AttachedFile::from_field(line)
    }

    /// The fields of a form as it came in, with what their seals say in the place of the seals. What a stranger wrote there
    /// is dropped.
    pub fn open_all(self, questionnaire: &Questionnaire, fields: &mut Fields) {
        self.change(questionnaire, fields, |seal, value| match seal.open(value) {
            Some(file) => Some(file.to_field()),
            // Why a file was not kept says nothing that anybody could gain by.
            None => FileProblem::from_field(value).map(|problem| problem.to_field()),
        });
    }

    /// The fields of a form to be shown, sealed.
    pub fn close_all(self, questionnaire: &Questionnaire, fields: &mut Fields) {
        self.change(questionnaire, fields, |seal, value| {
            AttachedFile::from_field(value).map(|file| seal.close(&file)).or_else(|| Some(value.to_owned()))
        });
    }

    fn change(
        self,
        questionnaire: &Questionnaire,
        fields: &mut Fields,
        changed: impl Fn(Seal<'a>, &str) -> Option<String>,
    ) {
        for question in questionnaire.questions().filter(|question| question.kind.takes_files()) {
            if let Some(values) = fields.get_mut(question.code.as_str()) {
                *values = values.iter().filter_map(|value| changed(self, value.trim())).collect();
            }
        }
    }
}

/// The file that a value of a shown form names, sealed or not.
pub fn told(value: &str) -> Option<AttachedFile> {
    AttachedFile::from_field(value)
        .or_else(|| value.split_once(' ').and_then(|(_, line)| AttachedFile::from_field(line)))
}

/// Every file that the fields hold, by question.
pub fn held(questionnaire: &Questionnaire, fields: &Fields) -> BTreeMap<QuestionCode, Vec<AttachedFile>> {
    let questions = questionnaire.questions().filter(|question| question.kind.takes_files());
    questions
        .filter_map(|question| {
            let values = fields.get(question.code.as_str())?;
            let files = values.iter().filter_map(|value| AttachedFile::from_field(value)).collect();
            Some((question.code.clone(), files))
        })
        .collect()
}

/// Files that are named and no longer kept.
///
/// # Errors
/// Only faults of the store.
pub fn gone<'f>(
    instance: &Instance,
    tx: &mut Transaction,
    files: impl Iterator<Item = &'f AttachedFile>,
) -> Result<Vec<AttachedFile>, Failure> {
    let mut gone = Vec::new();
    for file in files {
        if tx.file(instance.tenant, file.file)?.is_none() {
            gone.push(file.clone());
        }
    }
    Ok(gone)
}

/// How a file is called when it is taken out of the house: by its question and its mark, never by the person's own name.
pub fn download_name(file: &AnswerFile) -> String {
    let ending = Kind::from_media_type(&file.media_type).map(Kind::ending).unwrap_or("bin");
    let mark: String = file.file.to_string().chars().take(12).collect();
    plain_name(&format!("{}-{mark}.{ending}", file.question))
}
