use crate::{StoreFault, Transaction, digest::digest, value::values};
use base::{Moment, PersonId, TenantId};

/// What a browser was asked to have its key sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasskeyChallenge {
    /// What the answer is good for.
    pub purpose: String,
    /// Whose key it has to be, where that is known.
    pub person: Option<PersonId>,
    /// As the library of keys writes it.
    pub document: String,
    pub expires: Moment,
}

impl Transaction {
    /// Keeps a challenge, and of those of the same asker only the `most` that last longest: whoever keeps asking pushes
    /// out nobody's but their own.
    pub fn add_passkey_challenge(
        &mut self,
        tenant: TenantId,
        secret: &[u8],
        asker: &str,
        challenge: &PasskeyChallenge,
        most: u32,
    ) -> Result<(), StoreFault> {
        let asker = digest(asker.as_bytes());
        self.execute(
            "insert into passkey_challenge (tenant, digest, asker, purpose, person, document, expires)
             values ($1, $2, $3, $4, $5, $6, $7)",
            &values![
                tenant,
                digest(secret),
                asker.clone(),
                &challenge.purpose,
                challenge.person,
                &challenge.document,
                challenge.expires
            ],
        )?;
        self.execute(
            "delete from passkey_challenge where tenant = $1 and asker = $2 and digest not in (
               select digest from passkey_challenge where tenant = $1 and asker = $2
               order by expires desc, digest limit $3)",
            &values![tenant, asker, most],
        )?;
        Ok(())
    }

    /// Takes it away, whatever the answer to it is worth: each is answered once. Two that come at once cannot both have
    /// it.
    pub fn take_passkey_challenge(
        &mut self,
        tenant: TenantId,
        secret: &[u8],
        now: Moment,
    ) -> Result<Option<PasskeyChallenge>, StoreFault> {
        let row = self.one(
            "delete from passkey_challenge where tenant = $1 and digest = $2
             returning purpose, person, document, expires",
            &values![tenant, digest(secret)],
        )?;
        let Some(mut row) = row else { return Ok(None) };
        let challenge =
            PasskeyChallenge { purpose: row.take()?, person: row.take()?, document: row.take()?, expires: row.take()? };
        Ok(Some(challenge).filter(|challenge| challenge.expires > now))
    }

    /// How many wait for an answer.
    pub fn passkey_challenges(&mut self, tenant: TenantId) -> Result<i64, StoreFault> {
        let row = self.one("select count(*) from passkey_challenge where tenant = $1", &values![tenant])?;
        row.map_or(Ok(0), |mut row| row.take())
    }

    pub fn remove_passkey_challenges_expired_by(&mut self, tenant: TenantId, now: Moment) -> Result<u64, StoreFault> {
        self.execute("delete from passkey_challenge where tenant = $1 and expires <= $2", &values![tenant, now])
    }
}
