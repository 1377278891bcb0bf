use crate::{StoreFault, Transaction, digest::digest, value::values};
use base::{Moment, PersonId, TenantId};

impl Transaction {
    /// Keeps a one-time link. Only the digest of its secret is kept: who reads the database cannot use it.
    pub fn add_setup_link(
        &mut self,
        tenant: TenantId,
        secret: &[u8],
        person: PersonId,
        expires: Moment,
    ) -> Result<(), StoreFault> {
        self.execute(
            "insert into setup_link (tenant, digest, person, expires, used) values ($1, $2, $3, $4, null)",
            &values![tenant, digest(secret), person, expires],
        )?;
        Ok(())
    }

    /// For whom the link is, while it is good: neither used nor expired.
    pub fn setup_link(&mut self, tenant: TenantId, secret: &[u8], now: Moment) -> Result<Option<PersonId>, StoreFault> {
        let row = self.one(
            "select person from setup_link where tenant = $1 and digest = $2 and used is null and expires > $3",
            &values![tenant, digest(secret), now],
        )?;
        row.map(|mut row| row.take()).transpose()
    }

    /// Uses the link up; `None` when it is not good any more. Two that come at once cannot both have it.
    pub fn record_setup_link_used(
        &mut self,
        tenant: TenantId,
        secret: &[u8],
        now: Moment,
    ) -> Result<Option<PersonId>, StoreFault> {
        let row = self.one(
            "update setup_link set used = $3 where tenant = $1 and digest = $2 and used is null and expires > $3
             returning person",
            &values![tenant, digest(secret), now],
        )?;
        row.map(|mut row| row.take()).transpose()
    }

    /// Takes back one that nobody got.
    pub fn remove_setup_link(&mut self, tenant: TenantId, secret: &[u8]) -> Result<(), StoreFault> {
        self.execute(
            "delete from setup_link where tenant = $1 and digest = $2 and used is null",
            &values![tenant, digest(secret)],
        )?;
        Ok(())
    }

    /// Takes back every link of the person that is still good, before a new one is given out.
    pub fn remove_setup_links_of(&mut self, tenant: TenantId, person: PersonId) -> Result<(), StoreFault> {
        self.execute(
            "delete from setup_link where tenant = $1 and person = $2 and used is null",
            &values![tenant, person],
        )?;
        Ok(())
    }
}
