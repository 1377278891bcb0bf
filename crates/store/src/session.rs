use crate::{Membership, Row, StoreFault, Transaction, digest::digest, value::values};
use base::{Moment, PersonId, SessionId, TenantId};

/// One signed-in browser. The secret in its cookie is kept only as a digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Names the session in the list of one's sessions; it opens nothing.
    pub id: SessionId,
    pub person: PersonId,
    pub created: Moment,
    pub last_seen: Moment,
    pub expires: Moment,
    /// When the person last proved who they are.
    pub confirmed: Moment,
    /// Roughly which browser: „Firefox, Windows“, or nothing.
    pub browser: String,
}

/// A session together with what is asked of whoever holds it at every request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldSession {
    pub session: Session,
    pub account: String,
    pub name: String,
    /// Since when they may not come in any more.
    pub deactivated: Option<Moment>,
    /// Never empty: who may do nothing for anybody holds no session.
    pub memberships: Vec<Membership>,
}

const COLUMNS: &str = "session, person, created, last_seen, expires, confirmed, browser";

impl Transaction {
    pub fn add_session(&mut self, tenant: TenantId, secret: &[u8], session: &Session) -> Result<(), StoreFault> {
        self.execute(
            "insert into session (tenant, session, digest, person, created, last_seen, expires, confirmed, browser)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            &values![
                tenant,
                session.id,
                digest(secret),
                session.person,
                session.created,
                session.last_seen,
                session.expires,
                session.confirmed,
                &session.browser
            ],
        )?;
        Ok(())
    }

    /// The session that the cookie's secret opens, unless it has expired or its person may do nothing for anybody. One
    /// statement, for every request of whoever is signed in goes through it.
    pub fn held_session(
        &mut self,
        tenant: TenantId,
        secret: &[u8],
        now: Moment,
    ) -> Result<Option<HeldSession>, StoreFault> {
        let rows = self.rows_of_one(
            "select m.party, m.role, s.session, s.person, s.created, s.last_seen, s.expires, s.confirmed, s.browser,
                    p.account, p.name, p.deactivated
             from session s
             join person p on p.tenant = s.tenant and p.person = s.person
             join membership m on m.tenant = s.tenant and m.person = s.person
             where s.tenant = $1 and s.digest = $2 and s.expires > $3
             order by m.party, m.role",
            &values![tenant, digest(secret), now],
            2,
        )?;
        let mut rows = rows.into_iter();
        let Some(mut first) = rows.next() else { return Ok(None) };
        let mut memberships = vec![read_membership(&mut first)?];
        for mut row in rows {
            memberships.push(read_membership(&mut row)?);
        }
        Ok(Some(HeldSession {
            session: read_session(&mut first)?,
            account: first.take()?,
            name: first.take()?,
            deactivated: first.take()?,
            memberships,
        }))
    }

    /// The newest first.
    pub fn sessions_of(&mut self, tenant: TenantId, person: PersonId, now: Moment) -> Result<Vec<Session>, StoreFault> {
        let sql = format!(
            "select {COLUMNS} from session where tenant = $1 and person = $2 and expires > $3
             order by created desc, session"
        );
        self.rows(&sql, &values![tenant, person, now])?.iter_mut().map(read_session).collect()
    }

    /// Notes that the session was used, and until when it is good now.
    pub fn record_session_seen(
        &mut self,
        tenant: TenantId,
        session: SessionId,
        now: Moment,
        expires: Moment,
    ) -> Result<(), StoreFault> {
        self.execute(
            "update session set last_seen = $3, expires = $4 where tenant = $1 and session = $2",
            &values![tenant, session, now, expires],
        )?;
        Ok(())
    }

    /// Notes that the person proved who they are; the session goes on under another secret.
    pub fn record_session_confirmed(
        &mut self,
        tenant: TenantId,
        session: SessionId,
        secret: &[u8],
        now: Moment,
    ) -> Result<(), StoreFault> {
        self.execute(
            "update session set digest = $3, confirmed = $4 where tenant = $1 and session = $2",
            &values![tenant, session, digest(secret), now],
        )?;
        Ok(())
    }

    /// Ends the session that the cookie's secret opens, if there is one.
    pub fn remove_session_opened_by(&mut self, tenant: TenantId, secret: &[u8]) -> Result<(), StoreFault> {
        self.execute("delete from session where tenant = $1 and digest = $2", &values![tenant, digest(secret)])?;
        Ok(())
    }

    pub fn remove_session(&mut self, tenant: TenantId, session: SessionId) -> Result<(), StoreFault> {
        self.execute("delete from session where tenant = $1 and session = $2", &values![tenant, session])?;
        Ok(())
    }

    /// All of them but one.
    pub fn remove_other_sessions_of(
        &mut self,
        tenant: TenantId,
        person: PersonId,
        but: SessionId,
    ) -> Result<(), StoreFault> {
        self.execute(
            "delete from session where tenant = $1 and person = $2 and session <> $3",
            &values![tenant, person, but],
        )?;
        Ok(())
    }

    pub fn remove_sessions_of(&mut self, tenant: TenantId, person: PersonId) -> Result<(), StoreFault> {
        self.execute("delete from session where tenant = $1 and person = $2", &values![tenant, person])?;
        Ok(())
    }

    pub fn remove_sessions_expired_by(&mut self, tenant: TenantId, now: Moment) -> Result<u64, StoreFault> {
        self.execute("delete from session where tenant = $1 and expires <= $2", &values![tenant, now])
    }
}

fn read_membership(row: &mut Row) -> Result<Membership, StoreFault> {
    Ok(Membership { party: row.take()?, role: row.take()? })
}

fn read_session(row: &mut Row) -> Result<Session, StoreFault> {
    Ok(Session {
        id: row.take()?,
        person: row.take()?,
        created: row.take()?,
        last_seen: row.take()?,
        expires: row.take()?,
        confirmed: row.take()?,
        browser: row.take()?,
    })
}
