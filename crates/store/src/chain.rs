//! How the entries of a journal hang together, so that anybody can check it who has them.
//!
//! The digest of an entry is SHA-256 over [`Fields`], in this order:
//!
//! 1. the text `glas-journal-1`
//! 2. the tenant's key, 16 bytes
//! 3. the number: 1, 2, 3 … without gaps
//! 4. the digest of the entry before, 32 bytes; zeros for the first
//! 5. the moment, in microseconds since 1970-01-01T00:00:00Z
//! 6. the party's key, or missing
//! 7. the code of the role, or missing
//! 8. the code of the kind
//! 9. the digest of who, or missing where the program did it by itself
//! 10. the digest of what
//!
//! The digest of who is over `glas-journal-1-who`, tenant, number and the person's key. The digest of what is over
//! `glas-journal-1-what`, tenant, number, the code of the noun, the subject's key, the number of facts, name and value of
//! each fact, and the digests of the thing before and after, or missing.
//!
//! These two stand apart so that the chain can be checked by those who may not know them: a journal for the public tells
//! the digest in the place of the person, and of a thing that is not public. Both keys are 128 random bits, so nobody finds
//! out by guessing what is behind; and because of the number, who did two things cannot be seen from them.

use crate::journal::Entry;
use base::{Digest, Fields, TenantId};

const FORM: &str = "glas-journal-1";
const WHO: &str = "glas-journal-1-who";
const WHAT: &str = "glas-journal-1-what";

impl Entry {
    /// The digest that the entry must have, from everything else in it.
    pub fn reckoned_digest(&self, tenant: TenantId) -> Digest {
        let party = self.party.map(|party| party.0.0);
        let who = self.who(tenant);
        Fields::of(FORM)
            .bytes(&tenant.0.0)
            .number(self.number)
            .bytes(&self.previous.0)
            .number(self.at.0)
            .optional(party.as_ref().map(<[u8; 16]>::as_slice))
            .optional(self.role.as_deref().map(str::as_bytes))
            .text(&self.kind)
            .optional(who.as_ref().map(|digest| digest.0.as_slice()))
            .bytes(&self.what(tenant).0)
            .digest()
    }

    /// In the place of the person.
    pub fn who(&self, tenant: TenantId) -> Option<Digest> {
        let person = self.person?;
        Some(Fields::of(WHO).bytes(&tenant.0.0).number(self.number).bytes(&person.0.0).digest())
    }

    /// In the place of the subject, the facts and the digests.
    pub fn what(&self, tenant: TenantId) -> Digest {
        let subject = Fields::of(WHAT)
            .bytes(&tenant.0.0)
            .number(self.number)
            .text(&self.noun)
            .bytes(&self.subject.0)
            .count(self.facts.len());
        let facts = self.facts.iter().fold(subject, |fields, (name, value)| fields.text(name).text(value));
        let (before, after) = (self.digests.before, self.digests.after);
        facts
            .optional(before.as_ref().map(|digest| digest.0.as_slice()))
            .optional(after.as_ref().map(|digest| digest.0.as_slice()))
            .digest()
    }

    /// The entry in its place behind `previous`.
    pub(crate) fn chained(mut self, tenant: TenantId, number: i64, previous: Digest) -> Entry {
        (self.number, self.previous) = (number, previous);
        self.digest = self.reckoned_digest(tenant);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Digests, Key, Moment, PartyId, PersonId};
    use proptest::prelude::*;

    fn tenant() -> TenantId {
        TenantId(Key([1; 16]))
    }

    fn entry() -> Entry {
        Entry {
            number: 7,
            previous: Digest([2; 32]),
            at: Moment(1_690_448_400_000_000),
            person: Some(PersonId(Key([3; 16]))),
            party: Some(PartyId(Key([4; 16]))),
            role: Some("researcher".to_owned()),
            kind: "publication.published".to_owned(),
            noun: "publication".to_owned(),
            subject: Key([5; 16]),
            facts: vec![("slug".to_owned(), "доклад".to_owned())],
            digests: Digests::first(Digest([6; 32])),
            digest: Digest::ZERO,
        }
    }

    /// The form never changes: computed once from the description above by another program.
    #[test]
    fn the_form_is_the_one_that_is_described() {
        assert_eq!(
            entry().reckoned_digest(tenant()).to_string(),
            "c0b460b1a3661588d04c6aeacea014b698ca21b5d09177d7863d2acfb2dc1684"
        );
    }

    #[test]
    fn nobody_is_seen_to_act_twice() {
        let (one, other) = (entry(), Entry { number: 8, ..entry() });
        assert_ne!(one.who(tenant()), other.who(tenant()));
        assert_eq!(Entry { person: None, ..entry() }.who(tenant()), None);
    }

    fn any_entry() -> impl Strategy<Value = Entry> {
        let keys = (prop::option::of(any::<[u8; 16]>()), prop::option::of(any::<[u8; 16]>()), any::<[u8; 16]>());
        let texts = (prop::option::of("[a-z]{0,3}"), "[a-z.]{0,3}", "[a-z]{0,3}");
        let facts = prop::collection::vec(("[a-z]{0,2}", "[a-zа-я ]{0,3}"), 0..3);
        let digests = (prop::option::of(any::<[u8; 32]>()), prop::option::of(any::<[u8; 32]>()));
        (1_i64..4, any::<[u8; 32]>(), any::<i64>(), keys, texts, facts, digests).prop_map(
            |(number, previous, at, (person, party, subject), (role, kind, noun), facts, (before, after))| Entry {
                number,
                previous: Digest(previous),
                at: Moment(at),
                person: person.map(|key| PersonId(Key(key))),
                party: party.map(|key| PartyId(Key(key))),
                role,
                kind,
                noun,
                subject: Key(subject),
                facts,
                digests: Digests { before: before.map(Digest), after: after.map(Digest) },
                digest: Digest::ZERO,
            },
        )
    }

    /// One that differs from `entry` in the field of this place, and in no other.
    fn with_one_field_of(entry: &Entry, place: usize, other: Entry) -> Entry {
        let mut next = entry.clone();
        match place {
            0 => next.number = other.number,
            1 => next.previous = other.previous,
            2 => next.at = other.at,
            3 => next.person = other.person,
            4 => next.party = other.party,
            5 => next.role = other.role,
            6 => next.kind = other.kind,
            7 => next.noun = other.noun,
            8 => next.subject = other.subject,
            9 => next.facts = other.facts,
            10 => next.digests.before = other.digests.before,
            _ => next.digests.after = other.digests.after,
        }
        next
    }

    proptest! {
        #[test]
        fn no_field_is_changed_unseen(entry in any_entry(), other in any_entry(), place in 0_usize..12) {
            let changed = with_one_field_of(&entry, place, other);
            let same = changed.reckoned_digest(tenant()) == entry.reckoned_digest(tenant());
            prop_assert_eq!(same, changed == entry);
        }
    }
}
