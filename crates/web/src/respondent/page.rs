use super::{
    addresses,
    asked::{self, Asked, Control, Teller},
    away::Away,
    files, room,
    room::Room,
    sample,
};
use crate::{
    Failure, Fields, Frame, Page, Said, Visit, doors::Anybody, guard::CONTENT_SECURITY_POLICY, parts::FieldErrors,
    sent_form::SentForm,
};
use app::respondent::{self, Draft, PageForm, Saved, ShownMark, Step};
use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base::Language;
use jiff::civil::Date;
use survey::{
    QuestionCode, Questionnaire,
    entry::{self, AnswerProblem, Refused},
};

/// One page of the journey.
#[derive(Template)]
#[template(path = "respondent/page.html")]
pub struct QuestionPage {
    frame: Frame,
    action: String,
    /// „4 от 22“
    progress: String,
    thousandths: usize,
    /// The label of the group around the question.
    section: Option<Said>,
    /// Where several things are asked at once; one question alone is its own heading.
    heading: Option<Said>,
    level: u8,
    parts: Vec<Asked>,
    /// Whether a file can be sent with the page.
    takes_files: bool,
    /// The codes of all questions of the page.
    had: String,
    /// When it was shown, signed.
    shown: String,
    errors: FieldErrors,
    /// An answer brought up another question on this page.
    has_appeared: bool,
    is_first: bool,
    to_review: bool,
    deletion: String,
    /// The public address under which to go on later, and until when.
    address: String,
    until: String,
}

/// The button that was pressed, and where the person came from. No code of a question has a colon in it.
const STEP: &str = "glas:step";
const TO: &str = "glas:to";
/// The questions that the form had: no code has a space in it.
const HAD: &str = "glas:had";
/// When the form was shown: how long it took goes into a counter.
pub const SHOWN: &str = "glas:shown";

/// For the form of a page, or of the whole where `page` is empty.
pub fn shown_at(page: &str, token: &str) -> String {
    format!("{token}/{page}")
}

pub async fn show(
    _: Anybody,
    visit: Visit,
    asked: crate::Asked,
    Path((token, draft, page)): Path<(String, String, String)>,
) -> Result<Response, Away> {
    let (key, today) = (room::key(&visit, &draft)?, visit.today);
    let (room, (draft, questionnaire)) = room::read(&visit, &token, move |tx, instance, invitation| {
        respondent::find_draft(instance, tx, invitation, key, today)
    })
    .await?;
    let mut fields = draft.fields();
    room.seal(&visit)?.close_all(&questionnaire, &mut fields);
    let turn = Turn {
        page: addresses::page_code(&page),
        fields: &fields,
        refused: &[],
        appeared: &[],
        to_review: asked.0.get("to") == Some("review"),
    };
    match QuestionPage::new(visit.frame(""), &room, &draft, &questionnaire, today, &turn) {
        Some(page) => {
            let mark = ShownMark::write(&visit.site.instance()?.secret, &shown_at(turn.page, &token), visit.now);
            shown(&visit, &QuestionPage { shown: mark, ..page })
        }
        None => Ok(go_on(&visit, &token, &draft, &questionnaire)),
    }
}

pub async fn save(
    _: Anybody,
    visit: Visit,
    Path((token, draft, page)): Path<(String, String, String)>,
    sent: SentForm,
) -> Result<Response, Away> {
    let SentForm { fields, files, .. } = &sent;
    let (key, today) = (room::key(&visit, &draft)?, visit.today);
    let to_review = fields.get(TO) == Some("review");
    let step = match (fields.get(STEP), to_review) {
        (Some("back"), _) => Step::Back,
        (Some("look"), _) => Step::Look,
        _ if files::stays(fields) => Step::Look,
        (_, true) => Step::ToReview,
        (_, false) => Step::Next,
    };
    let code = addresses::page_code(&page).to_owned();
    let had = fields.get(HAD).map(|codes| codes.split_whitespace().map(str::to_owned).collect());
    let secret = &visit.site.instance()?.secret;
    let seconds = ShownMark::seconds(secret, &shown_at(&code, &token), fields.text(SHOWN), visit.now);
    let mut answered = typed(fields);
    if !files.is_empty() || files::stays(fields) {
        let (room, (_, questionnaire)) = room::read(&visit, &token, move |tx, instance, invitation| {
            respondent::find_draft(instance, tx, invitation, key, today)
        })
        .await?;
        files::received(&visit, room.whose(), &questionnaire, fields, files, &mut answered).await?;
    }
    let form = PageForm { page: code.clone(), fields: answered, step, had, seconds };
    let sent_mark = seconds.map(|_| fields.text(SHOWN).to_owned()).unwrap_or_default();
    let saved = room::write(&visit, &token, move |tx, instance, invitation| {
        respondent::save_page(instance, tx, invitation, key, form, today)
    })
    .await?;
    let again = match saved {
        Saved::GoOn(place) => {
            let address = addresses::place(&token, key, &place);
            let is_page = matches!(place, respondent::Place::Page(_));
            return Ok(visit.go_to(&if to_review && is_page { format!("{address}?to=review") } else { address }));
        }
        Saved::Again(again) => again,
    };
    let id = again.draft.questionnaire;
    let (room, questionnaire) =
        room::read(&visit, &token, move |tx, instance, _| instance.questionnaires.get(tx, id)).await?;
    let mut fields = again.draft.fields();
    fields.extend(again.entry.raw.clone());
    room.seal(&visit)?.close_all(&questionnaire, &mut fields);
    let looks = step == Step::Look;
    // Whoever is still on the page is told what is wrong with what they typed, and not what they have not come to yet.
    let is_told = |refused: &&Refused| !looks || !matches!(refused.problem, AnswerProblem::Required { .. });
    let refused: Vec<Refused> = again.entry.refused.iter().filter(is_told).cloned().collect();
    let appeared = if looks { &[][..] } else { &again.entry.appeared };
    let turn = Turn { page: &code, fields: &fields, refused: &refused, appeared, to_review };
    let Some(page) = QuestionPage::new(visit.frame(""), &room, &again.draft, &questionnaire, today, &turn) else {
        return Ok(go_on(&visit, &token, &again.draft, &questionnaire));
    };
    // The time runs on from when the page was shown first.
    let page = QuestionPage { shown: sent_mark, ..page };
    let is_sound = looks || again.entry.is_accepted();
    let status = if is_sound { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, shown(&visit, &page)?).into_response())
}

/// The page, whose script may ask this site and no other.
fn shown(visit: &Visit, page: &QuestionPage) -> Result<Response, Away> {
    let mut response = visit.show(page)?;
    let policy = format!("{CONTENT_SECURITY_POLICY}; connect-src 'self'");
    let policy = HeaderValue::try_from(policy).map_err(Failure::fault)?;
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    Ok(response)
}

/// The fields of a form as the questionnaire knows them; ours are left out.
pub fn typed(fields: &Fields) -> entry::Fields {
    let mut typed = entry::Fields::new();
    for (name, value) in fields.0.iter().filter(|(name, _)| !name.contains(':')) {
        typed.entry(name.clone()).or_default().push(value.clone());
    }
    typed
}

/// The logic does not ask this page any more: where the person is to go.
fn go_on(visit: &Visit, token: &str, draft: &Draft, questionnaire: &Questionnaire) -> Response {
    let place = draft.place(&draft.journey(questionnaire, visit.today));
    visit.go_to(&addresses::place(token, draft.key, &place))
}

/// What is shown this time.
struct Turn<'a> {
    page: &'a str,
    fields: &'a entry::Fields,
    refused: &'a [Refused],
    appeared: &'a [QuestionCode],
    to_review: bool,
}

impl QuestionPage {
    /// `None` when the journey does not lead over this page.
    fn new(
        frame: Frame,
        room: &Room,
        draft: &Draft,
        questionnaire: &Questionnaire,
        today: Date,
        turn: &Turn<'_>,
    ) -> Option<QuestionPage> {
        let journey = draft.journey(questionnaire, today);
        let page = journey.page(turn.page)?;
        let progress = journey.progress(turn.page)?;
        let mut frame = room.frame(frame);
        let words = frame.words;
        let told: Vec<&QuestionCode> = asked::opening_notes(questionnaire).into_iter().map(|note| &note.code).collect();
        let teller = Teller {
            words,
            tongue: draft.language.unwrap_or(words.language().into()),
            journey: Some(&journey),
            seed: Some(draft.seed),
            questionnaire,
            fields: turn.fields,
            refused: turn.refused,
        };
        let parts = teller.page(page, &journey, &told);
        let is_alone = matches!(
            parts.iter().filter(|part| !matches!(part, Asked::Note(_))).collect::<Vec<_>>().as_slice(),
            [Asked::Question(_) | Asked::Battery(_)]
        );
        let errors = teller.errors(page.questions().count() > 1);
        let title = page.title.or(page.section).map(|text| teller.said(text));
        let heading = (!is_alone).then(|| title.unwrap_or_else(|| Said::here(words.say("page-heading"))));
        let label = parts.iter().find_map(|part| match part {
            Asked::Question(question) => Some(question.label.to_string()),
            Asked::Battery(battery) => Some(battery.label.to_string()),
            Asked::Heading(_) | Asked::Note(_) => None,
        });
        let place = words.tell("page-progress", &[("page", progress.page.into()), ("of", progress.of.into())]);
        let what = heading.as_ref().map(Said::to_string).or(label).unwrap_or_default();
        frame.title = match errors.is_empty() {
            true => format!("{what} · {place}"),
            false => format!("{}: {what}", words.say("page-error-title")),
        };
        let address = addresses::page(room.token(), draft.key, turn.page);
        Some(QuestionPage {
            action: frame.to(&address),
            progress: place,
            thousandths: progress.page * 1000 / progress.of.max(1),
            section: if page.title.is_none() { page.section.map(|text| teller.said(text)) } else { None }
                .filter(|section| heading.as_ref() != Some(section)),
            level: if heading.is_some() { 2 } else { 1 },
            heading,
            had: page.questions().map(|question| question.code.as_str()).collect::<Vec<_>>().join(" "),
            shown: String::new(),
            takes_files: asked::takes_files(&parts),
            parts,
            errors,
            has_appeared: turn.refused.is_empty() && !turn.appeared.is_empty(),
            is_first: progress.page == 1,
            to_review: turn.to_review,
            deletion: frame.to(&addresses::deletion(room.token(), draft.key)),
            address: frame.outside(&address),
            until: words.tell("page-until", &[("day", words.date(draft.expires).into())]),
            frame,
        })
    }
}

impl Page for QuestionPage {
    const NAME: &'static str = "respondent-page";

    fn samples(language: Language) -> Vec<(&'static str, QuestionPage)> {
        let (room, questionnaire) = (sample::room(), sample::questionnaire());
        let mut draft = sample::draft();
        let page = |draft: &Draft, page: &str, fields: entry::Fields, refused: &[Refused], to_review| {
            let mut shown = draft.fields();
            shown.extend(fields);
            let turn = Turn { page, fields: &shown, refused, appeared: &[], to_review };
            let frame = Frame::sample(language, "/s/sample", "");
            QuestionPage::new(frame, &room, draft, &questionnaire, sample::DAY, &turn)
        };
        let mut samples = vec![
            ("choice", page(&draft, "used", entry::Fields::new(), &[], false)),
            ("battery", page(&draft, "quality", entry::Fields::new(), &[], false)),
            ("several", page(&draft, "details", entry::Fields::new(), &[], true)),
            ("other", page(&draft, "obstacles", entry::Fields::new(), &[], false)),
        ];
        draft.answers.0.remove("used");
        let wrong = |page: &str, fields: &[(&str, &str)]| {
            let raw = fields.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect();
            entry::read_page(&questionnaire, &sample::draft().answers, page, raw, sample::DAY)
        };
        let missing = wrong("used", &[]);
        samples.push(("missing", page(&draft, "used", missing.raw, &missing.refused, false)));
        let draft = sample::draft();
        let typed =
            wrong("details", &[("times", "много"), ("day", "31.02.2023"), ("open", "<script>alert(1)</script>")]);
        samples.push(("wrong", page(&draft, "details", typed.raw, &typed.refused, false)));
        samples.into_iter().filter_map(|(name, page)| Some((name, page?))).collect()
    }
}
