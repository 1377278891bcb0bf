use dataset::Order;

fn key(number: u32) -> [u8; 16] {
    u128::from(number).to_be_bytes()
}

fn ordered(seed: u64, rows: u32) -> Vec<u32> {
    let order = Order::new(seed);
    let mut rows: Vec<u32> = (0..rows).collect();
    rows.sort_by_key(|row| order.rank(key(*row)));
    rows
}

#[test]
fn a_seed_decides_the_order_and_nothing_of_the_old_one_is_left() {
    assert_eq!(ordered(7, 500), ordered(7, 500));
    assert_ne!(ordered(7, 500), ordered(8, 500));
    let rows = ordered(7, 1000);
    // Neighbours of a random order were neighbours before about twice.
    let neighbours = rows.windows(2).filter(|pair| pair[0].abs_diff(pair[1]) == 1).count();
    assert!(neighbours < 12, "{neighbours}");
    // Who came in the first half is in each half equally often.
    let early = rows.iter().take(500).filter(|row| **row < 500).count();
    assert!((200..300).contains(&early), "{early}");
}
