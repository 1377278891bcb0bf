//! Numbers and figures that somebody asked for and the study does not have: which, and what was probably meant.

use super::{Change, Trouble, form::part_fields, offered::offered_figures};
use crate::{
    Failure,
    study::{AudienceData, StudyFigures},
};
use base::Language;
use document::manuscript::{
    Body, Fault, FigureAddress, LiveFigures, Manuscript, Name, NumberAddress, Refusal, Statistic, Unavailable, Wording,
};
use std::collections::BTreeSet;
use survey::nearest;

/// Refuses what a change asks for that did not stand there before and that there is not.
///
/// # Errors
/// A [`Trouble::NoSuchNumber`] for each, or [`Trouble::NoSuchFigure`].
pub fn asked(
    change: &Change,
    manuscript: &Manuscript,
    language: Language,
    figures: &StudyFigures,
) -> Result<(), Failure> {
    let empty = Vec::new();
    let (before, texts): (Vec<&Wording>, Vec<(String, &Wording)>) = match change {
        Change::Rename { title, summary } => (
            vec![manuscript.title(), manuscript.summary()],
            vec![("title".to_owned(), title), ("summary".to_owned(), summary)],
        ),
        Change::Part { id, body } => {
            is_there(body, figures)?;
            let before = manuscript.part(*id).map_or(empty, |part| part.body.wordings());
            (before, part_fields(body).into_iter().zip(body.wordings()).collect())
        }
        Change::Add { body, .. } => {
            is_there(body, figures)?;
            (empty, part_fields(body).into_iter().zip(body.wordings()).collect())
        }
        Change::Move { .. } | Change::Remove { .. } | Change::Accept { .. } | Change::Method => return Ok(()),
    };
    let known: BTreeSet<&NumberAddress> = numbers(before, language).collect();
    let mut troubles = Vec::new();
    for (field, wording) in texts {
        for address in numbers(vec![wording], language).filter(|address| !known.contains(address)) {
            let why = match figures.number(address) {
                Err(
                    why @ (Unavailable::NoSuchAudience
                    | Unavailable::NoSuchQuestion
                    | Unavailable::NoSuchOption
                    | Unavailable::OtherKind
                    | Unavailable::NotCounted),
                ) => why,
                Ok(_) | Err(_) => continue,
            };
            let nearest = near(address, why, figures).map(|address| address.to_string());
            let trouble = Trouble::NoSuchNumber { field: field.clone(), address: address.to_string(), why, nearest };
            if !troubles.contains(&trouble) {
                troubles.push(trouble);
            }
        }
    }
    match troubles.is_empty() {
        true => Ok(()),
        false => Err(Failure::Refused(troubles.into_iter().map(Into::into).collect())),
    }
}

fn numbers(texts: Vec<&Wording>, language: Language) -> impl Iterator<Item = &NumberAddress> {
    let written = texts.into_iter().filter_map(move |wording| wording.in_language(language));
    written.flat_map(|written| written.template().numbers())
}

fn is_there(body: &Body, figures: &StudyFigures) -> Result<(), Failure> {
    let found = match body {
        Body::Figure(address) | Body::Table(address) => figures.figure(address).err().map(|why| (address, why)),
        Body::Quotations(address) => figures.quotations(address).err().map(|why| (address, why)),
        Body::Heading { .. }
        | Body::Prose(_)
        | Body::KeyNumbers(_)
        | Body::Finding { .. }
        | Body::Recommendation { .. }
        | Body::MethodSheet(_)
        | Body::Annex { .. }
        | Body::Notice { .. } => None,
    };
    let Some((address, why)) = found else { return Ok(()) };
    let is_nowhere = matches!(
        why,
        Unavailable::NoSuchAudience | Unavailable::NoSuchQuestion | Unavailable::NoSuchOption | Unavailable::OtherKind
    );
    if is_nowhere { Err(no_figure(&address.to_string(), figures).into()) } else { Ok(()) }
}

/// What somebody wrote in the place of a figure, beside the figure that they probably meant.
pub fn no_figure(found: &str, figures: &StudyFigures) -> Trouble {
    let all: Vec<String> = offered_figures(figures).into_iter().map(|one| one.address.to_string()).collect();
    let found: String = found.chars().take(MOST_TOLD).collect();
    let nearest = nearest(&found, all.iter().map(String::as_str));
    Trouble::NoSuchFigure { found, nearest }
}

/// How much of what cannot be found is told back, in characters.
const MOST_TOLD: usize = 80;

/// The refusal of the words in `field`, with the name of the statistic that was probably meant.
pub fn of_field(field: &str, refusal: Refusal) -> Trouble {
    let nearest = match &refusal {
        Refusal::Reference { fault: Fault::UnknownStatistic(word), .. } => {
            nearest(word, Statistic::ALL.map(Statistic::code))
        }
        Refusal::Reference { .. }
        | Refusal::TooManyReferences { .. }
        | Refusal::TooLong { .. }
        | Refusal::Text(_)
        | Refusal::Empty
        | Refusal::TooManyParts { .. }
        | Refusal::NoSuchPart(_)
        | Refusal::OtherPart(_) => None,
    };
    Trouble::Words { field: field.to_owned(), refusal, nearest }
}

/// The same address with the name that is wrong replaced by the nearest that there is.
fn near(address: &NumberAddress, why: Unavailable, figures: &StudyFigures) -> Option<NumberAddress> {
    let audiences = &figures.study.audiences;
    let of = |name: &Name| audiences.iter().find(|data| data.audience.code == name.as_str());
    let mut mended = address.clone();
    match why {
        Unavailable::NoSuchAudience => {
            let codes = || audiences.iter().map(|data| data.audience.code.as_str());
            let mend = |name: &Name| match of(name) {
                Some(_) => Some(name.clone()),
                None => Name::new(&nearest(name.as_str(), codes())?),
            };
            mended.audience = mend(&address.audience)?;
            mended.against = match &address.against {
                Some(against) => Some(mend(against)?),
                None => None,
            };
        }
        Unavailable::NoSuchQuestion => {
            let data = of(&address.audience)?;
            let codes = || data.questionnaire.questions().map(|question| question.code.as_str());
            let mend = |name: &Name| match data.questionnaire.question(name.as_str()) {
                Some(_) => Some(name.clone()),
                None => Name::new(&nearest(name.as_str(), codes())?),
            };
            mended.question = Some(mend(address.question.as_ref()?)?);
        }
        Unavailable::NoSuchOption => {
            let known = options(of(&address.audience)?, address.question.as_ref()?);
            mended.option = Name::new(&nearest(address.option.as_ref()?.as_str(), known.iter().map(String::as_str))?);
        }
        Unavailable::OtherKind
        | Unavailable::NobodyAnswered
        | Unavailable::TooFew
        | Unavailable::TooManyMissing
        | Unavailable::Hidden
        | Unavailable::NotAgreed
        | Unavailable::NoInterval
        | Unavailable::NotCompared
        | Unavailable::NotCounted => return None,
    }
    (mended != *address).then_some(mended)
}

fn options(data: &AudienceData, question: &Name) -> Vec<String> {
    let scale = data.questionnaire.question(question.as_str()).and_then(|found| data.questionnaire.scale_of(found));
    let options = scale.map(|scale| scale.options.iter().map(|option| option.code.to_string()));
    options.into_iter().flatten().collect()
}

/// A figure by what was sent of it.
///
/// # Errors
/// [`Trouble::NoSuchFigure`].
pub fn figure_address(sent: &str) -> Result<FigureAddress, Trouble> {
    let found = sent.chars().take(MOST_TOLD).collect();
    sent.parse().map_err(|_| Trouble::NoSuchFigure { found, nearest: None })
}
