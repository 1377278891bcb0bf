use super::{opened, settings, text};
use crate::{chance::SystemChance, clock::Clock, exit::Exit, output::Output, running::from_app};
use app::{Failure, Words, account};
use clap::ArgMatches;

pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let settings = settings(matches, words)?;
    let clock = Clock::new(settings.today)?;
    let now = clock.now();
    let (instance, address) = opened(matches, &settings, &clock, words)?;
    let name = text(matches, "name").unwrap_or_default();
    let (tenant, account) = (instance.tenant, name.clone());
    let is_lost = matches.get_flag("without-second-factor");
    let token = instance.store.write_blocking(move |tx| {
        let Some(person) = tx.person_by_account(tenant, &account)? else { return Ok(None) };
        if is_lost && account::second_factor(tx, tenant, person.id)?.is_there() {
            account::take_second_factor_away(tx, tenant, None, person.id, now, &mut SystemChance)?;
        }
        account::issue_setup_link(tx, tenant, person.id, now, &mut SystemChance).map(Some)
    });
    let token = token.map_err(|failure: Failure| from_app(failure, words))?;
    instance.store.close();
    let Some(token) = token else {
        return Err(Exit::Refused(vec![words.tell("setup-nobody", &[("name", name.into())])]));
    };
    let link = format!("{address}/setup/{token}");
    output.tell(&words.tell("setup-link", &[("name", name.clone().into()), ("link", link.clone().into())]));
    output.summary(&serde_json::json!({"account": name, "link": link}));
    Ok(())
}
