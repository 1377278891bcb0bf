//! Passwords are slow to check on purpose, and want memory: only a few at a time, off the threads that serve pages.

use crate::{Site, Visit};
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
}
