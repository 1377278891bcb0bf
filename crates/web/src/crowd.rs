//! How many questionnaires may be begun or sent from one network, so that no script fills the disk with them.
//!
//! A town hall, a school or a tablet at a counter is one network, so hundreds in a minute are nothing unusual. What comes
//! from this machine itself is not limited: it would be a proxy that does not tell for whom it asks, and everybody would
//! share one limit.

use crate::network::Network;
use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};
use std::num::NonZeroU32;

/// A count for each network, in memory only.
pub struct Crowd {
    /// `None` where nothing is limited.
    limiter: Option<DefaultKeyedRateLimiter<Network>>,
}

/// Networks that have not come for a minute are forgotten whenever more than so many are known.
const MOST_KNOWN: usize = 10_000;

impl Crowd {
    /// 0 limits nothing.
    pub fn new(most_per_minute: u32) -> Crowd {
        let quota = NonZeroU32::new(most_per_minute).map(Quota::per_minute);
        Crowd { limiter: quota.map(RateLimiter::keyed) }
    }

    /// Counts one more from `network`.
    ///
    /// # Errors
    /// How many seconds to wait, when it is one too many.
    pub fn admit(&self, network: &Network) -> Result<(), u32> {
        let Some(limiter) = self.limiter.as_ref().filter(|_| *network != Network::Here) else { return Ok(()) };
        if limiter.len() > MOST_KNOWN {
            limiter.retain_recent();
        }
        limiter.check_key(network).map_err(|early| {
            let seconds = early.wait_time_from(DefaultClock::default().now()).as_secs();
            u32::try_from(seconds).unwrap_or(u32::MAX).saturating_add(1)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_network_has_its_own_count_and_this_machine_none() {
        let elsewhere = |name: &str| Network::Elsewhere(name.to_owned());
        let crowd = Crowd::new(5);
        for _ in 0..5 {
            assert_eq!(crowd.admit(&elsewhere("192.0.2.0/24")), Ok(()));
        }
        let wait = crowd.admit(&elsewhere("192.0.2.0/24")).unwrap_err();
        assert!((1..=13).contains(&wait), "{wait}");
        assert_eq!(crowd.admit(&elsewhere("198.51.100.0/24")), Ok(()));
        for _ in 0..100 {
            assert_eq!(crowd.admit(&Network::Here), Ok(()));
            assert_eq!(Crowd::new(0).admit(&elsewhere("192.0.2.0/24")), Ok(()));
        }
    }
}
