use crate::{Row, StoreFault, Transaction, value::values};
use base::{Moment, PasskeyId, PersonId, TenantId};

/// A key on somebody's telephone, computer or token that signs them in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    pub id: PasskeyId,
    pub person: PersonId,
    /// What its owner calls it.
    pub name: String,
    /// What the browser calls it.
    pub credential: Vec<u8>,
    /// The public key and how often it was used, as the library of keys writes them.
    pub document: String,
    pub added: Moment,
    pub used: Option<Moment>,
}

const COLUMNS: &str = "passkey, person, name, credential, document, added, used";

impl Transaction {
    /// # Errors
    /// [`StoreFault::Taken`] for `passkey`, `credential` when somebody has that key.
    pub fn add_passkey(&mut self, tenant: TenantId, passkey: &Passkey) -> Result<(), StoreFault> {
        self.execute(
            "insert into passkey (tenant, passkey, person, name, credential, document, added, used)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
            &values![
                tenant,
                passkey.id,
                passkey.person,
                &passkey.name,
                passkey.credential.clone(),
                &passkey.document,
                passkey.added,
                passkey.used
            ],
        )?;
        Ok(())
    }

    /// In the order in which they were added.
    pub fn passkeys_of(&mut self, tenant: TenantId, person: PersonId) -> Result<Vec<Passkey>, StoreFault> {
        let sql = format!("select {COLUMNS} from passkey where tenant = $1 and person = $2 order by added, passkey");
        self.rows(&sql, &values![tenant, person])?.into_iter().map(read).collect()
    }

    /// By what the browser calls it.
    pub fn passkey(&mut self, tenant: TenantId, credential: &[u8]) -> Result<Option<Passkey>, StoreFault> {
        let sql = format!("select {COLUMNS} from passkey where tenant = $1 and credential = $2");
        self.one(&sql, &values![tenant, credential])?.map(read).transpose()
    }

    /// Notes that it was used, and what is known of it now; `false` when another use of it was faster.
    pub fn record_passkey_used(
        &mut self,
        tenant: TenantId,
        before: &Passkey,
        document: &str,
        now: Moment,
    ) -> Result<bool, StoreFault> {
        let changed = self.execute(
            "update passkey set document = $4, used = $5 where tenant = $1 and passkey = $2 and document = $3",
            &values![tenant, before.id, &before.document, document, now],
        )?;
        Ok(changed > 0)
    }

    /// `false` when the person has no such key.
    pub fn remove_passkey(
        &mut self,
        tenant: TenantId,
        person: PersonId,
        passkey: PasskeyId,
    ) -> Result<bool, StoreFault> {
        let removed = self.execute(
            "delete from passkey where tenant = $1 and person = $2 and passkey = $3",
            &values![tenant, person, passkey],
        )?;
        Ok(removed > 0)
    }

    pub fn remove_passkeys_of(&mut self, tenant: TenantId, person: PersonId) -> Result<u64, StoreFault> {
        self.execute("delete from passkey where tenant = $1 and person = $2", &values![tenant, person])
    }

    /// Whether a password is only half of what the person signs in with. One statement, for a role may ask for it at
    /// every request.
    pub fn has_second_factor(&mut self, tenant: TenantId, person: PersonId) -> Result<bool, StoreFault> {
        let row = self.one(
            "select person from authenticator where tenant = $1 and person = $2
             union all select person from passkey where tenant = $1 and person = $2 limit 1",
            &values![tenant, person],
        )?;
        Ok(row.is_some())
    }
}

fn read(mut row: Row) -> Result<Passkey, StoreFault> {
    Ok(Passkey {
        id: row.take()?,
        person: row.take()?,
        name: row.take()?,
        credential: row.take()?,
        document: row.take()?,
        added: row.take()?,
        used: row.take()?,
    })
}
