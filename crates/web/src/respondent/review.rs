use super::{
    addresses,
    asked::{self, Teller},
    away::Away,
    room,
    room::Room,
    sample, told,
};
use crate::{Fields, Frame, Page, Said, Visit, doors::Anybody, parts::FieldErrors};
use app::respondent::{self, Draft, Sent, Submission};
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base::Language;
use jiff::civil::Date;
use survey::{Block, Question, Questionnaire, entry::Entry};

/// All answers by question, to look over and change before they are sent.
#[derive(Template)]
#[template(path = "respondent/review.html")]
pub struct ReviewPage {
    frame: Frame,
    sections: Vec<Section>,
    errors: FieldErrors,
    /// How many questions were passed over.
    skipped: Option<String>,
    is_empty: bool,
    /// In the form and in no address: the key under which the answers are kept comes of it.
    submission: String,
    /// Whether it is asked if words may be quoted, and whether that is ticked.
    asks_to_quote: bool,
    quotes: bool,
    action: String,
    back: String,
    deletion: String,
    address: String,
    until: String,
}

struct Section {
    heading: Option<Said>,
    entries: Vec<Told>,
}

struct Told {
    id: String,
    label: Said,
    /// Empty where nothing was answered.
    answer: Vec<Said>,
    error: Option<Said>,
    change: String,
}

const SUBMISSION: &str = "glas:submission";
/// Ticked by whoever lets their words be quoted.
pub const QUOTE: &str = "glas:quote";

pub async fn show(_: Anybody, visit: Visit, Path((token, draft)): Path<(String, String)>) -> Result<Response, Away> {
    let (key, today) = (room::key(&visit, &draft)?, visit.today);
    let (room, (draft, questionnaire)) = room::read(&visit, &token, move |tx, instance, invitation| {
        respondent::find_draft(instance, tx, invitation, key, today)
    })
    .await?;
    let entry = draft.read(&questionnaire, today);
    Ok(visit.show(&ReviewPage::new(visit.frame(""), &room, &draft, &questionnaire, &entry, today))?)
}

pub async fn send(
    _: Anybody,
    visit: Visit,
    Path((token, draft)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Away> {
    let (key, today) = (room::key(&visit, &draft)?, visit.today);
    let submission = fields.get(SUBMISSION).and_then(|text| text.parse().ok());
    let sent =
        Sent { language: visit.language().into(), seed: None, quotable: fields.has(QUOTE), seconds: None, on: today };
    let (sending, home) = room::write(&visit, &token, move |tx, instance, invitation| {
        let sending = respondent::submit(instance, tx, invitation, key, submission, sent)?;
        Ok((sending, invitation.audience.token.clone()))
    })
    .await?;
    let entry = match sending {
        // The receipt stands under the address of everybody: a personal code leads no further than to sending.
        Submission::Received(receipt) => return Ok(visit.go_to(&addresses::receipt(&home, receipt))),
        Submission::Unfinished(entry) => entry,
    };
    let (room, (draft, questionnaire)) = room::read(&visit, &token, move |tx, instance, invitation| {
        respondent::find_draft(instance, tx, invitation, key, today)
    })
    .await?;
    let mut page = ReviewPage::new(visit.frame(""), &room, &draft, &questionnaire, &entry, today);
    page.quotes = fields.has(QUOTE);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, visit.show(&page)?).into_response())
}

impl ReviewPage {
    fn new(
        frame: Frame,
        room: &Room,
        draft: &Draft,
        questionnaire: &Questionnaire,
        entry: &Entry,
        today: Date,
    ) -> ReviewPage {
        let mut frame = room.frame(frame);
        let words = frame.words;
        frame.title = words.say("review-heading");
        let journey = draft.journey(questionnaire, today);
        let fields = draft.fields();
        let tongue = draft.language.unwrap_or(words.language().into());
        let teller = Teller {
            words,
            tongue,
            journey: Some(&journey),
            seed: Some(draft.seed),
            questionnaire,
            fields: &fields,
            refused: &entry.refused,
        };
        let mut sections: Vec<Section> = Vec::new();
        for page in journey.pages() {
            let change = frame.to(&addresses::page(room.token(), draft.key, page.code)) + "?to=review";
            let mut heading = page.title.or(page.section);
            for block in &page.blocks {
                let questions: &[&Question] = match block {
                    Block::Heading(text) => {
                        heading = Some(*text);
                        &[]
                    }
                    Block::Question(question) => std::slice::from_ref(question),
                    Block::Battery { group, rows, .. } => {
                        heading = group.label.as_ref();
                        rows
                    }
                };
                for question in questions.iter().filter(|question| question.is_asked()) {
                    let heading = heading.map(|text| teller.said(text));
                    if sections.last().is_none_or(|section| section.heading != heading) {
                        sections.push(Section { heading, entries: Vec::new() });
                    }
                    let refused = entry.refused.iter().find(|refused| refused.question == question.code);
                    let told = Told {
                        id: asked::id_of(&question.code),
                        label: teller.said(&question.label),
                        answer: match draft.answers.get(question.code.as_str()) {
                            Some(answer) => told::answer_words(&words, tongue, questionnaire, question, answer),
                            None => Vec::new(),
                        },
                        error: refused.map(|refused| Said::here(teller.error(refused).sentence)),
                        change: change.clone(),
                    };
                    if let Some(section) = sections.last_mut() {
                        section.entries.push(told);
                    }
                }
            }
        }
        let all: Vec<&Told> = sections.iter().flat_map(|section| &section.entries).collect();
        let skipped = all.iter().filter(|told| told.answer.is_empty()).count();
        let last = journey.pages().last().map(|page| addresses::page(room.token(), draft.key, page.code));
        ReviewPage {
            skipped: (skipped > 0).then(|| words.tell("review-skipped", &[("n", skipped.into())])),
            is_empty: all.iter().all(|told| told.answer.is_empty()),
            errors: teller.errors(true),
            submission: draft.submission.to_string(),
            asks_to_quote: room.invitation.asks_to_quote(questionnaire),
            quotes: false,
            action: frame.to(&addresses::submission(room.token(), draft.key)),
            back: frame.to(&last.unwrap_or_else(|| addresses::start(room.token()))),
            deletion: frame.to(&addresses::deletion(room.token(), draft.key)),
            address: frame.outside(&addresses::draft(room.token(), draft.key)),
            until: words.tell("page-until", &[("day", words.date(draft.expires).into())]),
            sections,
            frame,
        }
    }
}

impl Page for ReviewPage {
    const NAME: &'static str = "respondent-review";

    fn samples(language: Language) -> Vec<(&'static str, ReviewPage)> {
        let (room, questionnaire) = (sample::room(), sample::questionnaire());
        let review = |draft: &Draft| {
            let entry = draft.read(&questionnaire, sample::DAY);
            let frame = Frame::sample(language, "/s/sample", "");
            ReviewPage::new(frame, &room, draft, &questionnaire, &entry, sample::DAY)
        };
        let mut unfinished = sample::draft();
        unfinished.answers.0.remove("used");
        let mut empty = sample::draft();
        empty.answers.0.clear();
        let mut few = room.clone();
        few.invitation.audience.population = Some(9);
        let draft = sample::draft();
        let entry = draft.read(&questionnaire, sample::DAY);
        let frame = Frame::sample(language, "/s/sample", "");
        let few = ReviewPage::new(frame, &few, &draft, &questionnaire, &entry, sample::DAY);
        vec![
            ("few", few),
            ("ready", review(&sample::draft())),
            ("unfinished", review(&unfinished)),
            ("empty", review(&empty)),
        ]
    }
}
