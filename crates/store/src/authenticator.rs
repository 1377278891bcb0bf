use crate::{StoreFault, Transaction, value::values};
use base::{Moment, PersonId, TenantId};

/// The program on somebody's telephone that makes codes of the time (RFC 6238).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authenticator {
    pub secret: Vec<u8>,
    /// The newest step of which a code was taken.
    pub last_step: i64,
    pub added: Moment,
}

impl Transaction {
    /// Adds it in the place of an earlier one.
    pub fn replace_authenticator(
        &mut self,
        tenant: TenantId,
        person: PersonId,
        authenticator: &Authenticator,
    ) -> Result<(), StoreFault> {
        self.execute(
            "insert into authenticator (tenant, person, secret, last_step, added) values ($1, $2, $3, $4, $5)
             on conflict (tenant, person) do update
             set secret = excluded.secret, last_step = excluded.last_step, added = excluded.added",
            &values![tenant, person, authenticator.secret.clone(), authenticator.last_step, authenticator.added],
        )?;
        Ok(())
    }

    pub fn authenticator(&mut self, tenant: TenantId, person: PersonId) -> Result<Option<Authenticator>, StoreFault> {
        let row = self.one(
            "select secret, last_step, added from authenticator where tenant = $1 and person = $2",
            &values![tenant, person],
        )?;
        row.map(|mut row| Ok(Authenticator { secret: row.take()?, last_step: row.take()?, added: row.take()? }))
            .transpose()
    }

    /// Notes the step of a right code; `false` when a code of this step or of a later one was taken before. Two that come
    /// at once with one code cannot both have it.
    pub fn record_code_used(&mut self, tenant: TenantId, person: PersonId, step: i64) -> Result<bool, StoreFault> {
        let changed = self.execute(
            "update authenticator set last_step = $3 where tenant = $1 and person = $2 and last_step < $3",
            &values![tenant, person, step],
        )?;
        Ok(changed > 0)
    }

    /// `false` when there was none.
    pub fn remove_authenticator(&mut self, tenant: TenantId, person: PersonId) -> Result<bool, StoreFault> {
        let removed =
            self.execute("delete from authenticator where tenant = $1 and person = $2", &values![tenant, person])?;
        Ok(removed > 0)
    }
}
