use document::escaped;

/// What a paragraph is besides its words. The elements stand in the order that the schema demands (ECMA-376, part 1,
/// section 17.3.1.26).
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Paragraph<'a> {
    pub style: &'a str,
    /// Stays on one page with what follows.
    pub keeps_with_next: bool,
    pub begins_page: bool,
    /// The list that it is an item of, and how deep.
    pub item: Option<(usize, usize)>,
    /// How deep it stands inside of a list without being an item itself.
    pub inside: usize,
}

impl Paragraph<'_> {
    /// `runs` is markup already.
    pub fn holding(self, runs: &str) -> String {
        let mut out = format!("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", self.style);
        if self.keeps_with_next {
            out.push_str("<w:keepNext/>");
        }
        if self.begins_page {
            out.push_str("<w:pageBreakBefore/>");
        }
        if let Some((list, depth)) = self.item {
            out.push_str(&format!("<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"{list}\"/></w:numPr>"));
        }
        if self.inside > 0 {
            out.push_str(&format!("<w:ind w:left=\"{}\"/>", self.inside * INDENT));
        }
        out.push_str("</w:pPr>");
        out.push_str(runs);
        out.push_str("</w:p>");
        out
    }
}

/// How far each depth of a list stands in, in twentieths of a point.
pub(super) const INDENT: usize = 360;

/// How words look; the elements stand in the order that the schema demands (section 17.3.2.28).
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look<'a> {
    pub style: Option<&'a str>,
    pub strong: bool,
    pub emphasis: bool,
}

/// Words as a run.
pub(super) fn run(words: &str, look: Look<'_>) -> String {
    if words.is_empty() {
        return String::new();
    }
    let mut properties = String::new();
    if let Some(style) = look.style {
        properties.push_str(&format!("<w:rStyle w:val=\"{style}\"/>"));
    }
    if look.strong {
        properties.push_str("<w:b/><w:bCs/>");
    }
    if look.emphasis {
        properties.push_str("<w:i/><w:iCs/>");
    }
    if !properties.is_empty() {
        properties = format!("<w:rPr>{properties}</w:rPr>");
    }
    format!("<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(words))
}

/// Plain words as a run.
pub(super) fn plain(words: &str) -> String {
    run(words, Look::default())
}

/// A field with what it shows until somebody asks for it anew.
pub(super) fn field(instruction: &str, shown: &str) -> String {
    format!("<w:fldSimple w:instr=\" {} \">{}</w:fldSimple>", escaped(instruction), plain(shown))
}
