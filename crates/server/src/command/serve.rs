use super::{doctor::machine, location, public_address, settings, settings_file};
use crate::{
    chance::SystemChance,
    clock::Clock,
    exit::Exit,
    journal_key, logging,
    mailer::Transport,
    output::Output,
    running::{self, Serving, from_app},
};
use app::{Instance, Words, account};
use base::{Language, Text};
use clap::ArgMatches;
use std::sync::Arc;
use store::Creation;

pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let settings = settings(matches, words)?;
    logging::begin(&settings.log);
    let mail = settings.mail.clone().map(|mail| Transport::open(mail, words)).transpose()?;
    let clock = Clock::new(settings.today)?;
    let (location, file, looked_at) = (location(&settings, words)?, settings_file(matches), settings.clone());
    let creation = if matches.get_flag("create") { Creation::Create } else { Creation::Never };
    let tenants = running::open(&location, creation, clock.now(), words)?;
    let journal_key = journal_key::open(&settings, &mut SystemChance, words)?;
    if journal_key.is_none() {
        tracing::warn!("journal_key is not set: the heads of the journal are not signed");
    }
    let first = match tenants.first() {
        Some((_, instance)) => first_administrator(instance, &clock, words)?,
        None => None,
    };
    let address = public_address(&settings);
    let serving = Serving {
        tenants,
        settings: web::Settings {
            address: address.clone(),
            answers_per_minute: settings.answers_per_minute,
            second_factor_for: settings.second_factor_for,
            sends_letters: mail.is_some(),
            ..web::Settings::default()
        },
        listen: settings.listen,
        clock,
        journal_key,
        mail,
        tls: settings.tls,
        redirect: settings.tls_redirect,
        metrics: settings.metrics,
        certificates: settings.data.join("acme"),
        examiner: Arc::new(move |words| machine::look(&looked_at, &location, file.as_deref(), &words)),
    };
    running::serve(serving, words, output, |listening| {
        output.tell(&words.tell("serve-open", &[("address", address.clone().into())]));
        let link = first.as_ref().map(|token| format!("{address}/setup/{token}"));
        if let Some(link) = &link {
            output.tell(&words.tell("serve-first", &[("link", link.clone().into())]));
        }
        output.summary(&serde_json::json!({
            "address": address, "listen": listening.site.to_string(), "setup_link": link,
            "metrics": listening.metrics.map(|address| address.to_string()),
            "redirect": listening.redirect.map(|address| address.to_string()),
        }));
    })
}

/// An instance with nobody in it gets its administrator; the link is shown this once.
fn first_administrator(instance: &Instance, clock: &Clock, words: &Words) -> Result<Option<String>, Exit> {
    let (tenant, now) = (instance.tenant, clock.now());
    let operator = Text::new(
        Words::new(Language::Bulgarian).say("serve-operator"),
        Words::new(Language::English).say("serve-operator"),
    );
    instance
        .store
        .write_blocking(move |tx| account::found_administrator(tx, tenant, operator, now, &mut SystemChance))
        .map_err(|failure| from_app(failure, words))
}
