//! Every table that a backup carries, parents before children, each with the columns of its key; and those that it does not.

pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) key: &'static [&'static str],
}

macro_rules! tables {
    ($($name:ident($($key:ident),*)),* $(,)?) => {
        &[$(Table { name: stringify!($name), key: &[$(stringify!($key)),*] }),*]
    };
}

pub(crate) const TABLES: &[Table] = tables![
    tenant(tenant),
    setting(tenant, name),
    party(tenant, party),
    person(tenant, person),
    membership(tenant, person, party, role),
    authenticator(tenant, person),
    recovery_code(tenant, person, digest),
    passkey(tenant, passkey),
    openid_link(tenant, issuer, subject),
    file(tenant, digest),
    retained(tenant, day, class),
    project(tenant, project),
    participation(tenant, project, place),
    unopened_project(tenant, project),
    publication(tenant, publication),
    publication_version(tenant, publication, number),
    attachment(tenant, publication, number, place),
    attached(tenant, kind, owner, version, place),
    questionnaire(tenant, questionnaire),
    study(tenant, study),
    open_data(tenant, study, version),
    audience(tenant, audience),
    quota(tenant, audience, question, choice),
    population(tenant, audience),
    time_band(tenant, audience, questionnaire, place, band),
    personal_code(tenant, personal_code),
    questionnaire_draft(tenant, questionnaire_draft),
    questionnaire_revision(tenant, questionnaire_draft, revision),
    report(tenant, report),
    report_revision(tenant, report, revision),
    report_version(tenant, report, version),
    response(tenant, audience, key),
    response_file(tenant, audience, response, question, place),
    response_count(tenant, audience, mode, batch, writer),
    unsettled_day(tenant, audience, day),
    paper_batch(tenant, batch),
    printing(tenant, printing),
    sheet(tenant, code),
    sheet_entry(tenant, code, place),
    import_batch(tenant, batch),
    import_mark(tenant, audience, mark, batch),
    undone_import(tenant, batch),
    review(tenant, audience, response, question),
    ruling(tenant, kind, place, subject, part),
    appeal(tenant, appeal),
    theme_list(tenant, study, list),
    theme_revision(tenant, study, list, revision),
    theme_version(tenant, study, list, version),
    theme_sample(tenant, study, list, sample),
    sampled_answer(tenant, study, list, sample, place),
    coded_answer(tenant, audience, response, question),
    journal(tenant, number),
    journal_head(tenant),
    signed_head(tenant, day),
];

/// Answers begun and their files, sessions, links for a new password, slips at signing in, letters and the schedule are of
/// the moment: whoever gets a backup into their hands must not be able to go on with them, and no letter goes out a second
/// time. Earlier versions carried them; what their backups hold of these is passed over, and of leases, which there are no
/// more.
pub(crate) const OF_THE_MOMENT: [&str; 11] = [
    "draft",
    "draft_file",
    "failed_sign_in",
    "job",
    "lease",
    "letter",
    "openid_attempt",
    "passkey_challenge",
    "session",
    "setup_link",
    "sign_in_step",
];

impl Table {
    pub(crate) fn named(name: &str) -> Option<&'static Table> {
        TABLES.iter().find(|table| table.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::{OF_THE_MOMENT, TABLES};
    use crate::{Creation, Location, Store};
    use base::Moment;

    #[test]
    fn every_table_is_carried_or_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&Location::Folder(folder.path().to_owned()), Creation::Create, Moment(0)).unwrap();
        let schema = store.read_blocking(|tx| tx.schema()).unwrap();
        let mut known: Vec<&str> = TABLES.iter().map(|table| table.name).chain(OF_THE_MOMENT).collect();
        // Made anew by the migrations, carried as files, counted anew.
        known.extend(["schema_migration", "file_content", "counted", "uncounted", "unread"]);
        known.retain(|name| *name != "lease");
        known.sort_unstable();
        let there: Vec<&str> = schema.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(there, known);
    }
}
