use app::{
    Failure,
    open_data::{Export, Format, Rows, Written},
};
use base::Language;
use dataset::{Archive, Cut, MadeFile, csv::Style};
use std::{
    fs::File,
    io::{self, BufWriter, Seek, Write},
    path::{Path, PathBuf},
};
use tempfile::NamedTempFile;

/// What is to be written, and where.
pub struct Target {
    pub path: PathBuf,
    pub format: Format,
    pub labels: bool,
    pub language: Language,
}

/// The data set of one audience, written.
pub struct Made {
    pub audience: String,
    pub rows: u64,
    pub variables: usize,
    /// The first is the one that was asked for; their names are paths.
    pub files: Vec<MadeFile>,
    pub cuts: Vec<Cut>,
}

impl Target {
    /// Writes the files; each has its name only when it is whole. `ending` tells several audiences apart.
    pub fn write(
        &self,
        export: &Export,
        rows: &mut dyn Rows,
        audience: &str,
        ending: Option<&str>,
    ) -> Result<Made, Failure> {
        let path = self.path_of(ending);
        let mut made = Made {
            audience: audience.to_owned(),
            rows: export.summary().rows,
            variables: export.dataset().variables.len(),
            files: Vec::new(),
            cuts: Vec::new(),
        };
        match self.format {
            Format::Csv => {
                let style = if self.labels { Style::Labels(self.language.into()) } else { Style::GuardedCodes };
                made.add(&path, self.format, |file| export.csv(rows, file, style))?;
            }
            Format::Sav => {
                let mut cuts = Vec::new();
                made.add(&path, self.format, |file| {
                    let (written, found) = export.sav(rows, file)?;
                    cuts = found;
                    Ok(written)
                })?;
                made.cuts = cuts;
            }
            Format::Xlsx => {
                let bytes = export.workbook(rows)?;
                made.add_bytes(&path, self.format, &bytes)?;
            }
            Format::Ddi => {
                let text = export.ddi(&[file_name(&path.with_extension("csv"))])?;
                made.add_bytes(&path, self.format, text.as_bytes())?;
            }
            Format::Csvw => {
                let codes = with_ending(&path, "-codes.csv");
                made.add(&path, Format::Csv, |file| export.csv(rows, file, Style::Codes))?;
                let text = export.csvw(&file_name(&path), &file_name(&codes));
                made.add_bytes(&added(&path, "-metadata.json"), self.format, text.as_bytes())?;
                made.add_bytes(&codes, Format::Csv, &export.codes()?)?;
            }
            Format::Frictionless if path.extension().is_some_and(|ending| ending == "zip") => {
                made.add(&path, self.format, |file| zipped(export, rows, file))?;
            }
            Format::Frictionless => {
                std::fs::create_dir_all(&path).map_err(|error| fault(error, &path))?;
                let table =
                    made.add(&path.join("data.csv"), Format::Csv, |file| export.csv(rows, file, Style::Codes))?;
                let text = export.frictionless(&MadeFile { name: "data.csv".to_owned(), ..table });
                made.add_bytes(&path.join("datapackage.json"), self.format, text.as_bytes())?;
            }
            Format::Dcat => {
                let table = export.csv(rows, io::sink(), Style::GuardedCodes)?;
                let name = file_name(&path.with_extension("csv"));
                let text = export.dcat(&[table.named(&name, Format::Csv.media_type())], None);
                made.add_bytes(&path, self.format, text.as_bytes())?;
            }
        }
        Ok(made)
    }

    fn path_of(&self, ending: Option<&str>) -> PathBuf {
        let Some(ending) = ending else { return self.path.clone() };
        let kind = self.path.extension().map(|kind| format!(".{}", kind.to_string_lossy())).unwrap_or_default();
        with_ending(&self.path, &format!("-{ending}{kind}"))
    }
}

impl Made {
    fn add(
        &mut self,
        path: &Path,
        format: Format,
        write: impl FnOnce(&mut BufWriter<File>) -> Result<Written, Failure>,
    ) -> Result<MadeFile, Failure> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let kept = NamedTempFile::new_in(folder).map_err(|error| fault(error, path))?;
        let mut out = BufWriter::with_capacity(1 << 18, kept.reopen().map_err(|error| fault(error, path))?);
        let written = write(&mut out)?;
        out.into_inner().map_err(|error| fault(error.into_error(), path))?;
        readable(&kept).map_err(|error| fault(error, path))?;
        kept.persist(path).map_err(|error| fault(error.error, path))?;
        let file = written.named(&path.display().to_string(), format.media_type());
        self.files.push(file.clone());
        Ok(file)
    }

    fn add_bytes(&mut self, path: &Path, format: Format, bytes: &[u8]) -> Result<MadeFile, Failure> {
        self.add(path, format, |file| Written::all(file, bytes).map_err(|error| fault(error, path)))
    }
}

/// The table and what it means, in one archive.
fn zipped(export: &Export, rows: &mut dyn Rows, file: &mut BufWriter<File>) -> Result<Written, Failure> {
    let io = |error: io::Error| Failure::Fault(error.into());
    let mut archive = Archive::new(&mut *file);
    archive.begin("data.csv").map_err(io)?;
    let table = export.csv(rows, &mut archive, Style::Codes)?.named("data.csv", Format::Csv.media_type());
    archive.begin("datapackage.json").map_err(io)?;
    archive.write_all(export.frictionless(&table).as_bytes()).map_err(io)?;
    archive.finish().map_err(io)?;
    file.flush().map_err(io)?;
    file.rewind().map_err(io)?;
    Written::read(file.get_mut()).map_err(io)
}

/// A temporary file is its owner's alone; what was asked for is for whoever may read its folder.
#[cfg(unix)]
fn readable(kept: &NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    kept.as_file().set_permissions(std::fs::Permissions::from_mode(0o640))
}

#[cfg(not(unix))]
fn readable(_: &NamedTempFile) -> io::Result<()> {
    Ok(())
}

fn fault(error: io::Error, path: &Path) -> Failure {
    Failure::Fault(anyhow::Error::from(error).context(path.display().to_string()))
}

/// The path without its ending, and this behind it.
fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!("{stem}{ending}"))
}

fn added(path: &Path, ending: &str) -> PathBuf {
    path.with_file_name(format!("{}{ending}", file_name(path)))
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
