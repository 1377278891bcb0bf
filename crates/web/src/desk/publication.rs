//! One publication as its writers see it: the words, the files, the versions. One form holds everything, so that nothing
//! typed is lost, whichever button is pressed.

use super::{
    SignedIn, Writer, attachment, key,
    publications::status,
    upload::{Upload, UploadedFile},
};
use crate::{
    Asked, Failure, Frame, Page, Said, Visit,
    parts::{FieldError, FieldErrors},
};
use app::{
    publications::{self, Standing, Trouble, Written},
    rights,
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

const ACTS: [&str; 3] = ["save", "preview", "publish"];

pub async fn new(
    visit: Visit,
    who: SignedIn,
    Writer(actor): Writer,
    Path(project): Path<String>,
) -> Result<Response, Failure> {
    let project = project_of(&visit, actor, key(&project)?).await?;
    visit.show(&new_form(&visit, &who, &project, Written::default(), FieldErrors::default()))
}

async fn project_of(visit: &Visit, actor: Actor, id: ProjectId) -> Result<Project, Failure> {
    let project = visit.site.read(move |tx, instance| Ok(tx.project(instance.tenant, id)?)).await?;
    project.filter(|project| rights::takes_part(actor, project)).ok_or(Failure::NotFound)
}

fn new_form(visit: &Visit, who: &SignedIn, project: &Project, typed: Written, errors: FieldErrors) -> PublicationForm {
    let heading = visit.words.say("desk-publications-new");
    let frame = super::frame_of(visit, who, project, &heading);
    PublicationForm {
        project: frame.said(&project.title),
        heading,
        action: frame.to(&format!("/desk/projects/{}/publications", project.id)),
        done: None,
        errors,
        kinds: kinds(&frame, &typed.kind),
        typed,
        file_title: String::new(),
        is_settled: false,
        known: None,
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

fn written(upload: &Upload) -> Written {
    let text = |name| upload.fields.text(name).to_owned();
    Written {
        kind: text("kind"),
        slug: text("slug"),
        title: text("title"),
        title_en: text("title_en"),
        summary: text("summary"),
        summary_en: text("summary_en"),
        body: text("body"),
        body_en: text("body_en"),
    }
}

pub async fn add(
    visit: Visit,
    who: SignedIn,
    Writer(actor): Writer,
    Path(project): Path<String>,
    upload: Upload,
) -> Result<Response, Failure> {
    let project = project_of(&visit, actor, key(&project)?).await?;
    let typed = written(&upload);
    match begin(&visit, actor, &project, &typed, &upload).await {
        Ok(id) => acted(&visit, actor, id, &upload).await,
        Err(Failure::Refused(refusals)) => {
            let errors = super::form_errors(visit.words, &refusals);
            Ok(super::refused(visit.show(&new_form(&visit, &who, &project, typed, errors))?))
        }
        Err(failure) => Err(failure),
    }
}

async fn begin(
    visit: &Visit,
    actor: Actor,
    project: &Project,
    typed: &Written,
    upload: &Upload,
) -> Result<PublicationId, Failure> {
    let understood = typed.read()?;
    let attachments = match upload.file("file") {
        Some(file) => vec![keep(visit, file, upload.fields.text("file_title")).await?],
        None => Vec::new(),
    };
    let (now, today, mut chance) = (visit.now, visit.today, visit.site.chance());
    let publication = Publication {
        id: PublicationId::new(&mut *chance),
        project: project.id,
        party: actor.party,
        slug: understood.slug,
        kind: understood.kind,
        stage: Stage::Draft,
        version: Version {
            number: 1,
            title: understood.title,
            summary: understood.summary,
            body: understood.body,
            attachments,
            original: None,
            on: today,
        },
    };
    let id = publication.id;
    visit
        .site
        .write(move |tx, instance| publications::add_publication(tx, instance.tenant, Some(actor), &publication, now))
        .await?;
    Ok(id)
}

/// The bytes are kept first; a file that no version names is seen by nobody.
async fn keep(visit: &Visit, file: &UploadedFile, title: &str) -> Result<Attachment, Failure> {
    let kind = attachment::kind(file).map_err(Failure::refused)?;
    let instance = visit.site.instance()?;
    let kept = instance.store.keep_file(instance.tenant, file.bytes.clone(), kind.media_type.to_owned()).await?;
    let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
    let title: String = if title.is_empty() { stem } else { title }.chars().take(200).collect();
    Ok(Attachment {
        file: kept.digest,
        name: file.name.clone(),
        title: Text::bulgarian(title),
        media_type: kind.media_type.to_owned(),
        bytes: kept.bytes,
        on: visit.today,
    })
}

/// What the pressed button asks for, once everything is saved.
async fn acted(visit: &Visit, actor: Actor, id: PublicationId, upload: &Upload) -> Result<Response, Failure> {
    let act = upload.fields.text("then");
    let home = format!("/desk/publications/{id}");
    match ACTS.into_iter().find(|known| *known == act).unwrap_or("save") {
        "preview" => Ok(visit.go_to(&format!("{home}/preview"))),
        "publish" => {
            let (now, today) = (visit.now, visit.today);
            let published = visit
                .site
                .write(move |tx, instance| publications::publish(tx, instance.tenant, actor, id, today, now))
                .await;
            match published {
                Ok(()) => Ok(visit.go_to(&format!("{home}?done=published"))),
                Err(app::Failure::Refused(refusals))
                    if refusals.iter().any(|refusal| refusal.code() == "nothing-new") =>
                {
                    Ok(visit.go_to(&format!("{home}?done=nothing-new")))
                }
                Err(failure) => Err(failure.into()),
            }
        }
        _ => Ok(visit.go_to(&format!("{home}?done=saved"))),
    }
}

/// A publication with all that its writers' page tells.
pub struct Found {
    pub project: Project,
    pub publication: Publication,
    standing: Standing,
    pub versions: Vec<Version>,
    public: Vec<u32>,
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
                public: tx.public_versions(tenant, id)?.iter().map(|version| version.number).collect(),
                publication,
            })
        })
        .await
}

pub async fn show(
    visit: Visit,
    who: SignedIn,
    Writer(actor): Writer,
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

fn form(visit: &Visit, who: &SignedIn, found: &Found, typed: Written, errors: FieldErrors) -> PublicationForm {
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
        public_address: is_public.then(|| frame.to(&public)),
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
        frame,
    }
}

pub fn files(frame: &Frame, attachments: &[Attachment]) -> Vec<FileRow> {
    let row = |(place, attachment): (usize, &Attachment)| FileRow {
        place,
        title: frame.said(&attachment.title),
        facts: format!(
            "{} · {} · {}",
            attachment.name,
            frame.tell("desk-kilobytes", "n", i64::try_from(attachment.bytes.div_ceil(1000)).unwrap_or(i64::MAX)),
            frame.words.date(attachment.on)
        ),
    };
    attachments.iter().enumerate().map(row).collect()
}

pub async fn save(
    visit: Visit,
    who: SignedIn,
    Writer(actor): Writer,
    Path(publication): Path<String>,
    upload: Upload,
) -> Result<Response, Failure> {
    let found = found(&visit, actor, key(&publication)?).await?;
    let typed = written(&upload);
    match revise(&visit, actor, &found, &typed, &upload).await {
        Ok(()) => acted(&visit, actor, found.publication.id, &upload).await,
        Err(Failure::Refused(refusals)) => {
            let errors = super::form_errors(visit.words, &refusals);
            Ok(super::refused(visit.show(&form(&visit, &who, &found, typed, errors))?))
        }
        Err(failure) => Err(failure),
    }
}

async fn revise(visit: &Visit, actor: Actor, found: &Found, typed: &Written, upload: &Upload) -> Result<(), Failure> {
    let before = &found.publication;
    // Once public the form no longer holds address and kind.
    let typed = match before.stage {
        Stage::Draft => typed.clone(),
        Stage::Published { .. } => {
            let (slug, kind) = (before.slug.to_string(), before.kind.code().to_owned());
            Written { slug, kind, ..typed.clone() }
        }
    };
    let understood = typed.read()?;
    let mut next = before.clone();
    (next.slug, next.kind) = (understood.slug, understood.kind);
    (next.version.title, next.version.summary, next.version.body) =
        (understood.title, understood.summary, understood.body);
    let removed: Vec<usize> = upload.fields.all("remove").filter_map(|place| place.parse().ok()).collect();
    let kept = next.version.attachments.drain(..).enumerate().filter(|(place, _)| !removed.contains(place));
    next.version.attachments = kept.map(|(_, attachment)| attachment).collect();
    if let Some(file) = upload.file("file") {
        if next.version.attachments.len() >= attachment::MOST {
            return Err(Failure::refused(Trouble::TooManyFiles { most: attachment::MOST }));
        }
        next.version.attachments.push(keep(visit, file, upload.fields.text("file_title")).await?);
    }
    if next == *before {
        return Ok(());
    }
    next.version.on = visit.today;
    let now = visit.now;
    visit
        .site
        .write(move |tx, instance| publications::revise_publication(tx, instance.tenant, actor, &next, now))
        .await?;
    Ok(())
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
            frame: frame(),
        };
        let refused = |trouble: Trouble| {
            let explained = words.refusal(&trouble);
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
        vec![
            ("new", form(Written::default(), FieldErrors::default(), None)),
            ("refused", form(Written::default(), refused(Trouble::TitleMissing), None)),
            ("revised", form(typed(&publication), FieldErrors::default(), Some(known))),
        ]
    }
}
