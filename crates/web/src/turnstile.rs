//! Passwords are slow to check on purpose, and want memory: only a few at a time, off the threads that serve pages.
//!
//! Who comes while all turns are taken waits in a line. The line is short, and from one network come only a few of those
//! who stand in it: the rest are told to come back in a moment, which costs next to nothing. Browsers in which somebody has
//! signed in before have a turn and a line of their own, so strangers cannot fill that.

use crate::{Failure, network::Network};
use app::account;
use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Each wants 19 MiB, so no more than 57 MiB are ever wanted at once.
pub const MOST_AT_ONCE: usize = TURNS_FOR_STRANGERS + TURNS_FOR_KNOWN;
const TURNS_FOR_STRANGERS: usize = 2;
const TURNS_FOR_KNOWN: usize = 1;
/// A few seconds of waiting at most.
const LONGEST_LINE: usize = 32;
const MOST_OF_A_NETWORK: usize = 8;

/// Who wants a password checked.
#[derive(Debug, Clone)]
pub enum Comer {
    /// A browser in which somebody has signed in before, or who holds a session or a link that is good.
    Known,
    Stranger(Network),
}

/// One for a site.
#[derive(Debug)]
pub struct Turnstile {
    strangers: Arc<Semaphore>,
    known: Arc<Semaphore>,
    line: Mutex<Line>,
    at_work: AtomicUsize,
    busiest: AtomicUsize,
}

#[derive(Debug, Default)]
struct Line {
    known: usize,
    strangers: usize,
    networks: BTreeMap<String, usize>,
}

impl Turnstile {
    pub fn new() -> Arc<Turnstile> {
        Arc::new(Turnstile {
            strangers: Arc::new(Semaphore::new(TURNS_FOR_STRANGERS)),
            known: Arc::new(Semaphore::new(TURNS_FOR_KNOWN)),
            line: Mutex::default(),
            at_work: AtomicUsize::new(0),
            busiest: AtomicUsize::new(0),
        })
    }

    /// Waits for a turn.
    ///
    /// # Errors
    /// [`account::Refusal::SignInBusy`] at once when too many wait already.
    pub async fn turn(self: &Arc<Turnstile>, comer: Comer) -> Result<Turn, Failure> {
        let turns = match comer {
            Comer::Known => &self.known,
            Comer::Stranger(_) => &self.strangers,
        };
        let place = self.stand_in_line(comer)?;
        let turn = turns.clone().acquire_owned().await.map_err(Failure::fault)?;
        drop(place);
        let now = self.at_work.fetch_add(1, Ordering::Relaxed) + 1;
        self.busiest.fetch_max(now, Ordering::Relaxed);
        Ok(Turn { turnstile: self.clone(), _turn: turn })
    }

    /// How many turns were taken at once, at the most, since the start.
    pub fn busiest(&self) -> usize {
        self.busiest.load(Ordering::Relaxed)
    }

    fn stand_in_line(self: &Arc<Turnstile>, comer: Comer) -> Result<PlaceInLine, Failure> {
        let mut line = self.line.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = match &comer {
            Comer::Known => line.known >= LONGEST_LINE,
            Comer::Stranger(network) => {
                let of_network = line.networks.get(network.name()).copied().unwrap_or_default();
                line.strangers >= LONGEST_LINE || (*network != Network::Here && of_network >= MOST_OF_A_NETWORK)
            }
        };
        if is_full {
            return Err(Failure::refused(account::Refusal::SignInBusy));
        }
        match &comer {
            Comer::Known => line.known += 1,
            Comer::Stranger(network) => {
                line.strangers += 1;
                *line.networks.entry(network.name().to_owned()).or_default() += 1;
            }
        }
        Ok(PlaceInLine { turnstile: self.clone(), comer })
    }
}

/// Left when the turn has come, and by whoever goes away before.
struct PlaceInLine {
    turnstile: Arc<Turnstile>,
    comer: Comer,
}

impl Drop for PlaceInLine {
    fn drop(&mut self) {
        let mut line = self.turnstile.line.lock().unwrap_or_else(PoisonError::into_inner);
        match &self.comer {
            Comer::Known => line.known -= 1,
            Comer::Stranger(network) => {
                line.strangers -= 1;
                if let Some(waiting) = line.networks.get_mut(network.name()) {
                    *waiting -= 1;
                    if *waiting == 0 {
                        line.networks.remove(network.name());
                    }
                }
            }
        }
    }
}

/// Held by one of the few that may hash.
pub struct Turn {
    turnstile: Arc<Turnstile>,
    _turn: OwnedSemaphorePermit,
}

impl Turn {
    /// The turn goes with the work, which goes on when nobody waits for it any more, and comes back when it is done.
    ///
    /// # Errors
    /// A fault when `work` panicked.
    pub async fn slowly<T: Send + 'static>(
        self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> anyhow::Result<(Turn, T)> {
        Ok(tokio::task::spawn_blocking(move || (work(), self)).await.map(|(done, turn)| (turn, done))?)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.turnstile.at_work.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{future::Future, pin::Pin, task::Poll};

    fn stranger(network: usize) -> Comer {
        Comer::Stranger(Network::Elsewhere(format!("10.0.{network}.0/24")))
    }

    type Waiting = Pin<Box<dyn Future<Output = Result<Turn, Failure>> + Send>>;

    /// Comes, and says whether a turn was given, or a place in the line, or nothing.
    async fn comes(turnstile: &Arc<Turnstile>, comer: Comer) -> Result<Result<Turn, Waiting>, ()> {
        let turnstile = turnstile.clone();
        let mut waiting: Waiting = Box::pin(async move { turnstile.turn(comer).await });
        let polled = std::future::poll_fn(|context| Poll::Ready(waiting.as_mut().poll(context))).await;
        match polled {
            Poll::Ready(Ok(turn)) => Ok(Ok(turn)),
            Poll::Ready(Err(_)) => Err(()),
            Poll::Pending => Ok(Err(waiting)),
        }
    }

    #[tokio::test]
    async fn a_turn_lasts_as_long_as_the_work() {
        let turnstile = Turnstile::new();
        let turn = turnstile.turn(Comer::Known).await.unwrap();
        let (finish, finished) = std::sync::mpsc::channel::<()>();
        let waiting = tokio::spawn(turn.slowly(move || finished.recv()));
        tokio::task::yield_now().await;
        waiting.abort();
        assert!(waiting.await.is_err(), "nobody waits any more");
        assert_eq!(turnstile.known.available_permits(), 0);
        finish.send(()).unwrap();
    }

    #[tokio::test]
    async fn the_line_is_short_and_one_network_does_not_fill_it() {
        let turnstile = Turnstile::new();
        let mut all = Vec::new();
        for _ in 0..TURNS_FOR_STRANGERS + MOST_OF_A_NETWORK {
            all.push(comes(&turnstile, stranger(1)).await.unwrap());
        }
        assert!(comes(&turnstile, stranger(1)).await.is_err(), "one network has its share");
        for network in 2..2 + LONGEST_LINE - MOST_OF_A_NETWORK {
            all.push(comes(&turnstile, stranger(network)).await.unwrap());
        }
        assert!(comes(&turnstile, stranger(99)).await.is_err(), "the line is full");
        assert!(comes(&turnstile, Comer::Known).await.unwrap().is_ok(), "but not for those who were here before");
        assert_eq!(turnstile.busiest(), MOST_AT_ONCE);
        drop(all);
        let line = turnstile.line.lock().unwrap();
        assert_eq!((line.known, line.strangers, line.networks.len()), (0, 0, 0), "who goes away leaves no place taken");
    }
}
