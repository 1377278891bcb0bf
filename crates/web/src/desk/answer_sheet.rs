//! A sheet of answers from another service: what each column probably is, corrected by a person, and only then a
//! questionnaire with its answers, both in one step.

mod form;

use super::{
    ImportAnswers, ImportQuestionnaires, SignedIn, key, looked_at,
    problems::{ProblemRow, field_error, problem_rows},
    questionnaire::{Place, begun, place},
    sheet::{self, Part},
    upload::plain_name,
};
use crate::{
    Asked, Failure, Fields, Frame, Page, Said, Visit,
    parts::{FieldError, FieldErrors},
};
use app::fieldwork::{self, Import};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Actor, BatchId, FileDigest, Language, QuestionnaireId};
use form::{ColumnForm, SheetForm};
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::ImportBatch;
use survey::{
    Located,
    answer_sheet::{Confirmed, Proposal, Service, Sheet, SheetProblem},
    answers_csv::CsvRead,
};

const KIND: &str = "application/vnd.glas.answer-sheet+json";
/// The page shows so many rejected rows.
const MOST_SHOWN: usize = 100;

#[derive(Template)]
#[template(path = "desk/answer_sheet.html")]
pub struct AnswerSheetPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    name: String,
    /// Of whose making the sheet seems to be, and how much is in it.
    facts: String,
    address: String,
    again: String,
    errors: FieldErrors,
    title: String,
    columns: Vec<ColumnForm>,
    /// The ways in which a column may be taken: codes and words.
    kinds: Vec<(String, String)>,
    /// Columns that tell who answered are to be taken in: that takes a tick of its own.
    asks_about_personal: bool,
    agrees_to_personal: bool,
    answered: Option<String>,
    outcome: Option<Outcome>,
}

/// What the columns come to as they stand now.
struct Outcome {
    /// Names what was looked at: another form is looked at again before it counts.
    checked: String,
    accepted: String,
    rejected: String,
    is_empty: bool,
    rows: Vec<ProblemRow>,
    more: Option<String>,
    notes: Vec<String>,
    title: Said,
    parts: Vec<Part>,
}

/// Keeps a sheet until it is decided about, without the columns that tell who answered unless somebody asks for them.
pub async fn keep(
    visit: &Visit,
    bytes: Vec<u8>,
    with_personal: bool,
) -> Result<Result<FileDigest, Located<SheetProblem>>, Failure> {
    let read = move || {
        let sheet = Sheet::read(&bytes)?;
        let sheet = if with_personal { sheet } else { sheet.without_personal() };
        Ok(sheet.archive())
    };
    match looked_at::aside(read).await? {
        Ok(archive) => looked_at::keep(visit, archive, KIND).await.map(Ok),
        Err(problem) => Ok(Err(problem)),
    }
}

/// The sheet again, and what is proposed for it.
async fn kept(visit: &Visit, file: FileDigest) -> Result<(Sheet, Proposal), Failure> {
    let (bytes, _) = looked_at::kept(visit, file, &[KIND]).await?;
    let read = move || {
        let sheet = Sheet::restore(&bytes)?;
        let proposal = Proposal::of(&sheet);
        Ok::<_, survey::answer_sheet::UnreadableSheet>((sheet, proposal))
    };
    looked_at::aside(read).await?.map_err(|_| Failure::NotFound)
}

pub async fn ask(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    _: ImportAnswers,
    visit: Visit,
    who: SignedIn,
    Path((audience, file)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let looked = Looked::at(&visit, place, key(&file)?, plain_name(asked.0.text("name"))).await?;
    let form = SheetForm::proposed(&looked.proposal, &looked.name);
    visit.show(&looked.page(&visit, &who, &form, FieldErrors::default(), None))
}

pub async fn send(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    _: ImportAnswers,
    visit: Visit,
    who: SignedIn,
    Path((audience, file)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let looked = Looked::at(&visit, place, key(&file)?, plain_name(fields.text("name"))).await?;
    let form = SheetForm::sent(&fields, &looked.sheet, &looked.proposal);
    let refuse = |errors: Vec<FieldError>| {
        visit.show(&looked.page(&visit, &who, &form, FieldErrors(errors), None)).map(super::refused)
    };
    let confirmed = match form.confirm(&visit, &looked.proposal, &looked.place.audience.code) {
        Ok(confirmed) => confirmed,
        Err(errors) => return refuse(errors),
    };
    let (confirmed, read) = looked.read(confirmed, visit.today).await?;
    let read = match read {
        Ok(read) => read,
        Err(located) => return refuse(vec![field_error(&visit, "form", &located.problem)]),
    };
    let is_draft = fields.text("act") == "draft";
    if !(is_draft || fields.text("act") == "import") || fields.text("checked") != form.digest() {
        let outcome = Some(looked.outcome(&visit, &who, &form, &confirmed, &read));
        return visit.show(&looked.page(&visit, &who, &form, FieldErrors::default(), outcome));
    }
    if is_draft {
        let draft = begun(&visit, actor, looked.place.audience.id, confirmed.questionnaire).await?;
        return Ok(visit.go_to(&format!("/desk/drafts/{draft}")));
    }
    match looked.take_in(&visit, actor, confirmed, read).await {
        Ok(()) => Ok(visit.go_to(&format!("/desk/studies/{}?done=sheet", looked.place.study.id))),
        Err(Failure::Refused(refusals)) => refuse(super::form_errors(visit.words, &refusals).0),
        Err(failure) => Err(failure),
    }
}

/// Everything that a page about one sheet needs.
struct Looked {
    place: Place,
    file: FileDigest,
    name: String,
    sheet: Sheet,
    proposal: Proposal,
    answered: u64,
}

impl Looked {
    async fn at(visit: &Visit, place: Place, file: FileDigest, name: String) -> Result<Looked, Failure> {
        let (sheet, proposal) = kept(visit, file).await?;
        let id = place.audience.id;
        let answered = visit.site.read(move |tx, instance| Ok(tx.answers_of(instance.tenant, id)?)).await?;
        Ok(Looked { place, file, name, sheet, proposal, answered })
    }

    async fn read(
        &self,
        confirmed: Confirmed,
        today: Date,
    ) -> Result<(Confirmed, Result<CsvRead, Located<survey::answers_csv::CsvProblem>>), Failure> {
        let sheet = self.sheet.clone();
        looked_at::aside(move || {
            let read = confirmed.read(&sheet, today);
            (confirmed, read)
        })
        .await
    }

    fn page(
        &self,
        visit: &Visit,
        who: &SignedIn,
        form: &SheetForm,
        errors: FieldErrors,
        outcome: Option<Outcome>,
    ) -> AnswerSheetPage {
        let Place { project, study, audience } = &self.place;
        let frame = super::frame_of(visit, who, project, &visit.words.say("import-sheet-title"));
        let answered = i64::try_from(self.answered).unwrap_or(i64::MAX);
        let answered = (answered > 0 && audience.questionnaire.is_some())
            .then(|| visit.words.tell("desk-questionnaire-answered", &[("n", answered.into())]));
        AnswerSheetPage {
            study: frame.said(&study.title),
            study_address: frame.to(&format!("/desk/studies/{}", study.id)),
            audience: frame.said(&audience.name),
            address: frame.to(&format!("/desk/audiences/{}/sheets/{}", audience.id, self.file)),
            again: frame.to(&format!("/desk/audiences/{}/questionnaire", audience.id)),
            answered,
            ..shown(frame, &self.name, &self.sheet, &self.proposal, form, errors, outcome)
        }
    }

    fn outcome(
        &self,
        visit: &Visit,
        who: &SignedIn,
        form: &SheetForm,
        confirmed: &Confirmed,
        read: &CsvRead,
    ) -> Outcome {
        let frame = super::frame_of(visit, who, &self.place.project, "");
        outcome(&frame, form, confirmed, read)
    }

    async fn take_in(&self, visit: &Visit, actor: Actor, confirmed: Confirmed, read: CsvRead) -> Result<(), Failure> {
        let (id, file) = (self.place.audience.id, self.file);
        let before = visit.site.read(move |tx, instance| Ok(tx.import_batches(instance.tenant, id)?)).await?;
        // The button pressed twice imports once.
        if before.iter().any(|batch| batch.file == file) {
            return Ok(());
        }
        let mut chance = visit.site.chance();
        let batch = ImportBatch {
            id: BatchId::new(&mut *chance),
            audience: self.place.audience.id,
            file: self.file,
            name: self.name.clone(),
            accepted: u32::try_from(read.accepted.len()).unwrap_or(u32::MAX),
            rejected: u32::try_from(read.rejected_rows).unwrap_or(u32::MAX),
            imported_by: Some(actor.person),
            imported_on: visit.today,
        };
        let rows = read.accepted.into_iter().map(fieldwork::ImportedRow::from).collect();
        let import = Import { batch, questionnaire: QuestionnaireId::new(&mut *chance), rows };
        let now = visit.now;
        visit
            .site
            .write(move |tx, instance| {
                let questionnaire = &confirmed.questionnaire;
                fieldwork::adopt_with_answers(
                    tx,
                    instance.tenant,
                    Some(actor),
                    questionnaire,
                    import,
                    now,
                    &mut *chance,
                )
            })
            .await
            .map_err(Failure::from)
    }
}

/// The page apart from where it stands.
fn shown(
    frame: Frame,
    name: &str,
    sheet: &Sheet,
    proposal: &Proposal,
    form: &SheetForm,
    errors: FieldErrors,
    outcome: Option<Outcome>,
) -> AnswerSheetPage {
    let service = match proposal.service {
        Service::Google => "import-sheet-google",
        Service::Microsoft => "import-sheet-microsoft",
        Service::Unknown => "import-sheet-unknown",
    };
    let counted = |key: &str, n: usize| frame.tell(key, "n", n);
    let rows = sheet.rows.iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).count();
    let facts = format!(
        "{} · {} · {}",
        frame.say(service),
        counted("import-sheet-rows", rows),
        counted("import-sheet-columns", sheet.headers.len())
    );
    AnswerSheetPage {
        facts,
        study: Said::here(""),
        study_address: String::new(),
        audience: Said::here(""),
        name: name.to_owned(),
        address: String::new(),
        again: String::new(),
        title: form.title.clone(),
        columns: form.shown(&frame, sheet, proposal, &errors),
        kinds: form::KINDS.map(|kind| (kind.to_owned(), frame.say(&format!("import-kind-of-{kind}")))).to_vec(),
        asks_about_personal: form.takes_personal(proposal),
        agrees_to_personal: form.agrees_to_personal,
        answered: None,
        outcome,
        errors,
        frame,
    }
}

fn outcome(frame: &Frame, form: &SheetForm, confirmed: &Confirmed, read: &CsvRead) -> Outcome {
    let words = frame.words;
    let shown = read.rejected.get(..MOST_SHOWN.min(read.rejected.len())).unwrap_or_default();
    let hidden = read.rejected.len() - shown.len();
    let notes = confirmed.warnings.iter().map(|warning| {
        let told = words.refusal(warning);
        format!("{} {}", told.sentence, told.hint.unwrap_or_default())
    });
    Outcome {
        checked: form.digest(),
        accepted: words.tell("desk-answers-accepted", &[("n", read.accepted.len().into())]),
        rejected: words.tell("desk-answers-rejected", &[("n", read.rejected_rows.into())]),
        is_empty: read.accepted.is_empty(),
        rows: problem_rows(words, shown),
        more: (hidden > 0).then(|| words.tell("import-sheet-more", &[("n", hidden.into())])),
        notes: notes.collect(),
        title: frame.said(&confirmed.questionnaire.title),
        parts: sheet::parts(frame, &confirmed.questionnaire, &BTreeMap::new(), &FieldErrors::default()),
    }
}

impl Page for AnswerSheetPage {
    const NAME: &'static str = "desk-answer-sheet";

    fn samples(language: Language) -> Vec<(&'static str, AnswerSheetPage)> {
        let csv = "Timestamp,Имейл адрес,Ползвахте ли услуга?,Какво да подобрим?\n\
                   2023/07/01 10:00:00,a@example.org,Да,По-малко чакане\n\
                   2023/07/01 11:00:00,b@example.org,Не,\n\
                   2023/07/02 10:00:00,c@example.org,Да,Повече гишета\n\
                   2023/07/03 10:00:00,d@example.org,Да,Няма\n";
        let Ok(sheet) = Sheet::read(csv.as_bytes()).map(Sheet::without_personal) else { return Vec::new() };
        let proposal = Proposal::of(&sheet);
        let form = SheetForm::proposed(&proposal, "Анкета (отговори).csv");
        let frame = || super::sample_frame(language, "/desk/audiences/a/sheets/b", "import-sheet-title");
        let page = |errors, outcome| AnswerSheetPage {
            study: Said::here("Участие и обслужване, 2023 г."),
            study_address: "/desk/studies/a".to_owned(),
            audience: Said::here("Граждани"),
            address: "/desk/audiences/a/sheets/b".to_owned(),
            again: "/desk/audiences/a/questionnaire".to_owned(),
            ..shown(frame(), "Анкета (отговори).csv", &sheet, &proposal, &form, errors, outcome)
        };
        let told = app::Words::new(language).refusal(&SheetProblem::NoQuestions);
        let error = FieldError { field: "form".to_owned(), sentence: told.sentence, hint: told.hint };
        let checked = proposal.confirm("residents", "Анкета").ok().and_then(|confirmed| {
            let read = confirmed.read(&sheet, jiff::civil::date(2023, 7, 27)).ok()?;
            Some(outcome(&frame(), &form, &confirmed, &read))
        });
        vec![
            ("proposed", page(FieldErrors::default(), None)),
            ("refused", page(FieldErrors(vec![error]), None)),
            ("checked", page(FieldErrors::default(), checked)),
        ]
    }
}
