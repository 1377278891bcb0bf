/// A place on an axis, and what stands there.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    pub at: f64,
    /// „50 %“, „много важно“
    pub words: String,
}

impl Tick {
    pub fn new(at: f64, words: impl Into<String>) -> Tick {
        Tick { at, words: words.into() }
    }
}
