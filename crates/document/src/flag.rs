//! The flag of the European Union by its official geometry: width to height as 3 to 2, twelve five-pointed stars on an
//! invisible circle of a third of the height, each star in a circle of an eighteenth of the height, one point upright.

use crate::escape::{escaped, measure};

pub const BLUE: &str = "#003399";
pub const YELLOW: &str = "#ffcc00";

/// Centres of the stars on a flag 54 wide and 36 high, like the hours of a clock from twelve.
pub const STARS: [(f64, f64); 12] = [
    (27.0, 6.0),
    (33.0, 7.61),
    (37.39, 12.0),
    (39.0, 18.0),
    (37.39, 24.0),
    (33.0, 28.39),
    (27.0, 30.0),
    (21.0, 28.39),
    (16.61, 24.0),
    (15.0, 18.0),
    (16.61, 12.0),
    (21.0, 7.61),
];

/// The ten corners of a star of radius 2 around its centre; inner corners on 0.382 of the radius.
pub const STAR: [(f64, f64); 10] = [
    (0.0, -2.0),
    (0.45, -0.62),
    (1.9, -0.62),
    (0.73, 0.24),
    (1.18, 1.62),
    (0.0, 0.76),
    (-1.18, 1.62),
    (-0.73, 0.24),
    (-1.9, -0.62),
    (-0.45, -0.62),
];

/// The flag as an `svg` element with `words` as its name and `class` on it.
pub fn svg(words: &str, class: &str) -> String {
    let mut out = format!(
        "<svg class=\"{}\" viewBox=\"0 0 54 36\" width=\"54\" height=\"36\" role=\"img\" aria-label=\"{}\">\
         <rect width=\"54\" height=\"36\" fill=\"{BLUE}\"/><path fill=\"{YELLOW}\" d=\"",
        escaped(class),
        escaped(words)
    );
    for (x, y) in STARS {
        for (place, (right, down)) in STAR.iter().enumerate() {
            let step = if place == 0 { 'M' } else { 'L' };
            out.push_str(&format!("{step}{} {}", measure(x + right), measure(y + down)));
        }
        out.push('Z');
    }
    out.push_str("\"/></svg>\n");
    out
}
