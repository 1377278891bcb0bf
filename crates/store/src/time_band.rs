//! How many people took how long, in bands. Nobody's own time is ever here: the counters are written some at a time.

use crate::{StoreFault, Transaction, value::values};
use base::{AudienceId, QuestionnaireId, TenantId};
use survey::Band;

/// So many people of one band: on a page, or with the whole where `place` is empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeBand {
    pub questionnaire: QuestionnaireId,
    pub place: String,
    pub band: Band,
    pub people: u64,
}

impl Transaction {
    /// Advances the counters, in one order, so that two who do so never wait for each other.
    pub fn add_time_bands(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        bands: &[TimeBand],
    ) -> Result<(), StoreFault> {
        for one in bands {
            self.execute(
                "insert into time_band (tenant, audience, questionnaire, place, band, people)
                 values ($1, $2, $3, $4, $5, $6)
                 on conflict (tenant, audience, questionnaire, place, band)
                 do update set people = time_band.people + excluded.people",
                &values![tenant, audience, one.questionnaire, &one.place, one.band.code(), one.people],
            )?;
        }
        Ok(())
    }

    /// Of one version of the questionnaire.
    pub fn time_bands(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        questionnaire: QuestionnaireId,
    ) -> Result<Vec<TimeBand>, StoreFault> {
        let rows = self.rows(
            "select place, band, people from time_band where tenant = $1 and audience = $2 and questionnaire = $3
             order by place, band",
            &values![tenant, audience, questionnaire],
        )?;
        let read = |mut row: crate::Row| {
            let place = row.take()?;
            let band = Band::from_code(&row.take::<String>()?).ok_or(StoreFault::Unreadable("a band"))?;
            Ok(TimeBand { questionnaire, place, band, people: row.take()? })
        };
        rows.into_iter().map(read).collect()
    }
}
