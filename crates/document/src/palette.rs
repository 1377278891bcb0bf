//! The colours behind the tones, light and dark. `assets/css/figure.css` says the same to browsers; a test holds both
//! together and checks that words on every tone can be read.

use crate::{Tone, chart::Paint};

/// A tone and the words that stand on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shade {
    pub fill: &'static str,
    pub words: &'static str,
}

const INK: &str = "#1c2320";
const WHITE: &str = "#ffffff";
const NIGHT: &str = "#0e1512";

/// The colour of a paint on white paper: printed reports and SVG files.
pub fn printed(paint: Paint) -> &'static str {
    match paint {
        Paint::Tone(tone) => light(tone).fill,
        Paint::On(tone) => light(tone).words,
        Paint::Ink => INK,
        Paint::Quiet => "#55605b",
        Paint::Rule => "#ddd8cd",
        Paint::Ground => "#efebe1",
        Paint::Paper => WHITE,
    }
}

pub fn light(tone: Tone) -> Shade {
    let (fill, words) = match tone {
        Tone::Worst => ("#9c3d22", WHITE),
        Tone::Bad => ("#c67852", INK),
        Tone::Poor => ("#d9926f", INK),
        Tone::Middle => ("#d8d3c8", INK),
        Tone::Fair => ("#79b39a", INK),
        Tone::Good => ("#338065", WHITE),
        Tone::Best | Tone::Plain => ("#0b6b4f", WHITE),
        Tone::Quiet => ("#5d7389", WHITE),
        Tone::Option(0) => ("#24425c", WHITE),
        Tone::Option(1) => ("#c9a227", INK),
        Tone::Option(2) => ("#48788c", WHITE),
        Tone::Option(3) => ("#e3d5b0", INK),
        Tone::Option(4) => ("#7a4b6d", WHITE),
        Tone::Option(5) => ("#a9c4d4", INK),
        Tone::Option(_) => ("#555b5e", WHITE),
    };
    Shade { fill, words }
}

pub fn dark(tone: Tone) -> Shade {
    let (fill, words) = match tone {
        Tone::Worst => ("#c9694b", NIGHT),
        Tone::Bad => ("#d58a6b", NIGHT),
        Tone::Poor => ("#e0a88a", NIGHT),
        Tone::Middle => ("#6d716b", WHITE),
        Tone::Fair => ("#7fc2a5", NIGHT),
        Tone::Good => ("#5fb392", NIGHT),
        Tone::Best => ("#3fa37f", NIGHT),
        Tone::Plain => ("#6fc8a6", NIGHT),
        Tone::Quiet => ("#8fa6bd", NIGHT),
        Tone::Option(0) => ("#8fb3d4", NIGHT),
        Tone::Option(1) => ("#d9b84a", NIGHT),
        Tone::Option(2) => ("#6fa3b8", NIGHT),
        Tone::Option(3) => ("#efe4c4", NIGHT),
        Tone::Option(4) => ("#c794b8", NIGHT),
        Tone::Option(5) => ("#c9dde8", NIGHT),
        Tone::Option(_) => ("#9aa1a4", NIGHT),
    };
    Shade { fill, words }
}
