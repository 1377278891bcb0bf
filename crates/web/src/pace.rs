//! How long a request may take. Whoever sends much over a slow line is waited for as long as enough of it comes; whoever
//! sends nothing is not, nor is a page that does not get ready.

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http_body::{Frame, SizeHint};
use std::{
    fmt,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll, ready},
    time::Duration,
};

/// One stretch of time after the other.
#[derive(Clone)]
pub struct Pace {
    stretch: Arc<dyn Fn() -> Stretch + Send + Sync>,
}

type Stretch = Pin<Box<dyn Future<Output = ()> + Send>>;

/// So many bytes have to come in a stretch: with thirty seconds 7 kB in one, which a telephone sends from a village where
/// there is hardly a signal.
const LEAST_IN_A_STRETCH: u64 = 200_000;
/// So many bytes that nobody wants are let in and forgotten.
const MOST_FORGOTTEN: u64 = 100 * 1024 * 1024;

impl Pace {
    pub fn of(stretch: Duration) -> Pace {
        Pace { stretch: Arc::new(move || Box::pin(tokio::time::sleep(stretch))) }
    }

    /// What the work comes to; `None` when a stretch passes in which neither the work is done nor enough comes in.
    async fn limited<T>(&self, coming: &Coming, work: impl Future<Output = T>) -> Option<T> {
        let mut work = std::pin::pin!(work);
        loop {
            let before = coming.so_far();
            tokio::select! {
                done = work.as_mut() => return Some(done),
                () = (self.stretch)() => {
                    if coming.so_far().saturating_sub(before) < LEAST_IN_A_STRETCH {
                        return None;
                    }
                }
            }
        }
    }
}

impl fmt::Debug for Pace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pace").finish_non_exhaustive()
    }
}

/// The layer.
pub async fn keep_pace(State(pace): State<Pace>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let coming = Coming::new(body);
    let answered = next.run(Request::from_parts(parts, Body::new(coming.clone())));
    let Some(mut response) = pace.limited(&coming, answered).await else {
        let status = if coming.is_whole() { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::REQUEST_TIMEOUT };
        return status.into_response();
    };
    // Who is still sending sees nothing of the answer when the line is cut: first the rest is let in, and forgotten.
    if !coming.is_whole() && pace.limited(&coming, coming.forgotten()).await != Some(true) {
        response.headers_mut().insert(header::CONNECTION, header::HeaderValue::from_static("close"));
    }
    response
}

/// What is being sent to us, with how much of it came so far.
#[derive(Clone)]
struct Coming(Arc<Mutex<Sent>>);

struct Sent {
    body: Body,
    so_far: u64,
    is_whole: bool,
}

impl Coming {
    fn new(body: Body) -> Coming {
        let is_whole = body.is_end_stream();
        Coming(Arc::new(Mutex::new(Sent { body, so_far: 0, is_whole })))
    }

    fn with<T>(&self, look: impl FnOnce(&mut Sent) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn so_far(&self) -> u64 {
        self.with(|sent| sent.so_far)
    }

    fn is_whole(&self) -> bool {
        self.with(|sent| sent.is_whole)
    }

    /// Lets in what is still coming, unless it is too much; whether nothing is left.
    async fn forgotten(&self) -> bool {
        let is_too_much = |more: u64| more > MOST_FORGOTTEN;
        if is_too_much(self.with(|sent| sent.body.size_hint().lower())) {
            return false;
        }
        let from = self.so_far();
        loop {
            match std::future::poll_fn(|context| self.with(|sent| sent.poll(context))).await {
                Some(Ok(_)) if is_too_much(self.so_far().saturating_sub(from)) => return false,
                Some(Ok(_)) => {}
                Some(Err(_)) => return false,
                None => return true,
            }
        }
    }
}

impl Sent {
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if self.is_whole {
            return Poll::Ready(None);
        }
        let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
        match &frame {
            Some(Ok(frame)) => {
                let bytes = frame.data_ref().map_or(0, |data| u64::try_from(data.len()).unwrap_or(u64::MAX));
                self.so_far = self.so_far.saturating_add(bytes);
                self.is_whole = self.body.is_end_stream();
            }
            Some(Err(_)) | None => self.is_whole = true,
        }
        Poll::Ready(frame)
    }
}

impl HttpBody for Coming {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        self.with(|sent| sent.poll(context))
    }

    fn is_end_stream(&self) -> bool {
        self.is_whole()
    }

    fn size_hint(&self) -> SizeHint {
        self.with(|sent| sent.body.size_hint())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::{Router, middleware::from_fn_with_state, routing::post};
    use std::convert::Infallible;
    use tokio::{
        sync::mpsc::{self, Receiver, Sender},
        task::JoinHandle,
    };
    use tower::ServiceExt;

    /// What somebody sends piece by piece, and stretches of time that pass when they are told to.
    struct Line {
        pieces: Sender<Bytes>,
        /// Sizes of the pieces that arrived.
        arrived: Receiver<usize>,
        begun: Receiver<()>,
        passed: Sender<()>,
        answer: JoinHandle<Response>,
    }

    struct Pieces {
        coming: Receiver<Bytes>,
        announced: u64,
    }

    impl HttpBody for Pieces {
        type Data = Bytes;
        type Error = Infallible;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            context: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
            self.coming.poll_recv(context).map(|piece| piece.map(|piece| Ok(Frame::data(piece))))
        }

        fn size_hint(&self) -> SizeHint {
            let mut hint = SizeHint::new();
            hint.set_lower(self.announced);
            hint
        }
    }

    /// `/read` waits for the whole, `/refuse` says at once that it is too much, `/forget` never answers.
    async fn line(path: &'static str, announced: u64) -> Line {
        let (pieces, coming) = mpsc::channel(1);
        let (arrival, arrived) = mpsc::channel(100);
        let (beginning, begun) = mpsc::channel(100);
        let (passed, passing) = mpsc::channel(1);
        let passing = Arc::new(tokio::sync::Mutex::new(passing));
        let stretch = move || -> Stretch {
            let (passing, beginning) = (passing.clone(), beginning.clone());
            Box::pin(async move {
                beginning.send(()).await.unwrap();
                passing.lock().await.recv().await.unwrap();
            })
        };
        let forgotten = arrival.clone();
        let forget = async move |body: Bytes| {
            forgotten.send(body.len()).await.unwrap();
            std::future::pending::<()>().await;
        };
        let read = async move |mut body: Body| {
            while let Some(frame) = std::future::poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
                arrival.send(frame.unwrap().data_ref().unwrap().len()).await.unwrap();
            }
            "whole"
        };
        let site = Router::new()
            .route("/read", post(read))
            .route("/refuse", post(async || StatusCode::PAYLOAD_TOO_LARGE))
            .route("/forget", post(forget))
            .layer(from_fn_with_state(Pace { stretch: Arc::new(stretch) }, keep_pace));
        let request = Request::post(path).body(Body::new(Pieces { coming, announced })).unwrap();
        let answer = tokio::spawn(async move { site.oneshot(request).await.unwrap() });
        Line { pieces, arrived, begun, passed, answer }
    }

    fn piece(bytes: usize) -> Bytes {
        Bytes::from(vec![0; bytes])
    }

    #[tokio::test]
    async fn who_sends_steadily_is_waited_for() {
        let mut line = line("/read", 0).await;
        line.begun.recv().await.unwrap();
        for _ in 0..5 {
            line.pieces.send(piece(250_000)).await.unwrap();
            assert_eq!(line.arrived.recv().await, Some(250_000));
            line.passed.send(()).await.unwrap();
            line.begun.recv().await.unwrap();
        }
        drop(line.pieces);
        assert_eq!(line.answer.await.unwrap().status(), StatusCode::OK);
    }

    #[tokio::test]
    async fn who_drips_or_stops_is_not() {
        for bytes in [1, 100_000] {
            let mut line = line("/read", 0).await;
            line.begun.recv().await.unwrap();
            line.pieces.send(piece(bytes)).await.unwrap();
            line.arrived.recv().await.unwrap();
            line.passed.send(()).await.unwrap();
            assert_eq!(line.answer.await.unwrap().status(), StatusCode::REQUEST_TIMEOUT, "{bytes}");
        }
    }

    #[tokio::test]
    async fn a_page_that_does_not_get_ready_is_not_waited_for() {
        let mut line = line("/forget", 0).await;
        line.begun.recv().await.unwrap();
        drop(line.pieces);
        assert_eq!(line.arrived.recv().await, Some(0));
        line.passed.send(()).await.unwrap();
        assert_eq!(line.answer.await.unwrap().status(), StatusCode::SERVICE_UNAVAILABLE);
    }

    #[tokio::test]
    async fn who_sends_too_much_may_finish_and_then_reads_so() {
        let line = line("/refuse", 0).await;
        // One piece waits at a time: that all are taken means that they were let in.
        for _ in 0..20 {
            line.pieces.send(piece(1_000_000)).await.unwrap();
        }
        assert!(!line.answer.is_finished(), "a browser that still sends would not read it");
        drop(line.pieces);
        let answer = line.answer.await.unwrap();
        assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
        assert!(!answer.headers().contains_key(header::CONNECTION));
    }

    #[tokio::test]
    async fn what_is_far_too_much_is_cut_off() {
        let line = line("/refuse", MOST_FORGOTTEN + 1).await;
        let answer = line.answer.await.unwrap();
        assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(answer.headers()[header::CONNECTION], "close");
        drop(line.pieces);
    }
}
