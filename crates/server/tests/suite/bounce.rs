//! `glas mail bounce`, as a mail server pipes to it.

use crate::glas::{Ended, Site, command, run};
use app::{
    Instance,
    mail::{self, Address, Letter, Posting, Reason},
};
use base::{Chance, Language, LetterId, Moment, TenantId};
use std::{
    fs,
    io::Write,
    path::Path,
    process::{Output, Stdio},
    sync::atomic::{AtomicU64, Ordering},
};
use store::{Creation, LetterNews, LetterState, Location, QueuedLetter, Store};

/// Never the same twice.
struct Counted;

impl Chance for Counted {
    fn fill(&mut self, bytes: &mut [u8]) {
        static NUMBER: AtomicU64 = AtomicU64::new(1);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        bytes.iter_mut().zip(number.iter().rev().cycle()).for_each(|(byte, of)| *byte = *of);
    }
}

const NOW: Moment = Moment(1_690_448_400_000_000);

fn store(at: &Path) -> Store {
    Store::open(&Location::Folder(at.join("site")), Creation::Create, NOW).unwrap()
}

/// Letters to these people, which a mail server has taken.
fn sent(at: &Path, people: &'static [&'static str]) -> Vec<LetterId> {
    let opened = store(at);
    let instance = Instance::open(opened.clone(), Counted).unwrap();
    let tenant = instance.tenant;
    for to in people {
        write(&opened, tenant, to, to);
    }
    let state = LetterState::Sent;
    let news = LetterNews { state, at: NOW, next_attempt: NOW, reason: Reason::Accepted.code(), answer: None };
    opened.write_blocking(move |tx| tx.change_letters(tenant, LetterState::Waiting, &news)).unwrap();
    let letters = letters(&opened);
    let id = |to: &&str| letters.iter().find(|letter| letter.recipient.as_deref() == Some(to)).unwrap().id;
    let ids = people.iter().map(id).collect();
    drop(instance);
    opened.close();
    ids
}

fn write(store: &Store, tenant: TenantId, to: &'static str, once: &'static str) {
    let posting = Posting {
        letter: Letter::Trial,
        to: Address::parse(to).unwrap(),
        language: Language::Bulgarian,
        once: once.to_owned(),
    };
    let queued = store.write_blocking(move |tx| mail::enqueue(tx, tenant, posting, NOW, &mut Counted));
    assert!(queued.unwrap_or_else(|failure| panic!("{failure:?}")));
}

fn letters(store: &Store) -> Vec<QueuedLetter> {
    let tenant = store.read_blocking(|tx| tx.tenants()).unwrap()[0].id;
    store.read_blocking(move |tx| tx.letters(tenant, None, None, 99)).unwrap()
}

fn report(id: LetterId, action: &str, status: &str, words: &str) -> String {
    format!(
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example.org\r\nTo: bounces+{id}@example.bg\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=line\r\n\r\n--line\r\n\
         Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\n\
         Final-Recipient: rfc822; maria@example.org\r\nAction: {action}\r\nStatus: {status}\r\n\
         Diagnostic-Code: smtp; {words}\r\n\r\n--line--\r\n"
    )
}

fn pipe(at: &Path, message: &[u8]) -> Ended {
    let mut child = command(at)
        .args(["mail", "bounce", "--data", "site", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Whoever has heard enough may have gone.
    let _ = child.stdin.take().unwrap().write_all(message);
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    Ended {
        code: status.code().unwrap_or(-1),
        said: String::from_utf8(stdout).unwrap(),
        complained: String::from_utf8(stderr).unwrap(),
    }
}

fn check(at: &Path, message: &[u8], outcome: &str) {
    let ended = pipe(at, message);
    assert_eq!((ended.code, &ended.json()["outcome"]), (0, &outcome.into()), "{}", ended.complained);
}

fn state(store: &Store, id: LetterId) -> (LetterState, String, String) {
    let letter = letters(store).into_iter().find(|letter| letter.id == id).unwrap();
    (letter.state, letter.reason.unwrap_or_default(), letter.answer.unwrap_or_default())
}

#[test]
fn letters_that_came_back_are_marked_and_nothing_more_goes_to_the_dead() {
    let home = tempfile::tempdir().unwrap();
    let at = home.path();
    let ids = sent(at, &["maria@example.org", "ivan@example.org", "vera@example.org"]);
    let [maria, ivan, vera] = <[LetterId; 3]>::try_from(ids).unwrap();
    let nobody = "550 5.1.1 <maria@example.org>: no such user";
    check(at, report(maria, "failed", "5.1.1", nobody).as_bytes(), "failed");
    check(at, report(ivan, "delayed", "4.4.1", "connection timed out").as_bytes(), "delayed");
    check(at, report(vera, "failed", "5.7.1", "550 5.7.1 we do not want it").as_bytes(), "failed");
    check(at, report(LetterId(base::Key([3; 16])), "failed", "5.1.1", "550 no").as_bytes(), "unknown");
    check(at, b"From: maria@example.org\r\n\r\nThank you!\r\n", "nothing");
    check(at, b"", "nothing");
    check(at, &[0xFF; 3_000_000], "nothing");

    let opened = store(at);
    let tenant = opened.read_blocking(|tx| tx.tenants()).unwrap()[0].id;
    assert_eq!(state(&opened, maria), (LetterState::Failed, "no-such-mailbox".to_owned(), nobody.to_owned()));
    assert_eq!(state(&opened, ivan).1, "delayed");
    assert_eq!(state(&opened, ivan).0, LetterState::Sent);
    assert_eq!((state(&opened, vera).0, state(&opened, vera).1.as_str()), (LetterState::Failed, "sender-refused"));
    for (to, expected) in [
        ("maria@example.org", (LetterState::Failed, Some("address-dead"))),
        ("ivan@example.org", (LetterState::Waiting, None)),
        ("vera@example.org", (LetterState::Waiting, None)),
    ] {
        write(&opened, tenant, to, Box::leak(format!("second {to}").into_boxed_str()));
        let all = letters(&opened);
        let second = all.iter().find(|letter| letter.once == format!("second {to}")).unwrap();
        assert_eq!((second.state, second.reason.as_deref()), expected, "{to}");
    }
    opened.close();
}

#[test]
fn a_running_site_takes_up_what_came_back() {
    let home = tempfile::tempdir().unwrap();
    let at = home.path();
    // The letters are of that day; on another they would be forgotten at once.
    fs::write(at.join("glas.toml"), "today = 2023-07-27\n").unwrap();
    let ids = sent(at, &["maria@example.org"]);
    let site = Site::start(at, &["serve", "--data", "site", "--listen", "127.0.0.1:0", "--json"]);
    check(at, report(ids[0], "failed", "5.1.1", "550 5.1.1 no").as_bytes(), "left");
    while fs::read_dir(at.join("site/incoming")).unwrap().next().is_some() {
        std::thread::yield_now();
    }
    assert_eq!(site.stop(), 0);
    let opened = store(at);
    assert_eq!(state(&opened, ids[0]).1, "no-such-mailbox");
    opened.close();
}

#[test]
fn a_mail_server_is_asked_to_come_again() {
    let home = tempfile::tempdir().unwrap();
    let message = report(LetterId(base::Key([3; 16])), "failed", "5.1.1", "550 no");
    let ended = pipe(home.path(), message.as_bytes());
    assert_eq!(ended.code, 75, "{}", ended.complained);
    assert!(!home.path().join("site").exists());
    assert_eq!(run(home.path(), &["mail"]).code, 2);
}
