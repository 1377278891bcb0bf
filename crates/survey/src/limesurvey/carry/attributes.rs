use super::Carrying;
use crate::limesurvey::description::Question;
use crate::limesurvey::kind::Kind;
use crate::limesurvey::{Feature, Problem};

impl Carrying<'_> {
    /// What a question has beside its words, and what of it is lost.
    pub(super) fn told(&mut self, question: &Question, kind: Kind) {
        let has = |name: &str| !matches!(question.attribute(name), "" | "0" | "N");
        let any = |names: &[&str]| names.iter().any(|name| has(name));
        let simple = matches!(
            kind,
            Kind::List | Kind::Fixed(_) | Kind::Text { .. } | Kind::Number | Kind::Date | Kind::Multiple
        );
        let told = [
            (any(&["random_group"]) || is_random(question) && !takes_order(kind), Feature::RandomOrder),
            (any(&["hidden"]), Feature::Hidden),
            (any(&["array_filter", "array_filter_exclude"]), Feature::Filter),
            (matches!(question.kind.as_str(), "O" | "P"), Feature::Comment),
            (question.has_default, Feature::DefaultValue),
            (
                any(&["em_validation_sq", "equals_num_value", "min_num_value", "max_num_value"])
                    || !simple && any(&["em_validation_q", "min_answers", "max_answers"]),
                Feature::Validation,
            ),
        ];
        for (is_so, feature) in told {
            if is_so {
                self.leave_out(question, feature);
            }
        }
        if let Some(name) = question.label.values().find_map(|words| piped(words)) {
            let problem = Problem::NameInLabel { question: question.code.clone(), name };
            self.findings.warn_at(question.line, problem);
        }
    }
}

/// Whether its options or rows come in another order for each person.
pub(super) fn is_random(question: &Question) -> bool {
    question.attribute("random_order") == "1" || question.attribute("answer_order") == "random"
}

/// Whether ours has an order for what LimeSurvey shuffles here.
fn takes_order(kind: Kind) -> bool {
    matches!(kind, Kind::List | Kind::Multiple | Kind::Array(_) | Kind::Ranking)
}

/// The first `{…}` without a gap at its beginning, which LimeSurvey replaces by what it comes to.
fn piped(words: &str) -> Option<String> {
    let (_, inner) = words.split_once('{')?;
    let (name, _) = inner.split_once('}')?;
    let is_script = !name.is_empty() && !name.starts_with(char::is_whitespace);
    is_script.then(|| name.chars().take(60).collect())
}
