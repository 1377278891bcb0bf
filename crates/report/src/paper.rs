use crate::fonts::FONTS;
use typst::{
    Feature, Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Dict, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

/// All that Typst can see: the template, the fonts, the document as data, one fixed day.
pub(crate) struct Paper {
    library: LazyHash<Library>,
    main: FileId,
    sources: Vec<Source>,
    day: Datetime,
}

const TEMPLATE: [(&str, &str); 4] = [
    ("report.typ", include_str!("template/report.typ")),
    ("cover.typ", include_str!("template/cover.typ")),
    ("blocks.typ", include_str!("template/blocks.typ")),
    ("figure.typ", include_str!("template/figure.typ")),
];

impl Paper {
    pub fn new(document: Dict, day: Datetime) -> Paper {
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = Library::builder().with_inputs(document).with_features(features).build();
        let sources: Vec<Source> =
            TEMPLATE.iter().map(|(name, text)| Source::new(id(name), (*text).to_owned())).collect();
        Paper { library: LazyHash::new(library), main: id("report.typ"), sources, day }
    }
}

#[expect(clippy::expect_used, reason = "the four names above are plain file names")]
fn id(name: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).expect("a plain file name")).intern()
}

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.sources.iter().find(|source| source.id() == id);
        found.cloned().ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        Err(FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        Some(self.day)
    }
}
