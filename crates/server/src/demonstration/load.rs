use super::{
    project_file::ProjectFile,
    study_file::{Source, StudyFile},
};
use crate::{chance::SystemChance, clock::Clock, exit::Exit, output::Output, running::from_app};
use app::{
    Failure, Instance, Words, account, fieldwork, projects, publications,
    study::{self, Edition, Reading},
};
use base::{AudienceId, BatchId, Language, Party, PartyId, PartyKind, PersonId, QuestionnaireId, Role, Text};
use jiff::civil::Date;
use outreach::{Attachment, Publication, PublicationKind};
use std::sync::Arc;
use store::{Decision, ImportBatch, Membership, Person};
use survey::{Questionnaire, answers_csv, redaction, xlsform};

/// One file of `examples/primerovo`.
struct File {
    name: &'static str,
    bytes: &'static [u8],
}

macro_rules! example {
    ($path:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/", $path))
    };
}

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        [$(File {
            name: $name,
            bytes: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/primerovo/", $name)),
        }),*]
    };
}

const PERUSHTITSA: &str = example!("perushtitsa/project.toml");
const PERUSHTITSA_PUBLICATIONS: [&str; 2] =
    [example!("perushtitsa/publications/doklad.toml"), example!("perushtitsa/publications/analiz.toml")];
const PRIMEROVO: &str = example!("primerovo/project.toml");
const PRIMEROVO_PUBLICATIONS: [&str; 3] = [
    example!("primerovo/publications/pokana.toml"),
    example!("primerovo/publications/kutiyata.toml"),
    example!("primerovo/publications/doklad.toml"),
];
/// The study with its answers, and the second one, which is open on the demonstration's day.
const PRIMEROVO_STUDIES: [&str; 2] = [example!("primerovo/study.toml"), example!("primerovo/second-study.toml")];
const PRIMEROVO_FILES: [File; 4] = files!["residents.xlsx", "residents.csv", "officials.xlsx", "officials.csv"];

/// What was made, for the words on the terminal.
pub struct Loaded {
    /// Role and the last part of the setup link of each demonstration person.
    pub setup_links: Vec<(Role, String, String)>,
}

/// Loads everything into an empty instance.
///
/// # Errors
/// Refusals and faults as the operations give them; the files are ours, so a refusal here is a mistake of ours.
pub fn load(instance: &Instance, clock: &Clock, words: &Words, output: Output) -> Result<Loaded, Exit> {
    let bar = output.progress(6, &words.say("demonstration-data"));
    let perushtitsa = project(instance, clock, words, PERUSHTITSA)?;
    publish(instance, clock, words, &perushtitsa, &PERUSHTITSA_PUBLICATIONS)?;
    bar.inc(1);
    let primerovo = project(instance, clock, words, PRIMEROVO)?;
    bar.inc(1);
    for text in PRIMEROVO_STUDIES {
        let file = StudyFile::read(text, primerovo.project.id, &mut SystemChance).map_err(ours)?;
        let (tenant, now, study) = (instance.tenant, clock.now(), file.study.clone());
        write(instance, words, move |tx| fieldwork::create_study(tx, tenant, None, &study, now))?;
        for source in &file.sources {
            take_in(instance, clock, words, source, file.study.fieldwork.first())?;
            bar.inc(1);
        }
    }
    publish(instance, clock, words, &primerovo, &PRIMEROVO_PUBLICATIONS)?;
    bar.inc(1);
    let setup_links = people(instance, clock, words, &primerovo)?;
    bar.finish_and_clear();
    Ok(Loaded { setup_links })
}

fn project(instance: &Instance, clock: &Clock, words: &Words, text: &str) -> Result<ProjectFile, Exit> {
    let file = ProjectFile::read(text, &mut SystemChance).map_err(ours)?;
    let (tenant, now, project) = (instance.tenant, clock.now(), file.project.clone());
    write(instance, words, move |tx| projects::create_project(tx, tenant, None, &project, now))?;
    Ok(file)
}

fn publish(
    instance: &Instance,
    clock: &Clock,
    words: &Words,
    file: &ProjectFile,
    publications: &[&str],
) -> Result<(), Exit> {
    let (tenant, now) = (instance.tenant, clock.now());
    for text in publications {
        let mut publication = file.publication(text, &mut SystemChance).map_err(ours)?;
        let is_report = publication.kind == PublicationKind::Report;
        if is_report && publication.version.original.is_none() {
            publication.version.attachments = printed_reports(instance, words, &publication)?;
        }
        write(instance, words, move |tx| publications::add_publication(tx, tenant, None, &publication, now))?;
    }
    Ok(())
}

/// The report of the project's first study on paper, in both languages: the one that Glas makes.
fn printed_reports(instance: &Instance, words: &Words, publication: &Publication) -> Result<Vec<Attachment>, Exit> {
    let (again, project, tenant) = (instance.clone(), publication.project, instance.tenant);
    let study = instance.store.read_blocking(move |tx| {
        let mut studies = tx.studies(tenant, project)?;
        studies.sort_by_key(|study| study.fieldwork.first());
        let first = studies.into_iter().next().ok_or(Failure::NotFound)?;
        study::load_study(&again, tx, first)
    });
    let study = study.map_err(|failure| from_app(failure, words))?;
    let on = publication.version.on;
    let mut attachments = Vec::new();
    for language in Language::ALL {
        let words = Words::new(language);
        let edition = Edition { date: on, address: None, demonstration: None, open_answers: Reading::ByAPerson };
        let bytes = report::pdf(&study::report(&study, &words, edition))?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let kept = instance.store.keep_file_blocking(tenant, bytes, "application/pdf");
        attachments.push(Attachment {
            file: kept.map_err(|fault| from_app(fault.into(), &words))?.digest,
            name: format!("{}-{language}.pdf", publication.slug),
            title: Text::new(
                Words::new(Language::Bulgarian).say(&format!("demo-report-{language}")),
                Words::new(Language::English).say(&format!("demo-report-{language}")),
            ),
            media_type: "application/pdf".to_owned(),
            bytes: size,
            on,
        });
    }
    Ok(attachments)
}

/// Imports one audience's questionnaire and the answers beside it, and reads the open answers as a person would.
fn take_in(instance: &Instance, clock: &Clock, words: &Words, source: &Source, first: Date) -> Result<(), Exit> {
    let (tenant, now, today, audience) = (instance.tenant, clock.now(), clock.today(), source.audience);
    let file = example(&source.questionnaire)?;
    let imported = xlsform::import(file.bytes, file.name)
        .map_err(|problems| ours(format!("{}: {:?}", file.name, problems.first())))?;
    let questionnaire = Arc::new(imported.questionnaire);
    let id = QuestionnaireId::new(&mut SystemChance);
    let digest = keep(instance, words, file)?;
    let (frozen, name) = (questionnaire.clone(), file.name.to_owned());
    write(instance, words, move |tx| {
        fieldwork::adopt_questionnaire(tx, tenant, None, audience, id, &frozen, Some((digest, name)), today, now)
    })?;
    if source.answers.is_empty() {
        return Ok(());
    }
    let file = example(&source.answers)?;
    let read = answers_csv::read(&questionnaire, file.bytes, first).map_err(|problem| ours(format!("{problem:?}")))?;
    if let Some(problem) = read.rejected.first() {
        return Err(ours(format!("{}: {problem:?}", file.name)));
    }
    let count = u32::try_from(read.accepted.len()).unwrap_or(u32::MAX);
    let batch = ImportBatch {
        id: BatchId::new(&mut SystemChance),
        audience,
        file: keep(instance, words, file)?,
        name: file.name.to_owned(),
        accepted: count,
        rejected: 0,
        imported_by: None,
        imported_on: today,
    };
    let rows = read.accepted.into_iter().map(|row| (row.mode, row.day, row.answers)).collect();
    let import = fieldwork::Import { batch, questionnaire: id, rows };
    write(instance, words, move |tx| {
        fieldwork::import_answers(tx, tenant, None, import, now, &mut SystemChance).map(|_| ())
    })?;
    read_open_answers(instance, clock, words, audience, &questionnaire)
}

/// Lets through what betrays nobody; what the finder marks is taken out first.
fn read_open_answers(
    instance: &Instance,
    clock: &Clock,
    words: &Words,
    audience: AudienceId,
    questionnaire: &Arc<Questionnaire>,
) -> Result<(), Exit> {
    let (instance_again, now, questionnaire) = (instance.clone(), clock.now(), questionnaire.clone());
    let mark = words.say("demo-redacted");
    write(instance, words, move |tx| {
        for open in fieldwork::pending(&instance_again, tx, audience, &questionnaire, usize::MAX)? {
            let found = redaction::find(&open.words);
            let decision = match found.is_empty() {
                true => Decision::Keep,
                false => Decision::Redact(redaction::redact(&open.words, &found, |_| mark.clone())),
            };
            let subject = (open.response, open.question);
            fieldwork::decide(tx, instance_again.tenant, None, audience, subject, decision, now)?;
        }
        Ok(())
    })
}

/// One person for each role, each with a one-time link.
fn people(
    instance: &Instance,
    clock: &Clock,
    words: &Words,
    file: &ProjectFile,
) -> Result<Vec<(Role, String, String)>, Exit> {
    let (tenant, now) = (instance.tenant, clock.now());
    let operator = PartyId::new(&mut SystemChance);
    let party = |code: &str| file.parties.get(code).copied().ok_or_else(|| ours(format!("no party {code}")));
    let (foundation, municipality) = (party("primeren-glas")?, party("primerovo")?);
    write(instance, words, move |tx| {
        let name = Text::new("Оператор на демонстрацията", "Operator of the demonstration");
        Ok(tx.add_party(tenant, &Party { id: operator, kind: PartyKind::Other, name, site: None })?)
    })?;
    let mut links = Vec::new();
    for (role, party) in
        [(Role::Researcher, foundation), (Role::Official, municipality), (Role::Administrator, operator)]
    {
        let person = Person {
            id: PersonId::new(&mut SystemChance),
            account: role.code().to_owned(),
            name: words.say(&format!("role-{}", role.code())),
            email: None,
            password_hash: None,
            created: now,
            memberships: vec![Membership { party, role }],
        };
        let account = person.account.clone();
        let token = write(instance, words, move |tx| {
            tx.add_person(tenant, &person)?;
            account::issue_setup_link(tx, tenant, person.id, now, &mut SystemChance)
        })?;
        links.push((role, account, token));
    }
    Ok(links)
}

fn example(name: &str) -> Result<&'static File, Exit> {
    PRIMEROVO_FILES.iter().find(|file| file.name == name).ok_or_else(|| ours(format!("no file {name}")))
}

fn keep(instance: &Instance, words: &Words, file: &File) -> Result<base::FileDigest, Exit> {
    let media_type = if file.name.ends_with(".csv") {
        "text/csv"
    } else {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    };
    instance
        .store
        .keep_file_blocking(instance.tenant, file.bytes.to_vec(), media_type)
        .map(|kept| kept.digest)
        .map_err(|fault| from_app(fault.into(), words))
}

fn write<T: Send + 'static>(
    instance: &Instance,
    words: &Words,
    operation: impl FnOnce(&mut store::Transaction) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Exit> {
    instance.store.write_blocking(operation).map_err(|failure| from_app(failure, words))
}

fn ours(problem: impl std::fmt::Display) -> Exit {
    Exit::Fault(anyhow::anyhow!("the demonstration's own files: {problem}"))
}
