//! Answers that are kept and not yet counted: how other nodes, and this one after a restart, learn of them.
//!
//! A group of answers writes one lot for each audience, just before its commit: their keys, in their own order. So it costs
//! one small row for the group and not one for each answer. A lot has no moment and no serial number; it is named by the
//! smallest of its random keys. Until it is counted, which takes a minute at most, it tells which answers share a commit.

use crate::{Row, StoreFault, Transaction, value::values};
use base::{AudienceId, Key, ResponseKey, TenantId};
use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};
use tokio::sync::Notify;

/// The keys of answers that were committed together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lot {
    pub name: ResponseKey,
    pub keys: Vec<ResponseKey>,
}

/// After so many answers of this process it is time to count, whatever the clock says: well before a page would have to
/// wait for it, and not while a rush of answers wants the machine for itself.
const MANY: u64 = 50_000;

/// Tells whoever counts that much waits.
#[derive(Debug, Clone, Default)]
pub(crate) struct Heap {
    inner: Arc<(AtomicU64, Notify)>,
}

impl Heap {
    fn grow(&self, answers: u64) {
        let (grown, many) = &*self.inner;
        let before = grown.fetch_add(answers, Ordering::Relaxed);
        if before / MANY < before.saturating_add(answers) / MANY {
            many.notify_one();
        }
    }

    pub(crate) async fn is_large(&self) {
        self.inner.1.notified().await;
    }
}

/// Keys named in one statement. Always so many, so that there is one text; the last is named again to fill it.
const NAMED: usize = 100;

impl Transaction {
    /// The answers of the audience that no snapshot of its counts holds.
    pub fn uncounted_lots(&mut self, tenant: TenantId, audience: AudienceId) -> Result<Vec<Lot>, StoreFault> {
        let rows = self.rows(
            "select lot, keys from uncounted where tenant = $1 and audience = $2 order by lot",
            &values![tenant, audience],
        )?;
        rows.into_iter().map(read_lot).collect()
    }

    /// Writes what the group added, just before its commit.
    pub(crate) fn record_uncounted(
        &mut self,
        uncounted: Vec<(TenantId, AudienceId, ResponseKey)>,
    ) -> Result<(), StoreFault> {
        let mut by_audience: BTreeMap<(TenantId, AudienceId), Vec<ResponseKey>> = BTreeMap::new();
        for (tenant, audience, key) in uncounted {
            by_audience.entry((tenant, audience)).or_default().push(key);
        }
        for ((tenant, audience), mut keys) in by_audience {
            keys.sort_unstable();
            let Some(lot) = keys.first().copied() else { continue };
            let bytes: Vec<u8> = keys.iter().flat_map(|key| key.0.0).collect();
            self.execute(
                "insert into uncounted (tenant, audience, lot, keys) values ($1, $2, $3, $4)",
                &values![tenant, audience, lot, bytes],
            )?;
            self.heap.grow(u64::try_from(keys.len()).unwrap_or(u64::MAX));
        }
        Ok(())
    }

    pub(crate) fn remove_lots(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        lots: &[Lot],
    ) -> Result<(), StoreFault> {
        let sql = format!("delete from uncounted where tenant = $1 and audience = $2 and lot in ({})", places());
        let names: Vec<ResponseKey> = lots.iter().map(|lot| lot.name).collect();
        for values in in_chunks(tenant, audience, &names) {
            self.execute(&sql, &values)?;
        }
        Ok(())
    }
}

/// `$3, $4 …` for [`NAMED`] keys.
pub(crate) fn places() -> String {
    let places: Vec<String> = (3..NAMED + 3).map(|place| format!("${place}")).collect();
    places.join(", ")
}

/// The values of a statement with [`places`], for each chunk of at most [`NAMED`] keys.
pub(crate) fn in_chunks(
    tenant: TenantId,
    audience: AudienceId,
    keys: &[ResponseKey],
) -> impl Iterator<Item = Vec<crate::Value>> {
    keys.chunks(NAMED).map(move |some| {
        let filled = some.iter().chain(some.last().into_iter().cycle()).take(NAMED);
        values![tenant, audience].into_iter().chain(filled.map(|key| crate::Value::from(*key))).collect()
    })
}

fn read_lot(mut row: Row) -> Result<Lot, StoreFault> {
    let name = row.take()?;
    let bytes: Vec<u8> = row.take()?;
    let (keys, rest) = bytes.as_chunks::<16>();
    if !rest.is_empty() {
        return Err(StoreFault::Unreadable("a lot of keys"));
    }
    Ok(Lot { name, keys: keys.iter().map(|key| ResponseKey(Key(*key))).collect() })
}
