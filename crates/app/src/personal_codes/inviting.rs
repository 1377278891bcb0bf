use super::{
    PersonalCode, Trouble,
    making::{new_code, not_over, note},
};
use crate::{
    Failure, Instance,
    mail::{Address, Letter, Posting, enqueue},
};
use base::{Actor, Chance, Language, Moment};
use jiff::{Span, civil::Date};
use std::collections::BTreeSet;
use store::Transaction;
use survey::{Audience, Study};

/// One list of addresses; further ones are sent by asking again.
const MOST_ADDRESSES: u32 = 2000;
/// Nobody is reminded oftener.
pub const MOST_REMINDERS: u32 = 2;
/// Nor sooner after the invitation or the last reminder.
const DAYS_BETWEEN: i64 = 3;
/// As many unused codes as are looked at for one round of reminders.
const MOST_AT_ONCE: u32 = 5000;

/// A list of e-mail addresses as somebody pasted it: one on each line, or with commas between.
#[derive(Debug, Clone, Default)]
pub struct TypedInvitees(pub String);

impl TypedInvitees {
    /// The addresses, each once.
    ///
    /// # Errors
    /// [`Trouble::NobodyNamed`], [`Trouble::TooManyAddresses`], [`Trouble::AddressesUnreadable`] with the numbers of the
    /// lines: nothing of a list with an error is taken.
    pub fn read(&self) -> Result<Vec<Address>, Failure> {
        let mut known = BTreeSet::new();
        let (mut addresses, mut wrong) = (Vec::new(), Vec::new());
        for (number, line) in (1_usize..).zip(self.0.lines()) {
            for text in line.split([',', ';']).map(str::trim).filter(|text| !text.is_empty()) {
                match Address::parse(text) {
                    Some(address) if known.insert(address.as_str().to_lowercase()) => addresses.push(address),
                    Some(_) => {}
                    None => wrong.push(number),
                }
            }
        }
        wrong.dedup();
        if !wrong.is_empty() {
            let lines = wrong.iter().take(20).map(usize::to_string).collect::<Vec<_>>().join(", ");
            return Err(Trouble::AddressesUnreadable { lines }.into());
        }
        if addresses.is_empty() {
            return Err(Trouble::NobodyNamed.into());
        }
        if addresses.len() > usize::try_from(MOST_ADDRESSES).unwrap_or(usize::MAX) {
            return Err(Trouble::TooManyAddresses { most: MOST_ADDRESSES }.into());
        }
        Ok(addresses)
    }
}

/// What came of a list of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Invited {
    pub invited: u64,
    /// Had a code for this audience before.
    pub known: u64,
}

/// Writes to each address once, with a code of its own.
///
/// # Errors
/// [`Trouble::OverAlready`], [`Trouble::ProjectUnopened`].
pub fn invite(
    instance: &Instance,
    tx: &mut Transaction,
    by: Actor,
    (study, audience): (&Study, &Audience),
    addresses: Vec<Address>,
    (now, today): (Moment, Date),
    chance: &mut dyn Chance,
) -> Result<Invited, Failure> {
    not_over(study, today)?;
    is_open(tx, by, study)?;
    let mut counted = Invited { invited: 0, known: 0 };
    for to in addresses {
        let recipient = to.as_str().to_lowercase();
        let code = new_code(audience.id, Some(recipient), Language::Bulgarian, today, chance);
        let written = PersonalCode::of(&instance.secret, code.id);
        if !tx.add_personal_code(instance.tenant, &code, written.bytes())? {
            counted.known += 1;
            continue;
        }
        let letter = Letter::StudyInvitation { code: code.id };
        let once = format!("{} {}", letter.code(), code.id);
        let posting = Posting { letter, to, language: code.language, once };
        enqueue(tx, instance.tenant, posting, now, chance)?;
        counted.invited += 1;
    }
    if counted.invited > 0 {
        note(tx, by, audience.id, "personal-codes.sent", counted.invited, now)?;
    }
    Ok(counted)
}

/// A letter must not lead to where nothing can be seen yet.
fn is_open(tx: &mut Transaction, by: Actor, study: &Study) -> Result<(), Failure> {
    match tx.unopened_since(by.tenant, study.project)? {
        Some(_) => Err(Trouble::ProjectUnopened.into()),
        None => Ok(()),
    }
}

/// Writes once more to those who have not answered: whether somebody has is all that is looked at.
///
/// # Errors
/// [`Trouble::OverAlready`], [`Trouble::ProjectUnopened`], [`Trouble::NobodyToRemind`].
pub fn remind(
    instance: &Instance,
    tx: &mut Transaction,
    by: Actor,
    (study, audience): (&Study, &Audience),
    (now, today): (Moment, Date),
    chance: &mut dyn Chance,
) -> Result<u64, Failure> {
    not_over(study, today)?;
    is_open(tx, by, study)?;
    let mut reminded = 0_u64;
    for code in tx.unused_personal_codes(instance.tenant, audience.id, true, MOST_AT_ONCE)? {
        let last = code.reminded.unwrap_or(code.made);
        let is_rested = last.checked_add(Span::new().days(DAYS_BETWEEN)).is_ok_and(|from| from <= today);
        let Some(to) = code.recipient.as_deref().and_then(Address::parse) else { continue };
        if !is_rested || code.reminders >= MOST_REMINDERS {
            continue;
        }
        if !tx.record_personal_code_reminded(instance.tenant, code.id, today)? {
            continue;
        }
        let letter = Letter::StudyReminder { code: code.id };
        let once = format!("{} {} {}", letter.code(), code.id, code.reminders);
        let posting = Posting { letter, to, language: code.language, once };
        enqueue(tx, instance.tenant, posting, now, chance)?;
        reminded += 1;
    }
    if reminded == 0 {
        return Err(Trouble::NobodyToRemind.into());
    }
    note(tx, by, audience.id, "personal-codes.reminded", reminded, now)?;
    Ok(reminded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_whole_or_not_at_all() {
        let read = |text: &str| TypedInvitees(text.to_owned()).read();
        let addresses = read("a@example.org\n b@example.org, A@EXAMPLE.org;\n\n").unwrap();
        assert_eq!(addresses.iter().map(Address::as_str).collect::<Vec<_>>(), ["a@example.org", "b@example.org"]);
        let refused = |text: &str, code: &str, said: &str| match read(text) {
            Err(Failure::Refused(refusals)) => {
                let refusal = base::Explain::code(&refusals[0]).to_owned();
                assert_eq!(refusal, code, "{text}");
                assert!(format!("{refusals:?}").contains(said), "{refusals:?}");
            }
            Err(failure) => panic!("{failure:?}"),
            Ok(addresses) => panic!("{addresses:?}"),
        };
        refused("", "codes-nobody-named", "");
        refused("a@example.org\nнякой\nb@example.org\nдруг, трети", "codes-addresses-unreadable", "2, 4");
        let many: String = (0..2001).map(|number| format!("a{number}@example.org\n")).collect();
        refused(&many, "codes-too-many-addresses", "2000");
    }
}
