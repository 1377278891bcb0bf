//! A letter as bytes, with the headers that a good sender sets.

use crate::settings::MailSettings;
use app::mail::{Address, Outgoing};
use base::{LetterId, Moment};
use lettre::{
    Message,
    address::Envelope,
    message::{Mailbox, MultiPart, header::HeaderName, header::HeaderValue},
};
use std::time::{Duration, UNIX_EPOCH};

/// The same letter has the same Message-ID at every attempt, so that whoever gets it twice sees it once.
///
/// # Errors
/// When an address cannot be written for this transport.
pub fn message(settings: &MailSettings, letter: &Outgoing, now: Moment) -> anyhow::Result<(Envelope, Vec<u8>)> {
    let to = mailbox(&letter.to)?;
    let name = Some(settings.from_name.as_str().to_owned()).filter(|name| !name.is_empty());
    let from = lettre::message::Mailbox::new(name, mailbox(&settings.from)?.email);
    let envelope = Envelope::new(Some(return_path(settings, letter.id)?), vec![to.email.clone()])?;
    let since = Duration::from_micros(u64::try_from(now.0).unwrap_or_default());
    let message = Message::builder()
        .from(from)
        .to(to)
        .subject(letter.composed.title.as_str())
        .date(UNIX_EPOCH + since)
        .message_id(Some(format!("<{}@{}>", letter.id, settings.from.domain())))
        // Neither a mailing list nor somebody on holiday is to answer it (RFC 3834).
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("X-Auto-Response-Suppress", "All"))
        .multipart(MultiPart::alternative_plain_html(letter.composed.text.clone(), letter.composed.html.clone()))?;
    Ok((envelope, message.formatted()))
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn mailbox(address: &Address) -> anyhow::Result<Mailbox> {
    Ok(Mailbox::new(None, address.as_str().parse()?))
}

/// Where a letter that cannot be delivered comes back to: an address of its own for each, so that it tells which it was.
fn return_path(settings: &MailSettings, id: LetterId) -> anyhow::Result<lettre::Address> {
    let Some(bounces) = &settings.bounces else { return Ok(settings.from.as_str().parse()?) };
    let (local, domain) = bounces.as_str().rsplit_once('@').unwrap_or((bounces.as_str(), ""));
    Ok(lettre::Address::new(format!("{local}+{id}"), domain)?)
}
