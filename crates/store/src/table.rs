//! Every table that a backup carries, parents before children, each with the columns of its key.

pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) key: &'static [&'static str],
}

macro_rules! tables {
    ($($name:ident($($key:ident),*)),* $(,)?) => {
        &[$(Table { name: stringify!($name), key: &[$(stringify!($key)),*] }),*]
    };
}

/// `schema_migration` is made anew by the migrations, and the bytes of `file_content` travel as files.
pub(crate) const TABLES: &[Table] = tables![
    tenant(tenant),
    setting(tenant, name),
    party(tenant, party),
    person(tenant, person),
    membership(tenant, person, party, role),
    setup_link(tenant, digest),
    session(tenant, session),
    failed_sign_in(tenant, subject, opened),
    file(tenant, digest),
    project(tenant, project),
    participation(tenant, project, place),
    publication(tenant, publication),
    publication_version(tenant, publication, number),
    attachment(tenant, publication, number, place),
    questionnaire(tenant, questionnaire),
    study(tenant, study),
    audience(tenant, audience),
    response(tenant, audience, key),
    response_count(tenant, audience, mode, batch, writer),
    unsettled_day(tenant, audience, day),
    draft(tenant, draft),
    paper_batch(tenant, batch),
    import_batch(tenant, batch),
    review(tenant, audience, response, question),
    journal(tenant, at, number),
    job(tenant, job),
    lease(name),
];

impl Table {
    pub(crate) fn named(name: &str) -> Option<&'static Table> {
        TABLES.iter().find(|table| table.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::TABLES;
    use crate::{Creation, Location, Store};
    use base::Moment;

    #[test]
    fn a_backup_carries_every_table() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&Location::Folder(folder.path().to_owned()), Creation::Create, Moment(0)).unwrap();
        let schema = store.read_blocking(|tx| tx.schema()).unwrap();
        let mut carried: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
        carried.extend(["file_content", "schema_migration"]);
        carried.sort_unstable();
        let there: Vec<&str> = schema.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(there, carried);
    }
}
