//! How often a sign-in may fail.
//!
//! Failures are counted in windows of a quarter of an hour. A browser in which the person has signed in before has a count
//! of its own and no other: whatever strangers do, its owner gets in. All others are counted for the account and the
//! network that they come from together, for the account from anywhere, and for the network. Many failures of an account
//! keep nobody out who comes from a network that has not failed yet; they only make every network's patience shorter.
//!
//! A window that is full refuses until it is over and no longer, and an attempt that was refused does not count: nobody is
//! locked out for good, whoever keeps knocking. Subjects are kept as digests, because people type passwords into the field
//! for names, and a network is nearly a person.

use crate::{StoreFault, Transaction, digest::digest, value::values};
use base::{Key, Moment, TenantId};

/// Seconds.
pub const WINDOW: i64 = 15 * 60;
/// One browser in which the person has signed in before.
const MOST_FROM_DEVICE: i64 = 10;
/// One network at one account.
const MOST_TOGETHER: i64 = 10;
/// The same while many networks try this account.
const MOST_TOGETHER_IN_A_STORM: i64 = 3;
/// From so many failures on it is many networks that try this account.
const STORM: i64 = 100;
/// One network at any account; a whole office may sit behind one address.
const MOST_FROM_NETWORK: i64 = 100;

/// Who knocks: what they typed as their name, and where from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInTry {
    pub account: String,
    /// The client's address cut to its prefix: /24 or /56.
    pub network: String,
    /// A browser in which this account has been signed in before.
    pub device: Option<Key>,
}

impl Transaction {
    /// How many seconds to wait before trying again; `None` when an attempt is allowed now.
    pub fn sign_in_wait(
        &mut self,
        tenant: TenantId,
        attempt: &SignInTry,
        now: Moment,
    ) -> Result<Option<i64>, StoreFault> {
        let opened = window(now);
        let is_full = match attempt.device {
            Some(device) => self.failures(tenant, from_device(attempt, device), opened)? >= MOST_FROM_DEVICE,
            None => {
                let is_storm = self.failures(tenant, of_account(attempt), opened)? >= STORM;
                let most = if is_storm { MOST_TOGETHER_IN_A_STORM } else { MOST_TOGETHER };
                self.failures(tenant, together(attempt), opened)? >= most
                    || self.failures(tenant, from_network(attempt), opened)? >= MOST_FROM_NETWORK
            }
        };
        Ok(is_full.then(|| opened.plus_seconds(WINDOW).seconds_since(now).max(1)))
    }

    fn failures(&mut self, tenant: TenantId, subject: Vec<u8>, opened: Moment) -> Result<i64, StoreFault> {
        let row = self.one(
            "select attempts from failed_sign_in where tenant = $1 and subject = $2 and opened = $3",
            &values![tenant, subject, opened],
        )?;
        row.map_or(Ok(0), |mut row| row.take())
    }

    /// Counts one failed attempt that had been allowed.
    pub fn record_failed_sign_in(
        &mut self,
        tenant: TenantId,
        attempt: &SignInTry,
        now: Moment,
    ) -> Result<(), StoreFault> {
        let subjects = match attempt.device {
            Some(device) => vec![from_device(attempt, device)],
            None => vec![together(attempt), of_account(attempt), from_network(attempt)],
        };
        for subject in subjects {
            self.execute(
                "insert into failed_sign_in (tenant, subject, opened, attempts) values ($1, $2, $3, 1)
                 on conflict (tenant, subject, opened) do update set attempts = failed_sign_in.attempts + 1",
                &values![tenant, subject, window(now)],
            )?;
        }
        Ok(())
    }

    /// After a good sign-in: this browser's slips, or this network's at this account, are forgiven.
    pub fn remove_failed_sign_ins(&mut self, tenant: TenantId, attempt: &SignInTry) -> Result<(), StoreFault> {
        let subject = attempt.device.map_or_else(|| together(attempt), |device| from_device(attempt, device));
        self.execute("delete from failed_sign_in where tenant = $1 and subject = $2", &values![tenant, subject])?;
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

fn together(attempt: &SignInTry) -> Vec<u8> {
    digest(format!("together\n{}\n{}", attempt.account.to_lowercase(), attempt.network).as_bytes())
}

fn of_account(attempt: &SignInTry) -> Vec<u8> {
    digest(format!("account\n{}", attempt.account.to_lowercase()).as_bytes())
}

fn from_network(attempt: &SignInTry) -> Vec<u8> {
    digest(format!("network\n{}", attempt.network).as_bytes())
}

fn from_device(attempt: &SignInTry, device: Key) -> Vec<u8> {
    digest(format!("device\n{}\n{device}", attempt.account.to_lowercase()).as_bytes())
}
