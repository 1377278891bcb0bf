use super::{
    super::{ImportQuestionnaires, SignedIn},
    change, held, made_on, outline,
    told::{item_words, kind},
};
use crate::{Asked, Failure, Fields, Frame, Page, Said, Visit};
use app::questionnaire_drafts::{Act, HeldDraft};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;
use survey::{GroupLayout, Item, Question, edit, item_bank};

/// Ready questions by subject, to be looked through, searched and taken.
#[derive(Template)]
#[template(path = "desk/drafts/bank.html")]
pub struct BankPage {
    frame: Frame,
    title: Said,
    home: String,
    revision: u64,
    sought: String,
    subject: String,
    subjects: Vec<String>,
    /// Where the chosen ones go: code and words.
    places: Vec<(String, String)>,
    within: String,
    found: Vec<Subject>,
    number: String,
}

struct Subject {
    name: String,
    questions: Vec<Ready>,
}

struct Ready {
    code: String,
    label: Said,
    kind: String,
    options: String,
    is_taken: bool,
}

/// Questions taken at once.
const MOST_AT_ONCE: usize = 60;

pub async fn show(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(draft): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let held = held(&visit, actor, &draft).await?;
    let frame = super::frame(&visit, &who, &held, &visit.words.say("drafts-bank"));
    visit.show(&page(frame, &held, asked.0.text("q"), asked.0.text("subject"), asked.0.text("within")))
}

pub async fn insert(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(draft): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let chosen: Vec<String> = fields.all("question").take(MOST_AT_ONCE).map(str::to_owned).collect();
    let within = fields.text("within").to_owned();
    if chosen.is_empty() {
        held(&visit, actor, &draft).await?;
        return Ok(
            visit.go_to(&format!("/desk/drafts/{draft}/bank?within={}", super::super::upload::in_address(&within)))
        );
    }
    let anchor = if within.is_empty() { "outline".to_owned() } else { format!("item-{within}") };
    let about = chosen.join(" ").chars().take(60).collect();
    let changed = change(&visit, actor, &draft, made_on(&fields), (Act::ItemAdded, about), move |mut known| {
        let place = super::place(&within, "")?;
        for code in chosen {
            known = edit::insert_from(known, &place, item_bank(), &code)?.0;
        }
        Ok(known)
    });
    let to = |_| format!("/desk/drafts/{draft}?done=draft-inserted#{anchor}");
    outline::answer(&visit, &who, actor, &draft, changed.await?, to).await
}

fn page(frame: Frame, held: &HeldDraft, sought: &str, subject: &str, within: &str) -> BankPage {
    let questionnaire = &held.questionnaire;
    let sought: String = sought.chars().take(80).collect();
    let words: Vec<String> = sought.split_whitespace().map(str::to_lowercase).collect();
    let mut subjects: Vec<String> = Vec::new();
    let mut found: Vec<Subject> = Vec::new();
    for question in item_bank().questions() {
        let name = question.dimension.clone().unwrap_or_default();
        if !subjects.contains(&name) {
            subjects.push(name.clone());
        }
        let is_wanted = subject.is_empty() || subject == name;
        if !is_wanted || !holds(question, &words) {
            continue;
        }
        let ready = ready(&frame, question, questionnaire);
        match found.iter_mut().find(|known| known.name == name) {
            Some(known) => known.questions.push(ready),
            None => found.push(Subject { name, questions: vec![ready] }),
        }
    }
    let number = found.iter().map(|subject| subject.questions.len()).sum::<usize>();
    let groups = questionnaire.items.iter().filter_map(Item::group);
    let groups = groups.filter(|group| group.layout != GroupLayout::Battery && !group.is_round());
    let places = groups.map(|group| (group.code.to_string(), item_words(&frame, questionnaire, group.code.as_str())));
    let last = std::iter::once((String::new(), frame.say("drafts-place-last")));
    BankPage {
        title: frame.said(&questionnaire.title),
        home: frame.to(&format!("/desk/drafts/{}", held.draft.id)),
        revision: held.draft.revision,
        subject: subject.to_owned(),
        places: places.chain(last).collect(),
        within: within.to_owned(),
        number: frame.tell("drafts-bank-found", "n", i64::try_from(number).unwrap_or(0)),
        sought,
        subjects,
        found,
        frame,
    }
}

/// Every word is somewhere in the question, its options or its subject.
fn holds(question: &Question, words: &[String]) -> bool {
    let scale = item_bank().scale_of(question);
    let options = scale.iter().flat_map(|scale| &scale.options).flat_map(|option| option.label.all());
    let all: Vec<String> =
        question.label.all().chain(question.dimension.as_deref()).chain(options).map(str::to_lowercase).collect();
    words.iter().all(|word| all.iter().any(|text| text.contains(word)))
}

fn ready(frame: &Frame, question: &Question, questionnaire: &survey::Questionnaire) -> Ready {
    let language = frame.words.language();
    let scale = item_bank().scale_of(question);
    let labels: Vec<&str> =
        scale.iter().flat_map(|scale| &scale.options).map(|option| option.label.say(language)).collect();
    Ready {
        code: question.code.to_string(),
        label: frame.said(&question.label),
        kind: kind(frame, question),
        options: labels.join(" / "),
        is_taken: questionnaire.question(question.code.as_str()).is_some(),
    }
}

impl Page for BankPage {
    const NAME: &'static str = "desk-draft-bank";

    fn samples(language: Language) -> Vec<(&'static str, BankPage)> {
        let show = |sought: &str| page(super::sample_frame(language, "drafts-bank"), &super::sample(), sought, "", "");
        vec![("sought", show("служителите")), ("nothing", show("няма такова"))]
    }
}
