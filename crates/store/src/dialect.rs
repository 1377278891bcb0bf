//! Everything in which the two engines differ, and nothing else.

use crate::{StoreFault, transaction::Connection};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    Sqlite,
    Postgresql,
}

impl Dialect {
    /// A migration's text for this engine: `/*sqlite: … */` stands for SQLite only, `/*postgresql: … */` for the other.
    pub(crate) fn definition(self, text: &str) -> String {
        let (ours, _) = self.marks();
        let mut written = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("/*") {
            let (inside, behind) = after.split_once("*/").unwrap_or((after, ""));
            written.push_str(before);
            if let Some(words) = inside.strip_prefix(ours) {
                written.push_str(words);
            }
            rest = behind;
        }
        written.push_str(rest);
        written
    }

    fn marks(self) -> (&'static str, &'static str) {
        match self {
            Dialect::Sqlite => ("sqlite:", "postgresql:"),
            Dialect::Postgresql => ("postgresql:", "sqlite:"),
        }
    }

    /// Names of the tables that there are.
    pub(crate) fn tables(self) -> &'static str {
        match self {
            Dialect::Sqlite => {
                "select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name"
            }
            Dialect::Postgresql => {
                "select table_name::text from information_schema.tables where table_schema = current_schema() order by 1"
            }
        }
    }

    /// Names of the columns of table `$1`, in order, and whether each may be empty.
    pub(crate) fn columns(self) -> &'static str {
        match self {
            Dialect::Sqlite => {
                "select name, lower(type), \"notnull\" = 0 and pk = 0 from pragma_table_info($1) order by cid"
            }
            Dialect::Postgresql => {
                "select column_name::text, data_type::text, (is_nullable = 'YES')::int from information_schema.columns
                 where table_schema = current_schema() and table_name = $1 order by ordinal_position"
            }
        }
    }

    /// A read that sees one state from its first statement to its last.
    pub(crate) fn begin_reading(self) -> &'static str {
        match self {
            Dialect::Sqlite => "begin deferred",
            Dialect::Postgresql => "begin isolation level repeatable read read only",
        }
    }

    pub(crate) fn begin_writing(self) -> &'static str {
        match self {
            Dialect::Sqlite => "begin immediate",
            Dialect::Postgresql => "begin",
        }
    }

    /// Lets one node migrate at a time; held until the transaction ends.
    pub(crate) fn lock_migrations(self) -> Option<&'static str> {
        match self {
            Dialect::Sqlite => None,
            Dialect::Postgresql => Some("select pg_advisory_xact_lock(5146921)"),
        }
    }

    /// Behind a `select` of rows that nobody else may take until this group is committed. SQLite has one writer.
    pub(crate) fn holding_rows(self) -> Option<&'static str> {
        match self {
            Dialect::Sqlite => None,
            Dialect::Postgresql => Some("for no key update"),
        }
    }

    /// Keeps other writers from counting an audience's answers until this group is committed. SQLite has one writer.
    pub(crate) fn hold_audience(self) -> Option<&'static str> {
        match self {
            Dialect::Sqlite => None,
            Dialect::Postgresql => {
                Some("select 1::bigint from audience where tenant = $1 and audience = $2 for no key update")
            }
        }
    }

    /// Goes on once nobody sets the quotas of audience `$1`, and lets nobody set them until this group is committed. It is
    /// held in memory, so answers do not wait for each other. SQLite has one writer.
    pub(crate) fn share_quotas(self) -> Option<&'static str> {
        match self {
            Dialect::Sqlite => None,
            Dialect::Postgresql => Some("select pg_advisory_xact_lock_shared($1)::text"),
        }
    }

    /// Goes on once every answer to the audience that was being kept is committed or lost, and keeps others waiting.
    pub(crate) fn hold_quotas(self) -> Option<&'static str> {
        match self {
            Dialect::Sqlite => None,
            Dialect::Postgresql => Some("select pg_advisory_xact_lock($1)::text"),
        }
    }

    /// Whether a table of migrations is there already.
    pub(crate) fn has_schema(self) -> &'static str {
        match self {
            Dialect::Sqlite => "select count(*) from sqlite_schema where name = 'schema_migration'",
            Dialect::Postgresql => {
                "select count(*) from information_schema.tables
                 where table_schema = current_schema() and table_name = 'schema_migration'"
            }
        }
    }

    /// Rewrites the day's answers of an audience in the order of their keys, in one statement.
    ///
    /// PostgreSQL keeps rows where there is room, so their places (`ctid`) and the numbers of the transactions that wrote
    /// them (`xmin`) tell in which order they came. Afterwards all stand together, by key, written by one transaction.
    /// SQLite keeps them by key from the start.
    pub(crate) fn rewrite_day(self) -> Option<&'static str> {
        match self {
            Dialect::Sqlite => None,
            Dialect::Postgresql => Some(
                "with taken as (delete from response where tenant = $1 and audience = $2 and day = $3 returning *)
                 insert into response select * from taken order by key",
            ),
        }
    }

    /// The same for the open answers of an audience that nobody has decided about.
    pub(crate) fn rewrite_unread(self) -> Option<&'static str> {
        match self {
            Dialect::Sqlite => None,
            Dialect::Postgresql => Some(
                "with taken as (delete from unread where tenant = $1 and audience = $2 returning *)
                 insert into unread select * from taken order by response, question",
            ),
        }
    }

    /// Rewrites the rows of files on the day's answers of an audience in an order that tells nothing: where one statement
    /// can.
    ///
    /// In SQLite `file` has numbers of rows, which are drawn anew; the tables of who holds them stand in the order of their
    /// keys. In PostgreSQL the rows of who holds them are rewritten here, those of the files one by one.
    pub(crate) fn rewrite_files_of_day(self) -> &'static str {
        match self {
            Dialect::Sqlite => {
                "update file set rowid = abs(random() / 2) + 1
                 where tenant = $1 and digest in (
                   select r.file from response_file r
                   join response p on p.tenant = r.tenant and p.audience = r.audience and p.key = r.response
                   where r.tenant = $1 and r.audience = $2 and p.day = $3)"
            }
            Dialect::Postgresql => {
                "with taken as (delete from response_file r using response p
                   where p.tenant = r.tenant and p.audience = r.audience and p.key = r.response
                     and r.tenant = $1 and r.audience = $2 and p.day = $3 returning r.*)
                 insert into response_file select * from taken order by response, question, place"
            }
        }
    }

    /// The same for one file, where rows stand in the order in which they were written: again, bytes and all.
    pub(crate) fn rewrite_file(self) -> &'static [&'static str] {
        match self {
            Dialect::Sqlite => &[],
            Dialect::Postgresql => &[
                "update file set bytes = bytes where tenant = $1 and digest = $2",
                "update file_content set content = content || ''::bytea where tenant = $1 and digest = $2",
            ],
        }
    }

    /// Outside a transaction, after a day was rewritten or secrets were deleted: what was removed leaves the files too.
    pub(crate) fn forget_removed(self) -> &'static [&'static str] {
        match self {
            Dialect::Sqlite => &["pragma wal_checkpoint(truncate)"],
            Dialect::Postgresql => &[
                "vacuum response",
                "vacuum draft",
                "vacuum uncounted",
                "vacuum counted",
                "vacuum unread",
                "vacuum sheet_entry",
                "vacuum response_file",
                "vacuum draft_file",
                "vacuum file",
                "vacuum file_content",
            ],
        }
    }

    /// What the migrations made beside tables, and what goes with none of them.
    pub(crate) fn remove_functions(self) -> &'static [&'static str] {
        match self {
            Dialect::Sqlite => &[],
            Dialect::Postgresql => &["drop function if exists journal_stays()"],
        }
    }

    /// Whether the bytes of files lie in the database instead of the data folder.
    pub(crate) fn keeps_file_bytes(self) -> bool {
        match self {
            Dialect::Sqlite => false,
            Dialect::Postgresql => true,
        }
    }

    /// What is wrong with the file; a PostgreSQL server looks after its own.
    pub(crate) fn check(self, connection: &mut Connection) -> Result<Vec<String>, StoreFault> {
        match self {
            Dialect::Sqlite => {
                let rows = connection.rows("pragma integrity_check", &[])?;
                let lines: Result<Vec<String>, _> = rows.into_iter().map(|mut row| row.take::<String>()).collect();
                Ok(lines?.into_iter().filter(|line| line != "ok").collect())
            }
            Dialect::Postgresql => Ok(Vec::new()),
        }
    }
}
