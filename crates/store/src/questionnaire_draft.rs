use crate::{Revision, Row, StoreFault, Transaction, value::values};
use base::{AudienceId, PartyId, PersonId, QuestionnaireDraftId, TenantId};
use survey::{Questionnaire, archive};

/// A questionnaire that is being made, without its questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuestionnaireDraft {
    pub id: QuestionnaireDraftId,
    /// For whom it is to be published.
    pub audience: AudienceId,
    /// Whose people make it.
    pub party: PartyId,
    /// The newest, counted from one.
    pub revision: u64,
}

impl Transaction {
    /// Begins a draft without any revision yet.
    pub fn add_questionnaire_draft(&mut self, tenant: TenantId, draft: &QuestionnaireDraft) -> Result<(), StoreFault> {
        self.execute(
            "insert into questionnaire_draft (tenant, questionnaire_draft, audience, party, revision)
             values ($1, $2, $3, $4, $5)",
            &values![tenant, draft.id, draft.audience, draft.party, draft.revision],
        )?;
        Ok(())
    }

    pub fn questionnaire_draft(
        &mut self,
        tenant: TenantId,
        id: QuestionnaireDraftId,
    ) -> Result<Option<QuestionnaireDraft>, StoreFault> {
        let row = self.one(
            "select questionnaire_draft, audience, party, revision from questionnaire_draft
             where tenant = $1 and questionnaire_draft = $2",
            &values![tenant, id],
        )?;
        row.map(read_draft).transpose()
    }

    /// Of one audience, in the order of their random keys.
    pub fn questionnaire_drafts(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
    ) -> Result<Vec<QuestionnaireDraft>, StoreFault> {
        let rows = self.rows(
            "select questionnaire_draft, audience, party, revision from questionnaire_draft
             where tenant = $1 and audience = $2 order by questionnaire_draft",
            &values![tenant, audience],
        )?;
        rows.into_iter().map(read_draft).collect()
    }

    /// Goes from one revision to the next; false where somebody else did so before.
    pub fn advance_questionnaire_draft(
        &mut self,
        tenant: TenantId,
        id: QuestionnaireDraftId,
        from: u64,
    ) -> Result<bool, StoreFault> {
        let changed = self.execute(
            "update questionnaire_draft set revision = revision + 1
             where tenant = $1 and questionnaire_draft = $2 and revision = $3",
            &values![tenant, id, from],
        )?;
        Ok(changed > 0)
    }

    pub fn add_questionnaire_revision(
        &mut self,
        tenant: TenantId,
        id: QuestionnaireDraftId,
        revision: &Revision,
        questionnaire: &Questionnaire,
    ) -> Result<(), StoreFault> {
        self.execute(
            "insert into questionnaire_revision
             (tenant, questionnaire_draft, revision, act, about, archive, changed_by, changed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
            &values![
                tenant,
                id,
                revision.revision,
                &revision.act,
                &revision.about,
                archive::write(questionnaire),
                revision.changed_by,
                revision.changed_at
            ],
        )?;
        Ok(())
    }

    /// The newest first.
    pub fn questionnaire_revisions(
        &mut self,
        tenant: TenantId,
        id: QuestionnaireDraftId,
    ) -> Result<Vec<Revision>, StoreFault> {
        let columns = Revision::COLUMNS;
        let sql = format!(
            "select {columns} from questionnaire_revision
             where tenant = $1 and questionnaire_draft = $2 order by revision desc"
        );
        self.rows(&sql, &values![tenant, id])?.into_iter().map(Revision::read).collect()
    }

    /// One state with its questions.
    pub fn questionnaire_revision(
        &mut self,
        tenant: TenantId,
        id: QuestionnaireDraftId,
        revision: u64,
    ) -> Result<Option<(Revision, Questionnaire)>, StoreFault> {
        let columns = Revision::COLUMNS;
        let sql = format!(
            "select archive, {columns} from questionnaire_revision
             where tenant = $1 and questionnaire_draft = $2 and revision = $3"
        );
        let Some(mut row) = self.one(&sql, &values![tenant, id, revision])? else { return Ok(None) };
        let kept: String = row.take()?;
        let questionnaire = archive::read(&kept).map_err(|_| StoreFault::Unreadable("a draft of a questionnaire"))?;
        Ok(Some((Revision::read(row)?, questionnaire)))
    }

    /// The states that somebody made, of all drafts, the oldest first.
    pub fn questionnaire_revisions_by(
        &mut self,
        tenant: TenantId,
        person: PersonId,
    ) -> Result<Vec<Revision>, StoreFault> {
        let columns = Revision::COLUMNS;
        let sql = format!(
            "select {columns} from questionnaire_revision
             where tenant = $1 and changed_by = $2 order by changed_at, questionnaire_draft, revision"
        );
        self.rows(&sql, &values![tenant, person])?.into_iter().map(Revision::read).collect()
    }

    /// The oldest state that is kept from this one on.
    pub fn questionnaire_revision_from(
        &mut self,
        tenant: TenantId,
        id: QuestionnaireDraftId,
        first: u64,
    ) -> Result<Option<u64>, StoreFault> {
        let row = self.one(
            "select revision from questionnaire_revision
             where tenant = $1 and questionnaire_draft = $2 and revision >= $3 order by revision limit 1",
            &values![tenant, id, first],
        )?;
        row.map(|mut row| row.take()).transpose()
    }

    /// Forgets one state.
    pub fn remove_questionnaire_revision(
        &mut self,
        tenant: TenantId,
        id: QuestionnaireDraftId,
        revision: u64,
    ) -> Result<(), StoreFault> {
        self.execute(
            "delete from questionnaire_revision where tenant = $1 and questionnaire_draft = $2 and revision = $3",
            &values![tenant, id, revision],
        )?;
        Ok(())
    }

    /// Forgets all states but the newest `most`.
    pub fn remove_questionnaire_revisions_beyond(
        &mut self,
        tenant: TenantId,
        id: QuestionnaireDraftId,
        most: u64,
    ) -> Result<u64, StoreFault> {
        self.execute(
            "delete from questionnaire_revision where tenant = $1 and questionnaire_draft = $2 and revision <= (
               select revision from questionnaire_revision where tenant = $1 and questionnaire_draft = $2
               order by revision desc limit 1 offset $3)",
            &values![tenant, id, most],
        )
    }

    /// Takes a draft away with all its states.
    pub fn remove_questionnaire_draft(&mut self, tenant: TenantId, id: QuestionnaireDraftId) -> Result<(), StoreFault> {
        for table in ["questionnaire_revision", "questionnaire_draft"] {
            let sql = format!("delete from {table} where tenant = $1 and questionnaire_draft = $2");
            self.execute(&sql, &values![tenant, id])?;
        }
        Ok(())
    }
}

fn read_draft(mut row: Row) -> Result<QuestionnaireDraft, StoreFault> {
    Ok(QuestionnaireDraft { id: row.take()?, audience: row.take()?, party: row.take()?, revision: row.take()? })
}
