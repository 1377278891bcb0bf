//! Whether the state of an instance is as it was told: the chain of the journal, the signed heads, the public words, the files.

use super::is_signed;
use base::{Argument, Digest, Explain, FileDigest, ProjectId, PublicationId, TenantId};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use store::{Entry, FileState, Head, SignedHead, Store, StoreFault, Transaction};

/// What somebody outside has kept, and what is looked at besides the state itself.
#[derive(Debug, Clone, Default)]
pub struct Witness {
    /// Heads that were published once.
    pub heads: Vec<(TenantId, SignedHead)>,
    /// The only key that may have signed; without it each head is checked with the key that it names.
    pub key: Option<[u8; 32]>,
}

/// What was found whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Whole {
    pub tenants: usize,
    pub entries: i64,
    /// Signed heads, those of the witness included.
    pub heads: usize,
    /// Public versions and project pages whose words were compared with the journal.
    pub words: usize,
    pub files: usize,
    /// The public keys that signed, in hexadecimal digits.
    pub keys: BTreeSet<String>,
}

/// The first thing that is not as it was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    pub tenant: TenantId,
    pub what: Broken,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// The digest does not follow from the other fields: one of them was changed.
    EntryAltered {
        number: i64,
    },
    /// The entry names another one before it: that one was changed, or one was taken out, put in or exchanged.
    EntryUnlinked {
        number: i64,
    },
    /// After `before` comes `number`.
    EntryMissing {
        before: i64,
        number: i64,
    },
    /// An entry after `before` holds what no program wrote.
    EntryUnreadable {
        before: i64,
    },
    /// The chain ends at `last`, its head says `promised`.
    HeadMissed {
        last: i64,
        promised: i64,
    },
    /// The head has the number of the last entry, and another digest.
    HeadAltered {
        number: i64,
    },
    /// The signature does not fit the head of that day, or is not by the key that was named.
    SignatureWrong {
        day: Date,
        number: i64,
    },
    /// The chain ends before the entry that was signed.
    SignedMissing {
        day: Date,
        number: i64,
        last: i64,
    },
    /// The entry that was signed has another digest now.
    SignedAltered {
        day: Date,
        number: i64,
    },
    /// A public version does not say what it said when entry `number` was written.
    VersionAltered {
        publication: PublicationId,
        version: u32,
        number: i64,
    },
    /// A public version that is told by entry `number` is gone.
    VersionMissing {
        publication: PublicationId,
        version: u32,
        number: i64,
    },
    /// A project's page does not say what it said when entry `number` was written, the newest about it.
    ProjectAltered {
        project: ProjectId,
        number: i64,
    },
    FileMissing {
        file: FileDigest,
    },
    FileAltered {
        file: FileDigest,
    },
}

/// Looks through everything; the first break ends it.
///
/// # Errors
/// Faults of the store.
pub fn verify(store: &Store, witness: &Witness) -> Result<Result<Whole, Break>, StoreFault> {
    let for_reading = witness.clone();
    let read = store.read_blocking(move |tx| Ok::<_, StoreFault>(verify_state(tx, &for_reading)))?;
    let (mut whole, files) = match read {
        Ok(found) => found,
        Err(Found::Break(found)) => return Ok(Err(found)),
        Err(Found::Fault(fault)) => return Err(fault),
    };
    for (tenant, file) in files {
        let what = match store.look_at_file(tenant, file)? {
            FileState::Whole => {
                whole.files += 1;
                continue;
            }
            FileState::Missing => Broken::FileMissing { file },
            FileState::Altered => Broken::FileAltered { file },
        };
        return Ok(Err(Break { tenant, what }));
    }
    Ok(Ok(whole))
}

/// How many of the newest entries [`verify_newest`] follows.
const NEWEST: u32 = 500;

/// Looks whether the newest entries of a journal hang together and end where its head says: quickly, whatever its length.
/// Everything else is left to [`verify`].
///
/// # Errors
/// Faults of the store.
pub fn verify_newest(tx: &mut Transaction, tenant: TenantId) -> Result<Result<(), Break>, StoreFault> {
    let mut entries = tx.journal(tenant, None, NEWEST)?;
    entries.reverse();
    let mut chain = match entries.first() {
        Some(first) => Chain { number: first.number - 1, digest: Some(first.previous), ..Chain::default() },
        None => Chain::default(),
    };
    let head = tx.journal_head(tenant)?.unwrap_or(Head { number: 0, digest: Digest::ZERO });
    let followed = entries.iter().try_for_each(|entry| chain.follow(tenant, entry));
    Ok(followed.and_then(|()| chain.ends_at(head.number, head.digest)).map_err(|what| Break { tenant, what }))
}

enum Found {
    Break(Break),
    Fault(StoreFault),
}

impl From<StoreFault> for Found {
    fn from(fault: StoreFault) -> Found {
        Found::Fault(fault)
    }
}

type Files = Vec<(TenantId, FileDigest)>;

fn verify_state(tx: &mut Transaction, witness: &Witness) -> Result<(Whole, Files), Found> {
    let mut whole = Whole::default();
    let mut tenants: BTreeSet<TenantId> = tx.tenants_of_journals()?.into_iter().collect();
    tenants.extend(witness.heads.iter().map(|(tenant, _)| *tenant));
    for tenant in tenants {
        verify_tenant(tx, tenant, witness, &mut whole).map_err(|ended| match ended {
            Ended::Broken(what) => Found::Break(Break { tenant, what }),
            Ended::Fault(fault) => Found::Fault(fault),
        })?;
    }
    Ok((whole, tx.stored_files()?))
}

enum Ended {
    Broken(Broken),
    Fault(StoreFault),
}

impl From<StoreFault> for Ended {
    fn from(fault: StoreFault) -> Ended {
        Ended::Fault(fault)
    }
}

impl From<Broken> for Ended {
    fn from(broken: Broken) -> Ended {
        Ended::Broken(broken)
    }
}

fn verify_tenant(tx: &mut Transaction, tenant: TenantId, witness: &Witness, whole: &mut Whole) -> Result<(), Ended> {
    let witnessed = witness.heads.iter().filter(|(of, _)| *of == tenant).map(|(_, signed)| signed.clone());
    let signed: Vec<SignedHead> = tx.signed_heads(tenant)?.into_iter().chain(witnessed).collect();
    let mut chain = Chain::wanting(signed.iter().map(|one| one.head.number));
    follow(tx, tenant, &mut chain)?;
    if let Some(head) = tx.journal_head(tenant)? {
        chain.ends_at(head.number, head.digest)?;
    } else if chain.number > 0 {
        return Err(Broken::HeadMissed { last: chain.number, promised: 0 }.into());
    }
    for one in &signed {
        chain.was_signed(one, tenant, witness.key)?;
        whole.keys.insert(one.public_key.iter().map(|byte| format!("{byte:02x}")).collect());
    }
    whole.words += verify_words(tx, tenant, &chain)?;
    whole.tenants += 1;
    whole.entries += chain.number;
    whole.heads += signed.len();
    Ok(())
}

const AT_ONCE: u32 = 500;

fn follow(tx: &mut Transaction, tenant: TenantId, chain: &mut Chain) -> Result<(), Ended> {
    loop {
        let many = match tx.journal_behind(tenant, chain.number, AT_ONCE) {
            // One by one to the entry that cannot be read.
            Err(StoreFault::Unreadable(_)) => match tx.journal_behind(tenant, chain.number, 1) {
                Err(StoreFault::Unreadable(_)) => return Err(Broken::EntryUnreadable { before: chain.number }.into()),
                one => one?,
            },
            many => many?,
        };
        if many.is_empty() {
            return Ok(());
        }
        many.iter().try_for_each(|entry| chain.follow(tenant, entry))?;
    }
}

fn verify_words(tx: &mut Transaction, tenant: TenantId, chain: &Chain) -> Result<usize, Ended> {
    for ((publication, version), (number, digest)) in &chain.versions {
        let public = tx.public_versions(tenant, *publication)?;
        let (publication, version, number) = (*publication, *version, *number);
        match public.iter().find(|one| one.number == version) {
            None => return Err(Broken::VersionMissing { publication, version, number }.into()),
            Some(one) if one.digest(publication) != *digest => {
                return Err(Broken::VersionAltered { publication, version, number }.into());
            }
            Some(_) => {}
        }
    }
    for file in chain.files.iter().copied() {
        if tx.file(tenant, file)?.is_none() {
            return Err(Broken::FileMissing { file }.into());
        }
    }
    for (project, (number, digest)) in &chain.projects {
        let now = tx.project(tenant, *project)?.map(|project| project.digest());
        if now != Some(*digest) {
            return Err(Broken::ProjectAltered { project: *project, number: *number }.into());
        }
    }
    Ok(chain.versions.len() + chain.projects.len())
}

/// A chain as far as it was followed.
#[derive(Debug, Default)]
struct Chain {
    number: i64,
    digest: Option<Digest>,
    /// Digests of the entries that were signed.
    wanted: BTreeMap<i64, Option<Digest>>,
    versions: BTreeMap<(PublicationId, u32), (i64, Digest)>,
    projects: BTreeMap<ProjectId, (i64, Digest)>,
    /// Files that were published.
    files: BTreeSet<FileDigest>,
}

impl Chain {
    fn wanting(numbers: impl Iterator<Item = i64>) -> Chain {
        Chain { wanted: numbers.map(|number| (number, None)).collect(), ..Chain::default() }
    }

    fn follow(&mut self, tenant: TenantId, entry: &Entry) -> Result<(), Broken> {
        let number = entry.number;
        if number != self.number + 1 {
            return Err(Broken::EntryMissing { before: self.number, number });
        }
        if entry.reckoned_digest(tenant) != entry.digest {
            return Err(Broken::EntryAltered { number });
        }
        if entry.previous != self.digest.unwrap_or(Digest::ZERO) {
            return Err(Broken::EntryUnlinked { number });
        }
        (self.number, self.digest) = (number, Some(entry.digest));
        if let Some(wanted) = self.wanted.get_mut(&number) {
            *wanted = self.digest;
        }
        if let Some(after) = entry.digests.after {
            self.remember_words(entry, (number, after));
        }
        Ok(())
    }

    fn remember_words(&mut self, entry: &Entry, told: (i64, Digest)) {
        if entry.noun == "project" {
            self.projects.insert(ProjectId(entry.subject), told);
        }
        let version = entry.facts.iter().find(|(name, _)| name == "version").and_then(|(_, text)| text.parse().ok());
        if let Some(version) = version.filter(|_| entry.kind == "publication.published") {
            let files = entry.facts.iter().filter(|(name, _)| name == "sha256");
            self.files.extend(files.filter_map(|(_, digest)| digest.parse::<FileDigest>().ok()));
            self.versions.insert((PublicationId(entry.subject), version), told);
        }
    }

    fn ends_at(&self, promised: i64, digest: Digest) -> Result<(), Broken> {
        if promised != self.number {
            return Err(Broken::HeadMissed { last: self.number, promised });
        }
        if digest != self.digest.unwrap_or(Digest::ZERO) {
            return Err(Broken::HeadAltered { number: promised });
        }
        Ok(())
    }

    fn was_signed(&self, signed: &SignedHead, tenant: TenantId, key: Option<[u8; 32]>) -> Result<(), Broken> {
        let (day, number) = (signed.day, signed.head.number);
        if !is_signed(signed, tenant) || key.is_some_and(|key| signed.public_key != key) {
            return Err(Broken::SignatureWrong { day, number });
        }
        match self.wanted.get(&number).copied().flatten() {
            None => Err(Broken::SignedMissing { day, number, last: self.number }),
            Some(digest) if digest != signed.head.digest => Err(Broken::SignedAltered { day, number }),
            Some(_) => Ok(()),
        }
    }
}

impl Explain for Break {
    fn code(&self) -> &'static str {
        match self.what {
            Broken::EntryAltered { .. } => "journal-entry-altered",
            Broken::EntryUnlinked { .. } => "journal-entry-unlinked",
            Broken::EntryMissing { .. } => "journal-entry-missing",
            Broken::EntryUnreadable { .. } => "journal-entry-unreadable",
            Broken::HeadMissed { .. } => "journal-head-missed",
            Broken::HeadAltered { .. } => "journal-head-altered",
            Broken::SignatureWrong { .. } => "journal-signature-wrong",
            Broken::SignedMissing { .. } => "journal-signed-missing",
            Broken::SignedAltered { .. } => "journal-signed-altered",
            Broken::VersionAltered { .. } => "journal-version-altered",
            Broken::VersionMissing { .. } => "journal-version-missing",
            Broken::ProjectAltered { .. } => "journal-project-altered",
            Broken::FileMissing { .. } => "journal-file-missing",
            Broken::FileAltered { .. } => "journal-file-altered",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        let mut arguments = vec![("tenant", Argument::from(self.tenant.to_string()))];
        // As text: a number in a sentence would be given spaces, and is looked for in the database.
        let mut tell = |name, value: String| arguments.push((name, value.into()));
        match &self.what {
            Broken::EntryAltered { number } | Broken::EntryUnlinked { number } | Broken::HeadAltered { number } => {
                tell("number", number.to_string());
            }
            Broken::EntryMissing { before, number } => {
                tell("before", before.to_string());
                tell("number", number.to_string());
            }
            Broken::EntryUnreadable { before } => tell("before", before.to_string()),
            Broken::HeadMissed { last, promised } => {
                tell("last", last.to_string());
                tell("promised", promised.to_string());
            }
            Broken::SignatureWrong { day, number } | Broken::SignedAltered { day, number } => {
                tell("day", day.to_string());
                tell("number", number.to_string());
            }
            Broken::SignedMissing { day, number, last } => {
                tell("day", day.to_string());
                tell("number", number.to_string());
                tell("last", last.to_string());
            }
            Broken::VersionAltered { publication, version, number }
            | Broken::VersionMissing { publication, version, number } => {
                tell("publication", publication.to_string());
                tell("version", version.to_string());
                tell("number", number.to_string());
            }
            Broken::ProjectAltered { project, number } => {
                tell("project", project.to_string());
                tell("number", number.to_string());
            }
            Broken::FileMissing { file } | Broken::FileAltered { file } => tell("file", file.to_string()),
        }
        arguments
    }
}
