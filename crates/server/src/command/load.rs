use super::{opened, settings, text};
use crate::{
    chance::SystemChance,
    clock::Clock,
    exit::Exit,
    output::Output,
    project_folder::{self, Loaded, ProjectFolder, write},
};
use app::{Instance, Words, account};
use base::{PartyId, PartyKind, PersonId, Role};
use clap::ArgMatches;
use std::path::PathBuf;
use store::{Membership, Person};

pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let settings = settings(matches, words)?;
    let clock = Clock::new(settings.today)?;
    let path = PathBuf::from(text(matches, "from").unwrap_or_default());
    let folder = ProjectFolder::read(&path, words)?;
    let (instance, address) = opened(matches, &settings, &clock, words)?;
    let Loaded { file, publications, answered } = project_folder::load(&folder, &instance, &clock, words)?;
    project_folder::publish(&instance, &clock, words, publications)?;
    let slug = file.project.slug.to_string();
    output.tell(&words.tell("load-done", &[("address", format!("{address}/projects/{slug}").into())]));
    let mut links = Vec::new();
    for one in &file.project.parties {
        let role = match one.party.kind {
            PartyKind::Municipality => Role::Official,
            PartyKind::CivicOrganisation => Role::Researcher,
            PartyKind::Other => continue,
        };
        let name = one.party.name.say(words.language()).to_owned();
        let account = format!("{slug}-{}", role.code());
        let token = person(&instance, &clock, words, (account.clone(), name.clone()), one.party.id, role)?;
        let link = format!("{address}/setup/{token}");
        output.tell(&words.tell("setup-link", &[("name", account.clone().into()), ("link", link.clone().into())]));
        links.push(serde_json::json!({"role": role.code(), "party": name, "account": account, "link": link}));
    }
    instance.store.close();
    output.summary(&serde_json::json!({
        "project": slug, "audiences_with_answers": answered.len(), "setup_links": links,
    }));
    Ok(())
}

/// The first person of a party; the administrator looks after the others.
fn person(
    instance: &Instance,
    clock: &Clock,
    words: &Words,
    (account, name): (String, String),
    party: PartyId,
    role: Role,
) -> Result<String, Exit> {
    let (tenant, now) = (instance.tenant, clock.now());
    write(instance, words, move |tx| {
        let person = Person {
            id: PersonId::new(&mut SystemChance),
            account,
            name,
            email: None,
            password_hash: None,
            deactivated: None,
            created: now,
            memberships: vec![Membership { party, role }],
        };
        tx.add_person(tenant, &person)?;
        account::issue_setup_link(tx, tenant, person.id, now, &mut SystemChance)
    })
}
