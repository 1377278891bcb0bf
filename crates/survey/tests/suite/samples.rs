//! Workbooks that others made: each is taken, or refused with its reasons.

use std::path::PathBuf;
use survey::xlsform;

pub fn shared(name: &str) -> Option<PathBuf> {
    let root = std::env::var_os("GLAS_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let path = root.join(name);
    if path.exists() {
        return Some(path);
    }
    eprintln!("SKIPPED: {} is not there; set GLAS_SHARED to the folder of samples", path.display());
    None
}

#[test]
fn each_is_taken_or_refused_with_reasons() {
    let Some(folder) = shared("samples/xlsform") else { return };
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&file).unwrap();
        match xlsform::import(&bytes, &name) {
            Ok(imported) => {
                println!(
                    "{name}: {} questions, {} warnings",
                    imported.questionnaire.questions().count(),
                    imported.warnings.len()
                );
                for w in &imported.warnings {
                    println!("    w {:?} {:?}{:?} {:?}", w.sheet, w.letter(), w.row, w.problem);
                }
            }
            Err(problems) => {
                println!("{name}: REFUSED {}", problems.len());
                for w in problems.iter().take(12) {
                    println!("    {:?} {:?}{:?} {:?}", w.sheet, w.letter(), w.row, w.problem);
                }
            }
        }
    }
}
