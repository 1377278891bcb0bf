//! How many questionnaires may be begun or sent, so that no script fills the disk with them.
//!
//! A town hall, a school or a tablet at a counter is one network, so hundreds in a minute are nothing unusual, and nobody
//! is sent away for their number: beyond it a browser computes for a second, or somebody waits. What comes from this
//! machine itself is not limited: it would be a proxy that does not tell for whom it asks, and everybody would share one
//! limit. Everything here is in memory only.

use crate::network::Network;
use app::respondent::{Riddle, seconds};
use base::Moment;
use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};
use std::{
    collections::BTreeMap,
    hash::Hash,
    num::NonZeroU32,
    sync::{Mutex, PoisonError},
};

/// Counts for each network, for each address of answering, and for both together.
pub struct Crowd {
    /// Codes that are typed.
    codes: Limit<Network>,
    /// Beyond so many not even a form is read.
    floods: Limit<Network>,
    signed: Limit<(Network, String)>,
    unsigned: Limit<(Network, String)>,
    studies: Limit<String>,
    patient: Limit<(Network, String)>,
    /// Riddles that were used, with the second in which each ends anyway.
    used: Mutex<BTreeMap<[u8; 16], i64>>,
}

/// Those that have not come for a minute are forgotten whenever more than so many are known.
const MOST_KNOWN: usize = 10_000;
/// So many used riddles are remembered; while there are more, only waiting for them to end helps.
const MOST_USED: usize = 100_000;
/// No address of answering is longer.
const LONGEST_ADDRESS: usize = 100;

impl Crowd {
    /// So many in a minute from one network for one address: a quarter of it where the form was not ours, ten times as many
    /// from all networks together, twenty times as many before a network is told to come later. 0 limits nothing.
    pub fn new(most_per_minute: u32) -> Crowd {
        Crowd {
            codes: Limit::new(most_per_minute),
            floods: Limit::new(most_per_minute.saturating_mul(20)),
            signed: Limit::new(most_per_minute),
            unsigned: Limit::new(most_per_minute.div_ceil(4)),
            studies: Limit::new(most_per_minute.saturating_mul(10)),
            patient: Limit::new(most_per_minute.div_ceil(4)),
            used: Mutex::default(),
        }
    }

    /// Counts one more who types a code.
    ///
    /// # Errors
    /// How many seconds to wait, when it is one too many.
    pub fn admit(&self, network: &Network) -> Result<(), u32> {
        if *network == Network::Here { Ok(()) } else { self.codes.take(network) }
    }

    /// Counts one more who begins or sends something, before it is read.
    ///
    /// # Errors
    /// As [`Crowd::admit`].
    pub fn bear(&self, network: &Network) -> Result<(), u32> {
        if *network == Network::Here { Ok(()) } else { self.floods.take(network) }
    }

    /// Counts one more who begins or sends a questionnaire at `address`, with a form of ours or not: whether they are
    /// welcome as they come.
    pub fn welcomes(&self, network: &Network, address: &str, is_signed: bool) -> bool {
        if *network == Network::Here {
            return true;
        }
        let address: String = address.chars().take(LONGEST_ADDRESS).collect();
        let limit = if is_signed { &self.signed } else { &self.unsigned };
        limit.take(&(network.clone(), address.clone())).is_ok() && self.studies.take(&address).is_ok()
    }

    /// Whether the riddle lets somebody in: solved, or waited for, and the first time.
    pub fn lets_in(&self, network: &Network, address: &str, riddle: &Riddle, solution: &str, now: Moment) -> bool {
        let has_waited = || {
            let address = address.chars().take(LONGEST_ADDRESS).collect();
            riddle.waited(now) && self.patient.take(&(network.clone(), address)).is_ok()
        };
        (riddle.is_solved_by(solution) || has_waited()) && self.use_up(riddle, now)
    }

    /// False for one that was used before.
    fn use_up(&self, riddle: &Riddle, now: Moment) -> bool {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        if used.len() >= MOST_USED {
            used.retain(|_, ends| *ends >= seconds(now));
        }
        used.len() < MOST_USED && used.insert(riddle.nonce().0, riddle.ends()).is_none()
    }
}

/// So many in a minute for each key; `None` where nothing is limited.
struct Limit<K: Hash + Eq + Clone>(Option<DefaultKeyedRateLimiter<K>>);

impl<K: Hash + Eq + Clone> Limit<K> {
    fn new(most_per_minute: u32) -> Limit<K> {
        let quota = NonZeroU32::new(most_per_minute).map(Quota::per_minute);
        Limit(quota.map(RateLimiter::keyed))
    }

    /// # Errors
    /// How many seconds to wait.
    fn take(&self, key: &K) -> Result<(), u32> {
        let Some(limiter) = &self.0 else { return Ok(()) };
        if limiter.len() > MOST_KNOWN {
            limiter.retain_recent();
        }
        limiter.check_key(key).map_err(|early| {
            let seconds = early.wait_time_from(DefaultClock::default().now()).as_secs();
            u32::try_from(seconds).unwrap_or(u32::MAX).saturating_add(1)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::Key;

    fn elsewhere(name: &str) -> Network {
        Network::Elsewhere(name.to_owned())
    }

    #[test]
    fn each_network_has_its_own_count_and_this_machine_none() {
        let crowd = Crowd::new(5);
        for _ in 0..5 {
            assert_eq!(crowd.admit(&elsewhere("192.0.2.0/24")), Ok(()));
        }
        let wait = crowd.admit(&elsewhere("192.0.2.0/24")).unwrap_err();
        assert!((1..=13).contains(&wait), "{wait}");
        assert_eq!(crowd.admit(&elsewhere("198.51.100.0/24")), Ok(()));
        for _ in 0..100 {
            assert_eq!(crowd.admit(&Network::Here), Ok(()));
            assert!(crowd.welcomes(&Network::Here, "primerovo", false));
            assert_eq!(Crowd::new(0).admit(&elsewhere("192.0.2.0/24")), Ok(()));
        }
    }

    #[test]
    fn a_study_is_crowded_by_itself_and_by_all_networks_together() {
        let crowd = Crowd::new(8);
        let welcome = |network: &str, address, is_signed| crowd.welcomes(&elsewhere(network), address, is_signed);
        let of_100 =
            |network: &str, address, is_signed| (0..100).filter(|_| welcome(network, address, is_signed)).count();
        assert_eq!(of_100("one", "residents", true), 8);
        assert_eq!(of_100("one", "officials", true), 8, "another study is another count");
        assert_eq!(of_100("other", "residents", false), 2, "a form that was not ours");
        let rest: usize = (0..100).map(|number| of_100(&format!("many {number}"), "residents", true)).sum();
        assert_eq!(8 + 2 + rest, 80, "ten times as many from everywhere");
    }

    #[test]
    fn a_riddle_lets_in_once() {
        let at = |seconds: i64| Moment(seconds * 1_000_000);
        let (crowd, network, secret) = (Crowd::new(8), elsewhere("one"), [7; 32]);
        let riddle = |number| Riddle::give(&secret, "residents", Key([number; 16]), at(0));
        let lets_in =
            |riddle: &Riddle, solution: &str, now| crowd.lets_in(&network, "residents", riddle, solution, at(now));
        let one = riddle(1);
        let solution = (0_u32..).map(|number| number.to_string()).find(|text| one.is_solved_by(text)).unwrap();
        assert!(lets_in(&one, &solution, 1) && !lets_in(&one, &solution, 1), "once");
        assert!(!lets_in(&riddle(2), "", 1), "too early");
        let patient = (2..100).filter(|number| lets_in(&riddle(*number), "", 60)).count();
        assert_eq!(patient, 2, "waiting alone opens for few in a minute");
    }
}
