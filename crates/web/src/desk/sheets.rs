//! Printed sheets typed in by their codes: the code, the sheet, and what two people read differently.

use super::{
    EnterCards, SignedIn, card, form_errors, key, printings, refused,
    sheet::{self, Part, field_id},
};
use crate::{Asked, Failure, Fields, Frame, Page, Said, Visit, parts::FieldErrors};
use app::{
    desk,
    fieldwork::{codes_for_keys, option_keys},
    sheets::{self as paper, Entered, ReadSheet, Settlement, Turn, differing, enter_sheet, read_code, settle_sheet},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Actor, Key, Language, LanguageTag};
use jiff::civil::Date;
use outreach::Project;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};
use store::SheetEntry;
use survey::{
    Answer, Audience, Question, QuestionCode, Questionnaire, SheetCode, Study,
    entry::{self, Hand},
};

/// Asks for the code of a sheet; also says why a code leads nowhere.
#[derive(Template)]
#[template(path = "desk/sheet_code.html")]
pub struct SheetCodePage {
    frame: Frame,
    done: Option<String>,
    errors: FieldErrors,
    code: String,
    address: String,
    /// Where the other sheets of the same printing are told of.
    printing: Option<String>,
}

/// The whole questionnaire, with a field for each question.
#[derive(Template)]
#[template(path = "desk/sheet_entry.html")]
pub struct SheetEntryPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    printing: String,
    address: String,
    heading: String,
    /// Which version and language, and whether another person types it in too.
    about: String,
    errors: FieldErrors,
    parts: Vec<Part>,
    /// No file comes with a sheet.
    takes_files: bool,
    quote: Option<bool>,
    submission: String,
}

/// What two people read differently, side by side.
#[derive(Template)]
#[template(path = "desk/sheet_settlement.html")]
pub struct SettlementPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    address: String,
    heading: String,
    errors: FieldErrors,
    rows: Vec<DifferenceRow>,
    submission: String,
}

struct DifferenceRow {
    code: String,
    /// „7. Как заявихте услугата?“
    words: Said,
    first: String,
    second: String,
    error: Option<String>,
    /// What was chosen already: `1`, `2`, or nothing.
    chosen: String,
}

/// Not a code that a question can have.
const SUBMISSION: &str = "-sheet";

pub async fn ask(EnterCards(_): EnterCards, visit: Visit, who: SignedIn, asked: Asked) -> Result<Response, Failure> {
    let mut page = SheetCodePage::new(frame(&visit, &who), FieldErrors::default(), String::new());
    page.done = super::done(&visit, &asked);
    visit.show(&page)
}

fn frame(visit: &Visit, who: &SignedIn) -> Frame {
    super::frame(visit, who, &visit.words.say("desk-sheets-title"), "")
}

/// Finds the sheet among those of every project that the person works in.
pub async fn open(EnterCards(_): EnterCards, visit: Visit, who: SignedIn, fields: Fields) -> Result<Response, Failure> {
    let typed = fields.text("code").to_owned();
    let found = match read_code(&typed) {
        Ok(code) => find(&visit, who.actors.clone(), code).await?,
        Err(trouble) => Err(trouble),
    };
    match found {
        Ok(address) => Ok(visit.go_to(&address)),
        Err(trouble) => {
            let errors = form_errors(visit.words, &[Arc::new(trouble)]);
            Ok(refused(visit.show(&SheetCodePage::new(frame(&visit, &who), errors, typed))?))
        }
    }
}

async fn find(visit: &Visit, actors: Vec<Actor>, code: SheetCode) -> Result<Result<String, paper::Trouble>, Failure> {
    let read = visit.site.read(move |tx, instance| {
        let Some(sheet) = tx.sheet(instance.tenant, code)? else { return Ok(None) };
        for actor in actors {
            if !app::rights::Right::EnterCards.is_of(actor.role) {
                continue;
            }
            match desk::printing(tx, instance.tenant, actor, sheet.printing) {
                Ok((project, ..)) if desk::at_work(actor, &project).is_ok() => return Ok(Some(sheet.printing)),
                Ok(_) | Err(app::Failure::NotFound) => {}
                Err(failure) => return Err(failure),
            }
        }
        Ok(None)
    });
    let printing = read.await?;
    Ok(printing.map(|id| format!("/desk/printings/{id}/sheets/{code}")).ok_or(paper::Trouble::CodeUnknown))
}

/// Everything that the page of a sheet is made of.
struct Desk {
    project: Project,
    study: Study,
    audience: Audience,
    printing: store::Printing,
    questionnaire: Arc<Questionnaire>,
    code: SheetCode,
    turn: Result<Turn, Failure>,
}

async fn desk(visit: &Visit, actor: Actor, printing: &str, code: &str) -> Result<Desk, Failure> {
    let (project, study, audience, standing) = printings::found(visit, actor, key(printing)?).await?;
    let code: SheetCode = code.parse().map_err(|_| Failure::NotFound)?;
    let printing = standing.printing;
    let (id, version, person) = (printing.id, printing.questionnaire, actor.person);
    let read = visit.site.read(move |tx, instance| {
        let questionnaire = instance.questionnaires.get(tx, version)?;
        let sheet = paper::sheet(tx, instance.tenant, id, code)?;
        Ok((questionnaire, paper::turn(tx, instance.tenant, sheet, person)))
    });
    let (questionnaire, turn) = read.await?;
    Ok(Desk { project, study, audience, printing, questionnaire, code, turn: turn.map_err(Failure::from) })
}

pub async fn show(
    EnterCards(actor): EnterCards,
    visit: Visit,
    who: SignedIn,
    Path((printing, code)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let mut desk = desk(&visit, actor, &printing, &code).await?;
    let submission = visit.site.chance().key();
    let turn = std::mem::replace(&mut desk.turn, Err(Failure::NotFound));
    match turn {
        Ok(Turn::Settle(entries)) => {
            let page =
                settlement_of(&visit, &who, &desk, &entries, (&Fields::default(), FieldErrors::default()), submission);
            visit.show(&page)
        }
        Ok(turn) => {
            visit.show(&page(&visit, &who, &desk, &turn, (&BTreeMap::new(), FieldErrors::default()), submission))
        }
        Err(failure) => turned_away(&visit, &who, &desk, failure),
    }
}

/// Why this sheet is not typed in, with the field for the next code.
fn turned_away(visit: &Visit, who: &SignedIn, desk: &Desk, failure: Failure) -> Result<Response, Failure> {
    let Failure::Refused(refusals) = failure else { return Err(failure) };
    let errors = form_errors(visit.words, &refusals);
    let mut page = SheetCodePage::new(frame(visit, who), errors, desk.code.to_string());
    page.printing = Some(visit.address(&format!("/desk/printings/{}", desk.printing.id)));
    Ok(refused(visit.show(&page)?))
}

pub async fn enter(
    EnterCards(actor): EnterCards,
    visit: Visit,
    who: SignedIn,
    Path((printing, code)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Failure> {
    let desk = desk(&visit, actor, &printing, &code).await?;
    let submission: Key = fields.text(SUBMISSION).parse().map_err(|_| Failure::Unreadable)?;
    let mut typed: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, value) in &fields.0 {
        typed.entry(name.clone()).or_default().push(value.clone());
    }
    let mut meant = codes_for_keys(&desk.questionnaire, &typed);
    // What is typed twice and compared is words: files come with the cards of a box.
    meant.retain(|name, _| desk.questionnaire.question(name).is_none_or(|question| !question.kind.takes_files()));
    let day = day(&desk.study, visit.today);
    let read = entry::read_form(&desk.questionnaire, meant, day, Hand::Copyist);
    if !read.is_accepted() {
        // A sheet that is done says so before anybody mends its fields.
        let turn = match desk.turn {
            Ok(Turn::Settle(_)) => Err(Failure::refused(paper::Trouble::ToBeSettled)),
            turn => turn,
        };
        let desk = Desk { turn: Err(Failure::NotFound), ..desk };
        return match turn {
            Ok(turn) => {
                let errors = card::answer_errors(&visit, &desk.questionnaire, &read.refused);
                Ok(refused(visit.show(&page(&visit, &who, &desk, &turn, (&typed, errors), submission))?))
            }
            Err(failure) => turned_away(&visit, &who, &desk, failure),
        };
    }
    let quotable = fields.has(card::QUOTE);
    let sheet = ReadSheet { printing: desk.printing.id, code: desk.code, submission, answers: read.answers, quotable };
    let (study, today) = (desk.study.clone(), visit.today);
    let entered =
        visit.site.write(move |tx, instance| enter_sheet(tx, actor, &instance.secret, &study, sheet, today)).await;
    match entered.map_err(Failure::from) {
        Ok(Entered::Done) => Ok(visit.go_to("/desk/sheets?done=sheet-entered")),
        Ok(Entered::Held) => Ok(visit.go_to("/desk/sheets?done=sheet-held")),
        Ok(Entered::Differs) => Ok(visit.go_to(&format!("/desk/printings/{printing}/sheets/{}", desk.code))),
        Err(Failure::Refused(refusals)) => match &desk.turn {
            // Nothing was typed, or it is too early: what was typed stays.
            Ok(turn @ (Turn::Only | Turn::First | Turn::Second)) => {
                let errors = form_errors(visit.words, &refusals);
                Ok(refused(visit.show(&page(&visit, &who, &desk, turn, (&typed, errors), submission))?))
            }
            Ok(Turn::Settle(_)) | Err(_) => turned_away(&visit, &who, &desk, Failure::Refused(refusals)),
        },
        Err(failure) => Err(failure),
    }
}

pub async fn settle(
    EnterCards(actor): EnterCards,
    visit: Visit,
    who: SignedIn,
    Path((printing, code)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Failure> {
    let desk = desk(&visit, actor, &printing, &code).await?;
    let submission: Key = fields.text(SUBMISSION).parse().map_err(|_| Failure::Unreadable)?;
    let chosen = |wanted: &str| -> BTreeSet<QuestionCode> {
        let all = fields.0.iter().filter(|(_, value)| value == wanted);
        all.filter_map(|(name, _)| QuestionCode::parse(name).ok()).collect()
    };
    let settlement =
        Settlement { printing: desk.printing.id, code: desk.code, submission, first: chosen("1"), second: chosen("2") };
    let (study, today) = (desk.study.clone(), visit.today);
    let settled = visit
        .site
        .write(move |tx, instance| settle_sheet(tx, actor, &instance.secret, &study, &settlement, today))
        .await;
    match settled.map_err(Failure::from) {
        Ok(()) => Ok(visit.go_to("/desk/sheets?done=sheet-settled")),
        Err(Failure::Refused(refusals)) => match &desk.turn {
            Ok(Turn::Settle(entries)) => {
                let errors = form_errors(visit.words, &refusals);
                let page = settlement_of(&visit, &who, &desk, entries, (&fields, errors), submission);
                Ok(refused(visit.show(&page)?))
            }
            Ok(_) | Err(_) => turned_away(&visit, &who, &desk, Failure::Refused(refusals)),
        },
        Err(failure) => Err(failure),
    }
}

/// Both readings are thrown away.
pub async fn anew(
    EnterCards(actor): EnterCards,
    visit: Visit,
    who: SignedIn,
    Path((printing, code)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = desk(&visit, actor, &printing, &code).await?;
    let (id, code) = (desk.printing.id, desk.code);
    let begun = visit.site.write(move |tx, instance| paper::begin_sheet_anew(tx, instance.tenant, id, code)).await;
    match begun.map_err(Failure::from) {
        Ok(()) => Ok(visit.go_to(&format!("/desk/printings/{printing}/sheets/{code}"))),
        Err(failure) => turned_away(&visit, &who, &desk, failure),
    }
}

/// Against which dates are read: no answer is of a day after the fieldwork.
fn day(study: &Study, today: Date) -> Date {
    today.clamp(study.fieldwork.first(), study.fieldwork.last())
}

fn page(
    visit: &Visit,
    who: &SignedIn,
    desk: &Desk,
    turn: &Turn,
    (typed, errors): (&BTreeMap<String, Vec<String>>, FieldErrors),
    submission: Key,
) -> SheetEntryPage {
    let frame = super::frame_of(visit, who, &desk.project, &visit.words.say("desk-sheets-title"));
    let printing = &desk.printing;
    SheetEntryPage {
        study: frame.said(&desk.study.title),
        study_address: frame.to(&format!("/desk/studies/{}", desk.study.id)),
        audience: frame.said(&desk.audience.name),
        printing: frame.to(&format!("/desk/printings/{}", printing.id)),
        address: frame.to(&format!("/desk/printings/{}/sheets/{}", printing.id, desk.code)),
        heading: heading(&frame, desk.code),
        about: about(&frame, printing.language, turn),
        parts: sheet::parts_in(&frame, &desk.questionnaire, printing.language, typed, &errors),
        takes_files: false,
        quote: card::quote(&desk.audience, &desk.questionnaire, typed),
        errors,
        submission: submission.to_string(),
        frame,
    }
}

fn heading(frame: &Frame, code: SheetCode) -> String {
    frame.tell("desk-sheets-heading", "code", code.to_string())
}

fn about(frame: &Frame, language: LanguageTag, turn: &Turn) -> String {
    let turn = match turn {
        Turn::Only | Turn::Settle(_) => "desk-sheets-turn-only",
        Turn::First => "desk-sheets-turn-first",
        Turn::Second => "desk-sheets-turn-second",
    };
    frame.words.tell(turn, &[("language", crate::language::own_name(language).into())])
}

fn settlement_of(
    visit: &Visit,
    who: &SignedIn,
    desk: &Desk,
    [first, second]: &[SheetEntry; 2],
    (fields, errors): (&Fields, FieldErrors),
    submission: Key,
) -> SettlementPage {
    let frame = super::frame_of(visit, who, &desk.project, &visit.words.say("desk-sheets-title"));
    let language = desk.printing.language;
    let numbers = paper::numbers(&desk.questionnaire);
    let differing = differing(&first.answers, &second.answers);
    let asked = desk.questionnaire.questions().filter(|question| differing.contains(&question.code));
    let rows = asked.map(|question| {
        let code = question.code.to_string();
        let number = numbers.get(&question.code).copied().unwrap_or(0);
        let words = Said::told(&question.label, language, frame.words.language()).map(survey::unpiped);
        let read = |entry: &SheetEntry| {
            told(&frame, &desk.questionnaire, question, language, entry.answers.get(question.code.as_str()))
        };
        DifferenceRow {
            words: words.map(|label| format!("{number}. {label}")),
            first: read(first),
            second: read(second),
            error: errors.of(&field_id(&code)),
            chosen: fields.text(&code).to_owned(),
            code,
        }
    });
    SettlementPage {
        study: frame.said(&desk.study.title),
        study_address: frame.to(&format!("/desk/studies/{}", desk.study.id)),
        audience: frame.said(&desk.audience.name),
        address: frame.to(&format!("/desk/printings/{}/sheets/{}", desk.printing.id, desk.code)),
        heading: heading(&frame, desk.code),
        rows: rows.collect(),
        errors,
        submission: submission.to_string(),
        frame,
    }
}

/// An answer as it stands on the paper: the keys and words of what was marked.
fn told(
    frame: &Frame,
    questionnaire: &Questionnaire,
    question: &Question,
    language: LanguageTag,
    answer: Option<&Answer>,
) -> String {
    let Some(answer) = answer else { return frame.say("desk-sheets-nothing") };
    let words = frame.words;
    let scale = questionnaire.scale_of(question);
    let options = answer.options().iter().map(|code| {
        let scale = scale.into_iter().flat_map(|scale| option_keys(scale).into_iter().zip(&scale.options));
        let mut found = scale.filter(|(_, option)| option.code == *code);
        found.next().map_or_else(
            || code.to_string(),
            |((key, _), option)| format!("{key} – {}", survey::unpiped(option.label.say(language))),
        )
    });
    let mut parts: Vec<String> = options.collect();
    parts.extend(answer.words().map(|own| format!("„{own}“")));
    parts.extend(match answer {
        Answer::Integer(number) => Some(number.to_string()),
        Answer::Decimal(number) => Some(number.to_string().replace('.', ",")),
        Answer::Date(date) => Some(words.date(*date)),
        Answer::Time(time) => Some(time.strftime("%H:%M").to_string()),
        Answer::Agreed => Some(frame.say("sheets-consent")),
        Answer::Point(point) => Some(point.to_string()),
        Answer::Text(_) | Answer::One(..) | Answer::Many(..) | Answer::Ranking(_) | Answer::Files(_) => None,
    });
    parts.join("; ")
}

impl SheetCodePage {
    fn new(frame: Frame, errors: FieldErrors, code: String) -> SheetCodePage {
        SheetCodePage { done: None, address: frame.to("/desk/sheets"), errors, code, printing: None, frame }
    }
}

impl Page for SheetCodePage {
    const NAME: &'static str = "desk-sheet-code";

    fn samples(language: Language) -> Vec<(&'static str, SheetCodePage)> {
        let frame = || super::sample_frame(language, "/desk/sheets", "desk-sheets-title");
        let words = app::Words::new(language);
        let refused = |trouble: paper::Trouble| {
            let errors = form_errors(words, &[Arc::new(trouble)]);
            let printing = Some("/desk/printings/a".to_owned());
            SheetCodePage { printing, ..SheetCodePage::new(frame(), errors, "K7XA-2M4C".to_owned()) }
        };
        vec![
            ("empty", SheetCodePage::new(frame(), FieldErrors::default(), String::new())),
            ("entered", refused(paper::Trouble::EnteredAlready)),
            ("misread", refused(paper::Trouble::CodeMisread)),
        ]
    }
}

impl Page for SheetEntryPage {
    const NAME: &'static str = "desk-sheet-entry";

    fn samples(language: Language) -> Vec<(&'static str, SheetEntryPage)> {
        let page = |turn: &Turn| {
            let frame = super::sample_frame(language, "/desk/printings/a/sheets/b", "desk-sheets-title");
            let (typed, errors) = (BTreeMap::new(), FieldErrors::default());
            let tag = LanguageTag::BULGARIAN;
            SheetEntryPage {
                study: Said::here("Участие и обслужване, 2023 г."),
                study_address: "/desk/studies/a".to_owned(),
                audience: Said::here("Граждани"),
                printing: "/desk/printings/a".to_owned(),
                address: "/desk/printings/a/sheets/b".to_owned(),
                heading: heading(&frame, SheetCode::of(Key([7; 16]))),
                about: about(&frame, tag, turn),
                parts: sheet::parts_in(&frame, &crate::sample::questionnaire(), tag, &typed, &errors),
                takes_files: false,
                quote: matches!(turn, Turn::Second).then_some(false),
                errors,
                submission: "b".to_owned(),
                frame,
            }
        };
        vec![("only", page(&Turn::Only)), ("second", page(&Turn::Second))]
    }
}

impl Page for SettlementPage {
    const NAME: &'static str = "desk-sheet-settlement";

    fn samples(language: Language) -> Vec<(&'static str, SettlementPage)> {
        let frame = super::sample_frame(language, "/desk/printings/a/sheets/b", "desk-sheets-title");
        let row = |code: &str, words: &str, first: &str, second: &str| DifferenceRow {
            code: code.to_owned(),
            words: Said::here(words),
            first: first.to_owned(),
            second: second.to_owned(),
            error: None,
            chosen: "1".to_owned(),
        };
        let rows = vec![
            row("ways", "1. По какъв начин заявихте услугата?", "1 – На гише", "1 – На гише; 3 – По пощата"),
            row("wish", "9. Какво бихте променили?", "„По-бързо“", &frame.say("desk-sheets-nothing")),
        ];
        let page = SettlementPage {
            study: Said::here("Участие и обслужване, 2023 г."),
            study_address: "/desk/studies/a".to_owned(),
            audience: Said::here("Граждани"),
            address: "/desk/printings/a/sheets/b".to_owned(),
            heading: heading(&frame, SheetCode::of(Key([7; 16]))),
            errors: FieldErrors::default(),
            rows,
            submission: "b".to_owned(),
            frame,
        };
        vec![("two", page)]
    }
}
