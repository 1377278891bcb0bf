//! What everybody may know about personal data here: made of the settings, the list of periods and the cookies themselves.

use super::sample;
use crate::{Failure, Frame, Keep, Page, Said, Visit, cookies, doors::Anybody};
use app::{
    Words,
    controller::{Controller, controller},
    retention::{Class, DataClass, Kept, law},
};
use askama::Template;
use axum::response::Response;
use base::{Language, Text};

#[derive(Template)]
#[template(path = "public/privacy.html")]
pub struct PrivacyPage {
    frame: Frame,
    controller: Vec<(String, Said)>,
    /// Those who do projects here, and where each is told of.
    parties: Vec<(Said, Option<String>)>,
    classes: Vec<ClassRow>,
    /// What an answer is made of.
    stored: Vec<String>,
    cookies: Vec<CookieRow>,
    receivers: Vec<Said>,
    rights: Vec<String>,
    authority: Said,
    authority_address: Said,
    authority_site: String,
    as_of: String,
}

pub struct ClassRow {
    pub what: Said,
    pub whose: Said,
    pub why: Said,
    pub ground: Said,
    pub confirm: Option<Said>,
    /// „14 дни, после се изтрива“
    pub kept: String,
}

struct CookieRow {
    name: String,
    why: String,
    life: String,
}

/// The columns of an answer, as the database has them; each has its words. Whose tenant it is says nothing about anybody.
pub const STORED: [&str; 10] =
    ["audience", "key", "questionnaire", "mode", "batch", "day", "language", "document", "seed", "quotable"];

pub async fn show(_: Anybody, visit: Visit) -> Result<Response, Failure> {
    let (controller, parties) = visit
        .site
        .read(|tx, instance| {
            let projects = tx.public_projects(instance.tenant)?;
            let mut parties: Vec<base::Party> = Vec::new();
            for one in projects.into_iter().flat_map(|project| project.parties) {
                if !parties.iter().any(|known| known.id == one.party.id) {
                    parties.push(one.party);
                }
            }
            Ok((controller(tx, instance.tenant)?, parties))
        })
        .await?;
    let page = page(visit.frame(visit.words.say("privacy-title")), &visit.site.settings, controller.as_ref(), &parties);
    Ok(Keep::OneSecond.on(visit.show(&page)?))
}

fn page(
    frame: Frame,
    settings: &crate::Settings,
    controller: Option<&Controller>,
    parties: &[base::Party],
) -> PrivacyPage {
    let words = frame.words;
    let law = law();
    let sentences = |key: &str| (1..=12).map_while(|number| words.find(&format!("{key}-{number}"), &[])).collect();
    let site = |party: &base::Party| party.site.clone().filter(|site| !site.is_empty());
    PrivacyPage {
        controller: controller.map(|known| controller_rows(&frame, known)).unwrap_or_default(),
        parties: parties.iter().map(|party| (frame.said(&party.name), site(party))).collect(),
        classes: law.classes.iter().map(|class| class_row(&frame, class)).collect(),
        // Files stand apart from the answer that names them.
        stored: STORED.iter().chain(&["files"]).map(|part| words.say(&format!("privacy-stored-{part}"))).collect(),
        cookies: cookie_rows(words, settings),
        receivers: receivers(&frame, settings, controller),
        rights: sentences("privacy-right"),
        authority: frame.said(&law.authority.name),
        authority_address: frame.said(&law.authority.address),
        authority_site: law.authority.site.clone(),
        as_of: words.tell("privacy-as-of", &[("day", words.date(law.as_of).into())]),
        frame: frame.described(words.say("privacy-lede")),
    }
}

/// What is known of the controller, each under its name.
pub fn controller_rows(frame: &Frame, known: &Controller) -> Vec<(String, Said)> {
    let plain = |text: &str| Text::bulgarian(text);
    let rows = [
        ("privacy-controller-name", known.name.clone()),
        ("privacy-controller-address", known.address.clone()),
        ("privacy-controller-contact", plain(&known.contact)),
        ("privacy-controller-officer", plain(&known.officer)),
        ("privacy-controller-joint", known.joint.clone()),
    ];
    let told = rows.into_iter().filter(|(_, text)| !text.is_empty());
    told.map(|(key, text)| (frame.say(key), frame.said(&text))).collect()
}

pub fn class_row(frame: &Frame, class: &DataClass) -> ClassRow {
    ClassRow {
        what: frame.said(&class.what),
        whose: frame.said(&class.whose),
        why: frame.said(&class.why),
        ground: frame.said(&class.ground),
        confirm: class.confirm.as_ref().map(|text| frame.said(text)),
        kept: kept(frame.words, class),
    }
}

/// How long, and what then.
pub fn kept(words: Words, class: &DataClass) -> String {
    match &class.kept {
        Kept::For(period) => {
            let key = format!("privacy-kept-{}", class.end.code());
            words.tell(&key, &[("period", period.told(words).into())])
        }
        Kept::Until(until) => until.say(words.language()).to_owned(),
    }
}

fn cookie_rows(words: Words, settings: &crate::Settings) -> Vec<CookieRow> {
    let session = law().of(Class::Sessions).map(|class| kept(words, class)).unwrap_or_default();
    let step = law().of(Class::SignInSteps).map(|class| kept(words, class)).unwrap_or_default();
    let device = words.tell("period-days", &[("n", (i64::from(cookies::REMEMBERED_SECONDS) / (24 * 3600)).into())]);
    let lives = [words.tell("privacy-cookie-until-closed", &[("most", session.into())]), device, step];
    let told = cookies::names(settings).into_iter().zip(lives);
    let row = |((code, name), life): ((&str, String), String)| CookieRow {
        name,
        why: words.say(&format!("privacy-cookie-{code}")),
        life,
    };
    told.map(row).collect()
}

/// Who gets any of it, as the site is set.
pub fn receivers(frame: &Frame, settings: &crate::Settings, controller: Option<&Controller>) -> Vec<Said> {
    let mut receivers = vec![Said::here(frame.say("privacy-receiver-public"))];
    if settings.sends_letters {
        receivers.push(Said::here(frame.say("privacy-receiver-mail")));
    }
    if let Some(processor) = controller.map(|known| &known.processor).filter(|text| !text.is_empty()) {
        receivers.push(frame.said(processor));
    }
    receivers.push(Said::here(frame.say("privacy-receiver-nobody")));
    receivers
}

/// A controller that is plainly invented.
pub fn sample_controller() -> Controller {
    Controller {
        name: Text::new("Фондация „Примерен глас“", "Primeren Glas Foundation"),
        address: Text::new("с. Примерово, ул. „Първа“ № 1", "1 Parva St, Primerovo"),
        contact: "danni@primerovo.example".to_owned(),
        officer: String::new(),
        processor: Text::new("„Примерен хостинг“ ООД пази сървъра", "Primeren Hosting Ltd keeps the server"),
        joint: Text::default(),
    }
}

impl Page for PrivacyPage {
    const NAME: &'static str = "privacy";

    fn samples(language: Language) -> Vec<(&'static str, PrivacyPage)> {
        let frame = || Frame::sample(language, "/about/privacy", &Words::new(language).say("privacy-title"));
        let parties: Vec<base::Party> = sample::invented_project().parties.into_iter().map(|one| one.party).collect();
        let with_letters = crate::Settings { sends_letters: true, ..crate::Settings::sample() };
        vec![
            ("told", page(frame(), &with_letters, Some(&sample_controller()), &parties)),
            ("untold", page(frame(), &crate::Settings::sample(), None, &[])),
        ]
    }
}
