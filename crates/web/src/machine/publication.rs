use super::{Words, project::is_hidden};
use crate::{
    Visit,
    public::{
        publication::{Loaded, file_address},
        told,
    },
};
use axum::response::Response;
use outreach::{Project, Publication, Stage};
use serde::Serialize;
use utoipa::ToSchema;

pub fn json(visit: &Visit, loaded: &Loaded) -> Response {
    let told = PublicationTold {
        notice: told::demonstration(&visit.words, &loaded.project),
        party: (&loaded.party).into(),
        publication: PublicationData::of(visit, &loaded.project, &loaded.publication),
        body: (&loaded.publication.version.body).into(),
        versions: loaded
            .versions
            .iter()
            .map(|version| VersionData { number: version.number, on: version.on.to_string() })
            .collect(),
    };
    super::json(&told, is_hidden(&loaded.project))
}

#[derive(Serialize, ToSchema)]
pub struct PublicationTold<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<String>,
    party: Words<'a>,
    #[serde(flatten)]
    publication: Option<PublicationData<'a>>,
    /// Markdown.
    body: Words<'a>,
    versions: Vec<VersionData>,
}

#[derive(Serialize, ToSchema)]
struct VersionData {
    number: u32,
    on: String,
}

/// A publication in a list of data.
#[derive(Serialize, ToSchema)]
pub struct PublicationData<'a> {
    address: String,
    kind: &'static str,
    title: Words<'a>,
    summary: Words<'a>,
    published: String,
    updated: String,
    version: u32,
    attachments: Vec<AttachmentData<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    original: Option<&'a str>,
}

#[derive(Serialize, ToSchema)]
struct AttachmentData<'a> {
    title: Words<'a>,
    address: String,
    media_type: &'a str,
    bytes: u64,
    sha256: String,
    on: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'static str>,
    accessibility: &'static str,
}

impl<'a> PublicationData<'a> {
    /// `None` while it is a draft.
    pub fn of(visit: &Visit, project: &Project, publication: &'a Publication) -> Option<PublicationData<'a>> {
        let Stage::Published { on, updated } = publication.stage else { return None };
        let version = &publication.version;
        Some(PublicationData {
            address: visit.public_address(&format!("/projects/{}/publications/{}", project.slug, publication.slug)),
            kind: publication.kind.code(),
            title: (&version.title).into(),
            summary: (&version.summary).into(),
            published: on.to_string(),
            updated: updated.to_string(),
            version: version.number,
            attachments: version
                .attachments
                .iter()
                .map(|attachment| AttachmentData {
                    title: (&attachment.title).into(),
                    address: format!(
                        "{}{}",
                        visit.site.settings.address,
                        file_address(attachment.file, &attachment.name)
                    ),
                    media_type: &attachment.media_type,
                    bytes: attachment.bytes,
                    sha256: attachment.file.to_string(),
                    on: attachment.on.to_string(),
                    language: attachment.language.map(base::Language::tag),
                    accessibility: attachment.accessibility.code(),
                })
                .collect(),
            original: version.original.as_ref().map(|original| original.address.as_str()),
        })
    }
}
