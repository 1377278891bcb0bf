//! How long people take, without a trace of anybody. When a page is shown, its form carries the moment, signed; when it
//! comes back, the difference becomes one of a few bands, and a counter of that band grows. The counters wait in memory
//! until ten people have sent their answers or the day is over, so that none can be told to belong to one answer; what a
//! stopped program had not written is lost, and they are told as what they are: roughly.

use super::start_mark::signed;
use crate::{Failure, Instance};
use base::{AudienceId, Moment, QuestionnaireId};
use jiff::civil::Date;
use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};
use store::{TimeBand, Transaction};
use survey::Band;

/// Seconds for which one page is counted at most: who stays longer has gone away.
const LONGEST: i64 = 30 * 60;
/// So many people are written together.
const TOGETHER: u32 = 10;
/// Seconds are rounded to so many where they wait for the next page.
pub const STEP: u32 = 10;

/// When a form was shown, told to whoever sends it back.
#[derive(Debug, Clone, Copy)]
pub struct ShownMark;

impl ShownMark {
    /// What stands in the form at this address.
    pub fn write(secret: &[u8; 32], address: &str, now: Moment) -> String {
        let written = now.0.div_euclid(1_000_000).to_string();
        let signature = signed(secret, b"shown-mark", &[address, &written]);
        format!("{written}-{signature}")
    }

    /// The seconds since, where the mark is ours and of today's fieldwork; nobody is turned away without it.
    pub fn seconds(secret: &[u8; 32], address: &str, mark: &str, now: Moment) -> Option<u32> {
        let (written, signature) = mark.split_once('-')?;
        let shown: i64 = written.parse().ok()?;
        if shown.to_string() != written || signature != signed(secret, b"shown-mark", &[address, written]) {
            return None;
        }
        let seconds = now.0.div_euclid(1_000_000).checked_sub(shown)?;
        u32::try_from(seconds.min(LONGEST)).ok()
    }
}

/// What was counted and is not written yet.
#[derive(Debug, Default)]
pub struct TimeTally(Mutex<BTreeMap<AudienceId, Waiting>>);

#[derive(Debug)]
struct Waiting {
    since: Date,
    sent: u32,
    bands: BTreeMap<(QuestionnaireId, String, Band), u64>,
}

impl TimeTally {
    /// One more who went on from a page.
    pub fn note_page(&self, audience: AudienceId, id: QuestionnaireId, page: &str, band: Option<Band>, today: Date) {
        self.note(audience, id, page, band, today, 0);
    }

    /// One more who has sent all answers.
    pub fn note_sent(&self, audience: AudienceId, id: QuestionnaireId, band: Option<Band>, today: Date) {
        self.note(audience, id, "", band, today, 1);
    }

    fn note(&self, audience: AudienceId, id: QuestionnaireId, place: &str, band: Option<Band>, today: Date, sent: u32) {
        let Some(band) = band else { return };
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = || Waiting { since: today, sent: 0, bands: BTreeMap::new() };
        let waiting = all.entry(audience).or_insert_with(fresh);
        waiting.sent += sent;
        *waiting.bands.entry((id, place.to_owned(), band)).or_default() += 1;
    }

    /// Takes out what may be written now.
    fn due(&self, today: Date) -> Vec<(AudienceId, Vec<TimeBand>)> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_due = |waiting: &Waiting| waiting.sent >= TOGETHER || waiting.since < today;
        let due: Vec<AudienceId> = all.iter().filter(|(_, known)| is_due(known)).map(|(id, _)| *id).collect();
        due.into_iter()
            .filter_map(|id| Some((id, all.remove(&id)?)))
            .map(|(id, waiting)| {
                let band = |((questionnaire, place, band), people)| TimeBand { questionnaire, place, band, people };
                (id, waiting.bands.into_iter().map(band).collect())
            })
            .collect()
    }
}

/// Writes the counters that wait no longer; what is lost with a failing store is lost.
///
/// # Errors
/// Only faults of the store.
pub async fn keep_times(instance: &Instance, today: Date) -> Result<(), Failure> {
    let due = instance.times.due(today);
    if due.is_empty() {
        return Ok(());
    }
    let tenant = instance.tenant;
    let keep = move |tx: &mut Transaction| {
        due.iter().try_for_each(|(audience, bands)| tx.add_time_bands(tenant, *audience, bands))
    };
    Ok(instance.store.write(keep).await?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::Key;
    use jiff::civil::date;

    #[test]
    fn a_mark_tells_the_seconds_at_its_own_address() {
        let secret = [7; 32];
        let at = |seconds: i64| Moment(1_683_720_000_000_000 + seconds * 1_000_000);
        let mark = ShownMark::write(&secret, "primerovo/used", at(0));
        let check = |address: &str, mark: &str, seconds, expected| {
            let read = ShownMark::seconds(&secret, address, mark, at(seconds));
            assert_eq!(read, expected, "{address} {mark} {seconds}");
        };
        check("primerovo/used", &mark, 0, Some(0));
        check("primerovo/used", &mark, 17, Some(17));
        check("primerovo/used", &mark, 86_400, Some(1800));
        check("primerovo/used", &mark, -5, None);
        check("primerovo/other", &mark, 17, None);
        for wrong in ["", "-", "1683720000", "1683720000-0", &format!("0{mark}"), "-9223372036854775808-0"] {
            check("primerovo/used", wrong, 17, None);
        }
    }

    #[test]
    fn nobody_is_written_down_alone() {
        let (tally, audience, id) = (TimeTally::default(), AudienceId(Key([1; 16])), QuestionnaireId(Key([2; 16])));
        let (day, next) = (date(2023, 5, 10), date(2023, 5, 11));
        for _ in 0..9 {
            tally.note_page(audience, id, "used", Some(Band::Usual), day);
            tally.note_sent(audience, id, Some(Band::Usual), day);
        }
        tally.note_sent(audience, id, None, day);
        assert!(tally.due(day).is_empty(), "nine are not enough");
        tally.note_sent(audience, id, Some(Band::Hasty), day);
        let due = tally.due(day);
        let people: Vec<(&str, Band, u64)> =
            due[0].1.iter().map(|one| (one.place.as_str(), one.band, one.people)).collect();
        assert_eq!(people, [("", Band::Hasty, 1), ("", Band::Usual, 9), ("used", Band::Usual, 9)]);
        assert!(tally.due(next).is_empty(), "once");
        tally.note_page(audience, id, "used", Some(Band::Long), day);
        assert_eq!(tally.due(next).len(), 1, "a day that is over waits for nobody");
    }
}
