use super::{make, run};
use std::{collections::BTreeMap, path::Path};

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

#[test]
fn as_many_answered_as_the_study_says() {
    let made: BTreeMap<String, Vec<u8>> = make(&root().join("examples/primerovo")).unwrap().into_iter().collect();
    let check = |name: &str, expect: &[(&str, usize)]| {
        let mut table = csv::Reader::from_reader(made[name].as_slice());
        assert_eq!(table.headers().unwrap().iter().take(2).collect::<Vec<_>>(), ["day", "mode"]);
        let mut modes = BTreeMap::new();
        for row in table.records() {
            *modes.entry(row.unwrap()[1].to_owned()).or_insert(0) += 1;
        }
        assert_eq!(modes.iter().map(|(mode, count)| (mode.as_str(), *count)).collect::<Vec<_>>(), expect);
    };
    check("residents.csv", &[("online", 120), ("paper", 56)]);
    check("officials.csv", &[("online", 6)]);
}
