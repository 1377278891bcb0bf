//! All SQL, both databases, migrations, jobs, files: rows in, domain values out.
//!
//! A [`Store`] is opened once. [`Store::write`] runs an operation on the writer, in a savepoint of a group that is
//! committed together, and answers when it is on the disk; [`Store::read`] runs one on a reader, which sees one state from
//! beginning to end. What an operation can say stands in the files named for the nouns, as methods of [`Transaction`].
//! The SQL is one text for both engines; what differs stands in [`Dialect`].

mod location;
mod opening;
mod store;
mod time_band;
mod transaction;
mod value;

mod authenticator;
mod openid;
mod party;
mod passkey;
mod passkey_challenge;
mod person;
mod recovery_code;
mod session;
mod setting;
mod setup_link;
mod sign_in_step;
mod sign_in_throttle;
mod tenant;

mod counted;
mod draft;
mod import_batch;
mod import_mark;
mod paper_batch;
mod moderation;
mod personal_code;
mod printing;
mod questionnaire;
mod questionnaire_draft;
mod quota;
mod report;
mod response;
mod response_count;
mod review;
mod sheet;
mod study;
mod uncounted;
mod unread;

mod answer_file;
mod attachment;
mod open_data;
mod file;
mod project;
mod publication;

mod job;
pub mod chain;
mod letter;
mod journal;
mod signed_head;
mod held;
mod retained;
mod revision;

mod backup;
mod dialect;
mod restore;
mod table;
mod tally;
mod theme;
mod pace;
mod tar;
mod upgrade;

mod digest;
mod fault;
mod json;
mod lock;
mod migration;
mod population;
mod postgresql;
mod queue;
mod sqlite;

pub use answer_file::AnswerFile;
pub use attachment::Owner;
pub use authenticator::Authenticator;
pub use backup::{BackupSummary, backup};
pub use counted::{Counted, Reach};
pub use dialect::Dialect;
pub use digest::{receipt, response_key};
pub use draft::Draft;
pub use fault::{Failure, Refusal, StoreFault};
pub use file::{FileState, StoredFile};
pub use import_batch::{ImportBatch, UndoneImport};
pub use import_mark::AnswerMark;
pub use job::Job;
pub use journal::Entry;
pub use letter::{LetterNews, LetterState, QueuedLetter};
pub use location::{Creation, Location};
pub use migration::newest_schema;
pub use moderation::{Appeal, AppealState, Decider, Matter, MatterState, Ruling};
pub use open_data::{OpenData, ToldAudience, open_data_files};
pub use openid::OpenidAttempt;
pub use opening::private_file;
pub use pace::Pace;
pub use paper_batch::PaperBatch;
pub use passkey::Passkey;
pub use passkey_challenge::PasskeyChallenge;
pub use person::{Membership, Person};
pub use personal_code::{CodeCount, CodeState, PersonalCode};
pub use printing::Printing;
pub use questionnaire::FrozenQuestionnaire;
pub use questionnaire_draft::QuestionnaireDraft;
pub use report::{Report, ReportSource, ReportVersion, report_data, report_files};
pub use response::Submitted;
pub use restore::{read_backup, restore, restore_as_it_was};
pub use retained::Retained;
pub use review::{Decision, Review};
pub use revision::Revision;
pub use session::{HeldSession, Session};
pub use sheet::{Sheet, SheetEntry, SheetState};
pub use sign_in_step::SignInStep;
pub use sign_in_throttle::{SignInTry, WINDOW as SIGN_IN_WINDOW};
pub use signed_head::{Head, SignedHead};
pub use store::Store;
pub use tally::Tally;
pub use tenant::{Tenant, TenantPlace};
pub use theme::{Coder, Codes, KeptThemes, SampledAnswer, ThemeListId, ThemeRevision, ThemeSample, ThemeVersion};
pub use time_band::TimeBand;
pub use transaction::Transaction;
pub use uncounted::Lot;
pub use unread::OpenAnswerKey;
pub use upgrade::{Census, CopyPlace, Overhaul, Upgraded, schema_at};
pub use value::{Cell, Row, Value};
