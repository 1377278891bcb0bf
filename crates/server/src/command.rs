//! What each command of the program does.

mod answers;
mod demo;
mod export;
mod from_files;
pub mod doctor;
mod serve;
mod load;
mod mail;
mod questionnaire;
mod report;
mod backup;
mod restore;
mod settings;
mod verify;
mod setup_link;
mod tenant;
mod upgrade;
mod openid;

use crate::{
    clock::Clock,
    command_line::Invocation,
    exit::Exit,
    output::Output,
    running::{self, sentences, unreadable},
    settings::Settings,
};
use app::{Instance, Words, tenants};
use clap::ArgMatches;
use std::{collections::BTreeMap, path::PathBuf};
use store::{Creation, Location, Tenant};

/// Runs the command that was asked for.
pub fn run(invocation: &Invocation) -> Result<(), Exit> {
    let words = &invocation.words;
    let Some((name, matches)) = invocation.matches.subcommand() else { return Ok(()) };
    let innermost = matches.subcommand().map_or(matches, |(_, inner)| inner);
    let output = Output { json: innermost.get_flag("json"), quiet: false };
    match name {
        "demo" => demo::run(matches, words, output),
        "serve" => serve::run(matches, words, output),
        "load" => load::run(matches, words, output),
        "mail" => mail::run(matches, words, output),
        "report" => report::run(matches, words, output),
        "export" => export::run(matches, words, output),
        "questionnaire" => questionnaire::run(matches, words, output),
        "answers" => answers::run(matches, words, output),
        "backup" => backup::run(matches, words, output),
        "restore" => restore::run(matches, words, output),
        "upgrade" => upgrade::run(matches, words, output),
        "verify" => verify::run(matches, words, output),
        "setup-link" => setup_link::run(matches, words, output),
        "tenant" => tenant::run(matches, words, output),
        "openid" => openid::run(matches, words, output),
        "doctor" => doctor::run(matches, words, output),
        "settings" => settings::run(words, output),
        _ => Ok(()),
    }
}

/// An argument as text, where it was given.
fn text(matches: &ArgMatches, name: &str) -> Option<String> {
    matches.get_one::<String>(name).cloned()
}

/// The settings of the file, the environment and this command line.
fn settings(matches: &ArgMatches, words: &Words) -> Result<Settings, Exit> {
    let file = match settings_file(matches) {
        Some(path) => {
            let text = std::fs::read_to_string(&path).map_err(|error| unreadable(&path, &error, words))?;
            Some((path, text))
        }
        None => None,
    };
    let mut over = BTreeMap::new();
    for name in ["data", "listen"] {
        if let Ok(Some(value)) = matches.try_get_one::<String>(name) {
            over.insert(name, value.clone());
        }
    }
    Settings::gather(file, |name| std::env::var(name).ok(), &over)
        .map_err(|problem| Exit::Usage(problem.explain(words)))
}

/// The file that was named, or the one that lies here.
fn settings_file(matches: &ArgMatches) -> Option<PathBuf> {
    let named = text(matches, "config").map(PathBuf::from);
    named.or_else(|| Some(PathBuf::from("glas.toml")).filter(|path| path.is_file()))
}

/// Where the public reaches the site.
fn public_address(settings: &Settings) -> String {
    settings.address.clone().unwrap_or_else(|| format!("http://{}", settings.listen))
}

/// The tenant that the command is for, opened, and where its site is.
fn opened(matches: &ArgMatches, settings: &Settings, clock: &Clock, words: &Words) -> Result<(Instance, String), Exit> {
    let mut all = running::open(&location(settings, words)?, Creation::Never, clock.now(), words)?;
    let known: Vec<Tenant> = all.iter().map(|(tenant, _)| tenant.clone()).collect();
    let (tenant, instance) = all.swap_remove(tenant::chosen(matches, &known, words)?);
    Ok((instance, tenants::address(&tenant.place, &public_address(settings))))
}

/// Where the state lives under these settings.
fn location(settings: &Settings, words: &Words) -> Result<Location, Exit> {
    match &settings.database {
        Some(address) => address.parse().map_err(|refusal| Exit::Usage(sentences(words, &refusal).join(" "))),
        None => Ok(Location::Folder(settings.data.clone())),
    }
}
