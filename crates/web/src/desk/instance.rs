//! How the desk reaches the store: one reading or one operation at a time, on the store's own threads.

use crate::{Failure, Site};
use app::Instance;
use store::Transaction;

pub async fn read<T: Send + 'static>(
    site: &Site,
    reading: impl FnOnce(&mut Transaction, &Instance) -> Result<T, app::Failure> + Send + 'static,
) -> Result<T, Failure> {
    let instance = site.instance()?.clone();
    let store = instance.store.clone();
    Ok(store.read(move |tx| reading(tx, &instance)).await?)
}

/// What it did is on the disk when this answers; a refusal or a fault leaves nothing behind.
pub async fn write<T: Send + 'static>(
    site: &Site,
    operation: impl FnOnce(&mut Transaction, &Instance) -> Result<T, app::Failure> + Send + 'static,
) -> Result<T, Failure> {
    Ok(attempt(site, operation).await?)
}

/// Like [`write`], for forms that show their refusals beside the fields.
pub async fn attempt<T: Send + 'static>(
    site: &Site,
    operation: impl FnOnce(&mut Transaction, &Instance) -> Result<T, app::Failure> + Send + 'static,
) -> Result<T, app::Failure> {
    let instance = match site.instance() {
        Ok(instance) => instance.clone(),
        Err(_) => return Err(app::Failure::Fault(anyhow::anyhow!("this site stands over no instance"))),
    };
    let store = instance.store.clone();
    store.write(move |tx| operation(tx, &instance)).await
}
