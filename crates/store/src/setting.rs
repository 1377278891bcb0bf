use crate::{StoreFault, Transaction, value::values};
use base::{Chance, TenantId};
use data_encoding::HEXLOWER;

impl Transaction {
    pub fn setting(&mut self, tenant: TenantId, name: &str) -> Result<Option<String>, StoreFault> {
        let row = self.one("select value from setting where tenant = $1 and name = $2", &values![tenant, name])?;
        row.map(|mut row| row.take()).transpose()
    }

    pub fn replace_setting(&mut self, tenant: TenantId, name: &str, value: &str) -> Result<(), StoreFault> {
        self.execute(
            "insert into setting (tenant, name, value) values ($1, $2, $3)
             on conflict (tenant, name) do update set value = excluded.value",
            &values![tenant, name, value],
        )?;
        Ok(())
    }

    pub fn remove_setting(&mut self, tenant: TenantId, name: &str) -> Result<(), StoreFault> {
        self.execute("delete from setting where tenant = $1 and name = $2", &values![tenant, name])?;
        Ok(())
    }

    /// A secret of this tenant, made the first time it is asked for. Needs a [`crate::Store::write`].
    pub fn secret(&mut self, tenant: TenantId, name: &str, chance: &mut dyn Chance) -> Result<[u8; 32], StoreFault> {
        let name = format!("secret-{name}");
        self.execute(
            "insert into setting (tenant, name, value) values ($1, $2, $3) on conflict (tenant, name) do nothing",
            &values![tenant, &name, HEXLOWER.encode(&chance.secret())],
        )?;
        let written = self.setting(tenant, &name)?.unwrap_or_default();
        let bytes = HEXLOWER.decode(written.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
        bytes.ok_or(StoreFault::Unreadable("a secret"))
    }
}
