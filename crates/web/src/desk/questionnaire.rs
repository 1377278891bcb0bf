use super::{
    ImportQuestionnaires, SignedIn, answers,
    brought::bring,
    key,
    lint::LintPanel,
    looked_at,
    mirrors::{Mirror, mirror, mirrors},
    problems::{ProblemRow, field_error, problem_row},
    sheet::{self, Part},
    understood::{KINDS, Understood, offered, understand},
    upload::{Upload, in_address, plain_name},
};
use crate::{
    Asked, Failure, Fields, Frame, Page, Said, Visit,
    parts::{FieldError, FieldErrors},
};
use app::{
    desk, fieldwork,
    questionnaire_drafts::{self, HeldDraft, as_asked},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{AudienceId, FileDigest, Language, QuestionnaireDraftId, QuestionnaireId};
use outreach::Project;
use std::collections::BTreeMap;
use survey::{
    Audience, Located, Questionnaire, Study,
    lint::{Places, lint},
    xlsform,
};

/// Choosing the file; and, when it was refused, every problem with its place.
#[derive(Template)]
#[template(path = "desk/questionnaire_upload.html")]
pub struct UploadPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    address: String,
    errors: FieldErrors,
    problems: Vec<ProblemRow>,
    summary: String,
    replaces: bool,
}

/// The whole questionnaire as respondents will see it, before it is adopted or afterwards.
#[derive(Template)]
#[template(path = "desk/questionnaire.html")]
pub struct QuestionnairePage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    title: Said,
    facts: String,
    introduction: Said,
    thanks: Said,
    warnings: Vec<ProblemRow>,
    lint: LintPanel,
    parts: Vec<Part>,
    /// Words are missing in one of its languages: it cannot be adopted.
    is_untranslated: bool,
    /// Where to confirm; empty for a version that is frozen already.
    confirm: String,
    file_name: String,
    again: String,
    answered: Option<String>,
    /// The answers that came in the same file, and what is said of them.
    answers: Option<(String, String)>,
    mirrors: Vec<Mirror>,
    /// Of a draft: the revision that is to be frozen, and what stands in the place of the words for a file.
    revision: Option<u64>,
    /// An earlier state of a draft: nothing to confirm, and the way back there.
    back: String,
    /// Where a draft begins from the file.
    draft: String,
}

/// What the page of an audience needs to know.
pub struct Place {
    pub project: Project,
    pub study: Study,
    pub audience: Audience,
}

impl Place {
    fn of(held: &HeldDraft) -> Place {
        Place { project: held.project.clone(), study: held.study.clone(), audience: held.audience.clone() }
    }

    /// Of the invented municipality, for samples of pages.
    pub fn sample() -> Place {
        let crate::respondent::Room { invitation, .. } = crate::respondent::sample_room();
        let (study, audience) = (invitation.study, invitation.audience);
        Place { project: crate::sample::invented_project(), study, audience }
    }
}

pub async fn place(visit: &Visit, actor: base::Actor, id: AudienceId) -> Result<Place, Failure> {
    let found = visit.site.read(move |tx, instance| desk::audience(tx, instance.tenant, actor, id)).await?;
    let (project, study, audience) = found;
    desk::at_work(actor, &project)?;
    Ok(Place { project, study, audience })
}

pub async fn ask(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    visit.show(&upload_page(&visit, &who, &place, FieldErrors::default(), Vec::new()))
}

pub async fn take(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
    upload: Upload,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let refuse = |errors: Vec<FieldError>, problems: Vec<ProblemRow>| {
        Ok(super::refused(visit.show(&upload_page(&visit, &who, &place, FieldErrors(errors), problems))?))
    };
    let Some(file) = upload.file("file") else {
        return refuse(vec![field_error(&visit, "file", &fieldwork::Trouble::FileMissing)], Vec::new());
    };
    match bring(&visit, file, upload.fields.has("personal")).await? {
        Ok(brought) => Ok(visit.go_to(&brought.address(place.audience.id, &file.name))),
        Err(problems) => refuse(Vec::new(), problems),
    }
}

fn upload_page(
    visit: &Visit,
    who: &SignedIn,
    place: &Place,
    mut errors: FieldErrors,
    problems: Vec<ProblemRow>,
) -> UploadPage {
    let words = visit.words;
    let frame = super::frame_of(visit, who, &place.project, &words.say("desk-questionnaire-title"));
    let summary = words.tell("desk-problems", &[("n", problems.len().into())]);
    if !problems.is_empty() {
        errors.0.push(FieldError { field: "file".to_owned(), sentence: summary.clone(), hint: None });
    }
    UploadPage {
        study: frame.said(&place.study.title),
        study_address: frame.to(&format!("/desk/studies/{}", place.study.id)),
        audience: frame.said(&place.audience.name),
        address: frame.to(&format!("/desk/audiences/{}/questionnaire", place.audience.id)),
        errors,
        problems,
        summary,
        replaces: place.audience.questionnaire.is_some(),
        frame,
    }
}

pub async fn check(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path((audience, file)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let name = plain_name(asked.0.text("name"));
    let digest = key(&file)?;
    let understood = stored(&visit, digest, &name).await?;
    let id = place.audience.id;
    let answered = visit.site.read(move |tx, instance| Ok(tx.answers_of(instance.tenant, id)?)).await?;
    let confirm = format!("/desk/audiences/{audience}/questionnaire/{digest}");
    let answers = match asked.0.text("answers").parse::<FileDigest>() {
        Ok(table) => {
            let (bytes, _) = looked_at::kept(&visit, table, &[answers::CSV]).await?;
            let unfinished = asked.0.text("unfinished").parse().unwrap_or(0);
            let (words, questionnaire, today) = (visit.words, understood.questionnaire.clone(), visit.today);
            let told = looked_at::aside(move || offered(words, &questionnaire, &bytes, unfinished, today)).await?;
            Some((table.to_string(), told))
        }
        Err(_) => None,
    };
    let Understood { questionnaire, left_out, is_untranslated, places } = understood;
    let mut page = page(&visit, &who, &place, &questionnaire, left_out, &places);
    page.mirrors = mirrors(&visit, &page.frame, &place, &questionnaire).await?;
    page.is_untranslated = is_untranslated;
    if !page.is_untranslated {
        page.confirm = visit.address(&confirm);
    }
    page.answers = answers;
    page.draft = visit.address(&format!("{confirm}/draft"));
    page.file_name = name;
    page.again = visit.address(&format!("/desk/audiences/{audience}/questionnaire"));
    page.answered = (answered > 0 && place.audience.questionnaire.is_some()).then(|| {
        visit.words.tell("desk-questionnaire-answered", &[("n", i64::try_from(answered).unwrap_or(0).into())])
    });
    visit.show(&page)
}

/// The uploaded questionnaire again.
async fn stored(visit: &Visit, digest: FileDigest, name: &str) -> Result<Understood, Failure> {
    let (bytes, _) = looked_at::kept(visit, digest, &KINDS).await?;
    let (words, name) = (visit.words, name.to_owned());
    looked_at::aside(move || understand(words, &bytes, &name)).await?.map_err(|_| Failure::NotFound)
}

pub async fn adopt(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    Path((audience, file)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let name = plain_name(fields.text("name"));
    let digest: FileDigest = key(&file)?;
    let answers: Option<FileDigest> = fields.text("answers").parse().ok();
    let imported = stored(&visit, digest, &name).await?;
    let next = match answers {
        Some(table) => format!("/desk/audiences/{audience}/answers/{table}?name={}", in_address(&name)),
        None => format!("/desk/studies/{}?done=questionnaire", place.study.id),
    };
    let (now, today, mut chance) = (visit.now, visit.today, visit.site.chance());
    let id = place.audience.id;
    visit
        .site
        .write(move |tx, instance| {
            let tenant = instance.tenant;
            // The button pressed twice adopts once.
            let (project, _, audience) = desk::audience(tx, tenant, actor, id)?;
            desk::at_work(actor, &project)?;
            let known = tx.questionnaires(tenant)?;
            let current = known.iter().find(|known| Some(known.id) == audience.questionnaire);
            if current.and_then(|known| known.original.as_ref()).is_some_and(|(file, _)| *file == digest) {
                return Ok(());
            }
            let version = QuestionnaireId::new(&mut *chance);
            let original = Some((digest, name));
            fieldwork::adopt_questionnaire(
                tx,
                tenant,
                Some(actor),
                id,
                version,
                &imported.questionnaire,
                original,
                today,
                now,
            )
        })
        .await?;
    Ok(visit.go_to(&next))
}

/// Begins a draft from the file, to be changed and translated in the browser.
pub async fn begin_draft(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    Path((audience, file)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let name = plain_name(fields.text("name"));
    let imported = stored(&visit, key(&file)?, &name).await?;
    let draft = begun(&visit, actor, place.audience.id, imported.questionnaire).await?;
    Ok(visit.go_to(&format!("/desk/drafts/{draft}")))
}

/// A new draft on a questionnaire.
pub async fn begun(
    visit: &Visit,
    actor: base::Actor,
    audience: AudienceId,
    questionnaire: Questionnaire,
) -> Result<QuestionnaireDraftId, Failure> {
    let (now, id) = (visit.now, QuestionnaireDraftId::new(&mut *visit.site.chance()));
    let begin = move |tx: &mut store::Transaction, _: &app::Instance| {
        questionnaire_drafts::begin(tx, actor, audience, id, &questionnaire, now)
    };
    visit.site.write(begin).await?;
    Ok(id)
}

pub async fn version(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path((audience, questionnaire)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let id: QuestionnaireId = key(&questionnaire)?;
    let known = visit.site.read(move |tx, instance| Ok(tx.questionnaire(instance.tenant, id)?)).await?;
    visit.show(&page(&visit, &who, &place, &known.ok_or(Failure::NotFound)?, Vec::new(), &Places::default()))
}

/// A draft as it would be frozen, to be confirmed.
pub async fn draft_page(
    visit: &Visit,
    who: &SignedIn,
    held: &HeldDraft,
    answered: u64,
) -> Result<QuestionnairePage, Failure> {
    let home = format!("/desk/drafts/{}", held.draft.id);
    let held = &held.clone().as_asked();
    let mut page = page(visit, who, &Place::of(held), &held.questionnaire, Vec::new(), &Places::default());
    page.confirm = visit.address(&format!("{home}/publication"));
    page.again = visit.address(&home);
    page.revision = Some(held.draft.revision);
    page.mirrors = mirrors(visit, &page.frame, &Place::of(held), &held.questionnaire).await?;
    page.answered = (answered > 0 && held.audience.questionnaire.is_some()).then(|| {
        visit.words.tell("desk-questionnaire-answered", &[("n", i64::try_from(answered).unwrap_or(0).into())])
    });
    Ok(page)
}

/// An earlier state of a draft.
pub fn state_page(visit: &Visit, who: &SignedIn, held: &HeldDraft, state: &Questionnaire) -> QuestionnairePage {
    let state = as_asked(state.clone());
    let mut page = page(visit, who, &Place::of(held), &state, Vec::new(), &Places::default());
    page.back = visit.address(&format!("/desk/drafts/{}/history", held.draft.id));
    page
}

fn page(
    visit: &Visit,
    who: &SignedIn,
    place: &Place,
    questionnaire: &Questionnaire,
    warnings: Vec<ProblemRow>,
    places: &Places,
) -> QuestionnairePage {
    let words = visit.words;
    let title = questionnaire.title.say(visit.language()).to_owned();
    let frame = super::frame_of(visit, who, &place.project, &title);
    let said = |text: Option<&base::Text>| text.map_or_else(|| Said::here(""), |text| frame.said(text));
    let questions = questionnaire.questions().filter(|question| question.is_asked()).count();
    let languages: Vec<String> = questionnaire
        .languages
        .iter()
        .map(|language| match language.built_in() {
            Some(built_in) => words.say(&format!("desk-language-{built_in}")),
            None => crate::language::own_name(*language),
        })
        .collect();
    let facts = words.tell(
        "desk-questionnaire-facts",
        &[
            ("code", questionnaire.code.clone().into()),
            ("questions", words.tell("count-questions", &[("n", questions.into())]).into()),
            ("languages", languages.join(", ").into()),
        ],
    );
    QuestionnairePage {
        study: frame.said(&place.study.title),
        study_address: frame.to(&format!("/desk/studies/{}", place.study.id)),
        audience: frame.said(&place.audience.name),
        title: frame.said(&questionnaire.title),
        facts,
        introduction: said(questionnaire.introduction.as_ref()),
        thanks: said(questionnaire.thanks.as_ref()),
        warnings,
        lint: panel(words, questionnaire, places),
        parts: sheet::parts(&frame, questionnaire, &BTreeMap::new(), &FieldErrors::default()),
        is_untranslated: false,
        confirm: String::new(),
        file_name: String::new(),
        again: String::new(),
        answered: None,
        answers: None,
        mirrors: Vec::new(),
        revision: None,
        back: String::new(),
        draft: String::new(),
        frame,
    }
}

fn panel(words: app::Words, questionnaire: &Questionnaire, places: &Places) -> LintPanel {
    let stands = |code: &str| questionnaire.question(code).is_some_and(survey::Question::is_asked);
    LintPanel::new(words, &lint(questionnaire, places), |code| stands(code).then(|| format!("#label-{code}")))
}

impl Page for UploadPage {
    const NAME: &'static str = "desk-questionnaire-upload";

    fn samples(language: Language) -> Vec<(&'static str, UploadPage)> {
        let words = app::Words::new(language);
        let page = |problems: Vec<ProblemRow>| UploadPage {
            frame: super::sample_frame(language, "/desk/audiences/a/questionnaire", "desk-questionnaire-title"),
            study: Said::here("Участие и обслужване, 2023 г."),
            study_address: "/desk/studies/a".to_owned(),
            audience: Said::here("Граждани"),
            address: "/desk/audiences/a/questionnaire".to_owned(),
            errors: FieldErrors(
                problems
                    .iter()
                    .take(1)
                    .map(|_| FieldError {
                        field: "file".to_owned(),
                        sentence: words.tell("desk-problems", &[("n", 1_i64.into())]),
                        hint: None,
                    })
                    .collect(),
            ),
            summary: words.tell("desk-problems", &[("n", 1_i64.into())]),
            problems,
            replaces: false,
        };
        let located = Located {
            sheet: Some("survey".to_owned()),
            row: Some(7),
            column: Some(0),
            problem: xlsform::Problem::UnknownType {
                given: "selct_one".to_owned(),
                similar: Some("select_one".to_owned()),
            },
        };
        vec![("empty", page(Vec::new())), ("refused", page(vec![problem_row(words, &located)]))]
    }
}

impl Page for QuestionnairePage {
    const NAME: &'static str = "desk-questionnaire";

    fn samples(language: Language) -> Vec<(&'static str, QuestionnairePage)> {
        let words = app::Words::new(language);
        let questionnaire = crate::sample::questionnaire();
        let page = |confirm: &str| {
            let frame = super::sample_frame(language, "/desk/audiences/a/questionnaire/b", "desk-questionnaire-title");
            let warning = Located {
                sheet: Some("survey".to_owned()),
                row: Some(3),
                column: Some(4),
                problem: xlsform::Problem::LeftOut { given: "appearance".to_owned() },
            };
            QuestionnairePage {
                study: Said::here("Участие и обслужване, 2023 г."),
                study_address: "/desk/studies/a".to_owned(),
                audience: Said::here("Граждани"),
                title: frame.said(&questionnaire.title),
                facts: words.tell(
                    "desk-questionnaire-facts",
                    &[("code", "sample".into()), ("questions", "5".into()), ("languages", "български".into())],
                ),
                introduction: Said::here("Отговорите са анонимни."),
                thanks: Said::here("Благодарим Ви."),
                warnings: if confirm.is_empty() { Vec::new() } else { vec![problem_row(words, &warning)] },
                lint: panel(words, &questionnaire, &Places::default()),
                parts: sheet::parts(&frame, &questionnaire, &BTreeMap::new(), &FieldErrors::default()),
                is_untranslated: false,
                confirm: confirm.to_owned(),
                file_name: "анкета.xlsx".to_owned(),
                again: "/desk/audiences/a/questionnaire".to_owned(),
                answered: (!confirm.is_empty())
                    .then(|| words.tell("desk-questionnaire-answered", &[("n", 12_i64.into())])),
                answers: None,
                mirrors: Vec::from_iter(mirror(&frame, Said::here("Администрация"), &questionnaire, &questionnaire)),
                revision: None,
                back: String::new(),
                draft: if confirm.is_empty() { String::new() } else { format!("{confirm}/draft") },
                frame,
            }
        };
        let confirm = "/desk/audiences/a/questionnaire/b";
        let untranslated = QuestionnairePage { is_untranslated: true, confirm: String::new(), ..page(confirm) };
        vec![("to-confirm", page(confirm)), ("untranslated", untranslated), ("frozen", page(""))]
    }
}
