//! What a report costs that is nothing but Typst: the folder written by `glas report --source`, read and set without any
//! code of ours. `cargo run --release -p report --example bare_typst -- FOLDER OUTPUT.pdf` prints the pages as JSON.

use anyhow::{Context, Result, anyhow};
use std::{
    fs,
    path::{Path, PathBuf},
};
use typst::{
    Feature, Library, LibraryExt, World,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Dict, Duration, Str, Value},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (folder, output) = arguments.next().zip(arguments.next()).context("FOLDER OUTPUT.pdf")?;
    let world = Folder::open(&folder)?;
    let pages = typst::compile::<PagedDocument>(&world).output.map_err(|errors| told(&errors))?;
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]);
    let options = PdfOptions {
        timestamp: world.today(None).map(Timestamp::new_utc),
        standards: standards.map_err(|error| anyhow!("{}", error.message()))?,
        ..PdfOptions::default()
    };
    fs::write(&output, typst_pdf::pdf(&pages, &options).map_err(|errors| told(&errors))?)?;
    println(&format!("{{\"pages\":{}}}", pages.pages().len()));
    Ok(())
}

#[expect(clippy::print_stdout, reason = "what a program says, it says here")]
fn println(line: &str) {
    println!("{line}");
}

fn told(errors: &[SourceDiagnostic]) -> anyhow::Error {
    let words: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    anyhow!("{}", words.join("; "))
}

/// Typst's world when it is a folder on a disk.
struct Folder {
    path: PathBuf,
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: FileId,
}

impl Folder {
    fn open(path: &Path) -> Result<Folder> {
        let mut names = Vec::new();
        for entry in fs::read_dir(path.join("fonts"))? {
            names.push(entry?.path());
        }
        names.sort();
        let mut fonts = Vec::new();
        for name in names {
            fonts.extend(Font::iter(Bytes::new(fs::read(name)?)));
        }
        let inputs: Dict = [(Str::from("document"), Value::Str("document.cbor".into()))].into_iter().collect();
        let features = [Feature::A11yExtras].into_iter().collect();
        let main = VirtualPath::new("report.typ").map_err(|_| anyhow!("report.typ"))?;
        Ok(Folder {
            path: path.to_owned(),
            library: LazyHash::new(Library::builder().with_inputs(inputs).with_features(features).build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: RootedPath::new(VirtualRoot::Project, main).intern(),
        })
    }

    fn read(&self, id: FileId) -> FileResult<Vec<u8>> {
        let path = self.path.join(id.vpath().get_without_slash());
        fs::read(&path).map_err(|error| FileError::from_io(error, &path))
    }
}

impl World for Folder {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let text = String::from_utf8(self.read(id)?).map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.read(id).map(Bytes::new)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        Datetime::from_ymd_hms(2023, 7, 27, 0, 0, 0)
    }
}
