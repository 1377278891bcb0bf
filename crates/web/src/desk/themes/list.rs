use super::{Trail, coded, frame, held, home, list_id};
use crate::{
    Asked, Failure, Frame, Page, Said, Visit,
    desk::{CodeOpenAnswers, SignedIn, done, form_errors, refused, upload::Upload},
    parts::FieldErrors,
};
use app::{
    Instance,
    study::themes::verdict,
    themes::{self, CodedAnswer, Found, HeldThemes, Sampled},
};
use askama::Template;
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use base::{Explain, Language};
use std::sync::Arc;
use store::{ThemeVersion, Transaction};

/// One list: its themes with how often each is found, and the steps to a version for everybody.
#[derive(Template)]
#[template(path = "desk/themes/list.html")]
pub struct ThemeListPage {
    frame: Frame,
    trail: Trail,
    address: String,
    done: Option<String>,
    errors: FieldErrors,
    revision: u64,
    questions: Vec<Said>,
    writers: String,
    waiting: Option<String>,
    latin: Option<String>,
    themes: Vec<ThemeRow>,
    /// What became of the sample, in one sentence.
    sample: String,
    versions: Vec<String>,
}

struct ThemeRow {
    name: Said,
    address: String,
    answers_address: String,
    patterns: String,
    exclusions: String,
    found: String,
    by_people: String,
}

/// What the page is made of.
struct Known {
    held: HeldThemes,
    coded: Vec<CodedAnswer>,
    sampled: Option<Sampled>,
    versions: Vec<ThemeVersion>,
    questions: Vec<base::Text>,
}

impl Known {
    async fn read(visit: &Visit, who: &SignedIn, study: &str, list: &str) -> Result<Known, Failure> {
        let id = list_id(study, list)?;
        let (held, coded) = coded(visit, who, id).await?;
        let read = move |tx: &mut Transaction, instance: &Instance| {
            let sampled = themes::sampled(tx, held.by.tenant, id)?;
            let versions = tx.theme_versions(held.by.tenant, id)?;
            let open = themes::open_questions(instance, tx, &held.study)?;
            let is_of = |one: &survey::ThemedQuestion| {
                let known = open
                    .iter()
                    .find(|(audience, question)| audience.id == one.audience && question.code == one.question);
                known.map(|(_, question)| question.label.clone())
            };
            let questions = held.kept.list.questions.iter().filter_map(is_of).collect();
            Ok(Known { held, coded, sampled, versions, questions })
        };
        visit.site.read(read).await
    }
}

pub async fn show(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Failure> {
    let known = Known::read(&visit, &who, &study, &list).await?;
    let frame = frame(&visit, &who, &known.held, "themes-title");
    visit.show(&ThemeListPage { done: done(&visit, &asked), ..ThemeListPage::new(frame, &known) })
}

pub async fn freeze(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list)): Path<(String, String)>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let id = list_id(&study, &list)?;
    let (actors, revision) = (who.actors.clone(), fields.text("revision").parse().unwrap_or(0));
    let again = actors.clone();
    let count = move |tx: &mut Transaction, instance: &Instance| {
        let held = themes::held(tx, &actors, id)?;
        themes::count(instance, tx, &held.study, &held.kept)
    };
    let counted: Result<Found, Failure> = visit.site.read(count).await;
    let (today, now) = (visit.today, visit.now);
    let frozen = match counted {
        Ok(found) => {
            let keep = move |tx: &mut Transaction, _: &Instance| {
                let held = themes::held(tx, &again, id)?;
                themes::freeze(tx, held.by.tenant, Some(held.by), &held.kept, revision, &found, today, now)
            };
            visit.site.write(keep).await.map_err(Failure::from)
        }
        Err(failure) => Err(failure),
    };
    answer(&visit, &who, (&study, &list), frozen, "themes-frozen").await
}

pub async fn import(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list)): Path<(String, String)>,
    upload: Upload,
) -> Result<Response, Failure> {
    let id = list_id(&study, &list)?;
    held(&visit, &who, id).await?;
    let bytes = upload.file("file").map(|file| file.bytes.clone()).unwrap_or_default();
    let (actors, today, now) = (who.actors.clone(), visit.today, visit.now);
    let imported = match themes::read_file(&bytes) {
        Ok(read) => {
            let import = move |tx: &mut Transaction, _: &Instance| {
                let held = themes::held(tx, &actors, id)?;
                themes::import(tx, held, read, today, now)
            };
            visit.site.write(import).await.map_err(Failure::from)
        }
        Err(trouble) => Err(Failure::from(app::Failure::from(trouble))),
    };
    answer(&visit, &who, (&study, &list), imported, "themes-imported").await
}

/// On with a word of what was done, or the page with what was refused.
async fn answer(
    visit: &Visit,
    who: &SignedIn,
    (study, list): (&str, &str),
    outcome: Result<(), Failure>,
    done: &str,
) -> Result<Response, Failure> {
    match outcome {
        Ok(()) => Ok(visit.go_to(&format!("{}?done={done}", home(list_id(study, list)?)))),
        Err(Failure::Refused(refusals)) => {
            let known = Known::read(visit, who, study, list).await?;
            let errors = errors(visit, &refusals);
            let page = ThemeListPage::new(frame(visit, who, &known.held, "themes-title"), &known);
            Ok(refused(visit.show(&ThemeListPage { errors, ..page })?))
        }
        Err(failure) => Err(failure),
    }
}

/// A line of a file is told with why it is none.
fn errors(visit: &Visit, refusals: &[Arc<dyn Explain + Send + Sync>]) -> FieldErrors {
    let mut errors = form_errors(visit.words, refusals);
    for (error, refusal) in errors.0.iter_mut().zip(refusals) {
        let because = refusal.arguments().into_iter().find(|(name, _)| *name == "because");
        if let Some((_, base::Argument::Text(code))) = because {
            let why = visit.words.tell(&format!("refusal-{code}"), &refusal.arguments());
            error.sentence = format!("{} {why}", error.sentence);
        }
    }
    errors
}

pub async fn file(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let held = held(&visit, &who, list_id(&study, &list)?).await?;
    let text = themes::write_file(&held.kept.list.themes);
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"themes-{}.csv\"", held.kept.id.number)),
    ];
    Ok((headers, text).into_response())
}

impl ThemeListPage {
    fn new(frame: Frame, known: &Known) -> ThemeListPage {
        let (held, words) = (&known.held, frame.words);
        let address = frame.to(&home(held.kept.id));
        let count = |which: &dyn Fn(&CodedAnswer) -> bool| known.coded.iter().filter(|answer| which(answer)).count();
        let row = |theme: &survey::Theme| {
            let found = count(&|answer| answer.codes().contains(&theme.code));
            let by_people = count(&|answer| answer.decided.as_ref().is_some_and(|codes| codes.contains(&theme.code)));
            ThemeRow {
                name: frame.said(&theme.name),
                address: format!("{address}/codes/{}", theme.code),
                answers_address: format!("{address}/answers?of={}", theme.code),
                patterns: theme.patterns.join(", "),
                exclusions: theme.exclusions.join(", "),
                found: words.whole(u64::try_from(found).unwrap_or(u64::MAX)),
                by_people: words.whole(u64::try_from(by_people).unwrap_or(u64::MAX)),
            }
        };
        let told = |key: &str, count: usize| (count > 0).then(|| frame.tell(key, "n", count));
        let version = |version: &ThemeVersion| {
            let values = [("version", i64::from(version.version).into()), ("day", words.date(version.on).into())];
            words.tell("themes-version", &values)
        };
        ThemeListPage {
            trail: Trail::of(&frame, held),
            done: None,
            errors: FieldErrors::default(),
            revision: held.kept.revision,
            questions: known.questions.iter().map(|label| frame.said(label).map(survey::unpiped)).collect(),
            writers: frame.tell("themes-writers", "n", known.coded.len()),
            waiting: told("themes-wait", count(&CodedAnswer::waits)),
            latin: told("themes-latin", count(&|answer| answer.decided.is_none() && answer.suggested.is_some())),
            themes: held.kept.list.themes.iter().map(row).collect(),
            sample: sample_words(&frame, known),
            versions: known.versions.iter().map(version).collect(),
            address,
            frame,
        }
    }
}

fn sample_words(frame: &Frame, known: &Known) -> String {
    let Some(sampled) = &known.sampled else { return frame.say("themes-sample-none") };
    if !sampled.is_settled() {
        return frame.tell("themes-sample-going", "n", sampled.answers.len());
    }
    let Ok(coding) = themes::Coding::of(&known.held.kept.list) else { return String::new() };
    let answers = known.coded.iter().map(|answer| (answer.written.key.clone(), answer.written.words.clone()));
    let Some(agreement) = themes::Agreement::of(sampled, &coding, &answers.collect()) else { return String::new() };
    let verdict = verdict(&agreement.together, &frame.words);
    frame.tell("themes-sample-done", "verdict", verdict)
}

impl Page for ThemeListPage {
    const NAME: &'static str = "desk-theme-list";

    fn samples(language: Language) -> Vec<(&'static str, ThemeListPage)> {
        let frame = || crate::desk::sample_frame(language, "/desk/studies/a/themes/1", "themes-title");
        let known = |coded, versions| Known {
            held: super::sample_held(),
            coded,
            sampled: None,
            versions,
            questions: vec![base::Text::new("Какво бихте променили?", "What would you change?")],
        };
        let version = ThemeVersion {
            version: 1,
            revision: 2,
            on: crate::sample::DAY,
            list: super::sample_themes(),
            found: String::new(),
        };
        vec![
            ("coded", ThemeListPage::new(frame(), &known(super::sample_answers(), vec![version]))),
            ("nothing", ThemeListPage::new(frame(), &known(Vec::new(), Vec::new()))),
        ]
    }
}
