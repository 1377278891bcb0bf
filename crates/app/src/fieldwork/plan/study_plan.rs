use crate::{
    Failure,
    fieldwork::PlanTrouble,
    projects::address,
    typed::{Reading, Typed},
};
use base::{StudyId, Text};
use jiff::civil::Date;
use survey::{Fieldwork, ResultsPolicy, Study};

const LONGEST_TITLE: usize = 300;
const LONGEST_PURPOSE: usize = 1500;

/// A study without its audiences, as one form holds it.
#[derive(Debug, Clone, PartialEq)]
pub struct StudyPlan {
    pub slug: String,
    pub title: Text,
    pub purpose: Text,
    pub fieldwork: Fieldwork,
    pub results: ResultsPolicy,
    pub results_day: Option<Date>,
    /// The earlier study of the project that this one measures again.
    pub repeats: Option<StudyId>,
}

impl StudyPlan {
    pub fn of(study: &Study) -> StudyPlan {
        StudyPlan {
            slug: study.slug.clone(),
            title: study.title.clone(),
            purpose: study.purpose.clone(),
            fieldwork: study.fieldwork,
            results: study.results,
            results_day: study.results_published,
            repeats: study.repeats,
        }
    }

    pub fn typed(&self) -> Typed {
        let typed = Typed::default()
            .with_text("title", &self.title)
            .with_text("purpose", &self.purpose)
            .with("slug", self.slug.clone())
            .with_day("first", Some(self.fieldwork.first()))
            .with_day("last", Some(self.fieldwork.last()))
            .with("results", self.results.code())
            .with_day("results_day", self.results_day);
        match self.repeats {
            Some(earlier) => typed.with("repeats", earlier.to_string()),
            None => typed,
        }
    }

    /// # Errors
    /// Every field at fault at once.
    pub fn read(typed: &Typed) -> Result<StudyPlan, Failure> {
        let mut form = Reading::of(typed);
        let title = form.needed_text("title", LONGEST_TITLE);
        let purpose = form.needed_text("purpose", LONGEST_PURPOSE);
        let slug = address(&mut form, &title.bulgarian);
        let fieldwork = match (form.needed_day("first"), form.needed_day("last")) {
            (Some(first), Some(last)) => Fieldwork::new(first, last).map_err(|refusal| form.refuse(refusal)).ok(),
            _ => None,
        };
        let results = form.chosen("results", ResultsPolicy::from_code);
        let results_day = form.day("results_day");
        if results_day.is_some() && results.is_some_and(|policy| policy != ResultsPolicy::AfterClosing) {
            form.refuse(PlanTrouble::ResultsDayIdle);
        }
        if results_day.zip(fieldwork).is_some_and(|(day, fieldwork)| day < fieldwork.first()) {
            form.refuse(PlanTrouble::ResultsBeforeFieldwork);
        }
        let repeats = match form.get("repeats") {
            "" => None,
            chosen => chosen.parse().map_err(|_| form.refuse(PlanTrouble::RepeatsUnknown)).ok(),
        };
        let plan = slug.zip(fieldwork).zip(results).map(|((slug, fieldwork), results)| StudyPlan {
            slug: slug.to_string(),
            title,
            purpose,
            fieldwork,
            results,
            results_day,
            repeats,
        });
        form.finish(plan)
    }

    pub(super) fn put(self, study: &mut Study) {
        let StudyPlan { slug, title, purpose, fieldwork, results, results_day, repeats } = self;
        (study.slug, study.title, study.purpose) = (slug, title, purpose);
        (study.fieldwork, study.results, study.results_published) = (fieldwork, results, results_day);
        study.repeats = repeats;
    }
}
