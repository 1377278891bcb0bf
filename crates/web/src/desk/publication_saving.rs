//! What the buttons of a publication's form do: everything is kept first, then shown or published.

use super::{
    SignedIn, WritePublications,
    form::asks_about_data,
    key,
    publication::{Found, PublicationForm, form, found, new_form, speaking},
    upload::{Upload, UploadedFile},
};
use crate::{Asked, Failure, Visit};
use app::{
    attachments::{self, accept},
    personal_data::{self, Seen},
    publications::{self, Written},
};
use axum::{extract::Path, response::Response};
use base::{Actor, Explain, PublicationId, Text};
use outreach::{Accessibility, Attachment, Project, Publication, Stage, Version};
use std::sync::Arc;

const ACTS: [&str; 3] = ["save", "preview", "publish"];

pub async fn add(
    _: WritePublications,
    visit: Visit,
    who: SignedIn,
    Path(project): Path<String>,
    asked: Asked,
    upload: Upload,
) -> Result<Response, Failure> {
    let (actor, project) = speaking(&visit, &who, key(&project)?, &asked).await?;
    let typed = written(&upload);
    match begin(&visit, actor, &project, &typed, &upload).await {
        Ok(id) => acted(&visit, actor, id, &upload).await,
        Err(Failure::Refused(refusals)) => {
            let errors = super::form_errors(visit.words, &refusals);
            again(&visit, new_form(&visit, &who, actor, &project, typed, errors), &refusals, &upload)
        }
        Err(failure) => Err(failure),
    }
}

pub async fn save(
    WritePublications(actor): WritePublications,
    visit: Visit,
    who: SignedIn,
    Path(publication): Path<String>,
    upload: Upload,
) -> Result<Response, Failure> {
    let id = key(&publication)?;
    let before = found(&visit, actor, id).await?;
    let typed = written(&upload);
    let done = match revise(&visit, actor, &before, &typed, &upload).await {
        Ok(()) => acted(&visit, actor, id, &upload).await,
        Err(failure) => Err(failure),
    };
    match done {
        Err(Failure::Refused(refusals)) => {
            let errors = super::form_errors(visit.words, &refusals);
            // Where only publishing was refused, the words are kept already.
            let now = found(&visit, actor, id).await?;
            again(&visit, form(&visit, &who, &now, typed, errors), &refusals, &upload)
        }
        done => done,
    }
}

/// The form once more, with the box for personal data where it was asked about, or was ticked while something else is wrong.
fn again(
    visit: &Visit,
    form: PublicationForm,
    refusals: &[Arc<dyn Explain + Send + Sync>],
    upload: &Upload,
) -> Result<Response, Failure> {
    let Seen(is_seen) = seen(upload);
    let form = if is_seen || asks_about_data(refusals) { form.asking(is_seen) } else { form };
    Ok(super::refused(visit.show(&form)?))
}

fn seen(upload: &Upload) -> Seen {
    Seen(!upload.fields.text(personal_data::SEEN).is_empty())
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

async fn begin(
    visit: &Visit,
    actor: Actor,
    project: &Project,
    typed: &Written,
    upload: &Upload,
) -> Result<PublicationId, Failure> {
    let understood = typed.read()?;
    let attachments = match upload.file("file") {
        Some(file) => vec![keep(visit, file, upload).await?],
        None => Vec::new(),
    };
    let (now, today, seen, mut chance) = (visit.now, visit.today, seen(upload), visit.site.chance());
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
        .write(move |tx, instance| publications::begin_publication(tx, instance.tenant, actor, &publication, seen, now))
        .await?;
    Ok(id)
}

/// The bytes are kept first; a file that no version names is seen by nobody.
async fn keep(visit: &Visit, file: &UploadedFile, upload: &Upload) -> Result<Attachment, Failure> {
    let (name, bytes) = (file.name.clone(), file.bytes.clone());
    let accepted = visit.site.in_turn(move || Ok(accept(&name, bytes))).await?.map_err(Failure::refused)?;
    let instance = visit.site.instance()?;
    let media_type = accepted.kind.media_type.to_owned();
    let kept = instance.store.keep_file(instance.tenant, accepted.bytes, media_type.clone()).await?;
    let stem = accepted.name.rsplit_once('.').map_or(accepted.name.as_str(), |(stem, _)| stem);
    let told = |field: &str| upload.fields.text(field).trim().chars().take(200).collect::<String>();
    let bulgarian = Some(told("file_title")).filter(|title| !title.is_empty()).unwrap_or_else(|| stem.to_owned());
    let english = Some(told("file_title_en")).filter(|title| !title.is_empty());
    Ok(Attachment {
        file: kept.digest,
        title: Text::both(bulgarian, english),
        media_type,
        bytes: kept.bytes,
        on: visit.today,
        language: upload.fields.text("file_language").parse().ok(),
        accessibility: Accessibility::from_code(upload.fields.text("file_access")).unwrap_or(Accessibility::Untold),
        name: accepted.name,
    })
}

/// What the pressed button asks for, once everything is saved.
async fn acted(visit: &Visit, actor: Actor, id: PublicationId, upload: &Upload) -> Result<Response, Failure> {
    let act = upload.fields.text("then");
    let home = format!("/desk/publications/{id}");
    match ACTS.into_iter().find(|known| *known == act).unwrap_or("save") {
        "preview" => Ok(visit.go_to(&format!("{home}/preview"))),
        "publish" => {
            let (now, today, seen) = (visit.now, visit.today, seen(upload));
            let published = visit
                .site
                .write(move |tx, instance| {
                    let tenant = instance.tenant;
                    publications::publish(tx, tenant, actor, id, seen, today, now)?;
                    let project = tx.publication(tenant, id)?.ok_or(app::Failure::NotFound)?.project;
                    Ok(tx.unopened_since(tenant, project)?.is_none())
                })
                .await;
            match published {
                Ok(true) => Ok(visit.go_to(&format!("{home}?done=published"))),
                Ok(false) => Ok(visit.go_to(&format!("{home}?done=published-unopened"))),
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
        if next.version.attachments.len() >= attachments::MOST {
            return Err(Failure::refused(attachments::Trouble::TooMany { most: attachments::MOST }));
        }
        next.version.attachments.push(keep(visit, file, upload).await?);
    }
    if next == *before {
        return Ok(());
    }
    next.version.on = visit.today;
    let (now, seen) = (visit.now, seen(upload));
    visit
        .site
        .write(move |tx, instance| publications::revise_publication(tx, instance.tenant, actor, &next, seen, now))
        .await?;
    Ok(())
}
