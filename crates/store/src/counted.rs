//! How far the counting of an audience has come, kept between restarts and for other nodes.
//!
//! What is counted and what is not are changed together in one transaction and read in one, so every answer is in exactly
//! one of three places: in the snapshot, in a lot that waits ([`Lot`]), or behind the key that the count has come to.
//! What the snapshot's document says is for `app` to know.

use crate::{Lot, Row, StoreFault, Transaction, value::values};
use base::{AudienceId, QuestionnaireId, ResponseKey, TenantId};

/// A snapshot of an audience's counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The version in whose questions was counted.
    pub questionnaire: QuestionnaireId,
    /// One more with every snapshot, so that of two who counted at once only one is kept.
    pub number: u64,
    pub responses: u64,
    pub reach: Reach,
    pub document: String,
}

/// How far a count has come in the order of the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    Nothing,
    /// Up to this key and with it.
    Through(ResponseKey),
    All,
}

impl Reach {
    pub fn covers(self, key: ResponseKey) -> bool {
        match self {
            Reach::Nothing => false,
            Reach::Through(last) => key <= last,
            Reach::All => true,
        }
    }
}

impl Transaction {
    pub fn counted(&mut self, tenant: TenantId, audience: AudienceId) -> Result<Option<Counted>, StoreFault> {
        let row = self.one(
            "select questionnaire, number, responses, through, document from counted
             where tenant = $1 and audience = $2",
            &values![tenant, audience],
        )?;
        row.map(read_counted).transpose()
    }

    /// Keeps a snapshot in place of the one numbered before it, which holds what waited in `lots` as well. False, and
    /// nothing is done, when somebody else was first.
    pub fn replace_counted(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        counted: &Counted,
        lots: &[Lot],
    ) -> Result<bool, StoreFault> {
        let through = match counted.reach {
            Reach::Through(key) => Some(key),
            Reach::All => None,
            Reach::Nothing => return Ok(false),
        };
        let kept = self.execute(
            "insert into counted (tenant, audience, questionnaire, number, responses, through, document)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (tenant, audience) do update set
               questionnaire = excluded.questionnaire, number = excluded.number, responses = excluded.responses,
               through = excluded.through, document = excluded.document
             where counted.number = excluded.number - 1",
            &values![
                tenant,
                audience,
                counted.questionnaire,
                counted.number,
                counted.responses,
                through,
                &counted.document
            ],
        )?;
        if kept > 0 {
            self.remove_lots(tenant, audience, lots)?;
        }
        Ok(kept > 0)
    }

    /// After answers have gone: nothing is counted, and no step that was begun before can be kept.
    pub(crate) fn begin_counting_anew(&mut self, tenant: TenantId, audience: AudienceId) -> Result<(), StoreFault> {
        self.execute(
            "insert into counted (tenant, audience, questionnaire, number, responses, through, document)
             select tenant, audience, questionnaire, 1, 0, $3, '' from audience
             where tenant = $1 and audience = $2 and questionnaire is not null
             on conflict (tenant, audience) do update set
               number = counted.number + 1, responses = 0, through = excluded.through, document = ''",
            &values![tenant, audience, ResponseKey(base::Key([0; 16]))],
        )?;
        self.execute("delete from uncounted where tenant = $1 and audience = $2", &values![tenant, audience])?;
        Ok(())
    }

    /// The audiences whose snapshot does not hold all answers, or holds those to another questionnaire, with the
    /// questionnaire that they are asked now.
    pub fn audiences_to_count(&mut self, tenant: TenantId) -> Result<Vec<(AudienceId, QuestionnaireId)>, StoreFault> {
        let rows = self.rows(
            "select audience.audience, audience.questionnaire from audience
             where audience.tenant = $1 and audience.questionnaire is not null
               and (select coalesce(sum(answers), 0) from response_count
                    where response_count.tenant = audience.tenant and response_count.audience = audience.audience)
                 <> coalesce((select responses from counted
                    where counted.tenant = audience.tenant and counted.audience = audience.audience
                      and counted.questionnaire = audience.questionnaire and counted.through is null), 0)
             order by audience.audience",
            &values![tenant],
        )?;
        rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?))).collect()
    }
}

fn read_counted(mut row: Row) -> Result<Counted, StoreFault> {
    Ok(Counted {
        questionnaire: row.take()?,
        number: row.take()?,
        responses: row.take()?,
        reach: row.take::<Option<ResponseKey>>()?.map_or(Reach::All, Reach::Through),
        document: row.take()?,
    })
}
