use super::{
    addresses,
    asked::{self, Asked, Control, Teller},
    away::Away,
    brought::Brought,
    files::{self, Whose},
    gate::{self, Gate},
    page::{SHOWN, shown_at, typed},
    review::QUOTE,
    room,
    room::Room,
    sample,
};
use crate::{Failure, Fields, Frame, Page, Said, Visit, doors::Anybody, parts::FieldErrors, sent_form::SentForm};
use app::{
    answer_files::{self, Seal},
    respondent::{self, Complete, Invitation, Known, ReceiptCode, Sent, ShownMark, Whole},
};
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base::{Key, Language};
use survey::{
    AttachedFile, FileProblem, QuestionCode, Questionnaire, WhyNot,
    entry::{self, Entry},
};

/// The whole questionnaire on one page: for those who want to see it first, for paper, for browsers that show text only.
#[derive(Template)]
#[template(path = "respondent/whole.html")]
pub struct WholePage {
    frame: Frame,
    title: Said,
    parts: Vec<Asked>,
    /// Whether a file can be sent with the form.
    takes_files: bool,
    errors: FieldErrors,
    /// Nothing at all was answered.
    is_empty: bool,
    has_conditions: bool,
    submission: String,
    /// What came with the link goes with the form.
    brought: Vec<(String, String)>,
    /// Whether it is asked if words may be quoted, and whether that is ticked.
    asks_to_quote: bool,
    quotes: bool,
    action: String,
    start: String,
    /// That the form is ours and of today.
    mark: String,
    /// When it was shown, signed.
    shown: String,
}

const SUBMISSION: &str = "glas:submission";

pub async fn show(_: Anybody, visit: Visit, asked: crate::Asked, Path(token): Path<String>) -> Result<Response, Away> {
    let today = visit.today;
    let (room, questionnaire) = room::read(&visit, &token, move |tx, instance, invitation| {
        let id = invitation.admit(instance, tx, today)?;
        instance.questionnaires.get(tx, id)
    })
    .await?;
    let submission = visit.site.chance().key();
    let brought = Brought::of(&asked.0, &questionnaire);
    let page = WholePage::new(visit.frame(""), &room, &questionnaire, &brought, submission, None);
    let shown = ShownMark::write(&visit.site.instance()?.secret, &shown_at("", &token), visit.now);
    Ok(visit.show(&WholePage { shown, ..page.marked(gate::mark(&visit, &token)?) })?)
}

pub async fn send(
    _: Anybody,
    visit: Visit,
    gate: Gate,
    Path(token): Path<String>,
    sent: SentForm,
) -> Result<Response, Away> {
    let SentForm { fields, files, .. } = &sent;
    let submission: Key = fields.get(SUBMISSION).and_then(|text| text.parse().ok()).ok_or(Failure::Unreadable)?;
    gate.pass(&visit, &token, fields)?;
    let page = visit.language();
    let instance = visit.site.instance()?;
    let seconds = ShownMark::seconds(&instance.secret, &shown_at("", &token), fields.text(SHOWN), visit.now);
    let mut remembered = instance.invitations.get(&token, visit.today);
    let mut answered = typed(fields);
    let mut is_received = files.is_empty() && !files::stays(fields);
    loop {
        let from_memory = remembered.is_some();
        let known = match remembered.take() {
            Some(known) => known,
            None => match door(&visit, &token, submission).await? {
                Door::Open(known) => *known,
                Door::Before(home, receipt) => return Ok(visit.go_to(&addresses::receipt(&home, receipt))),
            },
        };
        let (study, audience) = (known.invitation.study.id, known.invitation.audience.id);
        if !std::mem::replace(&mut is_received, true) {
            let whose = Whose { study, audience };
            files::received(&visit, whose, &known.questionnaire, fields, files, &mut answered).await?;
        }
        let seal = Seal::of(instance, audience);
        let complete = match Complete::of_form(seal, known.id, &known.questionnaire, answered.clone(), visit.today) {
            Ok(complete) => complete,
            // What is wrong with the form is said by the questionnaire as it is now.
            Err(_) if from_memory => continue,
            Err(entry) => {
                let brought = Brought::of(fields, &known.questionnaire);
                return again(&visit, &token, &known.questionnaire, &brought, (submission, fields), *entry).await;
            }
        };
        let language = Brought::of(fields, &known.questionnaire).language.unwrap_or(page.into());
        let circumstances = Sent { language, seed: None, quotable: fields.has(QUOTE), seconds, on: visit.today };
        let (at, home) = (instance.clone(), known.invitation.audience.token.clone());
        let kept = instance
            .store
            .write(move |tx| respondent::submit_whole(&at, tx, &known, complete, submission, circumstances));
        match kept.await {
            Ok(Whole::Received(receipt)) => return Ok(visit.go_to(&addresses::receipt(&home, receipt))),
            Ok(Whole::Outdated) => {}
            Ok(Whole::FilesGone(gone)) => refuse(&mut answered, &gone),
            Err(failure) => return Err(room::away(&visit, &token, failure).await),
        }
    }
}

/// Files that the form names and that are gone are told of in their places.
fn refuse(answered: &mut entry::Fields, gone: &[AttachedFile]) {
    for value in answered.values_mut().flatten() {
        if let Some(file) = answer_files::told(value).filter(|file| gone.iter().any(|one| one.file == file.file)) {
            *value = FileProblem { why: WhyNot::Gone, name: file.name.unwrap_or_default() }.to_field();
        }
    }
}

enum Door {
    Open(Box<Known>),
    /// These very answers came before; the door may be closed by now, the receipt is still theirs.
    Before(String, ReceiptCode),
}

async fn door(visit: &Visit, token: &str, submission: Key) -> Result<Door, Away> {
    let (instance, address, today) = (visit.site.instance()?.clone(), token.to_owned(), visit.today);
    let store = instance.store.clone();
    let looked = store.read(move |tx| {
        let invitation = Invitation::find(&instance, tx, &address)?;
        match Known::find(&instance, tx, invitation.clone(), today) {
            Ok(known) => Ok(Door::Open(Box::new(known))),
            Err(failure) => match respondent::receipt_of(&instance, tx, &invitation, submission)? {
                Some(receipt) => Ok(Door::Before(invitation.audience.token.clone(), receipt)),
                None => Err(failure),
            },
        }
    });
    match looked.await {
        Ok(door) => Ok(door),
        Err(failure) => Err(room::away(visit, token, failure).await),
    }
}

async fn again(
    visit: &Visit,
    token: &str,
    questionnaire: &Questionnaire,
    brought: &Brought,
    (submission, fields): (Key, &Fields),
    mut entry: Entry,
) -> Result<Response, Away> {
    let (room, ()) = room::read(visit, token, |_, _, _| Ok(())).await?;
    room.seal(visit)?.close_all(questionnaire, &mut entry.raw);
    let page = WholePage::new(visit.frame(""), &room, questionnaire, brought, submission, Some(&entry))
        .marked(gate::mark(visit, token)?);
    // Only what is ours stands in the form again.
    let secret = &visit.site.instance()?.secret;
    let is_ours = ShownMark::seconds(secret, &shown_at("", token), fields.text(SHOWN), visit.now).is_some();
    let shown = if is_ours { fields.text(SHOWN).to_owned() } else { String::new() };
    let page = WholePage { quotes: fields.has(QUOTE), shown, ..page };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, visit.show(&page)?).into_response())
}

impl WholePage {
    fn new(
        frame: Frame,
        room: &Room,
        questionnaire: &Questionnaire,
        brought: &Brought,
        submission: Key,
        entry: Option<&Entry>,
    ) -> WholePage {
        let mut frame = room.frame(frame);
        let nothing = entry::Fields::new();
        let (fields, refused) = entry.map_or((&nothing, &[][..]), |entry| (&entry.raw, &entry.refused));
        let told: Vec<&QuestionCode> = asked::opening_notes(questionnaire).into_iter().map(|note| &note.code).collect();
        let tongue = brought.language.unwrap_or(frame.words.language().into());
        let words = frame.words;
        let teller = Teller { words, tongue, journey: None, seed: None, questionnaire, fields, refused };
        let title = teller.said(&questionnaire.title);
        frame.title = title.words().to_owned();
        let parts = teller.whole(&told);
        WholePage {
            title,
            takes_files: asked::takes_files(&parts),
            parts,
            errors: teller.errors(true),
            is_empty: entry.is_some_and(|entry| entry.is_accepted() && entry.answers.is_empty()),
            has_conditions: asked::has_conditions(questionnaire),
            submission: submission.to_string(),
            brought: brought.fields(),
            asks_to_quote: room.invitation.asks_to_quote(questionnaire),
            quotes: false,
            action: frame.to(&addresses::answers(room.token())),
            start: frame.to(&addresses::start(room.token())),
            mark: String::new(),
            shown: String::new(),
            frame,
        }
    }
}

impl WholePage {
    fn marked(self, mark: String) -> WholePage {
        WholePage { mark, ..self }
    }
}

impl Page for WholePage {
    const NAME: &'static str = "respondent-whole";

    fn samples(language: Language) -> Vec<(&'static str, WholePage)> {
        let (room, questionnaire) = (sample::room(), sample::questionnaire());
        let frame = || Frame::sample(language, "/s/sample/all", "");
        let raw = [("times", "много"), ("open", "Отворен отговор")]
            .map(|(name, value)| (name.to_owned(), vec![value.to_owned()]));
        let entry = entry::read_form(&questionnaire, raw.into_iter().collect(), sample::DAY, entry::Hand::Respondent);
        let whole = |entry| WholePage::new(frame(), &room, &questionnaire, &Brought::default(), Key([7; 16]), entry);
        vec![("blank", whole(None)), ("wrong", whole(Some(&entry)))]
    }
}
