use super::SignedIn;
use crate::{Failure, Frame, Page, Settings, Visit};
use app::people::Invitation;
use askama::Template;
use axum::response::Response;
use base::Language;
use store::Person;

/// An invitation that was just made: a link to be sent by hand, and a letter with a code to be printed. The answer to a
/// form holds it, so it is shown at once and kept nowhere.
#[derive(Template)]
#[template(path = "desk/invitation.html")]
pub struct InvitationPage {
    frame: Frame,
    name: String,
    link: String,
    /// Whether a letter by e-mail goes besides.
    mailed: Option<String>,
    letter: Letter,
}

struct Letter {
    greeting: String,
    what: String,
    /// „Изследовател, Фондация „Кореняк““
    parts: Vec<String>,
    steps: Vec<String>,
    /// In groups of four.
    code: String,
    until: String,
}

pub async fn handed_over(visit: &Visit, who: &SignedIn, invitation: Invitation) -> Result<Response, Failure> {
    let id = invitation.person;
    let (person, parties) = visit
        .site
        .read(move |tx, instance| Ok((tx.person(instance.tenant, id)?, tx.parties(instance.tenant)?)))
        .await?;
    let person = person.ok_or(Failure::NotFound)?;
    let frame = super::frame(visit, who, &visit.words.say("desk-invitation"), "desk-tab-people");
    let parts = super::person::parts(&frame, &person, &parties);
    let parts = parts.into_iter().map(|part| format!("{}, {}", part.role, part.party)).collect();
    visit.show(&page(frame, &visit.site.settings, &person, parts, &invitation))
}

fn page(
    frame: Frame,
    settings: &Settings,
    person: &Person,
    parts: Vec<String>,
    invitation: &Invitation,
) -> InvitationPage {
    let site = settings.address.as_str();
    let at = |path: &str| format!("{site}{}", frame.to(path));
    let until = super::moment::moment(frame.words, invitation.until);
    let letter = Letter {
        greeting: frame.tell("desk-invitation-greeting", "name", person.name.as_str()),
        what: frame.tell("desk-invitation-what", "site", site),
        parts,
        steps: vec![
            frame.tell("desk-invitation-step-open", "address", at("/setup")),
            frame.say("desk-invitation-step-code"),
            frame.tell("desk-invitation-step-password", "account", person.account.as_str()),
        ],
        code: in_groups(&invitation.code),
        until: frame.tell("desk-invitation-until", "until", until),
    };
    let code = if settings.sends_letters { "desk-invitation-mailed" } else { "desk-invitation-held" };
    InvitationPage {
        mailed: invitation.mailed_to.as_ref().map(|to| frame.tell(code, "to", to.as_str())),
        name: person.name.clone(),
        link: at(&format!("/setup/{}", invitation.token)),
        letter,
        frame,
    }
}

/// „1234 5678 9012 3456“
fn in_groups(code: &str) -> String {
    let digits: Vec<char> = code.chars().collect();
    let groups: Vec<String> = digits.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

impl Page for InvitationPage {
    const NAME: &'static str = "desk-invitation";

    fn samples(language: Language) -> Vec<(&'static str, InvitationPage)> {
        let frame = super::sample_frame(language, "/desk/people", "desk-invitation");
        let person = super::person::sample(Vec::new());
        let invitation = Invitation {
            person: person.id,
            token: "abc".to_owned(),
            code: "0123456789012345".to_owned(),
            until: base::Moment(1_690_459_200_000_000),
            mailed_to: app::mail::Address::parse("r@example.org"),
        };
        let parts = vec!["Изследовател, Фондация „Пример“".to_owned()];
        vec![("one", page(frame, &Settings::sample(), &person, parts, &invitation))]
    }
}
