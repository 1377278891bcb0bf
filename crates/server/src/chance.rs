//! The one place that asks the machine for randomness.

use base::Chance;

/// The operating system's generator.
#[derive(Debug, Clone, Copy)]
pub struct SystemChance;

impl Chance for SystemChance {
    fn fill(&mut self, bytes: &mut [u8]) {
        // Without randomness no id and no secret can be trusted; there is nothing sensible left to do.
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}
