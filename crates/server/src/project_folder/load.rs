use super::{
    ProjectFile, ProjectFolder,
    study_file::{Source, StudyFile},
};
use crate::{
    chance::SystemChance,
    clock::Clock,
    exit::Exit,
    running::{from_app, located},
};
use app::{Failure, Instance, Words, fieldwork, projects, publications};
use base::{AudienceId, BatchId, QuestionnaireId};
use jiff::civil::Date;
use outreach::Publication;
use std::{collections::BTreeMap, sync::Arc};
use store::ImportBatch;
use survey::{Located, answers_csv, xlsform};

/// What was made of a folder.
pub struct Loaded {
    pub file: ProjectFile,
    /// Read, but not added yet: whoever loads the folder may attach something first.
    pub publications: Vec<Publication>,
    /// The audiences that have answers, each with its questionnaire.
    pub answered: Vec<AudienceId>,
}

/// Founds the project, plans its studies, adopts their questionnaires and takes in the answers beside them.
///
/// # Errors
/// What the folder lacks or what stands wrong in it, with the file and, in workbooks and answers, the cell; or a
/// refusal of an operation. What was made before the refusal stays.
pub fn load(folder: &ProjectFolder, instance: &Instance, clock: &Clock, words: &Words) -> Result<Loaded, Exit> {
    let file = ProjectFile::read(folder.text("project.toml")?, &mut SystemChance)
        .map_err(|problem| folder.wrong("project.toml", problem))?;
    let (tenant, now, project) = (instance.tenant, clock.now(), file.project.clone());
    write(instance, words, move |tx| projects::create_project(tx, tenant, None, &project, now))?;
    let mut answered = Vec::new();
    let mut slugs = BTreeMap::new();
    for (name, mut study) in studies(folder, &file)? {
        if let Some(slug) = &study.repeats {
            let earlier = slugs.get(slug).copied();
            study.study.repeats = Some(earlier.ok_or_else(|| folder.wrong(name, format!("repeats = {slug}")))?);
        }
        slugs.insert(study.study.slug.clone(), study.study.id);
        let planned = study.study.clone();
        write(instance, words, move |tx| fieldwork::create_study(tx, tenant, None, &planned, now))?;
        for source in &study.sources {
            let first = study.study.fieldwork.first();
            answered.extend(take_in(folder, instance, clock, words, source, first)?);
        }
    }
    let publications = folder
        .names(|name| name.starts_with("publications/"))
        .into_iter()
        .map(|name| {
            file.publication(folder.text(name)?, &mut SystemChance).map_err(|problem| folder.wrong(name, problem))
        })
        .collect::<Result<_, _>>()?;
    Ok(Loaded { file, publications, answered })
}

/// The studies with the names of their files, the earliest first: a later one may measure an earlier one again.
fn studies<'a>(folder: &'a ProjectFolder, file: &ProjectFile) -> Result<Vec<(&'a str, StudyFile)>, Exit> {
    let mut studies = Vec::new();
    for name in folder.names(|name| name.ends_with("study.toml")) {
        let study = StudyFile::read(folder.text(name)?, file.project.id, &mut SystemChance)
            .map_err(|problem| folder.wrong(name, problem))?;
        studies.push((name, study));
    }
    studies.sort_by_key(|(_, study)| study.study.fieldwork.first());
    Ok(studies)
}

/// Adds publications that were read before.
///
/// # Errors
/// Refusals of the operation.
pub fn publish(instance: &Instance, clock: &Clock, words: &Words, publications: Vec<Publication>) -> Result<(), Exit> {
    let (tenant, now) = (instance.tenant, clock.now());
    for publication in publications {
        write(instance, words, move |tx| publications::add_publication(tx, tenant, None, &publication, now))?;
    }
    Ok(())
}

/// Runs one operation and turns its refusal into the words of the terminal.
///
/// # Errors
/// What the operation answers.
pub fn write<T: Send + 'static>(
    instance: &Instance,
    words: &Words,
    operation: impl FnOnce(&mut store::Transaction) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Exit> {
    instance.store.write_blocking(operation).map_err(|failure| from_app(failure, words))
}

/// Adopts one audience's questionnaire and takes in the answers beside it, where there are some.
fn take_in(
    folder: &ProjectFolder,
    instance: &Instance,
    clock: &Clock,
    words: &Words,
    source: &Source,
    first: Date,
) -> Result<Option<AudienceId>, Exit> {
    let (tenant, now, today, audience) = (instance.tenant, clock.now(), clock.today(), source.audience);
    let name = source.questionnaire.clone();
    let imported = xlsform::import(folder.bytes(&name)?, &name)
        .map_err(|problems| refused(folder, &name, problems.first(), words))?;
    let questionnaire = Arc::new(imported.questionnaire);
    let id = QuestionnaireId::new(&mut SystemChance);
    let digest = keep(folder, instance, words, &name)?;
    let frozen = questionnaire.clone();
    write(instance, words, move |tx| {
        fieldwork::adopt_questionnaire(tx, tenant, None, audience, id, &frozen, Some((digest, name)), today, now)
    })?;
    if source.answers.is_empty() {
        return Ok(None);
    }
    let name = source.answers.clone();
    let read = answers_csv::read(&questionnaire, folder.bytes(&name)?, first)
        .map_err(|problem| refused(folder, &name, Some(&problem), words))?;
    if let Some(problem) = read.rejected.first() {
        return Err(refused(folder, &name, Some(problem), words));
    }
    let batch = ImportBatch {
        id: BatchId::new(&mut SystemChance),
        audience,
        file: keep(folder, instance, words, &name)?,
        name,
        accepted: u32::try_from(read.accepted.len()).unwrap_or(u32::MAX),
        rejected: 0,
        imported_by: None,
        imported_on: today,
    };
    let rows = read.accepted.into_iter().map(fieldwork::ImportedRow::from).collect();
    let import = fieldwork::Import { batch, questionnaire: id, rows };
    write(instance, words, move |tx| fieldwork::import_answers(tx, tenant, None, import, now, &mut SystemChance))?;
    Ok(Some(audience))
}

fn refused<P: base::Explain>(folder: &ProjectFolder, name: &str, problem: Option<&Located<P>>, words: &Words) -> Exit {
    let Some(problem) = problem else { return folder.wrong(name, "–") };
    folder.wrong(name, located(problem, words))
}

fn keep(folder: &ProjectFolder, instance: &Instance, words: &Words, name: &str) -> Result<base::FileDigest, Exit> {
    let media_type = match name.ends_with(".csv") {
        true => "text/csv",
        false => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    let kept = instance.store.keep_file_blocking(instance.tenant, folder.bytes(name)?.to_vec(), media_type);
    kept.map(|kept| kept.digest).map_err(|fault| from_app(fault.into(), words))
}
