/// The number by which one person's order of options and groups is drawn. It is kept with the answers, so that somebody
/// can look whether the order mattered; there are so few that it tells nobody apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seed(pub u16);

/// The items in the order that the seed gives to what bears this code; those that `stays` keeps remain in their places.
/// The same seed and code always give the same order.
pub fn in_order<T>(items: Vec<T>, seed: Seed, code: &str, stays: impl Fn(&T) -> bool) -> Vec<T> {
    let mut state = code.bytes().fold(u64::from(seed.0) ^ 0x6a09_e667_f3bc_c908, |state, byte| {
        (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let mut places: Vec<usize> = Vec::new();
    let mut slots: Vec<Option<T>> = Vec::with_capacity(items.len());
    for (place, item) in items.into_iter().enumerate() {
        if !stays(&item) {
            places.push(place);
        }
        slots.push(Some(item));
    }
    // Fisher and Yates, from the end.
    for last in (1..places.len()).rev() {
        let drawn = usize::try_from(next(&mut state) % (u64::try_from(last).unwrap_or(0) + 1)).unwrap_or(0);
        if let (Some(one), Some(other)) = (places.get(last).copied(), places.get(drawn).copied()) {
            slots.swap(one, other);
        }
    }
    slots.into_iter().flatten().collect()
}

/// One step of Vigna's `SplitMix64`.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
