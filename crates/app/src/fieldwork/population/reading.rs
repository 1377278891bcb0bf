use super::PopulationTrouble;
use crate::{
    Failure,
    typed::{Reading, Trouble, Typed},
};
use jiff::civil::Date;
use survey::{
    Item, Margin, Measure, OptionCode, Population, Question, QuestionCode, QuestionKind, Questionnaire, SamplingFrame,
    ScaleOption, Standing,
};

const LONGEST_WORDS: usize = 1000;
const LONGEST_SOURCE: usize = 200;
const MOST_PEOPLE: u64 = 10_000_000;
/// Shares that were rounded one by one may miss the whole by a point, and no more.
const ROUNDED: u64 = 1_000;

/// How the measure of a form without one is understood.
pub const AMOUNTS: Measure = Measure::People;

pub fn amount_field(question: &QuestionCode, option: &OptionCode) -> String {
    format!("{question}:{option}")
}

/// No code has a colon in it, so none of these is an option's.
pub fn measure_field(question: &QuestionCode) -> String {
    format!("{question}::measure")
}

pub fn source_field(question: &QuestionCode) -> String {
    format!("{question}::source")
}

pub fn as_of_field(question: &QuestionCode) -> String {
    format!("{question}::as_of")
}

/// One choice, asked once: each of the audience's people belongs to one option.
pub fn may_have_margin(questionnaire: &Questionnaire, question: &Question) -> bool {
    matches!(question.kind, QuestionKind::One { .. })
        && questionnaire.battery_of(question.code.as_str()).is_none()
        && !is_repeated(&questionnaire.items, question.code.as_str())
}

/// Whether it is asked of each of several things.
fn is_repeated(items: &[Item], code: &str) -> bool {
    items.iter().filter_map(Item::group).any(|group| match group.repeated {
        Some(_) => group.holds(code),
        None => is_repeated(&group.items, code),
    })
}

/// The options that somebody may have counted: those that say who somebody is.
pub fn options_of<'q>(questionnaire: &'q Questionnaire, question: &Question) -> Vec<&'q ScaleOption> {
    let says = |option: &&ScaleOption| !matches!(option.standing, Standing::DontKnow | Standing::NotApplicable);
    questionnaire.scale_of(question).map(|scale| scale.options.iter().filter(says).collect()).unwrap_or_default()
}

pub fn read(
    typed: &Typed,
    questionnaire: Option<&Questionnaire>,
    people: Option<u32>,
    today: Date,
) -> Result<Population, Failure> {
    let mut form = Reading::of(typed);
    let (taken_from, misses) = (form.text("taken_from", LONGEST_WORDS), form.text("misses", LONGEST_WORDS));
    let is_said = |text: &base::Text| !text.bulgarian.is_empty();
    if is_said(&misses) && !is_said(&taken_from) {
        form.need("taken_from");
    }
    let misses = Some(misses).filter(is_said);
    let frame = is_said(&taken_from).then_some(SamplingFrame { taken_from, misses, written_on: today });
    let mut margins = Vec::new();
    let asked = questionnaire.into_iter().flat_map(|questionnaire| {
        let questions = questionnaire.questions().filter(|question| may_have_margin(questionnaire, question));
        questions.map(move |question| (question, options_of(questionnaire, question)))
    });
    for (question, options) in asked {
        let is_typed = options.iter().any(|option| !form.get(&amount_field(&question.code, &option.code)).is_empty());
        if is_typed {
            margins.extend(read_margin(&mut form, question, &options, people, today));
        }
    }
    form.finish(Some(Population { frame, margins }))
}

/// The numbers of one question; what is wrong with them is told at each field, and what they come to at the first.
fn read_margin(
    form: &mut Reading,
    question: &Question,
    options: &[&ScaleOption],
    people: Option<u32>,
    today: Date,
) -> Option<Margin> {
    let measure = Measure::from_code(form.get(&measure_field(&question.code))).unwrap_or(AMOUNTS);
    let source = form.needed_text(&source_field(&question.code), LONGEST_SOURCE);
    let as_of = form.needed_day(&as_of_field(&question.code));
    if as_of.is_some_and(|day| day > today) {
        form.refuse(Trouble::DayAhead { field: as_of_field(&question.code) });
    }
    let mut amounts = Vec::new();
    for option in options {
        let field = amount_field(&question.code, &option.code);
        let given = form.get(&field);
        match amount(measure, given) {
            Some(amount) => amounts.push((option.code.clone(), amount)),
            None if given.is_empty() => form.refuse(PopulationTrouble::AmountMissing { field }),
            None => {
                let given = given.chars().take(40).collect();
                form.refuse(PopulationTrouble::AmountUnreadable { field, measure, given });
            }
        }
    }
    if amounts.len() < options.len() {
        return None;
    }
    let margin = Margin { question: question.code.clone(), measure, amounts, source, as_of: as_of?, written_on: today };
    let field = options.first().map(|option| amount_field(&question.code, &option.code)).unwrap_or_default();
    let sum = margin.total();
    let trouble = match (measure, people.map(u64::from)) {
        (_, _) if sum == 0 => Some(PopulationTrouble::NobodyCounted { field }),
        (Measure::Shares, _) if sum.abs_diff(Measure::WHOLE) > ROUNDED => {
            Some(PopulationTrouble::SharesDoNotAddUp { field, sum: written(measure, sum) })
        }
        (Measure::People, Some(people)) if sum > people => {
            Some(PopulationTrouble::MoreThanPeople { field, sum, people })
        }
        (Measure::Shares | Measure::People, _) => None,
    };
    match trouble {
        Some(trouble) => {
            form.refuse(trouble);
            None
        }
        None => Some(margin),
    }
}

/// Reads „4 210“ as people and „48,5 %“ as a share.
pub fn amount(measure: Measure, given: &str) -> Option<u64> {
    let plain: String = given.chars().filter(|letter| !letter.is_whitespace()).collect();
    match measure {
        Measure::People => plain.parse::<u64>().ok().filter(|people| *people <= MOST_PEOPLE),
        Measure::Shares => {
            let plain = plain.strip_suffix('%').unwrap_or(&plain).replace(',', ".");
            let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
            let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
            let fits = !whole.is_empty() && whole.len() <= 3 && part.len() <= 3 && is_number(whole) && is_number(part);
            let thousandths = fits.then(|| format!("{whole}{part:0<3}"))?.parse::<u64>().ok()?;
            Some(thousandths).filter(|share| *share <= Measure::WHOLE)
        }
    }
}

/// As it is typed: 4210 people, 48,5 per cent.
pub fn written(measure: Measure, amount: u64) -> String {
    match measure {
        Measure::People => amount.to_string(),
        Measure::Shares => {
            let (whole, part) = (amount / 1000, amount % 1000);
            let part = format!("{part:03}");
            match part.trim_end_matches('0') {
                "" => whole.to_string(),
                part => format!("{whole},{part}"),
            }
        }
    }
}
