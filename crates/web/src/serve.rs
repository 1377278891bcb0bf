use axum::{Router, serve::ListenerExt};
use std::{future::Future, net::SocketAddr};
use tokio::net::TcpListener;

/// Serves the site until `stop` is ready, then finishes what was begun: no request that was taken in is dropped.
///
/// # Errors
/// When the listener itself fails.
pub async fn serve(
    listener: TcpListener,
    site: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    // A page is one small answer; waiting to fill a packet would only add delay.
    let listener = listener.tap_io(|connection| {
        if let Err(error) = connection.set_nodelay(true) {
            tracing::debug!(%error, "a connection keeps its delay");
        }
    });
    axum::serve(listener, site.into_make_service_with_connect_info::<SocketAddr>()).with_graceful_shutdown(stop).await
}
