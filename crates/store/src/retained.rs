//! What went because its time was over: numbers by day and class, and the removal itself where no noun has its own.

use crate::{Store, StoreFault, Transaction, file::path_of, value::values};
use base::{FileDigest, Moment, TenantId};
use jiff::civil::Date;
use std::{fs, path::Path};

/// How much of one class went on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retained {
    pub day: Date,
    /// The code of the class.
    pub class: String,
    pub number: u64,
}

/// What keeps a file: each column that names one.
const USERS: [(&str, &str); 5] = [
    ("attached", "file"),
    ("attachment", "file"),
    ("draft_file", "file"),
    ("questionnaire", "original"),
    ("response_file", "file"),
];

impl Transaction {
    /// Adds to what went of the class on the day.
    pub fn add_retained(&mut self, tenant: TenantId, day: Date, class: &str, number: u64) -> Result<(), StoreFault> {
        self.execute(
            "insert into retained (tenant, day, class, number, told) values ($1, $2, $3, $4, 0)
             on conflict (tenant, day, class) do update set number = retained.number + excluded.number, told = 0",
            &values![tenant, day, class, number],
        )?;
        Ok(())
    }

    /// Of days from `since` on, the newest first.
    pub fn retained_since(&mut self, tenant: TenantId, since: Date) -> Result<Vec<Retained>, StoreFault> {
        let rows = self.rows(
            "select day, class, number from retained where tenant = $1 and day >= $2 order by day desc, class",
            &values![tenant, since],
        )?;
        rows.into_iter().map(read).collect()
    }

    /// Of days before `today`, what the journal does not tell yet, the oldest first; from now on it counts as told.
    pub fn take_untold_retained(&mut self, tenant: TenantId, today: Date) -> Result<Vec<Retained>, StoreFault> {
        let rows = self.rows(
            "select day, class, number from retained where tenant = $1 and day < $2 and told = 0 order by day, class",
            &values![tenant, today],
        )?;
        let untold = rows.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
        self.execute(
            "update retained set told = 1 where tenant = $1 and day < $2 and told = 0",
            &values![tenant, today],
        )?;
        Ok(untold)
    }

    /// One-time links that were good until then at the latest, used or not.
    pub fn remove_setup_links_expired_by(&mut self, tenant: TenantId, now: Moment) -> Result<u64, StoreFault> {
        self.execute("delete from setup_link where tenant = $1 and expires <= $2", &values![tenant, now])
    }

    /// Files that nothing uses: notes since when, and forgets those of which that was noted by `before`. Answers with them;
    /// their bytes are left to [`Store::remove_unused_bytes`].
    pub fn forget_unused_files(
        &mut self,
        tenant: TenantId,
        before: Moment,
        now: Moment,
    ) -> Result<Vec<FileDigest>, StoreFault> {
        let is_used = USERS.map(|(table, column)| {
            format!(
                "exists (select 1 from {table} where {table}.tenant = file.tenant and {table}.{column} = file.digest)"
            )
        });
        let is_used = is_used.join(" or ");
        self.execute(
            &format!("update file set unused_since = 0 where tenant = $1 and unused_since <> 0 and ({is_used})"),
            &values![tenant],
        )?;
        let sql = format!(
            "select digest from file where tenant = $1 and unused_since <> 0 and unused_since <= $2 and not ({is_used})
             order by digest"
        );
        let rows = self.rows(&sql, &values![tenant, before])?;
        let unused = rows.into_iter().map(|mut row| row.take()).collect::<Result<Vec<FileDigest>, _>>()?;
        for file in &unused {
            for table in ["file_content", "file"] {
                let sql = format!("delete from {table} where tenant = $1 and digest = $2");
                self.execute(&sql, &values![tenant, *file])?;
            }
        }
        let sql =
            format!("update file set unused_since = $2 where tenant = $1 and unused_since = 0 and not ({is_used})");
        self.execute(&sql, &values![tenant, now])?;
        Ok(unused)
    }
}

impl Store {
    /// Takes the bytes of forgotten files out of the data folder, unless some tenant keeps the same file. It waits for its
    /// turn among the writers: a file that comes in again meanwhile is written again.
    ///
    /// # Errors
    /// [`StoreFault`] when the folder does not let go of them.
    pub async fn remove_unused_bytes(&self, files: Vec<FileDigest>) -> Result<(), StoreFault> {
        let Some(folder) = self.folder().map(Path::to_owned).filter(|_| !files.is_empty()) else { return Ok(()) };
        self.write(move |tx| remove_bytes(tx, &folder, &files)).await
    }

    /// [`Store::remove_unused_bytes`] for the command line and for threads.
    ///
    /// # Errors
    /// The same.
    pub fn remove_unused_bytes_blocking(&self, files: Vec<FileDigest>) -> Result<(), StoreFault> {
        let Some(folder) = self.folder().map(Path::to_owned).filter(|_| !files.is_empty()) else { return Ok(()) };
        self.write_blocking(move |tx| remove_bytes(tx, &folder, &files))
    }
}

fn remove_bytes(tx: &mut Transaction, folder: &Path, files: &[FileDigest]) -> Result<(), StoreFault> {
    for file in files {
        if tx.one("select 1 from file where digest = $1 limit 1", &values![*file])?.is_some() {
            continue;
        }
        match fs::remove_file(path_of(folder, *file)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

fn read(mut row: crate::Row) -> Result<Retained, StoreFault> {
    Ok(Retained { day: row.take()?, class: row.take()?, number: row.take()? })
}

#[cfg(test)]
mod tests {
    use super::USERS;
    use crate::{Creation, Location, Store};
    use base::Moment;

    #[test]
    fn whoever_names_a_file_keeps_it() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&Location::Folder(folder.path().to_owned()), Creation::Create, Moment(0)).unwrap();
        let named = store.read_blocking(|tx| {
            let rows = tx.rows(
                "select distinct m.name, f.\"from\" from sqlite_schema m, pragma_foreign_key_list(m.name) f
                 where m.type = 'table' and f.\"table\" = 'file' and f.\"from\" <> 'tenant' order by 1",
                &[],
            )?;
            let named = rows.into_iter().map(|mut row| Ok((row.take::<String>()?, row.take::<String>()?)));
            named.collect::<Result<Vec<_>, crate::StoreFault>>()
        });
        // Its own bytes do not keep it.
        let mut named = named.unwrap();
        named.retain(|(table, _)| table != "file_content");
        let named: Vec<(&str, &str)> = named.iter().map(|(table, column)| (table.as_str(), column.as_str())).collect();
        assert_eq!(named, USERS, "a new table that names files is added here, or its files are removed");
    }
}
