//! Quotas and their counters. A counter tells how many chose an option and nothing of who or when; it is advanced in the
//! transaction that keeps the answer.

use crate::{Row, StoreFault, Transaction, value::values};
use base::{AudienceId, TenantId};
use survey::{OptionCode, QuestionCode, Quota, QuotaStanding};

impl Transaction {
    /// Before the quotas are read by which an answer is counted: from here to the commit they do not change.
    pub fn share_quotas(&mut self, tenant: TenantId, audience: AudienceId) -> Result<(), StoreFault> {
        match self.dialect().share_quotas() {
            Some(sql) => self.rows(sql, &values![lock_of(tenant, audience)]).map(|_| ()),
            None => Ok(()),
        }
    }

    /// Before answers are counted for new quotas, or counted out: no answer is on its way that would be missed.
    pub fn hold_quotas(&mut self, tenant: TenantId, audience: AudienceId) -> Result<(), StoreFault> {
        match self.dialect().hold_quotas() {
            Some(sql) => self.rows(sql, &values![lock_of(tenant, audience)]).map(|_| ()),
            None => Ok(()),
        }
    }

    /// By question and option.
    pub fn quotas(&mut self, tenant: TenantId, audience: AudienceId) -> Result<Vec<QuotaStanding>, StoreFault> {
        let rows = self.rows(
            "select question, choice, most, taken from quota where tenant = $1 and audience = $2
             order by question, choice",
            &values![tenant, audience],
        )?;
        rows.into_iter().map(read_quota).collect()
    }

    /// Replaces the quotas of the audience; `taken` of each is what has come so far.
    pub fn replace_quotas(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        quotas: &[QuotaStanding],
    ) -> Result<(), StoreFault> {
        self.execute("delete from quota where tenant = $1 and audience = $2", &values![tenant, audience])?;
        for QuotaStanding { quota, taken } in quotas {
            self.execute(
                "insert into quota (tenant, audience, question, choice, most, taken) values ($1, $2, $3, $4, $5, $6)",
                &values![tenant, audience, quota.question.as_str(), quota.option.as_str(), quota.most, *taken],
            )?;
        }
        self.count_study_change(tenant)
    }

    /// Counts so many more, full or not.
    pub fn count_in_quota(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        quota: &Quota,
        number: usize,
    ) -> Result<(), StoreFault> {
        self.execute(
            "update quota set taken = taken + $5
             where tenant = $1 and audience = $2 and question = $3 and choice = $4",
            &values![tenant, audience, quota.question.as_str(), quota.option.as_str(), number],
        )?;
        Ok(())
    }

    /// Counts so many less, when answers are taken back.
    pub fn count_out_of_quota(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        quota: &Quota,
        number: usize,
    ) -> Result<(), StoreFault> {
        self.execute(
            "update quota set taken = case when taken > $5 then taken - $5 else 0 end
             where tenant = $1 and audience = $2 and question = $3 and choice = $4",
            &values![tenant, audience, quota.question.as_str(), quota.option.as_str(), number],
        )?;
        Ok(())
    }

    /// Takes one place of the quota; false when none is left. Whoever takes places of several does so in their order, so
    /// that two never wait for each other.
    pub fn take_quota(&mut self, tenant: TenantId, audience: AudienceId, quota: &Quota) -> Result<bool, StoreFault> {
        let taken = self.execute(
            "update quota set taken = taken + 1
             where tenant = $1 and audience = $2 and question = $3 and choice = $4 and taken < most",
            &values![tenant, audience, quota.question.as_str(), quota.option.as_str()],
        )?;
        Ok(taken > 0)
    }
}

/// The number of the audience's lock; that two audiences have the same one makes them wait and nothing else.
fn lock_of(tenant: TenantId, audience: AudienceId) -> i64 {
    let half = |key: base::Key| key.0.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    (half(tenant.0) ^ half(audience.0)).cast_signed()
}

fn read_quota(mut row: Row) -> Result<QuotaStanding, StoreFault> {
    let unreadable = || StoreFault::Unreadable("a quota");
    let (question, option): (String, String) = (row.take()?, row.take()?);
    let quota = Quota {
        question: QuestionCode::parse(&question).map_err(|_| unreadable())?,
        option: OptionCode::parse(&option).map_err(|_| unreadable())?,
        most: row.take()?,
    };
    Ok(QuotaStanding { quota, taken: row.take()? })
}
