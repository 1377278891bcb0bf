use super::{location, settings, tenant, text};
use crate::{
    clock::Clock,
    exit::Exit,
    openid::{self, Kept},
    output::Output,
    running::{from_app, open_store},
};
use app::Words;
use base::{Moment, TenantId};
use clap::ArgMatches;
use store::{Creation, Store, StoreFault, Transaction};

pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    match matches.subcommand() {
        Some(("set", matches)) => set(matches, words, output),
        Some(("show", matches)) => show(matches, words, output),
        Some(("remove", matches)) => remove(matches, words, output),
        _ => Ok(()),
    }
}

fn set(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let issuer = text(matches, "issuer").unwrap_or_default();
    let is_safe = issuer.starts_with("https://")
        || ["127.0.0.1", "localhost"].iter().any(|host| {
            issuer.strip_prefix("http://").is_some_and(|rest| rest.split([':', '/']).next() == Some(*host))
        });
    if !is_safe {
        return Err(Exit::Usage(words.tell("openid-issuer-unsafe", &[("issuer", issuer.into())])));
    }
    let named = text(matches, "party").unwrap_or_default();
    let (client, file) = (text(matches, "client-id").unwrap_or_default(), text(matches, "secret-file"));
    let variable = text(matches, "secret-variable");
    let (store, tenant, now) = chosen(matches, words)?;
    let wanted = named.clone();
    let kept = store.write_blocking(move |tx| -> Result<_, app::Failure> {
        let parties = tx.parties(tenant)?;
        let is_it = |party: &&base::Party| party.name.bulgarian == wanted || party.id.to_string() == wanted;
        let Some(party) = parties.iter().find(is_it) else { return Ok(None) };
        let kept = Kept { issuer, client, party: party.id.to_string(), secret_file: file, secret_variable: variable };
        openid::keep(tx, tenant, &kept, now)?;
        Ok(Some(kept))
    });
    store.close();
    let Some(kept) = kept.map_err(|failure| from_app(failure, words))? else {
        return Err(Exit::Refused(vec![words.tell("openid-party-unknown", &[("name", named.into())])]));
    };
    output.tell(&words.tell("openid-set", &[("issuer", kept.issuer.clone().into())]));
    output.summary(&serde_json::json!({ "openid": kept }));
    Ok(())
}

fn show(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let (store, tenant, _) = chosen(matches, words)?;
    let kept = fallible(store.read_blocking(move |tx| openid::kept(tx, tenant)));
    store.close();
    let kept = kept?;
    match &kept {
        Some(kept) => {
            let values = [("issuer", kept.issuer.clone().into()), ("client", kept.client.clone().into())];
            output.tell(&words.tell("openid-is", &values));
        }
        None => output.tell(&words.say("openid-is-not")),
    }
    output.summary(&serde_json::json!({ "openid": kept }));
    Ok(())
}

fn remove(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let (store, tenant, now) = chosen(matches, words)?;
    let removed = store.write_blocking(move |tx| openid::forget(tx, tenant, now));
    store.close();
    removed.map_err(|failure| from_app(failure, words))?;
    output.tell(&words.say("openid-removed"));
    output.summary(&serde_json::json!({ "openid": null }));
    Ok(())
}

fn chosen(matches: &ArgMatches, words: &Words) -> Result<(Store, TenantId, Moment), Exit> {
    let settings = settings(matches, words)?;
    let now = Clock::new(settings.today)?.now();
    let store = open_store(&location(&settings, words)?, Creation::Never, now, words)?;
    let known = fallible(store.read_blocking(Transaction::tenants))?;
    let place = tenant::chosen(matches, &known, words)?;
    let tenant = known.get(place).map(|tenant| tenant.id);
    let tenant = tenant.ok_or_else(|| anyhow::anyhow!("there is no tenant"))?;
    Ok((store, tenant, now))
}

fn fallible<T>(result: Result<T, StoreFault>) -> Result<T, Exit> {
    result.map_err(|fault| Exit::Fault(fault.into()))
}
