use crate::{Row, StoreFault, Transaction, value::values};
use base::{Moment, TenantId};

/// Something that the program does by itself again and again. It may be done twice, so it must not matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub name: String,
    pub run_at: Moment,
    /// When it was last done without a fault.
    pub done_at: Option<Moment>,
    /// How often it has failed since.
    pub failures: u32,
    pub last_error: Option<String>,
}

/// Longer error texts are cut: the journal of a failing job is the log, not the table.
const LONGEST_ERROR: usize = 500;

impl Transaction {
    /// Every job, in the order of their names.
    pub fn jobs(&mut self, tenant: TenantId) -> Result<Vec<Job>, StoreFault> {
        let rows = self.rows(
            "select name, run_at, done_at, failures, last_error from job where tenant = $1 order by name",
            &values![tenant],
        )?;
        rows.into_iter().map(read_job).collect()
    }

    /// Notes a job that is to be done; nothing is changed where it is known.
    pub fn add_job(&mut self, tenant: TenantId, name: &str, run_at: Moment) -> Result<(), StoreFault> {
        self.execute(
            "insert into job (tenant, name, run_at, held_until, done_at, failures, last_error)
             values ($1, $2, $3, null, null, 0, null) on conflict do nothing",
            &values![tenant, name, run_at],
        )?;
        Ok(())
    }

    /// Takes the job as it was seen and holds it until `until`; false when another node was first. Who has not reported
    /// by then is taken to have died.
    pub fn hold_job(&mut self, tenant: TenantId, job: &Job, now: Moment, until: Moment) -> Result<bool, StoreFault> {
        // A hold that ends much later than ours would was taken before the clock was set back. Two nodes' clocks may
        // differ a little.
        let far = until.plus_seconds(until.seconds_since(now));
        let held = self.execute(
            "update job set held_until = $5 where tenant = $1 and name = $2 and run_at = $3
               and (held_until is null or held_until <= $4 or held_until > $6)",
            &values![tenant, &job.name, job.run_at, now, until, far],
        )?;
        Ok(held > 0)
    }

    /// Holds until `until` what is held until `held_until`; false when another node has taken it meanwhile.
    pub fn hold_job_longer(
        &mut self,
        tenant: TenantId,
        name: &str,
        held_until: Moment,
        until: Moment,
    ) -> Result<bool, StoreFault> {
        let held = self.execute(
            "update job set held_until = $4 where tenant = $1 and name = $2 and held_until = $3",
            &values![tenant, name, held_until, until],
        )?;
        Ok(held > 0)
    }

    /// After it was done.
    pub fn record_job_done(
        &mut self,
        tenant: TenantId,
        name: &str,
        done_at: Moment,
        run_at: Moment,
    ) -> Result<(), StoreFault> {
        self.execute(
            "update job set run_at = $3, held_until = null, done_at = $4, failures = 0, last_error = null
             where tenant = $1 and name = $2",
            &values![tenant, name, run_at, done_at],
        )?;
        Ok(())
    }

    /// After it failed: it is tried again at `run_at`.
    pub fn record_job_failure(
        &mut self,
        tenant: TenantId,
        name: &str,
        error: &str,
        run_at: Moment,
    ) -> Result<(), StoreFault> {
        let error: String = error.chars().take(LONGEST_ERROR).collect();
        self.execute(
            "update job set run_at = $3, held_until = null, failures = failures + 1, last_error = $4
             where tenant = $1 and name = $2",
            &values![tenant, name, run_at, error],
        )?;
        Ok(())
    }
}

fn read_job(mut row: Row) -> Result<Job, StoreFault> {
    Ok(Job {
        name: row.take()?,
        run_at: row.take()?,
        done_at: row.take()?,
        failures: row.take()?,
        last_error: row.take()?,
    })
}
