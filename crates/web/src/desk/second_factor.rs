use super::{Confirmed, SignedIn, moment::moment};
use crate::{Asked, Failure, Fields, Frame, Page, Visit, parts::FieldErrors, qr::Qr};
use app::account::{self, CodeSecret, SecondFactor};
use askama::Template;
use axum::response::Response;
use base::{Explain, Language, Moment};
use std::sync::Arc;

/// Whether I have a second factor, and what I can do about it.
#[derive(Template)]
#[template(path = "desk/second_factor.html")]
pub struct SecondFactorPage {
    frame: Frame,
    done: Option<String>,
    /// Since when there is a code generator.
    generator: Option<String>,
    /// How many keys there are, if any.
    passkeys: Option<String>,
    /// How many are left, where they stand for anything.
    codes: Option<String>,
    few_codes: bool,
    /// The roles that are closed until there is one.
    asleep: Vec<String>,
}

/// With fewer the page says that new ones are needed.
const FEW_CODES: i64 = 3;

/// The program on the telephone is shown the secret, and shows that it has it.
#[derive(Template)]
#[template(path = "desk/second_factor_new.html")]
pub struct NewSecondFactorPage {
    frame: Frame,
    errors: FieldErrors,
    qr: Qr,
    /// The same to be typed.
    secret: String,
}

/// The codes for whoever loses the telephone, told once.
#[derive(Template)]
#[template(path = "desk/recovery_codes.html")]
pub struct RecoveryCodesPage {
    frame: Frame,
    account: String,
    codes: Vec<String>,
}

pub async fn show(who: SignedIn, visit: Visit, asked: Asked) -> Result<Response, Failure> {
    let person = who.person;
    let has = visit.site.read(move |tx, instance| account::second_factor(tx, instance.tenant, person)).await?;
    let frame = frame(&visit, &who, "desk-second-factor-title");
    let asleep = who.asleep.iter().map(|actor| frame.say(&format!("desk-role-{}", actor.role.code()))).collect();
    visit.show(&page(frame, super::done(&visit, &asked), has, asleep))
}

fn page(frame: Frame, done: Option<String>, has: SecondFactor, asleep: Vec<String>) -> SecondFactorPage {
    SecondFactorPage {
        done,
        generator: has.generator.map(|added| moment(frame.words, added)),
        passkeys: (has.passkeys > 0).then(|| frame.tell("desk-passkeys-number", "n", has.passkeys)),
        codes: has.is_there().then(|| frame.tell("desk-recovery-codes-left", "n", has.recovery_codes_left)),
        few_codes: has.is_there() && has.recovery_codes_left < FEW_CODES,
        asleep,
        frame,
    }
}

pub async fn ask(Confirmed(who): Confirmed<SignedIn>, visit: Visit) -> Result<Response, Failure> {
    let secret = CodeSecret::new(&mut *visit.site.chance());
    visit.show(&new_page(&visit, &who, secret, &[])?)
}

/// The secret comes back with the form, so that nothing is kept before the codes are right.
pub async fn add(Confirmed(who): Confirmed<SignedIn>, visit: Visit, fields: Fields) -> Result<Response, Failure> {
    let secret = CodeSecret::parse(fields.text("secret")).ok_or(Failure::Unreadable)?;
    let (now, code, mut chance) = (visit.now, fields.text("code").to_owned(), visit.site.chance());
    let person = who.0.clone();
    let added = visit.site.write(move |tx, instance| {
        account::add_code_generator(tx, instance.tenant, &person, secret, &code, now, &mut *chance)
    });
    match added.await.map_err(Failure::from) {
        Ok(codes) => visit.show(&codes_page(&visit, &who, &codes)),
        Err(Failure::Refused(refusals)) => Ok(super::refused(visit.show(&new_page(&visit, &who, secret, &refusals)?)?)),
        Err(failure) => Err(failure),
    }
}

pub async fn renew_codes(Confirmed(who): Confirmed<SignedIn>, visit: Visit) -> Result<Response, Failure> {
    let (now, mut chance, person) = (visit.now, visit.site.chance(), who.0.clone());
    let renewed = visit
        .site
        .write(move |tx, instance| account::renew_recovery_codes(tx, instance.tenant, &person, now, &mut *chance));
    let codes = renewed.await?;
    visit.show(&codes_page(&visit, &who, &codes))
}

pub async fn remove(Confirmed(who): Confirmed<SignedIn>, visit: Visit) -> Result<Response, Failure> {
    let (now, mut chance, person) = (visit.now, visit.site.chance(), who.0);
    let removed = visit
        .site
        .write(move |tx, instance| account::remove_code_generator(tx, instance.tenant, &person, now, &mut *chance));
    removed.await?;
    Ok(visit.go_to("/desk/account/second-factor?done=second-factor-removed"))
}

fn new_page(
    visit: &Visit,
    who: &SignedIn,
    secret: CodeSecret,
    refusals: &[Arc<dyn Explain + Send + Sync>],
) -> Result<NewSecondFactorPage, Failure> {
    let address = &visit.site.settings.address;
    let site = address.split_once("://").map_or(address.as_str(), |(_, host)| host);
    Ok(NewSecondFactorPage {
        frame: frame(visit, who, "desk-second-factor-new"),
        errors: super::form_errors(visit.words, refusals),
        qr: Qr::new(&secret.address(site, &who.account)?)?,
        secret: secret.text(),
    })
}

/// One-time codes that were just made.
pub type Codes = [account::RecoveryCode; 10];

pub fn codes_page(visit: &Visit, who: &SignedIn, codes: &Codes) -> RecoveryCodesPage {
    RecoveryCodesPage {
        frame: frame(visit, who, "desk-recovery-codes-title"),
        account: who.account.clone(),
        codes: codes.iter().map(account::RecoveryCode::text).collect(),
    }
}

fn frame(visit: &Visit, who: &SignedIn, title: &str) -> Frame {
    super::frame(visit, who, &visit.words.say(title), "desk-tab-account")
}

impl Page for SecondFactorPage {
    const NAME: &'static str = "desk-second-factor";

    fn samples(language: Language) -> Vec<(&'static str, SecondFactorPage)> {
        let frame = || super::sample_frame(language, "/desk/account/second-factor", "desk-second-factor-title");
        let has = |recovery_codes_left, passkeys| {
            let generator = Some(Moment(1_690_438_320_000_000));
            SecondFactor { generator, passkeys, recovery_codes_left }
        };
        let none = SecondFactor::default();
        let key_alone = SecondFactor { generator: None, ..has(10, 1) };
        let administrator = vec![frame().say("desk-role-administrator")];
        vec![
            ("none", page(frame(), None, none, Vec::new())),
            ("asleep", page(frame(), None, none, administrator)),
            ("has", page(frame(), None, has(10, 0), Vec::new())),
            ("few-codes", page(frame(), None, has(2, 2), Vec::new())),
            ("passkey", page(frame(), None, key_alone, Vec::new())),
        ]
    }
}

impl Page for NewSecondFactorPage {
    const NAME: &'static str = "desk-second-factor-new";

    fn samples(language: Language) -> Vec<(&'static str, NewSecondFactorPage)> {
        let secret = "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ";
        let address = format!("otpauth://totp/glas.example:researcher?secret={}", secret.replace(' ', ""));
        let Ok(qr) = Qr::new(&address) else { return Vec::new() };
        let page = |refusals: &[Arc<dyn Explain + Send + Sync>]| NewSecondFactorPage {
            frame: super::sample_frame(language, "/desk/account/second-factor/new", "desk-second-factor-new"),
            errors: super::form_errors(app::Words::new(language), refusals),
            qr: qr.clone(),
            secret: secret.to_owned(),
        };
        vec![("empty", page(&[])), ("refused", page(&[Arc::new(account::Refusal::CodeWrong)]))]
    }
}

impl Page for RecoveryCodesPage {
    const NAME: &'static str = "desk-recovery-codes";

    fn samples(language: Language) -> Vec<(&'static str, RecoveryCodesPage)> {
        let page = RecoveryCodesPage {
            frame: super::sample_frame(language, "/desk/account/recovery-codes", "desk-recovery-codes-title"),
            account: "researcher".to_owned(),
            codes: vec!["abcd-efgh-ijkl-mnop".to_owned(); 10],
        };
        vec![("ten", page)]
    }
}
