use crate::{Failure, Frame, Keep, Site, browser::browser, cookies::Cookies};
use app::Words;
use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, Method, header, request::Parts},
    response::{Html, IntoResponse, Response},
};
use base::{Language, Moment};
use jiff::civil::Date;

/// One request as a handler sees it: who may be asking, in which language, at which moment.
#[derive(Debug, Clone)]
pub struct Visit {
    pub site: Site,
    pub words: Words,
    /// Without the prefix of the language: `/projects/perushtitsa`.
    pub path: String,
    pub method: Method,
    pub cookies: Cookies,
    /// Roughly which browser it is.
    pub browser: String,
    /// The tag of what the browser already has.
    pub known_tag: Option<HeaderValue>,
    /// The one „now“ of this request.
    pub now: Moment,
    pub today: Date,
}

impl Visit {
    pub fn language(&self) -> Language {
        self.words.language()
    }

    /// `path` in the language of this visit: `/en/projects`.
    pub fn address(&self, path: &str) -> String {
        self.site.settings.place(self.language(), path)
    }

    /// `path` as somebody outside would write it, with the site's own name before it.
    pub fn public_address(&self, path: &str) -> String {
        self.site.settings.public_place(self.language(), path)
    }

    /// Everything around a page; `title` is what stands in the browser's tab.
    pub fn frame(&self, title: impl Into<String>) -> Frame {
        let mut frame = Frame::new(self.words, &self.site.settings, &self.path, title);
        frame.at_desk = self.cookies.session().is_some();
        frame
    }

    /// Renders a page.
    ///
    /// # Errors
    /// A fault when the template fails.
    pub fn show(&self, page: &impl askama::Template) -> Result<Response, Failure> {
        Ok(Html(page.render()?).into_response())
    }

    /// Renders a page that everybody sees alike, so that it may be kept for a second and asked for again by its tag. For
    /// somebody who is signed in it has a way to the desk, and is theirs alone.
    ///
    /// # Errors
    /// A fault when the template fails.
    pub fn show_public(&self, page: &impl askama::Template, is_hidden: bool) -> Result<Response, Failure> {
        let response = self.show(page)?;
        Ok(unlisted_if(
            is_hidden,
            if self.cookies.session().is_some() { response } else { Keep::OneSecond.on(response) },
        ))
    }

    /// After a form: the browser gets `path` (without the language prefix) with a fresh GET.
    pub fn go_to(&self, path: &str) -> Response {
        (axum::http::StatusCode::SEE_OTHER, [(header::LOCATION, self.address(path))]).into_response()
    }

    /// The same to an address of ours that has its prefix already.
    ///
    /// # Errors
    /// A fault when it cannot stand in a header.
    pub fn go_back_to(&self, address: &str) -> Result<Response, Failure> {
        let place = HeaderValue::try_from(address).map_err(Failure::fault)?;
        Ok((axum::http::StatusCode::SEE_OTHER, [(header::LOCATION, place)]).into_response())
    }
}

impl FromRequestParts<Site> for Visit {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Visit, Failure> {
        let language = parts.extensions.get::<Language>().copied().unwrap_or_default();
        Ok(Visit {
            site: site.clone(),
            words: Words::new(language),
            path: parts.uri.path().to_owned(),
            method: parts.method.clone(),
            cookies: Cookies::read(&parts.headers, &site.settings)?,
            browser: browser(&parts.headers),
            known_tag: parts.headers.get(header::IF_NONE_MATCH).cloned(),
            now: site.now(),
            today: site.today(),
        })
    }
}

/// Tells search engines to leave out what may not be indexed.
pub fn unlisted_if(is_hidden: bool, mut response: Response) -> Response {
    if is_hidden {
        response.headers_mut().insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
    }
    response
}
