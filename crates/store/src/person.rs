use crate::{Row, StoreFault, Transaction, value::values};
use base::{Language, Moment, PartyId, PersonId, Role, TenantId};

/// Somebody who can sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    /// What they type to sign in; kept in small letters.
    pub account: String,
    pub name: String,
    pub email: Option<String>,
    /// `None` until they have used their setup link.
    pub password_hash: Option<String>,
    pub created: Moment,
    /// Since when they may not come in any more.
    pub deactivated: Option<Moment>,
    /// What they may do, and for whom.
    pub memberships: Vec<Membership>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Membership {
    pub party: PartyId,
    pub role: Role,
}

/// What opens anything for somebody, or would soon.
const OPENING: [&str; 10] = [
    "membership",
    "setup_link",
    "session",
    "sign_in_step",
    "recovery_code",
    "authenticator",
    "openid_attempt",
    "openid_link",
    "passkey_challenge",
    "passkey",
];

const COLUMNS: &str = "person, account, name, email, password_hash, created, deactivated";

impl Transaction {
    /// Adds the person with all memberships.
    ///
    /// # Errors
    /// [`StoreFault::Taken`] for `person`, `account` when somebody has that account.
    pub fn add_person(&mut self, tenant: TenantId, person: &Person) -> Result<(), StoreFault> {
        self.execute(
            "insert into person (tenant, person, account, name, email, password_hash, created, deactivated)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
            &values![
                tenant,
                person.id,
                person.account.to_lowercase(),
                &person.name,
                person.email.clone(),
                person.password_hash.clone(),
                person.created,
                person.deactivated
            ],
        )?;
        person.memberships.iter().try_for_each(|membership| self.add_membership(tenant, person.id, *membership))
    }

    /// Name and e-mail; account, password and memberships have methods of their own.
    pub fn replace_person_details(
        &mut self,
        tenant: TenantId,
        person: PersonId,
        name: &str,
        email: Option<&str>,
    ) -> Result<(), StoreFault> {
        self.execute(
            "update person set name = $3, email = $4 where tenant = $1 and person = $2",
            &values![tenant, person, name, email],
        )?;
        Ok(())
    }

    /// In which language the person is written to; `None` as long as they have not chosen.
    pub fn language_of(&mut self, tenant: TenantId, person: PersonId) -> Result<Option<Language>, StoreFault> {
        let sql = "select language from person where tenant = $1 and person = $2";
        let Some(mut row) = self.one(sql, &values![tenant, person])? else { return Ok(None) };
        let tag: Option<String> = row.take()?;
        tag.map(|tag| tag.parse().map_err(|_| StoreFault::Unreadable("a language"))).transpose()
    }

    pub fn replace_language(
        &mut self,
        tenant: TenantId,
        person: PersonId,
        language: Language,
    ) -> Result<(), StoreFault> {
        self.execute(
            "update person set language = $3 where tenant = $1 and person = $2",
            &values![tenant, person, language.tag().to_owned()],
        )?;
        Ok(())
    }

    /// Lets the person in no more, or again; their sessions are ended by the caller.
    pub fn replace_deactivated(
        &mut self,
        tenant: TenantId,
        person: PersonId,
        since: Option<Moment>,
    ) -> Result<(), StoreFault> {
        self.execute(
            "update person set deactivated = $3 where tenant = $1 and person = $2",
            &values![tenant, person, since],
        )?;
        Ok(())
    }

    /// Forgets who somebody was: in the place of their account and name stand these, and nothing opens anything for them
    /// any more. Their key stays, for what they did.
    pub fn erase_person(
        &mut self,
        tenant: TenantId,
        person: PersonId,
        account: &str,
        name: &str,
    ) -> Result<(), StoreFault> {
        self.execute(
            "update person set account = $3, name = $4, email = null, password_hash = null, language = null
             where tenant = $1 and person = $2",
            &values![tenant, person, account, name],
        )?;
        for table in OPENING {
            let sql = format!("delete from {table} where tenant = $1 and person = $2");
            self.execute(&sql, &values![tenant, person])?;
        }
        Ok(())
    }

    /// Sets the password; the person's sessions end with the old one.
    pub fn replace_password(&mut self, tenant: TenantId, person: PersonId, hash: &str) -> Result<(), StoreFault> {
        self.execute(
            "update person set password_hash = $3 where tenant = $1 and person = $2",
            &values![tenant, person, hash],
        )?;
        self.remove_sessions_of(tenant, person)
    }

    pub fn add_membership(
        &mut self,
        tenant: TenantId,
        person: PersonId,
        membership: Membership,
    ) -> Result<(), StoreFault> {
        self.execute(
            "insert into membership (tenant, person, party, role) values ($1, $2, $3, $4)
             on conflict (tenant, person, party, role) do nothing",
            &values![tenant, person, membership.party, membership.role],
        )?;
        Ok(())
    }

    pub fn remove_membership(
        &mut self,
        tenant: TenantId,
        person: PersonId,
        membership: Membership,
    ) -> Result<(), StoreFault> {
        self.execute(
            "delete from membership where tenant = $1 and person = $2 and party = $3 and role = $4",
            &values![tenant, person, membership.party, membership.role],
        )?;
        Ok(())
    }

    pub fn person(&mut self, tenant: TenantId, person: PersonId) -> Result<Option<Person>, StoreFault> {
        let sql = format!("select {COLUMNS} from person where tenant = $1 and person = $2");
        let row = self.one(&sql, &values![tenant, person])?;
        row.map(|row| self.read_person(tenant, row)).transpose()
    }

    /// By what they type, in any case.
    pub fn person_by_account(&mut self, tenant: TenantId, account: &str) -> Result<Option<Person>, StoreFault> {
        let sql = format!("select {COLUMNS} from person where tenant = $1 and account = $2");
        let row = self.one(&sql, &values![tenant, account.to_lowercase()])?;
        row.map(|row| self.read_person(tenant, row)).transpose()
    }

    /// In the order of their names.
    pub fn people(&mut self, tenant: TenantId) -> Result<Vec<Person>, StoreFault> {
        let sql = format!("select {COLUMNS} from person where tenant = $1 order by name, person");
        let rows = self.rows(&sql, &values![tenant])?;
        rows.into_iter().map(|row| self.read_person(tenant, row)).collect()
    }

    fn read_person(&mut self, tenant: TenantId, mut row: Row) -> Result<Person, StoreFault> {
        let id = row.take()?;
        let memberships = self.rows(
            "select party, role from membership where tenant = $1 and person = $2 order by party, role",
            &values![tenant, id],
        )?;
        Ok(Person {
            id,
            account: row.take()?,
            name: row.take()?,
            email: row.take()?,
            password_hash: row.take()?,
            created: row.take()?,
            deactivated: row.take()?,
            memberships: memberships
                .into_iter()
                .map(|mut row| Ok(Membership { party: row.take()?, role: row.take()? }))
                .collect::<Result<_, StoreFault>>()?,
        })
    }
}
