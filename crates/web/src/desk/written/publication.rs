use super::super::{SignedIn, WriteReports, done, key, moment, refused};
use crate::{Asked, Failure, Fields, Frame, Page, Visit, parts::FieldErrors};
use app::{
    Words,
    reports::{self, Change, HeldReport, MadeFile, Prepared, Trouble},
    study::{StudyData, StudyFigures},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Language, ReportId, Text};
use document::{Document, Format, html, manuscript::MethodTopic, post};
use store::ReportVersion;

/// What stands in the way of publishing, what will be frozen, and the button.
#[derive(Template)]
#[template(path = "desk/written/publication.html")]
pub struct PublicationPage {
    frame: Frame,
    title: String,
    home: String,
    done: Option<String>,
    errors: FieldErrors,
    revision: u64,
    obstacles: Vec<Obstacle>,
    /// Whether the method sheet lacks something that the plan may tell by now.
    lacks_method: bool,
    /// What is frozen: a sentence each.
    frozen: Vec<String>,
    needs_note: bool,
    note: String,
    versions: Vec<VersionRow>,
    /// Where the newest state is compared with what was published last.
    differences: Option<String>,
}

struct Obstacle {
    sentence: String,
    hint: String,
    /// Where it is mended: words and address.
    links: Vec<(String, String)>,
}

struct VersionRow {
    words: String,
    note: String,
    address: String,
}

pub async fn ask(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path(report): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let (held, data) = super::held(&visit, actor, &report).await?;
    let page = page(&visit, &who, actor, held, data, "").await?;
    visit.show(&PublicationPage { done: done(&visit, &asked), ..page })
}

/// Makes every file first; only then the version is there, in one step.
pub async fn publish(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path(report): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id: ReportId = key(&report)?;
    let (made_on, note, today, now) = (super::made_on(&fields), fields.text("note").to_owned(), visit.today, visit.now);
    let settings = visit.site.settings.clone();
    let sent = note.clone();
    let prepare = move |tx: &mut store::Transaction, instance: &app::Instance| {
        let address = |language: Language, path: &str| settings.public_place(language, path);
        let engine = env!("CARGO_PKG_VERSION");
        reports::prepare(instance, tx, actor, id, made_on, &sent, engine, &address, today)
    };
    let prepared = match super::refused_or(&visit, visit.site.read(prepare).await)? {
        Ok(prepared) => prepared,
        Err(errors) => return again(&visit, &who, actor, &report, &note, errors).await,
    };
    let files = made(&visit, &prepared).await?;
    let data = kept_data(&visit, &prepared).await?;
    let write = move |tx: &mut store::Transaction, _: &app::Instance| {
        reports::publish(tx, actor, &prepared, &files, &data, now)
    };
    match super::refusals(&visit, visit.site.write(write).await)? {
        Ok(()) => Ok(visit.go_to(&format!("/desk/reports/{report}/publication?done=report-published"))),
        Err(errors) => again(&visit, &who, actor, &report, &note, errors).await,
    }
}

/// Takes the rows that the method sheet lacks from the plan.
pub async fn fill_method(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path(report): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let language = visit.language();
    let changed = super::change(&visit, actor, &report, super::made_on(&fields), language, Change::Method).await?;
    match changed {
        Ok(_) => Ok(visit.go_to(&format!("/desk/reports/{report}/publication?done=report-method"))),
        Err(errors) => again(&visit, &who, actor, &report, "", errors).await,
    }
}

async fn again(
    visit: &Visit,
    who: &SignedIn,
    actor: base::Actor,
    report: &str,
    note: &str,
    mut errors: FieldErrors,
) -> Result<Response, Failure> {
    let (held, data) = super::held(visit, actor, report).await?;
    let page = page(visit, who, actor, held, data, note).await?;
    errors.0.iter_mut().filter(|error| error.field != "note").for_each(|error| error.field = "form".to_owned());
    Ok(refused(visit.show(&PublicationPage { errors, ..page })?))
}

/// The document in every form of each language.
async fn made(visit: &Visit, prepared: &Prepared) -> Result<Vec<MadeFile>, Failure> {
    let mut files = Vec::new();
    for (language, document) in &prepared.documents {
        let page = html::page(document).into_bytes();
        files.push(kept(visit, prepared, *language, document, (page, ".html", "text/html; charset=utf-8")).await?);
        for form in Format::ALL {
            let bytes = match visit.site.typeset(document.clone(), form).await {
                // Where nobody prints there is the page alone.
                Err(Failure::NotFound) => continue,
                bytes => bytes?,
            };
            let ending = format!(".{}", form.ending());
            files.push(kept(visit, prepared, *language, document, (bytes, &ending, form.media_type())).await?);
        }
        for letters in post::LENGTHS {
            let bytes = (post::of(document, letters) + "\n").into_bytes();
            let ending = format!("-{letters}.txt");
            files
                .push(kept(visit, prepared, *language, document, (bytes, &ending, "text/plain; charset=utf-8")).await?);
        }
    }
    Ok(files)
}

async fn kept(
    visit: &Visit,
    prepared: &Prepared,
    language: Language,
    document: &Document,
    (bytes, ending, media_type): (Vec<u8>, &str, &str),
) -> Result<MadeFile, Failure> {
    let instance = visit.site.instance()?;
    let kept = instance.store.keep_file(instance.tenant, bytes, media_type.to_owned()).await?;
    let name = format!("{}-{language}{ending}", prepared.name);
    Ok(MadeFile { name, title: Text::bulgarian(document.title.clone()), language: Some(language), kept })
}

async fn kept_data(visit: &Visit, prepared: &Prepared) -> Result<Vec<MadeFile>, Failure> {
    let instance = visit.site.instance()?;
    let mut data = Vec::new();
    for (audience, bytes) in &prepared.data {
        let kept = instance.store.keep_file(instance.tenant, bytes.clone(), "application/json".to_owned()).await?;
        let name = format!("{audience}.json");
        data.push(MadeFile { title: Text::bulgarian(name.clone()), name, language: None, kept });
    }
    Ok(data)
}

async fn page(
    visit: &Visit,
    who: &SignedIn,
    actor: base::Actor,
    held: HeldReport,
    data: StudyData,
    note: &str,
) -> Result<PublicationPage, Failure> {
    let id = held.report.id;
    let versions = visit.site.read(move |tx, _| reports::versions(tx, actor, id)).await?;
    let frame = super::frame(visit, who, &held, &visit.words.say("written-publication"));
    Ok(filled(frame, &held, &data, &versions, note, visit.today))
}

fn filled(
    frame: Frame,
    held: &HeldReport,
    data: &StudyData,
    versions: &[ReportVersion],
    note: &str,
    today: jiff::civil::Date,
) -> PublicationPage {
    let words = frame.words;
    let home = frame.to(&super::home(held));
    let troubles = reports::obstacles(held, data, today);
    let language = super::spoken(held, words.language());
    let own = Words::new(language);
    let figures = StudyFigures::new(data, &own);
    let sheet = held.manuscript.parts().iter().find(|part| part.body.kind() == "method-sheet");
    let sheet = sheet.map(|part| (frame.say("written-to-sheet"), format!("{home}/parts/{}", part.id.0)));
    let obstacle = |trouble: &Trouble| {
        let explained = words.refusal(trouble);
        let links = match trouble {
            Trouble::MethodLacks { topic, audience } => {
                let audience = data.audiences.iter().find(|one| Some(&one.audience.name) == audience.as_ref());
                let place = mended_at(*topic, held, audience.map(|one| one.audience.id.to_string()).as_deref());
                let place = place.map(|path| (frame.say("written-to-plan"), frame.to(&path)));
                place.into_iter().chain(sheet.clone()).collect()
            }
            Trouble::NumbersChanged { .. } => vec![(frame.say("written-to-report"), home.clone())],
            Trouble::EmptySection { .. } => vec![(frame.say("written-to-report"), home.clone())],
            Trouble::ResultsNotPublic => {
                vec![(frame.say("written-to-plan"), frame.to(&format!("/desk/studies/{}/plan", held.study.id)))]
            }
            Trouble::Stale
            | Trouble::TooMany { .. }
            | Trouble::NoNote
            | Trouble::NoteTooLong { .. }
            | Trouble::NoLanguage
            | Trouble::Words { .. }
            | Trouble::NoSuchNumber { .. }
            | Trouble::NoSuchFigure { .. }
            | Trouble::EmptyPart
            | Trouble::NothingNew => Vec::new(),
        };
        Obstacle { sentence: explained.sentence, hint: explained.hint.unwrap_or_default(), links }
    };
    let frozen = data.audiences.iter().map(|one| {
        let values = [
            ("name", one.audience.name.say(words.language()).into()),
            ("n", i64::try_from(one.counts.responses()).unwrap_or(i64::MAX).into()),
        ];
        words.tell("written-frozen-audience", &values)
    });
    let frozen = frozen.chain([frame.tell("written-frozen-engine", "engine", env!("CARGO_PKG_VERSION"))]);
    let public = frame.to(&format!(
        "/projects/{}/studies/{}/reports/{}/versions",
        held.project.slug, held.study.slug, held.report.number
    ));
    let row = |version: &ReportVersion| {
        let values = [("n", i64::from(version.version).into()), ("day", moment::day(words, version.on).into())];
        VersionRow {
            words: words.tell("written-published", &values),
            note: version.note.clone(),
            address: format!("{public}/{}", version.version),
        }
    };
    let newest = versions.first().filter(|newest| newest.revision != held.report.revision);
    PublicationPage {
        title: held.manuscript.told_title(language, &figures),
        done: None,
        errors: FieldErrors::default(),
        revision: held.report.revision,
        lacks_method: troubles.iter().any(|trouble| matches!(trouble, Trouble::MethodLacks { .. })),
        obstacles: troubles.iter().map(obstacle).collect(),
        frozen: frozen.collect(),
        needs_note: !versions.is_empty(),
        note: note.to_owned(),
        versions: versions.iter().map(row).collect(),
        differences: newest
            .map(|newest| format!("{home}/differences?before={}&after={}", newest.revision, held.report.revision)),
        home,
        frame,
    }
}

/// Where somebody can write down what a method sheet lacks.
fn mended_at(topic: MethodTopic, held: &HeldReport, audience: Option<&str>) -> Option<String> {
    let study = held.study.id;
    match topic {
        MethodTopic::Population | MethodTopic::Exclusions => {
            audience.map(|audience| format!("/desk/audiences/{audience}/population"))
        }
        MethodTopic::Entry => audience.map(|audience| format!("/desk/audiences/{audience}/plan")),
        MethodTopic::Channels | MethodTopic::Response => Some(format!("/desk/studies/{study}")),
        MethodTopic::Dates => Some(format!("/desk/studies/{study}/plan")),
        MethodTopic::Funding => Some(format!("/desk/projects/{}/funding", held.project.id)),
        MethodTopic::Weighting | MethodTopic::Limits => None,
    }
}

impl Page for PublicationPage {
    const NAME: &'static str = "desk-written-publication";

    fn samples(language: Language) -> Vec<(&'static str, PublicationPage)> {
        let (held, data) = super::sample();
        let frame = || super::sample_frame(language, "written-publication");
        let version = super::sample_version();
        vec![
            ("first", filled(frame(), &held, &data, &[], "", crate::sample::DAY)),
            ("correction", filled(frame(), &held, &data, &[version], "Поправен е броят.", crate::sample::DAY)),
        ]
    }
}
