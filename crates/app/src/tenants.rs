//! The tenants of an instance: each an organisation with everything of its own, of which no other sees anything.

use crate::{Failure, account};
use base::{Argument, Chance, Digests, Event, Explain, Moment, Subject};
use outreach::Slug;
use store::{Tenant, TenantPlace, Transaction};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Another tenant is there already.
    PlaceTaken {
        place: String,
    },
    /// The instance's own site has pages there.
    PathReserved {
        path: String,
    },
    /// A path is of Latin letters, digits and hyphens.
    PathUnreadable {
        path: String,
    },
    /// A host is a name as in an address, without `https://`, and perhaps a port.
    HostUnreadable {
        host: String,
    },
    NameMissing,
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::PlaceTaken { .. } => "tenant-place-taken",
            Trouble::PathReserved { .. } => "tenant-path-reserved",
            Trouble::PathUnreadable { .. } => "tenant-path-unreadable",
            Trouble::HostUnreadable { .. } => "tenant-host-unreadable",
            Trouble::NameMissing => "tenant-name-missing",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Trouble::PlaceTaken { .. } => None,
            Trouble::PathReserved { .. } | Trouble::PathUnreadable { .. } => Some("path".to_owned()),
            Trouble::HostUnreadable { .. } => Some("host".to_owned()),
            Trouble::NameMissing => Some("name".to_owned()),
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Trouble::PlaceTaken { place } => vec![("place", place.clone().into())],
            Trouble::PathReserved { path } | Trouble::PathUnreadable { path } => vec![("path", path.clone().into())],
            Trouble::HostUnreadable { host } => vec![("host", host.clone().into())],
            Trouble::NameMissing => Vec::new(),
        }
    }
}

/// With what the paths of the instance's own site begin; no tenant may stand before them.
const RESERVED: &[&str] = &[
    "about", "assets", "desk", "en", "files", "health", "journal", "mail", "metrics", "privacy", "projects", "r", "s",
    "receipt", "setup", "sign-in", "sign-out",
];

const LONGEST_PATH: usize = 40;
const LONGEST_HOST: usize = 253;

/// `primerovo`, where the tenant's site is below the instance's address.
///
/// # Errors
/// [`Trouble::PathUnreadable`], [`Trouble::PathReserved`].
pub fn place_below(path: &str) -> Result<TenantPlace, Trouble> {
    if path.len() > LONGEST_PATH || Slug::parse(path).is_err() {
        return Err(Trouble::PathUnreadable { path: path.chars().take(LONGEST_PATH).collect() });
    }
    if RESERVED.contains(&path) {
        return Err(Trouble::PathReserved { path: path.to_owned() });
    }
    Ok(TenantPlace::Path(path.to_owned()))
}

/// `glas.primerovo.example`, where the tenant has a name of its own; perhaps with a port.
///
/// # Errors
/// [`Trouble::HostUnreadable`].
pub fn place_at(host: &str) -> Result<TenantPlace, Trouble> {
    let host = host.to_lowercase();
    let (name, port) = host.split_once(':').map_or((host.as_str(), None), |(name, port)| (name, Some(port)));
    let is_label = |label: &str| {
        let bytes = label.as_bytes();
        !label.is_empty()
            && label.len() <= 63
            && bytes.iter().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let is_port = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
    if name.len() > LONGEST_HOST || !is_port || !name.split('.').all(is_label) {
        return Err(Trouble::HostUnreadable { host: host.chars().take(LONGEST_HOST).collect() });
    }
    Ok(TenantPlace::Host(host))
}

/// Where a tenant's site is, with the instance's own at `address`: `https://glas.example.bg/primerovo`.
pub fn address(place: &TenantPlace, address: &str) -> String {
    match place {
        TenantPlace::Root => address.to_owned(),
        TenantPlace::Path(path) => format!("{address}/{path}"),
        TenantPlace::Host(host) => {
            let scheme = address.split_once("://").map_or("https", |(scheme, _)| scheme);
            format!("{scheme}://{host}")
        }
    }
}

/// Founds a tenant with its administrator, and answers with the last part of their one-time link.
///
/// # Errors
/// [`Trouble::PlaceTaken`], [`Trouble::NameMissing`].
pub fn found_tenant(
    tx: &mut Transaction,
    new: Tenant,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<String, Failure> {
    if new.name.is_empty() {
        return Err(Trouble::NameMissing.into());
    }
    if tx.tenants()?.iter().any(|tenant| tenant.place == new.place) {
        let place = match new.place {
            TenantPlace::Root => "/".to_owned(),
            TenantPlace::Path(path) => format!("/{path}"),
            TenantPlace::Host(host) => host,
        };
        return Err(Trouble::PlaceTaken { place }.into());
    }
    tx.add_tenant_at(&new)?;
    let subject = Subject { noun: "tenant", key: new.id.0 };
    let facts = vec![("name", new.name.bulgarian.clone())];
    let digests = Digests::default();
    tx.add_event(new.id, &Event { at: now, by: None, kind: "tenant.founded", subject, facts, digests })?;
    let link = account::found_administrator(tx, new.id, new.name, now, chance)?;
    link.ok_or_else(|| anyhow::anyhow!("a new tenant has people already").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_word_that_the_site_does_not_use() {
        let check = |path: &str, expected: Option<&str>| {
            assert_eq!(place_below(path).err().map(|trouble| trouble.code()), expected, "{path}");
        };
        check("primerovo", None);
        check("obshtina-primerovo-2", None);
        check("desk", Some("tenant-path-reserved"));
        check("en", Some("tenant-path-reserved"));
        check("", Some("tenant-path-unreadable"));
        check("Примерово", Some("tenant-path-unreadable"));
        check("a/b", Some("tenant-path-unreadable"));
        check("..", Some("tenant-path-unreadable"));
        check(&"a".repeat(41), Some("tenant-path-unreadable"));
    }

    #[test]
    fn a_host_is_a_name() {
        let check = |host: &str, expected: Option<&str>| {
            let found = place_at(host).ok();
            assert_eq!(found, expected.map(|host| TenantPlace::Host(host.to_owned())), "{host}");
        };
        check("glas.primerovo.example", Some("glas.primerovo.example"));
        check("Glas.Primerovo.Example:8443", Some("glas.primerovo.example:8443"));
        check("https://glas.example", None);
        check("glas..example", None);
        check("-glas.example", None);
        check("glas.example/", None);
        check("glas.example:0", None);
        check("glas.example:99999", None);
        check("", None);
        check(&"a.".repeat(200), None);
    }

    #[test]
    fn where_a_tenant_is() {
        let check = |place, expected: &str| assert_eq!(address(&place, "https://glas.example"), expected);
        check(TenantPlace::Root, "https://glas.example");
        check(TenantPlace::Path("primerovo".to_owned()), "https://glas.example/primerovo");
        check(TenantPlace::Host("glas.primerovo.example".to_owned()), "https://glas.primerovo.example");
    }
}
