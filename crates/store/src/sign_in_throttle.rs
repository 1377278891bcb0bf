//! How often a sign-in may fail.
//!
//! Failures are counted in windows of a quarter of an hour: for the account and the network they came from together, for
//! the account from anywhere, and for the network. A window that is full refuses until it is over and no longer, and an
//! attempt that was refused does not count: nobody is locked out for good, whoever keeps knocking. Subjects are kept as
//! digests, because people type passwords into the field for names, and a network is nearly a person.

use crate::{StoreFault, Transaction, digest::digest, value::values};
use base::{Moment, TenantId};

/// Seconds.
const WINDOW: i64 = 15 * 60;
/// One network at one account.
const MOST_TOGETHER: i64 = 10;
/// Everybody at one account: many networks at once must not keep its owner out for less.
const MOST_FOR_ACCOUNT: i64 = 100;
/// One network at any account; a whole office may sit behind one address.
const MOST_FROM_NETWORK: i64 = 100;

impl Transaction {
    /// How many seconds to wait before trying again; `None` when an attempt is allowed now.
    ///
    /// `network` is the client's address cut to its prefix: /24 or /56.
    pub fn sign_in_wait(
        &mut self,
        tenant: TenantId,
        account: &str,
        network: &str,
        now: Moment,
    ) -> Result<Option<i64>, StoreFault> {
        let opened = window(now);
        for (subject, most) in subjects(account, network) {
            let row = self.one(
                "select attempts from failed_sign_in where tenant = $1 and subject = $2 and opened = $3",
                &values![tenant, subject, opened],
            )?;
            let attempts: i64 = row.map_or(Ok(0), |mut row| row.take())?;
            if attempts >= most {
                return Ok(Some(opened.plus_seconds(WINDOW).seconds_since(now).max(1)));
            }
        }
        Ok(None)
    }

    /// Counts one failed attempt that had been allowed.
    pub fn record_failed_sign_in(
        &mut self,
        tenant: TenantId,
        account: &str,
        network: &str,
        now: Moment,
    ) -> Result<(), StoreFault> {
        for (subject, _) in subjects(account, network) {
            self.execute(
                "insert into failed_sign_in (tenant, subject, opened, attempts) values ($1, $2, $3, 1)
                 on conflict (tenant, subject, opened) do update set attempts = failed_sign_in.attempts + 1",
                &values![tenant, subject, window(now)],
            )?;
        }
        Ok(())
    }

    /// After a good sign-in: this network's slips at this account are forgiven.
    pub fn remove_failed_sign_ins(&mut self, tenant: TenantId, account: &str, network: &str) -> Result<(), StoreFault> {
        let [(together, _), ..] = subjects(account, network);
        self.execute("delete from failed_sign_in where tenant = $1 and subject = $2", &values![tenant, together])?;
        Ok(())
    }

    /// Forgets the windows that are over.
    pub fn remove_failed_sign_ins_before(&mut self, tenant: TenantId, now: Moment) -> Result<u64, StoreFault> {
        self.execute("delete from failed_sign_in where tenant = $1 and opened < $2", &values![tenant, window(now)])
    }
}

fn window(now: Moment) -> Moment {
    let length = WINDOW * 1_000_000;
    Moment(now.0.div_euclid(length) * length)
}

fn subjects(account: &str, network: &str) -> [(Vec<u8>, i64); 3] {
    let account = account.to_lowercase();
    [
        (digest(format!("together\n{account}\n{network}").as_bytes()), MOST_TOGETHER),
        (digest(format!("account\n{account}").as_bytes()), MOST_FOR_ACCOUNT),
        (digest(format!("network\n{network}").as_bytes()), MOST_FROM_NETWORK),
    ]
}
