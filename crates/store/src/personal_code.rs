use crate::{Row, StoreFault, Transaction, digest::digest, value::values};
use base::{AudienceId, Language, PersonalCodeId, TenantId};
use jiff::civil::Date;

/// What is known of a code with which one person answers once. Not known: the code itself, when it was used, and what was
/// answered with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalCode {
    pub id: PersonalCodeId,
    pub audience: AudienceId,
    /// Where it was sent; `None` for one on paper, and after the fieldwork.
    pub recipient: Option<String>,
    /// In which its holder is written to.
    pub language: Language,
    pub state: CodeState,
    pub made: Date,
    pub reminders: u32,
    /// The day of the last reminder.
    pub reminded: Option<Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CodeState {
    Unused,
    Used,
    /// Opens nothing any more.
    Withdrawn,
}

impl CodeState {
    pub const ALL: [CodeState; 3] = [CodeState::Unused, CodeState::Used, CodeState::Withdrawn];

    pub fn code(self) -> &'static str {
        match self {
            CodeState::Unused => "unused",
            CodeState::Used => "used",
            CodeState::Withdrawn => "withdrawn",
        }
    }

    pub fn from_code(code: &str) -> Option<CodeState> {
        CodeState::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// How many codes of an audience are in which state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeCount {
    pub is_sent: bool,
    pub state: CodeState,
    pub number: u64,
}

const COLUMNS: &str = "personal_code, audience, recipient, language, state, made, reminders, reminded";

impl Transaction {
    /// Keeps a new code by the digest of `written`; false where its recipient has one for the audience already.
    pub fn add_personal_code(
        &mut self,
        tenant: TenantId,
        code: &PersonalCode,
        written: &[u8],
    ) -> Result<bool, StoreFault> {
        let added = self.execute(
            "insert into personal_code (tenant, personal_code, audience, digest, recipient, language, state, made, reminders, reminded)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             on conflict (tenant, audience, recipient) do nothing",
            &values![
                tenant,
                code.id,
                code.audience,
                digest(written),
                code.recipient.clone(),
                code.language,
                code.state,
                code.made,
                code.reminders,
                code.reminded
            ],
        )?;
        Ok(added > 0)
    }

    pub fn personal_code(&mut self, tenant: TenantId, id: PersonalCodeId) -> Result<Option<PersonalCode>, StoreFault> {
        let sql = format!("select {COLUMNS} from personal_code where tenant = $1 and personal_code = $2");
        self.one(&sql, &values![tenant, id])?.map(read_code).transpose()
    }

    /// The code that somebody wrote.
    pub fn personal_code_written(
        &mut self,
        tenant: TenantId,
        written: &[u8],
    ) -> Result<Option<PersonalCode>, StoreFault> {
        let sql = format!("select {COLUMNS} from personal_code where tenant = $1 and digest = $2");
        self.one(&sql, &values![tenant, digest(written)])?.map(read_code).transpose()
    }

    /// Those of an audience that nobody has used, in the order of their keys, which says nothing; at most `most`.
    pub fn unused_personal_codes(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        is_sent: bool,
        most: u32,
    ) -> Result<Vec<PersonalCode>, StoreFault> {
        let which = if is_sent { "not null" } else { "null" };
        let sql = format!(
            "select {COLUMNS} from personal_code
             where tenant = $1 and audience = $2 and state = $3 and recipient is {which}
             order by personal_code limit $4"
        );
        let rows = self.rows(&sql, &values![tenant, audience, CodeState::Unused, most])?;
        rows.into_iter().map(read_code).collect()
    }

    pub fn personal_code_counts(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
    ) -> Result<Vec<CodeCount>, StoreFault> {
        let sql = "select case when recipient is null then 0 else 1 end, state, count(*) from personal_code
             where tenant = $1 and audience = $2 group by 1, 2 order by 1, 2";
        let rows = self.rows(sql, &values![tenant, audience])?;
        let count = |mut row: Row| {
            let is_sent: i64 = row.take()?;
            let (state, number) = (row.take()?, row.take::<i64>()?);
            Ok(CodeCount { is_sent: is_sent == 1, state, number: number.unsigned_abs() })
        };
        rows.into_iter().map(count).collect()
    }

    /// Uses a code up; false when it was used or withdrawn before. Two that come at once cannot both have it.
    pub fn record_personal_code_used(&mut self, tenant: TenantId, id: PersonalCodeId) -> Result<bool, StoreFault> {
        let changed = self.execute(
            "update personal_code set state = $4 where tenant = $1 and personal_code = $2 and state = $3",
            &values![tenant, id, CodeState::Unused, CodeState::Used],
        )?;
        Ok(changed > 0)
    }

    /// The codes of an audience that were not used open nothing from now on; answers with how many there were.
    pub fn withdraw_personal_codes(&mut self, tenant: TenantId, audience: AudienceId) -> Result<u64, StoreFault> {
        self.execute(
            "update personal_code set state = $4 where tenant = $1 and audience = $2 and state = $3",
            &values![tenant, audience, CodeState::Unused, CodeState::Withdrawn],
        )
    }

    /// Notes that the holder of a code is reminded; false when it was used or withdrawn before.
    pub fn record_personal_code_reminded(
        &mut self,
        tenant: TenantId,
        id: PersonalCodeId,
        on: Date,
    ) -> Result<bool, StoreFault> {
        let changed = self.execute(
            "update personal_code set reminders = reminders + 1, reminded = $4
             where tenant = $1 and personal_code = $2 and state = $3",
            &values![tenant, id, CodeState::Unused, on],
        )?;
        Ok(changed > 0)
    }

    /// Of codes whose fieldwork ended before the day it is forgotten to whom they went.
    pub fn forget_recipients_of_codes(&mut self, tenant: TenantId, ended_before: Date) -> Result<u64, StoreFault> {
        self.execute(
            "update personal_code set recipient = null
             where tenant = $1 and recipient is not null and audience in
               (select audience.audience from audience
                join study on study.tenant = audience.tenant and study.study = audience.study
                where audience.tenant = $1 and study.last_day < $2)",
            &values![tenant, ended_before],
        )
    }
}

fn read_code(mut row: Row) -> Result<PersonalCode, StoreFault> {
    Ok(PersonalCode {
        id: row.take()?,
        audience: row.take()?,
        recipient: row.take()?,
        language: row.take()?,
        state: row.take()?,
        made: row.take()?,
        reminders: row.take()?,
        reminded: row.take()?,
    })
}
