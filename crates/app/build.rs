//! Lists the locale files of each language, so that a new file is found without being named anywhere.

use std::{env, fmt::Write, fs, path::PathBuf};

fn main() {
    let locales = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../../locales");
    println!("cargo::rerun-if-changed={}", locales.display());
    let mut code = String::from(
        "fn files(language: Language) -> &'static [(&'static str, &'static str)] {\n    match language {\n",
    );
    for (variant, tag) in [("Bulgarian", "bg"), ("English", "en")] {
        let folder = locales.join(tag);
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut names: Vec<_> = fs::read_dir(&folder)
            .expect("a folder for each language")
            .map(|entry| entry.expect("a readable folder").file_name().into_string().expect("a plain name"))
            .filter(|name| name.ends_with(".ftl"))
            .collect();
        names.sort();
        writeln!(code, "        Language::{variant} => &[").expect("a string takes it");
        for name in names {
            let path = folder.join(&name).canonicalize().expect("the file was just listed");
            println!("cargo::rerun-if-changed={}", path.display());
            writeln!(code, "            ({name:?}, include_str!({path:?})),").expect("a string takes it");
        }
        code.push_str("        ],\n");
    }
    code.push_str("    }\n}\n");
    let target = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it")).join("locale_files.rs");
    fs::write(target, code).expect("the build folder takes it");
}
