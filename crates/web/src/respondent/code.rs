//! A personal code that somebody types: from then on it is what their address begins with.

use super::{
    addresses,
    away::{Admitted, Away},
    room,
};
use crate::{Fields, Visit, doors::Anybody};
use app::personal_codes::PersonalCode;
use axum::{extract::Path, response::Response};

const CODE: &str = "code";

pub async fn enter(
    _: Anybody,
    visit: Visit,
    _: Admitted,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Away> {
    let typed = fields.text(CODE).trim().to_owned();
    let written = typed.parse::<PersonalCode>().ok();
    let (room, is_known) = room::read(&visit, &token, move |tx, instance, invitation| {
        let Some(code) = written else { return Ok(false) };
        let known = tx.personal_code_written(instance.tenant, code.bytes())?;
        Ok(known.is_some_and(|known| known.audience == invitation.audience.id))
    })
    .await?;
    match written {
        Some(code) if is_known => Ok(visit.go_to(&addresses::start(&code.address()))),
        Some(_) | None => Err(Away::unknown_code(&visit, &room, &typed)),
    }
}
