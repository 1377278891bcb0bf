use crate::{
    Asked, Failure, Visit,
    doors::Anybody,
    public::journal::{address, wanted},
};
use app::journal::{PublicAct, public_journal};
use axum::response::Response;
use base::TenantId;
use data_encoding::HEXLOWER;
use serde::Serialize;
use store::SignedHead;
use utoipa::ToSchema;

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

#[derive(Serialize, ToSchema)]
pub struct HeadsTold {
    form: &'static str,
    tenant: String,
    heads: Vec<HeadTold>,
}

/// One signed head; bytes stand in hexadecimal digits, the moment in microseconds since 1970.
#[derive(Serialize, ToSchema)]
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

/// The entries themselves, as far as everybody may know them: the chain can be checked from them, for what is not told stands
/// there as its digest. `?before=` a number goes back further.
pub async fn entries(_: Anybody, visit: Visit, asked: Asked) -> Result<Response, Failure> {
    let wanted = wanted(&asked);
    let (tenant, journal) = visit
        .site
        .read(move |tx, instance| Ok((instance.tenant, public_journal(tx, instance.tenant, wanted, MOST)?)))
        .await?;
    let is_invented = |act: &PublicAct| act.about.as_ref().is_some_and(|about| about.is_invented);
    let is_hidden = journal.acts.iter().any(is_invented);
    let told = JournalTold {
        notice: is_hidden.then(|| visit.words.say("demonstration-data")),
        form: "glas-journal-1",
        tenant: HEXLOWER.encode(&tenant.0.0),
        entries: journal.acts.iter().map(|act| EntryTold::of(&visit, tenant, act)).collect(),
        older: journal.older.map(|before| visit.public_address(&format!("/journal.json?before={before}"))),
    };
    Ok(super::json(&told, is_hidden))
}

const MOST: usize = 500;

#[derive(Serialize, ToSchema)]
pub struct JournalTold<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<String>,
    form: &'static str,
    tenant: String,
    entries: Vec<EntryTold<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    older: Option<String>,
}

/// One entry; the moment in microseconds since 1970.
#[derive(Serialize, ToSchema)]
struct EntryTold<'a> {
    number: i64,
    previous: String,
    at: i64,
    party: Option<String>,
    role: Option<&'a str>,
    kind: &'a str,
    /// The digest in the place of the person.
    who: Option<String>,
    /// The digest in the place of everything under `told`.
    what: String,
    digest: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    told: Option<ActTold<'a>>,
}

/// What the act was about, where that is public.
#[derive(Serialize, ToSchema)]
struct ActTold<'a> {
    noun: &'a str,
    subject: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    is_demonstration: bool,
    #[schema(value_type = Vec<Vec<String>>)]
    facts: &'a [(String, String)],
    before: Option<String>,
    after: Option<String>,
}

impl<'a> EntryTold<'a> {
    fn of(visit: &Visit, tenant: TenantId, PublicAct { entry, about }: &'a PublicAct) -> EntryTold<'a> {
        EntryTold {
            number: entry.number,
            previous: entry.previous.to_string(),
            at: entry.at.0,
            party: entry.party.map(|party| HEXLOWER.encode(&party.0.0)),
            role: entry.role.as_deref(),
            kind: &entry.kind,
            who: entry.who(tenant).map(|digest| digest.to_string()),
            what: entry.what(tenant).to_string(),
            digest: entry.digest.to_string(),
            told: about.as_ref().map(|about| ActTold {
                noun: &entry.noun,
                subject: HEXLOWER.encode(&entry.subject.0),
                address: address(&about.place).map(|path| visit.public_address(&path)),
                is_demonstration: about.is_invented,
                facts: &entry.facts,
                before: entry.digests.before.map(|digest| digest.to_string()),
                after: entry.digests.after.map(|digest| digest.to_string()),
            }),
        }
    }
}
