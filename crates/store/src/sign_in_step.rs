use crate::{StoreFault, Transaction, digest::digest, value::values};
use base::{Moment, PersonId, TenantId};

/// Somebody whose password was right and whose code is still to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInStep {
    pub person: PersonId,
    pub browser: String,
    pub expires: Moment,
    /// How many codes were wrong.
    pub tried: i64,
}

impl Transaction {
    pub fn add_sign_in_step(&mut self, tenant: TenantId, secret: &[u8], step: &SignInStep) -> Result<(), StoreFault> {
        self.execute(
            "insert into sign_in_step (tenant, digest, person, browser, expires, tried) values ($1, $2, $3, $4, $5, $6)",
            &values![tenant, digest(secret), step.person, &step.browser, step.expires, step.tried],
        )?;
        Ok(())
    }

    pub fn sign_in_step(
        &mut self,
        tenant: TenantId,
        secret: &[u8],
        now: Moment,
    ) -> Result<Option<SignInStep>, StoreFault> {
        let row = self.one(
            "select person, browser, expires, tried from sign_in_step
             where tenant = $1 and digest = $2 and expires > $3",
            &values![tenant, digest(secret), now],
        )?;
        row.map(|mut row| {
            Ok(SignInStep { person: row.take()?, browser: row.take()?, expires: row.take()?, tried: row.take()? })
        })
        .transpose()
    }

    /// Counts one wrong code.
    pub fn record_sign_in_step_tried(&mut self, tenant: TenantId, secret: &[u8]) -> Result<(), StoreFault> {
        self.execute(
            "update sign_in_step set tried = tried + 1 where tenant = $1 and digest = $2",
            &values![tenant, digest(secret)],
        )?;
        Ok(())
    }

    /// Takes it away; `false` when another was faster.
    pub fn remove_sign_in_step(&mut self, tenant: TenantId, secret: &[u8]) -> Result<bool, StoreFault> {
        let removed = self
            .execute("delete from sign_in_step where tenant = $1 and digest = $2", &values![tenant, digest(secret)])?;
        Ok(removed > 0)
    }

    /// Nobody waits for a second factor of this person any more.
    pub fn remove_sign_in_steps_of(&mut self, tenant: TenantId, person: PersonId) -> Result<u64, StoreFault> {
        self.execute("delete from sign_in_step where tenant = $1 and person = $2", &values![tenant, person])
    }

    pub fn remove_sign_in_steps_expired_by(&mut self, tenant: TenantId, now: Moment) -> Result<u64, StoreFault> {
        self.execute("delete from sign_in_step where tenant = $1 and expires <= $2", &values![tenant, now])
    }
}
