use super::{
    addresses, asked,
    away::Away,
    brought::{Brought, Tongue},
    gate::{self, Gate},
    room,
    room::Room,
    sample,
};
use crate::{Fields, Frame, Page, Said, Visit, doors::Anybody, public::postcard};
use app::{
    Words,
    respondent::{self, DraftKeys},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;
use outreach::Part;
use survey::Questionnaire;

/// Who asks, why, how long it takes, and what becomes of the answers: before anything is asked.
#[derive(Template)]
#[template(path = "respondent/start.html")]
pub struct StartPage {
    frame: Frame,
    kicker: Said,
    title: Said,
    purpose: Said,
    introduction: Vec<Said>,
    /// „Кой пита“ and its like: a name and what is said to it.
    facts: Vec<(String, Said)>,
    /// Said where so few are asked that their members know each other.
    few: Option<String>,
    /// At the end it is asked whether words may be quoted, which is recorded.
    asks_to_quote: bool,
    /// The languages of the questions, where there are others than those of the page.
    languages: Vec<Tongue>,
    /// Said where the questions speak a language that the buttons do not.
    fallback: Option<String>,
    /// What came with the link goes with the form.
    brought: Vec<(String, String)>,
    begin: String,
    whole: String,
    /// Up to which day a draft can be taken up again.
    keeps: String,
    /// Part of it is shown to each person in another order, which is recorded.
    is_shuffled: bool,
    /// That the form is ours and of today.
    mark: String,
}

pub async fn show(_: Anybody, visit: Visit, asked: crate::Asked, Path(token): Path<String>) -> Result<Response, Away> {
    let today = visit.today;
    let (room, questionnaire) = room::read(&visit, &token, move |tx, instance, invitation| {
        let id = invitation.admit(instance, tx, today)?;
        instance.questionnaires.get(tx, id)
    })
    .await?;
    let brought = Brought::of(&asked.0, &questionnaire);
    let page = StartPage::new(room.frame(visit.frame("")), &room, &questionnaire, &brought)
        .marked(gate::mark(&visit, &token)?);
    Ok(visit.show(&page)?)
}

pub async fn begin(
    _: Anybody,
    visit: Visit,
    gate: Gate,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Away> {
    gate.pass(&visit, &token, &fields)?;
    let (keys, today) = (DraftKeys::draw(&mut *visit.site.chance()), visit.today);
    let beginning = Brought::beginning(&fields);
    let (draft, place) = room::write(&visit, &token, move |tx, instance, invitation| {
        respondent::begin_draft(instance, tx, invitation, keys, beginning, today)
    })
    .await?;
    Ok(visit.go_to(&addresses::place(&token, draft.key, &place)))
}

/// „Изтрий и започни отначало“: for a computer that others use too.
pub async fn delete(_: Anybody, visit: Visit, Path((token, draft)): Path<(String, String)>) -> Result<Response, Away> {
    let key = room::key(&visit, &draft)?;
    room::write(&visit, &token, move |tx, instance, _| respondent::discard_draft(instance, tx, key)).await?;
    Ok(visit.go_to(&addresses::start(&token)))
}

impl StartPage {
    fn new(mut frame: Frame, room: &Room, questionnaire: &Questionnaire, brought: &Brought) -> StartPage {
        let words = frame.words;
        let (study, audience) = (&room.invitation.study, &room.invitation.audience);
        let text = frame.said(&study.title);
        frame.title = text.words().to_owned();
        if let Some(project) = &room.project {
            frame = frame.with_postcard(postcard::of_later(&words, project, study));
        }
        let tongue = brought.language.unwrap_or(words.language().into());
        let introduction = match &questionnaire.introduction {
            Some(text) => asked::in_paragraphs(&Said::told(text, tongue, words.language())),
            None => asked::opening_notes(questionnaire)
                .into_iter()
                .flat_map(|note| asked::in_paragraphs(&Said::told(&note.label, tongue, words.language())))
                .collect(),
        };
        let asked_at_most = questionnaire.questions().filter(|question| question.is_asked()).count();
        let mut facts = Vec::new();
        facts.extend(room.project.as_ref().and_then(|project| who_asks(&words, project)));
        facts.push((words.say("start-whom"), frame.said(&audience.name)));
        facts.push((
            words.say("start-time"),
            Said::here(words.tell(
                "start-minutes",
                &[("minutes", minutes(questionnaire).into()), ("questions", asked_at_most.into())],
            )),
        ));
        facts.push((words.say("start-until"), Said::here(words.long_date(study.fieldwork.last()))));
        // As it was promised before the first answer.
        let results = words.say(&format!("start-results-{}", study.results.code()));
        facts.push((words.say("start-results"), Said::here(results)));
        facts.extend(brought.told(questionnaire, &words));
        // Answers about oneself can tell who one is.
        let known = audience.known().filter(|_| audience.is_small());
        StartPage {
            kicker: Said::here(words.say("start-kicker")),
            title: text,
            purpose: frame.said(&study.purpose),
            introduction,
            facts,
            few: known.map(|known| words.tell("start-few", &[("n", i64::from(known).into())])),
            asks_to_quote: room.invitation.asks_to_quote(questionnaire),
            languages: brought.languages(&frame, room.token(), questionnaire),
            fallback: brought.language.map(|language| {
                words.tell("start-fallback", &[("language", crate::language::own_name(language).into())])
            }),
            begin: frame.to(&addresses::drafts(room.token())),
            whole: frame.to(&brought.address(&addresses::whole(room.token()))),
            brought: brought.fields(),
            is_shuffled: questionnaire.is_shuffled(),
            mark: String::new(),
            keeps: words.tell("start-keeps", &[("days", respondent::draft_days().into())]),
            frame,
        }
    }
}

impl StartPage {
    fn marked(self, mark: String) -> StartPage {
        StartPage { mark, ..self }
    }
}

fn who_asks(words: &Words, project: &outreach::Project) -> Option<(String, Said)> {
    let name = |part| project.party_with(part).map(|party| party.name.clone());
    let who = match (name(Part::Beneficiary), name(Part::Partner)) {
        (Some(one), Some(other)) => base::Text::both(
            format!("{} и {}", one.bulgarian, other.bulgarian),
            one.english.zip(other.english).map(|(one, other)| format!("{one} and {other}")),
        ),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => return None,
    };
    Some((words.say("start-who"), Said::of(&who, words.language())))
}

/// What a careful reader needs, in whole minutes.
fn minutes(questionnaire: &Questionnaire) -> i64 {
    let seconds: i64 =
        questionnaire.questions().map(|question| i64::from(survey::reading_seconds(questionnaire, question))).sum();
    (seconds + 59) / 60
}

impl Page for StartPage {
    const NAME: &'static str = "respondent-start";

    fn samples(language: Language) -> Vec<(&'static str, StartPage)> {
        let room = sample::room();
        let mut few = room.clone();
        few.invitation.audience.population = Some(9);
        let start = |room: &Room| {
            StartPage::new(
                room.frame(Frame::sample(language, "/s/sample", "")),
                room,
                &sample::questionnaire(),
                &Brought::default(),
            )
        };
        vec![("open", start(&room)), ("few", start(&few))]
    }
}
