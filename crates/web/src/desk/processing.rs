//! The record of processing (GDPR, art. 30): made of the same facts as the page for everybody, and of what went lately.

use super::{SeeProcessing, SignedIn};
use crate::{
    Asked, Failure, Frame, Page, Said, Settings, Visit,
    machine::csv_line,
    public::privacy::{ClassRow, class_row, controller_rows, receivers, sample_controller},
};
use app::{
    Words,
    controller::{Controller, controller},
    retention::{self, Class, law},
    rights::Right,
};
use askama::Template;
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use base::Language;
use serde_json::{Value, json};
use store::Retained;

#[derive(Template)]
#[template(path = "desk/processing.html")]
pub struct ProcessingPage {
    frame: Frame,
    done: Option<String>,
    lede: String,
    controller: Vec<(String, Said)>,
    /// Where an administrator puts it right.
    change: Option<String>,
    classes: Vec<ClassRow>,
    receivers: Vec<Said>,
    measures: Vec<String>,
    runs: Vec<RunRow>,
    as_of: String,
}

struct RunRow {
    day: String,
    what: String,
    number: String,
}

async fn known(visit: &Visit) -> Result<(Option<Controller>, Vec<Retained>), Failure> {
    let today = visit.today;
    let read = visit.site.read(move |tx, instance| {
        Ok((controller(tx, instance.tenant)?, retention::lately(tx, instance.tenant, today)?))
    });
    read.await
}

pub async fn show(_: SeeProcessing, visit: Visit, who: SignedIn, asked: Asked) -> Result<Response, Failure> {
    let (controller, runs) = known(&visit).await?;
    let frame = super::frame(&visit, &who, &visit.words.say("desk-processing-title"), "desk-tab-processing");
    let may_change = who.may(Right::ManageProcessing);
    let mut page = page(frame, &visit.site.settings, controller.as_ref(), &runs, may_change);
    page.done = super::done(&visit, &asked);
    visit.show(&page)
}

fn page(
    frame: Frame,
    settings: &Settings,
    controller: Option<&Controller>,
    runs: &[Retained],
    may_change: bool,
) -> ProcessingPage {
    let words = frame.words;
    ProcessingPage {
        done: None,
        lede: words.tell("desk-processing-lede", &[("article", law().record.say(words.language()).into())]),
        controller: controller.map(|known| controller_rows(&frame, known)).unwrap_or_default(),
        change: may_change.then(|| frame.to("/desk/processing/controller")),
        classes: law().classes.iter().map(|class| class_row(&frame, class)).collect(),
        receivers: receivers(&frame, settings, controller),
        measures: measures(words, settings),
        runs: runs.iter().map(|run| run_row(words, run)).collect(),
        as_of: words.tell("privacy-as-of", &[("day", words.date(law().as_of).into())]),
        frame,
    }
}

fn run_row(words: Words, run: &Retained) -> RunRow {
    RunRow {
        day: words.date(run.day),
        what: words.find(&format!("desk-fact-{}", run.class), &[]).unwrap_or_else(|| run.class.clone()),
        number: words.whole(run.number),
    }
}

/// What guards the data (art. 32), as far as the program knows it of itself.
fn measures(words: Words, settings: &Settings) -> Vec<String> {
    let mut codes = vec!["passwords", "roles", "journal", "answers", "moderation"];
    codes.push(if settings.is_https() { "encrypted" } else { "not-encrypted" });
    codes.push(if settings.second_factor_for.is_empty() { "second-factor-own" } else { "second-factor-asked" });
    codes.into_iter().map(|code| words.say(&format!("desk-measure-{code}"))).collect()
}

/// A line for each class, with what is common to all repeated, so that each line says everything.
pub async fn csv(_: SeeProcessing, visit: Visit) -> Result<Response, Failure> {
    let (controller, _) = known(&visit).await?;
    let frame = visit.frame("");
    let settings = &visit.site.settings;
    let mut text = String::new();
    let columns =
        ["controller", "contact", "whose", "what", "why", "ground", "receivers", "transfers", "kept", "measures"];
    csv_line(&mut text, columns.map(|column| visit.words.say(&format!("desk-processing-{column}"))));
    let told = |said: &Said| said.words().to_owned();
    let language = visit.language();
    let name = controller.as_ref().map(|known| known.name.say(language).to_owned()).unwrap_or_default();
    let contact = controller.as_ref().map(|known| known.contact.clone()).unwrap_or_default();
    let receivers = receivers(&frame, settings, controller.as_ref()).iter().map(told).collect::<Vec<_>>().join("; ");
    let measures = measures(visit.words, settings).join("; ");
    for class in &law().classes {
        let row = class_row(&frame, class);
        let cells = [
            name.clone(),
            contact.clone(),
            told(&row.whose),
            told(&row.what),
            told(&row.why),
            told(&row.ground),
            receivers.clone(),
            visit.words.say("desk-processing-no-transfers"),
            row.kept,
            measures.clone(),
        ];
        csv_line(&mut text, cells);
    }
    Ok(download("text/csv; charset=utf-8", "glas-processing.csv", text))
}

pub async fn json(_: SeeProcessing, visit: Visit) -> Result<Response, Failure> {
    let (controller, runs) = known(&visit).await?;
    let frame = visit.frame("");
    let settings = &visit.site.settings;
    let told = json!({
        "as_of": law().as_of.to_string(),
        "controller": controller.as_ref().map(told_controller),
        "processing": law().classes.iter().map(|class| {
            let row = class_row(&frame, class);
            json!({
                "class": class.class.code(),
                "whose": row.whose.words(),
                "what": row.what.words(),
                "why": row.why.words(),
                "ground": row.ground.words(),
                "confirm": row.confirm.as_ref().map(Said::words),
                "kept": row.kept,
                "seconds": law().seconds(class.class),
                "end": class.end.code(),
            })
        }).collect::<Vec<_>>(),
        "receivers": receivers(&frame, settings, controller.as_ref()).iter().map(Said::words).collect::<Vec<_>>(),
        "transfers": visit.words.say("desk-processing-no-transfers"),
        "measures": measures(visit.words, settings),
        "gone": runs.iter().map(|run| {
            json!({"day": run.day.to_string(), "class": run.class, "number": run.number})
        }).collect::<Vec<_>>(),
    });
    Ok(download("application/json", "glas-processing.json", format!("{told:#}\n")))
}

fn told_controller(known: &Controller) -> Value {
    let both = |text: &base::Text| json!({"bg": text.bulgarian, "en": text.english});
    json!({
        "name": both(&known.name),
        "address": both(&known.address),
        "contact": known.contact,
        "officer": known.officer,
        "processor": both(&known.processor),
        "joint": both(&known.joint),
    })
}

fn download(media_type: &'static str, name: &str, text: String) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::try_from(disposition).unwrap_or(HeaderValue::from_static("attachment")),
        ),
    ];
    (headers, text).into_response()
}

impl Page for ProcessingPage {
    const NAME: &'static str = "desk-processing";

    fn samples(language: Language) -> Vec<(&'static str, ProcessingPage)> {
        let frame = || super::sample_frame(language, "/desk/processing", "desk-processing-title");
        let run = |class: Class, number| Retained { day: crate::sample::DAY, class: class.code().to_owned(), number };
        let runs = [run(Class::Drafts, 3), run(Class::Sessions, 12)];
        vec![
            ("told", page(frame(), &Settings::sample(), Some(&sample_controller()), &runs, true)),
            ("untold", page(frame(), &Settings::default(), None, &[], false)),
        ]
    }
}
