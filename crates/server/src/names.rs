//! Names in the DNS, asked only when the operator wants to know.

use hickory_resolver::{
    TokioResolver,
    config::{ConnectionConfig, NameServerConfig, ResolverConfig},
    net::{DnsError, NetError, runtime::TokioRuntimeProvider},
    proto::{
        op::ResponseCode,
        rr::{RData, RecordType},
    },
};
use std::{net::SocketAddr, time::Duration};

/// For each question, whatever happens underneath.
const PATIENCE: Duration = Duration::from_secs(5);
/// A domain may publish anything; no more of it is looked at.
const MOST_RECORDS: usize = 50;

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Silence {
    /// Whoever was asked says that there is none.
    None,
    /// Nobody answered, or not in a way that could be understood.
    Unanswered(String),
}

pub struct Names {
    resolver: Option<TokioResolver>,
}

impl Names {
    /// Asks `resolver`, or whom the machine asks.
    pub fn of(resolver: Option<SocketAddr>) -> Names {
        let provider = TokioRuntimeProvider::default();
        let builder = match resolver {
            Some(address) => {
                let connections = [ConnectionConfig::udp(), ConnectionConfig::tcp()].map(|mut connection| {
                    connection.port = address.port();
                    connection
                });
                let mut server = NameServerConfig::udp_and_tcp(address.ip());
                server.connections = connections.into();
                Some(TokioResolver::builder_with_config(ResolverConfig::from_name_servers(vec![server]), provider))
            }
            None => TokioResolver::builder_tokio().ok(),
        };
        let resolver = builder.and_then(|mut builder| {
            let options = builder.options_mut();
            options.timeout = Duration::from_secs(2);
            options.attempts = 1;
            builder.build().ok()
        });
        Names { resolver }
    }

    /// Every text, its pieces joined (RFC 7208, 3.3).
    pub async fn texts(&self, name: &str) -> Result<Vec<String>, Silence> {
        self.ask(name, RecordType::TXT, |data| {
            let RData::TXT(text) = data else { return None };
            let bytes: Vec<u8> = text.txt_data.iter().flat_map(|piece| piece.iter().copied()).collect();
            Some(String::from_utf8_lossy(&bytes).into_owned())
        })
        .await
    }

    /// Who takes the letters of a domain, the first choice first.
    pub async fn mail_servers(&self, domain: &str) -> Result<Vec<String>, Silence> {
        let mut servers = self
            .ask(domain, RecordType::MX, |data| {
                let RData::MX(mx) = data else { return None };
                Some((mx.preference, mx.exchange.to_utf8().trim_end_matches('.').to_owned()))
            })
            .await?;
        servers.sort();
        Ok(servers.into_iter().map(|(_, server)| server).collect())
    }

    /// Where a host is, in either kind of address.
    pub async fn addresses(&self, host: &str) -> Result<Vec<String>, Silence> {
        let four = self.ask(host, RecordType::A, |data| {
            let RData::A(address) = data else { return None };
            Some(address.0.to_string())
        });
        let six = self.ask(host, RecordType::AAAA, |data| {
            let RData::AAAA(address) = data else { return None };
            Some(address.0.to_string())
        });
        match tokio::join!(four, six) {
            (Ok(mut found), Ok(more)) => {
                found.extend(more);
                Ok(found)
            }
            (Ok(found), Err(_)) | (Err(_), Ok(found)) => Ok(found),
            (Err(Silence::None), Err(silence)) | (Err(silence), Err(_)) => Err(silence),
        }
    }

    async fn ask<T>(
        &self,
        name: &str,
        kind: RecordType,
        read: impl Fn(&RData) -> Option<T>,
    ) -> Result<Vec<T>, Silence> {
        let Some(resolver) = &self.resolver else {
            return Err(Silence::Unanswered("the machine names nobody who could be asked".to_owned()));
        };
        // The dot at the end keeps the machine's own domain from being tried behind it.
        let asked = resolver.lookup(format!("{}.", name.trim_end_matches('.')), kind);
        match tokio::time::timeout(PATIENCE, asked).await {
            Ok(Ok(answer)) => {
                let found: Vec<T> =
                    answer.answers().iter().take(MOST_RECORDS).filter_map(|record| read(&record.data)).collect();
                if found.is_empty() { Err(Silence::None) } else { Ok(found) }
            }
            Ok(Err(error)) if error.is_no_records_found() && !is_failure(&error) => Err(Silence::None),
            Ok(Err(error)) => Err(Silence::Unanswered(error.to_string())),
            Err(_) => Err(Silence::Unanswered("no answer in time".to_owned())),
        }
    }
}

/// „I could not find out“ is not „there is none“.
fn is_failure(error: &NetError) -> bool {
    let NetError::Dns(DnsError::NoRecordsFound(answer)) = error else { return true };
    !matches!(answer.response_code, ResponseCode::NoError | ResponseCode::NXDomain)
}
