//! How an act of the journal is told in words, at the desk and to everybody.

use app::{Words, journal::Group};
use base::Party;
use store::Entry;

/// What was done: „Публикувана версия на публикация“.
pub fn kind(words: Words, entry: &Entry) -> String {
    let key = format!("desk-act-{}", entry.kind.replace('.', "-"));
    words.find(&key, &[]).unwrap_or_else(|| entry.kind.clone())
}

/// What a file, a slug or a code says about itself; ids would say nothing to a reader.
pub fn facts(words: Words, entry: &Entry) -> String {
    let told = entry.facts.iter().filter(|(name, _)| name != "questionnaire").map(|(code, value)| {
        let name = words.find(&format!("desk-fact-{code}"), &[]).unwrap_or_else(|| code.clone());
        let value = words.find(&format!("desk-fact-{code}-{value}"), &[]).unwrap_or_else(|| value.clone());
        format!("{name}: {value}")
    });
    told.collect::<Vec<_>>().join(" · ")
}

/// Role and organisation, never the person; of the parties only those are named that are given.
pub fn by(words: Words, entry: &Entry, parties: &[Party]) -> String {
    let Some(role) = &entry.role else {
        let own = Group::of(&entry.kind) == Group::SignIns;
        return words.say(if own { "journal-by-themselves" } else { "desk-act-by-itself" });
    };
    // The code itself for a role that there is no more.
    let role = words.find(&format!("desk-role-{role}"), &[]).unwrap_or_else(|| role.clone());
    let party = parties.iter().find(|party| Some(party.id) == entry.party);
    let party = party.map(|party| party.name.say(words.language()).to_owned());
    std::iter::once(role).chain(party).collect::<Vec<_>>().join(" · ")
}
