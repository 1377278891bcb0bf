//! Who counts requests: told of each when it comes in and when its answer goes out, and nothing that is about anybody.

use axum::{
    extract::{MatchedPath, Request},
    http::Method,
    middleware::Next,
    response::Response,
};

/// Called with the pattern of the door and the status when an answer goes out.
pub type Answered = Box<dyn FnOnce(&str, u16) + Send>;

/// Counts requests. It measures time itself: here nobody has a clock.
pub trait Watch: Send + Sync {
    /// A request comes in.
    fn begin(&self, method: &Method) -> Answered;
}

/// The pattern of the door at which a request knocked, on its answer.
#[derive(Clone)]
struct Knocked(Option<MatchedPath>);

/// Notes on the answer at which door was knocked.
pub async fn note_door(request: Request, next: Next) -> Response {
    let door = request.extensions().get::<MatchedPath>().cloned();
    let mut response = next.run(request).await;
    response.extensions_mut().insert(Knocked(door));
    response
}

/// The pattern, never the path: in that may stand somebody's key.
pub fn door_of(response: &Response) -> String {
    match response.extensions().get::<Knocked>() {
        Some(Knocked(Some(door))) => door.as_str().to_owned(),
        Some(Knocked(None)) => "nowhere".to_owned(),
        // It lay ready, and nobody had to be asked.
        None => "kept".to_owned(),
    }
}

/// An answer to somebody who did not come as far as any door.
pub fn nowhere(mut response: Response) -> Response {
    response.extensions_mut().insert(Knocked(None));
    response
}
