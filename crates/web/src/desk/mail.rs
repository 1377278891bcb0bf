use super::{ManageMail, SignedIn, key, moment::moment};
use crate::{Asked, Failure, Frame, Page, Visit, parts::FieldErrors};
use app::mail::{self, Letter, Reason};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Key, Language, LetterId, Moment};
use store::{LetterState, QueuedLetter};

/// What letters were sent, which wait and which did not arrive, and why.
#[derive(Template)]
#[template(path = "desk/mail.html")]
pub struct MailPage {
    frame: Frame,
    errors: FieldErrors,
    done: Option<String>,
    has_server: bool,
    filters: Vec<Filter>,
    letters: Vec<LetterRow>,
    older: Option<String>,
}

struct Filter {
    words: String,
    address: String,
    is_current: bool,
}

struct LetterRow {
    what: String,
    /// The page of the thing that it concerns.
    about: Option<String>,
    /// Empty when it has been forgotten.
    recipient: String,
    status: &'static str,
    status_words: String,
    reason: String,
    /// What the mail server said, in its own words.
    answer: Option<String>,
    created: String,
    next: Option<String>,
    /// What it says, without its link.
    text: Option<String>,
    try_again: Option<String>,
    give_up: Option<String>,
}

const MOST: u32 = 50;

pub async fn show(_: ManageMail, visit: Visit, who: SignedIn, asked: Asked) -> Result<Response, Failure> {
    let mut page = load(&visit, &who, &asked).await?;
    page.done = super::done(&visit, &asked);
    visit.show(&page)
}

pub async fn try_again(
    ManageMail(actor): ManageMail,
    visit: Visit,
    who: SignedIn,
    Path(letter): Path<String>,
) -> Result<Response, Failure> {
    let (id, now) = (key(&letter)?, visit.now);
    let tried = visit.site.write(move |tx, _| mail::try_again(tx, actor, id, now)).await;
    answered(&visit, &who, tried, "letter-tried").await
}

pub async fn give_up(
    ManageMail(actor): ManageMail,
    visit: Visit,
    who: SignedIn,
    Path(letter): Path<String>,
) -> Result<Response, Failure> {
    let (id, now) = (key(&letter)?, visit.now);
    let given_up = visit.site.write(move |tx, _| mail::give_up(tx, actor, id, now)).await;
    answered(&visit, &who, given_up, "letter-given-up").await
}

async fn answered(
    visit: &Visit,
    who: &SignedIn,
    done: Result<(), app::Failure>,
    code: &str,
) -> Result<Response, Failure> {
    match done.map_err(Failure::from) {
        Ok(()) => Ok(visit.go_to(&format!("/desk/mail?done={code}"))),
        Err(Failure::Refused(refusals)) => {
            let mut page = load(visit, who, &Asked::default()).await?;
            page.errors = super::form_errors(visit.words, &refusals);
            Ok(super::refused(visit.show(&page)?))
        }
        Err(failure) => Err(failure),
    }
}

async fn load(visit: &Visit, who: &SignedIn, asked: &Asked) -> Result<MailPage, Failure> {
    let state = asked.0.get("state").and_then(LetterState::from_code);
    let before = asked.0.get("before").and_then(|text| text.parse().ok()).map(Moment);
    let (site, now) = (visit.site.settings.address.clone(), visit.now);
    let (counts, letters) = visit
        .site
        .read(move |tx, instance| {
            let tenant = instance.tenant;
            let mut letters = Vec::new();
            for letter in tx.letters(tenant, state, before, MOST)? {
                let text = match letter.state {
                    LetterState::Held | LetterState::Failed => mail::words_of(tx, tenant, &letter, &site, now)?,
                    LetterState::Waiting | LetterState::Sent => None,
                };
                letters.push((letter, text));
            }
            Ok((tx.letters_by_state(tenant)?, letters))
        })
        .await?;
    let frame = super::frame(visit, who, &visit.words.say("desk-mail-title"), "desk-tab-mail");
    Ok(page(frame, visit.site.settings.sends_letters, state, &counts, &letters, visit.now))
}

fn page(
    frame: Frame,
    has_server: bool,
    state: Option<LetterState>,
    counts: &[(LetterState, u64)],
    letters: &[(QueuedLetter, Option<String>)],
    now: Moment,
) -> MailPage {
    let filter = |of: Option<LetterState>| {
        let many = counts.iter().filter(|(state, _)| of.is_none_or(|of| of == *state)).map(|(_, many)| many).sum();
        let code = of.map_or("all", LetterState::code);
        let query = of.map_or_else(String::new, |of| format!("?state={}", of.code()));
        Filter {
            words: format!("{} · {}", frame.say(&format!("desk-mail-{code}")), frame.words.whole(many)),
            address: frame.to(&format!("/desk/mail{query}")),
            is_current: of == state,
        }
    };
    let is_full = u32::try_from(letters.len()).is_ok_and(|many| many >= MOST);
    let last = letters.last().filter(|_| is_full).map(|(letter, _)| letter.created.0);
    let state_query = state.map_or_else(String::new, |state| format!("&state={}", state.code()));
    MailPage {
        errors: FieldErrors::default(),
        done: None,
        has_server,
        filters: std::iter::once(None).chain(LetterState::ALL.map(Some)).map(filter).collect(),
        letters: letters.iter().map(|(letter, text)| row(&frame, letter, text.clone(), now)).collect(),
        older: last.map(|at| format!("{}?before={at}{state_query}", frame.to("/desk/mail"))),
        frame,
    }
}

fn row(frame: &Frame, letter: &QueuedLetter, text: Option<String>, now: Moment) -> LetterRow {
    let words = frame.words;
    let status = match letter.state {
        LetterState::Sent => "ok",
        LetterState::Waiting | LetterState::Held => "soon",
        LetterState::Failed => "late",
    };
    let reason = letter.reason.as_deref().and_then(Reason::from_code);
    let about = letter.about.as_ref().filter(|(noun, _)| noun == "person");
    let address = |what: &str| frame.to(&format!("/desk/mail/{}/{what}", letter.id));
    LetterRow {
        what: words
            .find(&format!("desk-letter-{}", letter.kind), &[])
            .unwrap_or_else(|| words.say("desk-letter-other")),
        about: about.map(|(_, key)| frame.to(&format!("/desk/people/{key}"))),
        recipient: letter.recipient.clone().unwrap_or_default(),
        status,
        status_words: words.say(&format!("desk-mail-is-{}", letter.state.code())),
        reason: reason.map_or_else(String::new, |reason| words.say(&format!("letter-reason-{}", reason.code()))),
        answer: letter.answer.clone().filter(|answer| !answer.is_empty()),
        created: moment(words, letter.created),
        next: (letter.state == LetterState::Waiting && letter.next_attempt > now)
            .then(|| moment(words, letter.next_attempt)),
        text,
        try_again: mail::may_be_tried(letter, now).then(|| address("attempt")),
        give_up: mail::may_be_given_up(letter).then(|| address("withdrawal")),
    }
}

impl Page for MailPage {
    const NAME: &'static str = "desk-mail";

    fn samples(language: Language) -> Vec<(&'static str, MailPage)> {
        let now = Moment(1_690_459_200_000_000);
        let frame = || super::sample_frame(language, "/desk/mail", "desk-mail-title");
        let letter = |(number, state, reason): (u8, LetterState, Reason)| {
            let person = base::PersonId(Key([9; 16]));
            let letter = QueuedLetter {
                id: LetterId(Key([number; 16])),
                once: number.to_string(),
                kind: Letter::Invitation { person }.code().to_owned(),
                about: Some(("person".to_owned(), person.0)),
                recipient: Some("r@example.org".to_owned()),
                language,
                facts: Vec::new(),
                state,
                created: now,
                expires: now.plus_seconds(7 * 24 * 3600),
                next_attempt: now.plus_seconds(60),
                attempts: 1,
                changed: now,
                reason: Some(reason.code().to_owned()),
                answer: (reason == Reason::NoSuchMailbox).then(|| "550 5.1.1 no such user".to_owned()),
            };
            let text = (state == LetterState::Held).then(|| "Първи абзац.\n\nВтори абзац.".to_owned());
            (letter, text)
        };
        let letters = [
            (1, LetterState::Waiting, Reason::Greylisted),
            (2, LetterState::Failed, Reason::NoSuchMailbox),
            (3, LetterState::Sent, Reason::Accepted),
        ]
        .map(letter);
        let held = [letter((4, LetterState::Held, Reason::NoServer))];
        let counts = [(LetterState::Failed, 1), (LetterState::Sent, 1200), (LetterState::Waiting, 1)];
        vec![
            ("letters", page(frame(), true, None, &counts, &letters, now)),
            ("held", page(frame(), false, Some(LetterState::Held), &[(LetterState::Held, 1)], &held, now)),
            ("none", page(frame(), true, None, &[], &[], now)),
        ]
    }
}
