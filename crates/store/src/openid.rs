use crate::{StoreFault, Transaction, digest::digest, value::values};
use base::{Moment, PersonId, TenantId};

/// A browser that was sent to its organisation's sign-in service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenidAttempt {
    /// Who is signed in already and wants the two put together.
    pub person: Option<PersonId>,
    /// Has to come back inside what the service signs.
    pub nonce: String,
    /// Shows the service that the one who comes with the code is the one who asked (RFC 7636).
    pub verifier: String,
    /// Where the person wants to go afterwards.
    pub back: String,
    pub expires: Moment,
}

impl Transaction {
    /// Keeps an attempt, and of those of the same asker only the `most` that last longest.
    pub fn add_openid_attempt(
        &mut self,
        tenant: TenantId,
        state: &[u8],
        asker: &str,
        attempt: &OpenidAttempt,
        most: u32,
    ) -> Result<(), StoreFault> {
        let asker = digest(asker.as_bytes());
        self.execute(
            "insert into openid_attempt (tenant, digest, asker, person, nonce, verifier, back, expires)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
            &values![
                tenant,
                digest(state),
                asker.clone(),
                attempt.person,
                &attempt.nonce,
                &attempt.verifier,
                &attempt.back,
                attempt.expires
            ],
        )?;
        self.execute(
            "delete from openid_attempt where tenant = $1 and asker = $2 and digest not in (
               select digest from openid_attempt where tenant = $1 and asker = $2
               order by expires desc, digest limit $3)",
            &values![tenant, asker, most],
        )?;
        Ok(())
    }

    /// Takes it away: nobody comes back twice.
    pub fn take_openid_attempt(
        &mut self,
        tenant: TenantId,
        state: &[u8],
        now: Moment,
    ) -> Result<Option<OpenidAttempt>, StoreFault> {
        let row = self.one(
            "delete from openid_attempt where tenant = $1 and digest = $2
             returning person, nonce, verifier, back, expires",
            &values![tenant, digest(state)],
        )?;
        let Some(mut row) = row else { return Ok(None) };
        let attempt = OpenidAttempt {
            person: row.take()?,
            nonce: row.take()?,
            verifier: row.take()?,
            back: row.take()?,
            expires: row.take()?,
        };
        Ok(Some(attempt).filter(|attempt| attempt.expires > now))
    }

    /// How many have not come back.
    pub fn openid_attempts(&mut self, tenant: TenantId) -> Result<i64, StoreFault> {
        let row = self.one("select count(*) from openid_attempt where tenant = $1", &values![tenant])?;
        row.map_or(Ok(0), |mut row| row.take())
    }

    pub fn remove_openid_attempts_expired_by(&mut self, tenant: TenantId, now: Moment) -> Result<u64, StoreFault> {
        self.execute("delete from openid_attempt where tenant = $1 and expires <= $2", &values![tenant, now])
    }

    /// Puts somebody of the service and one of our people together.
    ///
    /// # Errors
    /// [`StoreFault::Taken`] when that one belongs to somebody already.
    pub fn add_openid_link(
        &mut self,
        tenant: TenantId,
        issuer: &str,
        subject: &str,
        person: PersonId,
        now: Moment,
    ) -> Result<(), StoreFault> {
        self.execute(
            "insert into openid_link (tenant, issuer, subject, person, added) values ($1, $2, $3, $4, $5)",
            &values![tenant, issuer, subject, person, now],
        )?;
        Ok(())
    }

    /// Whom of us the service means.
    pub fn openid_person(
        &mut self,
        tenant: TenantId,
        issuer: &str,
        subject: &str,
    ) -> Result<Option<PersonId>, StoreFault> {
        let row = self.one(
            "select person from openid_link where tenant = $1 and issuer = $2 and subject = $3",
            &values![tenant, issuer, subject],
        )?;
        row.map(|mut row| row.take()).transpose()
    }

    /// Since when the person comes in by this service.
    pub fn openid_link_of(
        &mut self,
        tenant: TenantId,
        issuer: &str,
        person: PersonId,
    ) -> Result<Option<Moment>, StoreFault> {
        let row = self.one(
            "select added from openid_link where tenant = $1 and issuer = $2 and person = $3 order by added",
            &values![tenant, issuer, person],
        )?;
        row.map(|mut row| row.take()).transpose()
    }

    pub fn remove_openid_links_of(&mut self, tenant: TenantId, person: PersonId) -> Result<u64, StoreFault> {
        self.execute("delete from openid_link where tenant = $1 and person = $2", &values![tenant, person])
    }

    /// Whether an invitation of this person waits to be used.
    pub fn is_invited(&mut self, tenant: TenantId, person: PersonId, now: Moment) -> Result<bool, StoreFault> {
        let row = self.one(
            "select person from setup_link where tenant = $1 and person = $2 and used is null and expires > $3 limit 1",
            &values![tenant, person, now],
        )?;
        Ok(row.is_some())
    }
}
