use crate::{Row, StoreFault, Transaction, value::values};
use base::{Party, PartyId, PartyKind, TenantId};

const COLUMNS: &str = "party, kind, name_bg, name_en, site";

impl Transaction {
    /// Adds the party unless it is there already.
    pub fn add_party(&mut self, tenant: TenantId, party: &Party) -> Result<(), StoreFault> {
        self.execute(
            "insert into party (tenant, party, kind, name_bg, name_en, site) values ($1, $2, $3, $4, $5, $6)
             on conflict (tenant, party) do nothing",
            &values![
                tenant,
                party.id,
                kind_code(party.kind),
                &party.name.bulgarian,
                party.name.english.clone(),
                party.site.clone()
            ],
        )?;
        Ok(())
    }

    pub fn replace_party(&mut self, tenant: TenantId, party: &Party) -> Result<(), StoreFault> {
        self.execute(
            "update party set kind = $3, name_bg = $4, name_en = $5, site = $6 where tenant = $1 and party = $2",
            &values![
                tenant,
                party.id,
                kind_code(party.kind),
                &party.name.bulgarian,
                party.name.english.clone(),
                party.site.clone()
            ],
        )?;
        Ok(())
    }

    pub fn party(&mut self, tenant: TenantId, party: PartyId) -> Result<Option<Party>, StoreFault> {
        let sql = format!("select {COLUMNS} from party where tenant = $1 and party = $2");
        self.one(&sql, &values![tenant, party])?.map(|mut row| read_party(&mut row)).transpose()
    }

    /// In the order of their names.
    pub fn parties(&mut self, tenant: TenantId) -> Result<Vec<Party>, StoreFault> {
        let sql = format!("select {COLUMNS} from party where tenant = $1 order by name_bg, party");
        self.rows(&sql, &values![tenant])?.into_iter().map(|mut row| read_party(&mut row)).collect()
    }
}

pub(crate) fn read_party(row: &mut Row) -> Result<Party, StoreFault> {
    Ok(Party { id: row.take()?, kind: kind_of(&row.take::<String>()?)?, name: row.text()?, site: row.take()? })
}

fn kind_code(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::Municipality => "municipality",
        PartyKind::CivicOrganisation => "civic-organisation",
        PartyKind::Other => "other",
    }
}

fn kind_of(code: &str) -> Result<PartyKind, StoreFault> {
    match code {
        "municipality" => Ok(PartyKind::Municipality),
        "civic-organisation" => Ok(PartyKind::CivicOrganisation),
        "other" => Ok(PartyKind::Other),
        _ => Err(StoreFault::Unreadable("a kind of party")),
    }
}
