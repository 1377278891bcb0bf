use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};
use zip::ZipArchive;

/// The parts of an office file by name.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|place| {
            let mut part = archive.by_index(place).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// An element with its children, names with their prefixes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Element>,
    pub text: String,
}

impl Element {
    /// Reads a part; fails the test where it is not well-formed.
    pub fn read(xml: &[u8]) -> Element {
        use quick_xml::{Reader, events::Event};
        let mut reader = Reader::from_str(std::str::from_utf8(xml).unwrap());
        reader.config_mut().check_end_names = true;
        let mut open = vec![Element::default()];
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => open.push(Element::of(&start)),
                Event::Empty(start) => {
                    let element = Element::of(&start);
                    open.last_mut().unwrap().children.push(element);
                }
                Event::End(_) => {
                    let element = open.pop().unwrap();
                    open.last_mut().unwrap().children.push(element);
                }
                Event::Text(text) => open.last_mut().unwrap().text.push_str(&text),
                Event::GeneralRef(reference) => {
                    let letter = match &*reference {
                        "amp" => '&',
                        "lt" => '<',
                        "gt" => '>',
                        "quot" => '"',
                        "#39" => '\'',
                        other => panic!("a reference that no part uses: {other:?}"),
                    };
                    open.last_mut().unwrap().text.push(letter);
                }
                Event::Eof => break,
                Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
        assert_eq!(open.len(), 1, "an element without an end");
        open.pop().unwrap().children.pop().unwrap()
    }

    fn of(start: &quick_xml::events::BytesStart<'_>) -> Element {
        let attributes: Vec<_> = start.attributes().map(Result::unwrap).collect();
        let attributes = attributes
            .iter()
            .map(|attribute| (attribute.key.as_ref().to_owned(), attribute.value.to_string()))
            .collect();
        Element { name: start.name().as_ref().to_owned(), attributes, ..Element::default() }
    }

    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// This element and everything inside of it, in order.
    pub fn all(&self) -> Vec<&Element> {
        std::iter::once(self).chain(self.children.iter().flat_map(Element::all)).collect()
    }

    pub fn named(&self, name: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    /// The words inside.
    pub fn words(&self) -> String {
        self.named("w:t").iter().map(|element| element.text.as_str()).collect()
    }
}
