use super::{
    super::{ImportQuestionnaires, SignedIn},
    held,
};
use crate::{
    Failure, Fields, Frame, Page, Said, Visit,
    language::own_name,
    parts::FieldErrors,
    respondent::asked::{Asked, Control, Teller, in_paragraphs},
};
use app::questionnaire_drafts::HeldDraft;
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Language, LanguageTag};
use jiff::civil::Date;
use std::collections::BTreeSet;
use survey::{
    Journey, Questionnaire, Seed,
    entry::{self, Hand, Refused},
};

/// The draft as a respondent sees it on a phone: page by page, with its logic. Nothing is kept; the answers so far travel in
/// the form.
#[derive(Template)]
#[template(path = "desk/drafts/preview.html")]
pub struct PreviewPage {
    frame: Frame,
    title: Said,
    home: String,
    action: String,
    /// Tag and name of each language, and whether it is the one spoken.
    languages: Vec<(String, String, bool)>,
    tongue: String,
    /// The code of the page; empty before the first and behind the last.
    page: String,
    progress: String,
    thousandths: usize,
    section: Option<Said>,
    heading: Option<Said>,
    level: u8,
    before: Vec<Said>,
    parts: Vec<Asked>,
    errors: FieldErrors,
    has_appeared: bool,
    is_end: bool,
    /// Answers of other pages.
    carried: Vec<(String, String)>,
    /// Where what is shown here is changed.
    edit: String,
}

const STEP: &str = "glas:step";
const PAGE: &str = "glas:page";
const TONGUE: &str = "glas:language";
const BEGINNING: &str = "";
const END: &str = "glas:end";

pub async fn show(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(draft): Path<String>,
    asked: crate::Asked,
) -> Result<Response, Failure> {
    let held = held(&visit, actor, &draft).await?.as_asked();
    let tongue = tongue(&held.questionnaire, asked.0.text("language"), visit.language());
    let answers = survey::Answers::default();
    let journey = Journey::of(&held.questionnaire, &answers, visit.today);
    // The page that a question stands on, where nothing has to be answered before.
    let item = asked.0.text("item");
    let wanted = journey.pages().iter().find(|page| {
        page.code == item
            || page.blocks.iter().any(|block| block.questions().iter().any(|known| known.code.as_str() == item))
    });
    let shown = Shown {
        page: wanted.map_or(BEGINNING, |page| page.code).to_owned(),
        raw: entry::Fields::new(),
        refused: Vec::new(),
        has_appeared: false,
    };
    let frame = super::frame(&visit, &who, &held, &visit.words.say("drafts-preview"));
    visit.show(&page(frame, &held, tongue, visit.today, &shown))
}

pub async fn walk(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(draft): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let held = held(&visit, actor, &draft).await?.as_asked();
    let tongue = tongue(&held.questionnaire, fields.text(TONGUE), visit.language());
    let mut raw = entry::Fields::new();
    for (name, value) in fields.0.iter().filter(|(name, _)| !name.contains(':')) {
        raw.entry(name.clone()).or_default().push(value.clone());
    }
    let shown = walked(&held.questionnaire, fields.text(PAGE), fields.text(STEP), raw, visit.today);
    let frame = super::frame(&visit, &who, &held, &visit.words.say("drafts-preview"));
    visit.show(&page(frame, &held, tongue, visit.today, &shown))
}

/// What is shown this time.
struct Shown {
    page: String,
    /// Every field typed so far.
    raw: entry::Fields,
    refused: Vec<Refused>,
    has_appeared: bool,
}

/// One step on or back, by the same rules as for a respondent.
fn walked(questionnaire: &Questionnaire, page: &str, step: &str, raw: entry::Fields, today: Date) -> Shown {
    let first =
        |raw: entry::Fields, page: &str| Shown { page: page.to_owned(), raw, refused: Vec::new(), has_appeared: false };
    let own = fields_of(questionnaire, page);
    let (here, others): (entry::Fields, entry::Fields) =
        raw.clone().into_iter().partition(|(name, _)| own.contains(name));
    let before = entry::read_form(questionnaire, others, today, Hand::Respondent).answers;
    let read = entry::read_page(questionnaire, &before, page, here, today);
    let journey = Journey::of(questionnaire, &read.answers, today);
    let code = |page: Option<&survey::Page<'_>>, otherwise: &str| page.map_or(otherwise, |page| page.code).to_owned();
    if step == "back" {
        let back = if page == END {
            code(journey.pages().last(), BEGINNING)
        } else {
            code(journey.page_before(page), BEGINNING)
        };
        return first(raw, &back);
    }
    if page == BEGINNING {
        let next = code(journey.pages().first(), END);
        return first(raw, &next);
    }
    if !read.refused.is_empty() || !read.appeared.is_empty() {
        let has_appeared = read.refused.is_empty();
        return Shown { page: page.to_owned(), raw, refused: read.refused, has_appeared };
    }
    let next = code(journey.page_after(page), END);
    first(raw, &next)
}

/// The names of the fields of one page, whatever the logic shows of it.
fn fields_of(questionnaire: &Questionnaire, page: &str) -> BTreeSet<String> {
    let item = survey::edit::item(&questionnaire.items, page);
    let questions: Vec<&survey::Question> = match item {
        Some(survey::Item::Question(question)) => vec![question],
        Some(survey::Item::Group(group)) => group.questions().collect(),
        None => Vec::new(),
    };
    questions.into_iter().flat_map(|question| entry::field_names(questionnaire, question)).collect()
}

fn tongue(questionnaire: &Questionnaire, asked: &str, page: Language) -> LanguageTag {
    let wanted = asked.parse::<LanguageTag>().unwrap_or_else(|_| page.into());
    if questionnaire.languages.contains(&wanted) { wanted } else { LanguageTag::BULGARIAN }
}

fn page(frame: Frame, held: &HeldDraft, tongue: LanguageTag, today: Date, shown: &Shown) -> PreviewPage {
    let questionnaire = &held.questionnaire;
    let home = format!("/desk/drafts/{}", held.draft.id);
    let words = frame.words;
    let answers = entry::read_form(questionnaire, shown.raw.clone(), today, Hand::Respondent).answers;
    let seed = Seed(7);
    let journey = Journey::of(questionnaire, &answers, today).in_order(seed);
    let teller = Teller {
        words,
        tongue,
        journey: Some(&journey),
        seed: Some(seed),
        questionnaire,
        fields: &shown.raw,
        refused: &shown.refused,
    };
    let found = journey.page(&shown.page);
    let parts = found.map(|page| teller.page(page, &journey, &[])).unwrap_or_default();
    let is_alone = matches!(
        parts.iter().filter(|part| !matches!(part, Asked::Note(_))).collect::<Vec<_>>().as_slice(),
        [Asked::Question(_) | Asked::Battery(_)]
    );
    let title = found.and_then(|page| page.title.or(page.section)).map(|text| teller.said(text));
    let is_end = found.is_none() && shown.page != BEGINNING;
    let told = if is_end { questionnaire.thanks.as_ref() } else { questionnaire.introduction.as_ref() };
    let told = told.map(|text| in_paragraphs(&teller.said(text))).unwrap_or_default();
    let heading = match found {
        Some(_) => (!is_alone).then(|| title.clone().unwrap_or_else(|| Said::here(words.say("page-heading")))),
        None => Some(teller.said(&questionnaire.title)),
    };
    let progress = journey.progress(&shown.page);
    let own = fields_of(questionnaire, &shown.page);
    let carried = shown.raw.iter().filter(|(name, _)| found.is_none() || !own.contains(*name));
    let section = found.and_then(|page| page.section.filter(|_| page.title.is_none())).map(|text| teller.said(text));
    PreviewPage {
        title: frame.said(&questionnaire.title),
        home: frame.to(&home),
        action: frame.to(&format!("{home}/preview")),
        languages: questionnaire
            .languages
            .iter()
            .map(|language| (language.to_string(), own_name(*language), *language == tongue))
            .collect(),
        tongue: tongue.to_string(),
        progress: progress
            .map(|progress| words.tell("page-progress", &[("page", progress.page.into()), ("of", progress.of.into())]))
            .unwrap_or_default(),
        thousandths: progress.map_or(0, |progress| progress.page * 1000 / progress.of.max(1)),
        section: section.filter(|section| heading.as_ref() != Some(section)),
        level: if heading.is_some() { 3 } else { 2 },
        heading,
        before: if found.is_none() { told } else { Vec::new() },
        errors: teller.errors(found.is_some_and(|page| page.questions().count() > 1)),
        parts,
        has_appeared: shown.has_appeared,
        is_end,
        carried: carried.flat_map(|(name, values)| values.iter().map(|value| (name.clone(), value.clone()))).collect(),
        edit: frame.to(&match found {
            Some(page) => format!("{home}#item-{}", page.code),
            None => format!("{home}/about"),
        }),
        page: if is_end { END.to_owned() } else { found.map_or(BEGINNING, |page| page.code).to_owned() },
        frame,
    }
}

impl Page for PreviewPage {
    const NAME: &'static str = "desk-draft-preview";

    fn samples(language: Language) -> Vec<(&'static str, PreviewPage)> {
        let held = super::sample();
        let day = crate::sample::DAY;
        let show = |at: &str, step: &str| {
            let shown = walked(&held.questionnaire, at, step, entry::Fields::new(), day);
            page(super::sample_frame(language, "drafts-preview"), &held, LanguageTag::BULGARIAN, day, &shown)
        };
        let answers = survey::Answers::default();
        let journey = Journey::of(&held.questionnaire, &answers, day);
        let last = journey.pages().last().map(|page| page.code.to_owned()).unwrap_or_default();
        vec![("beginning", show(BEGINNING, "back")), ("first", show(BEGINNING, "next")), ("end", show(&last, "next"))]
    }
}
