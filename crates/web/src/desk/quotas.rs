//! At most so many from one group: a number beside each option, and how many have come.

use super::{
    PlanStudies, SignedIn, form_errors, key,
    questionnaire::{Place, place},
    refused,
};
use crate::{Asked, Failure, Fields, Frame, Page, Said, Visit, parts::FieldErrors};
use app::fieldwork::{TypedQuotas, may_have_quotas, quota_field, set_quotas};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;
use std::sync::Arc;
use survey::{OptionCode, QuestionCode, Questionnaire, QuotaStanding};

#[derive(Template)]
#[template(path = "desk/quotas.html")]
pub struct QuotasPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    address: String,
    done: bool,
    errors: FieldErrors,
    questions: Vec<QuestionPart>,
}

struct QuestionPart {
    code: String,
    label: Said,
    options: Vec<OptionRow>,
}

impl QuestionPart {
    /// Folded away while nothing stands beside its options.
    fn is_open(&self, errors: &FieldErrors) -> bool {
        self.options.iter().any(|row| !row.typed.is_empty() || errors.of(&row.field).is_some())
    }
}

struct OptionRow {
    field: String,
    label: Said,
    typed: String,
    /// „Дошли са 12 от 100“, where there is a quota.
    standing: Option<String>,
    is_full: bool,
}

pub async fn show(
    PlanStudies(actor): PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let (questionnaire, standings) = known(&visit, &place).await?;
    let mut page = QuotasPage::new(frame(&visit, &who, &place), &place, questionnaire.as_deref(), &standings);
    page.done = asked.0.text("done") == "set";
    visit.show(&page)
}

pub async fn set(
    PlanStudies(actor): PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let (questionnaire, standings) = known(&visit, &place).await?;
    let typed = fields.0.iter().filter_map(|(name, value)| {
        let (question, option) = name.split_once(':')?;
        Some((QuestionCode::parse(question).ok()?, OptionCode::parse(option).ok()?, value.clone()))
    });
    let typed = TypedQuotas(typed.collect());
    let (audience, now) = (place.audience.clone(), visit.now);
    let outcome = match questionnaire.as_deref().map(|questionnaire| typed.read(questionnaire)) {
        None => return Err(Failure::NotFound),
        Some(Err(failure)) => Err(failure),
        Some(Ok(quotas)) => {
            let set = visit.site.write(move |tx, instance| set_quotas(instance, tx, actor, &audience, quotas, now));
            set.await
        }
    };
    match outcome.map_err(Failure::from) {
        Ok(()) => Ok(visit.go_to(&format!("/desk/audiences/{}/quotas?done=set", place.audience.id))),
        Err(Failure::Refused(refusals)) => {
            let frame = frame(&visit, &who, &place);
            let mut page = QuotasPage::new(frame, &place, questionnaire.as_deref(), &standings);
            page.errors = form_errors(visit.words, &refusals);
            page.fill(&fields);
            Ok(refused(visit.show(&page)?))
        }
        Err(failure) => Err(failure),
    }
}

async fn known(visit: &Visit, place: &Place) -> Result<(Option<Arc<Questionnaire>>, Vec<QuotaStanding>), Failure> {
    let audience = place.audience.clone();
    let read = visit.site.read(move |tx, instance| {
        let questionnaire = audience.questionnaire.map(|id| instance.questionnaires.get(tx, id)).transpose()?;
        Ok((questionnaire, tx.quotas(instance.tenant, audience.id)?))
    });
    read.await
}

fn frame(visit: &Visit, who: &SignedIn, place: &Place) -> Frame {
    super::frame_of(visit, who, &place.project, &visit.words.say("desk-quotas-title"))
}

impl QuotasPage {
    fn new(
        frame: Frame,
        place: &Place,
        questionnaire: Option<&Questionnaire>,
        standings: &[QuotaStanding],
    ) -> QuotasPage {
        let asked = questionnaire.into_iter().flat_map(|questionnaire| {
            let questions = questionnaire.questions().filter(|question| may_have_quotas(questionnaire, question));
            questions.filter_map(|question| Some((question, questionnaire.scale_of(question)?)))
        });
        let questions = asked.map(|(question, scale)| QuestionPart {
            code: question.code.to_string(),
            label: frame.said(&question.label).map(survey::unpiped),
            options: scale
                .options
                .iter()
                .map(|option| {
                    let standing = standings.iter().find(|standing| {
                        standing.quota.question == question.code && standing.quota.option == option.code
                    });
                    let told = standing.map(|standing| {
                        let taken = ("taken", i64::from(standing.taken).into());
                        frame
                            .words
                            .tell("desk-quotas-standing", &[taken, ("most", i64::from(standing.quota.most).into())])
                    });
                    OptionRow {
                        field: quota_field(&question.code, &option.code),
                        label: frame.said(&option.label).map(survey::unpiped),
                        typed: standing.map(|standing| standing.quota.most.to_string()).unwrap_or_default(),
                        is_full: standing.is_some_and(QuotaStanding::is_full),
                        standing: told,
                    }
                })
                .collect(),
        });
        QuotasPage {
            study: frame.said(&place.study.title),
            study_address: frame.to(&format!("/desk/studies/{}", place.study.id)),
            audience: frame.said(&place.audience.name),
            address: frame.to(&format!("/desk/audiences/{}/quotas", place.audience.id)),
            done: false,
            errors: FieldErrors::default(),
            questions: questions.collect(),
            frame,
        }
    }

    /// With what was typed.
    fn fill(&mut self, fields: &Fields) {
        for row in self.questions.iter_mut().flat_map(|question| &mut question.options) {
            row.typed = fields.text(&row.field).chars().take(40).collect();
        }
    }
}

impl Page for QuotasPage {
    const NAME: &'static str = "desk-quotas";

    fn samples(language: Language) -> Vec<(&'static str, QuotasPage)> {
        let (place, questionnaire) = (Place::sample(), crate::respondent::sample_questionnaire());
        let frame = || super::sample_frame(language, "/desk/audiences/a/quotas", "desk-quotas-title");
        let parse = |question: &str, option: &str, most| {
            Some(survey::Quota {
                question: QuestionCode::parse(question).ok()?,
                option: OptionCode::parse(option).ok()?,
                most,
            })
        };
        let quotas = [(parse("used", "yes", 100), 100), (parse("used", "no", 50), 12)];
        let standings: Vec<QuotaStanding> =
            quotas.into_iter().filter_map(|(quota, taken)| Some(QuotaStanding { quota: quota?, taken })).collect();
        vec![
            ("some", QuotasPage::new(frame(), &place, Some(&questionnaire), &standings)),
            ("none", QuotasPage::new(frame(), &place, None, &[])),
        ]
    }
}
