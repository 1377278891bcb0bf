use axum::{
    Router,
    http::{HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

/// Leads whoever comes without encryption to the same place with it. The host that they name is not repeated: it leads to
/// our own address, whatever they say.
pub fn redirect(address: String) -> Router {
    let origin = match address.split_once("://").and_then(|(_, after)| after.find('/')) {
        // Paths of the site begin with its base already.
        Some(base) => address.get(..base + "https://".len()).unwrap_or(&address).to_owned(),
        None => address,
    };
    Router::new().fallback(move |uri: Uri| {
        let origin = origin.clone();
        async move { answer(&origin, &uri) }
    })
}

fn answer(origin: &str, uri: &Uri) -> Response {
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let path = if path.starts_with('/') { path } else { "/" };
    match HeaderValue::try_from(format!("{origin}{path}")) {
        Ok(location) => (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, location)]).into_response(),
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_leads_to_our_address_alone() {
        let check = |address: &str, uri: &str, expected: &str| {
            let origin = address.trim_end_matches("/glas");
            let response = answer(origin, &uri.parse().unwrap());
            assert_eq!(response.headers()[header::LOCATION], expected, "{uri}");
            assert_eq!(response.status(), StatusCode::PERMANENT_REDIRECT);
        };
        check("https://glas.example", "/a/b?c=d", "https://glas.example/a/b?c=d");
        check("https://glas.example", "/", "https://glas.example/");
        check("https://glas.example", "//elsewhere.example/", "https://glas.example//elsewhere.example/");
        check("https://glas.example", "http://elsewhere.example/a", "https://glas.example/a");
        check("https://glas.example", "*", "https://glas.example/");
    }
}
