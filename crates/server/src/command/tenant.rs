use super::{location, public_address, settings, text};
use crate::{
    chance::SystemChance,
    clock::Clock,
    exit::Exit,
    output::Output,
    running::{from_app, open_store, sentences},
};
use app::{
    Words,
    tenants::{self, found_tenant},
};
use base::{Explain, TenantId, Text};
use clap::ArgMatches;
use store::{Creation, Tenant, TenantPlace};

pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    match matches.subcommand() {
        Some(("add", matches)) => add(matches, words, output),
        Some(("list", matches)) => list(matches, words, output),
        _ => Ok(()),
    }
}

/// Founds a tenant beside those that are there, and prints the link of its administrator.
fn add(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let settings = settings(matches, words)?;
    let place = match (text(matches, "path"), text(matches, "host")) {
        (Some(path), _) => tenants::place_below(&path),
        (None, host) => tenants::place_at(&host.unwrap_or_default()),
    };
    let place = place.map_err(|trouble| refused(words, &trouble))?;
    let name = Text::both(text(matches, "name").unwrap_or_default(), text(matches, "name-en"));
    let now = Clock::new(settings.today)?.now();
    let store = open_store(&location(&settings, words)?, Creation::Never, now, words)?;
    let new = Tenant { id: TenantId::new(&mut SystemChance), name: name.clone(), place: place.clone() };
    let token = store.write_blocking(move |tx| found_tenant(tx, new, now, &mut SystemChance));
    store.close();
    let token = token.map_err(|failure| from_app(failure, words))?;
    let address = tenants::address(&place, &public_address(&settings));
    let link = format!("{address}/setup/{token}");
    let values =
        [("name", name.bulgarian.clone().into()), ("address", address.clone().into()), ("link", link.clone().into())];
    output.tell(&words.tell("tenant-added", &values));
    output.summary(&serde_json::json!({"name": name.bulgarian, "address": address, "setup_link": link}));
    Ok(())
}

fn list(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let settings = settings(matches, words)?;
    let now = Clock::new(settings.today)?.now();
    let store = open_store(&location(&settings, words)?, Creation::Never, now, words)?;
    let known = store.read_blocking(|tx| tx.tenants()).map_err(|fault| Exit::Fault(fault.into()))?;
    store.close();
    let mut all = Vec::new();
    for tenant in known {
        let address = tenants::address(&tenant.place, &public_address(&settings));
        output.tell(&format!("{address}  {}", tenant.name.say(words.language())));
        all.push(serde_json::json!({"name": tenant.name.bulgarian, "address": address}));
    }
    output.summary(&serde_json::json!({ "tenants": all }));
    Ok(())
}

/// The one that a command means by `--tenant`: its path or its host; without one, the first.
pub fn chosen(matches: &ArgMatches, known: &[Tenant], words: &Words) -> Result<usize, Exit> {
    let Some(named) = text(matches, "tenant") else { return Ok(0) };
    let is_it = |tenant: &Tenant| match &tenant.place {
        TenantPlace::Root => named == "/",
        TenantPlace::Path(path) => *path == named,
        TenantPlace::Host(host) => *host == named,
    };
    known
        .iter()
        .position(is_it)
        .ok_or_else(|| Exit::Refused(vec![words.tell("tenant-unknown", &[("name", named.into())])]))
}

fn refused(words: &Words, trouble: &dyn Explain) -> Exit {
    Exit::Refused(sentences(words, trouble))
}
