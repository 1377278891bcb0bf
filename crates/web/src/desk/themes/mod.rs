//! Themes of open answers: a list of them with their patterns, the answers with what was found in them, two people who code
//! the same ones, and what is frozen for everybody.

mod answers;
mod list;
mod lists;
mod proposals;
mod sample;
mod theme;

use super::{SignedIn, key};
use crate::{Failure, Fields, Frame, Said, Specimen, Visit, doors::Table, page::render};
use app::{
    Instance,
    themes::{self, CodedAnswer, Coding, HeldThemes},
};
use base::{Language, ResponseKey, StudyId};
use store::{Codes, OpenAnswerKey, ThemeListId, Transaction};
use survey::{OptionCode, QuestionCode, ThemeList};

pub fn table() -> Table {
    Table::default()
        .get("/desk/studies/{study}/themes", lists::show)
        .get("/desk/studies/{study}/themes/new", lists::ask)
        .post("/desk/studies/{study}/themes", lists::begin)
        .get("/desk/studies/{study}/themes/{list}", list::show)
        .get("/desk/studies/{study}/themes/{list}/about", lists::ask_change)
        .post("/desk/studies/{study}/themes/{list}/about", lists::save)
        .post("/desk/studies/{study}/themes/{list}/freezing", list::freeze)
        .post("/desk/studies/{study}/themes/{list}/file", list::import)
        .get("/desk/studies/{study}/themes/{list}/themes.csv", list::file)
        .get("/desk/studies/{study}/themes/{list}/codes/new", theme::ask)
        .post("/desk/studies/{study}/themes/{list}/codes", theme::add)
        .get("/desk/studies/{study}/themes/{list}/codes/{theme}", theme::ask_change)
        .post("/desk/studies/{study}/themes/{list}/codes/{theme}", theme::save)
        .post("/desk/studies/{study}/themes/{list}/codes/{theme}/removal", theme::remove)
        .get("/desk/studies/{study}/themes/{list}/proposals", proposals::show)
        .post("/desk/studies/{study}/themes/{list}/proposals", proposals::take)
        .get("/desk/studies/{study}/themes/{list}/answers", answers::show)
        .post("/desk/studies/{study}/themes/{list}/answers", answers::decide)
        .get("/desk/studies/{study}/themes/{list}/sample", sample::show)
        .post("/desk/studies/{study}/themes/{list}/sample", sample::draw)
        .post("/desk/studies/{study}/themes/{list}/sample/coders", sample::join)
        .post("/desk/studies/{study}/themes/{list}/sample/codes", sample::code)
        .post("/desk/studies/{study}/themes/{list}/sample/settlement", sample::settle)
}

pub(super) fn specimens(language: Language, all: &mut Vec<Specimen>) -> Result<(), askama::Error> {
    render::<lists::ThemeListsPage>(language, all)?;
    render::<list::ThemeListPage>(language, all)?;
    render::<proposals::ProposalsPage>(language, all)?;
    render::<answers::CodedAnswersPage>(language, all)?;
    render::<sample::ThemeSamplePage>(language, all)
}

pub(super) use lists::samples as list_samples;
pub(super) use theme::samples as theme_samples;

/// What the address names.
fn list_id(study: &str, list: &str) -> Result<ThemeListId, Failure> {
    Ok(ThemeListId { study: key::<StudyId>(study)?, number: key::<u32>(list)? })
}

async fn held(visit: &Visit, who: &SignedIn, id: ThemeListId) -> Result<HeldThemes, Failure> {
    let actors = who.actors.clone();
    visit.site.read(move |tx, _| themes::held(tx, &actors, id)).await
}

/// The list with everything that was written, coded.
async fn coded(visit: &Visit, who: &SignedIn, id: ThemeListId) -> Result<(HeldThemes, Vec<CodedAnswer>), Failure> {
    let actors = who.actors.clone();
    let read = move |tx: &mut Transaction, instance: &Instance| {
        let held = themes::held(tx, &actors, id)?;
        let written = themes::written(instance, tx, &held.study, &held.kept.list, |_| {})?;
        let coded = Coding::of(&held.kept.list)?.all(tx, instance.tenant, written)?;
        Ok((held, coded))
    };
    visit.site.read(read).await
}

fn frame(visit: &Visit, who: &SignedIn, held: &HeldThemes, title: &str) -> Frame {
    super::frame_of(visit, who, &held.project, &visit.words.say(title))
}

fn home(id: ThemeListId) -> String {
    format!("/desk/studies/{}/themes/{}", id.study, id.number)
}

/// The way up from a page of a list: the study and the list.
struct Trail {
    study: Said,
    study_address: String,
    list: Said,
    list_address: String,
}

impl Trail {
    fn of(frame: &Frame, held: &HeldThemes) -> Trail {
        Trail {
            study: frame.said(&held.study.title),
            study_address: frame.to(&format!("/desk/studies/{}", held.study.id)),
            list: frame.said(&held.kept.list.name),
            list_address: frame.to(&home(held.kept.id)),
        }
    }
}

/// A box for each theme of a list.
struct ThemeBox {
    code: String,
    name: Said,
    description: Said,
    is_ticked: bool,
}

fn boxes(frame: &Frame, list: &ThemeList, ticked: &Codes) -> Vec<ThemeBox> {
    let one = |theme: &survey::Theme| ThemeBox {
        code: theme.code.to_string(),
        name: frame.said(&theme.name),
        description: frame.said(&theme.description),
        is_ticked: ticked.contains(&theme.code),
    };
    list.themes.iter().map(one).collect()
}

/// The boxes that were ticked.
fn ticked(fields: &Fields) -> Codes {
    fields.all("theme").filter_map(|code| OptionCode::parse(code).ok()).collect()
}

/// Which answer a form is about.
fn answer_key(fields: &Fields) -> Result<OpenAnswerKey, Failure> {
    let response: ResponseKey = key(fields.text("response"))?;
    let question = QuestionCode::parse(fields.text("question")).map_err(|_| Failure::NotFound)?;
    Ok((response, question))
}

fn count(count: u64) -> base::Argument {
    i64::try_from(count).unwrap_or(i64::MAX).into()
}

/// A stretch of an answer, with the themes that it is evidence of.
struct Piece {
    words: String,
    themes: String,
}

/// The answer cut where evidence begins and ends; what is evidence of nothing has no themes.
fn pieces(frame: &Frame, list: &ThemeList, coded: &themes::Coded) -> Vec<Piece> {
    let letters: Vec<char> = coded.text.chars().collect();
    let mut ends: Vec<usize> = vec![0, letters.len()];
    for span in coded.mentions.iter().flat_map(|mention| &mention.evidence) {
        ends.extend([span.start, span.end]);
    }
    ends.sort_unstable();
    ends.dedup();
    let name = |mention: &themes::Mention| {
        let name = list.theme(&mention.code).map(|theme| frame.said(&theme.name).words().to_owned());
        let name = name.unwrap_or_else(|| mention.code.clone());
        if mention.negated { frame.tell("themes-denied", "theme", name) } else { name }
    };
    let piece = |pair: &[usize]| {
        let (from, to) = (pair.first().copied()?, pair.get(1).copied()?);
        let is_evidence =
            |mention: &&themes::Mention| mention.evidence.iter().any(|span| span.start <= from && to <= span.end);
        let themes: Vec<String> = coded.mentions.iter().filter(is_evidence).map(name).collect();
        Some(Piece { words: letters.get(from..to)?.iter().collect(), themes: themes.join(", ") })
    };
    ends.windows(2).filter_map(piece).collect()
}

/// For samples of pages.
fn sample_themes() -> ThemeList {
    let theme = |code: &str, name: &str, english: &str, patterns: &[&str]| {
        Some(survey::Theme {
            code: OptionCode::parse(code).ok()?,
            name: base::Text::new(name, english),
            description: base::Text::new("Опашки и бавно обслужване.", "Queues and slow service."),
            patterns: patterns.iter().map(|pattern| (*pattern).to_owned()).collect(),
            exclusions: Vec::new(),
        })
    };
    let themes = [
        theme("waiting", "Чакане", "Waiting", &["чака*", "опашк*"]),
        theme("staff", "Служители", "Officials", &["любезн*"]),
    ];
    let audience = super::questionnaire::Place::sample().audience.id;
    let question = QuestionCode::parse("wish").ok();
    ThemeList {
        name: base::Text::new("Какво бихте променили", "What you would change"),
        questions: question.map(|question| survey::ThemedQuestion { audience, question }).into_iter().collect(),
        themes: themes.into_iter().flatten().collect(),
    }
}

/// For samples of pages.
fn sample_held() -> HeldThemes {
    let super::questionnaire::Place { project, study, .. } = super::questionnaire::Place::sample();
    let by = base::Actor {
        tenant: base::TenantId(base::Key([1; 16])),
        person: base::PersonId(base::Key([2; 16])),
        party: base::PartyId(base::Key([3; 16])),
        role: base::Role::Researcher,
    };
    let id = ThemeListId { study: study.id, number: 1 };
    HeldThemes { by, project, study, kept: store::KeptThemes { id, revision: 3, list: sample_themes() } }
}

/// For samples of pages: an answer in which something is found, one that waits, one in Latin letters.
fn sample_answers() -> Vec<CodedAnswer> {
    let held = sample_held();
    let (Ok(coding), Some(one)) = (Coding::of(&held.kept.list), held.kept.list.questions.first()) else {
        return Vec::new();
    };
    let answers =
        [(7, "Чаках час, но служителката беше любезна."), (8, "Всичко е наред."), (9, "Mnogo 4akame na opashkata")];
    let answer = |(number, words): (u8, &str)| {
        let key = (ResponseKey(base::Key([number; 16])), one.question.clone());
        coding.code(themes::WrittenAnswer { audience: one.audience, key, words: words.to_owned() }, None)
    };
    answers.into_iter().map(answer).collect()
}
