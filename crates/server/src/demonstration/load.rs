use crate::{
    chance::SystemChance,
    clock::Clock,
    exit::Exit,
    output::Output,
    project_folder::{self, ProjectFile, ProjectFolder, write},
    running::from_app,
};
use app::{
    Failure, Instance, Words, account, fieldwork,
    study::{self, Edition, Reading},
    themes,
};
use base::{AudienceId, Language, Party, PartyId, PartyKind, PersonId, Role, Text};
use outreach::{Attachment, Publication, PublicationKind};
use std::borrow::Cow;
use store::{Decision, Membership, Person};
use survey::{QuestionCode, ThemeList, ThemedQuestion, redaction};

macro_rules! folder {
    ($name:literal: $($file:literal),* $(,)?) => {
        ProjectFolder {
            name: concat!("examples/", $name).to_owned(),
            files: [$((
                $file.to_owned(),
                Cow::Borrowed(include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/", $name, "/", $file)).as_slice()),
            )),*]
            .into(),
        }
    };
}

fn perushtitsa() -> ProjectFolder {
    folder!("perushtitsa": "project.toml", "publications/doklad.toml", "publications/analiz.toml")
}

/// With its study and the answers to it, and the second one, which is open on the demonstration's day.
fn primerovo() -> ProjectFolder {
    folder!(
        "primerovo":
        "project.toml",
        "publications/pokana.toml",
        "publications/kutiyata.toml",
        "publications/doklad.toml",
        "study.toml",
        "second-study.toml",
        "residents.xlsx",
        "residents.csv",
        "officials.xlsx",
        "officials.csv",
        "themes.csv",
    )
}

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
    let bar = output.progress(4, &words.say("demonstration-data"));
    let real = project_folder::load(&perushtitsa(), instance, clock, words)?;
    project_folder::publish(instance, clock, words, real.publications)?;
    bar.inc(1);
    let mut invented = project_folder::load(&primerovo(), instance, clock, words)?;
    bar.inc(1);
    for audience in &invented.answered {
        read_open_answers(instance, clock, words, *audience)?;
    }
    themes_of_wishes(instance, clock, words, &invented.answered)?;
    for publication in &mut invented.publications {
        if publication.kind == PublicationKind::Report {
            publication.version.attachments = printed_reports(instance, words, publication)?;
        }
    }
    bar.inc(1);
    project_folder::publish(instance, clock, words, invented.publications)?;
    let setup_links = people(instance, clock, words, &invented.file)?;
    bar.finish_and_clear();
    Ok(Loaded { setup_links })
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
            language: Some(language),
            accessibility: outreach::Accessibility::Whole,
        });
    }
    Ok(attachments)
}

/// Lets through what betrays nobody; what the finder marks is taken out first.
fn read_open_answers(instance: &Instance, clock: &Clock, words: &Words, audience: AudienceId) -> Result<(), Exit> {
    let (instance_again, now) = (instance.clone(), clock.now());
    let mark = words.say("demo-redacted");
    write(instance, words, move |tx| {
        let study = tx.study_of(instance_again.tenant, audience)?.ok_or(Failure::NotFound)?;
        let known = study.audiences.iter().find(|known| known.id == audience).ok_or(Failure::NotFound)?;
        for open in fieldwork::pending(&instance_again, tx, known, None, usize::MAX)? {
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

/// What the residents wrote, by themes: found by the patterns of the folder alone, which the results say.
fn themes_of_wishes(instance: &Instance, clock: &Clock, words: &Words, answered: &[AudienceId]) -> Result<(), Exit> {
    let folder = primerovo();
    let themes = themes::read_file(folder.bytes("themes.csv")?).map_err(|trouble| from_app(trouble.into(), words))?;
    let Some(audience) = answered.first().copied() else { return Ok(()) };
    let question = QuestionCode::parse("suggestion").map_err(|code| ours(code.0))?;
    let (instance_again, now, today) = (instance.clone(), clock.now(), clock.today());
    write(instance, words, move |tx| {
        let tenant = instance_again.tenant;
        let study = tx.study_of(tenant, audience)?.ok_or(Failure::NotFound)?;
        let questions = vec![ThemedQuestion { audience, question }];
        let name = Text::new("Предложения на хората", "What people propose");
        let list = ThemeList { name, questions, themes };
        let kept = themes::begin_from_files(tx, tenant, study.id, list, today, now)?;
        let found = themes::count(&instance_again, tx, &study, &kept)?;
        themes::freeze(tx, tenant, None, &kept, 1, &found, today, now)
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
            deactivated: None,
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

fn ours(problem: impl std::fmt::Display) -> Exit {
    Exit::Fault(anyhow::anyhow!("the demonstration's own files: {problem}"))
}
