use crate::{
    Failure, Questionnaires,
    respondent::{KnownInvitations, TimeTally},
    study::LiveCounts,
};
use base::{Chance, TenantId, Text};
use std::sync::Arc;
use store::{Store, Tenant, TenantPlace, Transaction};

/// One tenant of the running program: its state, and what it keeps in memory because it never changes or can be counted
/// anew. Cheap to clone.
#[derive(Clone)]
pub struct Instance {
    pub store: Store,
    pub tenant: TenantId,
    pub questionnaires: Arc<Questionnaires>,
    pub counts: Arc<LiveCounts>,
    pub invitations: Arc<KnownInvitations>,
    /// How long people took, not yet written.
    pub times: Arc<TimeTally>,
    /// From which the keys of responses and receipt codes are made.
    pub secret: [u8; 32],
    /// With which the browsers are marked in which people have signed in.
    pub device_secret: [u8; 32],
}

/// For the keys of responses, and for the marks of browsers.
type Secrets = [[u8; 32]; 2];

impl Instance {
    /// Opens the rooms of the first tenant in the store, and founds it where there is none yet.
    ///
    /// # Errors
    /// Only faults of the store.
    pub fn open(store: Store, mut chance: impl Chance + Send + 'static) -> Result<Instance, Failure> {
        let (tenant, secrets) = store.write_blocking(move |tx| {
            let first = tenants(tx, &mut chance)?.into_iter().next();
            let (tenant, secrets) = first.ok_or_else(|| anyhow::anyhow!("no tenant was founded"))?;
            Ok::<_, Failure>((tenant.id, secrets))
        })?;
        Ok(Instance::of(store, tenant, secrets))
    }

    /// Opens the rooms of every tenant, the first of them founded where there is none yet.
    ///
    /// # Errors
    /// Only faults of the store.
    pub fn open_all(
        store: &Store,
        mut chance: impl Chance + Send + 'static,
    ) -> Result<Vec<(Tenant, Instance)>, Failure> {
        let known = store.write_blocking(move |tx| tenants(tx, &mut chance))?;
        let open = |(tenant, secrets): (Tenant, Secrets)| {
            let instance = Instance::of(store.clone(), tenant.id, secrets);
            (tenant, instance)
        };
        Ok(known.into_iter().map(open).collect())
    }

    fn of(store: Store, tenant: TenantId, [secret, device_secret]: Secrets) -> Instance {
        Instance {
            store,
            tenant,
            questionnaires: Arc::new(Questionnaires::new(tenant)),
            counts: Arc::new(LiveCounts::new(tenant)),
            invitations: Arc::default(),
            times: Arc::default(),
            secret,
            device_secret,
        }
    }
}

fn tenants(tx: &mut Transaction, chance: &mut dyn Chance) -> Result<Vec<(Tenant, Secrets)>, Failure> {
    let mut known = tx.tenants()?;
    if known.is_empty() {
        let first = Tenant { id: TenantId::new(chance), name: Text::new("Глас", "Glas"), place: TenantPlace::Root };
        tx.add_tenant_at(&first)?;
        known.push(first);
    }
    let secrets = |tenant: Tenant| {
        let secrets = [tx.secret(tenant.id, "response-keys", chance)?, tx.secret(tenant.id, "devices", chance)?];
        Ok((tenant, secrets))
    };
    known.into_iter().map(secrets).collect()
}
