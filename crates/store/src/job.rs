use crate::{Row, StoreFault, Transaction, value::values};
use base::{JobId, Moment, TenantId};

/// Something to be done outside the transaction that asked for it. It may be done twice, so it must not matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub tenant: TenantId,
    pub id: JobId,
    /// One job of a name waits at a time: `settle 2023-05-02`.
    pub name: Option<String>,
    pub kind: String,
    /// JSON, in the form that whoever does it expects.
    pub payload: String,
    pub run_at: Moment,
    /// How often it has been begun.
    pub attempts: u32,
    pub last_error: Option<String>,
}

const COLUMNS: &str = "tenant, job, name, kind, payload, run_at, attempts, last_error";
/// Longer error texts are cut: the journal of a failing job is the log, not the table.
const LONGEST_ERROR: usize = 500;

impl Transaction {
    /// Enqueues the job, in the same transaction as what it follows from. False when one of its name waits already.
    pub fn add_job(&mut self, job: &Job) -> Result<bool, StoreFault> {
        let added = self.execute(
            "insert into job (tenant, job, name, kind, payload, run_at, attempts, locked_until, last_error)
             values ($1, $2, $3, $4, $5, $6, 0, null, null) on conflict do nothing",
            &values![job.tenant, job.id, job.name.clone(), &job.kind, &job.payload, job.run_at],
        )?;
        Ok(added > 0)
    }

    /// Takes the job that has been due longest and that nobody else is doing, and holds it until `until`. Who has not
    /// reported by then is taken to have died, and the job is given out again.
    pub fn claim_job(&mut self, now: Moment, until: Moment) -> Result<Option<Job>, StoreFault> {
        let sql = format!(
            "update job set locked_until = $2, attempts = attempts + 1
             where (tenant, job) in (
               select tenant, job from job
               where run_at <= $1 and (locked_until is null or locked_until <= $1)
               order by run_at, job limit 1{})
             returning {COLUMNS}",
            self.dialect().taking_rows()
        );
        self.one(&sql, &values![now, until])?.map(read_job).transpose()
    }

    /// After it was done.
    pub fn remove_job(&mut self, tenant: TenantId, job: JobId) -> Result<(), StoreFault> {
        self.execute("delete from job where tenant = $1 and job = $2", &values![tenant, job])?;
        Ok(())
    }

    /// After it failed: it is tried again at `run_at`.
    pub fn record_job_failure(
        &mut self,
        tenant: TenantId,
        job: JobId,
        error: &str,
        run_at: Moment,
    ) -> Result<(), StoreFault> {
        let error: String = error.chars().take(LONGEST_ERROR).collect();
        self.execute(
            "update job set locked_until = null, last_error = $3, run_at = $4 where tenant = $1 and job = $2",
            &values![tenant, job, error, run_at],
        )?;
        Ok(())
    }

    /// Everything that waits, by time.
    pub fn jobs(&mut self) -> Result<Vec<Job>, StoreFault> {
        let sql = format!("select {COLUMNS} from job order by run_at, job");
        self.rows(&sql, &[])?.into_iter().map(read_job).collect()
    }
}

fn read_job(mut row: Row) -> Result<Job, StoreFault> {
    Ok(Job {
        tenant: row.take()?,
        id: row.take()?,
        name: row.take()?,
        kind: row.take()?,
        payload: row.take()?,
        run_at: row.take()?,
        attempts: row.take()?,
        last_error: row.take()?,
    })
}
