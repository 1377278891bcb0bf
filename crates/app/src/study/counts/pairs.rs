use survey::{Answer, OptionCode, Question, QuestionCode, QuestionKind, Questionnaire, Standing};

/// Two questions of the same people: how often each option of the one came together with each of the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairCounts {
    pub row: QuestionCode,
    pub column: QuestionCode,
    /// The places of both among the questions that are asked.
    pub(super) places: (usize, usize),
    /// One row for each option of the first, and a last one for whoever did not choose any; in it one count for each
    /// option of the second. Who gave no answer to the second is in none.
    pub cells: Vec<Vec<u64>>,
}

/// So many ways to part people are counted at most, and so many items of importance.
const MOST_GROUPINGS: usize = 8;
const MOST_ITEMS: usize = 40;
/// A grouping of more options than this has groups of nobody.
const MOST_GROUPS: usize = 12;

impl PairCounts {
    fn new(questionnaire: &Questionnaire, row: &Question, column: &Question) -> Option<PairCounts> {
        let place = |wanted: &Question| {
            questionnaire.questions().filter(|question| question.is_asked()).position(|asked| asked.code == wanted.code)
        };
        let options = |question: &Question| questionnaire.scale_of(question).map(|scale| scale.options.len());
        Some(PairCounts {
            row: row.code.clone(),
            column: column.code.clone(),
            places: (place(row)?, place(column)?),
            cells: vec![vec![0; options(column)?]; options(row)? + 1],
        })
    }

    /// Adds one person: the option of each asked question that they chose, by its place.
    pub(super) fn add(&mut self, chosen: &[Option<usize>]) {
        let of = |place: usize| chosen.get(place).copied().flatten();
        let Some(column) = of(self.places.1) else { return };
        let row = of(self.places.0).unwrap_or(self.cells.len().saturating_sub(1));
        if let Some(count) = self.cells.get_mut(row).and_then(|row| row.get_mut(column)) {
            *count += 1;
        }
    }
}

/// The pairs that figures are made of: whatever parts people, and every item that is rated, each with the question about
/// the whole.
pub(super) fn pairs_of(questionnaire: &Questionnaire) -> Vec<PairCounts> {
    let Some(overall) = overall(questionnaire) else { return Vec::new() };
    let pair = |question: &Question| PairCounts::new(questionnaire, question, overall);
    let groupings = groupings(questionnaire).take(MOST_GROUPINGS).filter_map(pair);
    let items = rated(questionnaire)
        .filter(|item| item.code != overall.code && item.scale() == overall.scale())
        .take(MOST_ITEMS)
        .filter_map(pair);
    groupings.chain(items).collect()
}

/// The question about the whole: the one whose dimension says so, else the one with that code.
pub fn overall(questionnaire: &Questionnaire) -> Option<&Question> {
    let says = |question: &Question| {
        let dimension = question.dimension.as_deref().unwrap_or_default().to_lowercase();
        dimension.starts_with("overall") || dimension.starts_with("общ") || dimension.starts_with("цялост")
    };
    let rated = || rated(questionnaire);
    rated().find(|question| says(question)).or_else(|| rated().find(|question| question.code.as_str() == "overall"))
}

/// Who answers, by one choice of few.
pub fn groupings(questionnaire: &Questionnaire) -> impl Iterator<Item = &Question> {
    questionnaire.asked_once().into_iter().filter(|question| {
        let groups = questionnaire.scale_of(question).map_or(0, |scale| {
            let inside = |standing: Standing| matches!(standing, Standing::Value(_) | Standing::Unordered);
            scale.options.iter().filter(|option| inside(option.standing)).count()
        });
        question.profile && is_choice(question) && (2..=MOST_GROUPS).contains(&groups)
    })
}

/// What is rated on a scale of at least three steps.
fn rated(questionnaire: &Questionnaire) -> impl Iterator<Item = &Question> {
    questionnaire.asked_once().into_iter().filter(|question| {
        let steps = questionnaire.scale_of(question).filter(|scale| scale.ordered).map_or(0, |scale| {
            scale.options.iter().filter(|option| matches!(option.standing, Standing::Value(_))).count()
        });
        !question.profile && is_choice(question) && question.is_asked() && steps >= 3
    })
}

fn is_choice(question: &Question) -> bool {
    matches!(question.kind, QuestionKind::One { .. })
}

/// Which option of the scale one choice is.
pub(super) fn chosen(questionnaire: &Questionnaire, question: &Question, answer: &Answer) -> Option<usize> {
    let Answer::One(option, _) = answer else { return None };
    let is = |code: &OptionCode| code == option;
    questionnaire.scale_of(question)?.options.iter().position(|option| is(&option.code))
}
