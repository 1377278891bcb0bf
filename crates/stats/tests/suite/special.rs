//! Special functions against values computed apart with fifty digits.

use stats::math::{normal, student};

#[test]
fn the_normal_and_t_quantiles_of_everyday() {
    assert!((normal::upper_quantile(0.025) - 1.959_963_984_540_054).abs() < 1e-15);
    assert!((student::upper_quantile(0.025, 14.0) - 2.144_786_687_917_804).abs() < 1e-14);
}
