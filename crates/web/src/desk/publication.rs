//! One publication as its writers see it: the words, the files, the versions. One form holds everything, so that nothing
//! typed is lost, whichever button is pressed.

use super::{
    SignedIn, WritePublications,
    form::{Field, FieldKind, Fields},
    key,
    publications::status,
};
use crate::{
    Asked, Failure, Frame, Page, Said, Visit,
    parts::{FieldError, FieldErrors},
};
use app::{
    personal_data,
    publications::{self, Standing, Trouble, Written},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Actor, Explain, Language, ProjectId, PublicationId, Text};
use outreach::{Attachment, Project, Publication, PublicationKind, Stage, Version};

#[derive(Template)]
#[template(path = "desk/publication_form.html")]
pub struct PublicationForm {
    frame: Frame,
    project: Said,
    heading: String,
    action: String,
    done: Option<String>,
    errors: FieldErrors,
    typed: Written,
    kinds: Vec<KindChoice>,
    file_title: String,
    /// Address and kind are settled with the first publishing.
    is_settled: bool,
    /// Everything that only a publication which is there already has.
    known: Option<Known>,
    /// Asked only where personal data were found.
    seen: Option<Field>,
}

struct KindChoice {
    code: &'static str,
    words: String,
    is_chosen: bool,
}

struct Known {
    status: &'static str,
    status_words: String,
    /// Where the public reads it, once it is public.
    public_address: Option<String>,
    preview: String,
    /// Kind and address, once they are settled.
    settled: Option<String>,
    files: Vec<FileRow>,
    versions: Vec<VersionRow>,
    original: Option<String>,
}

pub struct FileRow {
    pub place: usize,
    pub title: Said,
    pub facts: String,
}

struct VersionRow {
    words: String,
    address: String,
    is_public: bool,
}

pub async fn new(
    _: WritePublications,
    visit: Visit,
    who: SignedIn,
    Path(project): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let (actor, project) = speaking(&visit, &who, key(&project)?, &asked).await?;
    visit.show(&new_form(&visit, &who, actor, &project, Written::default(), FieldErrors::default()))
}

/// The project, and as whom the person speaks in it: who may speak for several parties says for which in the address.
pub async fn speaking(
    visit: &Visit,
    who: &SignedIn,
    id: ProjectId,
    asked: &Asked,
) -> Result<(Actor, Project), Failure> {
    let (actors, party) = (who.actors.clone(), asked.0.text("party").parse().ok());
    visit.site.read(move |tx, instance| publications::speaking(tx, instance.tenant, &actors, id, party)).await
}

pub fn new_form(
    visit: &Visit,
    who: &SignedIn,
    actor: Actor,
    project: &Project,
    typed: Written,
    errors: FieldErrors,
) -> PublicationForm {
    let heading = visit.words.say("desk-publications-new");
    let frame = super::frame_of(visit, who, project, &heading);
    PublicationForm {
        project: frame.said(&project.title),
        heading,
        action: frame.to(&format!("/desk/projects/{}/publications?party={}", project.id, actor.party)),
        done: None,
        errors,
        kinds: kinds(&frame, &typed.kind),
        typed,
        file_title: String::new(),
        is_settled: false,
        known: None,
        seen: None,
        frame,
    }
}

fn kinds(frame: &Frame, chosen: &str) -> Vec<KindChoice> {
    PublicationKind::ALL
        .into_iter()
        .map(|kind| KindChoice {
            code: kind.code(),
            words: frame.say(&format!("desk-kind-{}", kind.code())),
            is_chosen: kind.code() == chosen,
        })
        .collect()
}

/// A publication with all that its writers' page tells.
pub struct Found {
    pub project: Project,
    pub publication: Publication,
    pub standing: Standing,
    pub versions: Vec<Version>,
    public: Vec<u32>,
    /// Whether everybody sees the project.
    pub is_open: bool,
}

pub async fn found(visit: &Visit, actor: Actor, id: PublicationId) -> Result<Found, Failure> {
    visit
        .site
        .read(move |tx, instance| {
            let tenant = instance.tenant;
            let publication = publications::publication_of(tx, tenant, actor, id)?;
            Ok(Found {
                project: tx.project(tenant, publication.project)?.ok_or(app::Failure::NotFound)?,
                standing: publications::standing(tx, tenant, &publication)?,
                versions: tx.versions(tenant, id)?,
                is_open: tx.unopened_since(tenant, publication.project)?.is_none(),
                public: tx.public_versions(tenant, id)?.iter().map(|version| version.number).collect(),
                publication,
            })
        })
        .await
}

pub async fn show(
    WritePublications(actor): WritePublications,
    visit: Visit,
    who: SignedIn,
    Path(publication): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let found = found(&visit, actor, key(&publication)?).await?;
    let typed = typed(&found.publication);
    let mut form = form(&visit, &who, &found, typed, FieldErrors::default());
    form.done = super::done(&visit, &asked);
    visit.show(&form)
}

fn typed(publication: &Publication) -> Written {
    let version = &publication.version;
    let english = |text: &Text| text.english.clone().unwrap_or_default();
    Written {
        kind: publication.kind.code().to_owned(),
        slug: publication.slug.to_string(),
        title: version.title.bulgarian.clone(),
        title_en: english(&version.title),
        summary: version.summary.bulgarian.clone(),
        summary_en: english(&version.summary),
        body: version.body.bulgarian.clone(),
        body_en: english(&version.body),
    }
}

pub fn form(visit: &Visit, who: &SignedIn, found: &Found, typed: Written, errors: FieldErrors) -> PublicationForm {
    let publication = &found.publication;
    let heading = publication.version.title.say(visit.language()).to_owned();
    let frame = super::frame_of(visit, who, &found.project, &heading);
    let home = frame.to(&format!("/desk/publications/{}", publication.id));
    let (status, status_words) = status(&frame, found.standing);
    let public = format!("/projects/{}/publications/{}", found.project.slug, publication.slug);
    let is_public = publication.stage != Stage::Draft;
    let kind = frame.say(&format!("desk-kind-{}", publication.kind.code()));
    let version_row = |version: &Version| VersionRow {
        words: frame.words.tell(
            "desk-publication-version",
            &[("n", i64::from(version.number).into()), ("day", frame.words.date(version.on).into())],
        ),
        address: format!("{home}/versions/{}", version.number),
        is_public: found.public.contains(&version.number),
    };
    let known = Known {
        status,
        status_words,
        public_address: (is_public && found.is_open).then(|| frame.to(&public)),
        preview: format!("{home}/preview"),
        settled: is_public.then(|| format!("{kind} · {}", visit.public_address(&public))),
        files: files(&frame, &publication.version.attachments),
        versions: found.versions.iter().map(version_row).collect(),
        original: publication.version.original.as_ref().map(|original| original.address.clone()),
    };
    PublicationForm {
        project: frame.said(&found.project.title),
        heading,
        action: home,
        done: None,
        errors,
        kinds: kinds(&frame, &typed.kind),
        typed,
        file_title: String::new(),
        is_settled: is_public,
        known: Some(known),
        seen: None,
        frame,
    }
}

pub fn files(frame: &Frame, attachments: &[Attachment]) -> Vec<FileRow> {
    let row = |(place, attachment): (usize, &Attachment)| FileRow {
        place,
        title: frame.said(&attachment.title),
        facts: [
            attachment.name.clone(),
            frame.tell("desk-kilobytes", "n", i64::try_from(attachment.bytes.div_ceil(1000)).unwrap_or(i64::MAX)),
            frame.words.date(attachment.on),
        ]
        .into_iter()
        .chain(crate::public::publication::file_told(frame.words, attachment))
        .collect::<Vec<_>>()
        .join(" · "),
    };
    attachments.iter().enumerate().map(row).collect()
}

impl PublicationForm {
    /// With the box for personal data that were found.
    pub fn asking(mut self, is_ticked: bool) -> PublicationForm {
        self.seen = Some(Fields::seen(&self.frame, is_ticked));
        self
    }
}

impl Page for PublicationForm {
    const NAME: &'static str = "desk-publication-form";

    fn samples(language: Language) -> Vec<(&'static str, PublicationForm)> {
        let words = app::Words::new(language);
        let frame = || super::sample_frame(language, "/desk/publications/a", "desk-publications-new");
        let form = |typed: Written, errors, known: Option<Known>| PublicationForm {
            project: Said::here("Проект"),
            heading: words.say("desk-publications-new"),
            action: "/desk/publications/a".to_owned(),
            done: None,
            errors,
            kinds: kinds(&frame(), &typed.kind),
            typed,
            file_title: String::new(),
            is_settled: known.is_some(),
            known,
            seen: None,
            frame: frame(),
        };
        let refused = |trouble: &dyn Explain| {
            let explained = words.refusal(trouble);
            let field = trouble.field().unwrap_or_default();
            FieldErrors(vec![FieldError { field, sentence: explained.sentence, hint: explained.hint }])
        };
        let Some(publication) = crate::sample::publications().into_iter().next() else { return Vec::new() };
        let (status, status_words) = status(&frame(), Standing::Revised { public: 1 });
        let known = Known {
            status,
            status_words,
            public_address: Some("/projects/a/publications/b".to_owned()),
            preview: "/desk/publications/a/preview".to_owned(),
            settled: Some("https://glas.example/projects/a/publications/b".to_owned()),
            files: files(&frame(), &publication.version.attachments),
            versions: vec![VersionRow {
                words: words.tell("desk-publication-version", &[("n", 1_i64.into()), ("day", "27.07.2023".into())]),
                address: "/desk/publications/a/versions/1".to_owned(),
                is_public: true,
            }],
            original: None,
        };
        let found = personal_data::Trouble {
            field: "summary".to_owned(),
            kind: survey::redaction::FindingKind::Telephone,
            places: "„02 •••••56“".to_owned(),
        };
        vec![
            ("new", form(Written::default(), FieldErrors::default(), None)),
            ("refused", form(Written::default(), refused(&Trouble::TitleMissing), None)),
            ("personal-data", form(Written::default(), refused(&found), None).asking(false)),
            ("revised", form(typed(&publication), FieldErrors::default(), Some(known))),
        ]
    }
}
