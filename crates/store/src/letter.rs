use crate::{Row, StoreFault, Transaction, json, value::values};
use base::{Key, Language, LetterId, Moment, TenantId};

/// A letter in the queue, or what is left to know of one that has gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueuedLetter {
    pub id: LetterId,
    /// What it is sent for: the same is queued only once.
    pub once: String,
    /// From which its words are made.
    pub kind: String,
    /// The thing that it concerns: a noun and its key.
    pub about: Option<(String, Key)>,
    /// `None` after the time for which addresses are kept.
    pub recipient: Option<String>,
    pub language: Language,
    pub facts: Vec<(String, String)>,
    pub state: LetterState,
    pub created: Moment,
    /// Afterwards it would say nothing that is still so.
    pub expires: Moment,
    pub next_attempt: Moment,
    /// How often sending was begun.
    pub attempts: u32,
    /// When it came into its state.
    pub changed: Moment,
    /// Why it is in its state, as a code.
    pub reason: Option<String>,
    /// What the mail server said last.
    pub answer: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LetterState {
    /// To be sent as soon as it is due.
    Waiting,
    /// A mail server has taken it.
    Sent,
    /// It will not be sent again by itself.
    Failed,
    /// There is nothing to send it with.
    Held,
}

impl LetterState {
    pub const ALL: [LetterState; 4] = [LetterState::Waiting, LetterState::Sent, LetterState::Failed, LetterState::Held];

    pub fn code(self) -> &'static str {
        match self {
            LetterState::Waiting => "waiting",
            LetterState::Sent => "sent",
            LetterState::Failed => "failed",
            LetterState::Held => "held",
        }
    }

    pub fn from_code(code: &str) -> Option<LetterState> {
        LetterState::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What became of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterNews {
    pub state: LetterState,
    pub at: Moment,
    pub next_attempt: Moment,
    pub reason: &'static str,
    pub answer: Option<String>,
}

const COLUMNS: &str = "letter, once, kind, noun, subject, recipient, language, facts, state, created, expires, \
                       next_attempt, attempts, changed, reason, answer";
/// Mail servers may talk at length.
const LONGEST_ANSWER: usize = 500;

impl Transaction {
    /// Puts a letter into the queue; false when there is one for the same.
    pub fn add_letter(&mut self, tenant: TenantId, letter: &QueuedLetter) -> Result<bool, StoreFault> {
        let added = self.execute(
            "insert into letter (tenant, letter, once, kind, noun, subject, recipient, language, facts, state, created,
               expires, next_attempt, held_until, attempts, changed, reason, answer)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, null, $14, $15, $16, $17)
             on conflict (tenant, once) do nothing",
            &values![
                tenant,
                letter.id,
                &letter.once,
                &letter.kind,
                letter.about.as_ref().map(|(noun, _)| noun),
                letter.about.as_ref().map(|(_, key)| *key),
                letter.recipient.clone(),
                letter.language,
                json::write(&letter.facts)?,
                letter.state,
                letter.created,
                letter.expires,
                letter.next_attempt,
                letter.attempts,
                letter.changed,
                letter.reason.clone(),
                letter.answer.clone()
            ],
        )?;
        Ok(added > 0)
    }

    pub fn letter(&mut self, tenant: TenantId, id: LetterId) -> Result<Option<QueuedLetter>, StoreFault> {
        let sql = format!("select {COLUMNS} from letter where tenant = $1 and letter = $2");
        self.one(&sql, &values![tenant, id])?.map(read_letter).transpose()
    }

    /// The newest first, at most `most`, made before `before` where it is given; of one state or of all.
    pub fn letters(
        &mut self,
        tenant: TenantId,
        state: Option<LetterState>,
        before: Option<Moment>,
        most: u32,
    ) -> Result<Vec<QueuedLetter>, StoreFault> {
        let sql = format!(
            "select {COLUMNS} from letter where tenant = $1 and created < $2 and ($3 = '' or state = $3)
             order by created desc, letter limit $4"
        );
        let state = state.map_or("", LetterState::code);
        let rows = self.rows(&sql, &values![tenant, before.unwrap_or(Moment(i64::MAX)), state, most])?;
        rows.into_iter().map(read_letter).collect()
    }

    /// All that concern one thing, the oldest first.
    pub fn letters_about(&mut self, tenant: TenantId, noun: &str, key: Key) -> Result<Vec<QueuedLetter>, StoreFault> {
        let sql = format!(
            "select {COLUMNS} from letter where tenant = $1 and noun = $2 and subject = $3 order by created, letter"
        );
        self.rows(&sql, &values![tenant, noun, key])?.into_iter().map(read_letter).collect()
    }

    /// Of all that concern one thing it is forgotten to whom they went; what waits does not go out.
    pub fn forget_letters_about(
        &mut self,
        tenant: TenantId,
        about: (&str, Key),
        news: &LetterNews,
    ) -> Result<u64, StoreFault> {
        for kept in ["waiting", "held"] {
            self.execute(
                "update letter set state = $5, changed = $6, next_attempt = $6, reason = $7, held_until = null
                 where tenant = $1 and noun = $2 and subject = $3 and state = $4",
                &values![tenant, about.0, about.1, kept, news.state, news.at, news.reason],
            )?;
        }
        self.execute(
            "update letter set recipient = null, facts = '[]', answer = null
             where tenant = $1 and noun = $2 and subject = $3",
            &values![tenant, about.0, about.1],
        )
    }

    /// How many there are in each state that any is in.
    pub fn letters_by_state(&mut self, tenant: TenantId) -> Result<Vec<(LetterState, u64)>, StoreFault> {
        let rows = self.rows(
            "select state, count(*) from letter where tenant = $1 group by state order by state",
            &values![tenant],
        )?;
        rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?))).collect()
    }

    /// Waiting letters whose time has come and that no node is sending, the longest due first. A hold that ends after
    /// `far` was taken before the clock was set back.
    pub fn letters_due(
        &mut self,
        tenant: TenantId,
        now: Moment,
        far: Moment,
        most: u32,
    ) -> Result<Vec<LetterId>, StoreFault> {
        let rows = self.rows(
            "select letter from letter where tenant = $1 and state = 'waiting' and next_attempt <= $2
               and (held_until is null or held_until <= $2 or held_until > $3)
             order by next_attempt, letter limit $4",
            &values![tenant, now, far, most],
        )?;
        rows.into_iter().map(|mut row| row.take()).collect()
    }

    /// Takes a waiting letter for one attempt and holds it until `until`; `None` when another node was first. Who has not
    /// reported by then is taken to have died, and the letter is sent again.
    pub fn hold_letter(
        &mut self,
        tenant: TenantId,
        id: LetterId,
        now: Moment,
        until: Moment,
    ) -> Result<Option<QueuedLetter>, StoreFault> {
        let far = until.plus_seconds(until.seconds_since(now));
        let sql = format!(
            "update letter set held_until = $4, attempts = attempts + 1
             where tenant = $1 and letter = $2 and state = 'waiting'
               and (held_until is null or held_until <= $3 or held_until > $5)
             returning {COLUMNS}"
        );
        self.one(&sql, &values![tenant, id, now, until, far])?.map(read_letter).transpose()
    }

    /// After an attempt by whoever holds the letter until `held_until`; false when it was taken from them meanwhile.
    pub fn record_letter(
        &mut self,
        tenant: TenantId,
        id: LetterId,
        held_until: Moment,
        news: &LetterNews,
    ) -> Result<bool, StoreFault> {
        let changed = self.execute(
            "update letter set state = $4, changed = $5, next_attempt = $6, reason = $7, answer = $8, held_until = null
             where tenant = $1 and letter = $2 and held_until = $3",
            &values![
                tenant,
                id,
                held_until,
                news.state,
                news.at,
                news.next_attempt,
                news.reason,
                bounded(news.answer.as_deref())
            ],
        )?;
        Ok(changed > 0)
    }

    /// Brings a letter that is in one of the states into another; false when it is in none of them.
    pub fn change_letter(
        &mut self,
        tenant: TenantId,
        id: LetterId,
        from: &[LetterState],
        news: &LetterNews,
    ) -> Result<bool, StoreFault> {
        for state in from {
            let changed = self.execute(
                "update letter set state = $4, changed = $5, next_attempt = $6, reason = $7, answer = $8,
                   held_until = null
                 where tenant = $1 and letter = $2 and state = $3",
                &values![
                    tenant,
                    id,
                    *state,
                    news.state,
                    news.at,
                    news.next_attempt,
                    news.reason,
                    bounded(news.answer.as_deref())
                ],
            )?;
            if changed > 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whose letter it is, where there is such a one.
    pub fn tenant_of_letter(&mut self, id: LetterId) -> Result<Option<TenantId>, StoreFault> {
        let row = self.one("select tenant from letter where letter = $1", &values![id])?;
        row.map(|mut row| row.take()).transpose()
    }

    /// When a letter to this address came last into this state, for this reason where one is given.
    pub fn newest_letter_to(
        &mut self,
        tenant: TenantId,
        recipient: &str,
        state: LetterState,
        reason: Option<&str>,
    ) -> Result<Option<Moment>, StoreFault> {
        let row = self.one(
            "select changed from letter where tenant = $1 and recipient = $2 and state = $3
               and ($4 = '' or reason = $4) order by changed desc limit 1",
            &values![tenant, recipient, state, reason.unwrap_or_default()],
        )?;
        row.map(|mut row| row.take()).transpose()
    }

    /// Letters to this address that wait or are held are not sent any more; how many there were.
    pub fn withdraw_letters_to(
        &mut self,
        tenant: TenantId,
        recipient: &str,
        news: &LetterNews,
    ) -> Result<u64, StoreFault> {
        self.execute(
            "update letter set state = $3, changed = $4, next_attempt = $5, reason = $6, held_until = null
             where tenant = $1 and recipient = $2 and state in ('waiting', 'held')",
            &values![tenant, recipient, news.state, news.at, news.next_attempt, news.reason],
        )
    }

    /// The same for all letters of a state at once; how many there were.
    pub fn change_letters(
        &mut self,
        tenant: TenantId,
        from: LetterState,
        news: &LetterNews,
    ) -> Result<u64, StoreFault> {
        self.execute(
            "update letter set state = $3, changed = $4, next_attempt = $5, reason = $6
             where tenant = $1 and state = $2",
            &values![tenant, from, news.state, news.at, news.next_attempt, news.reason],
        )
    }

    /// Letters about one thing that wait or are held are not sent any more.
    pub fn withdraw_letters(
        &mut self,
        tenant: TenantId,
        kind: &str,
        about: (&str, Key),
        news: &LetterNews,
    ) -> Result<u64, StoreFault> {
        self.execute(
            "update letter set state = $5, changed = $6, next_attempt = $7, reason = $8, held_until = null
             where tenant = $1 and kind = $2 and noun = $3 and subject = $4 and state in ('waiting', 'held')",
            &values![tenant, kind, about.0, about.1, news.state, news.at, news.next_attempt, news.reason],
        )
    }

    /// Letters that wait or are held beyond their time.
    pub fn expire_letters(&mut self, tenant: TenantId, news: &LetterNews) -> Result<u64, StoreFault> {
        self.execute(
            "update letter set state = $2, changed = $3, next_attempt = $3, reason = $4, held_until = null
             where tenant = $1 and expires <= $3 and state in ('waiting', 'held')
               and (held_until is null or held_until <= $3)",
            &values![tenant, news.state, news.at, news.reason],
        )
    }

    /// Whom they went to and what was said of them is forgotten of letters sent or failed before `before`.
    pub fn remove_recipients_of_letters(&mut self, tenant: TenantId, before: Moment) -> Result<u64, StoreFault> {
        self.execute(
            "update letter set recipient = null, facts = '[]', answer = null
             where tenant = $1 and changed < $2 and state in ('sent', 'failed')
               and (recipient is not null or answer is not null or facts <> '[]')",
            &values![tenant, before],
        )
    }

    /// The rest of them goes too.
    pub fn remove_letters(&mut self, tenant: TenantId, before: Moment) -> Result<u64, StoreFault> {
        self.execute(
            "delete from letter where tenant = $1 and changed < $2 and state in ('sent', 'failed')",
            &values![tenant, before],
        )
    }
}

fn bounded(answer: Option<&str>) -> Option<String> {
    answer.map(|answer| answer.chars().take(LONGEST_ANSWER).collect())
}

fn read_letter(mut row: Row) -> Result<QueuedLetter, StoreFault> {
    Ok(QueuedLetter {
        id: row.take()?,
        once: row.take()?,
        kind: row.take()?,
        about: Option::zip(row.take()?, row.take()?),
        recipient: row.take()?,
        language: row.take()?,
        facts: json::read(&row.take::<String>()?)?,
        state: row.take()?,
        created: row.take()?,
        expires: row.take()?,
        next_attempt: row.take()?,
        attempts: row.take()?,
        changed: row.take()?,
        reason: row.take()?,
        answer: row.take()?,
    })
}
