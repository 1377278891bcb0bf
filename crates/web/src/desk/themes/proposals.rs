use super::{Trail, frame, held, home, list_id};
use crate::{
    Asked, Failure, Frame, Page, Visit,
    desk::{CodeOpenAnswers, SignedIn, done, form_errors, refused, upload::in_address},
    parts::FieldErrors,
};
use app::{
    Instance,
    themes::{self, HeldThemes, Proposal},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;
use store::Transaction;

/// Words and pairs of words by how many answers hold them: where patterns come from.
#[derive(Template)]
#[template(path = "desk/themes/proposals.html")]
pub struct ProposalsPage {
    frame: Frame,
    trail: Trail,
    address: String,
    done: Option<String>,
    errors: FieldErrors,
    rows: Vec<ProposalRow>,
    /// Code and name of each theme.
    themes: Vec<(String, String)>,
    fewest: String,
}

struct ProposalRow {
    number: usize,
    words: String,
    answers: String,
    pattern: String,
    new_address: String,
}

pub async fn show(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Failure> {
    let page = page(&visit, &who, &study, &list).await?;
    visit.show(&ProposalsPage { done: done(&visit, &asked), ..page })
}

pub async fn take(
    _: CodeOpenAnswers,
    visit: Visit,
    who: SignedIn,
    Path((study, list)): Path<(String, String)>,
    fields: crate::Fields,
) -> Result<Response, Failure> {
    let id = list_id(&study, &list)?;
    held(&visit, &who, id).await?;
    let (pattern, theme) = (fields.text("pattern").to_owned(), fields.text("theme").to_owned());
    let (actors, today, now) = (who.actors.clone(), visit.today, visit.now);
    let take = move |tx: &mut Transaction, _: &Instance| {
        let held = themes::held(tx, &actors, id)?;
        themes::add_pattern(tx, held, &theme, &pattern, today, now)
    };
    match visit.site.write(take).await.map_err(Failure::from) {
        Ok(()) => Ok(visit.go_to(&format!("{}/proposals?done=themes-pattern", home(id)))),
        Err(Failure::Refused(refusals)) => {
            let errors = form_errors(visit.words, &refusals);
            let page = page(&visit, &who, &study, &list).await?;
            Ok(refused(visit.show(&ProposalsPage { errors, ..page })?))
        }
        Err(failure) => Err(failure),
    }
}

async fn page(visit: &Visit, who: &SignedIn, study: &str, list: &str) -> Result<ProposalsPage, Failure> {
    let (actors, id) = (who.actors.clone(), list_id(study, list)?);
    let read = move |tx: &mut Transaction, instance: &Instance| {
        let held = themes::held(tx, &actors, id)?;
        let written = themes::written(instance, tx, &held.study, &held.kept.list, |_| {})?;
        let proposals = themes::proposals(&held.kept.list, &written)?;
        Ok((held, proposals))
    };
    let (held, proposals) = visit.site.read(read).await?;
    Ok(ProposalsPage::new(frame(visit, who, &held, "themes-proposals"), &held, proposals))
}

impl ProposalsPage {
    fn new(frame: Frame, held: &HeldThemes, proposals: Vec<Proposal>) -> ProposalsPage {
        let address = frame.to(&format!("{}/proposals", home(held.kept.id)));
        let row = |(number, proposal): (usize, Proposal)| ProposalRow {
            number,
            answers: frame.words.whole(proposal.answers),
            new_address: frame.to(&format!(
                "{}/codes/new?pattern={}",
                home(held.kept.id),
                in_address(&proposal.pattern)
            )),
            words: proposal.words,
            pattern: proposal.pattern,
        };
        let name = |theme: &survey::Theme| (theme.code.to_string(), frame.said(&theme.name).words().to_owned());
        ProposalsPage {
            trail: Trail::of(&frame, held),
            done: None,
            errors: FieldErrors::default(),
            rows: (1..).zip(proposals).map(row).collect(),
            themes: held.kept.list.themes.iter().map(name).collect(),
            fewest: frame.tell("themes-proposals-fewest", "n", themes::FEWEST_ANSWERS),
            address,
            frame,
        }
    }
}

impl Page for ProposalsPage {
    const NAME: &'static str = "desk-theme-proposals";

    fn samples(language: Language) -> Vec<(&'static str, ProposalsPage)> {
        let frame = || crate::desk::sample_frame(language, "/desk/studies/a/themes/1/proposals", "themes-proposals");
        let proposal =
            |words: &str, pattern: &str| Proposal { words: words.to_owned(), pattern: pattern.to_owned(), answers: 12 };
        let some = vec![proposal("паркиране", "паркиран*"), proposal("нови пейки", "нови* пейки*")];
        vec![
            ("some", ProposalsPage::new(frame(), &super::sample_held(), some)),
            ("none", ProposalsPage::new(frame(), &super::sample_held(), Vec::new())),
        ]
    }
}
