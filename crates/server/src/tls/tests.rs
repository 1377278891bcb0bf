//! With certificates of our own on loopback, and a client that checks them.

#![expect(clippy::disallowed_methods, reason = "what makes the certificates is a program of others")]

use super::{Authority, Encrypting, Files, News, provider};
use app::Words;
use base::Language;
use rustls_acme::rustls::{
    ClientConfig, RootCertStore,
    pki_types::{CertificateDer, ServerName, pem::PemObject},
};
use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
};
use tokio_rustls::TlsConnector;
use web::{Patience, Settings, Site};

fn certify(folder: &Path, name: &str) -> (PathBuf, PathBuf) {
    let text = "[req]\ndistinguished_name = name\nx509_extensions = ours\nprompt = no\n[name]\nCN = localhost\n\
                [ours]\nbasicConstraints = critical, CA:FALSE\nsubjectAltName = DNS:localhost\n";
    let file = |ending: &str| folder.join(format!("{name}.{ending}"));
    fs::write(file("words"), text).unwrap();
    let made = Command::new("openssl")
        .args(["req", "-x509", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-days", "2"])
        .args(["-config".into(), file("words"), "-out".into(), file("pem"), "-keyout".into(), file("key")])
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    (file("pem"), file("key"))
}

async fn serve(encrypting: Encrypting) -> (SocketAddr, oneshot::Sender<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let settings = Settings { address: "https://localhost".to_owned(), ..Settings::sample() };
    let site = Site::new(settings, || base::Moment(0), || jiff::civil::date(2023, 7, 27));
    let patience = Patience { headers: Duration::from_secs(5), ending: Duration::from_secs(1) };
    tokio::spawn(web::serve_over(encrypting, listener, web::tenants(vec![site]), patience, async {
        let _ = stopped.await;
    }));
    (at, stop)
}

/// The answer, as somebody gets it who trusts this certificate alone.
async fn get(at: SocketAddr, trusted: &Path) -> std::io::Result<String> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(trusted).unwrap()).unwrap();
    let config = ClientConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from("localhost").unwrap();
    let connection = TcpStream::connect(at).await?;
    let mut encrypted = TlsConnector::from(Arc::new(config)).connect(name, connection).await?;
    encrypted.write_all(b"GET /health HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").await?;
    let mut answer = Vec::new();
    encrypted.read_to_end(&mut answer).await?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

#[tokio::test]
async fn a_certificate_from_files_encrypts_and_is_read_again_when_it_changes() {
    let folder = tempfile::tempdir().unwrap();
    let words = Words::new(Language::English);
    let (certificate, key) = certify(folder.path(), "one");
    let (second, second_key) = certify(folder.path(), "two");
    let first = folder.path().join("kept.pem");
    fs::copy(&certificate, &first).unwrap();
    let files = Files::open(&certificate, &key, &words).unwrap();
    let (at, _stop) = serve(files.encrypting().unwrap()).await;
    let answer = get(at, &first).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("ok\n"), "{answer}");
    assert!(answer.to_lowercase().contains("strict-transport-security: max-age="), "{answer}");
    assert!(get(at, &second).await.is_err(), "not the one that is trusted");

    assert!(!files.read_again().unwrap());
    fs::write(&certificate, "nothing").unwrap();
    assert!(files.read_again().is_err());
    assert!(get(at, &first).await.is_ok(), "what cannot be used changes nothing");
    fs::copy(&second, &certificate).unwrap();
    assert!(files.read_again().is_err(), "a key of another certificate");
    fs::copy(&second_key, &key).unwrap();
    assert!(files.read_again().unwrap());
    assert!(get(at, &second).await.is_ok());
    assert!(get(at, &first).await.is_err());
}

#[tokio::test]
async fn whoever_does_not_encrypt_gets_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (certificate, key) = certify(folder.path(), "one");
    let files = Files::open(&certificate, &key, &Words::new(Language::English)).unwrap();
    let (at, _stop) = serve(files.encrypting().unwrap()).await;
    let mut open = TcpStream::connect(at).await.unwrap();
    open.write_all(b"GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n").await.unwrap();
    let mut answer = Vec::new();
    let _ = open.read_to_end(&mut answer).await;
    assert!(!String::from_utf8_lossy(&answer).contains("HTTP/1.1"), "{answer:?}");
}

#[test]
fn files_that_are_no_certificate_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let words = Words::new(Language::English);
    let (certificate, key) = certify(folder.path(), "one");
    let (_, other_key) = certify(folder.path(), "two");
    let nowhere = folder.path().join("nowhere.pem");
    for (certificate, key) in [(&nowhere, &key), (&certificate, &nowhere), (&key, &key), (&certificate, &other_key)] {
        let Err(crate::exit::Exit::Usage(told)) = Files::open(certificate, key, &words) else {
            panic!("it was opened")
        };
        assert!(told.contains(folder.path().to_str().unwrap()), "{told}");
    }
}

#[tokio::test]
async fn an_authority_that_does_not_answer_is_told_and_holds_nothing_up() {
    let folder = tempfile::tempdir().unwrap();
    // Somebody listens there who does not speak TLS.
    let deaf = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let directory = format!("https://{}/directory", deaf.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut connection, _)) = deaf.accept().await {
            let _ = connection.write_all(b"HTTP/1.1 403 Forbidden\r\n\r\n").await;
        }
    });
    let names = ["glas.example".to_owned()];
    let mut authority = Authority::open(&names, "it@example.bg", &directory, &folder.path().join("acme")).unwrap();
    let (at, _stop) = serve(authority.encrypting().unwrap()).await;
    let told = async {
        loop {
            let news = authority.news().await;
            if !matches!(news, News::Kept) {
                return news;
            }
        }
    };
    let news = tokio::time::timeout(Duration::from_secs(20), told).await.unwrap();
    assert!(matches!(&news, News::Trouble(why) if !why.is_empty()), "{news:?}");
    let (certificate, _) = certify(folder.path(), "one");
    assert!(get(at, &certificate).await.is_err(), "without a certificate nobody is let in");
}
