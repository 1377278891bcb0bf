use base::{Fields, Text};

/// Who pays, under which contract, and the words that the programme demands on everything published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funding {
    /// The project's registration number: `BG05SFOP001-2.025-0108`.
    pub project_number: String,
    pub contract: String,
    pub procedure_number: String,
    pub procedure: Text,
    pub programme: Text,
    /// „съфинансирана от Европейския съюз чрез Европейския социален фонд“.
    pub cofinancing: Text,
    /// The funding signs, set as text beside the flag: the Union, the fund.
    pub signs: Vec<Text>,
    /// Whether the flag of the European Union stands with the signs.
    pub european_union: bool,
    /// Who answers for the content, and whose official view it is not.
    pub disclaimer: Text,
}

impl Funding {
    /// For the project's digest: number, contract, number of the procedure; procedure, programme, co-financing; the number
    /// of signs and the signs; 1 with the flag of the European Union, otherwise 0; disclaimer.
    pub(crate) fn told(&self, fields: Fields) -> Fields {
        let fields = fields.text(&self.project_number).text(&self.contract).text(&self.procedure_number);
        let fields = fields.words(&self.procedure).words(&self.programme).words(&self.cofinancing);
        let fields = self.signs.iter().fold(fields.count(self.signs.len()), Fields::words);
        fields.number(i64::from(self.european_union)).words(&self.disclaimer)
    }
}
