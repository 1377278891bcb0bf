//! Which open answers nobody has decided about: an index, so that asking costs what is unread and not what was answered.

use crate::{
    StoreFault, Transaction,
    uncounted::{in_chunks, places},
    value::values,
};
use base::{AudienceId, ResponseKey, TenantId};
use std::collections::BTreeSet;
use survey::QuestionCode;

/// One open answer: whose, and to which question.
pub type OpenAnswerKey = (ResponseKey, QuestionCode);

/// Open answers added by one statement; the last is named again to fill it, so that there is one text.
const ADDED: usize = 32;

impl Transaction {
    /// Up to `most` open answers behind `after` that the index knows and nobody has decided about, in their order.
    pub fn unread(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        after: Option<&OpenAnswerKey>,
        most: usize,
    ) -> Result<Vec<OpenAnswerKey>, StoreFault> {
        // Nothing lies before sixteen zeros and no word.
        let (response, question) =
            after.map_or((ResponseKey(base::Key([0; 16])), ""), |(response, question)| (*response, question.as_str()));
        // A decision may have come while the row was being written.
        let rows = self.rows(
            "select response, question from unread
             where tenant = $1 and audience = $2 and (response, question) > ($3, $4)
               and not exists (select 1 from review where review.tenant = unread.tenant
                 and review.audience = unread.audience and review.response = unread.response
                 and review.question = unread.question)
             order by response, question limit $5",
            &values![tenant, audience, response, question, most],
        )?;
        rows.into_iter().map(read_key).collect()
    }

    /// Adds open answers to the index, without those that somebody has decided about.
    pub fn add_unread(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        open: &BTreeSet<OpenAnswerKey>,
    ) -> Result<(), StoreFault> {
        let keys: Vec<&OpenAnswerKey> = open.iter().collect();
        let rows: Vec<String> = (0..ADDED).map(|row| format!("($1, $2, ${}, ${})", 2 * row + 3, 2 * row + 4)).collect();
        let sql = format!(
            "insert into unread (tenant, audience, response, question) values {} on conflict do nothing",
            rows.join(", ")
        );
        for some in keys.chunks(ADDED) {
            let filled = some.iter().chain(some.last().into_iter().cycle()).take(ADDED);
            let cells = filled.flat_map(|(response, question)| values![*response, question.as_str()]);
            self.execute(&sql, &values![tenant, audience].into_iter().chain(cells).collect::<Vec<_>>())?;
        }
        let sql = format!(
            "delete from unread where tenant = $1 and audience = $2 and response in ({})
               and exists (select 1 from review where review.tenant = unread.tenant
                 and review.audience = unread.audience and review.response = unread.response
                 and review.question = unread.question)",
            places()
        );
        for values in in_chunks(tenant, audience, &responses(open)) {
            self.execute(&sql, &values)?;
        }
        Ok(())
    }

    /// Which open answers of the given responses somebody has decided about.
    pub fn decided(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        responses: &[ResponseKey],
    ) -> Result<BTreeSet<OpenAnswerKey>, StoreFault> {
        let sql = format!(
            "select response, question from review where tenant = $1 and audience = $2 and response in ({})",
            places()
        );
        let mut decided = BTreeSet::new();
        for values in in_chunks(tenant, audience, responses) {
            for row in self.rows(&sql, &values)? {
                decided.insert(read_key(row)?);
            }
        }
        Ok(decided)
    }

    /// After a decision.
    pub(crate) fn remove_unread(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        (response, question): (ResponseKey, &QuestionCode),
    ) -> Result<(), StoreFault> {
        self.execute(
            "delete from unread where tenant = $1 and audience = $2 and response = $3 and question = $4",
            &values![tenant, audience, response, question.as_str()],
        )?;
        Ok(())
    }
}

fn responses(open: &BTreeSet<OpenAnswerKey>) -> Vec<ResponseKey> {
    let mut responses: Vec<ResponseKey> = open.iter().map(|(response, _)| *response).collect();
    responses.dedup();
    responses
}

fn read_key(mut row: crate::Row) -> Result<OpenAnswerKey, StoreFault> {
    let response = row.take()?;
    let question = QuestionCode::parse(&row.take::<String>()?).map_err(|_| StoreFault::Unreadable("a question"))?;
    Ok((response, question))
}
