use crate::{StoreFault, Transaction, value::values};
use base::Moment;

impl Transaction {
    /// Takes or renews the named lease; true when `holder` has it until `until`. Of several nodes one runs the schedule.
    pub fn take_lease(&mut self, name: &str, holder: &str, now: Moment, until: Moment) -> Result<bool, StoreFault> {
        let taken = self.execute(
            "insert into lease (name, holder, until) values ($1, $2, $3)
             on conflict (name) do update set holder = excluded.holder, until = excluded.until
             where lease.holder = excluded.holder or lease.until <= $4",
            &values![name, holder, until, now],
        )?;
        Ok(taken > 0)
    }

    /// Gives the lease back, so that another need not wait for its end.
    pub fn remove_lease(&mut self, name: &str, holder: &str) -> Result<(), StoreFault> {
        self.execute("delete from lease where name = $1 and holder = $2", &values![name, holder])?;
        Ok(())
    }
}
