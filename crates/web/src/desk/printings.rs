//! Questionnaires on paper: sheets with codes to be printed, a master copy, and where the sheets are.

use super::{
    EnterCards, PlanStudies, SignedIn, archive, form_errors, key,
    questionnaire::{Place, place},
    refused,
};
use crate::{Asked, Failure, Fields, Frame, Page, Said, Visit, language::own_name, parts::FieldErrors, public::told};
use app::{
    desk,
    sheets::{
        self, Printed, PrintingStanding, TypedCounts, TypedPrinting, count_sheets, make_sheets, master_form, printings,
        read_code, sheets_form, spoil_sheet,
    },
};
use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use base::{Actor, Language, LanguageTag, PrintingId, QuestionnaireId};
use document::Form;
use jiff::civil::Date;
use outreach::Project;
use std::sync::Arc;
use store::{Printing, Sheet};
use survey::{Audience, Questionnaire, Study};

/// What was printed for an audience, and the form for more.
#[derive(Template)]
#[template(path = "desk/printings.html")]
pub struct PrintingsPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    address: String,
    rows: Vec<PrintingRow>,
    has_questionnaire: bool,
    /// Tag, name, whether it is chosen.
    languages: Vec<(String, String, bool)>,
    errors: FieldErrors,
    typed: TypedPrinting,
}

struct PrintingRow {
    words: String,
    address: String,
    standing: String,
}

/// One printing: where its sheets are, and what can be done with them.
#[derive(Template)]
#[template(path = "desk/printing.html")]
pub struct PrintingPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    address: String,
    done: Option<String>,
    facts: String,
    /// Words and address of each file to be printed.
    files: Vec<(String, String)>,
    rows: Vec<(String, String)>,
    left: String,
    errors: FieldErrors,
    counts: TypedCounts,
    code: String,
}

/// A file of more sheets takes too long for a browser to wait, and more memory than a small server has: fifty sheets of eight
/// pages want some 400 MB.
const SHEETS_IN_FILE: u32 = 50;

/// What is read for printing anything of an audience.
struct Version {
    id: QuestionnaireId,
    questionnaire: Arc<Questionnaire>,
    frozen: Date,
}

async fn version(visit: &Visit, id: QuestionnaireId) -> Result<Version, Failure> {
    let read = visit.site.read(move |tx, instance| {
        let questionnaire = instance.questionnaires.get(tx, id)?;
        let frozen = tx.questionnaire_frozen(instance.tenant, id)?.ok_or(app::Failure::NotFound)?;
        Ok(Version { id, questionnaire, frozen })
    });
    read.await
}

async fn current(visit: &Visit, audience: &Audience) -> Result<Option<Version>, Failure> {
    match audience.questionnaire {
        Some(id) => version(visit, id).await.map(Some),
        None => Ok(None),
    }
}

pub async fn show(
    PlanStudies(actor): PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let typed = TypedPrinting { language: "bg".to_owned(), ..TypedPrinting::default() };
    let version = current(&visit, &place.audience).await?;
    let page = page(&visit, &who, &place, version.as_ref(), (typed, FieldErrors::default())).await?;
    visit.show(&page)
}

fn typed(fields: &Fields) -> TypedPrinting {
    TypedPrinting {
        number: fields.text("number").to_owned(),
        language: fields.text("language").to_owned(),
        return_to: fields.text("return_to").to_owned(),
        is_large: fields.has("large"),
        is_twice: fields.has("twice"),
    }
}

pub async fn make(
    PlanStudies(actor): PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let version = current(&visit, &place.audience).await?.ok_or(Failure::NotFound)?;
    let typed = typed(&fields);
    let made = match typed.read(&version.questionnaire) {
        Ok(wish) => {
            let (audience, days, mut chance) = (place.audience.clone(), (visit.now, visit.today), visit.site.chance());
            visit.site.write(move |tx, _| make_sheets(tx, actor, &audience, &wish, days, &mut *chance)).await
        }
        Err(failure) => Err(failure),
    };
    match made.map_err(Failure::from) {
        Ok(id) => Ok(visit.go_to(&format!("/desk/printings/{id}?done=sheets-made"))),
        Err(failure) => again(&visit, &who, &place, &version, typed, failure).await,
    }
}

/// A copy to be multiplied: nothing of it is kept.
pub async fn master(
    PlanStudies(actor): PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let version = current(&visit, &place.audience).await?.ok_or(Failure::NotFound)?;
    let typed = typed(&fields);
    let wish = match typed.read_master(&version.questionnaire).map_err(Failure::from) {
        Ok(wish) => wish,
        Err(failure) => return again(&visit, &who, &place, &version, typed, failure).await,
    };
    let notice = demonstration(&place.project, wish.language);
    let form = master_form(
        printed(&place.project, &place.study, &place.audience, &version, notice.as_deref()),
        &wish,
        visit.today,
    );
    file(&visit, form, "questionnaire.pdf").await
}

/// The form with what was refused.
async fn again(
    visit: &Visit,
    who: &SignedIn,
    place: &Place,
    version: &Version,
    typed: TypedPrinting,
    failure: Failure,
) -> Result<Response, Failure> {
    let Failure::Refused(refusals) = failure else { return Err(failure) };
    let errors = form_errors(visit.words, &refusals);
    Ok(refused(visit.show(&page(visit, who, place, Some(version), (typed, errors)).await?)?))
}

fn printed<'a>(
    project: &'a Project,
    study: &'a Study,
    audience: &Audience,
    version: &'a Version,
    demonstration: Option<&'a str>,
) -> Printed<'a> {
    let Version { id, questionnaire, frozen } = version;
    let asks_to_quote = sheets::asks_to_quote(audience, questionnaire);
    Printed { project, study, questionnaire, id: *id, frozen: *frozen, demonstration, asks_to_quote }
}

/// In the language of the paper.
fn demonstration(project: &Project, language: LanguageTag) -> Option<String> {
    told::demonstration(&app::Words::new(language.built_in().unwrap_or(Language::Bulgarian)), project)
}

async fn file(visit: &Visit, form: Form, name: &str) -> Result<Response, Failure> {
    let bytes = visit.site.print_form(form).await?;
    let name = HeaderValue::try_from(format!("attachment; filename=\"{name}\"")).map_err(Failure::fault)?;
    let kind = HeaderValue::from_static("application/pdf");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}

async fn page(
    visit: &Visit,
    who: &SignedIn,
    place: &Place,
    version: Option<&Version>,
    (typed, errors): (TypedPrinting, FieldErrors),
) -> Result<PrintingsPage, Failure> {
    let audience = place.audience.clone();
    let known = visit.site.read(move |tx, instance| printings(tx, instance.tenant, &audience)).await?;
    let frame = super::frame_of(visit, who, &place.project, &visit.words.say("desk-printings-title"));
    let questionnaire = version.map(|version| &*version.questionnaire);
    Ok(PrintingsPage::new(frame, place, questionnaire, &known, (typed, errors)))
}

impl PrintingsPage {
    fn new(
        frame: Frame,
        place: &Place,
        questionnaire: Option<&Questionnaire>,
        known: &[PrintingStanding],
        (typed, errors): (TypedPrinting, FieldErrors),
    ) -> PrintingsPage {
        let mut tags = vec![LanguageTag::BULGARIAN];
        let spoken = questionnaire.map(|questionnaire| questionnaire.languages.clone()).unwrap_or_default();
        tags.extend(spoken.into_iter().filter(|tag| *tag != LanguageTag::BULGARIAN));
        let languages = tags.iter().map(|tag| (tag.to_string(), own_name(*tag), tag.to_string() == typed.language));
        PrintingsPage {
            study: frame.said(&place.study.title),
            study_address: frame.to(&format!("/desk/studies/{}", place.study.id)),
            audience: frame.said(&place.audience.name),
            address: frame.to(&format!("/desk/audiences/{}/printings", place.audience.id)),
            rows: known.iter().map(|standing| row(&frame, standing)).collect(),
            has_questionnaire: questionnaire.is_some(),
            languages: languages.collect(),
            errors,
            typed,
            frame,
        }
    }
}

fn row(frame: &Frame, standing: &PrintingStanding) -> PrintingRow {
    let values = [("n", number(standing.entered)), ("all", number(standing.printing.sheets.into()))];
    PrintingRow {
        words: made(frame, &standing.printing),
        address: frame.to(&format!("/desk/printings/{}", standing.printing.id)),
        standing: frame.words.tell("desk-printing-entered-of", &values),
    }
}

/// „50 листа от 27.07.2023“
fn made(frame: &Frame, printing: &Printing) -> String {
    let day = frame.words.date(printing.made);
    frame.words.tell("desk-printing-made", &[("n", number(printing.sheets.into())), ("day", day.into())])
}

fn number(count: u64) -> base::Argument {
    i64::try_from(count).unwrap_or(i64::MAX).into()
}

/// A printing with all that it belongs to, for whoever works on it.
pub async fn found(
    visit: &Visit,
    actor: Actor,
    id: PrintingId,
) -> Result<(Project, Study, Audience, PrintingStanding), Failure> {
    let found = visit.site.read(move |tx, instance| desk::printing(tx, instance.tenant, actor, id)).await?;
    desk::at_work(actor, &found.0)?;
    Ok(found)
}

pub async fn one(
    EnterCards(actor): EnterCards,
    visit: Visit,
    who: SignedIn,
    Path(printing): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let found = found(&visit, actor, key(&printing)?).await?;
    let mut page = PrintingPage::new(frame(&visit, &who, &found.0), &found);
    page.done = super::done(&visit, &asked);
    visit.show(&page)
}

fn frame(visit: &Visit, who: &SignedIn, project: &Project) -> Frame {
    super::frame_of(visit, who, project, &visit.words.say("desk-printing-title"))
}

/// The same file whenever it is asked for.
pub async fn sheets(
    EnterCards(actor): EnterCards,
    visit: Visit,
    Path(printing): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let (project, study, audience, standing) = found(&visit, actor, key(&printing)?).await?;
    let printing = standing.printing;
    let version = version(&visit, printing.questionnaire).await?;
    let id = printing.id;
    let sheets = visit.site.read(move |tx, instance| Ok(tx.sheets(instance.tenant, id)?)).await?;
    let part: usize = asked.0.get("file").unwrap_or("1").parse().map_err(|_| Failure::NotFound)?;
    let in_file = usize::try_from(SHEETS_IN_FILE).map_err(Failure::fault)?;
    let sheets = sheets.chunks(in_file).nth(part.saturating_sub(1)).ok_or(Failure::NotFound)?;
    let notice = demonstration(&project, printing.language);
    let form = sheets_form(self::printed(&project, &study, &audience, &version, notice.as_deref()), &printing, sheets);
    file(&visit, form, &format!("sheets-{}-{part}.pdf", printing.made)).await
}

/// Every file of the printing in one archive, which goes out part by part as each is made: the page stays as it is, the memory is
/// that of one part, and whoever breaks off ends the work with the part that is being made.
pub async fn all_sheets(
    EnterCards(actor): EnterCards,
    visit: Visit,
    Path(printing): Path<String>,
) -> Result<Response, Failure> {
    let (project, study, audience, standing) = found(&visit, actor, key(&printing)?).await?;
    let printing = standing.printing;
    let version = version(&visit, printing.questionnaire).await?;
    let id = printing.id;
    let sheets = visit.site.read(move |tx, instance| Ok(tx.sheets(instance.tenant, id)?)).await?;
    let notice = demonstration(&project, printing.language);
    let in_file = usize::try_from(SHEETS_IN_FILE).map_err(Failure::fault)?;
    let made = printing.made;
    let parts: Vec<(String, Vec<Sheet>)> = (1..)
        .zip(sheets.chunks(in_file))
        .map(|(part, sheets)| (format!("sheets-{made}-{part:02}.pdf"), sheets.to_vec()))
        .collect();
    let (site, printed) = (visit.site.clone(), Arc::new((project, study, audience, version, notice)));
    let press = move |sheets: Vec<Sheet>| {
        let (site, printed, printing) = (site.clone(), printed.clone(), printing.clone());
        async move {
            let (project, study, audience, version, notice) = &*printed;
            let of = self::printed(project, study, audience, version, notice.as_deref());
            site.print_form(sheets_form(of, &printing, &sheets)).await
        }
    };
    let body = archive::of_parts(parts, press);
    let name = HeaderValue::try_from(format!("attachment; filename=\"sheets-{made}.zip\"")).map_err(Failure::fault)?;
    let kind = HeaderValue::from_static("application/zip");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], body).into_response())
}

pub async fn count(
    EnterCards(actor): EnterCards,
    visit: Visit,
    who: SignedIn,
    Path(printing): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let found = found(&visit, actor, key(&printing)?).await?;
    let (id, now) = (found.3.printing.id, visit.now);
    let typed = TypedCounts { issued: fields.text("issued").to_owned(), returned: fields.text("returned").to_owned() };
    let counted = match typed.read() {
        Ok(counts) => visit.site.write(move |tx, _| count_sheets(tx, actor, id, counts, now)).await,
        Err(failure) => Err(failure),
    };
    match counted.map_err(Failure::from) {
        Ok(()) => Ok(visit.go_to(&format!("/desk/printings/{id}?done=sheets-counted"))),
        Err(Failure::Refused(refusals)) => {
            let errors = form_errors(visit.words, &refusals);
            let page =
                PrintingPage { errors, counts: typed, ..PrintingPage::new(frame(&visit, &who, &found.0), &found) };
            Ok(refused(visit.show(&page)?))
        }
        Err(failure) => Err(failure),
    }
}

pub async fn spoil(
    EnterCards(actor): EnterCards,
    visit: Visit,
    who: SignedIn,
    Path(printing): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let found = found(&visit, actor, key(&printing)?).await?;
    let (id, now, code) = (found.3.printing.id, visit.now, fields.text("code").to_owned());
    let spoiled = match read_code(&code) {
        Ok(code) => visit.site.write(move |tx, _| spoil_sheet(tx, actor, id, code, now)).await,
        Err(trouble) => Err(trouble.into()),
    };
    match spoiled.map_err(Failure::from) {
        Ok(()) => Ok(visit.go_to(&format!("/desk/printings/{id}?done=sheets-spoiled"))),
        Err(Failure::Refused(refusals)) => {
            let errors = form_errors(visit.words, &refusals);
            let page = PrintingPage { errors, code, ..PrintingPage::new(frame(&visit, &who, &found.0), &found) };
            Ok(refused(visit.show(&page)?))
        }
        Err(failure) => Err(failure),
    }
}

/// „Листове 101–200 за печат (PDF)“
fn files(frame: &Frame, address: &str, sheets: u32) -> Vec<(String, String)> {
    let count = sheets.div_ceil(SHEETS_IN_FILE).max(1);
    let file = |number: u32| {
        let (first, last) = ((number - 1) * SHEETS_IN_FILE + 1, (number * SHEETS_IN_FILE).min(sheets));
        let values = [("first", i64::from(first).into()), ("last", i64::from(last).into())];
        (frame.words.tell("desk-printing-file", &values), format!("{address}/sheets.pdf?file={number}"))
    };
    match count {
        1 => vec![(frame.say("desk-printing-download"), format!("{address}/sheets.pdf"))],
        _ => {
            let all = (frame.tell("desk-printing-all", "n", sheets.to_string()), format!("{address}/sheets.zip"));
            std::iter::once(all).chain((1..=count).map(file)).collect()
        }
    }
}

impl PrintingPage {
    fn new(
        frame: Frame,
        (_, study, audience, standing): &(Project, Study, Audience, PrintingStanding),
    ) -> PrintingPage {
        let printing = &standing.printing;
        let words = frame.words;
        let row = |key: &str, count: u64| (frame.say(&format!("desk-printing-{key}")), words.whole(count));
        let mut rows = vec![
            row("printed", printing.sheets.into()),
            row("issued", printing.issued.into()),
            row("returned", printing.returned.into()),
            row("entered", standing.entered),
        ];
        if printing.is_twice {
            rows.extend([row("once", standing.once), row("differs", standing.differing)]);
        }
        rows.push(row("spoiled", standing.spoiled));
        let language = own_name(printing.language);
        let size = frame.say(if printing.is_large { "desk-printing-large" } else { "desk-printing-usual" });
        let times = frame.say(if printing.is_twice { "desk-printing-twice" } else { "desk-printing-single" });
        let address = frame.to(&format!("/desk/printings/{}", printing.id));
        PrintingPage {
            study: frame.said(&study.title),
            study_address: frame.to(&format!("/desk/studies/{}", study.id)),
            audience: frame.said(&audience.name),
            files: files(&frame, &address, printing.sheets),
            address,
            done: None,
            facts: [made(&frame, printing), language, size, times].join(" · "),
            rows,
            left: words.tell("desk-printing-left", &[("n", number(standing.left()))]),
            errors: FieldErrors::default(),
            counts: TypedCounts { issued: printing.issued.to_string(), returned: printing.returned.to_string() },
            code: String::new(),
            frame,
        }
    }

    pub(super) fn sample_standing(is_twice: bool) -> PrintingStanding {
        let printing = Printing {
            id: PrintingId(base::Key([81; 16])),
            audience: Place::sample().audience.id,
            questionnaire: QuestionnaireId(base::Key([82; 16])),
            language: LanguageTag::BULGARIAN,
            is_large: is_twice,
            is_twice,
            return_to: String::new(),
            sheets: 50,
            issued: 40,
            returned: 31,
            made: crate::sample::DAY,
        };
        let once = if is_twice { 3 } else { 0 };
        PrintingStanding { printing, once, differing: u64::from(is_twice), entered: 21, spoiled: 2 }
    }
}

impl Page for PrintingsPage {
    const NAME: &'static str = "desk-printings";

    fn samples(language: Language) -> Vec<(&'static str, PrintingsPage)> {
        let place = Place::sample();
        let questionnaire = crate::sample::questionnaire();
        let page = |questionnaire, known: &[PrintingStanding], state| {
            let frame = super::sample_frame(language, "/desk/audiences/a/printings", "desk-printings-title");
            PrintingsPage::new(frame, &place, questionnaire, known, state)
        };
        let typed = |number: &str| TypedPrinting {
            number: number.to_owned(),
            language: "bg".to_owned(),
            ..TypedPrinting::default()
        };
        let errors =
            form_errors(app::Words::new(language), &[Arc::new(sheets::Trouble::TooMany { most: sheets::MOST_SHEETS })]);
        vec![
            ("none", page(Some(&questionnaire), &[], (typed(""), FieldErrors::default()))),
            ("unready", page(None, &[], (typed(""), FieldErrors::default()))),
            ("refused", page(Some(&questionnaire), &[PrintingPage::sample_standing(false)], (typed("900"), errors))),
        ]
    }
}

impl Page for PrintingPage {
    const NAME: &'static str = "desk-printing";

    fn samples(language: Language) -> Vec<(&'static str, PrintingPage)> {
        let Place { project, study, audience } = Place::sample();
        let page = |is_twice| {
            let frame = super::sample_frame(language, "/desk/printings/a", "desk-printing-title");
            let found = (project.clone(), study.clone(), audience.clone(), PrintingPage::sample_standing(is_twice));
            PrintingPage::new(frame, &found)
        };
        let errors = form_errors(app::Words::new(language), &[Arc::new(sheets::Trouble::CodeMisread)]);
        let refused = PrintingPage { errors, code: "K7XA-2M4C".to_owned(), ..page(false) };
        vec![("once", page(false)), ("twice", page(true)), ("refused", refused)]
    }
}
