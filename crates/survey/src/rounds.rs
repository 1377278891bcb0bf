use crate::{
    ChoiceFilter, Constraint, Earlier, Expression, ExpressionProblem, Group, GroupCode, GroupLayout, Item, OptionCode,
    Question, QuestionCode, QuestionKind, Repeated, Requirement, Scale, ScaleCode, ScaleOption, Standing,
};
use base::Text;
use std::collections::BTreeSet;

mod once;

pub(crate) use once::written_once;

/// What is asked several times, written out: its rounds one after the other, each with codes of its own, `name.1`,
/// `name.2`. Then everything that knows questions knows these too, and an answer belongs to its round for good.
pub(crate) struct Rounds<'a> {
    pub(crate) group: &'a Group,
    /// Every name in it, which is another one in each round.
    pub(crate) names: BTreeSet<String>,
    pub(crate) rounds: u32,
    pub(crate) count: Option<Expression>,
}

/// As many rounds as there are where nobody says.
pub(crate) const USUAL_ROUNDS: u32 = 10;
pub(crate) const MOST_ROUNDS: u32 = 20;
/// All rounds together may have so many questions.
pub(crate) const MOST_QUESTIONS: usize = 2000;

/// The list with which a round asks whether there is another.
pub(crate) fn more_scale() -> Option<Scale> {
    let code = ScaleCode::parse("glas-more").ok()?;
    let option =
        |code: &str, label: Text| Some(ScaleOption::new(OptionCode::parse(code).ok()?, label, Standing::Unordered));
    let options = vec![
        option("yes", Text::new("Да, ще добавя още", "Yes, there is another"))?,
        option("no", Text::new("Не, това е всичко", "No, that is all"))?,
    ];
    Some(Scale { code, options, ordered: false })
}

impl Rounds<'_> {
    /// # Errors
    /// When a name or an expression is too long once it carries the number of its round.
    pub(crate) fn write_out(&self) -> Result<Vec<Group>, ExpressionProblem> {
        (1..=self.rounds).map(|round| self.round(round)).collect()
    }

    fn round(&self, round: u32) -> Result<Group, ExpressionProblem> {
        let mut group = self.group(self.group, round)?;
        let own = |text: &str| format!("({text})");
        let goes_on = match (&self.count, round) {
            (Some(count), _) => Some(format!("({}) >= {round}", count.source())),
            (None, 1) => None,
            (None, _) => Some(format!("${{{}}} = 'yes'", self.more_code(round - 1)?)),
        };
        let before = self.group.relevance.as_ref().map(|relevance| own(relevance.source()));
        let conditions: Vec<String> = before.into_iter().chain(goes_on).collect();
        group.relevance =
            if conditions.is_empty() { None } else { Some(Expression::parse(&conditions.join(" and "))?) };
        group.repeated =
            Some(Repeated { of: self.group.code.clone(), round, rounds: self.rounds, count: self.count.clone() });
        if self.count.is_none() && round < self.rounds {
            let more = self.more(round)?;
            // A grid is one question after the other: what else is asked stands below it.
            if group.is_battery() {
                let code = code(&format!("{}.rows", group.code), GroupCode::parse)?;
                let rows = Group::new(code, None, GroupLayout::Battery, std::mem::take(&mut group.items));
                group.items.push(Item::Group(rows));
                group.layout = GroupLayout::Page;
            }
            group.items.push(Item::Question(more));
        }
        Ok(group)
    }

    fn more_code(&self, round: u32) -> Result<QuestionCode, ExpressionProblem> {
        code(&format!("{}.{round}.more", self.group.code), QuestionCode::parse)
    }

    fn more(&self, round: u32) -> Result<Question, ExpressionProblem> {
        let scale = code("glas-more", ScaleCode::parse)?;
        let label = Text::new("Има ли още, за което да отговорите?", "Is there another to answer for?");
        Ok(Question::new(self.more_code(round)?, label, QuestionKind::one(scale)))
    }

    fn group(&self, group: &Group, round: u32) -> Result<Group, ExpressionProblem> {
        let items = group.items.iter().map(|item| {
            Ok(match item {
                Item::Question(question) => Item::Question(self.question(question, round)?),
                Item::Group(inner) => Item::Group(self.group(inner, round)?),
            })
        });
        Ok(Group {
            code: code(&numbered(group.code.as_str(), round), GroupCode::parse)?,
            label: group.label.as_ref().map(|label| self.words(label, round)),
            hint: group.hint.as_ref().map(|hint| self.words(hint, round)),
            relevance: self.expression(group.relevance.as_ref(), round)?,
            items: items.collect::<Result<_, _>>()?,
            ..group.clone()
        })
    }

    fn question(&self, question: &Question, round: u32) -> Result<Question, ExpressionProblem> {
        let required = question.required.as_ref().map(|required| {
            let condition = self.expression(required.condition.as_ref(), round)?;
            Ok(Requirement { condition, message: required.message.clone() })
        });
        let constraint = question.constraint.as_ref().map(|constraint| {
            let expression = Expression::parse(&self.source(constraint.expression.source(), round))?;
            Ok(Constraint { expression, message: constraint.message.clone() })
        });
        let filter = question.filter.as_ref();
        let filter = filter.map(|filter| ChoiceFilter::parse(&self.source(filter.source(), round)));
        let numbered = |known: &QuestionCode| code(&numbered(known.as_str(), round), QuestionCode::parse);
        Ok(Question {
            code: numbered(&question.code)?,
            label: self.words(&question.label, round),
            hint: question.hint.as_ref().map(|hint| self.words(hint, round)),
            kind: if let QuestionKind::Calculated(expression) = &question.kind {
                QuestionKind::Calculated(Expression::parse(&self.source(expression.source(), round))?)
            } else {
                question.kind.clone()
            },
            required: required.transpose()?,
            relevance: self.expression(question.relevance.as_ref(), round)?,
            constraint: constraint.transpose()?,
            filter: filter.transpose()?,
            mirror: question.mirror.as_ref().map(numbered).transpose()?,
            earlier: if let Earlier::Called(codes) = &question.earlier {
                Earlier::Called(codes.iter().map(numbered).collect::<Result<_, _>>()?)
            } else {
                question.earlier.clone()
            },
            ..question.clone()
        })
    }

    fn expression(&self, expression: Option<&Expression>, round: u32) -> Result<Option<Expression>, ExpressionProblem> {
        expression.map(|expression| Expression::parse(&self.source(expression.source(), round))).transpose()
    }

    fn words(&self, words: &Text, round: u32) -> Text {
        words.map(|words| self.source(words, round))
    }

    /// `${name}` becomes `${name.2}` where the name is one of the round.
    fn source(&self, source: &str, round: u32) -> String {
        crate::piped(source, |name| {
            let other = name.strip_suffix("_other").filter(|name| self.names.contains(*name));
            match other {
                _ if self.names.contains(name) => format!("${{{}}}", numbered(name, round)),
                Some(name) => format!("${{{}_other}}", numbered(name, round)),
                None => format!("${{{name}}}"),
            }
        })
    }
}

/// The code of something in a round.
pub(crate) fn numbered(name: &str, round: u32) -> String {
    format!("{name}.{round}")
}

fn code<C>(text: &str, parse: fn(&str) -> Result<C, crate::UnreadableCode>) -> Result<C, ExpressionProblem> {
    parse(text).map_err(|_| ExpressionProblem::TooLong { is: text.chars().count(), max: crate::code::LONGEST })
}
