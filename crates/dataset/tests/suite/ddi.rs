use crate::sample::sample;
use dataset::ddi::codebook;
use quick_xml::{Reader, events::Event};

/// The elements with the path that leads to each.
fn elements(text: &str) -> Vec<String> {
    let mut reader = Reader::from_str(text);
    let (mut path, mut all) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                path.push(start.name().as_ref().to_owned());
                for attribute in start.attributes() {
                    attribute.unwrap();
                }
                all.push(path.join("/"));
            }
            Event::End(_) => drop(path.pop()),
            Event::Eof => break,
            Event::Empty(_) => panic!("an empty element"),
            _ => {}
        }
    }
    assert!(path.is_empty());
    all
}

/// What an archive asks for, and the order that the schema demands.
#[test]
fn the_codebook_has_the_structure_of_the_standard() {
    let sample = sample();
    let text = codebook(&sample.dataset, &sample.summary(), &["data.csv".to_owned(), "data.sav".to_owned()]).unwrap();
    let all = elements(&text);
    let children = |parent: &str| -> Vec<String> {
        let mut names: Vec<String> = all
            .iter()
            .filter_map(|path| path.strip_prefix(parent)?.strip_prefix('/'))
            .filter(|rest| !rest.contains('/'))
            .map(str::to_owned)
            .collect();
        names.dedup();
        names
    };
    assert_eq!(all[0], "codeBook");
    assert_eq!(children("codeBook"), ["docDscr", "stdyDscr", "fileDscr", "dataDscr"]);
    assert_eq!(children("codeBook/stdyDscr"), ["citation", "stdyInfo", "method", "dataAccs"]);
    assert_eq!(
        children("codeBook/stdyDscr/citation"),
        ["titlStmt", "rspStmt", "prodStmt", "distStmt", "verStmt", "biblCit", "holdings"]
    );
    assert_eq!(children("codeBook/stdyDscr/citation/titlStmt"), ["titl", "parTitl", "IDNo"]);
    assert_eq!(children("codeBook/stdyDscr/stdyInfo"), ["abstract", "sumDscr", "notes"]);
    assert_eq!(children("codeBook/stdyDscr/stdyInfo/sumDscr"), ["collDate", "nation", "universe", "dataKind"]);
    assert_eq!(children("codeBook/stdyDscr/method/dataColl"), ["sampProc", "collMode", "cleanOps", "weight"]);
    assert_eq!(children("codeBook/dataDscr"), ["varGrp", "var"]);
    assert_eq!(all.iter().filter(|path| *path == "codeBook/dataDscr/var").count(), sample.dataset.variables.len());
    assert_eq!(all.iter().filter(|path| *path == "codeBook/fileDscr").count(), 2);
    let order = ["labl", "qstn", "invalrng", "universe", "sumStat", "catgry", "notes", "varFormat"];
    for child in children("codeBook/dataDscr/var").windows(2) {
        let place = |name: &str| order.iter().position(|one| *one == name).unwrap();
        assert!(place(&child[0]) < place(&child[1]) || child[0] == "varFormat", "{child:?}");
    }
    assert!(text.contains("<labl xml:lang=\"bg\">Изобщо не</labl>") && text.contains("xml:lang=\"en\""));
    assert!(text.contains("missing=\"Y\" missType=\"not-shown\""));
    assert!(text.contains("type=\"multipleResp\" var=\"V4 V5\""));
}

#[test]
fn hostile_words_stay_words() {
    let mut sample = sample();
    for hostile in crate::sample::HOSTILE.into_iter().chain(["\u{1}\u{b}x"]) {
        sample.dataset.variables[0].label = base::Text::bulgarian(hostile);
        sample.dataset.description.identifier = hostile.to_owned();
        let text = codebook(&sample.dataset, &sample.summary(), &[hostile.to_owned()]).unwrap();
        elements(&text);
        assert!(!text.contains("<script>") && !text.contains('\u{1}'));
    }
}
