use super::{Administrator, SignedIn};
use crate::{Failure, Frame, Page, Visit};
use app::rights::Right;
use askama::Template;
use axum::response::Response;
use base::{Language, Role};

/// The matrix of roles and rights, generated from the code that asks it.
#[derive(Template)]
#[template(path = "desk/rights.html")]
pub struct RightsPage {
    frame: Frame,
    roles: Vec<String>,
    rows: Vec<RightRow>,
}

struct RightRow {
    words: String,
    /// „да“ or „–“ for each role.
    cells: Vec<String>,
    doors: Vec<String>,
}

pub async fn show(visit: Visit, who: SignedIn, _: Administrator) -> Result<Response, Failure> {
    visit.show(&page(super::frame(&visit, &who, &visit.words.say("desk-rights-title"), "desk-tab-account")))
}

fn page(frame: Frame) -> RightsPage {
    let all = super::doors();
    let row = |right: Right| RightRow {
        words: frame.say(&format!("desk-right-{}", right.code())),
        cells: Role::ALL
            .into_iter()
            .map(|role| if right.is_of(role) { frame.say("desk-rights-yes") } else { "–".to_owned() })
            .collect(),
        doors: all
            .iter()
            .filter(|door| door.right == Some(right))
            .map(|door| format!("{} {}", door.method, door.path))
            .collect(),
    };
    RightsPage {
        roles: Role::ALL.into_iter().map(|role| frame.say(&format!("desk-role-{}", role.code()))).collect(),
        rows: Right::ALL.into_iter().map(row).collect(),
        frame,
    }
}

impl Page for RightsPage {
    const NAME: &'static str = "desk-rights";

    fn samples(language: Language) -> Vec<(&'static str, RightsPage)> {
        vec![("all", page(super::sample_frame(language, "/desk/rights", "desk-rights-title")))]
    }
}
