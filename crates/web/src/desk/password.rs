//! Passwords are slow to check on purpose, and want memory: only a few at a time, off the threads that serve pages.

use crate::{Site, Visit};
use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, request::Parts},
};
use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
};
use tokio::sync::{Semaphore, SemaphorePermit};

static TURNS: Semaphore = Semaphore::const_new(2);

/// Waits for a turn; who holds it is one of two that may hash.
///
/// # Errors
/// Never: the turns are not closed.
pub async fn turn() -> anyhow::Result<SemaphorePermit<'static>> {
    Ok(TURNS.acquire().await?)
}

/// The turn goes with the work, which goes on when nobody waits for it any more, and comes back when it is done.
///
/// # Errors
/// A fault when `work` panicked.
pub async fn slowly<T: Send + 'static>(
    turn: SemaphorePermit<'static>,
    work: impl FnOnce() -> T + Send + 'static,
) -> anyhow::Result<(SemaphorePermit<'static>, T)> {
    Ok(tokio::task::spawn_blocking(move || (work(), turn)).await.map(|(done, turn)| (turn, done))?)
}

pub fn salt(site: &Site) -> [u8; 16] {
    site.chance().key().0
}

/// Where a request comes from, no finer than a neighbourhood: /24 of an IPv4 address, /56 of an IPv6 one. The address
/// itself goes no further than this file.
#[derive(Debug, Clone)]
pub struct Network(pub String);

impl FromRequestParts<Site> for Network {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &Site) -> Result<Network, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let network = |ConnectInfo(address): &ConnectInfo<SocketAddr>| prefix(client(address.ip(), &parts.headers));
        Ok(Network(peer.map_or_else(|| "unknown".to_owned(), network)))
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

fn prefix(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => {
            let [a, b, c, _] = address.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{:x}::/56", d & 0xff00)
        }
    }
}

/// The cookie that begins the session on this browser.
pub fn signed_in(visit: &Visit, secret: &[u8; 32], mut response: axum::response::Response) -> axum::response::Response {
    let https = visit.site.settings.is_https();
    let cookie = crate::session_cookie(https, secret, crate::Life::Session);
    response.headers_mut().append(axum::http::header::SET_COOKIE, cookie);
    response
}

pub fn signed_out(visit: &Visit, mut response: axum::response::Response) -> axum::response::Response {
    let https = visit.site.settings.is_https();
    let cookie = crate::session_cookie(https, &[0; 32], crate::Life::Ended);
    response.headers_mut().append(axum::http::header::SET_COOKIE, cookie);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_turn_lasts_as_long_as_the_work() {
        let turn = turn().await.unwrap();
        let (finish, finished) = std::sync::mpsc::channel::<()>();
        let waiting = tokio::spawn(slowly(turn, move || finished.recv()));
        tokio::task::yield_now().await;
        waiting.abort();
        assert!(waiting.await.is_err(), "nobody waits any more");
        assert_eq!(TURNS.available_permits(), 1);
        finish.send(()).unwrap();
    }

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
        let check = |address: &str, expected: &str| assert_eq!(prefix(address.parse().unwrap()), expected);
        check("192.0.2.77", "192.0.2.0/24");
        check("::ffff:192.0.2.77", "192.0.2.0/24");
        check("2001:db8:12:34ab::1", "2001:db8:12:3400::/56");
    }
}
