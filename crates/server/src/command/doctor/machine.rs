//! What lies around the state: room on the disk, who may read what, the address.

use crate::{journal_key, settings::Settings};
use app::{
    Words,
    health::{Finding, Level},
};
use base::Argument;
use std::{fs, net::IpAddr, path::Path};
use store::Location;

/// Bytes below which the next day of fieldwork, or the next migration's copy, may find no room.
const LITTLE_ROOM: u64 = 2_000_000_000;
const NO_ROOM: u64 = 200_000_000;

pub fn look(settings: &Settings, location: &Location, file: Option<&Path>, words: &Words) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Location::Folder(folder) = location {
        found.extend(room(folder, words));
        found.extend(closed(folder, "folder", words));
    }
    match journal_key::place(settings).filter(|path| path.exists()) {
        Some(path) => found.extend(closed(&path, "key", words)),
        None => found.push(Finding::new(Level::Warning, "key-missing", &[], words)),
    }
    if let Some(file) = file {
        found.extend(settings_closed(file, words));
    }
    if let Some(day) = settings.today {
        found.push(Finding::new(Level::Warning, "today-held", &[("day", day.to_string().into())], words));
    }
    found.extend(address(settings, words));
    found
}

#[cfg(unix)]
fn room(folder: &Path, words: &Words) -> Option<Finding> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let level = match free {
        0..NO_ROOM => Level::Fault,
        NO_ROOM..LITTLE_ROOM => Level::Warning,
        LITTLE_ROOM.. => Level::Fine,
    };
    let values = [("path", shown(folder)), ("free", words.size(free).into())];
    Some(Finding::new(level, "room", &values, words))
}

#[cfg(not(unix))]
fn room(_folder: &Path, _words: &Words) -> Option<Finding> {
    None
}

/// Whether the account of the program alone may read it: others never, its group only where somebody meant it.
fn closed(path: &Path, what: &str, words: &Words) -> Option<Finding> {
    let mode = mode(path)?;
    let (level, code) = match (mode & 0o007, mode & 0o070) {
        (0, 0) => (Level::Fine, format!("{what}-closed")),
        (0, _) => (Level::Warning, format!("{what}-open-to-group")),
        _ => (Level::Fault, format!("{what}-open")),
    };
    Some(Finding::new(level, &code, &[("path", shown(path))], words))
}

/// A settings file may be read by all as long as it holds no password.
fn settings_closed(file: &Path, words: &Words) -> Option<Finding> {
    let is_open = mode(file)? & 0o007 != 0;
    let table: toml::Table = fs::read_to_string(file).ok()?.parse().ok()?;
    let has_secret = table.contains_key("mail_password")
        || table.get("database").and_then(toml::Value::as_str).is_some_and(|address| address.contains('@'));
    let values = [("path", shown(file))];
    Some(match is_open && has_secret {
        true => Finding::new(Level::Fault, "settings-open", &values, words),
        false => Finding::new(Level::Fine, "settings-closed", &values, words),
    })
}

#[cfg(unix)]
fn mode(path: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    Some(fs::metadata(path).ok()?.permissions().mode())
}

#[cfg(not(unix))]
fn mode(_path: &Path) -> Option<u32> {
    None
}

fn address(settings: &Settings, words: &Words) -> Vec<Finding> {
    let Some(address) = &settings.address else {
        let values = [("listen", settings.listen.to_string().into())];
        return vec![Finding::new(Level::Warning, "address-missing", &values, words)];
    };
    let (scheme, rest) = address.split_once("://").unwrap_or(("http", address));
    let authority = rest.split('/').next().unwrap_or_default();
    let host = host_of(authority);
    let level = match scheme {
        "https" => Level::Fine,
        _ if is_near(host) => Level::Warning,
        _ => Level::Fault,
    };
    let code = if level == Level::Fine { "address" } else { "address-open" };
    vec![Finding::new(level, code, &[("address", address.clone().into())], words)]
}

/// The name by which the public finds an address, where it has to be looked up.
pub fn public_host(address: &str) -> Option<&str> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = host_of(rest.split('/').next().unwrap_or_default());
    (!is_near(host) && host.parse::<IpAddr>().is_err()).then_some(host)
}

/// Without the port, and without the brackets of an IPv6 address.
fn host_of(authority: &str) -> &str {
    match authority.strip_prefix('[') {
        Some(bracketed) => bracketed.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    }
}

fn is_near(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn shown(path: &Path) -> Argument {
    path.display().to_string().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::Language;

    #[test]
    fn an_address_is_judged_by_what_strangers_could_read() {
        let words = Words::new(Language::Bulgarian);
        let check = |address: &str, expected: &[(&str, Level)]| {
            let file = if address.is_empty() { String::new() } else { format!("address = \"{address}\"") };
            let file = Some(("glas.toml".into(), file));
            let settings = Settings::gather(file, |_| None, &std::collections::BTreeMap::new()).unwrap();
            let found = super::address(&settings, &words);
            let seen: Vec<_> = found.iter().map(|finding| (finding.code.as_str(), finding.level)).collect();
            assert_eq!(seen, expected, "{address}");
        };
        check("", &[("address-missing", Level::Warning)]);
        check("https://localhost:8443/glas", &[("address", Level::Fine)]);
        check("http://127.0.0.1:8080", &[("address-open", Level::Warning)]);
        check("https://[::1]", &[("address", Level::Fine)]);
        check("https://192.0.2.1", &[("address", Level::Fine)]);
        check("http://192.0.2.1/glas", &[("address-open", Level::Fault)]);
        check("https://glas.invalid", &[("address", Level::Fine)]);
        assert_eq!(public_host("https://glas.example.bg:8443/glas"), Some("glas.example.bg"));
        for near in ["http://localhost:8080", "https://192.0.2.1/glas", "https://[::1]", "https://[2001:db8::1]:443"] {
            assert_eq!(public_host(near), None, "{near}");
        }
    }
}
