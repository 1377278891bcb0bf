//! `glas upgrade`: tries the new schema on a copy, then does it, and takes it back.

mod copies;

use super::{location, settings, text};
use crate::{
    clock::Clock,
    exit::Exit,
    output::Output,
    running::{self, from_app, from_store, sentences},
};
use app::{
    Words,
    journal::{Upkeep, Whole, Witness, verify, verify_newest},
};
use base::Moment;
use clap::ArgMatches;
use copies::{Copies, write_copy};
use std::{
    fs::{self, File},
    io::BufReader,
    path::Path,
};
use store::{CopyPlace, Creation, Failure, Location, Overhaul, Store, Transaction, Upgraded, newest_schema};

pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let settings = settings(matches, words)?;
    let location = location(&settings, words)?;
    let now = Clock::new(settings.today)?.now();
    let work = Work { location, now, words, output };
    let named = text(matches, "copy");
    if matches.get_flag("rollback") {
        return work.roll_back(named.as_deref().map(Path::new));
    }
    let schema = store::schema_at(&work.location).map_err(|failure| from_store(failure, words))?;
    if schema == newest_schema() {
        output.tell(&words.tell("upgrade-nothing", &[("schema", i64::from(schema).into())]));
        output.summary(&serde_json::json!({ "from": schema, "to": schema, "applied": false }));
        return Ok(());
    }
    if matches.get_flag("apply") { work.apply(named.as_deref().map(Path::new)) } else { work.rehearse_only() }
}

struct Work<'a> {
    location: Location,
    now: Moment,
    words: &'a Words,
    output: Output,
}

impl Work<'_> {
    fn rehearse_only(&self) -> Result<(), Exit> {
        let copies = Copies::of(&self.location, None, self.words)?;
        self.step("copy");
        let copy = copies.temporary()?;
        let made = write_copy(&self.location, &copy, self.now, self.words);
        let rehearsed = made.and_then(|()| self.rehearse(&copy));
        let _ = fs::remove_file(&copy);
        let (upgraded, whole) = rehearsed?;
        self.tell(&upgraded, &whole);
        self.output.tell(&self.words.say("upgrade-rehearsed"));
        self.summary(&upgraded, &whole, None);
        Ok(())
    }

    /// The copy that is rehearsed on is the one that is kept: when it comes to it, it was restored already.
    fn apply(&self, named: Option<&Path>) -> Result<(), Exit> {
        let copies = Copies::of(&self.location, named, self.words)?;
        copies.is_named()?;
        let mut overhaul = Overhaul::begin(&self.location).map_err(|failure| self.refused(failure))?;
        let schema = overhaul.schema().map_err(|failure| self.refused(failure))?;
        self.step("copy");
        let unfinished = copies.temporary()?;
        let made = write_copy(&self.location, &unfinished, self.now, self.words);
        let rehearsed = made.and_then(|()| self.rehearse(&unfinished));
        if rehearsed.is_err() {
            let _ = fs::remove_file(&unfinished);
        }
        rehearsed?;
        let kept = copies.keep(&unfinished, "before-upgrade", schema, self.now)?;
        self.step("migrate");
        let upgraded = overhaul.upgrade(self.now, check).map_err(|failure| self.refused(failure))?;
        self.step("check");
        let whole = match self.look_through(&self.location) {
            Ok(whole) => whole,
            Err(exit) => {
                self.step("put-back");
                let file = BufReader::new(File::open(&kept).map_err(anyhow::Error::from)?);
                overhaul.put_back(file, self.now).map_err(|failure| self.refused(failure))?;
                return Err(exit);
            }
        };
        drop(overhaul);
        self.note()?;
        self.tell(&upgraded, &whole);
        let shown = kept.display().to_string();
        self.output.tell(&self.words.tell("upgrade-done", &[("path", shown.clone().into())]));
        self.summary(&upgraded, &whole, Some(&shown));
        Ok(())
    }

    /// What is there now is kept too: whoever rolls back in error can go forward again.
    fn roll_back(&self, named: Option<&Path>) -> Result<(), Exit> {
        let copies = Copies::of(&self.location, named, self.words)?;
        let from = copies.newest()?;
        let mut overhaul = Overhaul::begin(&self.location).map_err(|failure| self.refused(failure))?;
        let schema = overhaul.schema().map_err(|failure| self.refused(failure))?;
        self.step("copy");
        let unfinished = copies.temporary()?;
        write_copy(&self.location, &unfinished, self.now, self.words)?;
        let kept = copies.keep(&unfinished, "before-rollback", schema, self.now)?;
        self.step("put-back");
        let file = File::open(&from).map_err(|error| running::unreadable(&from, &error, self.words))?;
        overhaul.put_back(BufReader::new(file), self.now).map_err(|failure| self.refused(failure))?;
        let to = overhaul.schema().map_err(|failure| self.refused(failure))?;
        let (shown, kept) = (from.display().to_string(), kept.display().to_string());
        let values = [("path", shown.clone().into()), ("kept", kept.clone().into()), ("schema", i64::from(to).into())];
        self.output.tell(&self.words.tell("upgrade-rolled-back", &values));
        self.output.summary(&serde_json::json!({ "from": schema, "to": to, "copy": shown, "kept": kept }));
        Ok(())
    }

    fn rehearse(&self, copy: &Path) -> Result<(Upgraded, Whole), Exit> {
        self.step("restore");
        let place = CopyPlace::beside(&self.location).map_err(|failure| self.refused(failure))?;
        let file = BufReader::new(File::open(copy).map_err(anyhow::Error::from)?);
        store::restore_as_it_was(file, &place.location, self.now).map_err(|failure| self.refused(failure))?;
        self.step("rehearse");
        let upgraded = Overhaul::begin(&place.location)
            .and_then(|mut overhaul| overhaul.upgrade(self.now, check))
            .map_err(|failure| self.refused(failure))?;
        let whole = self.look_through(&place.location)?;
        Ok((upgraded, whole))
    }

    fn look_through(&self, location: &Location) -> Result<Whole, Exit> {
        look_through(location, self.words)
    }

    fn note(&self) -> Result<(), Exit> {
        let store = running::open_store(&self.location, Creation::Never, self.now, self.words)?;
        running::tell_upkeep(&store, Upkeep::Upgraded, self.now, self.words)?;
        store.close();
        Ok(())
    }

    /// Each step is told before it begins, on standard error: the output is for what came of it.
    fn step(&self, step: &str) {
        if !self.output.quiet {
            self.output.complain(&self.words.say(&format!("upgrade-step-{step}")));
        }
    }

    fn refused(&self, failure: Failure) -> Exit {
        from_store(failure, self.words)
    }

    fn tell(&self, upgraded: &Upgraded, whole: &Whole) {
        let number = |many: u64| i64::try_from(many).unwrap_or(i64::MAX).into();
        let values = [("from", i64::from(upgraded.from).into()), ("to", i64::from(upgraded.to).into())];
        self.output.tell(&self.words.tell("upgrade-schema", &values));
        for (table, before, after) in changed(upgraded) {
            let values = [("table", table.as_str().into()), ("before", number(before)), ("after", number(after))];
            let code = if upgraded.before.contains_key(&table) { "upgrade-rows" } else { "upgrade-new-table" };
            self.output.tell(&self.words.tell(code, &values));
        }
        let rows = number(upgraded.after.values().sum());
        self.output.tell(&self.words.tell(
            "upgrade-whole",
            &[
                ("rows", rows),
                ("entries", whole.entries.into()),
                ("files", number(whole.files.try_into().unwrap_or(0))),
            ],
        ));
    }

    fn summary(&self, upgraded: &Upgraded, whole: &Whole, kept: Option<&str>) {
        let tables: Vec<_> = changed(upgraded)
            .into_iter()
            .map(|(table, before, after)| serde_json::json!({ "table": table, "before": before, "after": after }))
            .collect();
        self.output.summary(&serde_json::json!({
            "from": upgraded.from, "to": upgraded.to, "applied": kept.is_some(), "copy": kept, "changed": tables,
            "rows": upgraded.after.values().sum::<u64>(), "entries": whole.entries, "files": whole.files,
        }));
    }
}

/// Tables that hold another number of rows afterwards, or are new.
fn changed(upgraded: &Upgraded) -> Vec<(String, u64, u64)> {
    let rows = |table: &String| upgraded.before.get(table).copied();
    let of_one = |(table, after): (&String, &u64)| {
        let before = rows(table);
        (before != Some(*after)).then(|| (table.clone(), before.unwrap_or_default(), *after))
    };
    upgraded.after.iter().filter_map(of_one).collect()
}

/// What can be looked at before the new state is kept.
fn check(tx: &mut Transaction) -> Result<(), Failure> {
    for tenant in tx.tenants()? {
        if let Err(broken) = verify_newest(tx, tenant.id)? {
            return Err(anyhow::anyhow!("the journal does not hang together: {broken:?}").into());
        }
    }
    Ok(())
}

/// The file of the database, the chain of each journal, the public words and every file.
pub fn look_through(location: &Location, words: &Words) -> Result<Whole, Exit> {
    let store = Store::open_to_look(location).map_err(|failure| from_store(failure, words))?;
    let damaged = store.check_blocking();
    let found = verify(&store, &Witness::default());
    store.close();
    let damaged = damaged.map_err(|fault| from_app(fault.into(), words))?;
    if !damaged.is_empty() {
        return Err(Exit::Found(damaged));
    }
    found.map_err(|fault| from_app(fault.into(), words))?.map_err(|broken| Exit::Found(sentences(words, &broken)))
}
