//! What the DNS says of the public address and of the domain that letters are from, each with the record to be added.

#[cfg(test)]
mod tests;

use super::machine::public_host;
use crate::{
    names::{Names, Silence},
    settings::{MailSettings, Settings},
};
use app::{
    Words,
    health::{Finding, Level},
};
use base::Argument;

/// Asks for everything that these settings name. Without a network that is a finding.
pub fn look(settings: &Settings, words: &Words) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(host) = settings.address.as_deref().and_then(public_host) {
        found.extend(asked(async { vec![address(&Names::of(settings.resolver), host, words).await] }));
    }
    found.extend(of_mail_now(settings, words));
    found
}

/// The part of it that is about letters.
pub fn of_mail_now(settings: &Settings, words: &Words) -> Vec<Finding> {
    let Some(mail) = &settings.mail else { return Vec::new() };
    asked(async { of_mail(&Names::of(settings.resolver), mail, words).await })
}

fn asked(asking: impl Future<Output = Vec<Finding>>) -> Vec<Finding> {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return Vec::new() };
    let found = runtime.block_on(asking);
    runtime.shutdown_background();
    found
}

async fn address(names: &Names, host: &str, words: &Words) -> Finding {
    let host_value = ("host", Argument::from(host));
    match names.addresses(host).await {
        Ok(addresses) => {
            let values = [host_value, ("addresses", addresses.join(", ").into())];
            Finding::new(Level::Fine, "name", &values, words)
        }
        Err(Silence::None) => Finding::new(Level::Warning, "name-unknown", &[host_value], words),
        Err(Silence::Unanswered(why)) => unanswered(host, &why, words),
    }
}

fn unanswered(name: &str, why: &str, words: &Words) -> Finding {
    Finding::new(Level::Warning, "name-unanswered", &[("name", name.into()), ("why", why.into())], words)
}

/// MX, SPF, DKIM and DMARC.
pub async fn of_mail(names: &Names, mail: &MailSettings, words: &Words) -> Vec<Finding> {
    let domain = mail.from.domain();
    // Whoever receives a letter looks at the domain that it would come back to.
    let returns = mail.bounces.as_ref().unwrap_or(&mail.from).domain();
    // All at once: whoever has no network waits no longer than for one.
    let (mx, spf, dkim, dmarc) = tokio::join!(
        mail_servers(names, returns, words),
        spf(names, returns, mail, words),
        dkim(names, domain, mail, words),
        dmarc(names, domain, words),
    );
    vec![mx, spf, dkim, dmarc]
}

async fn mail_servers(names: &Names, domain: &str, words: &Words) -> Finding {
    let domain_value = ("domain", Argument::from(domain));
    match names.mail_servers(domain).await {
        Ok(servers) => {
            let values = [domain_value, ("servers", servers.join(", ").into())];
            Finding::new(Level::Fine, "mail-mx", &values, words)
        }
        Err(Silence::None) => Finding::new(Level::Warning, "mail-mx-missing", &[domain_value], words),
        Err(Silence::Unanswered(why)) => unanswered(domain, &why, words),
    }
}

async fn spf(names: &Names, domain: &str, mail: &MailSettings, words: &Words) -> Finding {
    let records = match starting_with(names, domain, "v=spf1").await {
        Ok(records) => records,
        Err(why) => return unanswered(domain, &why, words),
    };
    let example = format!("v=spf1 mx a:{} -all", mail.host);
    let values = |record: &str| {
        [("domain", domain.into()), ("example", example.clone().into()), ("record", Argument::from(record))]
    };
    match records.as_slice() {
        [] => Finding::new(Level::Warning, "mail-spf-missing", &values(""), words),
        [record] => {
            let last = record.split_whitespace().last().unwrap_or_default().to_ascii_lowercase();
            let (level, code) = match last.as_str() {
                "+all" | "all" => (Level::Fault, "mail-spf-open"),
                _ => (Level::Fine, "mail-spf"),
            };
            Finding::new(level, code, &values(record), words)
        }
        // RFC 7208, 4.5: with two of them none counts.
        several => Finding::new(Level::Fault, "mail-spf-several", &values(&several.join(" | ")), words),
    }
}

async fn dkim(names: &Names, domain: &str, mail: &MailSettings, words: &Words) -> Finding {
    let Some(selector) = &mail.dkim_selector else {
        let values = [("domain", domain.into()), ("host", mail.host.clone().into())];
        return Finding::new(Level::Warning, "mail-dkim-unset", &values, words);
    };
    let name = format!("{selector}._domainkey.{domain}");
    let values = [("name", name.clone().into()), ("host", mail.host.clone().into())];
    match names.texts(&name).await {
        Ok(records) => {
            let key = records.iter().find_map(|record| tag(record, "p"));
            let (level, code) = match key.as_deref() {
                Some("") => (Level::Fault, "mail-dkim-revoked"),
                Some(_) => (Level::Fine, "mail-dkim"),
                None => (Level::Fault, "mail-dkim-unreadable"),
            };
            Finding::new(level, code, &values, words)
        }
        Err(Silence::None) => Finding::new(Level::Warning, "mail-dkim-missing", &values, words),
        Err(Silence::Unanswered(why)) => unanswered(&name, &why, words),
    }
}

async fn dmarc(names: &Names, domain: &str, words: &Words) -> Finding {
    let name = format!("_dmarc.{domain}");
    let records = match starting_with(names, &name, "v=DMARC1").await {
        Ok(records) => records,
        Err(why) => return unanswered(&name, &why, words),
    };
    let example = format!("v=DMARC1; p=quarantine; rua=mailto:postmaster@{domain}");
    let record = records.first().cloned().unwrap_or_default();
    let (level, code) = match (records.len(), tag(&record, "p").as_deref()) {
        (0, _) => (Level::Warning, "mail-dmarc-missing"),
        (1, Some("quarantine" | "reject")) => (Level::Fine, "mail-dmarc"),
        (1, Some("none")) => (Level::Warning, "mail-dmarc-none"),
        _ => (Level::Fault, "mail-dmarc-unreadable"),
    };
    let values = [("name", name.into()), ("record", records.join(" | ").into()), ("example", example.into())];
    Finding::new(level, code, &values, words)
}

/// Texts of one kind; none where there are none.
async fn starting_with(names: &Names, name: &str, mark: &str) -> Result<Vec<String>, String> {
    let is_marked = |text: &String| {
        let head = text.get(..mark.len()).unwrap_or_default();
        head.eq_ignore_ascii_case(mark)
            && text.get(mark.len()..).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ';']))
    };
    match names.texts(name).await {
        Ok(texts) => Ok(texts.into_iter().filter(is_marked).collect()),
        Err(Silence::None) => Ok(Vec::new()),
        Err(Silence::Unanswered(why)) => Err(why),
    }
}

/// „p“ of `v=DMARC1; p=none`.
fn tag(record: &str, name: &str) -> Option<String> {
    let tags = record.split(';').filter_map(|tag| tag.split_once('='));
    let found = tags.into_iter().find(|(key, _)| key.trim().eq_ignore_ascii_case(name));
    found.map(|(_, value)| value.trim().to_owned())
}
