use crate::fonts::FONTS;
use anyhow::anyhow;
use typst::{
    Feature, Library, LibraryExt, World,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Dict, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;

/// All that Typst can see: the templates, the fonts, the document as data, one fixed day.
pub(crate) struct Paper {
    library: LazyHash<Library>,
    main: FileId,
    sources: Vec<Source>,
    day: Option<Datetime>,
}

/// Which template sets the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Template {
    Report,
    Form,
    Sheet,
    Postcard,
    Art,
}

impl Template {
    fn file(self) -> &'static str {
        match self {
            Template::Report => "report.typ",
            Template::Form => "form.typ",
            Template::Sheet => "sheet.typ",
            Template::Postcard => "postcard.typ",
            Template::Art => "art.typ",
        }
    }
}

pub(crate) const TEMPLATES: [(&str, &str); 8] = [
    ("report.typ", include_str!("template/report.typ")),
    ("form.typ", include_str!("template/form.typ")),
    ("sheet.typ", include_str!("template/sheet.typ")),
    ("postcard.typ", include_str!("template/postcard.typ")),
    ("art.typ", include_str!("template/art.typ")),
    ("cover.typ", include_str!("template/cover.typ")),
    ("blocks.typ", include_str!("template/blocks.typ")),
    ("figure.typ", include_str!("template/figure.typ")),
];

impl Paper {
    pub fn new(template: Template, data: Dict, day: Option<Datetime>) -> Paper {
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = Library::builder().with_inputs(data).with_features(features).build();
        let sources: Vec<Source> =
            TEMPLATES.iter().map(|(name, text)| Source::new(id(name), (*text).to_owned())).collect();
        Paper { library: LazyHash::new(library), main: id(template.file()), sources, day }
    }

    /// # Errors
    /// A fault of the template or of Typst, never of the words.
    pub fn pages(&self) -> Result<PagedDocument, anyhow::Error> {
        typst::compile::<PagedDocument>(self).output.map_err(|errors| fault(&errors))
    }
}

/// What Typst complains of, in one line.
pub(crate) fn fault(errors: &[SourceDiagnostic]) -> anyhow::Error {
    let words: Vec<String> = errors
        .iter()
        .map(|error| {
            let hints: Vec<&str> = error.hints.iter().map(|hint| hint.v.as_str()).collect();
            format!("{} ({})", error.message, hints.join("; "))
        })
        .collect();
    anyhow!("typesetting failed: {}", words.join("; "))
}

#[expect(clippy::expect_used, reason = "the names above are plain file names")]
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
        self.day
    }
}
