use crate::{Failure, Questionnaires, respondent::KnownInvitations, study::LiveCounts};
use base::{Chance, TenantId, Text};
use std::sync::Arc;
use store::{Store, Transaction};

/// One running instance: its state, and what it keeps in memory because it never changes or can be counted anew.
/// Cheap to clone.
#[derive(Clone)]
pub struct Instance {
    pub store: Store,
    pub tenant: TenantId,
    pub questionnaires: Arc<Questionnaires>,
    pub counts: Arc<LiveCounts>,
    pub invitations: Arc<KnownInvitations>,
    /// From which the keys of responses and receipt codes are made.
    pub secret: [u8; 32],
    /// With which the browsers are marked in which people have signed in.
    pub device_secret: [u8; 32],
}

impl Instance {
    /// Opens the rooms of the only household in the store, and founds it where there is none yet.
    ///
    /// # Errors
    /// Only faults of the store.
    pub fn open(store: Store, mut chance: impl Chance + Send + 'static) -> Result<Instance, Failure> {
        let (tenant, [secret, device_secret]) = store.write_blocking(move |tx| found(tx, &mut chance))?;
        Ok(Instance {
            store,
            tenant,
            questionnaires: Arc::new(Questionnaires::new(tenant)),
            counts: Arc::new(LiveCounts::new(tenant)),
            invitations: Arc::default(),
            secret,
            device_secret,
        })
    }
}

fn found(tx: &mut Transaction, chance: &mut dyn Chance) -> Result<(TenantId, [[u8; 32]; 2]), Failure> {
    let tenant = match tx.tenants()?.into_iter().next() {
        Some((tenant, _)) => tenant,
        None => {
            let tenant = TenantId::new(chance);
            tx.add_tenant(tenant, &Text::new("Глас", "Glas"))?;
            tenant
        }
    };
    Ok((tenant, [tx.secret(tenant, "response-keys", chance)?, tx.secret(tenant, "devices", chance)?]))
}
