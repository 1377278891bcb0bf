/// An order of rows that a seed decides and that tells nothing of the order in which they came.
///
/// Each row is ranked by its key alone, mixed with the seed; so rows can be ranked without holding them. The mixing is the
/// finaliser of SplitMix64 (Steele, Lea, Flood 2014), applied to each half of the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    seed: u64,
}

impl Order {
    pub fn new(seed: u64) -> Order {
        Order { seed }
    }

    /// Where the row stands among the others; equal only for equal keys.
    pub fn rank(self, key: [u8; 16]) -> (u64, [u8; 16]) {
        let whole = u128::from_be_bytes(key);
        let high = u64::try_from(whole >> 64).unwrap_or_default();
        let low = u64::try_from(whole & u128::from(u64::MAX)).unwrap_or_default();
        let mixed = mix(mix(self.seed ^ high).wrapping_add(low));
        (mixed, key)
    }
}

fn mix(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
