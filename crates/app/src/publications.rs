//! Publications: written by one party, published, corrected; every public version stays.

mod address;
mod own;
mod written;

pub use address::suggested_address;
pub use own::{Own, own, speaking};
pub use written::{Understood, Written};

use crate::{
    Failure, Refusal,
    personal_data::{Fact, Seen, let_out, together},
    rights::{self, Right},
    typed::Typed,
};
use base::{Actor, Argument, Digests, Event, Explain, Moment, PublicationId, Subject, TenantId, Text};
use jiff::civil::Date;
use outreach::{Publication, Stage, Version};
use store::Transaction;

/// The longest title and summary, in characters.
pub const LONGEST_TITLE: usize = 300;
pub const LONGEST_SUMMARY: usize = 1000;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    TitleMissing,
    /// In characters.
    TooLong {
        field: &'static str,
        longest: usize,
        is: usize,
    },
    AddressTaken,
    /// The newest version is public already.
    NothingNew,
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::TitleMissing => "title-missing",
            Trouble::TooLong { .. } => "text-too-long",
            Trouble::AddressTaken => "address-taken",
            Trouble::NothingNew => "nothing-new",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Trouble::TitleMissing => Some("title"),
            Trouble::TooLong { field, .. } => Some(*field),
            Trouble::AddressTaken => Some("slug"),
            Trouble::NothingNew => None,
        }
        .map(str::to_owned)
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Trouble::TooLong { longest, is, .. } => vec![("longest", (*longest).into()), ("is", (*is).into())],
            Trouble::TitleMissing | Trouble::AddressTaken | Trouble::NothingNew => Vec::new(),
        }
    }
}

/// Adds a publication: a draft, or one that is public at once.
///
/// # Errors
/// Every field at fault at once; [`Failure::NotFound`] for a party that the actor does not belong to.
pub fn add_publication(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Option<Actor>,
    publication: &Publication,
    now: Moment,
) -> Result<(), Failure> {
    add(tx, tenant, by, publication, None, now)
}

/// As [`add_publication`], for somebody who typed it.
///
/// # Errors
/// The same; [`crate::personal_data::Trouble`].
pub fn begin_publication(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Actor,
    publication: &Publication,
    seen: Seen,
    now: Moment,
) -> Result<(), Failure> {
    let confirmed = let_out(&[], &words(&publication.version), seen)?;
    add(tx, tenant, Some(by), publication, confirmed, now)
}

fn add(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Option<Actor>,
    publication: &Publication,
    confirmed: Option<Fact>,
    now: Moment,
) -> Result<(), Failure> {
    may_write(tx, tenant, by, publication)?;
    check(publication)?;
    tx.add_publication(tenant, publication).map_err(taken)?;
    Ok(tx.add_event(tenant, &event(now, by, kind_of(publication), publication, None, confirmed))?)
}

/// Keeps new words: in place of the newest version while nobody outside has seen it, beside it once it was public. What
/// was public stays public as it is until the new version is published.
///
/// Address and kind follow while it is a draft; a public address stays.
///
/// # Errors
/// As [`begin_publication`].
pub fn revise_publication(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Actor,
    publication: &Publication,
    seen: Seen,
    now: Moment,
) -> Result<(), Failure> {
    let before = publication_of(tx, tenant, by, publication.id)?;
    check(publication)?;
    let confirmed = let_out(&let_out_before(tx, tenant, &before)?, &words(&publication.version), seen)?;
    let mut next = publication.clone();
    next.party = before.party;
    next.project = before.project;
    next.stage = before.stage;
    let standing = standing(tx, tenant, &before)?;
    next.version.number = standing.next_number(&before);
    match before.stage {
        Stage::Draft => tx.replace_publication(tenant, &next).map_err(taken)?,
        Stage::Published { .. } => {
            next.slug = before.slug;
            tx.record_draft_version(tenant, next.id, &next.version)?;
        }
    }
    Ok(tx.add_event(tenant, &event(now, Some(by), "publication.drafted", &next, Some(&before.version), confirmed))?)
}

/// Makes the newest version public on `today`.
///
/// # Errors
/// [`Failure::NotFound`] for somebody of another party; [`Trouble::NothingNew`] when it is public already;
/// [`crate::personal_data::Trouble`] where nobody confirmed these words yet.
pub fn publish(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Actor,
    id: PublicationId,
    seen: Seen,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    let mut publication = publication_of(tx, tenant, by, id)?;
    let public = tx.public_versions(tenant, id)?.into_iter().next();
    if public.as_ref().is_some_and(|version| version.number == publication.version.number) {
        return Err(Trouble::NothingNew.into());
    }
    check(&publication)?;
    let confirmed = let_out(&let_out_before(tx, tenant, &publication)?, &words(&publication.version), seen)?;
    publication.stage = match publication.stage {
        Stage::Draft => Stage::Published { on: today, updated: today },
        Stage::Published { on, .. } => Stage::Published { on, updated: today },
    };
    publication.version.on = today;
    tx.replace_publication(tenant, &publication).map_err(taken)?;
    Ok(tx.add_event(tenant, &event(now, Some(by), "publication.published", &publication, public.as_ref(), confirmed))?)
}

/// How what the writers see stands to what the public sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Never published.
    Draft,
    /// The newest version is public.
    Public,
    /// A newer version waits beside the public one.
    Revised { public: u32 },
}

impl Standing {
    pub fn is_unpublished(self) -> bool {
        self != Standing::Public
    }

    fn next_number(self, newest: &Publication) -> u32 {
        match self {
            Standing::Public => newest.version.number + 1,
            Standing::Draft | Standing::Revised { .. } => newest.version.number,
        }
    }
}

/// # Errors
/// Only faults of the store.
pub fn standing(tx: &mut Transaction, tenant: TenantId, publication: &Publication) -> Result<Standing, Failure> {
    let public = tx.public_versions(tenant, publication.id)?;
    Ok(match public.first() {
        None => Standing::Draft,
        Some(version) if version.number == publication.version.number => Standing::Public,
        Some(version) => Standing::Revised { public: version.number },
    })
}

/// The publication as its writers see it.
///
/// # Errors
/// [`Failure::NotFound`] when there is none, or for somebody of another party: both sides keep their own words.
pub fn publication_of(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Actor,
    id: PublicationId,
) -> Result<Publication, Failure> {
    let publication = tx.publication(tenant, id)?.ok_or(Failure::NotFound)?;
    may_write(tx, tenant, Some(by), &publication)?;
    Ok(publication)
}

/// Nobody writes in another party's name, the administrator of the instance included, and observers do not speak.
fn may_write(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Option<Actor>,
    publication: &Publication,
) -> Result<(), Failure> {
    let Some(actor) = by else { return Ok(()) };
    let project = tx.project(tenant, publication.project)?.ok_or(Failure::NotFound)?;
    let is_own = actor.party == publication.party && rights::may(actor, Right::WritePublications, &project);
    if is_own { Ok(()) } else { Err(Failure::NotFound) }
}

/// Everything in a version that people typed, under the fields of its form.
fn words(version: &Version) -> Typed {
    let names: Vec<&str> = version.attachments.iter().map(|attachment| attachment.name.as_str()).collect();
    Typed::default()
        .with_text("title", &version.title)
        .with_text("summary", &version.summary)
        .with_text("body", &version.body)
        .with("file", names.join("\n"))
        .with("file_title", together(version.attachments.iter().map(|attachment| &attachment.title)))
}

/// The words that may be told without asking: those that are public, and the newest where the journal holds that
/// somebody confirmed exactly them.
fn let_out_before(tx: &mut Transaction, tenant: TenantId, newest: &Publication) -> Result<Vec<Typed>, Failure> {
    let mut known: Vec<Typed> = tx.public_versions(tenant, newest.id)?.iter().map(words).collect();
    let digest = newest.version.digest(newest.id);
    let is_confirmed = |entry: &store::Entry| {
        entry.digests.after == Some(digest) && entry.facts.iter().any(|(name, _)| name == "personal-data")
    };
    if tx.journal_of(tenant, "publication", newest.id.0)?.iter().any(is_confirmed) {
        known.push(words(&newest.version));
    }
    Ok(known)
}

fn check(publication: &Publication) -> Result<(), Failure> {
    let version = &publication.version;
    let mut troubles: Vec<Refusal> = Vec::new();
    if version.title.is_empty() {
        troubles.push(Trouble::TitleMissing.into());
    }
    for (field, text, longest) in
        [("title", &version.title, LONGEST_TITLE), ("summary", &version.summary, LONGEST_SUMMARY)]
    {
        if let Some(is) = longer_than(text, longest) {
            troubles.push(Trouble::TooLong { field, longest, is }.into());
        }
    }
    for text in [Some(version.body.bulgarian.as_str()), version.body.english.as_deref()].into_iter().flatten() {
        if let Err(refusal) = document::markdown::parse(text) {
            troubles.push(refusal.into());
        }
    }
    if troubles.is_empty() { Ok(()) } else { Err(Failure::Refused(troubles)) }
}

fn longer_than(text: &Text, longest: usize) -> Option<usize> {
    let length = |words: &str| words.chars().count();
    let is = length(&text.bulgarian).max(text.english.as_deref().map_or(0, length));
    (is > longest).then_some(is)
}

fn taken(fault: store::StoreFault) -> Failure {
    if fault.is_taken("publication", "slug") { Trouble::AddressTaken.into() } else { fault.into() }
}

fn kind_of(publication: &Publication) -> &'static str {
    match publication.stage {
        Stage::Draft => "publication.drafted",
        Stage::Published { .. } => "publication.published",
    }
}

/// `before` is what the same readers had until now: the writers the words that are replaced, the public the public version.
fn event(
    at: Moment,
    by: Option<Actor>,
    kind: &'static str,
    publication: &Publication,
    before: Option<&Version>,
    confirmed: Option<Fact>,
) -> Event {
    let Publication { id, slug, version, .. } = publication;
    let mut facts = vec![("slug", slug.to_string()), ("version", version.number.to_string())];
    // A file of a draft is nobody else's business yet.
    if kind == "publication.published" {
        facts.extend(version.attachments.iter().map(|one| ("sha256", one.file.to_string())));
    }
    facts.extend(confirmed);
    let digests = Digests { before: before.map(|version| version.digest(*id)), after: Some(version.digest(*id)) };
    Event { at, by, kind, subject: Subject { noun: "publication", key: id.0 }, facts, digests }
}
