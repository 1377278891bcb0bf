use crate::{Failure, Site};
use axum::{
    Form, RequestExt,
    extract::{FromRequest, FromRequestParts, Query, Request},
    http::request::Parts,
};

/// The fields of a sent form, in their order; a name may stand more than once.
#[derive(Debug, Clone, Default)]
pub struct Fields(pub Vec<(String, String)>);

/// The fields after the `?` of an address.
#[derive(Debug, Clone, Default)]
pub struct Asked(pub Fields);

/// More fields than the longest questionnaire needs.
const MOST: usize = 5_000;

impl Fields {
    /// The first value under `name`, without the space around it.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim())
    }

    /// The first value under `name`, or nothing at all as an empty text.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }
}

impl FromRequest<Site> for Fields {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &Site) -> Result<Fields, Failure> {
        let form: Result<Form<Vec<(String, String)>>, _> = request.extract().await;
        match form {
            Ok(Form(fields)) if fields.len() <= MOST && !fields.iter().any(holds_null) => Ok(Fields(fields)),
            Ok(_) => Err(Failure::Unreadable),
            Err(rejection) => Err(match axum::response::IntoResponse::into_response(rejection).status() {
                axum::http::StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
                _ => Failure::Unreadable,
            }),
        }
    }
}

impl FromRequestParts<Site> for Asked {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &Site) -> Result<Asked, Failure> {
        let Query(fields) =
            Query::<Vec<(String, String)>>::try_from_uri(&parts.uri).map_err(|_| Failure::Unreadable)?;
        if fields.len() > MOST || fields.iter().any(holds_null) {
            return Err(Failure::Unreadable);
        }
        Ok(Asked(Fields(fields)))
    }
}

/// No keyboard types it and a database may choke on it.
fn holds_null((name, value): &(String, String)) -> bool {
    name.contains('\0') || value.contains('\0')
}
