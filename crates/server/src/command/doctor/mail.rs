//! Whether letters go out: a trial letter, and what the DNS should hold for them.

use super::{names, summary};
use crate::{
    chance::SystemChance,
    clock::Clock,
    command::{public_address, settings, text},
    exit::Exit,
    mailer::Transport,
    output::Output,
    settings::{MailSettings, Settings},
};
use app::{
    Words,
    health::Level,
    mail::{Address, Outcome, Reason, trial},
};
use base::Argument;
use clap::ArgMatches;

/// Looks the domain of the sender up, and sends a letter where one is asked for: at once, past the queue, for the site may
/// be running and holds its database.
pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let gathered = settings(matches, words)?;
    let Some(mail) = gathered.mail.clone() else { return Err(Exit::Usage(words.say("doctor-mail-none"))) };
    let to = match text(matches, "to") {
        Some(to) => Some(
            Address::parse(&to)
                .ok_or_else(|| Exit::Usage(words.tell("doctor-mail-to-unreadable", &[("to", to.clone().into())])))?,
        ),
        None => None,
    };
    let found = names::of_mail_now(&gathered, words);
    let sent = to.map(|to| send(&gathered, &mail, to, words)).transpose()?;
    let findings: Vec<_> = found.iter().map(summary).collect();
    let letter = sent.as_ref().map(|sent| {
        serde_json::json!({
            "to": sent.to, "server": sent.server, "accepted": sent.is_accepted, "reason": sent.reason.code(),
            "answer": sent.answer,
        })
    });
    output.summary(&serde_json::json!({ "letter": letter, "findings": findings }));
    let told = found.iter().flat_map(|finding| finding.lines(words));
    let elsewhere = mail.bounces.as_ref().is_some_and(|bounces| bounces.domain() != mail.from.domain());
    let mut lines: Vec<String> = told.collect();
    if elsewhere {
        lines.push(words.say("doctor-mail-bounces-elsewhere"));
    }
    if let Some(sent) = sent {
        let reason = words.say(&format!("letter-reason-{}", sent.reason.code()));
        let values: [(&str, Argument); 4] = [
            ("server", sent.server.into()),
            ("to", sent.to.into()),
            ("answer", sent.answer.into()),
            ("reason", reason.into()),
        ];
        if !sent.is_accepted {
            lines.insert(0, words.tell("doctor-mail-refused", &values));
            return Err(Exit::Refused(lines));
        }
        output.tell(&words.tell("doctor-mail-accepted", &values));
    }
    lines.iter().for_each(|line| output.tell(line));
    if found.iter().any(|finding| finding.level == Level::Fault) {
        return Err(Exit::Found(vec![words.say("doctor-mail-found")]));
    }
    Ok(())
}

/// What became of the trial letter.
struct Sent {
    to: String,
    server: String,
    is_accepted: bool,
    reason: Reason,
    answer: String,
}

fn send(settings: &Settings, mail: &MailSettings, to: Address, words: &Words) -> Result<Sent, Exit> {
    let now = Clock::new(settings.today)?.now();
    let letter = trial(to.clone(), words.language(), &public_address(settings), now, &mut SystemChance);
    let outcome = Transport::open(mail.clone(), words)?.send(&letter, now);
    let (is_accepted, reason, answer) = match outcome {
        Outcome::Accepted { answer } => (true, Reason::Accepted, answer),
        Outcome::Postponed { reason, answer } | Outcome::Rejected { reason, answer } => (false, reason, answer),
    };
    let server = format!("{}:{}", mail.host, mail.port);
    Ok(Sent { to: to.as_str().to_owned(), server, is_accepted, reason, answer })
}
