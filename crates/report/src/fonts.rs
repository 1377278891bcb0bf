use std::{collections::BTreeSet, sync::LazyLock};
use typst::{
    foundations::Bytes,
    text::{Font, FontBook},
    utils::LazyHash,
};

/// The files of the fonts, by their names.
pub(crate) const FILES: [(&str, &[u8]); 7] = [
    ("SofiaSans-Regular.ttf", include_bytes!("../../../assets/fonts/SofiaSans-Regular.ttf")),
    ("SofiaSans-Italic.ttf", include_bytes!("../../../assets/fonts/SofiaSans-Italic.ttf")),
    ("SofiaSans-SemiBold.ttf", include_bytes!("../../../assets/fonts/SofiaSans-SemiBold.ttf")),
    ("SofiaSans-Bold.ttf", include_bytes!("../../../assets/fonts/SofiaSans-Bold.ttf")),
    ("SourceSerif4-Regular.ttf", include_bytes!("../../../assets/fonts/SourceSerif4-Regular.ttf")),
    ("SourceSerif4-It.ttf", include_bytes!("../../../assets/fonts/SourceSerif4-It.ttf")),
    ("SourceSerif4-Semibold.ttf", include_bytes!("../../../assets/fonts/SourceSerif4-Semibold.ttf")),
];

/// The fonts of the report, inside the program.
pub(crate) struct Fonts {
    pub fonts: Vec<Font>,
    pub book: LazyHash<FontBook>,
    /// Every code point that some of them can draw.
    pub letters: BTreeSet<u32>,
}

pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let fonts: Vec<Font> = FILES.into_iter().filter_map(|(_, bytes)| Font::new(Bytes::new(bytes), 0)).collect();
    let letters = fonts.iter().flat_map(|font| font.info().coverage.iter()).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts, letters }
});
