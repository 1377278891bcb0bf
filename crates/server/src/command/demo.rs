use super::text;
use crate::{
    chance::SystemChance,
    clock::Clock,
    demonstration,
    exit::Exit,
    journal_key, logging,
    output::Output,
    running::{self, Serving},
    settings::TlsSettings,
};
use app::Words;
use clap::ArgMatches;
use jiff::civil::Date;
use std::{net::SocketAddr, path::PathBuf, sync::Arc};
use store::{Creation, Location};

pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    logging::begin("warn");
    let folder = PathBuf::from(text(matches, "data").unwrap_or_default());
    let port = matches.get_one::<u16>("port").copied().unwrap_or(8080);
    let today = day(matches, words)?;
    let clock = Clock::new(Some(today))?;
    let tenants = running::open(&Location::Folder(folder.clone()), Creation::Create, clock.now(), words)?;
    let Some((_, instance)) = tenants.first().cloned() else { return Ok(()) };
    let tenant = instance.tenant;
    let is_new = instance
        .store
        .read_blocking(move |tx| tx.projects(tenant).map(|projects| projects.is_empty()))
        .map_err(|fault: store::StoreFault| Exit::Fault(fault.into()))?;
    let loaded = match is_new {
        true => Some(demonstration::load(&instance, &clock, words, output)?),
        false => None,
    };
    let journal_key = Some(journal_key::key_at(&folder.join(journal_key::NAME), &mut SystemChance, words)?);
    let listen = SocketAddr::from(([127, 0, 0, 1], port));
    let settings = |address: SocketAddr| web::Settings {
        address: format!("http://{address}"),
        demonstration_day: Some(today),
        ..web::Settings::default()
    };
    let serving = Serving {
        tenants,
        settings: settings(listen),
        listen,
        clock,
        journal_key,
        mail: None,
        tls: TlsSettings::Elsewhere,
        redirect: None,
        metrics: None,
        certificates: folder.join("acme"),
        examiner: Arc::new(|_| Vec::new()),
    };
    running::serve(serving, words, output, |listening| {
        let address = listening.site;
        let path = [("path", folder.display().to_string().into())];
        output.tell(&words.tell(if is_new { "demo-made" } else { "demo-kept" }, &path));
        output.tell(&words.tell("demo-day", &[("day", words.date(today).into())]));
        let mut links = Vec::new();
        match &loaded {
            Some(loaded) => {
                output.tell(&words.say("demo-links"));
                for (role, account, token) in &loaded.setup_links {
                    let link = format!("http://{address}/setup/{token}");
                    output.tell(&format!("  {}: {link}", words.say(&format!("role-{}", role.code()))));
                    links.push(serde_json::json!({"role": role.code(), "account": account, "link": link}));
                }
            }
            None => {
                let command = format!("glas setup-link --data {} researcher", folder.display());
                output.tell(&words.tell("demo-links-used", &[("command", command.into())]));
            }
        }
        output.tell(&words.tell("demo-open", &[("address", format!("http://{address}").into())]));
        output.tell(&words.say("demo-stop"));
        output.summary(&serde_json::json!({
            "address": format!("http://{address}"), "new": is_new, "today": today.to_string(), "setup_links": links,
        }));
    })
}

fn day(matches: &ArgMatches, words: &Words) -> Result<Date, Exit> {
    let Some(text) = text(matches, "today") else { return Ok(demonstration::DAY) };
    text.parse()
        .map_err(|_| Exit::Usage(words.tell("settings-wrong", &[("name", "today".into()), ("value", text.into())])))
}
