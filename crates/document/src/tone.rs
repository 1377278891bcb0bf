/// The colour of a mark, named by what it means. Ordered answers run from brick through grey to green, with lightness
/// that grey print and colour-blind eyes can follow; unordered ones share one cool ramp; a single measure is green.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// The worst answer of an ordered scale.
    Worst,
    Bad,
    Poor,
    Middle,
    Fair,
    Good,
    /// The best answer of an ordered scale.
    Best,
    /// A single measure, where nothing is good or bad.
    Plain,
    /// The other audience beside it, or what stands apart: „не мога да преценя“.
    Quiet,
    /// An unordered option by its position, from 0; after the seventh they begin anew.
    Option(u8),
}

impl Tone {
    /// The tone of the option at `position` (0 = worst) of an ordered scale of `of` options.
    pub fn ordered(position: usize, of: usize) -> Tone {
        use Tone::{Bad, Best, Fair, Good, Middle, Poor, Worst};
        let ramp: &[Tone] = match of {
            0 | 1 => &[Best],
            2 => &[Worst, Best],
            3 => &[Worst, Middle, Best],
            4 => &[Worst, Poor, Fair, Best],
            5 => &[Worst, Poor, Middle, Fair, Best],
            6 => &[Worst, Bad, Poor, Fair, Good, Best],
            _ => &[Worst, Bad, Poor, Middle, Fair, Good, Best],
        };
        // A longer scale than seven is squeezed into seven tones.
        let place = if of > ramp.len() { position * ramp.len() / of } else { position };
        ramp.get(place).copied().unwrap_or(Best)
    }

    /// The tone of the unordered option at `position`.
    pub fn unordered(position: usize) -> Tone {
        Tone::Option(u8::try_from(position % 7).unwrap_or(0))
    }

    /// Whether the tone alone stands out too little from white paper and from the ground of a bar.
    pub fn is_pale(self) -> bool {
        matches!(self, Tone::Bad | Tone::Poor | Tone::Middle | Tone::Fair | Tone::Option(1 | 3 | 5))
    }

    /// Every tone there is, for palettes and their tests.
    pub fn all() -> impl Iterator<Item = Tone> {
        use Tone::{Bad, Best, Fair, Good, Middle, Plain, Poor, Quiet, Worst};
        [Worst, Bad, Poor, Middle, Fair, Good, Best, Plain, Quiet].into_iter().chain((0..7).map(Tone::Option))
    }

    /// The name of the tone in style sheets: `worst`, `option-3`.
    pub fn name(self) -> &'static str {
        match self {
            Tone::Worst => "worst",
            Tone::Bad => "bad",
            Tone::Poor => "poor",
            Tone::Middle => "middle",
            Tone::Fair => "fair",
            Tone::Good => "good",
            Tone::Best => "best",
            Tone::Plain => "plain",
            Tone::Quiet => "quiet",
            Tone::Option(0) => "option-1",
            Tone::Option(1) => "option-2",
            Tone::Option(2) => "option-3",
            Tone::Option(3) => "option-4",
            Tone::Option(4) => "option-5",
            Tone::Option(5) => "option-6",
            Tone::Option(_) => "option-7",
        }
    }
}
