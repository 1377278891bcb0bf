//! Earlier answers from a file: read, looked at with what each column means and every rejected row, and only then taken in.

mod columns;

use super::{
    ImportAnswers, SignedIn, key, looked_at,
    problems::{ProblemRow, field_error, problem_row},
    questionnaire::{Place, place},
    upload::{Upload, in_address, plain_name},
};
use crate::{
    Asked, Failure, Fields, Frame, Page, Said, Visit,
    parts::{FieldError, FieldErrors},
};
use app::fieldwork::{self, Import, Repetitions};
use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use base::{Actor, BatchId, FileDigest, Language, QuestionnaireId};
use columns::{ColumnRow, Mapping, choices};
use std::{collections::BTreeSet, sync::Arc};
use store::ImportBatch;
use survey::{
    Located, Questionnaire,
    answer_sheet::Sheet,
    answers_csv::{self, Columns, CsvProblem, CsvRead},
};

pub const CSV: &str = "text/csv";
/// The page shows so many rejected rows; the table to download has them all.
const MOST_SHOWN: usize = 200;
/// So many numbers of repeated rows are told.
const MOST_NUMBERS: usize = 20;

#[derive(Template)]
#[template(path = "desk/answers_upload.html")]
pub struct AnswersUploadPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    address: String,
    errors: FieldErrors,
    codes: Vec<String>,
}

#[derive(Template)]
#[template(path = "desk/answers.html")]
pub struct AnswersPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    name: String,
    address: String,
    again: String,
    accepted: String,
    rejected: String,
    /// In which encoding and with which separator it was read; nothing for a workbook.
    reading: String,
    rows: Vec<ProblemRow>,
    more: Option<String>,
    columns: Vec<ColumnRow>,
    /// What a column may mean; empty where there are too many to choose among.
    choices: Vec<(String, String)>,
    columns_said: String,
    columns_open: bool,
    /// Rows that repeat others of the file, and rows that were taken in with an earlier file.
    within: Option<String>,
    before: Option<String>,
    skips_within: bool,
    skips_before: bool,
    /// Names what was looked at.
    checked: String,
    can_take: bool,
    /// In a small group, where no column says that words may be quoted.
    not_quoted: bool,
    taken_before: Option<String>,
    errors: FieldErrors,
}

async fn questionnaire(visit: &Visit, place: &Place) -> Result<(QuestionnaireId, Arc<Questionnaire>), Failure> {
    let id = place.audience.questionnaire.ok_or_else(|| Failure::refused(fieldwork::Trouble::NoQuestionnaire))?;
    let questionnaire = visit.site.read(move |tx, instance| instance.questionnaires.get(tx, id)).await?;
    Ok((id, questionnaire))
}

pub async fn ask(
    ImportAnswers(actor): ImportAnswers,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let (_, questionnaire) = questionnaire(&visit, &place).await?;
    visit.show(&upload_page(&visit, &who, &place, &questionnaire, FieldErrors::default()))
}

fn upload_page(
    visit: &Visit,
    who: &SignedIn,
    place: &Place,
    questionnaire: &Questionnaire,
    errors: FieldErrors,
) -> AnswersUploadPage {
    let frame = super::frame_of(visit, who, &place.project, &visit.words.say("desk-answers-title"));
    let asked = questionnaire.questions().filter(|question| question.is_asked());
    AnswersUploadPage {
        study: frame.said(&place.study.title),
        study_address: frame.to(&format!("/desk/studies/{}", place.study.id)),
        audience: frame.said(&place.audience.name),
        address: frame.to(&format!("/desk/audiences/{}/answers", place.audience.id)),
        errors,
        codes: asked.map(|question| question.code.to_string()).collect(),
        frame,
    }
}

pub async fn take(
    ImportAnswers(actor): ImportAnswers,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
    upload: Upload,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let (_, questionnaire) = questionnaire(&visit, &place).await?;
    let refuse = |error: FieldError| {
        let page = upload_page(&visit, &who, &place, &questionnaire, FieldErrors(vec![error]));
        visit.show(&page).map(super::refused)
    };
    let Some(file) = upload.file("file") else {
        return refuse(field_error(&visit, "file", &fieldwork::Trouble::FileMissing));
    };
    // A workbook becomes a table of text here, so that everything after this reads one kind of file.
    let bytes = file.bytes.clone();
    let bytes = match looked_at::aside(move || table(bytes)).await? {
        Ok(bytes) => bytes,
        Err(problem) => return refuse(field_error(&visit, "file", &problem)),
    };
    let (asked, table) = (questionnaire.clone(), bytes.clone());
    if let Err(problem) = looked_at::aside(move || Columns::of(&asked, &table)).await? {
        return refuse(field_error(&visit, "file", &problem));
    }
    let kept = looked_at::keep(&visit, bytes, CSV).await?;
    let query = in_address(&file.name);
    Ok(visit.go_to(&format!("/desk/audiences/{audience}/answers/{kept}?name={query}")))
}

fn table(bytes: Vec<u8>) -> Result<Vec<u8>, Located<survey::answer_sheet::SheetProblem>> {
    if is_workbook(&bytes) { Ok(Sheet::read(&bytes)?.to_csv()) } else { Ok(bytes) }
}

fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0")
}

pub async fn check(
    ImportAnswers(actor): ImportAnswers,
    visit: Visit,
    who: SignedIn,
    Path((audience, file)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let name = plain_name(asked.0.text("name"));
    let looked = Looked::at(&visit, place, key(&file)?, name, |columns, _| Mapping::guessed(columns)).await?;
    visit.show(&looked.page(&visit, &who, FieldErrors::default()))
}

pub async fn send(
    ImportAnswers(actor): ImportAnswers,
    visit: Visit,
    who: SignedIn,
    Path((audience, file)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let name = plain_name(fields.text("name"));
    let sent = |columns: &Columns, offered: &[String]| Mapping::sent(&fields, columns, offered);
    let looked = Looked::at(&visit, place, key(&file)?, name, sent).await?;
    let is_as_looked_at = fields.text("checked") == looked.mapping.digest();
    match (fields.text("act"), &looked.read) {
        ("rejected", Ok(read)) => Ok(rejected(&visit, read)),
        ("import", Ok(_)) if is_as_looked_at => {
            let (study, page) = (looked.place.study.id, |errors| looked.page(&visit, &who, errors));
            match looked.take_in(&visit, actor).await {
                Ok(()) => Ok(visit.go_to(&format!("/desk/studies/{study}?done=answers"))),
                Err(Failure::Refused(refusals)) => {
                    let errors = super::form_errors(visit.words, &refusals);
                    Ok(super::refused(visit.show(&page(errors))?))
                }
                Err(failure) => Err(failure),
            }
        }
        (_, Ok(_)) => visit.show(&looked.page(&visit, &who, FieldErrors::default())),
        (_, Err(_)) => visit.show(&looked.page(&visit, &who, FieldErrors::default())).map(super::refused),
    }
}

fn rejected(visit: &Visit, read: &CsvRead) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"rejected-rows.csv\"")),
    ];
    (headers, fieldwork::rejected_rows(visit.words, &read.rejected)).into_response()
}

/// A kept file as it is read with one meaning of its columns.
struct Looked {
    place: Place,
    file: FileDigest,
    name: String,
    id: QuestionnaireId,
    questionnaire: Arc<Questionnaire>,
    columns: Columns,
    mapping: Mapping,
    read: Result<CsvRead, Located<CsvProblem>>,
    repetitions: Repetitions,
    taken_before: Option<ImportBatch>,
}

impl Looked {
    async fn at(
        visit: &Visit,
        place: Place,
        file: FileDigest,
        name: String,
        decide: impl FnOnce(&Columns, &[String]) -> Mapping,
    ) -> Result<Looked, Failure> {
        let (id, questionnaire) = questionnaire(visit, &place).await?;
        let (bytes, _) = looked_at::kept(visit, file, &[CSV]).await?;
        let (asked, table) = (questionnaire.clone(), bytes.clone());
        let columns = looked_at::aside(move || Columns::of(&asked, &table)).await?.map_err(Failure::refused)?;
        let mapping = decide(&columns, &Columns::offered(&questionnaire));
        let (asked, names, today) = (questionnaire.clone(), mapping.names.clone(), visit.today);
        let read = looked_at::aside(move || answers_csv::read_named(&asked, &bytes, &names, today)).await?;
        let audience = place.audience.id;
        let rows = read.as_ref().map(|read| read.accepted.clone()).unwrap_or_default();
        let known = move |tx: &mut store::Transaction, instance: &app::Instance| {
            let batches = tx.import_batches(instance.tenant, audience)?;
            let taken_before = batches.into_iter().find(|batch| batch.file == file);
            let repetitions = match taken_before {
                // All of it would be repeated.
                Some(_) => Repetitions::default(),
                None => fieldwork::repetitions(tx, instance.tenant, audience, &rows)?,
            };
            Ok((repetitions, taken_before))
        };
        let (repetitions, taken_before) = visit.site.read(known).await?;
        Ok(Looked { place, file, name, id, questionnaire, columns, mapping, read, repetitions, taken_before })
    }

    /// The rows that are passed over because somebody said so.
    fn skipped(&self) -> BTreeSet<u32> {
        let mut skipped = BTreeSet::new();
        skipped.extend(self.repetitions.within.iter().filter(|_| self.mapping.skips_within));
        skipped.extend(self.repetitions.before.iter().filter(|_| self.mapping.skips_before));
        skipped
    }

    fn page(&self, visit: &Visit, who: &SignedIn, errors: FieldErrors) -> AnswersPage {
        let Place { project, study, audience } = &self.place;
        let frame = super::frame_of(visit, who, project, &visit.words.say("desk-answers-title"));
        let shown = self.shown(frame, errors);
        let frame = &shown.frame;
        AnswersPage {
            study: frame.said(&study.title),
            study_address: frame.to(&format!("/desk/studies/{}", study.id)),
            audience: frame.said(&audience.name),
            address: frame.to(&format!("/desk/audiences/{}/answers/{}", audience.id, self.file)),
            again: frame.to(&format!("/desk/audiences/{}/answers", audience.id)),
            taken_before: self.taken_before.as_ref().map(|batch| {
                visit.words.tell("desk-answers-taken-before", &[("day", visit.words.date(batch.imported_on).into())])
            }),
            can_take: shown.can_take && self.taken_before.is_none(),
            ..shown
        }
    }

    /// What the file comes to, apart from where it stands.
    fn shown(&self, frame: Frame, mut errors: FieldErrors) -> AnswersPage {
        let words = frame.words;
        let skipped = self.skipped().len();
        let (accepted, rejected, refusals) = match &self.read {
            Ok(read) => (read.accepted.len() - skipped, read.rejected_rows, read.rejected.as_slice()),
            Err(problem) => {
                let told = words.refusal(problem);
                let field = problem.column.map_or("columns".to_owned(), |place| format!("column-{place}"));
                errors.0.push(FieldError { field, sentence: told.sentence, hint: told.hint });
                (0, 0, [].as_slice())
            }
        };
        let encoding = match self.columns.encoding {
            answers_csv::Encoding::Utf8 => "UTF-8",
            answers_csv::Encoding::Utf16 => "UTF-16",
            answers_csv::Encoding::Windows1251 => "windows-1251",
        };
        let separator = match self.columns.separator {
            '\t' => words.say("desk-answers-tab"),
            mark => format!("„{mark}“"),
        };
        let small = self.name.to_lowercase();
        let is_text = !small.ends_with(".xlsx") && !small.ends_with(".lsa");
        let reading =
            || words.tell("desk-answers-reading", &[("encoding", encoding.into()), ("separator", separator.into())]);
        let used = self.mapping.names.iter().filter(|name| !name.is_empty()).count();
        let all = self.mapping.names.len();
        let hidden = refusals.len().saturating_sub(MOST_SHOWN);
        AnswersPage {
            study: Said::here(""),
            study_address: String::new(),
            audience: Said::here(""),
            name: self.name.clone(),
            address: String::new(),
            again: String::new(),
            accepted: words.tell("desk-answers-accepted", &[("n", accepted.into())]),
            rejected: words.tell("desk-answers-rejected", &[("n", rejected.into())]),
            reading: if is_text { reading() } else { String::new() },
            rows: refusals.iter().take(MOST_SHOWN).map(|located| problem_row(words, located)).collect(),
            more: (hidden > 0).then(|| words.tell("desk-answers-more", &[("n", hidden.into())])),
            columns: self.mapping.rows(&self.columns),
            choices: choices(&frame, &self.questionnaire, &self.columns),
            columns_said: words.tell("desk-answers-columns-used", &[("used", used.into()), ("all", all.into())]),
            columns_open: used < all || self.read.is_err(),
            within: repeated(words, "desk-answers-within", &self.repetitions.within),
            before: repeated(words, "desk-answers-before", &self.repetitions.before),
            skips_within: self.mapping.skips_within,
            skips_before: self.mapping.skips_before,
            checked: self.mapping.digest(),
            can_take: accepted > 0,
            not_quoted: app::sheets::asks_to_quote(&self.place.audience, &self.questionnaire)
                && !self.mapping.tells_quotable(),
            taken_before: None,
            errors,
            frame,
        }
    }

    async fn take_in(&self, visit: &Visit, actor: Actor) -> Result<(), Failure> {
        let Ok(read) = &self.read else { return Ok(()) };
        let skipped = self.skipped();
        let taken = read.accepted.iter().filter(|row| !skipped.contains(&row.row));
        let rows: Vec<_> = taken.cloned().map(fieldwork::ImportedRow::from).collect();
        let mut chance = visit.site.chance();
        let batch = ImportBatch {
            id: BatchId::new(&mut *chance),
            audience: self.place.audience.id,
            file: self.file,
            name: self.name.clone(),
            accepted: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            rejected: u32::try_from(read.rejected_rows).unwrap_or(u32::MAX),
            imported_by: Some(actor.person),
            imported_on: visit.today,
        };
        let import = Import { batch, questionnaire: self.id, rows };
        let now = visit.now;
        let write = move |tx: &mut store::Transaction, instance: &app::Instance| {
            fieldwork::import_answers(tx, instance.tenant, Some(actor), import, now, &mut *chance)
        };
        visit.site.write(write).await.map_err(Failure::from)
    }
}

/// How many rows, and which.
fn repeated(words: app::Words, key: &str, rows: &BTreeSet<u32>) -> Option<String> {
    if rows.is_empty() {
        return None;
    }
    let mut numbers: Vec<String> = rows.iter().take(MOST_NUMBERS).map(u32::to_string).collect();
    numbers.extend((rows.len() > MOST_NUMBERS).then(|| "…".to_owned()));
    Some(words.tell(key, &[("n", rows.len().into()), ("rows", numbers.join(", ").into())]))
}

impl Page for AnswersUploadPage {
    const NAME: &'static str = "desk-answers-upload";

    fn samples(language: Language) -> Vec<(&'static str, AnswersUploadPage)> {
        let words = app::Words::new(language);
        let page = |errors| AnswersUploadPage {
            frame: super::sample_frame(language, "/desk/audiences/a/answers", "desk-answers-title"),
            study: Said::here("Участие и обслужване, 2023 г."),
            study_address: "/desk/studies/a".to_owned(),
            audience: Said::here("Граждани"),
            address: "/desk/audiences/a/answers".to_owned(),
            errors,
            codes: vec!["ways".to_owned(), "manner".to_owned()],
        };
        let explained = words.refusal(&CsvProblem::NotText);
        let error = FieldError { field: "file".to_owned(), sentence: explained.sentence, hint: explained.hint };
        vec![("empty", page(FieldErrors::default())), ("refused", page(FieldErrors(vec![error])))]
    }
}

impl Page for AnswersPage {
    const NAME: &'static str = "desk-answers";

    fn samples(language: Language) -> Vec<(&'static str, AnswersPage)> {
        let words = app::Words::new(language);
        let questionnaire = Arc::new(crate::sample::questionnaire());
        let page = |csv: &str, before: Option<&str>| {
            let columns = Columns::of(&questionnaire, csv.as_bytes()).ok()?;
            let mapping = Mapping::guessed(&columns);
            let day = jiff::civil::date(2023, 7, 27);
            let read = answers_csv::read_named(&questionnaire, csv.as_bytes(), &mapping.names, day);
            let within = if before.is_none() { BTreeSet::from([3]) } else { BTreeSet::new() };
            let looked = Looked {
                place: Place::sample(),
                file: FileDigest([1; 32]),
                name: "отговори.csv".to_owned(),
                id: QuestionnaireId(base::Key([1; 16])),
                questionnaire: questionnaire.clone(),
                columns,
                mapping,
                read,
                repetitions: Repetitions { within, before: BTreeSet::new() },
                taken_before: None,
            };
            let frame = super::sample_frame(language, "/desk/audiences/a/answers/b", "desk-answers-title");
            Some(AnswersPage {
                study: Said::here("Участие и обслужване, 2023 г."),
                study_address: "/desk/studies/a".to_owned(),
                audience: Said::here("Граждани"),
                address: "/desk/audiences/a/answers/b".to_owned(),
                again: "/desk/audiences/a/answers".to_owned(),
                can_take: before.is_none(),
                taken_before: before.map(|day| words.tell("desk-answers-taken-before", &[("day", day.into())])),
                ..looked.shown(frame, FieldErrors::default())
            })
        };
        let file = "ways;manner;бележка\ndesk;5;а\ndesk;5;б\nпоща;5;в\n";
        let all = [
            ("rejected", page(file, None)),
            ("taken-before", page("manner\n5\n", Some("27.07.2023"))),
            ("unknown", page("име;адрес\nа;б\n", None)),
        ];
        all.into_iter().filter_map(|(name, page)| Some((name, page?))).collect()
    }
}
