use super::super::{
    ImportQuestionnaires, SignedIn,
    brought::{Brought, bring},
    form_errors, key,
    problems::ProblemRow,
    questionnaire::{self, Place, place},
    refused,
    upload::Upload,
};
use crate::{
    Failure, Frame, Page, Said, Visit,
    parts::{FieldError, FieldErrors},
};
use app::{
    fieldwork,
    questionnaire_drafts::{self, empty, from_template, new_questions},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Actor, AudienceId, Language, QuestionnaireDraftId, QuestionnaireId};
use survey::{Audience, Questionnaire, templates};

/// What a new questionnaire begins with.
#[derive(Template)]
#[template(path = "desk/drafts/beginning.html")]
pub struct BeginningPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    action: String,
    errors: FieldErrors,
    problems: Vec<ProblemRow>,
    from: String,
    choices: Vec<Beginning>,
}

struct Beginning {
    code: String,
    words: String,
    hint: String,
}

/// The drafts of the actor's party for an audience.
///
/// # Errors
/// Only faults of the store.
pub fn audience_drafts(
    tx: &mut store::Transaction,
    actor: Actor,
    audience: AudienceId,
) -> Result<Vec<(QuestionnaireDraftId, base::Text, base::Moment)>, app::Failure> {
    let all = questionnaire_drafts::drafts(tx, actor, audience)?;
    Ok(all.into_iter().map(|(draft, state, known)| (draft.id, known.title, state.changed_at)).collect())
}

pub async fn ask(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let frame = super::super::frame_of(&visit, &who, &place.project, &visit.words.say("drafts-new"));
    visit.show(&page(frame, &place, &existing(&visit, &place).await?, "empty", FieldErrors::default(), Vec::new()))
}

pub async fn begin(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
    upload: Upload,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let existing = existing(&visit, &place).await?;
    let from = upload.fields.text("from").to_owned();
    let frame = || super::super::frame_of(&visit, &who, &place.project, &visit.words.say("drafts-new"));
    let begun = match begun(&visit, &place, &existing, &from, &upload).await? {
        Ok(Begun::Questionnaire(questionnaire)) => *questionnaire,
        // What was left out, or guessed, is told before anything begins.
        Ok(Begun::LookedAtFirst(address)) => return Ok(visit.go_to(&address)),
        Err((errors, problems)) => {
            return Ok(refused(visit.show(&page(frame(), &place, &existing, &from, errors, problems))?));
        }
    };
    match questionnaire::begun(&visit, actor, place.audience.id, begun).await {
        Ok(id) => Ok(visit.go_to(&format!("/desk/drafts/{id}"))),
        Err(Failure::Refused(refusals)) => {
            let errors = form_errors(visit.words, &refusals);
            Ok(refused(visit.show(&page(frame(), &place, &existing, &from, errors, Vec::new()))?))
        }
        Err(failure) => Err(failure),
    }
}

/// The questionnaires of the study's audiences, by audience.
async fn existing(visit: &Visit, place: &Place) -> Result<Vec<(Audience, Questionnaire)>, Failure> {
    let asked: Vec<(Audience, QuestionnaireId)> =
        place.study.audiences.iter().filter_map(|audience| Some((audience.clone(), audience.questionnaire?))).collect();
    let read = move |tx: &mut store::Transaction, instance: &app::Instance| {
        let mut all = Vec::new();
        for (audience, id) in asked {
            let known = instance.questionnaires.get(tx, id)?;
            all.push((audience, Questionnaire::clone(&known)));
        }
        Ok(all)
    };
    visit.site.read(read).await
}

type Refused = (FieldErrors, Vec<ProblemRow>);

enum Begun {
    Questionnaire(Box<Questionnaire>),
    /// The page where a file is looked at before something is made of it.
    LookedAtFirst(String),
}

async fn begun(
    visit: &Visit,
    place: &Place,
    existing: &[(Audience, Questionnaire)],
    from: &str,
    upload: &Upload,
) -> Result<Result<Begun, Refused>, Failure> {
    let audience = &place.audience;
    if let Some(template) = from.strip_prefix("template:") {
        let found = super::told(visit, from_template(audience, template))?;
        return Ok(found.map(Box::new).map(Begun::Questionnaire).map_err(|errors| (errors, Vec::new())));
    }
    if let Some(other) = from.strip_prefix("audience:") {
        let found = existing.iter().find(|(known, _)| known.id.to_string() == other);
        let known = found.map(|(_, known)| new_questions(audience, known)).ok_or(Failure::NotFound)?;
        return Ok(Ok(Begun::Questionnaire(Box::new(known))));
    }
    if from != "file" {
        return Ok(Ok(Begun::Questionnaire(Box::new(empty(audience)))));
    }
    let Some(file) = upload.file("file") else {
        let refusal: std::sync::Arc<dyn base::Explain + Send + Sync> =
            std::sync::Arc::new(fieldwork::Trouble::FileMissing);
        return Ok(Err((form_errors(visit.words, &[refusal]), Vec::new())));
    };
    Ok(match bring(visit, file, false).await? {
        Ok(Brought::Questionnaire { understood, answers: None, .. })
            if understood.left_out.is_empty() && !understood.is_untranslated =>
        {
            Ok(Begun::Questionnaire(Box::new(understood.questionnaire)))
        }
        Ok(brought) => Ok(Begun::LookedAtFirst(brought.address(audience.id, &file.name))),
        Err(problems) => {
            let summary = visit.words.tell("desk-problems", &[("n", problems.len().into())]);
            let errors = FieldErrors(vec![FieldError { field: "file".to_owned(), sentence: summary, hint: None }]);
            Err((errors, problems))
        }
    })
}

fn page(
    frame: Frame,
    place: &Place,
    existing: &[(Audience, Questionnaire)],
    from: &str,
    errors: FieldErrors,
    problems: Vec<ProblemRow>,
) -> BeginningPage {
    let language = frame.words.language();
    let count = |known: &Questionnaire| {
        let questions = known.questions().filter(|question| question.is_asked()).count();
        frame.words.tell("count-questions", &[("n", questions.into())])
    };
    let ready = templates().iter().map(|template| Beginning {
        code: format!("template:{}", template.code),
        words: template.title.say(language).to_owned(),
        hint: frame.tell("drafts-from-template", "questions", count(template)),
    });
    let others = existing.iter().map(|(audience, known)| Beginning {
        code: format!("audience:{}", audience.id),
        words: frame.tell("drafts-from-audience", "audience", audience.name.say(language)),
        hint: count(known),
    });
    let fixed = |code: &str| Beginning {
        code: code.to_owned(),
        words: frame.say(&format!("drafts-from-{code}")),
        hint: frame.say(&format!("drafts-from-{code}.hint")),
    };
    let choices = std::iter::once(fixed("empty")).chain(ready).chain(others).chain([fixed("file")]).collect();
    BeginningPage {
        study: frame.said(&place.study.title),
        study_address: frame.to(&format!("/desk/studies/{}", place.study.id)),
        audience: frame.said(&place.audience.name),
        action: frame.to(&format!("/desk/audiences/{}/drafts", place.audience.id)),
        errors,
        problems,
        from: from.to_owned(),
        choices,
        frame,
    }
}

impl Page for BeginningPage {
    const NAME: &'static str = "desk-draft-new";

    fn samples(language: Language) -> Vec<(&'static str, BeginningPage)> {
        let place = Place::sample();
        let existing = vec![(place.audience.clone(), crate::sample::questionnaire())];
        let frame = super::sample_frame(language, "drafts-new");
        vec![("all", page(frame, &place, &existing, "empty", FieldErrors::default(), Vec::new()))]
    }
}
