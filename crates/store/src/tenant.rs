use crate::{StoreFault, Transaction, value::values};
use base::{TenantId, Text};

impl Transaction {
    pub fn add_tenant(&mut self, tenant: TenantId, name: &Text) -> Result<(), StoreFault> {
        self.execute(
            "insert into tenant (tenant, name_bg, name_en) values ($1, $2, $3)",
            &values![tenant, &name.bulgarian, name.english.clone()],
        )?;
        Ok(())
    }

    /// Every household of this instance, in the order of their ids.
    pub fn tenants(&mut self) -> Result<Vec<(TenantId, Text)>, StoreFault> {
        let rows = self.rows("select tenant, name_bg, name_en from tenant order by tenant", &[])?;
        rows.into_iter().map(|mut row| Ok((row.take()?, row.text()?))).collect()
    }
}
