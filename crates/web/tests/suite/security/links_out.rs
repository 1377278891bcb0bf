//! S17: nothing goes out to an address that somebody wrote.

use super::crawl::crawl;
use crate::desk::{
    doors::furnish,
    house::{Who, in_one_house},
};
use axum::http::StatusCode;
use std::{io::ErrorKind, net::TcpListener, path::Path};

/// Libraries that open addresses of the web. Letters go to the one server that the operator names.
const CLIENTS: [&str; 13] = [
    "attohttpc",
    "awc",
    "curl",
    "curl-sys",
    "hyper-tls",
    "isahc",
    "minreq",
    "reqwest",
    "surf",
    "tokio-tungstenite",
    "tungstenite",
    "ureq",
    "ureq-proto",
];

/// Clients that open only what the operator of the installation named in its settings: whoever signs people in for an
/// organisation, whoever issues certificates. The crate that reads the settings holds them, and no other.
const CLIENTS_OF_THE_OPERATOR: [&str; 2] = ["hyper-rustls", "rustls-acme"];

#[test]
fn s17_nothing_that_could_open_an_address_is_built_in() {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.lock");
    let lock = std::fs::read_to_string(lock).unwrap();
    assert!(lock.contains("name = \"hyper\""));
    for client in CLIENTS {
        assert!(!lock.contains(&format!("name = \"{client}\"")), "{client} opens addresses");
    }
    for client in CLIENTS_OF_THE_OPERATOR {
        let packages = lock.split("[[package]]");
        let holders = packages.filter(|package| package.contains(&format!("\n \"{client}\"")));
        let names: Vec<&str> = holders.filter_map(|package| package.split('"').nth(1)).collect();
        assert_eq!(names, ["server"], "who holds {client}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn s17_addresses_that_people_write_are_never_opened() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let near = format!("http://127.0.0.1:{}/hook", listener.local_addr().unwrap().port());
    in_one_house(async |house| {
        furnish(house);
        let project = web::sample::invented_project().id;
        let mut administrator = house.signed_in(Who::Administrator);
        for address in [near.as_str(), "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://localhost/"]
        {
            let link = [("title", "Връзка"), ("address", address)];
            let taken = administrator.post(&format!("/desk/projects/{project}/links"), &link).await;
            assert_eq!(taken.status, StatusCode::SEE_OTHER, "{address}: it is only shown");
        }
        let body = format!("[тук]({near}) ![картина]({near}) <{near}>");
        let fields = [("kind", "news"), ("title", "Връзки"), ("slug", "vrazki"), ("body", body.as_str())];
        let mut writer = house.signed_in(Who::Researcher);
        let begun = writer.upload(&format!("/desk/projects/{project}/publications"), &fields, ("", b"")).await;
        let draft = begun.header("location").split('?').next().unwrap().to_owned();
        writer.upload(&draft, &[&fields[..], &[("then", "publish")]].concat(), ("", b"")).await;
        let found =
            crawl(&mut writer, vec!["/".to_owned(), draft], &["/projects/primerovo", "/desk/publications"]).await;
        assert!(found.values().filter(|answer| answer.text().contains("/hook")).count() >= 3);
    })
    .await;
    let came = listener.accept().map(|_| ()).map_err(|error| error.kind());
    assert_eq!(came, Err(ErrorKind::WouldBlock), "somebody came to an address that was only written down");
}
