use std::{collections::BTreeSet, sync::LazyLock};
use typst::{
    foundations::Bytes,
    text::{Font, FontBook},
    utils::LazyHash,
};

/// The fonts of the report, inside the program.
pub(crate) struct Fonts {
    pub fonts: Vec<Font>,
    pub book: LazyHash<FontBook>,
    /// Every code point that some of them can draw.
    pub letters: BTreeSet<u32>,
}

pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let files: [&'static [u8]; 7] = [
        include_bytes!("../../../assets/fonts/SofiaSans-Regular.ttf"),
        include_bytes!("../../../assets/fonts/SofiaSans-Italic.ttf"),
        include_bytes!("../../../assets/fonts/SofiaSans-SemiBold.ttf"),
        include_bytes!("../../../assets/fonts/SofiaSans-Bold.ttf"),
        include_bytes!("../../../assets/fonts/SourceSerif4-Regular.ttf"),
        include_bytes!("../../../assets/fonts/SourceSerif4-It.ttf"),
        include_bytes!("../../../assets/fonts/SourceSerif4-Semibold.ttf"),
    ];
    let fonts: Vec<Font> = files.into_iter().filter_map(|file| Font::new(Bytes::new(file), 0)).collect();
    let letters = fonts.iter().flat_map(|font| font.info().coverage.iter()).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts, letters }
});
