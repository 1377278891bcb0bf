//! Against a small DNS server of the test's own, on loopback.

use super::{address, of_mail};
use crate::{names::Names, settings::Settings};
use app::{Words, health::Level};
use base::Language;
use hickory_resolver::proto::{
    op::{Message, OpCode, ResponseCode},
    rr::{
        Name, RData, Record,
        rdata::{A, MX, TXT},
    },
};
use std::{collections::BTreeMap, net::SocketAddr};
use tokio::net::UdpSocket;

enum Zone {
    Records(&'static [(&'static str, &'static str, &'static str)]),
    /// It answers that it could not find out.
    Failing,
    /// It never answers.
    Silent,
}

/// Answers from `zone` until the test ends.
async fn server(zone: Zone) -> SocketAddr {
    let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let at = socket.local_addr().unwrap();
    tokio::spawn(async move {
        let mut bytes = [0; 4096];
        while let Ok((length, from)) = socket.recv_from(&mut bytes).await {
            let asked = Message::from_vec(&bytes[..length]).unwrap();
            let mut answer = Message::response(asked.metadata.id, OpCode::Query);
            let question = asked.queries[0].clone();
            let name = question.name().to_utf8().to_ascii_lowercase();
            match &zone {
                Zone::Silent => continue,
                Zone::Failing => answer.metadata.response_code = ResponseCode::ServFail,
                Zone::Records(records) => {
                    let known = records.iter().any(|(of, _, _)| name == format!("{of}."));
                    if !known {
                        answer.metadata.response_code = ResponseCode::NXDomain;
                    }
                    let kind = question.query_type().to_string();
                    for (_, _, value) in records.iter().filter(|(of, is, _)| name == format!("{of}.") && kind == *is) {
                        let data = match kind.as_str() {
                            "A" => RData::A(A(value.parse().unwrap())),
                            "MX" => RData::MX(MX::new(10, Name::from_utf8(value).unwrap())),
                            // In two pieces, as long keys are published.
                            _ => {
                                let (one, other) = value.split_at(value.len() / 2);
                                RData::TXT(TXT::new(vec![one.to_owned(), other.to_owned()]))
                            }
                        };
                        answer.add_answer(Record::from_rdata(question.name().clone(), 60, data));
                    }
                }
            }
            answer.metadata.recursion_available = true;
            answer.add_query(question);
            let _ = socket.send_to(&answer.to_vec().unwrap(), from).await;
        }
    });
    at
}

fn settings(more: &str) -> Settings {
    let file = format!("mail_server = \"smtp.example.bg\"\nmail_from = \"glas@example.bg\"\n{more}");
    Settings::gather(Some(("glas.toml".into(), file)), |_| None, &BTreeMap::new()).unwrap()
}

async fn check(zone: Zone, more: &str, expected: [(&str, Level); 4]) {
    let names = Names::of(Some(server(zone).await));
    for language in Language::ALL {
        let words = Words::new(language);
        let found = of_mail(&names, &settings(more).mail.unwrap(), &words).await;
        let seen: Vec<_> = found.iter().map(|finding| (finding.code.as_str(), finding.level)).collect();
        assert_eq!(seen, expected, "{more}");
        for finding in found {
            assert!(!finding.lines(&words).join(" ").contains('⟦'), "{finding:?}");
            assert_eq!(finding.hint.is_some(), finding.level != Level::Fine, "{finding:?}");
        }
    }
}

#[tokio::test]
async fn what_the_domain_of_the_sender_publishes_is_judged() {
    use Level::{Fault, Fine, Warning};
    let selector = "mail_dkim_selector = \"june\"";
    let good = Zone::Records(&[
        ("example.bg", "MX", "mx.example.bg."),
        ("example.bg", "TXT", "something else"),
        ("example.bg", "TXT", "v=spf1 mx a:smtp.example.bg -all"),
        ("june._domainkey.example.bg", "TXT", "v=DKIM1; k=rsa; p=MIIBIjANBg"),
        ("_dmarc.example.bg", "TXT", "v=DMARC1; p=reject"),
    ]);
    check(good, selector, [("mail-mx", Fine), ("mail-spf", Fine), ("mail-dkim", Fine), ("mail-dmarc", Fine)]).await;
    let nothing = [
        ("mail-mx-missing", Warning),
        ("mail-spf-missing", Warning),
        ("mail-dkim-missing", Warning),
        ("mail-dmarc-missing", Warning),
    ];
    check(Zone::Records(&[]), selector, nothing).await;
    let bad = Zone::Records(&[
        ("example.bg", "MX", "mx.example.bg."),
        ("example.bg", "TXT", "v=spf1 mx +all"),
        ("june._domainkey.example.bg", "TXT", "v=DKIM1; p="),
        ("_dmarc.example.bg", "TXT", "v=DMARC1; p=none"),
    ]);
    let judged =
        [("mail-mx", Fine), ("mail-spf-open", Fault), ("mail-dkim-revoked", Fault), ("mail-dmarc-none", Warning)];
    check(bad, selector, judged).await;
    let twice = Zone::Records(&[
        ("example.bg", "TXT", "v=spf1 -all"),
        ("example.bg", "TXT", "v=spf1 mx -all"),
        ("_dmarc.example.bg", "TXT", "v=DMARC1; nothing"),
    ]);
    let judged = [
        ("mail-mx-missing", Warning),
        ("mail-spf-several", Fault),
        ("mail-dkim-unset", Warning),
        ("mail-dmarc-unreadable", Fault),
    ];
    check(twice, "", judged).await;
    let elsewhere = Zone::Records(&[("bounces.example.bg", "TXT", "v=spf1 mx -all")]);
    let judged = [
        ("mail-mx-missing", Warning),
        ("mail-spf", Fine),
        ("mail-dkim-unset", Warning),
        ("mail-dmarc-missing", Warning),
    ];
    check(elsewhere, "mail_bounces = \"b@bounces.example.bg\"", judged).await;
}

#[tokio::test]
async fn whoever_does_not_answer_is_a_finding() {
    let unanswered = [("name-unanswered", Level::Warning); 3];
    let [one, two, three] = unanswered;
    check(Zone::Failing, "", [one, two, ("mail-dkim-unset", Level::Warning), three]).await;
    let words = Words::new(Language::English);
    let silent = Names::of(Some(server(Zone::Silent).await));
    assert_eq!(address(&silent, "glas.example.bg", &words).await.code, "name-unanswered");
    let nobody = Names::of(Some("127.0.0.1:1".parse().unwrap()));
    assert_eq!(address(&nobody, "glas.example.bg", &words).await.code, "name-unanswered");
}

#[tokio::test]
async fn the_public_address_is_found() {
    let words = Words::new(Language::English);
    let names = Names::of(Some(server(Zone::Records(&[("glas.example.bg", "A", "192.0.2.7")])).await));
    let found = address(&names, "glas.example.bg", &words).await;
    assert_eq!((found.code.as_str(), found.level), ("name", Level::Fine));
    assert!(found.sentence.contains("192.0.2.7"), "{}", found.sentence);
    assert_eq!(address(&names, "nowhere.example.bg", &words).await.code, "name-unknown");
}
