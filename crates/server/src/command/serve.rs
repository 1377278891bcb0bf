use super::{location, settings};
use crate::{
    clock::Clock,
    exit::Exit,
    logging,
    output::Output,
    running::{self, Serving},
};
use app::Words;
use clap::ArgMatches;
use store::Creation;

pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let settings = settings(matches, words)?;
    logging::begin(&settings.log);
    let clock = Clock::new(settings.today)?;
    let creation = if matches.get_flag("create") { Creation::Create } else { Creation::Never };
    let instance = running::open(&location(&settings, words)?, creation, clock.now(), words)?;
    let address = settings.address.clone().unwrap_or_else(|| format!("http://{}", settings.listen));
    let serving = Serving {
        instance,
        settings: web::Settings { address: address.clone(), ..web::Settings::default() },
        listen: settings.listen,
        clock,
    };
    running::serve(serving, words, output, |listening| {
        output.tell(&words.tell("serve-open", &[("address", address.clone().into())]));
        output.summary(&serde_json::json!({"address": address, "listen": listening.to_string()}));
    })
}
