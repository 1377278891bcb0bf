//! Somebody with a browser: keeps cookies, follows where a form leads, reads what comes.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header},
};
use std::collections::BTreeMap;
use tower::ServiceExt;

#[allow(dead_code, reason = "serves the suites of all readers; not each needs everything")]
pub struct Visitor {
    site: Router,
    cookies: BTreeMap<String, String>,
}

#[derive(Debug, Clone)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

#[allow(dead_code, reason = "serves the suites of all readers; not each needs everything")]
impl Visitor {
    pub fn new(site: Router) -> Visitor {
        Visitor { site, cookies: BTreeMap::new() }
    }

    /// Somebody else at the same site, without cookies.
    pub fn stranger(&self) -> Visitor {
        Visitor::new(self.site.clone())
    }

    /// Opens an address.
    pub async fn get(&mut self, address: &str) -> Answer {
        self.send(Request::get(address).body(Body::empty()).unwrap()).await
    }

    /// Sends a form; the answer is what the server says, not where it leads to.
    pub async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let body = encoded(fields);
        let request = Request::post(address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body));
        self.send(request.unwrap()).await
    }

    /// Sends a form and opens the page that it leads to.
    pub async fn post_and_follow(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.post(address, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let next = answer.header("location").to_owned();
        self.get(&next).await
    }

    pub async fn with_method(&mut self, method: Method, address: &str) -> Answer {
        self.send(Request::builder().method(method).uri(address).body(Body::empty()).unwrap()).await
    }

    pub async fn send(&mut self, mut request: Request<Body>) -> Answer {
        if !self.cookies.is_empty() {
            let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request.headers_mut().insert(header::COOKIE, HeaderValue::try_from(pairs.join("; ")).unwrap());
        }
        let response = self.site.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for value in parts.headers.get_all(header::SET_COOKIE) {
            self.remember(value.to_str().unwrap());
        }
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }

    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// The same browser at a site that is run otherwise.
    pub fn at(self, site: Router) -> Visitor {
        Visitor { site, ..self }
    }

    /// The value of a cookie that this browser keeps.
    pub fn cookie(&self, name: &str) -> String {
        self.cookies.get(name).cloned().unwrap_or_default()
    }

    fn remember(&mut self, cookie: &str) {
        let (pair, rest) = cookie.split_once(';').unwrap_or((cookie, ""));
        let (name, value) = pair.split_once('=').unwrap();
        if rest.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.set_cookie(name, value);
        }
    }
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

pub fn encoded(fields: &[(&str, &str)]) -> String {
    fn percent(text: &str) -> String {
        text.bytes()
            .map(
                |byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") },
            )
            .collect()
    }
    fields.iter().map(|(name, value)| format!("{}={}", percent(name), percent(value))).collect::<Vec<_>>().join("&")
}

impl Visitor {
    /// Sends a form with one file.
    pub async fn upload(&mut self, address: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Answer {
        let (name, bytes) = file;
        self.upload_all(address, fields, &[("file", name, bytes)]).await
    }

    /// The same with several files, each under its field.
    pub async fn upload_all(
        &mut self,
        address: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Answer {
        self.send(Visitor::uploading(address, fields, files)).await
    }

    /// What a browser sends then.
    pub fn uploading(address: &str, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Request<Body> {
        let mark = "----a-line-that-no-file-holds";
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!("--{mark}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(part.as_bytes());
        }
        for (field, name, bytes) in files {
            let head = format!(
                "--{mark}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            );
            body.extend(head.as_bytes());
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{mark}--\r\n").as_bytes());
        let request = Request::post(address)
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={mark}"))
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body));
        request.unwrap()
    }

    /// Opens where an answer leads to.
    pub async fn follow(&mut self, answer: &Answer) -> Answer {
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let next = answer.header("location").to_owned();
        self.get(&next).await
    }
}

impl Answer {
    /// The value of the first hidden or visible input with this name.
    pub fn value_of(&self, name: &str) -> String {
        let text = self.text();
        let (_, tag) = text.split_once(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("{name} in {text}"));
        let (_, after) = tag.split_once(" value=\"").unwrap();
        after.split('"').next().unwrap().to_owned()
    }
}
