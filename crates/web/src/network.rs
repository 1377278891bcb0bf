//! Where a request comes from, no finer than a neighbourhood. The address itself goes no further than this file.

use crate::Site;
use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, request::Parts},
};
use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
};

/// /24 of an IPv4 address, /56 of an IPv6 one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Network {
    /// This machine itself, or a proxy on it that does not tell for whom it asks.
    Here,
    Elsewhere(String),
}

impl Network {
    /// `192.0.2.0/24`
    pub fn name(&self) -> &str {
        match self {
            Network::Here => "here",
            Network::Elsewhere(prefix) => prefix,
        }
    }

    fn of(address: IpAddr) -> Network {
        match address.to_canonical() {
            address if address.is_loopback() => Network::Here,
            IpAddr::V4(address) => {
                let [a, b, c, _] = address.octets();
                Network::Elsewhere(format!("{a}.{b}.{c}.0/24"))
            }
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                Network::Elsewhere(format!("{a:x}:{b:x}:{c:x}:{:x}::/56", d & 0xff00))
            }
        }
    }
}

impl FromRequestParts<Site> for Network {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &Site) -> Result<Network, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let network =
            |ConnectInfo(address): &ConnectInfo<SocketAddr>| Network::of(client(address.ip(), &parts.headers));
        Ok(peer.map_or_else(|| Network::Elsewhere("unknown".to_owned()), network))
    }
}

/// A proxy on this machine writes for whom it asks at the end of `X-Forwarded-For`; else all that it brings would share
/// one throttle. Nobody from elsewhere is believed.
fn client(peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    if !peer.to_canonical().is_loopback() {
        return peer;
    }
    let told = headers.get_all("x-forwarded-for").iter().next_back().and_then(|told| told.to_str().ok());
    told.and_then(|told| told.rsplit(',').next()?.trim().parse().ok()).unwrap_or(peer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_proxy_on_this_machine_is_believed() {
        let check = |peer: &str, told: &str, expected: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", told.parse().unwrap());
            assert_eq!(client(peer.parse().unwrap(), &headers).to_string(), expected, "{peer}: {told}");
        };
        check("127.0.0.1", "192.0.2.1, 198.51.100.7", "198.51.100.7");
        check("::1", "2001:db8::7", "2001:db8::7");
        check("::ffff:127.0.0.1", "198.51.100.7", "198.51.100.7");
        check("203.0.113.1", "198.51.100.7", "203.0.113.1");
        check("127.0.0.1", "unknown", "127.0.0.1");
        check("127.0.0.1", "", "127.0.0.1");
    }

    #[test]
    fn a_network_is_no_address() {
        let check = |address: &str, expected: &str| assert_eq!(Network::of(address.parse().unwrap()).name(), expected);
        check("192.0.2.77", "192.0.2.0/24");
        check("::ffff:192.0.2.77", "192.0.2.0/24");
        check("2001:db8:12:34ab::1", "2001:db8:12:3400::/56");
        check("127.0.0.1", "here");
        check("::ffff:127.0.0.1", "here");
        check("::1", "here");
    }
}
