//! How many answers there are, kept beside them.
//!
//! A group of answers advances each counter once, at its end and in one order; on PostgreSQL each writer has rows of its
//! own. So no answer waits for another's counter, and two groups cannot wait for each other.

use crate::{StoreFault, Transaction, value::values};
use base::{AudienceId, BatchId, Key, ResponseKey, TenantId};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use survey::{Mode, Response};

/// What a group has added and not yet written to the counters.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    answers: BTreeMap<(TenantId, AudienceId, Mode, Option<BatchId>), i64>,
    days: BTreeSet<(TenantId, AudienceId, Date)>,
    uncounted: Vec<(TenantId, AudienceId, ResponseKey)>,
}

/// What the counts were before an operation.
pub(crate) struct Mark {
    answers: BTreeMap<(TenantId, AudienceId, Mode, Option<BatchId>), i64>,
    days: BTreeSet<(TenantId, AudienceId, Date)>,
    uncounted: usize,
}

impl Counts {
    pub(crate) fn clear(&mut self) {
        self.answers.clear();
        self.days.clear();
        self.uncounted.clear();
    }

    pub(crate) fn mark(&self) -> Mark {
        Mark { answers: self.answers.clone(), days: self.days.clone(), uncounted: self.uncounted.len() }
    }

    /// Takes back what was added since.
    pub(crate) fn return_to(&mut self, mark: Mark) {
        (self.answers, self.days) = (mark.answers, mark.days);
        self.uncounted.truncate(mark.uncounted);
    }

    pub(crate) fn add(&mut self, tenant: TenantId, response: &Response) {
        *self.answers.entry((tenant, response.audience, response.mode, response.batch)).or_default() += 1;
        self.days.insert((tenant, response.audience, response.day));
        self.uncounted.push((tenant, response.audience, response.key));
    }

    /// The answers of a batch that was taken back in the same group. Their keys stay among those to be counted: none of
    /// them is found, and nobody counts what is not there.
    pub(crate) fn forget_batch(&mut self, tenant: TenantId, audience: AudienceId, batch: BatchId) {
        self.answers.retain(|(of, at, _, came), _| (*of, *at, *came) != (tenant, audience, Some(batch)));
    }

    fn waiting(&self, tenant: TenantId, audience: AudienceId) -> impl Iterator<Item = (Mode, Option<BatchId>, i64)> {
        let ours = self.answers.iter().filter(move |((of, at, _, _), _)| (*of, *at) == (tenant, audience));
        ours.map(|((_, _, mode, batch), answers)| (*mode, *batch, *answers))
    }
}

impl Transaction {
    /// How many answers the audience gave, by the way they came in.
    pub fn answers_by_mode(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
    ) -> Result<BTreeMap<Mode, u64>, StoreFault> {
        let rows = self.rows(
            "select mode, cast(sum(answers) as bigint) from response_count where tenant = $1 and audience = $2
             group by mode",
            &values![tenant, audience],
        )?;
        let mut counted: BTreeMap<Mode, i64> = BTreeMap::new();
        for mut row in rows {
            let (mode, answers): (Mode, i64) = (row.take()?, row.take()?);
            *counted.entry(mode).or_default() += answers;
        }
        for (mode, _, answers) in self.counts.waiting(tenant, audience) {
            *counted.entry(mode).or_default() += answers;
        }
        Ok(counted.into_iter().map(|(mode, answers)| (mode, u64::try_from(answers).unwrap_or(0))).collect())
    }

    pub fn answers_by(&mut self, tenant: TenantId, audience: AudienceId, mode: Mode) -> Result<u64, StoreFault> {
        Ok(self.answers_by_mode(tenant, audience)?.get(&mode).copied().unwrap_or(0))
    }

    /// Lets no other writer add to a limited audience until what this one adds is committed: between counting and adding
    /// nobody comes in between.
    pub fn hold_audience(&mut self, tenant: TenantId, audience: AudienceId) -> Result<(), StoreFault> {
        if let Some(sql) = self.dialect().hold_audience() {
            self.rows(sql, &values![tenant, audience])?;
        }
        Ok(())
    }

    /// All answers of the audience, however they came in.
    pub fn answers_of(&mut self, tenant: TenantId, audience: AudienceId) -> Result<u64, StoreFault> {
        Ok(self.answers_by_mode(tenant, audience)?.values().sum())
    }

    /// How many answers of a box of cards or of a file are there.
    pub fn answers_in_batch(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        batch: BatchId,
    ) -> Result<u64, StoreFault> {
        let row = self.one(
            "select cast(coalesce(sum(answers), 0) as bigint) from response_count
             where tenant = $1 and audience = $2 and batch = $3",
            &values![tenant, audience, batch],
        )?;
        let written: i64 = row.map_or(Ok(0), |mut row| row.take())?;
        let waiting = self.counts.waiting(tenant, audience).filter(|(_, of, _)| *of == Some(batch));
        Ok(u64::try_from(written + waiting.map(|(_, _, answers)| answers).sum::<i64>()).unwrap_or(0))
    }

    /// Writes what the group counted, just before its commit.
    pub(crate) fn record_counts(&mut self) -> Result<(), StoreFault> {
        let counts = std::mem::take(&mut self.counts);
        for ((tenant, audience, mode, batch), answers) in counts.answers {
            let batch = batch.map_or_else(Vec::new, |BatchId(Key(bytes))| bytes.to_vec());
            self.execute(
                "insert into response_count (tenant, audience, mode, batch, writer, answers)
                 values ($1, $2, $3, $4, $5, $6)
                 on conflict (tenant, audience, mode, batch, writer)
                 do update set answers = response_count.answers + excluded.answers",
                &values![tenant, audience, mode, batch, self.writer, answers],
            )?;
        }
        for (tenant, audience, day) in counts.days {
            self.execute(
                "insert into unsettled_day (tenant, audience, day) values ($1, $2, $3)
                 on conflict (tenant, audience, day) do nothing",
                &values![tenant, audience, day],
            )?;
        }
        self.record_uncounted(counts.uncounted)
    }
}
