use super::columns::Column;
use super::grid::{Place, Placed};
use super::names::Meaning;
use super::parameters::{is_true, parameter, unread};
use super::survey::Reading;
use super::table::Line;
use super::{Findings, Problem};
use crate::nearest::nearest;
use crate::{
    ChoiceFilter, Constraint, Earlier, Expression, Item, OptionCode, Piece, Question, QuestionCode, QuestionKind,
    Requirement, ScaleCode, ScaleOption, Standing,
};
use base::Text;

/// The rows that ask something, cell by cell.
impl Reading<'_> {
    pub(super) fn choice(
        &mut self,
        line: &Line<'_>,
        scale: Option<ScaleCode>,
        kind: impl FnOnce(ScaleCode) -> QuestionKind,
        other: bool,
    ) {
        match scale {
            Some(scale) => self.question(line, kind(scale)),
            None => {
                self.take_name(line, true, other);
            }
        }
    }

    pub(super) fn calculation(&mut self, line: &Line<'_>) {
        let source = line.text(Column::Calculation);
        if source.is_empty() {
            self.findings.refuse(line.at(Column::Calculation, Problem::MissingCalculation));
            self.take_name(line, true, false);
            return;
        }
        match self.expression(line, Column::Calculation, None) {
            Some(expression) => self.question(line, QuestionKind::Calculated(expression)),
            None => {
                self.take_name(line, true, false);
            }
        }
    }

    pub(super) fn question(&mut self, line: &Line<'_>, kind: QuestionKind) {
        let is_calculated = matches!(kind, QuestionKind::Calculated(_));
        let is_note = matches!(kind, QuestionKind::Note);
        let (takes_other, is_asked) = (kind.takes_other(), kind.is_asked());
        let place = place(line, &kind, self.findings);
        let label = match (&place, is_calculated) {
            (Place::Header(_), _) | (_, true) => Text::default(),
            (Place::None | Place::Row | Place::TableRow | Place::Likert, false) if kind == QuestionKind::Given => {
                line.words(Column::Label, self.findings).unwrap_or_default()
            }
            (Place::None | Place::Row | Place::TableRow | Place::Likert, false) => {
                let label = line.label(true, self.findings);
                self.mentions(line, Column::Label, &label);
                label
            }
        };
        let code = if is_note && line.text(Column::Name).is_empty() {
            self.generated(line, "note").and_then(|name| QuestionCode::parse(&name).ok())
        } else {
            self.take_name(line, !matches!(place, Place::Header(_)), takes_other)
        };
        let relevance = self.expression(line, Column::Relevant, None);
        let constraint = if is_asked { self.constraint(line, code.as_ref()) } else { None };
        let required = if is_asked { self.required(line) } else { None };
        let filter = if kind.scale().is_some() { self.filter(line) } else { None };
        self.features(line, is_calculated);
        if let (Some(code), Some(meaning)) = (&code, self.meaning(&kind)) {
            self.names.means(code.as_str(), meaning);
        }
        let question = code.map(|code| Question {
            hint: self.piped(line, Column::Hint),
            required,
            relevance,
            constraint,
            filter,
            shuffled: kind.scale().is_some() && parameter(line, "randomize").is_some_and(|given| is_true(&given)),
            mirror: self.mirror(line),
            earlier: self.earlier(line),
            dimension: Some(line.text(Column::Dimension)).filter(|text| !text.is_empty()).map(str::to_owned),
            profile: self.yes_no(line, Column::Profile),
            ..Question::new(code, label, kind)
        });
        if let Some(question) = question {
            self.place(Placed { item: Item::Question(question), place });
        }
    }

    fn meaning(&self, kind: &QuestionKind) -> Option<Meaning> {
        let options = |scale: &ScaleCode| -> Vec<OptionCode> {
            let scale = self.scales.get(scale);
            scale.iter().flat_map(|scale| &scale.options).map(|option| option.code.clone()).collect()
        };
        if let QuestionKind::One { scale, .. } = kind {
            Some(Meaning::One(options(scale)))
        } else if let QuestionKind::Many { scale, .. } = kind {
            Some(Meaning::Many(options(scale)))
        } else {
            matches!(kind, QuestionKind::Integer(_) | QuestionKind::Decimal(_)).then_some(Meaning::Number)
        }
    }

    /// Words in which an earlier answer may stand.
    pub(super) fn piped(&mut self, line: &Line<'_>, column: Column) -> Option<Text> {
        let words = line.piped(column, self.findings)?;
        self.mentions(line, column, &words);
        Some(words)
    }

    fn mentions(&mut self, line: &Line<'_>, column: Column, words: &Text) {
        let pieces = words.all().flat_map(crate::pieces);
        let names = pieces.filter_map(|piece| match piece {
            Piece::Answer(name) => Some(name.to_owned()),
            Piece::Words(_) => None,
        });
        self.names.mentioned(names.collect(), line.row(), line.at(column, Problem::Itself));
    }

    fn filter(&mut self, line: &Line<'_>) -> Option<ChoiceFilter> {
        let source = line.text(Column::ChoiceFilter);
        if source.is_empty() {
            return None;
        }
        match ChoiceFilter::parse(source) {
            Ok(filter) => {
                let known = &self.lists.properties;
                for name in filter.properties().into_iter().filter(|name| *name != "name" && !known.contains(*name)) {
                    let similar = nearest(name, known.iter().map(String::as_str));
                    let name = name.chars().take(60).collect();
                    self.findings.refuse(line.at(Column::ChoiceFilter, Problem::UnknownProperty { name, similar }));
                }
                let names = filter.names().into_iter().map(str::to_owned).collect();
                self.names.mentioned(names, line.row(), line.at(Column::ChoiceFilter, Problem::Itself));
                Some(filter)
            }
            Err(problem) => {
                self.findings.refuse(line.at(Column::ChoiceFilter, Problem::Expression(problem)));
                None
            }
        }
    }

    /// `changed`, `new`, or the codes that the question had in earlier versions.
    fn earlier(&mut self, line: &Line<'_>) -> Earlier {
        let given = line.text(Column::Earlier);
        match given.to_lowercase().as_str() {
            "" | "same" => return Earlier::SameCode,
            "changed" => return Earlier::Changed,
            "new" => return Earlier::New,
            _ => {}
        }
        let codes: Result<Vec<QuestionCode>, _> = given.split_whitespace().map(QuestionCode::parse).collect();
        codes.map_or_else(
            |_| {
                let given = given.chars().take(60).collect();
                self.findings.refuse(line.at(Column::Earlier, Problem::BadName { given }));
                Earlier::SameCode
            },
            Earlier::Called,
        )
    }

    /// Cells that change nothing for us are named once in a warning.
    fn features(&mut self, line: &Line<'_>, is_calculated: bool) {
        for given in unread(line) {
            self.findings.warn(line.at(Column::Parameters, Problem::LeftOut { given }));
        }
        let calculation = line.text(Column::Calculation);
        if !calculation.is_empty() && !is_calculated {
            let given = calculation.chars().take(60).collect();
            self.findings.warn(line.at(Column::Calculation, Problem::LeftOut { given }));
        }
    }

    fn constraint(&mut self, line: &Line<'_>, code: Option<&QuestionCode>) -> Option<Constraint> {
        let message = line.message(Column::ConstraintMessage, self.findings);
        let expression = self.expression(line, Column::Constraint, code.map(QuestionCode::as_str))?;
        Some(Constraint { expression, message })
    }

    fn required(&mut self, line: &Line<'_>) -> Option<Requirement> {
        let message = line.message(Column::RequiredMessage, self.findings);
        match yes_or_no(line.text(Column::Required)) {
            Some(true) => Some(Requirement { condition: None, message }),
            Some(false) => None,
            None => {
                let condition = self.expression(line, Column::Required, None)?;
                Some(Requirement { condition: Some(condition), message })
            }
        }
    }

    fn yes_no(&mut self, line: &Line<'_>, column: Column) -> bool {
        let given = line.text(column);
        yes_or_no(given).unwrap_or_else(|| {
            self.findings.refuse(line.at(column, Problem::UnreadableYesNo { given: given.chars().take(60).collect() }));
            false
        })
    }

    fn mirror(&mut self, line: &Line<'_>) -> Option<QuestionCode> {
        let given = line.text(Column::Mirror);
        if given.is_empty() {
            return None;
        }
        let mirror = QuestionCode::parse(given).ok();
        if mirror.is_none() {
            self.findings.refuse(line.at(Column::Mirror, Problem::BadName { given: given.chars().take(60).collect() }));
        }
        mirror
    }

    /// `own`: the question whose constraint this is.
    pub(super) fn expression(&mut self, line: &Line<'_>, column: Column, own: Option<&str>) -> Option<Expression> {
        let source = line.text(column);
        if source.is_empty() {
            return None;
        }
        // A cell of truth instead of a text: TRUE, FALSE.
        let source = match source {
            "TRUE" => "true()",
            "FALSE" => "false()",
            _ => source,
        };
        match Expression::parse(source) {
            Ok(expression) => {
                if expression.asks_for_itself() && column != Column::Constraint {
                    self.findings.refuse(line.at(column, Problem::Itself));
                }
                self.names.used(&expression, line.row(), line.at(column, Problem::Itself), own);
                Some(expression)
            }
            Err(problem) => {
                self.findings.refuse(line.at(column, Problem::Expression(problem)));
                None
            }
        }
    }

    /// The scale of a choice; „друго“ gets an option of its own where the list has none.
    pub(super) fn scale(&mut self, line: &Line<'_>, list: &str, other: bool) -> Option<ScaleCode> {
        if list.is_empty() {
            self.findings.refuse(line.at(Column::Type, Problem::MissingList));
            return None;
        }
        if let Some(similar) = &self.lists.missing {
            if !self.told_of_missing_sheet {
                self.told_of_missing_sheet = true;
                let problem = Problem::NoSheet { name: "choices", similar: similar.clone() };
                self.findings.refuse(crate::Located::whole(problem));
            }
            return None;
        }
        let Some(scale) = self.lists.scales.get(list) else {
            let similar = self.lists.similar(list);
            self.findings.refuse(line.at(Column::Type, Problem::UnknownList { list: list.to_owned(), similar }));
            return None;
        };
        let mut scale = scale.clone();
        if other && scale.option(OptionCode::other().as_str()).is_none() {
            let Ok(code) = ScaleCode::parse(&format!("{list}_or_other")) else {
                self.findings.refuse(line.at(Column::Type, Problem::BadName { given: list.to_owned() }));
                return None;
            };
            scale.code = code;
            let label = Text::new("Друго", "Other");
            // We have the word in our own languages only.
            for language in self.languages.iter().filter(|language| language.built_in().is_none()) {
                self.findings.warn(line.at(Column::Type, Problem::MissingTranslation { language: *language }));
            }
            scale.options.push(ScaleOption::new(OptionCode::other(), label, Standing::Unordered));
        }
        let code = scale.code.clone();
        self.scales.entry(code.clone()).or_insert(scale);
        Some(code)
    }
}

pub(super) fn appearance(line: &Line<'_>) -> Vec<String> {
    line.text(Column::Appearance).to_lowercase().split_whitespace().map(str::to_owned).collect()
}

fn place(line: &Line<'_>, kind: &QuestionKind, findings: &mut Findings) -> Place {
    if !matches!(kind, QuestionKind::One { .. }) {
        return Place::None;
    }
    for word in appearance(line) {
        match word.as_str() {
            "label" => return Place::Header(line.words(Column::Label, findings)),
            "list-nolabel" => return Place::Row,
            "likert" => return Place::Likert,
            _ => {}
        }
    }
    Place::None
}

/// `None`: neither, so perhaps an expression.
fn yes_or_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "yes" | "true" | "true()" | "1" | "да" => Some(true),
        "" | "no" | "false" | "false()" | "0" | "не" => Some(false),
        _ => None,
    }
}
