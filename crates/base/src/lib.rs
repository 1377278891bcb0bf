//! Who, which, when: what every room of the house shares, and nothing that only one of them needs.
//!
//! Ids are typed, so that a study is never taken for a project; texts carry their languages; a refusal explains itself
//! so that the world can translate it; time and chance come in from outside.

mod actor;
mod chance;
mod digest;
mod event;
mod id;
mod language;
mod language_tag;
mod moment;
mod party;
mod refusal;
mod text;

pub use actor::{Actor, Role};
pub use chance::Chance;
pub use digest::{Digest, Fields, FileDigest};
pub use event::{Digests, Event, Subject};
pub use id::{
    AudienceId, BatchId, Key, LetterId, PartyId, PasskeyId, PersonId, PersonalCodeId, PrintingId, ProjectId,
    PublicationId, QuestionnaireDraftId, QuestionnaireId, ReportId, ResponseKey, SessionId, StudyId, TenantId,
    UnreadableKey,
};
pub use language::{Language, UnknownLanguage};
pub use language_tag::LanguageTag;
pub use moment::Moment;
pub use party::{Party, PartyKind};
pub use refusal::{Argument, Explain};
pub use text::Text;
