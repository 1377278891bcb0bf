//! How the desk reaches the store: one reading or one operation at a time, on the store's own threads.
//!
//! The failure is the operation's own: a form shows its refusals beside the fields, everything else becomes a kind page.

use crate::Site;
use app::{Failure, Instance};
use store::Transaction;

pub async fn read<T: Send + 'static>(
    site: &Site,
    reading: impl FnOnce(&mut Transaction, &Instance) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let instance = of(site)?;
    let store = instance.store.clone();
    store.read(move |tx| reading(tx, &instance)).await
}

/// What it did is on the disk when this answers; a refusal or a fault leaves nothing behind.
pub async fn write<T: Send + 'static>(
    site: &Site,
    operation: impl FnOnce(&mut Transaction, &Instance) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let instance = of(site)?;
    let store = instance.store.clone();
    store.write(move |tx| operation(tx, &instance)).await
}

/// # Errors
/// A fault for a site that stands over no instance, which only samples do.
pub fn of(site: &Site) -> Result<Instance, Failure> {
    site.instance().cloned().map_err(|_| Failure::Fault(anyhow::anyhow!("this site stands over no instance")))
}
