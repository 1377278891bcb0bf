use super::{make, run};
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

#[test]
fn the_committed_files_are_what_the_sources_make() {
    run(root(), true).unwrap();
}

#[test]
fn the_same_sources_give_the_same_bytes() {
    let folder = root().join("examples/primerovo");
    assert!(make(&folder).unwrap() == make(&folder).unwrap());
}
