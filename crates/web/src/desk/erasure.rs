//! Somebody who left is forgotten; what they did stays.

use super::{Confirmed, ManagePeople, SignedIn, key, person};
use crate::{Failure, Frame, Page, Visit, parts::FieldErrors};
use app::privacy;
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Explain, Language, PersonId};
use std::sync::Arc;

/// Asks once more, because it cannot be undone.
#[derive(Template)]
#[template(path = "desk/erasure.html")]
pub struct ErasurePage {
    frame: Frame,
    errors: FieldErrors,
    name: String,
    /// The person's page.
    address: String,
}

pub async fn ask(
    Confirmed(ManagePeople(actor)): Confirmed<ManagePeople>,
    visit: Visit,
    who: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let person = person::found(&visit, actor, key(&id)?).await?;
    visit.show(&page(&visit, &who, person.id, &person.name, &[]))
}

pub async fn erase(
    Confirmed(ManagePeople(actor)): Confirmed<ManagePeople>,
    visit: Visit,
    who: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let person = person::found(&visit, actor, key(&id)?).await?;
    let (id, now) = (person.id, visit.now);
    let erased = visit.site.write(move |tx, _| privacy::erase(tx, actor, id, now)).await;
    match erased.map_err(Failure::from) {
        Ok(()) => Ok(visit.go_to("/desk/people?done=person-erased")),
        Err(Failure::Refused(refusals)) => {
            Ok(super::refused(visit.show(&page(&visit, &who, id, &person.name, &refusals))?))
        }
        Err(failure) => Err(failure),
    }
}

fn page(
    visit: &Visit,
    who: &SignedIn,
    id: PersonId,
    name: &str,
    refusals: &[Arc<dyn Explain + Send + Sync>],
) -> ErasurePage {
    let frame = super::frame(visit, who, &visit.words.say("desk-erasure-title"), "desk-tab-people");
    ErasurePage {
        errors: super::form_errors(visit.words, refusals),
        name: name.to_owned(),
        address: frame.to(&format!("/desk/people/{id}")),
        frame,
    }
}

impl Page for ErasurePage {
    const NAME: &'static str = "desk-erasure";

    fn samples(language: Language) -> Vec<(&'static str, ErasurePage)> {
        let page = |errors| ErasurePage {
            frame: super::sample_frame(language, "/desk/people/a/erasure", "desk-erasure-title"),
            errors,
            name: "Мария Примерова".to_owned(),
            address: "/desk/people/a".to_owned(),
        };
        let refusal: Arc<dyn Explain + Send + Sync> = Arc::new(privacy::Trouble::ErasesThemselves);
        let words = app::Words::new(language);
        vec![("asks", page(FieldErrors::default())), ("refused", page(super::form_errors(words, &[refusal])))]
    }
}
