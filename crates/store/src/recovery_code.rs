use crate::{StoreFault, Transaction, digest::digest, value::values};
use base::{Moment, PersonId, TenantId};

impl Transaction {
    /// Keeps one-time codes in the place of all earlier ones; only their digests are kept.
    pub fn replace_recovery_codes(
        &mut self,
        tenant: TenantId,
        person: PersonId,
        codes: &[[u8; 10]],
    ) -> Result<(), StoreFault> {
        self.execute("delete from recovery_code where tenant = $1 and person = $2", &values![tenant, person])?;
        for code in codes {
            self.execute(
                "insert into recovery_code (tenant, person, digest, used) values ($1, $2, $3, null)",
                &values![tenant, person, digest(code)],
            )?;
        }
        Ok(())
    }

    pub fn remove_recovery_codes(&mut self, tenant: TenantId, person: PersonId) -> Result<(), StoreFault> {
        self.replace_recovery_codes(tenant, person, &[])
    }

    /// Uses a code up; `false` when it is none of the person's, or was used. Two that come at once cannot both have it.
    pub fn record_recovery_code_used(
        &mut self,
        tenant: TenantId,
        person: PersonId,
        code: &[u8],
        now: Moment,
    ) -> Result<bool, StoreFault> {
        let changed = self.execute(
            "update recovery_code set used = $4 where tenant = $1 and person = $2 and digest = $3 and used is null",
            &values![tenant, person, digest(code), now],
        )?;
        Ok(changed > 0)
    }

    /// How many are good still.
    pub fn recovery_codes_left(&mut self, tenant: TenantId, person: PersonId) -> Result<i64, StoreFault> {
        let row = self.one(
            "select count(*) from recovery_code where tenant = $1 and person = $2 and used is null",
            &values![tenant, person],
        )?;
        row.map_or(Ok(0), |mut row| row.take())
    }
}
