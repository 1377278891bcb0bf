use super::Problem;
use std::{net::SocketAddr, path::PathBuf};

/// Where figures are given out, and to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MetricsSettings {
    /// A listener of its own: the public one never gives them out.
    pub listen: SocketAddr,
    /// A file with the word that whoever asks has to know.
    pub token: Option<PathBuf>,
}

/// `None` where nobody asked for them. Whoever lets others than this machine ask needs a token.
pub(super) fn read(value: &impl Fn(&str) -> String) -> Result<Option<MetricsSettings>, Problem> {
    let given = |name: &str| Some(value(name)).filter(|value| !value.is_empty());
    let Some(listen) = given("metrics") else { return Ok(None) };
    let wrong = |_| Problem::Wrong { name: "metrics".to_owned(), value: value("metrics") };
    let listen: SocketAddr = listen.parse().map_err(wrong)?;
    let token = given("metrics_token_file").map(PathBuf::from);
    if !listen.ip().is_loopback() && token.is_none() {
        return Err(Problem::Needed { name: "metrics_token_file".to_owned(), by: "metrics".to_owned() });
    }
    Ok(Some(MetricsSettings { listen, token }))
}
