use document::{Document, Places, Target};

/// What a text points to: places of its own, and addresses outside, which the file lists apart.
pub(super) struct Links {
    places: Places,
    pub outside: Vec<String>,
    /// How many bookmarks there are.
    marks: usize,
}

impl Links {
    pub fn of(document: &Document) -> Links {
        Links { places: Places::of(document), outside: Vec::new(), marks: 0 }
    }

    /// `runs` as a place that links may lead to under `anchor`.
    pub fn place(&mut self, anchor: Option<&str>, runs: &str) -> String {
        match anchor.and_then(|anchor| self.places.claim(anchor)) {
            Some(number) => self.mark(&format!("place_{number}"), runs),
            None => runs.to_owned(),
        }
    }

    /// `runs` as a bookmark of that name.
    pub fn mark(&mut self, name: &str, runs: &str) -> String {
        self.marks += 1;
        let id = self.marks;
        format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{runs}<w:bookmarkEnd w:id=\"{id}\"/>")
    }

    /// `runs` leading to `address`, where that leads anywhere.
    pub fn link(&mut self, address: &str, runs: &str) -> String {
        match self.places.target(address) {
            Target::Here(number) => {
                format!("<w:hyperlink w:anchor=\"place_{number}\" w:history=\"1\">{runs}</w:hyperlink>")
            }
            Target::There(address) => {
                let known = self.outside.iter().position(|known| *known == address);
                let number = known.unwrap_or(self.outside.len());
                if known.is_none() {
                    self.outside.push(address);
                }
                format!("<w:hyperlink r:id=\"link{number}\" w:history=\"1\">{runs}</w:hyperlink>")
            }
            Target::Nowhere => runs.to_owned(),
        }
    }
}
