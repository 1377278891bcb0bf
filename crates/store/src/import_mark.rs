//! What the answers of imported files say, as digests: whether a new file repeats them costs the new file, however many
//! answers there are.

use crate::{
    StoreFault, Transaction,
    value::{Value, values},
};
use base::{AudienceId, BatchId, Fields, TenantId};
use std::collections::BTreeSet;
use survey::{Answers, response_json};

/// What somebody answered, as sixteen bytes: the same for those who say the same word for word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct AnswerMark([u8; 16]);

impl AnswerMark {
    /// The first half of the digest of the [`Fields`] of `glas-answers-1` and the written answers.
    pub fn of(answers: &Answers) -> AnswerMark {
        let digest = Fields::of("glas-answers-1").text(&response_json::write(answers)).digest();
        let mut mark = [0; 16];
        mark.iter_mut().zip(digest.0).for_each(|(to, from)| *to = from);
        AnswerMark(mark)
    }

    fn value(self) -> Value {
        Value::Bytes(self.0.to_vec())
    }
}

/// Marks added or asked for by one statement; the last stands again to fill it, so that there is one text.
const AT_ONCE: usize = 32;

impl Transaction {
    /// Adds the marks of a file in their own order, which is not that of its rows.
    pub fn add_import_marks(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        batch: BatchId,
        marks: &BTreeSet<AnswerMark>,
    ) -> Result<(), StoreFault> {
        let rows: Vec<String> = (0..AT_ONCE).map(|row| format!("($1, $2, ${}, $3)", row + 4)).collect();
        let sql = format!(
            "insert into import_mark (tenant, audience, mark, batch) values {} on conflict do nothing",
            rows.join(", ")
        );
        let marks: Vec<AnswerMark> = marks.iter().copied().collect();
        for some in marks.chunks(AT_ONCE) {
            self.execute(&sql, &filled(values![tenant, audience, batch], some))?;
        }
        Ok(())
    }

    /// Which of the marks an imported file has left.
    pub fn known_marks(
        &mut self,
        tenant: TenantId,
        audience: AudienceId,
        marks: &BTreeSet<AnswerMark>,
    ) -> Result<BTreeSet<AnswerMark>, StoreFault> {
        let places: Vec<String> = (0..AT_ONCE).map(|place| format!("${}", place + 3)).collect();
        let sql = format!(
            "select distinct mark from import_mark where tenant = $1 and audience = $2 and mark in ({})",
            places.join(", ")
        );
        let marks: Vec<AnswerMark> = marks.iter().copied().collect();
        let mut known = BTreeSet::new();
        for some in marks.chunks(AT_ONCE) {
            for mut row in self.rows(&sql, &filled(values![tenant, audience], some))? {
                let mark: Vec<u8> = row.take()?;
                known.insert(AnswerMark(mark.try_into().map_err(|_| StoreFault::Unreadable("a mark"))?));
            }
        }
        Ok(known)
    }

    /// Whether the file left marks: those of before did not.
    pub fn has_marks(&mut self, tenant: TenantId, batch: BatchId) -> Result<bool, StoreFault> {
        let sql = "select 1 from import_mark where tenant = $1 and batch = $2 limit 1";
        Ok(self.one(sql, &values![tenant, batch])?.is_some())
    }
}

fn filled<const N: usize>(first: [Value; N], marks: &[AnswerMark]) -> Vec<Value> {
    let marks = marks.iter().chain(marks.last().into_iter().cycle()).take(AT_ONCE);
    first.into_iter().chain(marks.map(|mark| mark.value())).collect()
}
