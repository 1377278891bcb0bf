use crate::{
    Fields, Frame, Visit,
    desk::problems::field_error,
    parts::{FieldError, FieldErrors},
};
use survey::{
    Located,
    answer_sheet::{Column, Confidence, Confirmed, Guess, Proposal, Role, Sheet, SheetProblem},
};

/// In the order in which they are offered.
pub const KINDS: [&str; 9] = ["left-out", "one", "many", "text", "long-text", "integer", "decimal", "date", "day"];
/// So many values of a column are shown.
const EXAMPLES: usize = 4;
const LONGEST_EXAMPLE: usize = 80;

/// What stands in the form about a sheet, as it was proposed or as a person left it.
pub struct SheetForm {
    pub title: String,
    pub agrees_to_personal: bool,
    columns: Vec<Typed>,
}

/// One column as the form has it.
#[derive(Debug, Clone, PartialEq, Default)]
struct Typed {
    kind: String,
    words: String,
    options: Vec<String>,
    ordered: bool,
    other: bool,
    grid: String,
}

/// One column as the page shows it.
pub struct ColumnForm {
    pub place: usize,
    pub letter: String,
    pub header: String,
    pub answered: String,
    pub examples: Vec<String>,
    pub kind: String,
    pub kind_words: String,
    pub confidence: String,
    pub reasons: Vec<String>,
    pub words: String,
    pub options: String,
    pub ordered: bool,
    pub other: bool,
    pub grid: String,
    pub error: Option<String>,
    /// Somebody ought to look here.
    pub is_open: bool,
}

impl SheetForm {
    pub fn proposed(proposal: &Proposal, file_name: &str) -> SheetForm {
        let title = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem).to_owned();
        SheetForm { title, agrees_to_personal: false, columns: proposal.columns.iter().map(Typed::of).collect() }
    }

    /// What was sent. A choice without options gets those that stand in the sheet.
    pub fn sent(fields: &Fields, sheet: &Sheet, proposal: &Proposal) -> SheetForm {
        let column = |(place, proposed): (usize, &Column)| {
            let typed = Typed::sent(fields, place, proposed);
            match typed.options.is_empty() && typed.is_choice() {
                true => Typed { options: sheet.options(place, typed.kind == "many"), ..typed },
                false => typed,
            }
        };
        SheetForm {
            title: fields.text("title").to_owned(),
            agrees_to_personal: fields.has("agrees"),
            columns: proposal.columns.iter().enumerate().map(column).collect(),
        }
    }

    /// Whether a column that tells who answered is to be taken in.
    pub fn takes_personal(&self, proposal: &Proposal) -> bool {
        let personal = proposal.personal();
        self.columns.iter().enumerate().any(|(place, typed)| personal.contains(&place) && typed.is_question())
    }

    /// The questionnaire that comes of it.
    pub fn confirm(&self, visit: &Visit, proposal: &Proposal, code: &str) -> Result<Confirmed, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut decided = proposal.clone();
        for (place, typed) in self.columns.iter().enumerate() {
            if let Some(column) = decided.columns.get_mut(place) {
                column.header.clone_from(&typed.words);
            }
            let role = typed.role();
            let is_proposed = proposal.columns.get(place).is_some_and(|column| column.role == role);
            let column = u32::try_from(place).unwrap_or(u32::MAX);
            if !is_proposed && let Err(problem) = decided.correct(column, role) {
                errors.push(field_error(visit, &format!("options-{place}"), &problem));
            }
        }
        if self.takes_personal(proposal) && !self.agrees_to_personal {
            let sentence = visit.words.say("import-sheet-personal-refused");
            errors.push(FieldError { field: "agrees".to_owned(), sentence, hint: None });
        }
        if self.title.is_empty() {
            let sentence = visit.words.say("import-sheet-title-missing");
            errors.push(FieldError { field: "title".to_owned(), sentence, hint: None });
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        decided.confirm(code, &self.title).map_err(|problems| {
            let error = |problem: &SheetProblem| {
                let few = |column: &Column| matches!(problem, SheetProblem::FewOptions { header } if *header == column.header);
                let place = decided.columns.iter().position(few);
                field_error(visit, &place.map_or("form".to_owned(), |place| format!("options-{place}")), problem)
            };
            problems.iter().map(error).collect()
        })
    }

    /// Names everything that stands in the form.
    pub fn digest(&self) -> String {
        let mut written = base::Fields::of("answer-sheet-form").text(&self.title);
        for column in &self.columns {
            written = written
                .text(&column.kind)
                .text(&column.words)
                .text(&column.options.join("\n"))
                .text(&column.grid)
                .text(&format!("{} {}", column.ordered, column.other));
        }
        written.digest().to_string()
    }

    pub fn shown(&self, frame: &Frame, sheet: &Sheet, proposal: &Proposal, errors: &FieldErrors) -> Vec<ColumnForm> {
        let columns = self.columns.iter().zip(&proposal.columns).zip(&sheet.headers).enumerate();
        columns
            .map(|(place, ((typed, column), header))| typed.shown(frame, sheet, column, header, place, errors))
            .collect()
    }
}

impl Typed {
    fn of(column: &Column) -> Typed {
        let typed = |kind: &str| Typed { kind: kind.to_owned(), words: column.header.clone(), ..Typed::default() };
        match &column.role {
            Role::Day => typed("day"),
            Role::LeftOut => typed("left-out"),
            Role::Question(Guess::Text { long: false }) => typed("text"),
            Role::Question(Guess::Text { long: true }) => typed("long-text"),
            Role::Question(Guess::Integer) => typed("integer"),
            Role::Question(Guess::Decimal) => typed("decimal"),
            Role::Question(Guess::Date) => typed("date"),
            Role::Question(Guess::One { options, ordered, other, grid }) => Typed {
                options: options.clone(),
                ordered: *ordered,
                other: *other,
                grid: grid.clone().unwrap_or_default(),
                ..typed("one")
            },
            Role::Question(Guess::Many { options, other }) => {
                Typed { options: options.clone(), other: *other, ..typed("many") }
            }
        }
    }

    fn sent(fields: &Fields, place: usize, proposed: &Column) -> Typed {
        let text = |name: &str| fields.text(&format!("{name}-{place}")).to_owned();
        let kind = text("kind");
        // A field that did not come is left as it was proposed: nothing is decided by a page that was cut short.
        if !KINDS.contains(&kind.as_str()) {
            return Typed::of(proposed);
        }
        let words = Some(text("words")).filter(|words| !words.is_empty()).unwrap_or_else(|| proposed.header.clone());
        let options = text("options");
        let lines = options.lines().map(str::trim).filter(|line| !line.is_empty());
        Typed {
            words: words.split_whitespace().collect::<Vec<_>>().join(" "),
            options: lines.map(str::to_owned).collect(),
            ordered: fields.has(&format!("ordered-{place}")),
            other: fields.has(&format!("other-{place}")),
            grid: text("grid"),
            kind,
        }
    }

    fn is_choice(&self) -> bool {
        matches!(self.kind.as_str(), "one" | "many")
    }

    fn is_question(&self) -> bool {
        !matches!(self.kind.as_str(), "left-out" | "day")
    }

    fn role(&self) -> Role {
        let (options, other) = (self.options.clone(), self.other);
        let guess = match self.kind.as_str() {
            "day" => return Role::Day,
            "one" => {
                let grid = Some(self.grid.clone()).filter(|grid| !grid.is_empty());
                Guess::One { options, ordered: self.ordered, other, grid }
            }
            "many" => Guess::Many { options, other },
            "text" => Guess::Text { long: false },
            "long-text" => Guess::Text { long: true },
            "integer" => Guess::Integer,
            "decimal" => Guess::Decimal,
            "date" => Guess::Date,
            _ => return Role::LeftOut,
        };
        Role::Question(guess)
    }

    fn shown(
        &self,
        frame: &Frame,
        sheet: &Sheet,
        column: &Column,
        header: &str,
        place: usize,
        errors: &FieldErrors,
    ) -> ColumnForm {
        let is_proposed = *self == Typed::of(column);
        let confidence = match column.confidence {
            _ if !is_proposed => "person",
            Confidence::Low => "low",
            Confidence::Medium => "medium",
            Confidence::High | Confidence::Person => "high",
        };
        let reasons = column.reasons.iter().map(|reason| frame.words.tell(reason.message(), &reason.arguments()));
        let shortened = |value: &str| match value.char_indices().nth(LONGEST_EXAMPLE) {
            Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()),
            None => value.to_owned(),
        };
        let letter = Located { sheet: None, row: None, column: u32::try_from(place).ok(), problem: () }.letter();
        let error = errors.of(&format!("options-{place}"));
        ColumnForm {
            place,
            letter: letter.unwrap_or_default(),
            header: header.to_owned(),
            answered: frame.tell("import-sheet-answered", "n", column.answered),
            examples: sheet.examples(place, EXAMPLES).into_iter().map(shortened).collect(),
            kind_words: frame.say(&format!("import-kind-of-{}", self.kind)),
            kind: self.kind.clone(),
            confidence: frame.say(&format!("import-sheet-sure-{confidence}")),
            reasons: if is_proposed { reasons.collect() } else { Vec::new() },
            words: self.words.clone(),
            options: self.options.join("\n"),
            ordered: self.ordered,
            other: self.other,
            grid: self.grid.clone(),
            is_open: error.is_some() || confidence == "low",
            error,
        }
    }
}
