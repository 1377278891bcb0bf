//! The people of an audience: where they are taken from, whom that leaves out, and how many of them there are.

use super::{
    PlanStudies, SignedIn,
    audience_plan::place,
    form_errors,
    study_plan::{Known, frame},
};
use crate::{
    Failure, Fields, Frame, Page, Said, Visit,
    parts::{FieldError, FieldErrors},
};
use app::{
    Instance,
    fieldwork::population::{
        self, amount_field, as_of_field, filled_from, may_have_margin, measure_field, options_of, set_population,
        source_field, typed,
    },
    typed::{Typed, english_of},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;
use std::sync::Arc;
use store::Transaction;
use survey::{Audience, Measure, Population, Questionnaire};

#[derive(Template)]
#[template(path = "desk/population.html")]
pub struct PopulationPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    address: String,
    done: bool,
    /// The form was filled from a table, and nothing is kept yet.
    is_filled: bool,
    /// Somebody has answered: what stands there stays.
    is_settled: bool,
    has_questionnaire: bool,
    errors: FieldErrors,
    made_of: String,
    taken_from: Words,
    misses: Words,
    table: String,
    questions: Vec<QuestionPart>,
}

/// Words in both languages, as they stand in their fields.
#[derive(Default)]
struct Words {
    bulgarian: String,
    english: String,
}

struct QuestionPart {
    code: String,
    label: Said,
    is_open: bool,
    measure: String,
    measures: Vec<(&'static str, String, bool)>,
    rows: Vec<OptionRow>,
    source: String,
    source_words: Words,
    as_of: String,
    as_of_words: String,
    /// What the numbers come to.
    sum: Option<String>,
}

struct OptionRow {
    field: String,
    label: Said,
    typed: String,
}

/// What the page is made of.
struct Kept {
    known: Known,
    audience: Audience,
    questionnaire: Option<Arc<Questionnaire>>,
    population: Population,
}

pub async fn show(
    _: PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
    asked: crate::Asked,
) -> Result<Response, Failure> {
    let kept = kept(&visit, &who, &audience).await?;
    let typed = typed(&kept.population);
    let mut page = PopulationPage::new(title(&visit, &who, &kept), &kept, &typed, FieldErrors::default());
    page.done = asked.0.text("done") == "set";
    visit.show(&page)
}

pub async fn set(
    _: PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let kept = kept(&visit, &who, &audience).await?;
    let act = fields.text("act").to_owned();
    let table = fields.text("table").to_owned();
    let sent: Typed = fields.0.into_iter().collect();
    let again = |typed: &Typed, errors: FieldErrors| {
        let mut page = PopulationPage::new(title(&visit, &who, &kept), &kept, typed, errors);
        page.made_of = sent.get("made_of").to_owned();
        page
    };
    if let ("fill", Some(questionnaire)) = (act.as_str(), kept.questionnaire.as_deref()) {
        let (typed, trouble) = filled_from(&table, sent.clone(), questionnaire);
        let mut page = again(&typed, FieldErrors::default());
        page.is_filled = true;
        page.table = table;
        let Some(trouble) = trouble else { return visit.show(&page) };
        let told = visit.words.refusal(&trouble);
        page.errors =
            FieldErrors(vec![FieldError { field: "table".to_owned(), sentence: told.sentence, hint: told.hint }]);
        return visit.show(&page).map(super::refused);
    }
    let read = population::read(&sent, kept.questionnaire.as_deref(), kept.audience.population, visit.today);
    let (actors, id, now) = (who.actors.clone(), kept.audience.id, visit.now);
    let made_of = sent.get("made_of").to_owned();
    let outcome = match read {
        Err(failure) => Err(failure),
        Ok(next) => {
            let set = move |tx: &mut Transaction, _: &Instance| set_population(tx, &actors, id, next, &made_of, now);
            visit.site.write(set).await
        }
    };
    match outcome.map_err(Failure::from) {
        Ok(()) => Ok(visit.go_to(&format!("/desk/audiences/{id}/population?done=set"))),
        Err(Failure::Refused(refusals)) => {
            let mut page = again(&sent, form_errors(visit.words, &refusals));
            if refusals.iter().any(|refusal| refusal.code() == "changed-meanwhile") {
                page.made_of = typed(&kept.population).fingerprint();
            }
            Ok(super::refused(visit.show(&page)?))
        }
        Err(failure) => Err(failure),
    }
}

async fn kept(visit: &Visit, who: &SignedIn, audience: &str) -> Result<Kept, Failure> {
    let (known, audience) = place(visit, who, super::key(audience)?).await?;
    let (id, asked) = (audience.id, audience.questionnaire);
    let read = move |tx: &mut Transaction, instance: &Instance| {
        let questionnaire = asked.map(|asked| instance.questionnaires.get(tx, asked)).transpose()?;
        Ok((questionnaire, tx.population(instance.tenant, id)?))
    };
    let (questionnaire, population) = visit.site.read(read).await?;
    Ok(Kept { known, audience, questionnaire, population })
}

fn title(visit: &Visit, who: &SignedIn, kept: &Kept) -> Frame {
    frame(visit, who, &kept.known.project, "desk-population-title")
}

impl PopulationPage {
    fn new(frame: Frame, kept: &Kept, typed: &Typed, errors: FieldErrors) -> PopulationPage {
        let words = |field: &str| Words {
            bulgarian: typed.get(field).to_owned(),
            english: typed.get(&english_of(field)).to_owned(),
        };
        let questions = kept.questionnaire.iter().flat_map(|questionnaire| {
            let asked = questionnaire.questions().filter(|question| may_have_margin(questionnaire, question));
            asked.map(|question| question_part(&frame, questionnaire, question, typed, &errors))
        });
        PopulationPage {
            questions: questions.collect(),
            study: frame.said(&kept.known.study.title),
            study_address: frame.to(&format!("/desk/studies/{}", kept.known.study.id)),
            audience: frame.said(&kept.audience.name),
            address: frame.to(&format!("/desk/audiences/{}/population", kept.audience.id)),
            done: false,
            is_filled: false,
            is_settled: kept.known.is_answered,
            has_questionnaire: kept.questionnaire.is_some(),
            made_of: self::typed(&kept.population).fingerprint(),
            taken_from: words("taken_from"),
            misses: words("misses"),
            table: String::new(),
            errors,
            frame,
        }
    }
}

fn question_part(
    frame: &Frame,
    questionnaire: &Questionnaire,
    question: &survey::Question,
    typed: &Typed,
    errors: &FieldErrors,
) -> QuestionPart {
    let rows: Vec<OptionRow> = options_of(questionnaire, question)
        .into_iter()
        .map(|option| {
            let field = amount_field(&question.code, &option.code);
            let typed = typed.get(&field).chars().take(40).collect();
            OptionRow { field, label: frame.said(&option.label).map(survey::unpiped), typed }
        })
        .collect();
    let (source, as_of) = (source_field(&question.code), as_of_field(&question.code));
    let measure = Measure::from_code(typed.get(&measure_field(&question.code))).unwrap_or(population::AMOUNTS);
    let is_wrong = errors
        .iter()
        .any(|error| error.field == source || error.field == as_of || rows.iter().any(|row| row.field == error.field));
    let sum: Option<u64> = rows.iter().map(|row| population::amount(measure, &row.typed)).sum();
    let sum = sum.filter(|_| !rows.is_empty());
    QuestionPart {
        code: question.code.to_string(),
        label: frame.said(&question.label).map(survey::unpiped),
        is_open: is_wrong || rows.iter().any(|row| !row.typed.is_empty()),
        measure: measure_field(&question.code),
        measures: Measure::ALL.map(|one| (one.code(), frame.say(measure_key(one)), one == measure)).into(),
        sum: sum.map(|sum| {
            let sum = match measure {
                Measure::People => frame.words.whole(sum),
                Measure::Shares => format!("{}\u{202f}%", population::written(measure, sum)),
            };
            frame.tell("desk-population-sum", "sum", sum)
        }),
        source_words: Words {
            bulgarian: typed.get(&source).to_owned(),
            english: typed.get(&english_of(&source)).to_owned(),
        },
        as_of_words: typed.get(&as_of).to_owned(),
        rows,
        source,
        as_of,
    }
}

fn measure_key(measure: Measure) -> &'static str {
    match measure {
        Measure::People => "desk-population-people",
        Measure::Shares => "desk-population-shares-measure",
    }
}

impl Page for PopulationPage {
    const NAME: &'static str = "desk-population";

    fn samples(language: Language) -> Vec<(&'static str, PopulationPage)> {
        let super::questionnaire::Place { project, study, audience } = super::questionnaire::Place::sample();
        let questionnaire = Arc::new(crate::respondent::sample_questionnaire());
        let kept = |is_answered, questionnaire| Kept {
            known: Known { project: project.clone(), study: study.clone(), others: Vec::new(), is_answered },
            audience: audience.clone(),
            questionnaire,
            population: Population::default(),
        };
        let frame = || super::sample_frame(language, "/desk/audiences/a/population", "desk-population-title");
        let told = Typed::default()
            .with("taken_from", "Всички, които минават през гишето за услуги през май")
            .with("misses", "Хората, които ползват услуги само по интернет")
            .with("used::measure", "shares")
            .with("used:yes", "60")
            .with("used:no", "30")
            .with("used::source", "Регистър на услугите")
            .with("used::as_of", "01.05.2023");
        let trouble =
            population::PopulationTrouble::SharesDoNotAddUp { field: "used:yes".to_owned(), sum: "90".to_owned() };
        let refused: Vec<Arc<dyn base::Explain + Send + Sync>> = vec![Arc::new(trouble)];
        let errors = form_errors(app::Words::new(language), &refused);
        let some = Some(questionnaire);
        vec![
            ("none", PopulationPage::new(frame(), &kept(false, None), &Typed::default(), FieldErrors::default())),
            ("refused", PopulationPage::new(frame(), &kept(false, some.clone()), &told, errors)),
            ("settled", PopulationPage::new(frame(), &kept(true, some), &told, FieldErrors::default())),
        ]
    }
}
