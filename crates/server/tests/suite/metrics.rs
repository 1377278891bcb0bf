//! Figures for Prometheus: off unless asked for, never at the public address, and nobody is in them.

use crate::glas::{Site, run};
use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    path::Path,
};

fn get(at: &str, path: &str, more: &str) -> String {
    let mut connection = TcpStream::connect(at).unwrap();
    write!(connection, "GET {path} HTTP/1.1\r\nHost: {at}\r\n{more}Connection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).unwrap();
    answer
}

fn start(at: &Path, settings: &str) -> Site {
    fs::write(at.join("glas.toml"), settings).unwrap();
    Site::start(at, &["serve", "--create", "--data", "site", "--listen", "127.0.0.1:0", "--json"])
}

#[test]
fn figures_have_a_door_of_their_own() {
    let home = tempfile::tempdir().unwrap();
    let site = start(home.path(), "metrics = \"127.0.0.1:0\"\n");
    let metrics = site.summary["metrics"].as_str().unwrap().to_owned();
    assert!(site.get("/metrics").starts_with("HTTP/1.1 404"));
    assert!(site.get("/health").starts_with("HTTP/1.1 200"));
    site.get("/s/secret-of-somebody");
    site.get("/projects/secret-of-somebody");
    let told = get(&metrics, "/metrics", "");
    assert!(told.starts_with("HTTP/1.1 200") && told.contains("application/openmetrics-text"), "{told}");
    for line in [
        "glas_http_requests_total{door=\"/health\",method=\"GET\",status=\"2xx\"} 1",
        "glas_http_requests_total{door=\"nowhere\",method=\"GET\",status=\"4xx\"}",
        "glas_tenants 1",
        "glas_responses_accepted_total 0",
        "glas_writes_waiting 0",
        "glas_commit_operations_bucket{le=\"+Inf\"}",
        "glas_letters{state=\"waiting\"} 0",
        "glas_sessions 0",
        "# EOF",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    assert!(!told.contains("secret-of-somebody"), "{told}");
    assert!(get(&metrics, "/", "").starts_with("HTTP/1.1 404"));
    assert!(get(&metrics, "/desk", "").starts_with("HTTP/1.1 404"));
    assert_eq!(site.stop(), 0);
    let without = start(home.path(), "");
    assert_eq!(without.summary["metrics"], serde_json::Value::Null);
    assert!(without.get("/metrics").starts_with("HTTP/1.1 404"));
}

#[test]
fn whoever_reads_them_from_elsewhere_knows_the_token() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("token"), "short").unwrap();
    let settings = "metrics = \"127.0.0.1:0\"\nmetrics_token_file = \"token\"\n";
    fs::write(home.path().join("glas.toml"), settings).unwrap();
    let refused = run(home.path(), &["serve", "--create", "--data", "site", "--listen", "127.0.0.1:0"]);
    assert_eq!(refused.code, 2, "{}", refused.complained);
    fs::write(home.path().join("token"), "a-word-that-is-long-enough\n").unwrap();
    let site = start(home.path(), settings);
    let metrics = site.summary["metrics"].as_str().unwrap().to_owned();
    for (more, expected) in [
        ("", "401"),
        ("Authorization: Bearer a-word-that-is-long-enougH\r\n", "401"),
        ("Authorization: Basic a-word-that-is-long-enough\r\n", "401"),
        ("Authorization: Bearer a-word\r\n", "401"),
        ("Authorization: Bearer a-word-that-is-long-enough\r\n", "200"),
    ] {
        let answer = get(&metrics, "/metrics", more);
        assert!(answer.starts_with(&format!("HTTP/1.1 {expected}")), "{more}: {answer}");
    }
}

#[test]
fn requests_without_encryption_are_led_to_the_address() {
    let home = tempfile::tempdir().unwrap();
    let site = start(home.path(), "address = \"https://glas.example.bg\"\ntls_redirect = \"127.0.0.1:0\"\n");
    let redirect = site.summary["redirect"].as_str().unwrap().to_owned();
    let answer = get(&redirect, "/projects/a?b=c", "");
    assert!(
        answer.starts_with("HTTP/1.1 308") && answer.contains("https://glas.example.bg/projects/a?b=c"),
        "{answer}"
    );
}
