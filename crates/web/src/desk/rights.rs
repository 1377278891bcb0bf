use super::{SeeRights, SignedIn};
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
    roles: Vec<Told>,
    rows: Vec<RightRow>,
}

/// A role or a right: its name, and a sentence about it.
struct Told {
    name: String,
    what: String,
}

struct RightRow {
    right: Told,
    cells: Vec<Cell>,
    doors: Vec<DoorRow>,
}

struct DoorRow {
    words: String,
    /// Whether the person has to have proved lately who they are.
    is_dangerous: bool,
}

struct Cell {
    role: String,
    is_given: bool,
}

pub async fn show(_: SeeRights, visit: Visit, who: SignedIn) -> Result<Response, Failure> {
    visit.show(&page(super::frame(&visit, &who, &visit.words.say("desk-rights-title"), "desk-tab-account")))
}

fn page(frame: Frame) -> RightsPage {
    let all = crate::doors();
    let told = |key: &str| Told {
        name: frame.say(key),
        what: frame.words.find(&format!("{key}.hint"), &[]).unwrap_or_default(),
    };
    let role_key = |role: Role| format!("desk-role-{}", role.code());
    let cell = |right: Right, role| Cell { role: frame.say(&role_key(role)), is_given: right.is_of(role) };
    let doors = |right| all.iter().filter(move |door| door.right == Some(right));
    let row = |right: Right| RightRow {
        right: told(&format!("desk-right-{}", right.code())),
        cells: Role::ALL.into_iter().map(|role| cell(right, role)).collect(),
        doors: doors(right)
            .map(|door| DoorRow { words: format!("{} {}", door.method, door.path), is_dangerous: door.is_dangerous })
            .collect(),
    };
    RightsPage {
        roles: Role::ALL.into_iter().map(|role| told(&role_key(role))).collect(),
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
