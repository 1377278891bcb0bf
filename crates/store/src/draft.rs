use crate::{Row, StoreFault, Transaction, value::values};
use base::{AudienceId, Key, QuestionnaireId, TenantId};
use jiff::civil::Date;

/// Answers begun and not submitted. Goes when they are, or after its last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Random; who holds it can go on.
    pub key: Key,
    pub audience: AudienceId,
    pub questionnaire: QuestionnaireId,
    /// The last day on which it can be taken up again.
    pub expires: Date,
    /// What was typed, in the form that `app` gives it.
    pub document: String,
}

impl Transaction {
    pub fn replace_draft(&mut self, tenant: TenantId, draft: &Draft) -> Result<(), StoreFault> {
        self.execute(
            "insert into draft (tenant, draft, audience, questionnaire, expires, document)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (tenant, draft) do update set
               audience = excluded.audience, questionnaire = excluded.questionnaire, expires = excluded.expires,
               document = excluded.document",
            &values![tenant, draft.key, draft.audience, draft.questionnaire, draft.expires, &draft.document],
        )?;
        Ok(())
    }

    pub fn draft(&mut self, tenant: TenantId, key: Key, today: Date) -> Result<Option<Draft>, StoreFault> {
        let row = self.one(
            "select draft, audience, questionnaire, expires, document from draft
             where tenant = $1 and draft = $2 and expires >= $3",
            &values![tenant, key, today],
        )?;
        row.map(read_draft).transpose()
    }

    /// Up to `most` of the audience that can be taken up again on `today`, behind `after`, in the order of their random keys.
    pub fn drafts_after(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        after: Option<Key>,
        today: Date,
        most: usize,
    ) -> Result<Vec<Draft>, StoreFault> {
        // Nothing that is drawn is all zeros.
        let after = after.unwrap_or(Key([0; 16]));
        let rows = self.rows(
            "select draft, audience, questionnaire, expires, document from draft
             where tenant = $1 and draft > $2 and audience = $3 and expires >= $4 order by draft limit $5",
            &values![tenant, after, audience, today, most],
        )?;
        rows.into_iter().map(read_draft).collect()
    }

    pub fn remove_draft(&mut self, tenant: TenantId, key: Key) -> Result<(), StoreFault> {
        self.remove_draft_files(tenant, key)?;
        self.execute("delete from draft where tenant = $1 and draft = $2", &values![tenant, key])?;
        Ok(())
    }

    /// Removes those whose last day was before `today`.
    pub fn remove_drafts_expired_before(&mut self, tenant: TenantId, today: Date) -> Result<u64, StoreFault> {
        let removed = self.execute("delete from draft where tenant = $1 and expires < $2", &values![tenant, today])?;
        self.remove_files_of_gone_drafts(tenant)?;
        Ok(removed)
    }
}

fn read_draft(mut row: Row) -> Result<Draft, StoreFault> {
    Ok(Draft {
        key: row.take()?,
        audience: row.take()?,
        questionnaire: row.take()?,
        expires: row.take()?,
        document: row.take()?,
    })
}
