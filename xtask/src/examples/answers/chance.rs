//! Chance from a seed: SplitMix64 (Steele, Lea, Flood 2014), enough for invented answers and the same everywhere.

pub struct Seeded(u64);

impl Seeded {
    pub fn new(seed: u64) -> Seeded {
        Seeded(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0, below 1.
    pub fn unit(&mut self) -> f64 {
        let high = u32::try_from(self.next() >> 32).unwrap_or(0);
        f64::from(high) / 4_294_967_296.0
    }

    /// True this often.
    pub fn happens(&mut self, share: f64) -> bool {
        self.unit() < share
    }

    /// Both ends included.
    pub fn between(&mut self, least: u32, most: u32) -> u32 {
        let wide = u64::from(most.saturating_sub(least)) + 1;
        least + u32::try_from((self.next() >> 32) % wide).unwrap_or(0)
    }

    /// Nearly normal with mean 0 and deviation 1: twelve uniform numbers added, so no platform mathematics.
    pub fn bell(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// One of the options, each as often as its weight says.
    pub fn pick<'a>(&mut self, weighted: &[(&'a str, f64)]) -> &'a str {
        let mut left = self.unit() * weighted.iter().map(|(_, weight)| weight).sum::<f64>();
        for (option, weight) in weighted {
            left -= weight;
            if left < 0.0 {
                return option;
            }
        }
        weighted.last().map_or("", |(option, _)| option)
    }

    /// Each option by itself, with its own share; in the order given.
    pub fn subset<'a>(&mut self, shares: &[(&'a str, f64)]) -> Vec<&'a str> {
        shares.iter().filter(|(_, share)| self.happens(*share)).map(|(option, _)| *option).collect()
    }

    /// The same things in another order.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            let most = u32::try_from(last).unwrap_or(u32::MAX);
            let other = usize::try_from(self.between(0, most)).unwrap_or(0);
            things.swap(last, other);
        }
    }
}
