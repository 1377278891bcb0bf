//! The published versions of a report: each as it was on its day, and which one stands in its place now.

use super::{publication::encoded_name, sample};
use crate::{Failure, Frame, Page, Said, Visit, doors::Anybody};
use app::reports::{self, PublishedReport};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{FileDigest, Key, Language, ReportId, Text};
use document::{Format, html};
use outreach::{Accessibility, Attachment, Nature, Project};
use store::ReportVersion;
use survey::Study;

#[derive(Template)]
#[template(path = "public/written.html")]
pub struct WrittenPage {
    frame: Frame,
    results: String,
    study: Said,
    party: Said,
    kind: String,
    /// „Версия 2 от 27.07.2023“
    version: String,
    /// What was put right since the version before.
    note: String,
    /// Where the version is that came after.
    superseded: Option<(String, String)>,
    files: Vec<FileRow>,
    versions: Vec<VersionRow>,
    /// Other reports of the same study: words and address.
    others: Vec<(String, String)>,
    /// The page as it was frozen, made from the typed tree of `document`: every word in it was escaped then.
    body: String,
}

struct FileRow {
    words: String,
    address: String,
    size: String,
    digest: String,
}

struct VersionRow {
    words: String,
    note: String,
    address: String,
    is_shown: bool,
}

/// A published version with everything around it.
pub struct FoundVersion {
    pub project: Project,
    pub study: Study,
    pub reports: Vec<PublishedReport>,
    /// Which of them.
    pub report: PublishedReport,
    pub version: ReportVersion,
    pub files: Vec<Attachment>,
}

/// Which version of which report is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// That which stands in the place of what the program proposes.
    Main,
    Newest(u32),
    Version(u32, u32),
}

type ReportPath = Path<(String, String, String)>;
type VersionPath = Path<(String, String, String, String)>;

pub async fn newest(_: Anybody, visit: Visit, Path((project, study, report)): ReportPath) -> Result<Response, Failure> {
    let wanted = Wanted::Newest(number(&report)?);
    shown(&visit, &found(&visit, &project, &study, wanted).await?.ok_or(Failure::NotFound)?).await
}

pub async fn version(
    _: Anybody,
    visit: Visit,
    Path((project, study, report, version)): VersionPath,
) -> Result<Response, Failure> {
    let wanted = Wanted::Version(number(&report)?, number(&version)?);
    shown(&visit, &found(&visit, &project, &study, wanted).await?.ok_or(Failure::NotFound)?).await
}

pub fn number(text: &str) -> Result<u32, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// The version that is asked for; `None` where nothing of the kind is published.
///
/// # Errors
/// [`Failure::NotFound`] for a study whose results are not public, and faults of the store.
pub async fn found(visit: &Visit, project: &str, study: &str, wanted: Wanted) -> Result<Option<FoundVersion>, Failure> {
    let (project, study, today) = (project.to_owned(), study.to_owned(), visit.today);
    let read = move |tx: &mut store::Transaction, instance: &app::Instance| {
        let project = tx.public_project(instance.tenant, &project)?.ok_or(app::Failure::NotFound)?;
        let study = tx.study_by_slug(instance.tenant, project.id, &study)?.ok_or(app::Failure::NotFound)?;
        if !study.results_are_public(today) {
            return Err(app::Failure::NotFound);
        }
        let reports = reports::published(tx, instance.tenant, &project, &study)?;
        let by_number = |number: u32| reports.iter().find(|one| one.report.number == number);
        let (report, version) = match wanted {
            Wanted::Main => {
                let report = reports::main_report(&reports);
                (report, report.and_then(PublishedReport::newest))
            }
            Wanted::Newest(number) => {
                let report = by_number(number);
                (report, report.and_then(PublishedReport::newest))
            }
            Wanted::Version(number, version) => {
                let report = by_number(number);
                (report, report.and_then(|report| report.version(version)))
            }
        };
        let Some((report, version)) = report.cloned().zip(version.cloned()) else { return Ok(None) };
        let files = reports::files(tx, instance.tenant, &report.report, &version)?;
        Ok(Some(FoundVersion { project, study, reports, report, version, files }))
    };
    visit.site.read(read).await
}

impl FoundVersion {
    /// The language of `wanted`, or the one that the report has.
    pub fn language(&self, wanted: Language) -> Language {
        let languages = &self.report.report.languages;
        if languages.contains(&wanted) { wanted } else { languages.first().copied().unwrap_or_default() }
    }

    /// The file with this ending in a language.
    pub fn file(&self, language: Language, ending: &str) -> Option<&Attachment> {
        let ending = format!("-{language}{ending}");
        self.files.iter().find(|file| file.language == Some(language) && file.name.ends_with(&ending))
    }

    /// The address of a version, without the language.
    pub fn path(&self, version: u32) -> String {
        let study = format!("/projects/{}/studies/{}", self.project.slug, self.study.slug);
        format!("{study}{}/versions/{version}", self.report.path())
    }
}

/// The page of a version: what was frozen, inside of today's frame.
pub async fn shown(visit: &Visit, found: &FoundVersion) -> Result<Response, Failure> {
    let language = found.language(visit.language());
    let page = found.file(language, ".html").ok_or(Failure::NotFound)?;
    let instance = visit.site.instance()?;
    let bytes = instance.store.file_bytes(instance.tenant, page.file).await?.ok_or(Failure::NotFound)?;
    let page = String::from_utf8(bytes).map_err(Failure::fault)?;
    let body = html::body_of_page(&page).unwrap_or_default().to_owned();
    let frame = visit.frame(page_title(found, language));
    let is_hidden = found.project.nature == Nature::Demonstration;
    visit.show_public(&WrittenPage::new(frame, found, body), is_hidden)
}

/// As it was called when it was published.
fn page_title(found: &FoundVersion, language: Language) -> String {
    let page = found.file(language, ".html").map(|file| file.title.bulgarian.clone());
    page.filter(|title| !title.is_empty()).unwrap_or_else(|| found.study.title.say(language).to_owned())
}

impl WrittenPage {
    pub fn new(frame: Frame, found: &FoundVersion, body: String) -> WrittenPage {
        let words = frame.words;
        let mut frame = frame.of_project(&found.project, "tab-documents").with_studies(&found.project, true);
        // The document has its own signs and disclaimer at its end.
        frame.signs = None;
        let told = |version: &ReportVersion| {
            let values = [("n", i64::from(version.version).into()), ("day", words.date(version.on).into())];
            words.tell("written-version", &values)
        };
        let home = frame.to(&format!("/projects/{}/studies/{}", found.project.slug, found.study.slug));
        let address = |number: u32| frame.to(&found.path(number));
        let newest = found.report.newest().filter(|newest| newest.version != found.version.version);
        let superseded = newest.map(|newest| (told(newest), address(newest.version)));
        let row = |version: &ReportVersion| VersionRow {
            words: told(version),
            note: version.note.clone(),
            address: address(version.version),
            is_shown: version.version == found.version.version,
        };
        let language = found.language(words.language());
        let own = found.files.iter().filter(|file| file.language == Some(language));
        let others = found.reports.iter().filter(|one| one.report.id != found.report.report.id).map(|one| {
            let values = [
                ("kind", words.say(&format!("written-kind-{}", one.report.kind)).into()),
                ("party", one.party.say(words.language()).into()),
            ];
            (words.tell("written-other-report", &values), format!("{home}{}", one.path()))
        });
        WrittenPage {
            results: home.clone(),
            study: frame.said(&found.study.title),
            party: frame.said(&found.report.party),
            kind: words.say(&format!("written-kind-{}", found.report.report.kind)),
            version: told(&found.version),
            note: found.version.note.clone(),
            superseded,
            files: own.map(|file| file_row(&frame, file, &address(found.version.version))).collect(),
            versions: found.report.versions.iter().map(row).collect(),
            others: others.collect(),
            body,
            frame,
        }
    }
}

fn file_row(frame: &Frame, file: &Attachment, version: &str) -> FileRow {
    let ending = file.name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let letters = file.name.rsplit_once('.').and_then(|(name, _)| name.rsplit_once('-')).map_or("", |(_, last)| last);
    let words = match Format::of_ending(ending) {
        Some(Format::Pdf) => frame.say("report-file-pdf"),
        Some(Format::Docx) => frame.say("report-file-docx"),
        Some(Format::Xlsx) => frame.say("report-file-xlsx"),
        None if ending == "html" => frame.say("written-file-html"),
        None => frame.tell("report-file-post", "letters", letters.parse::<i64>().unwrap_or_default()),
    };
    FileRow {
        words,
        address: format!("{version}/{}", encoded_name(&file.name)),
        size: frame.words.size(file.bytes),
        digest: file.file.to_string(),
    }
}

/// A version of the samples; its bytes are nowhere.
pub fn sample_found() -> FoundVersion {
    let data = sample::study_data();
    let project = data.project.clone().unwrap_or_else(sample::invented_project);
    let version = |number: u32, note: &str| ReportVersion {
        version: number,
        revision: u64::from(number),
        on: sample::DAY,
        engine: "0.1.0".to_owned(),
        sources: Vec::new(),
        manuscript: String::new(),
        note: note.to_owned(),
    };
    let report = store::Report {
        id: ReportId(Key([5; 16])),
        study: data.study.id,
        number: 1,
        party: project.parties.first().map_or(base::PartyId(Key([1; 16])), |one| one.party.id),
        kind: reports::Kind::Results.code().to_owned(),
        languages: Language::ALL.to_vec(),
        revision: 2,
    };
    let file = |language: Language, ending: &str, media_type: &str| Attachment {
        file: FileDigest([7; 32]),
        name: format!("uchastie-1-1-{language}{ending}"),
        title: Text::bulgarian("Доклад"),
        media_type: media_type.to_owned(),
        bytes: 412_345,
        on: sample::DAY,
        language: Some(language),
        accessibility: Accessibility::Whole,
    };
    let files = Language::ALL.into_iter().flat_map(|language| {
        [
            file(language, ".html", "text/html"),
            file(language, ".pdf", "application/pdf"),
            file(language, "-500.txt", "text/plain"),
        ]
    });
    let published = PublishedReport {
        party: project.parties.first().map(|one| one.party.name.clone()).unwrap_or_default(),
        report,
        versions: vec![version(2, "Поправен е броят на отговорилите."), version(1, "")],
    };
    FoundVersion {
        study: data.study,
        project,
        reports: vec![published.clone()],
        version: version(1, ""),
        report: published,
        files: files.collect(),
    }
}

impl Page for WrittenPage {
    const NAME: &'static str = "written-report";

    fn samples(language: Language) -> Vec<(&'static str, WrittenPage)> {
        let found = sample_found();
        let frame = Frame::sample(language, &found.path(1), found.study.title.say(language));
        let newest = FoundVersion {
            version: found.report.versions.first().cloned().unwrap_or(found.version.clone()),
            ..sample_found()
        };
        let body = "<article class=\"document\"><h1>Доклад</h1></article>".to_owned();
        vec![
            ("superseded", WrittenPage::new(frame.clone(), &found, body.clone())),
            ("newest", WrittenPage::new(frame, &newest, body)),
        ]
    }
}
