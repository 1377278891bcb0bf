use crate::{Failure, Visit, doors::Anybody};
use axum::response::Response;
use data_encoding::HEXLOWER;
use serde::Serialize;
use store::SignedHead;

/// The signed heads of the journal, so that anybody can keep a copy and prove later what was in it.
pub async fn heads(_: Anybody, visit: Visit) -> Result<Response, Failure> {
    let heads = visit.site.read(|tx, instance| Ok((instance.tenant, tx.signed_heads(instance.tenant)?))).await?;
    let (tenant, heads) = heads;
    let told = HeadsTold {
        form: "glas-journal-head-1",
        tenant: HEXLOWER.encode(&tenant.0.0),
        heads: heads.iter().map(HeadTold::of).collect(),
    };
    Ok(super::json(&told, false))
}

#[derive(Serialize)]
struct HeadsTold {
    form: &'static str,
    tenant: String,
    heads: Vec<HeadTold>,
}

/// One signed head; bytes stand in hexadecimal digits, the moment in microseconds since 1970.
#[derive(Serialize)]
struct HeadTold {
    day: String,
    number: i64,
    digest: String,
    at: i64,
    public_key: String,
    signature: String,
}

impl HeadTold {
    fn of(signed: &SignedHead) -> HeadTold {
        HeadTold {
            day: signed.day.to_string(),
            number: signed.head.number,
            digest: signed.head.digest.to_string(),
            at: signed.at.0,
            public_key: HEXLOWER.encode(&signed.public_key),
            signature: HEXLOWER.encode(&signed.signature),
        }
    }
}
