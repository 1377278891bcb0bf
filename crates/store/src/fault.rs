use base::{Argument, Explain};
use std::sync::Arc;

/// Why an operation did not happen although nobody's input was wrong, or because the database as referee said no.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreFault {
    /// No room on the disk. What was acknowledged before is safe.
    #[error("no room on the disk")]
    Full,
    /// A value that must be unique is taken; named as PostgreSQL names it on both engines: `project_tenant_slug_key`.
    #[error("taken: {constraint}")]
    Taken { constraint: String },
    /// A row that must exist does not, or one that is still needed was to go.
    #[error("a reference is broken")]
    ReferenceBroken,
    /// Too much is waiting, or two operations wanted each other's rows. Trying again helps.
    #[error("busy")]
    Busy,
    /// The store has been closed.
    #[error("the store is closed")]
    Closed,
    /// The operation panicked; nothing of it was kept.
    #[error("the operation panicked")]
    Panicked,
    /// A row holds what this program cannot read; what it was looking for.
    #[error("a row cannot be read: {0}")]
    Unreadable(&'static str),
    #[error("{0:#}")]
    Database(Arc<anyhow::Error>),
}

impl StoreFault {
    pub(crate) fn other(error: impl Into<anyhow::Error>) -> StoreFault {
        StoreFault::Database(Arc::new(error.into()))
    }

    /// Whether a unique value of `table` was taken that involves `column`.
    pub fn is_taken(&self, table: &str, column: &str) -> bool {
        let StoreFault::Taken { constraint } = self else { return false };
        constraint.starts_with(&format!("{table}_")) && constraint.contains(&format!("_{column}_"))
    }
}

impl From<std::io::Error> for StoreFault {
    fn from(error: std::io::Error) -> StoreFault {
        if is_full(&error) { StoreFault::Full } else { StoreFault::other(error) }
    }
}

pub(crate) fn is_full(error: &std::io::Error) -> bool {
    use std::io::ErrorKind;
    matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
}

/// The faults that a person can be told something useful about; the others are shown as a reference number.
impl Explain for StoreFault {
    fn code(&self) -> &'static str {
        match self {
            StoreFault::Full => "store-full",
            StoreFault::Taken { .. } => "store-taken",
            StoreFault::ReferenceBroken => "store-reference-broken",
            StoreFault::Busy | StoreFault::Closed => "store-busy",
            StoreFault::Panicked | StoreFault::Unreadable(_) | StoreFault::Database(_) => "store-fault",
        }
    }
}

/// Why a store does not open, or a backup is not restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Neither a folder, `sqlite:` nor `postgres:`.
    LocationUnreadable {
        text: String,
    },
    /// There is no database, and nobody asked to make one.
    Missing {
        path: String,
    },
    /// Another process works in the folder.
    InUse {
        path: String,
        process: Option<u32>,
    },
    /// A newer Glas wrote this database.
    Newer {
        schema: u32,
        program: u32,
    },
    /// What an older Glas wrote can only be looked at after it was migrated.
    Older {
        schema: u32,
        program: u32,
    },
    /// The file or database is not one of ours.
    NotOurs {
        path: String,
    },
    Damaged {
        path: String,
    },
    /// No room, and where, if that is known.
    Full {
        path: Option<String>,
    },
    NotWritable {
        path: String,
    },
    /// The PostgreSQL server does not answer, or does not let us in.
    Unreachable {
        reason: String,
    },
    /// Without encryption only a server on the same machine may be spoken to.
    RemoteUnencrypted {
        host: String,
    },
    /// A backup is restored into an empty place only.
    NotEmpty {
        path: String,
    },
    /// What is named in the backup cannot be read or is not allowed there.
    BackupUnreadable {
        entry: String,
    },
    /// After the upgrade a table would hold fewer rows than before.
    UpgradeLoses {
        table: String,
        before: u64,
        after: u64,
    },
    /// The bytes in the backup are not those that its manifest vouches for.
    BackupDamaged {
        entry: String,
    },
}

impl Explain for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::LocationUnreadable { .. } => "store-location-unreadable",
            Refusal::Missing { .. } => "store-missing",
            Refusal::InUse { .. } => "store-in-use",
            Refusal::Newer { .. } => "store-newer",
            Refusal::Older { .. } => "store-older",
            Refusal::NotOurs { .. } => "store-not-ours",
            Refusal::Damaged { .. } => "store-damaged",
            Refusal::Full { path: Some(_) } => "store-full-at",
            Refusal::Full { path: None } => "store-full-somewhere",
            Refusal::NotWritable { .. } => "store-not-writable",
            Refusal::Unreachable { .. } => "store-unreachable",
            Refusal::RemoteUnencrypted { .. } => "store-remote-unencrypted",
            Refusal::NotEmpty { .. } => "store-not-empty",
            Refusal::BackupUnreadable { entry } if entry.is_empty() => "store-backup-no-archive",
            Refusal::BackupUnreadable { .. } => "store-backup-unreadable",
            Refusal::BackupDamaged { .. } => "store-backup-damaged",
            Refusal::UpgradeLoses { .. } => "store-upgrade-loses",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Refusal::LocationUnreadable { text } => vec![("text", text.as_str().into())],
            Refusal::Missing { path }
            | Refusal::NotOurs { path }
            | Refusal::Damaged { path }
            | Refusal::Full { path: Some(path) }
            | Refusal::NotWritable { path }
            | Refusal::NotEmpty { path } => vec![("path", path.as_str().into())],
            Refusal::InUse { path, process } => vec![
                ("path", path.as_str().into()),
                ("process", process.map_or("?".to_owned(), |process| process.to_string()).into()),
            ],
            Refusal::Newer { schema, program } | Refusal::Older { schema, program } => {
                vec![("schema", i64::from(*schema).into()), ("program", i64::from(*program).into())]
            }
            Refusal::Full { path: None } => Vec::new(),
            Refusal::Unreachable { reason } => vec![("reason", reason.as_str().into())],
            Refusal::RemoteUnencrypted { host } => vec![("host", host.as_str().into())],
            Refusal::BackupUnreadable { entry } | Refusal::BackupDamaged { entry } => {
                vec![("entry", entry.as_str().into())]
            }
            Refusal::UpgradeLoses { table, before, after } => {
                let number = |many: &u64| i64::try_from(*many).unwrap_or(i64::MAX).into();
                vec![("table", table.as_str().into()), ("before", number(before)), ("after", number(after))]
            }
        }
    }
}

/// Opening, backing up and restoring end in one of these when they do not end well.
#[derive(Debug)]
pub enum Failure {
    Refused(Refusal),
    Fault(anyhow::Error),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Failure::Refused(refusal) => write!(f, "{refusal:?}"),
            Failure::Fault(fault) => write!(f, "{fault:#}"),
        }
    }
}

impl std::error::Error for Failure {}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        Failure::Refused(refusal)
    }
}

impl From<anyhow::Error> for Failure {
    fn from(fault: anyhow::Error) -> Failure {
        Failure::Fault(fault)
    }
}

impl From<StoreFault> for Failure {
    fn from(fault: StoreFault) -> Failure {
        if matches!(fault, StoreFault::Full) {
            return Failure::Refused(Refusal::Full { path: None });
        }
        Failure::Fault(fault.into())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Failure {
        StoreFault::from(error).into()
    }
}
