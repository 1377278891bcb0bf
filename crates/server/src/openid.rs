//! The sign-in service of a tenant's organisation: what `glas openid set` kept, and its secret, which lies elsewhere.

use crate::{exit::Exit, running::unreadable};
use app::{Failure, Words, account::Openid, journal::record_setting};
use base::{Moment, PartyId, TenantId};
use serde::{Deserialize, Serialize};
use std::path::Path;
use store::{StoreFault, Transaction};

const NAME: &str = "openid";

/// What stands in the database. Where the secret lies is said here; the secret itself is in no backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    pub issuer: String,
    pub client: String,
    pub party: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret_file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret_variable: Option<String>,
}

/// # Errors
/// Faults of the store, and of a row that nobody of ours wrote.
pub fn kept(tx: &mut Transaction, tenant: TenantId) -> Result<Option<Kept>, StoreFault> {
    let Some(text) = tx.setting(tenant, NAME)? else { return Ok(None) };
    serde_json::from_str(&text).map(Some).map_err(|_| StoreFault::Unreadable("the settings of the sign-in service"))
}

/// Keeps it, and tells the journal.
///
/// # Errors
/// Only faults of the store.
pub fn keep(tx: &mut Transaction, tenant: TenantId, kept: &Kept, now: Moment) -> Result<(), Failure> {
    let text = serde_json::to_string(kept).map_err(anyhow::Error::from)?;
    let before = tx.setting(tenant, NAME)?;
    tx.replace_setting(tenant, NAME, &text)?;
    record_setting(tx, tenant, NAME, (before.as_deref(), Some(&text)), now)
}

/// # Errors
/// Only faults of the store.
pub fn forget(tx: &mut Transaction, tenant: TenantId, now: Moment) -> Result<(), Failure> {
    let before = tx.setting(tenant, NAME)?;
    tx.remove_setting(tenant, NAME)?;
    record_setting(tx, tenant, NAME, (before.as_deref(), None), now)
}

impl Kept {
    /// With the secret from where it lies.
    ///
    /// # Errors
    /// A sentence about a file or a variable that is not there.
    pub fn open(&self, environment: impl Fn(&str) -> Option<String>, words: &Words) -> Result<Openid, Exit> {
        let secret = match (&self.secret_file, &self.secret_variable) {
            (Some(file), _) => {
                let path = Path::new(file);
                let text = std::fs::read_to_string(path).map_err(|error| unreadable(path, &error, words))?;
                Some(text.trim_end_matches(['\r', '\n']).to_owned())
            }
            (None, Some(name)) => match environment(name) {
                Some(secret) => Some(secret),
                None => {
                    return Err(Exit::Usage(words.tell("openid-variable-missing", &[("name", name.clone().into())])));
                }
            },
            (None, None) => None,
        };
        let party = self.party.parse().map(PartyId);
        let party = party.map_err(|_| anyhow::anyhow!("the party of the sign-in service cannot be read"))?;
        Ok(Openid { issuer: self.issuer.clone(), client: self.client.clone(), secret, party })
    }
}
