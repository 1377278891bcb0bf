use crate::{Chart, Table};

/// A chart with everything that makes it honest: what was found, what was measured, whom we asked, how sure it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Unique in the document and stable over time: part of public addresses.
    pub anchor: String,
    pub number: u32,
    /// The title, which says the finding.
    pub finding: String,
    /// The subtitle, which says the measure: „дял от отговорилите, без „не мога да преценя““.
    pub measure: String,
    /// The exact wording of the question, without quotation marks.
    pub question: String,
    /// „База: всички, които са ползвали услуга; n = 142“.
    pub base: String,
    /// Who did not answer and why: „Не отговориха 6: пропуснали 4, не могат да преценят 2“.
    pub missing: Option<String>,
    /// How sure the numbers are, and what they do not say.
    pub method: String,
    /// The same as the chart, told in words.
    pub alternative: String,
    pub chart: Chart,
    /// The same numbers; its caption may stay empty, then the finding stands for it.
    pub table: Table,
    /// The same figure in other forms, shown on the page only.
    pub downloads: Vec<Download>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    /// „CSV“, „SVG“
    pub words: String,
    pub address: String,
}
