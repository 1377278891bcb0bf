//! Codes with which one person answers once: made for letters on paper, sent by e-mail, called to mind, taken back.

use super::{
    PlanStudies, SignedIn, form_errors, key,
    questionnaire::{Place, place},
    refused,
};
use crate::{Asked, Failure, Fields, Frame, Page, Said, Visit, machine::csv_line, parts::FieldErrors, qr::Qr};
use app::{
    Instance,
    personal_codes::{
        self, CodeStanding, MOST_REMINDERS, Numbers, PersonalCode, TypedInvitees, TypedNumber, invite, make_codes,
        remind, unsent_codes, withdraw_codes,
    },
};
use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use base::{Actor, Chance, Language, Moment};
use jiff::civil::Date;
use store::Transaction;
use survey::{Admission, Audience, Study};

/// What is known of an audience's codes, and what can be done with them.
#[derive(Template)]
#[template(path = "desk/personal_codes.html")]
pub struct PersonalCodesPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    address: String,
    done: Option<String>,
    errors: FieldErrors,
    /// What was typed.
    number: String,
    addresses: String,
    rows: Vec<CodeRow>,
    /// Whether somebody without a code may answer too.
    admission: String,
    plan: String,
    may_print: bool,
    may_remind: bool,
    may_withdraw: bool,
    reminders: String,
    held: Option<String>,
}

struct CodeRow {
    what: String,
    made: String,
    used: String,
    unused: String,
    withdrawn: String,
    share: String,
}

/// Letters to be printed and cut: one for each code.
#[derive(Template)]
#[template(path = "desk/code_sheet.html")]
pub struct CodeSheet {
    frame: Frame,
    back: String,
    study: Said,
    notice: Option<String>,
    what: String,
    why: Said,
    how: String,
    until: String,
    private: String,
    letters: Vec<CodeLetter>,
}

struct CodeLetter {
    code: String,
    link: String,
    qr: Qr,
}

/// A sheet of more would keep a browser busy for long; the table has them all.
const MOST_LETTERS: usize = 500;

pub async fn show(
    PlanStudies(actor): PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let page = PersonalCodesPage { done: done(&visit, &asked), ..page(&visit, &who, &place).await? };
    visit.show(&page)
}

/// „Изпратихме 12 писма“: the number stands in the address beside the word.
fn done(visit: &Visit, asked: &Asked) -> Option<String> {
    let number: i64 = asked.0.text("n").parse().ok()?;
    let known: i64 = asked.0.text("known").parse().unwrap_or(0);
    let code = asked.0.get("done").filter(|code| ["made", "sent", "reminded", "withdrawn"].contains(code))?;
    let values = [("n", number.into()), ("known", known.into())];
    visit.words.find(&format!("desk-codes-done-{code}"), &values)
}

pub async fn make(
    PlanStudies(actor): PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    match TypedNumber(fields.text("number").to_owned()).read() {
        Err(failure) => answer(&visit, &who, &place, Err(failure), &fields).await,
        Ok(number) => {
            let make = move |instance: &Instance, tx: &mut Transaction, at: At<'_>| {
                make_codes(instance, tx, actor, at.asked, number, at.days, at.chance)?;
                Ok(format!("done=made&n={number}"))
            };
            act(&visit, &who, &place, &fields, make).await
        }
    }
}

pub async fn send(
    PlanStudies(actor): PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    match TypedInvitees(fields.text("addresses").to_owned()).read() {
        Err(failure) => answer(&visit, &who, &place, Err(failure), &fields).await,
        Ok(addresses) => {
            let send = move |instance: &Instance, tx: &mut Transaction, at: At<'_>| {
                let counted = invite(instance, tx, actor, at.asked, addresses, at.days, at.chance)?;
                Ok(format!("done=sent&n={}&known={}", counted.invited, counted.known))
            };
            act(&visit, &who, &place, &fields, send).await
        }
    }
}

pub async fn remind_all(
    PlanStudies(actor): PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let remind = move |instance: &Instance, tx: &mut Transaction, at: At<'_>| {
        let number = remind(instance, tx, actor, at.asked, at.days, at.chance)?;
        Ok(format!("done=reminded&n={number}"))
    };
    act(&visit, &who, &place, &Fields::default(), remind).await
}

pub async fn withdraw(
    PlanStudies(actor): PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let withdraw = move |_: &Instance, tx: &mut Transaction, at: At<'_>| {
        let (_, audience) = at.asked;
        let number = withdraw_codes(tx, actor, audience.id, at.days.0)?;
        Ok(format!("done=withdrawn&n={number}"))
    };
    act(&visit, &who, &place, &Fields::default(), withdraw).await
}

/// What every act on codes needs to know.
struct At<'a> {
    asked: (&'a Study, &'a Audience),
    days: (Moment, Date),
    chance: &'a mut dyn Chance,
}

/// Does it, and answers with the page that says what came of it.
async fn act(
    visit: &Visit,
    who: &SignedIn,
    place: &Place,
    fields: &Fields,
    operation: impl FnOnce(&Instance, &mut Transaction, At<'_>) -> Result<String, app::Failure> + Send + 'static,
) -> Result<Response, Failure> {
    let (study, audience) = (place.study.clone(), place.audience.clone());
    let (days, mut chance) = ((visit.now, visit.today), visit.site.chance());
    let done = visit.site.write(move |tx, instance| {
        operation(instance, tx, At { asked: (&study, &audience), days, chance: &mut *chance })
    });
    let done = done.await;
    answer(visit, who, place, done, fields).await
}

/// The answer holds codes that open something: it is an export, asked for with a form, noted, and kept nowhere.
pub async fn sheet(
    PlanStudies(actor): PlanStudies,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let codes = codes(&visit, actor, &place.audience).await?;
    let frame = super::frame_of(&visit, &who, &place.project, &visit.words.say("desk-codes-sheet"));
    let home = visit.public_address("/s/");
    let page = CodeSheet::new(frame, &place, &home, codes.iter().take(MOST_LETTERS))?;
    visit.show(&page)
}

/// The same codes as a table, for whoever prints letters elsewhere.
pub async fn table(
    PlanStudies(actor): PlanStudies,
    visit: Visit,
    Path(audience): Path<String>,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let codes = codes(&visit, actor, &place.audience).await?;
    let mut text = String::from("\u{feff}");
    csv_line(&mut text, [visit.words.say("desk-codes-column-code"), visit.words.say("desk-codes-column-link")]);
    for code in &codes {
        csv_line(&mut text, [code.to_string(), visit.public_address(&format!("/s/{}", code.address()))]);
    }
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"codes.csv\"")),
    ];
    Ok((headers, text).into_response())
}

async fn codes(visit: &Visit, actor: Actor, audience: &Audience) -> Result<Vec<PersonalCode>, Failure> {
    let (id, now) = (audience.id, visit.now);
    Ok(visit.site.write(move |tx, instance| unsent_codes(instance, tx, actor, id, now)).await?)
}

/// After a form: the page again with what came of it, or with what was refused and what was typed.
async fn answer(
    visit: &Visit,
    who: &SignedIn,
    place: &Place,
    done: Result<String, app::Failure>,
    fields: &Fields,
) -> Result<Response, Failure> {
    match done.map_err(Failure::from) {
        Ok(query) => Ok(visit.go_to(&format!("/desk/audiences/{}/codes?{query}", place.audience.id))),
        Err(Failure::Refused(refusals)) => {
            let page = PersonalCodesPage {
                errors: form_errors(visit.words, &refusals),
                number: fields.text("number").to_owned(),
                addresses: fields.text("addresses").to_owned(),
                ..page(visit, who, place).await?
            };
            Ok(refused(visit.show(&page)?))
        }
        Err(failure) => Err(failure),
    }
}

async fn page(visit: &Visit, who: &SignedIn, place: &Place) -> Result<PersonalCodesPage, Failure> {
    let id = place.audience.id;
    let standing = visit.site.read(move |tx, instance| personal_codes::standing(tx, instance.tenant, id)).await?;
    let frame = super::frame_of(visit, who, &place.project, &visit.words.say("desk-codes-title"));
    Ok(PersonalCodesPage::new(frame, place, standing, visit.site.settings.sends_letters))
}

impl PersonalCodesPage {
    fn new(frame: Frame, place: &Place, standing: CodeStanding, sends_letters: bool) -> PersonalCodesPage {
        let Place { study, audience, .. } = place;
        let unused = standing.printed.unused + standing.sent.unused;
        PersonalCodesPage {
            study: frame.said(&study.title),
            study_address: frame.to(&format!("/desk/studies/{}", study.id)),
            audience: frame.said(&audience.name),
            address: frame.to(&format!("/desk/audiences/{}/codes", audience.id)),
            plan: frame.to(&format!("/desk/audiences/{}/plan", audience.id)),
            admission: frame.say(match audience.admission {
                Admission::Open => "desk-codes-open",
                Admission::ByCode => "desk-codes-by-code",
            }),
            done: None,
            errors: FieldErrors::default(),
            number: String::new(),
            addresses: String::new(),
            rows: vec![
                CodeRow::of(&frame, "desk-codes-printed", standing.printed),
                CodeRow::of(&frame, "desk-codes-sent", standing.sent),
            ],
            may_print: standing.printed.unused > 0,
            may_remind: standing.sent.unused > 0,
            may_withdraw: unused > 0,
            reminders: frame.tell("desk-codes-remind-how", "most", i64::from(MOST_REMINDERS)),
            held: (!sends_letters).then(|| frame.say("desk-codes-held")),
            frame,
        }
    }
}

impl CodeRow {
    fn of(frame: &Frame, key: &str, numbers: Numbers) -> CodeRow {
        let words = frame.words;
        let share = match (u32::try_from(numbers.used), u32::try_from(numbers.invited())) {
            (Ok(used), Ok(invited)) if invited > 0 => words.percent(f64::from(used) / f64::from(invited)),
            (_, _) => "–".to_owned(),
        };
        CodeRow {
            what: frame.say(key),
            made: words.whole(numbers.invited() + numbers.withdrawn),
            used: words.whole(numbers.used),
            unused: words.whole(numbers.unused),
            withdrawn: words.whole(numbers.withdrawn),
            share,
        }
    }
}

impl CodeSheet {
    fn new<'a>(
        frame: Frame,
        place: &Place,
        home: &str,
        codes: impl Iterator<Item = &'a PersonalCode>,
    ) -> Result<CodeSheet, Failure> {
        let letter = |code: &PersonalCode| {
            let link = format!("{home}{}", code.address());
            let qr = Qr::new(&link)?;
            Ok::<_, anyhow::Error>(CodeLetter { code: code.to_string(), link, qr })
        };
        let study = &place.study;
        Ok(CodeSheet {
            back: frame.to(&format!("/desk/audiences/{}/codes", place.audience.id)),
            study: frame.said(&study.title),
            notice: crate::public::told::demonstration(&frame.words, &place.project),
            what: frame.say("desk-codes-letter-what"),
            why: frame.said(&study.purpose),
            how: frame.tell("desk-codes-letter-how", "address", home.trim_end_matches('/')),
            until: frame.tell("desk-codes-letter-until", "day", frame.words.long_date(study.fieldwork.last())),
            private: frame.say("desk-codes-letter-private"),
            letters: codes.map(letter).collect::<Result<_, _>>().map_err(Failure::fault)?,
            frame,
        })
    }
}

impl Page for PersonalCodesPage {
    const NAME: &'static str = "desk-personal-codes";

    fn samples(language: Language) -> Vec<(&'static str, PersonalCodesPage)> {
        let place = Place::sample();
        let page = |standing, sends| {
            let frame = super::sample_frame(language, "/desk/audiences/a/codes", "desk-codes-title");
            PersonalCodesPage::new(frame, &place, standing, sends)
        };
        let standing = CodeStanding {
            printed: Numbers { unused: 120, used: 80, withdrawn: 0 },
            sent: Numbers { unused: 31, used: 9, withdrawn: 2 },
        };
        let refused = PersonalCodesPage {
            errors: form_errors(
                app::Words::new(language),
                &[std::sync::Arc::new(personal_codes::Trouble::AddressesUnreadable { lines: "2, 4".to_owned() })],
            ),
            addresses: "a@example.org\nникой".to_owned(),
            ..page(standing, true)
        };
        vec![("none", page(CodeStanding::default(), false)), ("some", page(standing, true)), ("refused", refused)]
    }
}

impl Page for CodeSheet {
    const NAME: &'static str = "desk-code-sheet";

    fn samples(language: Language) -> Vec<(&'static str, CodeSheet)> {
        let codes: Vec<PersonalCode> =
            ["K7QF2M4AXTRB", "ABCDEFGH2345"].iter().filter_map(|code| code.parse().ok()).collect();
        let frame = super::sample_frame(language, "/desk/audiences/a/codes/sheet", "desk-codes-sheet");
        let sheet = CodeSheet::new(frame, &Place::sample(), "https://glas.example/s/", codes.iter());
        sheet.into_iter().map(|sheet| ("two", sheet)).collect()
    }
}
