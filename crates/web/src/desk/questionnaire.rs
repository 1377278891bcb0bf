use super::{
    ImportQuestionnaires, SignedIn, key,
    lint::LintPanel,
    sheet::{self, Part},
    upload::{Upload, plain_name},
};
use crate::{
    Asked, Failure, Fields, Frame, Page, Said, Visit,
    parts::{FieldError, FieldErrors},
};
use app::{desk, fieldwork};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{AudienceId, FileDigest, Language, QuestionnaireId};
use outreach::Project;
use std::collections::BTreeMap;
use survey::{
    Audience, Located, Questionnaire, Study,
    lint::{Places, lint},
    xlsform::{self, Imported},
};

pub const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Choosing the workbook; and, when it was refused, every problem with its place.
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

/// What is wrong, where, and what to do.
pub struct ProblemRow {
    pub place: String,
    pub sentence: String,
    pub hint: String,
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
}

/// What the page of an audience needs to know.
pub struct Place {
    pub project: Project,
    pub study: Study,
    pub audience: Audience,
}

impl Place {
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
    visit.show(&upload_page(&visit, &who, &place, FieldErrors::default(), &[]))
}

pub async fn take(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
    upload: Upload,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let Some(file) = upload.file("file") else {
        return refuse(&visit, &who, &place, &fieldwork::Trouble::FileMissing);
    };
    let (bytes, name) = (file.bytes.clone(), file.name.clone());
    let read = read(bytes.clone(), name.clone()).await?;
    if let Err(problems) = read {
        return Ok(super::refused(visit.show(&upload_page(
            &visit,
            &who,
            &place,
            FieldErrors::default(),
            &problems,
        ))?));
    }
    let instance = visit.site.instance()?;
    let kept = instance.store.keep_file(instance.tenant, bytes, WORKBOOK.to_owned()).await?;
    let query = crate::desk::upload::in_address(&name);
    Ok(visit.go_to(&format!("/desk/audiences/{audience}/questionnaire/{}?name={query}", kept.digest)))
}

/// A workbook takes a moment to read, and a hostile one may try to take longer.
async fn read(bytes: Vec<u8>, name: String) -> Result<Result<Imported, Vec<Located<xlsform::Problem>>>, Failure> {
    tokio::task::spawn_blocking(move || xlsform::import(&bytes, &name)).await.map_err(Failure::fault)
}

fn refuse(visit: &Visit, who: &SignedIn, place: &Place, refusal: &dyn base::Explain) -> Result<Response, Failure> {
    let explained = visit.words.refusal(refusal);
    let error = FieldError { field: "file".to_owned(), sentence: explained.sentence, hint: explained.hint };
    Ok(super::refused(visit.show(&upload_page(visit, who, place, FieldErrors(vec![error]), &[]))?))
}

fn upload_page(
    visit: &Visit,
    who: &SignedIn,
    place: &Place,
    mut errors: FieldErrors,
    problems: &[Located<xlsform::Problem>],
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
        problems: problems.iter().map(|located| problem_row(words, located)).collect(),
        summary,
        replaces: place.audience.questionnaire.is_some(),
        frame,
    }
}

/// The place and the sentence of a problem in a file.
pub fn problem_row<P: base::Explain>(words: app::Words, located: &Located<P>) -> ProblemRow {
    let explained = words.refusal(located);
    ProblemRow {
        place: place_words(words, located),
        sentence: explained.sentence,
        hint: explained.hint.unwrap_or_default(),
    }
}

pub fn place_words<P>(words: app::Words, located: &Located<P>) -> String {
    let sheet = located.sheet.clone().unwrap_or_default();
    let row = i64::from(located.row.unwrap_or(0));
    let column = located.letter().unwrap_or_default();
    let key = match (&located.sheet, located.row, located.column) {
        (Some(_), Some(_), Some(_)) => "survey-place-cell",
        (Some(_), Some(_), None) => "survey-place-row",
        (Some(_), None, _) => "survey-place-sheet",
        (None, Some(_), Some(_)) => "survey-place-line-cell",
        (None, Some(_), None) => "survey-place-line",
        (None, None, _) => "survey-place-file",
    };
    words.tell(key, &[("sheet", sheet.into()), ("row", row.into()), ("column", column.into())])
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
    let imported = stored(&visit, digest, &name).await?;
    let id = place.audience.id;
    let answered = visit.site.read(move |tx, instance| Ok(tx.answers_of(instance.tenant, id)?)).await?;
    let confirm = format!("/desk/audiences/{audience}/questionnaire/{digest}");
    let mut page = page(&visit, &who, &place, &imported.questionnaire, &imported.warnings, &imported.places);
    page.is_untranslated = imported.untranslated().next().is_some();
    if !page.is_untranslated {
        page.confirm = visit.address(&confirm);
    }
    page.file_name = name;
    page.again = visit.address(&format!("/desk/audiences/{audience}/questionnaire"));
    page.answered = (answered > 0 && place.audience.questionnaire.is_some()).then(|| {
        visit.words.tell("desk-questionnaire-answered", &[("n", i64::try_from(answered).unwrap_or(0).into())])
    });
    visit.show(&page)
}

/// The uploaded workbook again. Only workbooks are read so, whatever else is kept.
async fn stored(visit: &Visit, digest: FileDigest, name: &str) -> Result<Imported, Failure> {
    let known = visit.site.read(move |tx, instance| Ok(tx.file(instance.tenant, digest)?)).await?;
    known.filter(|file| file.media_type == WORKBOOK).ok_or(Failure::NotFound)?;
    let instance = visit.site.instance()?;
    let bytes = instance.store.file_bytes(instance.tenant, digest).await?.ok_or(Failure::NotFound)?;
    read(bytes, name.to_owned()).await?.map_err(|_| Failure::NotFound)
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
    let imported = stored(&visit, digest, &name).await?;
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
    Ok(visit.go_to(&format!("/desk/studies/{}?done=questionnaire", place.study.id)))
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
    visit.show(&page(&visit, &who, &place, &known.ok_or(Failure::NotFound)?, &[], &Places::default()))
}

fn page(
    visit: &Visit,
    who: &SignedIn,
    place: &Place,
    questionnaire: &Questionnaire,
    warnings: &[Located<xlsform::Problem>],
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
        warnings: warnings
            .iter()
            .filter(|located| !is_linted(&located.problem))
            .map(|located| problem_row(words, located))
            .collect(),
        lint: panel(words, questionnaire, places),
        parts: sheet::parts(&frame, questionnaire, &BTreeMap::new(), &FieldErrors::default()),
        is_untranslated: false,
        confirm: String::new(),
        file_name: String::new(),
        again: String::new(),
        answered: None,
        frame,
    }
}

/// What the linter says too, with its cause.
fn is_linted(problem: &xlsform::Problem) -> bool {
    matches!(
        problem,
        xlsform::Problem::Expression(_)
            | xlsform::Problem::MissingTranslation { .. }
            | xlsform::Problem::SoundsLikeMissing { .. }
    )
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
                frame,
            }
        };
        vec![("to-confirm", page("/desk/audiences/a/questionnaire/b")), ("frozen", page(""))]
    }
}
