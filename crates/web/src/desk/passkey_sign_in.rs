//! Signing in with a passkey: without a name, or in the place of a code after the password.

use super::{
    passkey_challenge::{self, Ceremony, Way},
    password, sign_in,
    who::safe_way_back,
};
use crate::{Failure, Fields, Visit, doors::Anybody, network::Network};
use app::account;
use axum::response::Response;

/// Asks the browser for a key.
pub async fn begin(_: Anybody, visit: Visit, network: Network, fields: Fields) -> Result<Response, Failure> {
    let back = safe_way_back(&visit, fields.text("back"));
    let is_second = fields.has("second");
    match begun(&visit, &network, is_second).await {
        Ok(asked) => {
            let ceremony = Ceremony {
                frame: visit.frame(visit.words.say("desk-passkey-sign-in-title")).hidden(),
                way: Way::Use,
                action: "/sign-in/passkey",
                back: visit.address(if is_second { "/sign-in/code" } else { "/sign-in" }),
                hidden: vec![("back", back)],
            };
            passkey_challenge::show(&visit, ceremony, asked)
        }
        Err(failure) => sign_in::again(&visit, back, failure),
    }
}

async fn begun(visit: &Visit, network: &Network, is_second: bool) -> Result<account::PasskeyAsked, Failure> {
    let site = passkey_challenge::relying_party(visit)?;
    let step = if is_second { visit.cookies.step() } else { None };
    let (now, mut chance, network) = (visit.now, visit.site.chance(), network.name().to_owned());
    let asked = visit.site.write(move |tx, instance| {
        let tenant = instance.tenant;
        account::begin_passkey_sign_in(tx, tenant, &site, &network, step.as_ref(), now, &mut *chance)
    });
    Ok(asked.await?)
}

/// The key has signed.
pub async fn sign_in(_: Anybody, visit: Visit, network: Network, fields: Fields) -> Result<Response, Failure> {
    let back = safe_way_back(&visit, fields.text("back"));
    match entered(&visit, &network, &fields).await {
        Ok(entered) => password::signed_in(&visit, &entered, visit.go_back_to(&back)?),
        Err(failure) => sign_in::again(&visit, back, failure),
    }
}

async fn entered(visit: &Visit, network: &Network, fields: &Fields) -> Result<account::Entered, Failure> {
    let answer = passkey_challenge::answer(fields)?;
    let site = passkey_challenge::relying_party(visit)?;
    let (now, mut chance, earlier) = (visit.now, visit.site.chance(), visit.cookies.session());
    let from = sign_in::origin(visit, network)?;
    let entered = visit.site.write(move |tx, instance| {
        let entered = account::sign_in_with_passkey(tx, instance, &site, &answer, &from, now, &mut *chance)?;
        if entered.is_ok() {
            account::sign_out_earlier(tx, instance.tenant, earlier)?;
        }
        Ok(entered)
    });
    entered.await?.map_err(Failure::refused)
}
