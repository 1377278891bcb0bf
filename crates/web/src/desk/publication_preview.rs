use super::{
    SignedIn, WritePublications, key,
    publication::{FileRow, files, found},
};
use crate::{Failure, Frame, Page, Said, Visit};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;
use outreach::{Project, Publication, Version};

/// The words as the public will read them.
#[derive(Template)]
#[template(path = "desk/publication_preview.html")]
pub struct PreviewPage {
    frame: Frame,
    project: Said,
    title: Said,
    kind: String,
    summary: Said,
    body: String,
    body_mark: String,
    files: Vec<FileRow>,
    back: String,
    notice: String,
}

pub async fn show(
    WritePublications(actor): WritePublications,
    visit: Visit,
    who: SignedIn,
    Path(publication): Path<String>,
) -> Result<Response, Failure> {
    let found = found(&visit, actor, key(&publication)?).await?;
    let frame = super::frame_of(&visit, &who, &found.project, &visit.words.say("desk-preview-title"));
    let notice = frame.say("desk-preview-notice");
    visit.show(&preview_page(frame, &found.project, &found.publication, &found.publication.version, notice))
}

pub async fn version(
    WritePublications(actor): WritePublications,
    visit: Visit,
    who: SignedIn,
    Path((publication, number)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let found = found(&visit, actor, key(&publication)?).await?;
    let number: u32 = key(&number)?;
    let version = found.versions.iter().find(|version| version.number == number).ok_or(Failure::NotFound)?;
    let frame = super::frame_of(&visit, &who, &found.project, &visit.words.say("desk-preview-title"));
    let notice = frame.words.tell(
        "desk-publication-version",
        &[("n", i64::from(version.number).into()), ("day", frame.words.date(version.on).into())],
    );
    visit.show(&preview_page(frame, &found.project, &found.publication, version, notice))
}

fn preview_page(
    frame: Frame,
    project: &Project,
    publication: &Publication,
    version: &Version,
    notice: String,
) -> PreviewPage {
    let language = frame.words.language();
    PreviewPage {
        project: frame.said(&project.title),
        title: frame.said(&version.title),
        kind: frame.say(&format!("desk-kind-{}", publication.kind.code())),
        summary: frame.said(&version.summary),
        body: crate::public::publication_body(version.body.say(language), &frame.words),
        body_mark: frame.said(&version.body).mark(),
        files: files(&frame, &version.attachments),
        back: frame.to(&format!("/desk/publications/{}", publication.id)),
        notice,
        frame,
    }
}

impl Page for PreviewPage {
    const NAME: &'static str = "desk-publication-preview";

    fn samples(language: Language) -> Vec<(&'static str, PreviewPage)> {
        let project = crate::sample::invented_project();
        let Some(publication) = crate::sample::publications().into_iter().next() else { return Vec::new() };
        let frame = super::sample_frame(language, "/desk/publications/a/preview", "desk-preview-title");
        let notice = frame.say("desk-preview-notice");
        vec![("draft", preview_page(frame, &project, &publication, &publication.version, notice))]
    }
}
