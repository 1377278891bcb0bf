//! Open answers in Bulgarian coded by patterns that a clerk can read and change: no black box.
//!
//! A [`Codebook`] holds codes with patterns like `чака*` or `губ* врем*`. [`Codebook::code`] finds them in an answer and
//! shows where, whether they are denied, and leaves what it does not know to people. Its limits are part of the bargain:
//! a denial after the word („информацията липсва“) is not seen, nor is irony.

mod codebook;
mod coder;
mod distinctive;
mod fold;
mod frequencies;
mod pattern;
mod quality;
mod stem;
mod themes;
mod tokens;
mod transliteration;

pub use codebook::{Code, Codebook, CodebookRefusal, Language};
pub use coder::{Coded, Mention};
pub use distinctive::{Distinctive, distinctive};
pub use frequencies::{Frequency, frequencies};
pub use pattern::{Pattern, PatternRefusal};
pub use quality::Quality;
pub use stem::stem;
pub use themes::{Theme, Themes};
pub use transliteration::transliterated;
