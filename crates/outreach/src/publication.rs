use crate::Slug;
use base::{Digest, Fields, FileDigest, Language, PartyId, ProjectId, PublicationId, Text};
use jiff::civil::Date;

/// Something told to everybody, at a permanent address.
#[derive(Debug, Clone, PartialEq)]
pub struct Publication {
    pub id: PublicationId,
    pub project: ProjectId,
    /// Who speaks; only people of this party may change it.
    pub party: PartyId,
    pub slug: Slug,
    pub kind: PublicationKind,
    pub stage: Stage,
    /// The newest version; what the public sees is the newest one while the stage is published.
    pub version: Version,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PublicationKind {
    News,
    Report,
    Analysis,
    Methodology,
    Call,
    Correction,
}

impl PublicationKind {
    pub const ALL: [PublicationKind; 6] = [
        PublicationKind::News,
        PublicationKind::Report,
        PublicationKind::Analysis,
        PublicationKind::Methodology,
        PublicationKind::Call,
        PublicationKind::Correction,
    ];

    pub fn code(self) -> &'static str {
        match self {
            PublicationKind::News => "news",
            PublicationKind::Report => "report",
            PublicationKind::Analysis => "analysis",
            PublicationKind::Methodology => "methodology",
            PublicationKind::Call => "call",
            PublicationKind::Correction => "correction",
        }
    }

    pub fn from_code(code: &str) -> Option<PublicationKind> {
        PublicationKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Draft,
    /// First published and last changed: the two dates of the municipal template.
    Published {
        on: Date,
        updated: Date,
    },
}

/// The words at one time. A published version is never changed; the next one stands beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// 1, 2, 3 …
    pub number: u32,
    pub title: Text,
    pub summary: Text,
    /// Markdown subset (see `document::markdown`).
    pub body: Text,
    pub attachments: Vec<Attachment>,
    /// Where the original is, for what we tell of but do not hold.
    pub original: Option<Original>,
    pub on: Date,
}

impl Version {
    /// Of everything that this version of the publication says, its attachments included, for the journal.
    ///
    /// The [`Fields`] of `glas-publication-version-1` are: the publication's key; the number; title, summary and body; where
    /// the original is told, its place and its address, otherwise missing; the day; the number of attachments, and of each
    /// file, name, title, media type, bytes and day. Where language or accessibility of an attachment is told, they are those
    /// of `glas-publication-version-2`: of each attachment these two more, the language missing where it is not told.
    pub fn digest(&self, of: PublicationId) -> Digest {
        let is_told = |one: &Attachment| one.language.is_some() || one.accessibility != Accessibility::Untold;
        let tells_more = self.attachments.iter().any(is_told);
        let form = if tells_more { "glas-publication-version-2" } else { "glas-publication-version-1" };
        let words = Fields::of(form)
            .bytes(&of.0.0)
            .number(i64::from(self.number))
            .words(&self.title)
            .words(&self.summary)
            .words(&self.body);
        let fields = match &self.original {
            Some(original) => words.words(&original.place).text(&original.address),
            None => words.optional(None),
        };
        let fields = fields.text(&self.on.to_string()).count(self.attachments.len());
        let with_attachment = |fields: Fields, one: &Attachment| {
            let fields = fields
                .bytes(&one.file.0)
                .text(&one.name)
                .words(&one.title)
                .text(&one.media_type)
                .number(i64::try_from(one.bytes).unwrap_or(i64::MAX))
                .text(&one.on.to_string());
            let language = one.language.map(|language| language.tag().as_bytes());
            if tells_more { fields.optional(language).text(one.accessibility.code()) } else { fields }
        };
        self.attachments.iter().fold(fields, with_attachment).digest()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    pub file: FileDigest,
    /// As the reader saves it: `doklad.pdf`.
    pub name: String,
    pub title: Text,
    /// As found by looking into the file: `application/pdf`.
    pub media_type: String,
    pub bytes: u64,
    pub on: Date,
    /// In which language it is; `None` where nobody told, or where it has no words.
    pub language: Option<Language>,
    pub accessibility: Accessibility,
}

/// Whether a screen reader can read a file, as whoever attached it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accessibility {
    /// Nobody told.
    Untold,
    Whole,
    Partly,
    /// A scan, for one.
    NotAtAll,
}

impl Accessibility {
    pub const ALL: [Accessibility; 4] =
        [Accessibility::Untold, Accessibility::Whole, Accessibility::Partly, Accessibility::NotAtAll];

    pub fn code(self) -> &'static str {
        match self {
            Accessibility::Untold => "untold",
            Accessibility::Whole => "whole",
            Accessibility::Partly => "partly",
            Accessibility::NotAtAll => "not-at-all",
        }
    }

    pub fn from_code(code: &str) -> Option<Accessibility> {
        Accessibility::ALL.into_iter().find(|known| known.code() == code)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    pub place: Text,
    pub address: String,
}
