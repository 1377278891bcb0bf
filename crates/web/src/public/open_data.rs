//! The open data of a study: every form of the answers, for whoever wants to compute with them.

use super::told;
use crate::{Failure, Frame, Page, Said, Visit, doors::Anybody, public::publication::encoded_name};
use app::Words;
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{FileDigest, Key, Language, StudyId, Text};
use dataset::Licence;
use outreach::{Accessibility, Attachment, Nature, Project};
use store::{OpenData, ToldAudience, Transaction};
use survey::{QuestionCode, Study};

#[derive(Template)]
#[template(path = "public/open_data.html")]
pub struct OpenDataPage {
    frame: Frame,
    study: Said,
    study_address: String,
    newest: Option<VersionPart>,
    earlier: Vec<EarlierRow>,
}

/// The version that counts.
struct VersionPart {
    when: String,
    licence: String,
    licence_address: &'static str,
    files: Vec<FileRow>,
    /// What was done so that nobody is recognised, group by group.
    audiences: Vec<AudienceRow>,
}

struct FileRow {
    title: Said,
    address: String,
    name: String,
    size: String,
    digest: String,
}

struct AudienceRow {
    name: Said,
    facts: Vec<String>,
}

struct EarlierRow {
    words: String,
    /// Where its archive is, unless it was taken back.
    address: Option<String>,
}

/// What one reading brings.
pub struct Found {
    pub project: Project,
    pub study: Study,
    /// Questions of the audiences by their codes, for the names of traits.
    pub labels: Vec<(String, Vec<(QuestionCode, Text)>)>,
    /// The newest first, with the files of those that were not taken back.
    pub versions: Vec<(OpenData, Vec<Attachment>)>,
}

pub async fn show(
    _: Anybody,
    visit: Visit,
    Path((project, study)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let found = find(&visit, &project, &study).await?;
    let is_hidden = found.project.nature == Nature::Demonstration;
    let frame = visit.frame(visit.words.say("open-data-title"));
    visit.show_public(&OpenDataPage::new(frame, &found), is_hidden)
}

/// The versions of a study whose results may be seen; nothing where there was never one.
///
/// # Errors
/// [`Failure::NotFound`], and faults of the store.
pub async fn find(visit: &Visit, project: &str, study: &str) -> Result<Found, Failure> {
    let (project, study, today) = (project.to_owned(), study.to_owned(), visit.today);
    let found = visit.site.read(move |tx, instance| {
        let project = tx.public_project(instance.tenant, &project)?.ok_or(app::Failure::NotFound)?;
        let study = tx.study_by_slug(instance.tenant, project.id, &study)?.ok_or(app::Failure::NotFound)?;
        let versions = versions(tx, instance.tenant, study.id)?;
        if !study.results_are_public(today) || versions.is_empty() {
            return Err(app::Failure::NotFound);
        }
        let mut labels = Vec::new();
        for audience in &study.audiences {
            let Some(id) = audience.questionnaire else { continue };
            let questionnaire = instance.questionnaires.get(tx, id)?;
            let profile = questionnaire.questions().filter(|question| question.profile);
            let known = profile.map(|question| (question.code.clone(), question.label.clone()));
            labels.push((audience.code.clone(), known.collect()));
        }
        Ok(Found { project, study, labels, versions })
    });
    found.await
}

fn versions(
    tx: &mut Transaction,
    tenant: base::TenantId,
    study: StudyId,
) -> Result<Vec<(OpenData, Vec<Attachment>)>, app::Failure> {
    let mut versions = Vec::new();
    for version in tx.open_data(tenant, study)? {
        let files = match version.withdrawn {
            None => tx.attachments(tenant, version.owner())?,
            Some(_) => Vec::new(),
        };
        versions.push((version, files));
    }
    Ok(versions)
}

impl OpenDataPage {
    pub fn new(frame: Frame, found: &Found) -> OpenDataPage {
        let frame = frame.of_project(&found.project, "").with_studies(&found.project, true);
        let lede = frame.say("open-data-lede");
        let frame = frame.described(lede);
        let home = frame.to(&format!("/projects/{}/studies/{}", found.project.slug, found.study.slug));
        let mut versions = found.versions.iter().filter(|(version, _)| version.withdrawn.is_none());
        let newest = versions.next().map(|(version, files)| version_part(&frame, found, version, files, &home));
        let counts = |version: &OpenData| {
            found.versions.iter().find(|(one, _)| one.withdrawn.is_none()).is_some_and(|(one, _)| one == version)
        };
        let earlier = found.versions.iter().filter(|(version, _)| !counts(version));
        OpenDataPage {
            study: frame.said(&found.study.title),
            study_address: home.clone(),
            newest,
            earlier: earlier.map(|(version, files)| earlier_row(&frame, version, files, &home)).collect(),
            frame,
        }
    }
}

fn version_part(frame: &Frame, found: &Found, version: &OpenData, files: &[Attachment], home: &str) -> VersionPart {
    let licence = Licence::from_code(&version.licence).unwrap_or_default();
    VersionPart {
        when: version_words(frame.words, version),
        licence: format!("{} ({})", licence.name(), licence.code()),
        licence_address: licence.address(),
        files: files.iter().map(|file| file_row(frame, version, file, home)).collect(),
        audiences: version.told.iter().map(|told| audience_row(frame, found, told)).collect(),
    }
}

/// „Версия 2 от 27.07.2023“
fn version_words(words: Words, version: &OpenData) -> String {
    words
        .tell("open-data-version", &[("n", i64::from(version.version).into()), ("date", words.date(version.on).into())])
}

fn file_row(frame: &Frame, version: &OpenData, file: &Attachment, home: &str) -> FileRow {
    let format = told::format_name(&file.media_type, &file.name);
    FileRow {
        title: frame.said(&file.title),
        address: file_address(home, version, file),
        name: file.name.clone(),
        size: format!("{format}, {}", frame.words.size(file.bytes)),
        digest: file.file.to_string(),
    }
}

fn file_address(home: &str, version: &OpenData, file: &Attachment) -> String {
    format!("{home}/data/{}/{}", version.version, encoded_name(&file.name))
}

fn audience_row(frame: &Frame, found: &Found, told: &ToldAudience) -> AudienceRow {
    let words = frame.words;
    let name = found.study.audience(&told.audience).map(|audience| frame.said(&audience.name));
    let n = |number: u64| words.whole(number);
    let mut facts = vec![words.tell("open-data-people", &[("n", n(told.people).into())])];
    if let Some(smallest) = told.smallest.filter(|_| told.traits.iter().any(|(_, treatment)| treatment != "omit")) {
        facts.push(words.tell("open-data-smallest", &[("n", n(smallest).into())]));
    }
    if told.withheld > 0 {
        facts.push(words.tell("open-data-withheld", &[("n", n(told.withheld).into())]));
    }
    for (code, treatment) in told.traits.iter().filter(|(_, treatment)| treatment != "keep") {
        let values = [("name", trait_name(frame, found, &told.audience, code).into())];
        facts.push(words.tell(&format!("open-data-told-{treatment}"), &values));
    }
    AudienceRow { name: name.unwrap_or_else(|| Said::here(told.audience.clone())), facts }
}

fn trait_name(frame: &Frame, found: &Found, audience: &str, code: &str) -> String {
    let questions = found.labels.iter().find(|(known, _)| known == audience).map(|(_, questions)| questions);
    let label = questions.and_then(|all| all.iter().find(|(known, _)| known.as_str() == code));
    match (label, code) {
        (Some((_, label)), _) => survey::unpiped(label.say(frame.words.language())),
        (None, "response_mode") => frame.say("dataset-mode"),
        (None, "response_language") => frame.say("dataset-language"),
        (None, code) => code.to_owned(),
    }
}

fn earlier_row(frame: &Frame, version: &OpenData, files: &[Attachment], home: &str) -> EarlierRow {
    let words = version_words(frame.words, version);
    match (version.withdrawn, files.first()) {
        (Some(day), _) => {
            let withdrawn = frame.tell("open-data-withdrawn", "date", frame.words.date(day));
            EarlierRow { words: format!("{words}. {withdrawn}"), address: None }
        }
        (None, Some(archive)) => EarlierRow { words, address: Some(file_address(home, version, archive)) },
        (None, None) => EarlierRow { words, address: None },
    }
}

/// A version with files, for samples.
pub fn sample_version(study: StudyId) -> (OpenData, Vec<Attachment>) {
    let told = ToldAudience {
        audience: "residents".to_owned(),
        people: 176,
        smallest: Some(7),
        withheld: 5,
        traits: vec![("response_mode".to_owned(), "keep".to_owned()), ("age".to_owned(), "merge".to_owned())],
    };
    let on = super::sample::DAY;
    let version =
        OpenData { study, version: 2, licence: "CC-BY-4.0".to_owned(), on, told: vec![told], withdrawn: None };
    let file = |name: &str, media_type: &str, title: &str, bytes: u64| Attachment {
        file: FileDigest([7; 32]),
        name: name.to_owned(),
        title: Text::new(Words::new(Language::Bulgarian).say(title), Words::new(Language::English).say(title)),
        media_type: media_type.to_owned(),
        bytes,
        on,
        language: None,
        accessibility: Accessibility::Untold,
    };
    let files = vec![
        file("uchastie.zip", "application/zip", "open-data-file-zip", 183_000),
        file("uchastie-residents.csv", "text/csv; charset=utf-8", "open-data-file-csv", 87_000),
        file("uchastie-residents.sav", "application/x-spss-sav", "open-data-file-sav", 66_000),
    ];
    (version, files)
}

impl Page for OpenDataPage {
    const NAME: &'static str = "open-data";

    fn samples(language: Language) -> Vec<(&'static str, OpenDataPage)> {
        let data = super::sample::study_data();
        let Some(project) = data.project.clone() else { return Vec::new() };
        let path = format!("/projects/{}/studies/{}/data", project.slug, data.study.slug);
        let frame = || Frame::sample(language, &path, &Words::new(language).say("open-data-title"));
        let newest = sample_version(StudyId(Key([0; 16])));
        let withdrawn = OpenData { version: 1, withdrawn: Some(super::sample::DAY), ..newest.0.clone() };
        let found =
            |versions| Found { project: project.clone(), study: data.study.clone(), labels: Vec::new(), versions };
        vec![
            ("two-versions", OpenDataPage::new(frame(), &found(vec![newest, (withdrawn.clone(), Vec::new())]))),
            ("withdrawn", OpenDataPage::new(frame(), &found(vec![(withdrawn, Vec::new())]))),
        ]
    }
}
