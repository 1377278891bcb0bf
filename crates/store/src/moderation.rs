//! Decisions about what the public wrote, as everybody may know them, and the appeals against them.

use crate::{Row, StoreFault, Transaction, value::values};
use base::{Key, PartyId, PersonId, TenantId};
use jiff::civil::Date;

/// Words of somebody of the public: of which kind, where they stand, whose, and which of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Matter {
    /// A stable code: `open-answer`.
    pub kind: String,
    pub place: Key,
    pub subject: Key,
    pub part: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatterState {
    Shown,
    Hidden,
    Redacted,
}

impl MatterState {
    pub const ALL: [MatterState; 3] = [MatterState::Shown, MatterState::Redacted, MatterState::Hidden];

    pub fn code(self) -> &'static str {
        match self {
            MatterState::Shown => "shown",
            MatterState::Hidden => "hidden",
            MatterState::Redacted => "redacted",
        }
    }

    pub fn from_code(code: &str) -> Option<MatterState> {
        MatterState::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// Who decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decider {
    pub person: PersonId,
    pub party: PartyId,
    /// The code that the role had.
    pub role: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    pub matter: Matter,
    pub state: MatterState,
    /// The code of a reason.
    pub reason: Option<String>,
    /// What everybody reads beside the reason.
    pub words: Option<String>,
    pub by: Decider,
    pub on: Date,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AppealState {
    Waiting,
    /// The decision stays.
    Upheld,
    Overturned,
}

impl AppealState {
    pub const ALL: [AppealState; 3] = [AppealState::Waiting, AppealState::Upheld, AppealState::Overturned];

    pub fn code(self) -> &'static str {
        match self {
            AppealState::Waiting => "waiting",
            AppealState::Upheld => "upheld",
            AppealState::Overturned => "overturned",
        }
    }

    pub fn from_code(code: &str) -> Option<AppealState> {
        AppealState::ALL.into_iter().find(|state| state.code() == code)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appeal {
    pub id: Key,
    pub matter: Matter,
    /// 1, 2 … among the appeals of the matter.
    pub number: i64,
    /// `None` for whoever wrote the words, of whom nothing is known.
    pub by: Option<(PersonId, PartyId)>,
    pub words: String,
    pub on: Date,
    pub state: AppealState,
    pub answer: Option<String>,
    pub decided: Option<(Decider, Date)>,
}

const RULING: &str = "kind, place, subject, part, state, reason, words, person, party, role, on_day";
const APPEAL: &str = "appeal, kind, place, subject, part, number, person, party, words, on_day, state, answer,
                      decided_person, decided_party, decided_role, decided_on";

impl Transaction {
    /// In place of an earlier one about the same words.
    pub fn replace_ruling(&mut self, tenant: TenantId, ruling: &Ruling) -> Result<(), StoreFault> {
        let Matter { kind, place, subject, part } = &ruling.matter;
        self.execute(
            "insert into ruling (tenant, kind, place, subject, part, state, reason, words, person, party, role, on_day)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
             on conflict (tenant, kind, place, subject, part) do update set
               state = excluded.state, reason = excluded.reason, words = excluded.words, person = excluded.person,
               party = excluded.party, role = excluded.role, on_day = excluded.on_day",
            &values![
                tenant,
                kind,
                *place,
                *subject,
                part,
                ruling.state.code(),
                ruling.reason.clone(),
                ruling.words.clone(),
                ruling.by.person,
                ruling.by.party,
                &ruling.by.role,
                ruling.on
            ],
        )?;
        Ok(())
    }

    pub fn ruling(&mut self, tenant: TenantId, matter: &Matter) -> Result<Option<Ruling>, StoreFault> {
        let sql = format!(
            "select {RULING} from ruling where tenant = $1 and kind = $2 and place = $3 and subject = $4 and part = $5"
        );
        let Matter { kind, place, subject, part } = matter;
        self.one(&sql, &values![tenant, kind, *place, *subject, part])?.map(read_ruling).transpose()
    }

    /// All of one place, in the order of their random keys.
    pub fn rulings(&mut self, tenant: TenantId, kind: &str, place: Key) -> Result<Vec<Ruling>, StoreFault> {
        let sql = format!(
            "select {RULING} from ruling where tenant = $1 and kind = $2 and place = $3 order by subject, part"
        );
        self.rows(&sql, &values![tenant, kind, place])?.into_iter().map(read_ruling).collect()
    }

    /// How many there are, by state and reason.
    pub fn number_of_rulings(
        &mut self,
        tenant: TenantId,
    ) -> Result<Vec<(MatterState, Option<String>, u64)>, StoreFault> {
        let rows = self.rows(
            "select state, reason, count(*) from ruling where tenant = $1 group by state, reason order by state, reason",
            &values![tenant],
        )?;
        rows.into_iter().map(|mut row| Ok((read_state(&mut row)?, row.take()?, row.take()?))).collect()
    }

    pub fn number_of_appeals(&mut self, tenant: TenantId) -> Result<Vec<(AppealState, u64)>, StoreFault> {
        let rows = self.rows(
            "select state, count(*) from appeal where tenant = $1 group by state order by state",
            &values![tenant],
        )?;
        rows.into_iter().map(|mut row| Ok((read_appeal_state(&mut row)?, row.take()?))).collect()
    }

    /// # Errors
    /// [`StoreFault::Taken`] when another appeal of the matter has the number.
    pub fn add_appeal(&mut self, tenant: TenantId, appeal: &Appeal) -> Result<(), StoreFault> {
        let Matter { kind, place, subject, part } = &appeal.matter;
        let (person, party) = appeal.by.unzip();
        self.execute(
            "insert into appeal (tenant, appeal, kind, place, subject, part, number, person, party, words, on_day, state)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            &values![
                tenant,
                appeal.id,
                kind,
                *place,
                *subject,
                part,
                appeal.number,
                person,
                party,
                &appeal.words,
                appeal.on,
                appeal.state.code()
            ],
        )?;
        Ok(())
    }

    pub fn appeal(&mut self, tenant: TenantId, id: Key) -> Result<Option<Appeal>, StoreFault> {
        let sql = format!("select {APPEAL} from appeal where tenant = $1 and appeal = $2");
        self.one(&sql, &values![tenant, id])?.map(read_appeal).transpose()
    }

    /// Of one place, by matter and number.
    pub fn appeals(&mut self, tenant: TenantId, kind: &str, place: Key) -> Result<Vec<Appeal>, StoreFault> {
        let sql = format!(
            "select {APPEAL} from appeal where tenant = $1 and kind = $2 and place = $3 order by subject, part, number"
        );
        self.rows(&sql, &values![tenant, kind, place])?.into_iter().map(read_appeal).collect()
    }

    /// What became of it; `false` when somebody else was faster.
    pub fn record_appeal_decided(
        &mut self,
        tenant: TenantId,
        id: Key,
        state: AppealState,
        answer: &str,
        by: &Decider,
        on: Date,
    ) -> Result<bool, StoreFault> {
        let changed = self.execute(
            "update appeal set state = $3, answer = $4, decided_person = $5, decided_party = $6, decided_role = $7,
                               decided_on = $8
             where tenant = $1 and appeal = $2 and state = 'waiting'",
            &values![tenant, id, state.code(), answer, by.person, by.party, &by.role, on],
        )?;
        Ok(changed > 0)
    }
}

fn read_state(row: &mut Row) -> Result<MatterState, StoreFault> {
    MatterState::from_code(&row.take::<String>()?).ok_or(StoreFault::Unreadable("a state of moderation"))
}

fn read_appeal_state(row: &mut Row) -> Result<AppealState, StoreFault> {
    AppealState::from_code(&row.take::<String>()?).ok_or(StoreFault::Unreadable("a state of an appeal"))
}

fn read_matter(row: &mut Row) -> Result<Matter, StoreFault> {
    Ok(Matter { kind: row.take()?, place: row.take()?, subject: row.take()?, part: row.take()? })
}

fn read_ruling(mut row: Row) -> Result<Ruling, StoreFault> {
    let (matter, state) = (read_matter(&mut row)?, read_state(&mut row)?);
    let (reason, words) = (row.take()?, row.take()?);
    let by = Decider { person: row.take()?, party: row.take()?, role: row.take()? };
    Ok(Ruling { matter, state, reason, words, by, on: row.take()? })
}

fn read_appeal(mut row: Row) -> Result<Appeal, StoreFault> {
    let (id, matter, number) = (row.take()?, read_matter(&mut row)?, row.take()?);
    let (person, party): (Option<PersonId>, Option<PartyId>) = (row.take()?, row.take()?);
    let (words, on, state, answer) = (row.take()?, row.take()?, read_appeal_state(&mut row)?, row.take()?);
    let (who, whose): (Option<PersonId>, Option<PartyId>) = (row.take()?, row.take()?);
    let (role, day): (Option<String>, Option<Date>) = (row.take()?, row.take()?);
    let decider = who.zip(whose).zip(role).map(|((person, party), role)| Decider { person, party, role });
    Ok(Appeal { id, matter, number, by: person.zip(party), words, on, state, answer, decided: decider.zip(day) })
}
