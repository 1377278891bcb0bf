use crate::{Row, StoreFault, Transaction, value::values};
use base::{AudienceId, PersonId, ResponseKey, TenantId};
use survey::QuestionCode;

/// What a person decided about the words of one open answer before anybody else reads them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    pub audience: AudienceId,
    pub response: ResponseKey,
    pub question: QuestionCode,
    pub decision: Decision,
    pub by: Option<PersonId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// To be read as it was written.
    Keep,
    /// Not to be read at all.
    Withhold,
    /// To be read in these words, with what would betray somebody taken out.
    Redact(String),
}

impl Transaction {
    /// Keeps the decision in place of an earlier one.
    pub fn replace_review(&mut self, tenant: TenantId, review: &Review) -> Result<(), StoreFault> {
        let (decision, words) = match &review.decision {
            Decision::Keep => ("keep", None),
            Decision::Withhold => ("withhold", None),
            Decision::Redact(words) => ("redact", Some(words)),
        };
        self.execute(
            "insert into review (tenant, audience, response, question, decision, words, decided_by)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (tenant, audience, response, question) do update set
               decision = excluded.decision, words = excluded.words, decided_by = excluded.decided_by",
            &values![tenant, review.audience, review.response, review.question.as_str(), decision, words, review.by],
        )?;
        self.remove_unread(tenant, review.audience, (review.response, &review.question))
    }

    /// In the order of the responses' keys.
    pub fn reviews(&mut self, tenant: TenantId, audience: AudienceId) -> Result<Vec<Review>, StoreFault> {
        let rows = self.rows(
            "select audience, response, question, decision, words, decided_by from review
             where tenant = $1 and audience = $2 order by response, question",
            &values![tenant, audience],
        )?;
        rows.into_iter().map(read_review).collect()
    }
}

fn read_review(mut row: Row) -> Result<Review, StoreFault> {
    let (audience, response) = (row.take()?, row.take()?);
    let question = QuestionCode::parse(&row.take::<String>()?).map_err(|_| StoreFault::Unreadable("a question"))?;
    let (decision, words): (String, Option<String>) = (row.take()?, row.take()?);
    let decision = match (decision.as_str(), words) {
        ("keep", None) => Decision::Keep,
        ("withhold", None) => Decision::Withhold,
        ("redact", Some(words)) => Decision::Redact(words),
        _ => return Err(StoreFault::Unreadable("a decision")),
    };
    Ok(Review { audience, response, question, decision, by: row.take()? })
}
