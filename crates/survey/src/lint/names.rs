use super::outline::Outline;
use super::{Findings, Part, Rule, Subject};
use crate::expression::Asked;
use crate::nearest::nearest;
use crate::{Expression, Piece, Question, QuestionKind, pieces};
use base::Text;
use std::collections::BTreeMap;

/// Names only ever point backwards: so there is no circle, and no page depends on a later one.
pub(super) fn look(outline: &Outline<'_>, findings: &mut Findings<'_>) {
    let names = Names { outline, options: options(outline) };
    for (at, asked) in outline.questions.iter().enumerate() {
        let Question { code, relevance, constraint, required, filter, label, hint, kind, .. } = asked.question;
        let place = Place { subject: Subject::Question(code.clone()), at, own: None };
        names.expression(relevance.as_ref(), &place, Part::Relevance, findings);
        let condition = required.as_ref().and_then(|required| required.condition.as_ref());
        names.expression(condition, &place, Part::Required, findings);
        if let QuestionKind::Calculated(expression) = kind {
            names.expression(Some(expression), &place, Part::Calculation, findings);
        }
        let own = Place { own: Some(code.as_str()), ..place.clone() };
        names.expression(
            constraint.as_ref().map(|constraint| &constraint.expression),
            &own,
            Part::Constraint,
            findings,
        );
        names.words(Some(label), &place, Part::Label, findings);
        names.words(hint.as_ref(), &place, Part::Hint, findings);
        for name in filter.iter().flat_map(crate::ChoiceFilter::names) {
            names.name(name, &place, Part::Filter, findings);
        }
    }
    for opened in &outline.groups {
        let group = opened.group;
        let place = Place { subject: Subject::Group(group.code.clone()), at: opened.at, own: None };
        names.expression(group.relevance.as_ref(), &place, Part::Relevance, findings);
        names.words(group.label.as_ref(), &place, Part::Label, findings);
        names.words(group.hint.as_ref(), &place, Part::Hint, findings);
    }
}

struct Names<'a> {
    outline: &'a Outline<'a>,
    /// The codes that each question of a choice offers.
    options: BTreeMap<&'a str, Vec<&'a str>>,
}

/// Where an expression stands.
#[derive(Clone)]
struct Place<'a> {
    subject: Subject,
    /// How many questions come before it.
    at: usize,
    /// In a constraint a question may name itself.
    own: Option<&'a str>,
}

fn options<'a>(outline: &'a Outline<'a>) -> BTreeMap<&'a str, Vec<&'a str>> {
    let choices = outline.questions.iter().filter_map(|asked| {
        let scale = outline.questionnaire.scale_of(asked.question)?;
        let codes = scale.options.iter().map(|option| option.code.as_str()).collect();
        Some((asked.question.code.as_str(), codes))
    });
    choices.collect()
}

impl Names<'_> {
    fn expression(&self, expression: Option<&Expression>, place: &Place<'_>, part: Part, findings: &mut Findings<'_>) {
        let Some(expression) = expression else { return };
        let mut told: Vec<&str> = Vec::new();
        for name in expression.names() {
            if !told.contains(&name) {
                told.push(name);
                self.name(name, place, part, findings);
            }
        }
        for problem in expression.check(&|name| self.known(name)) {
            findings.say(place.subject.clone(), part, Rule::Doubtful(problem));
        }
    }

    fn words(&self, words: Option<&Text>, place: &Place<'_>, part: Part, findings: &mut Findings<'_>) {
        let mut told: Vec<&str> = Vec::new();
        for piece in words.into_iter().flat_map(Text::all).flat_map(pieces) {
            if let Piece::Answer(name) = piece
                && !told.contains(&name)
            {
                told.push(name);
                self.name(name, place, part, findings);
            }
        }
    }

    fn name(&self, name: &str, place: &Place<'_>, part: Part, findings: &mut Findings<'_>) {
        let other = || {
            let question = name.strip_suffix("_other")?;
            let found = self.outline.place(question)?;
            let takes_other = self.outline.questions.get(found)?.question.takes_other();
            takes_other.then_some(found)
        };
        let short = || name.chars().take(60).collect::<String>();
        let rule = match self.outline.place(name).or_else(other) {
            None => {
                let known = self.outline.questions.iter().map(|asked| asked.question.code.as_str());
                Rule::UnknownName { name: short(), similar: nearest(name, known) }
            }
            Some(_) if place.own == Some(name) => return,
            Some(found) if found < place.at => return,
            Some(found) if found == place.at && matches!(place.subject, Subject::Question(_)) => {
                Rule::OwnName { name: short() }
            }
            Some(_) => Rule::LaterName { name: short() },
        };
        findings.say(place.subject.clone(), part, rule);
    }

    fn known(&self, name: &str) -> Option<Asked<'_>> {
        let question = self.outline.asked(name)?.question;
        match &question.kind {
            QuestionKind::Integer(_) | QuestionKind::Decimal(_) => Some(Asked::Number),
            QuestionKind::One { .. } => Some(Asked::One(self.options.get(name)?)),
            QuestionKind::Many { .. } | QuestionKind::Ranking { .. } => Some(Asked::Many(self.options.get(name)?)),
            QuestionKind::Text(_)
            | QuestionKind::Date
            | QuestionKind::Time
            | QuestionKind::Note
            | QuestionKind::Consent
            | QuestionKind::Point
            | QuestionKind::File(_)
            | QuestionKind::Given
            | QuestionKind::Calculated(_) => None,
        }
    }
}
