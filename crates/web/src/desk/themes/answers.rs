use super::{Piece, ThemeBox, Trail, answer_key, boxes, coded, frame, held, home, list_id, pieces, ticked};
use crate::{
    Asked, Failure, Frame, Page, Visit,
    desk::{CodeOpenAnswers, SignedIn, done, key, upload::in_address},
};
use app::{
    Instance,
    themes::{self, CodedAnswer, HeldThemes},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{AudienceId, Language};
use store::Transaction;
use survey::OptionCode;

/// Answers with what was found in them, and where; whoever reads decides where the patterns are wrong.
#[derive(Template)]
#[template(path = "desk/themes/answers.html")]
pub struct CodedAnswersPage {
    frame: Frame,
    trail: Trail,
    address: String,
    done: Option<String>,
    /// Each choice with its address, and whether it is the one shown.
    choices: Vec<(String, String, bool)>,
    of: String,
    from: usize,
    number: String,
    answers: Vec<AnswerCard>,
    older: Option<String>,
}

struct AnswerCard {
    number: usize,
    heading: String,
    audience: String,
    response: String,
    question: String,
    pieces: Vec<Piece>,
    /// The themes that count, by name; empty where it waits or speaks of none.
    themes: String,
    by_person: bool,
    waits: bool,
    /// In Cyrillic, as it would be read.
    latin: Option<String>,
    boxes: Vec<ThemeBox>,
}

/// So many stand on one page.
const AT_ONCE: usize = 20;

/// Which of them are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Of {
    All,
    Waiting,
    Latin,
    Theme(String),
}

impl Of {
    fn read(text: &str) -> Of {
        match text {
            "" | "all" => Of::All,
            "waiting" => Of::Waiting,
            "latin" => Of::Latin,
            theme => Of::Theme(theme.strip_prefix("theme-").unwrap_or(theme).to_owned()),
        }
    }

    fn told(&self) -> String {
        match self {
            Of::All => "all".to_owned(),
            Of::Waiting => "waiting".to_owned(),
            Of::Latin => "latin".to_owned(),
            // A theme may be called „all“ as well.
            Of::Theme(theme) => format!("theme-{theme}"),
        }
    }

    fn takes(&self, answer: &CodedAnswer) -> bool {
        match self {
            Of::All => true,
            Of::Waiting => answer.waits(),
            Of::Latin => answer.decided.is_none() && answer.suggested.is_some(),
            Of::Theme(theme) => answer.codes().iter().any(|code| code.as_str() == theme),
        }
    }
}

pub async fn show(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Failure> {
    let (held, coded) = coded(&visit, &who, list_id(&study, &list)?).await?;
    let of = Of::read(asked.0.text("of"));
    let from = asked.0.text("from").parse().unwrap_or(0);
    let page = CodedAnswersPage::new(frame(&visit, &who, &held, "themes-answers"), &held, &coded, of, from);
    visit.show(&CodedAnswersPage { done: done(&visit, &asked), ..page })
}

pub async fn decide(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list)): Path<(String, String)>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let id = list_id(&study, &list)?;
    held(&visit, &who, id).await?;
    let audience: AudienceId = key(fields.text("audience"))?;
    let (answer, codes) = (answer_key(&fields)?, ticked(&fields));
    let is_undone = fields.text("act") == "undecide";
    let actors = who.actors.clone();
    let decide = move |tx: &mut Transaction, _: &Instance| {
        let held = themes::held(tx, &actors, id)?;
        match is_undone {
            true => themes::undecide(tx, &held, audience, &answer),
            false => themes::decide(tx, &held, audience, &answer, &codes),
        }
    };
    visit.site.write(decide).await?;
    let (of, from) = (in_address(fields.text("of")), fields.text("from").parse().unwrap_or(0_usize));
    let done = if is_undone { "themes-undecided" } else { "themes-decided" };
    Ok(visit.go_to(&format!("{}/answers?of={of}&from={from}&done={done}", home(id))))
}

impl CodedAnswersPage {
    fn new(frame: Frame, held: &HeldThemes, coded: &[CodedAnswer], of: Of, from: usize) -> CodedAnswersPage {
        let address = frame.to(&format!("{}/answers", home(held.kept.id)));
        let list = &held.kept.list;
        let wanted: Vec<&CodedAnswer> = coded.iter().filter(|answer| of.takes(answer)).collect();
        // Where the last of a page was decided, the page before is shown.
        let from = if from < wanted.len() { from } else { 0 };
        let card = |(number, answer): (usize, &&CodedAnswer)| {
            let codes = answer.codes();
            let names = list.themes.iter().filter(|theme| codes.contains(&theme.code));
            let suggested = answer.suggested.as_ref().filter(|_| answer.decided.is_none());
            let proposed = suggested
                .into_iter()
                .flat_map(|coded| &coded.mentions)
                .filter_map(|mention| OptionCode::parse(&mention.code).ok());
            AnswerCard {
                number,
                heading: frame.tell("themes-answer", "n", number),
                audience: answer.written.audience.to_string(),
                response: answer.written.key.0.to_string(),
                question: answer.written.key.1.to_string(),
                pieces: pieces(&frame, list, &answer.found),
                themes: names.map(|theme| frame.said(&theme.name).words().to_owned()).collect::<Vec<_>>().join(", "),
                by_person: answer.decided.is_some(),
                waits: answer.waits(),
                latin: suggested.map(|coded| coded.text.clone()),
                boxes: boxes(&frame, list, &codes.iter().cloned().chain(proposed).collect()),
            }
        };
        let choice = |one: Of, words: String| {
            let count = coded.iter().filter(|answer| one.takes(answer)).count();
            let words = frame.words.tell("themes-choice", &[("words", words.into()), ("n", count.into())]);
            let is_current = one == of;
            (words, format!("{address}?of={}", in_address(&one.told())), is_current)
        };
        let fixed = [(Of::All, "all"), (Of::Waiting, "waiting"), (Of::Latin, "latin")];
        let fixed = fixed.map(|(of, key)| choice(of, frame.say(&format!("themes-of-{key}"))));
        let themes = list
            .themes
            .iter()
            .map(|theme| choice(Of::Theme(theme.code.to_string()), frame.said(&theme.name).words().to_owned()));
        let older = from.saturating_add(AT_ONCE);
        CodedAnswersPage {
            trail: Trail::of(&frame, held),
            done: None,
            choices: fixed.into_iter().chain(themes).collect(),
            number: frame.tell("themes-answers-number", "n", wanted.len()),
            older: (older < wanted.len()).then(|| format!("{address}?of={}&from={older}", in_address(&of.told()))),
            answers: (from + 1..).zip(wanted.iter().skip(from).take(AT_ONCE)).map(card).collect(),
            of: of.told(),
            from,
            address,
            frame,
        }
    }
}

impl Page for CodedAnswersPage {
    const NAME: &'static str = "desk-theme-answers";

    fn samples(language: Language) -> Vec<(&'static str, CodedAnswersPage)> {
        let frame = || crate::desk::sample_frame(language, "/desk/studies/a/themes/1/answers", "themes-answers");
        let (held, answers) = (super::sample_held(), super::sample_answers());
        let page = |of| CodedAnswersPage::new(frame(), &held, &answers, of, 0);
        vec![("all", page(Of::All)), ("none", CodedAnswersPage::new(frame(), &held, &[], Of::Waiting, 0))]
    }
}
