//! Whether letters go out: a trial letter, and what the DNS should hold for them.

use crate::{
    chance::SystemChance,
    clock::Clock,
    command::{public_address, settings, text},
    exit::Exit,
    mailer::Transport,
    output::Output,
    settings::MailSettings,
};
use app::{
    Words,
    mail::{Address, Outcome, Reason, trial},
};
use base::Argument;
use clap::ArgMatches;

/// Sends a letter at once, past the queue: the site may be running, and holds its database.
pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let gathered = settings(matches, words)?;
    let Some(mail) = gathered.mail.clone() else { return Err(Exit::Usage(words.say("doctor-mail-none"))) };
    let to = text(matches, "to").unwrap_or_default();
    let Some(to) = Address::parse(&to) else {
        return Err(Exit::Usage(words.tell("doctor-mail-to-unreadable", &[("to", to.into())])));
    };
    let now = Clock::new(gathered.today)?.now();
    let site = public_address(&gathered);
    let letter = trial(to.clone(), words.language(), &site, now, &mut SystemChance);
    let outcome = Transport::open(mail.clone(), words)?.send(&letter, now);
    let records = records(&mail);
    let server = format!("{}:{}", mail.host, mail.port);
    let (is_accepted, reason, answer) = match outcome {
        Outcome::Accepted { answer } => (true, Reason::Accepted, answer),
        Outcome::Postponed { reason, answer } | Outcome::Rejected { reason, answer } => (false, reason, answer),
    };
    output.summary(&serde_json::json!({
        "to": to.as_str(), "server": server, "accepted": is_accepted, "reason": reason.code(), "answer": answer,
        "records": records.iter().map(|record| serde_json::json!({
            "what": record.what, "name": record.name, "example": record.example,
        })).collect::<Vec<_>>(),
    }));
    let explained = explained(words, &mail, &records);
    if !is_accepted {
        let sentence = words.say(&format!("letter-reason-{}", reason.code()));
        let values: [(&str, Argument); 3] =
            [("server", server.into()), ("reason", sentence.into()), ("answer", answer.into())];
        let mut lines = vec![words.tell("doctor-mail-refused", &values)];
        if reason == Reason::SenderRefused {
            lines.extend(explained);
        }
        return Err(Exit::Refused(lines));
    }
    let values: [(&str, Argument); 3] =
        [("server", server.into()), ("to", to.as_str().into()), ("answer", answer.into())];
    output.tell(&words.tell("doctor-mail-accepted", &values));
    explained.iter().for_each(|line| output.tell(line));
    Ok(())
}

/// What should stand in the DNS so that others believe that a letter is ours.
struct Record {
    what: &'static str,
    name: String,
    example: String,
}

fn records(mail: &MailSettings) -> [Record; 3] {
    let domain = mail.from.domain();
    // Whoever receives a letter looks at the domain that it would come back to.
    let returns = mail.bounces.as_ref().unwrap_or(&mail.from).domain();
    [
        Record { what: "spf", name: returns.to_owned(), example: format!("v=spf1 mx a:{} -all", mail.host) },
        Record { what: "dkim", name: format!("*._domainkey.{domain}"), example: "v=DKIM1; k=rsa; p=…".to_owned() },
        Record {
            what: "dmarc",
            name: format!("_dmarc.{domain}"),
            example: format!("v=DMARC1; p=quarantine; rua=mailto:postmaster@{domain}"),
        },
    ]
}

fn explained(words: &Words, mail: &MailSettings, records: &[Record]) -> Vec<String> {
    let domain = mail.from.domain();
    let mut lines = vec![words.tell("doctor-mail-records", &[("domain", domain.into())])];
    lines.extend(records.iter().map(|Record { what, name, example }| {
        let values: [(&str, Argument); 3] =
            [("name", name.clone().into()), ("example", example.clone().into()), ("host", mail.host.clone().into())];
        format!("  {}", words.tell(&format!("doctor-mail-{what}"), &values))
    }));
    if mail.bounces.as_ref().is_some_and(|bounces| bounces.domain() != domain) {
        lines.push(words.say("doctor-mail-bounces-elsewhere"));
    }
    lines.push(words.tell("doctor-mail-look", &[("domain", domain.into())]));
    lines
}
