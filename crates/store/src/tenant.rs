use crate::{Row, StoreFault, Transaction, value::values};
use base::{TenantId, Text};

/// One household of this instance. No row of one is ever seen by another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tenant {
    pub id: TenantId,
    pub name: Text,
    pub place: TenantPlace,
}

/// Where a tenant's site is found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum TenantPlace {
    /// At the instance's own address.
    Root,
    /// Below it: `primerovo` for `https://glas.example.bg/primerovo`.
    Path(String),
    /// At another one: `glas.primerovo.example`.
    Host(String),
}

impl TenantPlace {
    fn columns(&self) -> (Option<&String>, Option<&String>) {
        match self {
            TenantPlace::Root => (None, None),
            TenantPlace::Path(path) => (Some(path), None),
            TenantPlace::Host(host) => (None, Some(host)),
        }
    }
}

const COLUMNS: &str = "tenant, name_bg, name_en, path, host";

impl Transaction {
    /// The one at the instance's own address.
    pub fn add_tenant(&mut self, id: TenantId, name: &Text) -> Result<(), StoreFault> {
        self.add_tenant_at(&Tenant { id, name: name.clone(), place: TenantPlace::Root })
    }

    pub fn add_tenant_at(&mut self, tenant: &Tenant) -> Result<(), StoreFault> {
        let (path, host) = tenant.place.columns();
        self.execute(
            "insert into tenant (tenant, name_bg, name_en, path, host) values ($1, $2, $3, $4, $5)",
            &values![tenant.id, &tenant.name.bulgarian, tenant.name.english.clone(), path.cloned(), host.cloned()],
        )?;
        Ok(())
    }

    /// Every tenant of this instance: first the one at its own address, then by path and by host.
    pub fn tenants(&mut self) -> Result<Vec<Tenant>, StoreFault> {
        let rows = self.rows(&format!("select {COLUMNS} from tenant order by tenant"), &[])?;
        let mut tenants = rows.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
        tenants.sort_by(|one, other| one.place.cmp(&other.place));
        Ok(tenants)
    }
}

fn read(mut row: Row) -> Result<Tenant, StoreFault> {
    let (id, name) = (row.take()?, row.text()?);
    let place = match (row.take()?, row.take()?) {
        (None, None) => TenantPlace::Root,
        (Some(path), None) => TenantPlace::Path(path),
        (None, Some(host)) => TenantPlace::Host(host),
        (Some(_), Some(_)) => return Err(StoreFault::Unreadable("a tenant's place")),
    };
    Ok(Tenant { id, name, place })
}
