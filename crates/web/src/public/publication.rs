use super::{postcard, sample, told};
use crate::{Failure, Frame, Page, Said, Site, Visit, doors::Anybody, machine};
use app::Words;
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{FileDigest, Language, Text};
use jiff::civil::Date;
use outreach::{Accessibility, Attachment, Nature, Project, Publication, Stage, Version};

/// One publication: the words of its newest version or of an earlier one, the files, where the original is.
#[derive(Template)]
#[template(path = "public/publication.html")]
pub struct PublicationPage {
    frame: Frame,
    kind: String,
    title: Said,
    summary: Said,
    /// Who speaks.
    party: Said,
    published: String,
    updated: Option<String>,
    project: (Said, String),
    /// HTML made from the typed tree of `document::markdown`; every word in it is escaped.
    body: String,
    body_mark: String,
    original: Option<(Said, String)>,
    files: Vec<FileRow>,
    versions: Vec<VersionRow>,
    /// Set when this is not the newest version.
    superseded: Option<String>,
    data: String,
}

struct FileRow {
    title: Said,
    address: String,
    /// „PDF, 1,2 MB“, „на български“, „може да се чете с екранен четец“
    notes: Vec<String>,
    date: String,
    /// SHA-256 of its bytes, so that anybody can compare.
    digest: String,
}

struct VersionRow {
    words: String,
    address: String,
    is_shown: bool,
}

/// What the page is made of.
pub struct PublicationTold<'a> {
    pub project: &'a Project,
    pub has_studies: bool,
    pub publication: &'a Publication,
    /// The version to be shown.
    pub version: &'a Version,
    /// Number and day of each published version, newest first.
    pub versions: &'a [(u32, Date)],
    pub party: &'a Text,
}

pub async fn publication(
    _: Anybody,
    visit: Visit,
    Path((project, name)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let (slug, as_data) = told::name_and_form(&name, "json");
    let loaded = Loaded::load(&visit.site, &project, slug).await?;
    if as_data {
        return Ok(machine::publication::json(&visit, &loaded));
    }
    let version = &loaded.publication.version;
    show(&visit, &loaded, version)
}

pub async fn version(
    _: Anybody,
    visit: Visit,
    Path((project, slug, number)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let loaded = Loaded::load(&visit.site, &project, &slug).await?;
    let version = loaded.versions.iter().find(|version| version.number.to_string() == number);
    show(&visit, &loaded, version.ok_or(Failure::NotFound)?)
}

fn show(visit: &Visit, loaded: &Loaded, version: &Version) -> Result<Response, Failure> {
    let frame = visit.frame(version.title.say(visit.language()));
    let body = super::publication_body(version.body.say(visit.language()), &visit.words);
    let numbers: Vec<(u32, Date)> = loaded.versions.iter().map(|version| (version.number, version.on)).collect();
    let told = PublicationTold {
        project: &loaded.project,
        has_studies: loaded.has_studies,
        publication: &loaded.publication,
        version,
        versions: &numbers,
        party: &loaded.party,
    };
    let page = PublicationPage::new(frame, &told, body).ok_or(Failure::NotFound)?;
    visit.show_public(&page, loaded.project.nature == Nature::Demonstration || page.superseded.is_some())
}

/// A publication as the public may see it.
pub struct Loaded {
    pub project: Project,
    pub has_studies: bool,
    pub publication: Publication,
    /// The public ones, newest first.
    pub versions: Vec<Version>,
    pub party: Text,
}

impl Loaded {
    /// # Errors
    /// [`Failure::NotFound`], and faults of the store.
    pub async fn load(site: &Site, project: &str, slug: &str) -> Result<Loaded, Failure> {
        let (project, slug) = (project.to_owned(), slug.to_owned());
        let loaded = site.read(move |tx, instance| {
            let tenant = instance.tenant;
            let project = tx.public_project(tenant, &project)?.ok_or(app::Failure::NotFound)?;
            let publication = tx.published(tenant, project.id, &slug)?.ok_or(app::Failure::NotFound)?;
            let versions = tx.public_versions(tenant, publication.id)?;
            let party = tx.party(tenant, publication.party)?.map(|party| party.name).unwrap_or_default();
            let has_studies = !tx.studies(tenant, project.id)?.is_empty();
            Ok(Loaded { project, has_studies, publication, versions, party })
        });
        loaded.await
    }
}

impl PublicationPage {
    /// `None` while it is a draft.
    pub fn new(frame: Frame, told: &PublicationTold, body: String) -> Option<PublicationPage> {
        let PublicationTold { project, has_studies, publication, version, versions, party } = *told;
        let Stage::Published { on, updated } = publication.stage else { return None };
        let words = frame.words;
        let language = words.language();
        let mut frame = frame.of_project(project, "tab-documents");
        if has_studies {
            frame = frame.with_studies(project, false);
        }
        let home = format!("/projects/{}", project.slug);
        let address = frame.to(&format!("{home}/publications/{}", publication.slug));
        frame.description = Some(version.summary.say(language).to_owned());
        let data = format!("{address}.json");
        frame.data = Some(data.clone());
        let newest = publication.version.number;
        let superseded = (version.number < newest).then(|| {
            words.tell(
                "version-superseded",
                &[("number", i64::from(version.number).into()), ("newest", i64::from(newest).into())],
            )
        });
        if superseded.is_some() {
            frame.is_hidden = true;
        } else if let Some(postcard) = postcard::of_publication(&words, project, publication, version, party) {
            frame = frame.with_postcard(postcard);
        }
        frame.linked = machine::linked::publication(&frame, project, publication, version, party);
        let version_row = |(number, day): &(u32, Date)| VersionRow {
            words: words
                .tell("version-row", &[("number", i64::from(*number).into()), ("day", words.date(*day).into())]),
            address: if *number == newest { address.clone() } else { format!("{address}/versions/{number}") },
            is_shown: *number == version.number,
        };
        Some(PublicationPage {
            kind: told::kind_words(&words, publication.kind),
            title: frame.said(&version.title),
            summary: frame.said(&version.summary),
            party: frame.said(party),
            published: words.tell("published-on", &[("day", words.date(on).into())]),
            updated: (updated > on).then(|| words.tell("updated-on", &[("day", words.date(updated).into())])),
            project: (frame.said(&project.title), frame.to(&home)),
            body,
            body_mark: Said::of(&version.body, language).mark(),
            original: version.original.as_ref().map(|one| (frame.said(&one.place), one.address.clone())),
            files: version.attachments.iter().map(|one| file_row(&words, &frame, one)).collect(),
            versions: if versions.len() > 1 { versions.iter().map(version_row).collect() } else { Vec::new() },
            superseded,
            data,
            frame,
        })
    }
}

/// The permanent address of a file.
pub fn file_address(digest: FileDigest, name: &str) -> String {
    format!("/files/{digest}/{}", encoded_name(name))
}

fn file_row(words: &Words, frame: &Frame, attachment: &Attachment) -> FileRow {
    let format = told::format_name(&attachment.media_type, &attachment.name);
    FileRow {
        title: frame.said(&attachment.title),
        address: file_address(attachment.file, &attachment.name),
        notes: std::iter::once(format!("{format}, {}", words.size(attachment.bytes)))
            .chain(file_told(*words, attachment))
            .collect(),
        date: words.date(attachment.on),
        digest: attachment.file.to_string(),
    }
}

/// In which language a file is and who can read it, as far as somebody told.
pub fn file_told(words: Words, attachment: &Attachment) -> impl Iterator<Item = String> {
    let language = attachment.language.map(|language| words.say(&format!("file-language-{}", language.tag())));
    let is_told = attachment.accessibility != Accessibility::Untold;
    let access = is_told.then(|| words.say(&format!("file-access-{}", attachment.accessibility.code())));
    language.into_iter().chain(access)
}

/// A file name as part of an address: whatever is not plainly safe goes as percent signs and numbers.
pub fn encoded_name(name: &str) -> String {
    let mut encoded = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

impl Page for PublicationPage {
    const NAME: &'static str = "publication";

    fn samples(language: Language) -> Vec<(&'static str, PublicationPage)> {
        let page = |project: &Project, publication: &Publication, version: &Version, versions: &[(u32, Date)]| {
            let path = format!("/projects/{}/publications/{}", project.slug, publication.slug);
            let frame = Frame::sample(language, &path, version.title.say(language));
            let party = Text::new("Фондация „Примерен глас“", "Primeren Glas Foundation");
            let has_studies = project.nature == Nature::Demonstration;
            let told = PublicationTold { project, has_studies, publication, version, versions, party: &party };
            let body = super::publication_body(version.body.say(language), &frame.words);
            PublicationPage::new(frame, &told, body)
        };
        let (real, invented) = (sample::real_project(), sample::invented_project());
        let elsewhere = sample::publications_elsewhere();
        let here = sample::publications();
        let mut pages = Vec::new();
        if let Some(publication) = elsewhere.first() {
            pages.extend(page(&real, publication, &publication.version, &[]).map(|page| ("elsewhere", page)));
        }
        if let Some(publication) = here.first() {
            let versions = [(2, sample::DAY), (1, jiff::civil::date(2023, 7, 20))];
            pages.extend(page(&invented, publication, &publication.version, &versions).map(|page| ("files", page)));
            let mut first = publication.version.clone();
            first.number = 1;
            pages.extend(page(&invented, publication, &first, &versions).map(|page| ("superseded", page)));
        }
        pages
    }
}
