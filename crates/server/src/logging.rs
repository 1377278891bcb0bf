//! Structured logs, without personal data: no addresses of people, no query strings, no form fields.

use tracing_subscriber::{EnvFilter, fmt};

/// Begins to log to standard error, as JSON unless somebody watches it on a terminal. Whatever the level, the layers of
/// HTTP do not log whole paths, for in those may stand the key of a draft.
pub fn begin(filter: &str) {
    let filter = EnvFilter::try_new(format!("{filter},tower_http=info")).unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(true);
    // A second call keeps the first logger, which is what tests want.
    let _ = if std::io::IsTerminal::is_terminal(&std::io::stderr()) {
        lines.compact().with_ansi(false).try_init()
    } else {
        lines.json().flatten_event(true).try_init()
    };
}
