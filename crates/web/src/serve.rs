use axum::{Router, body::Body, extract::ConnectInfo, http::Request};
use hyper::{body::Incoming, server::conn::http1};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use std::{future::Future, io, net::SocketAddr, pin::pin, time::Duration};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    sync::watch,
};
use tower::ServiceExt;

/// How long others are waited for.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// So long a connection may take to say what it wants, and so long it may stay open without wanting anything. Whoever
    /// sends a letter a minute would otherwise hold a place that somebody needs.
    pub headers: Duration,
    /// So long after the stop answers may still be on their way; whoever does not read theirs holds nobody up. Longer
    /// than any request may take.
    pub ending: Duration,
}

impl Default for Patience {
    fn default() -> Patience {
        Patience { headers: Duration::from_secs(20), ending: Duration::from_secs(40) }
    }
}

/// What comes before HTTP on a connection.
pub trait Handshake: Clone + Send + Sync + 'static {
    type Stream: AsyncRead + AsyncWrite + Unpin + Send + 'static;

    /// `None`: it was about something else, and is done.
    ///
    /// # Errors
    /// Of this one connection.
    fn shake(&self, connection: TcpStream) -> impl Future<Output = io::Result<Option<Self::Stream>>> + Send;
}

/// Nothing: whoever encrypts stands before the program.
#[derive(Debug, Clone, Copy)]
pub struct InTheOpen;

impl Handshake for InTheOpen {
    type Stream = TcpStream;

    async fn shake(&self, connection: TcpStream) -> io::Result<Option<TcpStream>> {
        Ok(Some(connection))
    }
}

/// Serves the site without encryption until `stop` is ready.
///
/// # Errors
/// As for [`serve_over`].
pub async fn serve(
    listener: TcpListener,
    site: Router,
    patience: Patience,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    serve_over(InTheOpen, listener, site, patience, stop).await
}

/// Serves the site until `stop` is ready, then finishes what was begun: no request that was taken in is dropped.
///
/// # Errors
/// When the listener itself fails.
pub async fn serve_over<H: Handshake>(
    handshake: H,
    listener: TcpListener,
    site: Router,
    patience: Patience,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let (ending, end) = watch::channel(());
    let mut stop = pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((connection, client)) => {
                let (handshake, site, end) = (handshake.clone(), site.clone(), end.clone());
                tokio::spawn(converse(handshake, connection, client, site, patience.headers, end));
            }
            Err(error) if is_of_one_connection(&error) => {}
            Err(error) => {
                // As many files are open as may be; some connection has to end before another begins.
                tracing::error!(%error, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
    drop((listener, end));
    // Every connection holds one end of this channel for as long as it lasts.
    let _ = ending.send(());
    if tokio::time::timeout(patience.ending, ending.closed()).await.is_err() {
        tracing::warn!(connections = ending.receiver_count(), "connections that do not end are cut off");
    }
    Ok(())
}

async fn converse<H: Handshake>(
    handshake: H,
    connection: TcpStream,
    client: SocketAddr,
    site: Router,
    headers_within: Duration,
    mut end: watch::Receiver<()>,
) {
    // A page is one small answer; waiting to fill a packet would only add delay.
    if let Err(error) = connection.set_nodelay(true) {
        tracing::debug!(%error, "a connection keeps its delay");
    }
    let shaken = tokio::time::timeout(headers_within, handshake.shake(connection)).await;
    let Ok(Ok(Some(connection))) = shaken else {
        tracing::debug!("a connection did not come as far as HTTP");
        return;
    };
    let site = site.map_request(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(client));
        request.map(Body::new)
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(headers_within);
    let mut conversation = pin!(http.serve_connection(TokioIo::new(connection), TowerToHyperService::new(site)));
    let ended = tokio::select! {
        ended = conversation.as_mut() => ended,
        _ = end.changed() => {
            conversation.as_mut().graceful_shutdown();
            conversation.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended early");
    }
}

fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        sync::{mpsc, oneshot},
    };

    async fn site(patience: Patience, site: Router) -> (SocketAddr, oneshot::Sender<()>, impl Future) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let served = tokio::spawn(serve(listener, site, patience, async {
            let _ = stopped.await;
        }));
        (address, stop, served)
    }

    #[tokio::test]
    async fn whoever_does_not_say_what_they_want_is_not_waited_for() {
        let (address, _stop, _) =
            site(Patience { headers: Duration::from_millis(20), ..Patience::default() }, Router::new()).await;
        let mut slow = TcpStream::connect(address).await.unwrap();
        slow.write_all(b"GET / HTTP/1.1\r\nhost: glas\r\nx-slow: ").await.unwrap();
        let mut answer = Vec::new();
        // The end of the connection, which comes from the other side.
        slow.read_to_end(&mut answer).await.unwrap();
        assert!(!String::from_utf8_lossy(&answer).contains(" 200 "), "{answer:?}");
    }

    #[tokio::test]
    async fn what_was_begun_is_finished() {
        let (begun, mut has_begun) = mpsc::channel(1);
        let (go_on, may_go_on) = watch::channel(false);
        let handler = move || {
            let (begun, mut may_go_on) = (begun.clone(), may_go_on.clone());
            async move {
                begun.send(()).await.unwrap();
                may_go_on.wait_for(|may| *may).await.unwrap();
                "finished"
            }
        };
        let (address, stop, served) = site(Patience::default(), Router::new().route("/", get(handler))).await;
        let mut visitor = TcpStream::connect(address).await.unwrap();
        let mut idle = TcpStream::connect(address).await.unwrap();
        visitor.write_all(b"GET / HTTP/1.1\r\nhost: glas\r\n\r\n").await.unwrap();
        has_begun.recv().await.unwrap();
        stop.send(()).unwrap();
        let mut nothing = Vec::new();
        idle.read_to_end(&mut nothing).await.unwrap();
        go_on.send(true).unwrap();
        let mut answer = Vec::new();
        visitor.read_to_end(&mut answer).await.unwrap();
        assert!(String::from_utf8_lossy(&answer).ends_with("finished"), "{answer:?}");
        served.await;
    }

    #[tokio::test]
    async fn whoever_does_not_read_their_answer_does_not_hold_up_the_end() {
        let large = Router::new().route("/", get(|| async { vec![b'g'; 64 << 20] }));
        let patience = Patience { ending: Duration::from_millis(20), ..Patience::default() };
        let (address, stop, served) = site(patience, large).await;
        let mut deaf = TcpStream::connect(address).await.unwrap();
        deaf.write_all(b"GET / HTTP/1.1\r\nhost: glas\r\n\r\n").await.unwrap();
        deaf.readable().await.unwrap();
        stop.send(()).unwrap();
        served.await;
    }
}
