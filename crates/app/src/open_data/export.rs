use super::{Rows, Shape, codebook_words, texts::told_both, told, values::Mapping};
use crate::{Failure, Words};
use base::{FileDigest, QuestionnaireId};
use dataset::{
    Cut, Dataset, MadeFile, Summary, Value,
    csv::{Style, Table},
    csvw, dcat, ddi, frictionless,
    sav::File,
    workbook::{Book, Unwritable},
};
use sha2::{Digest as _, Sha256};
use std::{
    collections::BTreeMap,
    io::{self, Write},
};
use survey::Mode;

/// A data set that is ready to be written in any form: its shape, and what a first walk over the answers found.
pub struct Export {
    shape: Shape,
    summary: Summary,
}

/// What came of a file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub bytes: u64,
    pub digest: FileDigest,
}

impl Written {
    /// Writes bytes that are there already.
    ///
    /// # Errors
    /// Only those of `out`.
    pub fn all(out: impl Write, bytes: &[u8]) -> io::Result<Written> {
        let mut out = Counted::new(out);
        out.write_all(bytes)?;
        out.finish()
    }

    /// What a file holds that was written before.
    ///
    /// # Errors
    /// Only those of reading.
    pub fn read(file: &mut impl io::Read) -> io::Result<Written> {
        let mut counted = Counted::new(io::sink());
        io::copy(file, &mut counted)?;
        counted.finish()
    }

    /// As those who list it tell of it.
    pub fn named(&self, name: &str, media_type: &'static str) -> MadeFile {
        MadeFile { name: name.to_owned(), media_type, bytes: self.bytes, digest: self.digest.to_string() }
    }
}

impl Export {
    /// Walks over the answers once.
    ///
    /// # Errors
    /// Those of the rows.
    pub fn prepare(mut shape: Shape, rows: &mut dyn Rows) -> Result<Export, Failure> {
        let mut summary = Summary::new(&shape.dataset);
        let mut modes: BTreeMap<Mode, u64> = BTreeMap::new();
        walk(&shape, rows, |response, row| {
            summary.add(row);
            *modes.entry(response.mode).or_default() += 1;
            Ok(())
        })?;
        shape.dataset.description.modes = told_both("method-modes", |words| {
            let mode = |(mode, count): (&Mode, &u64)| {
                format!("{} – {}", words.say(&format!("mode-{}", mode.code())), words.whole(*count))
            };
            vec![("modes", modes.iter().map(mode).collect::<Vec<_>>().join(", ").into())]
        });
        Ok(Export { shape, summary })
    }

    pub fn dataset(&self) -> &Dataset {
        &self.shape.dataset
    }

    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    /// # Errors
    /// Those of the rows and of `out`.
    pub fn csv(&self, rows: &mut dyn Rows, out: impl Write, style: Style) -> Result<Written, Failure> {
        let mut table = Table::begin(Counted::new(out), self.dataset(), style).map_err(fault)?;
        walk(&self.shape, rows, |_, row| table.row(row).map_err(fault))?;
        table.finish().and_then(Counted::finish).map_err(fault)
    }

    /// # Errors
    /// Those of the rows and of `out`.
    pub fn sav(&self, rows: &mut dyn Rows, out: impl Write) -> Result<(Written, Vec<Cut>), Failure> {
        let mut file = File::begin(Counted::new(out), self.dataset(), &self.summary).map_err(fault)?;
        walk(&self.shape, rows, |_, row| file.row(row).map_err(fault))?;
        let (out, cuts) = file.finish().map_err(fault)?;
        Ok((out.finish().map_err(fault)?, cuts))
    }

    /// The answers, the codebook and the description as sheets.
    ///
    /// # Errors
    /// [`Trouble::TooLargeForWorkbook`], and those of the rows.
    pub fn workbook(&self, rows: &mut dyn Rows) -> Result<Vec<u8>, Failure> {
        let words = codebook_words(&Words::new(self.shape.language()));
        let mut book = Book::begin(self.dataset(), self.summary.rows, &words).map_err(unwritable)?;
        walk(&self.shape, rows, |_, row| book.row(row).map_err(unwritable))?;
        book.finish(&self.summary, &words, &told(self.dataset())).map_err(unwritable)
    }

    /// The codebook and the description as sheets, without answers.
    ///
    /// # Errors
    /// Only faults.
    pub fn codebook(&self) -> Result<Vec<u8>, Failure> {
        let words = codebook_words(&Words::new(self.shape.language()));
        let book = Book::codebook_only(self.dataset());
        book.finish(&self.summary, &words, &told(self.dataset())).map_err(unwritable)
    }

    /// # Errors
    /// Only faults.
    pub fn ddi(&self, data: &[String]) -> Result<String, Failure> {
        ddi::codebook(self.dataset(), &self.summary, data).map_err(fault)
    }

    pub fn csvw(&self, table: &str, codes: &str) -> String {
        csvw::metadata(self.dataset(), table, codes)
    }

    /// # Errors
    /// Only faults.
    pub fn codes(&self) -> Result<Vec<u8>, Failure> {
        csvw::codes(Vec::new(), self.dataset()).map_err(fault)
    }

    pub fn frictionless(&self, table: &MadeFile) -> String {
        frictionless::package(self.dataset(), table)
    }

    pub fn dcat(&self, files: &[MadeFile], base: Option<&str>) -> String {
        dcat::record(self.dataset(), files, base)
    }
}

/// Every response as a row of the shape; a version is compared with the current one once.
pub(super) fn walk(
    shape: &Shape,
    rows: &mut dyn Rows,
    mut take: impl FnMut(&survey::Response, &[Value<'_>]) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut mappings: BTreeMap<QuestionnaireId, Mapping> = BTreeMap::new();
    rows.each(&mut |row| {
        let response = row.response;
        let mapping = mappings.entry(response.questionnaire).or_insert_with(|| shape.mapping(row.version));
        shape.with_row(row.version, mapping, response, row.spoken, |cells| take(response, cells))
    })
}

fn fault(error: io::Error) -> Failure {
    Failure::Fault(error.into())
}

fn unwritable(error: Unwritable) -> Failure {
    match error {
        Unwritable::TooLarge { rows, columns } => super::Trouble::TooLargeForWorkbook { rows, columns }.into(),
        Unwritable::Fault(fault) => Failure::Fault(anyhow::anyhow!(fault)),
    }
}

/// Counts what passes through, and makes its digest.
struct Counted<W> {
    out: W,
    bytes: u64,
    digest: Sha256,
}

impl<W: Write> Counted<W> {
    fn new(out: W) -> Counted<W> {
        Counted { out, bytes: 0, digest: Sha256::new() }
    }

    fn finish(mut self) -> io::Result<Written> {
        self.out.flush()?;
        Ok(Written { bytes: self.bytes, digest: FileDigest(self.digest.finalize().into()) })
    }
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.bytes += u64::try_from(written).unwrap_or(0);
        self.digest.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
