//! Against a mail server that others wrote, as a process of its own on loopback: aiosmtpd, from the Debian package
//! `python3-aiosmtpd`. Where there is none, that is said loudly and nothing is tested.

#![expect(clippy::disallowed_methods, reason = "the mail server and what makes its certificate are programs of others")]

use super::{Mailer, Transport};
use crate::{
    chance::SystemChance,
    clock::Clock,
    settings::{Credentials, MailSettings, Password, Security},
};
use app::{
    Instance, Words,
    mail::{self, Address, Letter, Line, Posting},
};
use base::{Language, Moment};
use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, Once},
    time::Duration,
};
use store::{Creation, LetterNews, LetterState, Location, QueuedLetter, Store};
use tokio::sync::watch;

/// Debian's own: a Python from elsewhere does not find Debian's packages.
const PYTHON: &str = "/usr/bin/python3";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    Plain,
    StartTls,
    Tls,
}

struct Server {
    process: Child,
    port: u16,
    letters: PathBuf,
    certificate: PathBuf,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Server {
    /// `None`, said loudly once, where there is no aiosmtpd.
    fn start(folder: &Path, manner: Manner, user: &str) -> Option<Server> {
        static SAID: Once = Once::new();
        let known = Command::new(PYTHON).args(["-c", "import aiosmtpd"]).stderr(Stdio::null()).status();
        if !known.is_ok_and(|status| status.success()) {
            SAID.call_once(|| eprintln!("\n!!! python3-aiosmtpd is missing: sending letters was NOT tested !!!\n"));
            return None;
        }
        let letters = folder.join("letters");
        std::fs::create_dir_all(&letters).unwrap();
        let (certificate, key) = certify(folder);
        let files = [&certificate, &key].map(|path| path.display().to_string());
        let files = if manner == Manner::Plain { [String::new(), String::new()] } else { files };
        let name = match manner {
            Manner::Plain => "plain",
            Manner::StartTls => "starttls",
            Manner::Tls => "tls",
        };
        let mut process = Command::new(PYTHON)
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mail_server.py"))
            .arg(&letters)
            .args(files)
            .args([user, "четири думи", name])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Some(Server { process, port: line.trim().parse().unwrap(), letters, certificate })
    }

    fn settings(&self, security: Security) -> MailSettings {
        MailSettings {
            host: "localhost".to_owned(),
            port: self.port,
            security,
            from: Address::parse("glas@example.bg").unwrap(),
            from_name: Line::of("Глас на Примерово"),
            bounces: Address::parse("bounces@example.bg"),
            credentials: None,
            dkim_selector: None,
            certificate: Some(self.certificate.clone()),
            patience: Duration::from_secs(2),
        }
    }

    /// What it has taken, in order.
    fn taken(&self) -> Vec<serde_json::Value> {
        let read = |number: usize| std::fs::read_to_string(self.letters.join(format!("{number}.json"))).ok();
        (1..).map_while(read).map(|text| serde_json::from_str(&text).unwrap()).collect()
    }
}

/// A certificate of our own for this machine, with its key.
fn certify(folder: &Path) -> (PathBuf, PathBuf) {
    const WORDS: &str = "[req]\ndistinguished_name = name\nx509_extensions = ours\nprompt = no\n[name]\nCN = localhost\n\
                         [ours]\nbasicConstraints = critical, CA:FALSE\nsubjectAltName = DNS:localhost\n";
    let (words, certificate, key) = (folder.join("words"), folder.join("certificate.pem"), folder.join("key.pem"));
    std::fs::write(&words, WORDS).unwrap();
    let made = Command::new("openssl")
        .args(["req", "-x509", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-days", "2"])
        .arg("-config")
        .arg(&words)
        .arg("-out")
        .arg(&certificate)
        .arg("-keyout")
        .arg(&key)
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    (certificate, key)
}

/// A house whose letters go to `settings`.
struct House {
    mailer: Mailer,
    stopped: watch::Receiver<bool>,
    _stop: watch::Sender<bool>,
}

impl House {
    async fn open(folder: &Path, settings: Option<MailSettings>) -> House {
        let store = Store::open(&Location::Folder(folder.join("data")), Creation::Create, Moment(0)).unwrap();
        let instance = tokio::task::spawn_blocking(|| Instance::open(store, SystemChance)).await.unwrap().unwrap();
        let words = Words::new(Language::Bulgarian);
        let transport = settings.map(|settings| Arc::new(Transport::open(settings, &words).unwrap()));
        let (stop, stopped) = watch::channel(false);
        let clock = Clock::new(None).unwrap();
        let mailer = Mailer { instance, clock, site: "https://glas.example.bg".to_owned(), transport };
        House { mailer, stopped, _stop: stop }
    }

    async fn write(&self, to: &str) {
        let (tenant, now) = (self.mailer.instance.tenant, self.mailer.clock.now());
        let (to, once) = (Address::parse(to).unwrap(), to.to_owned());
        let posting = Posting { letter: Letter::Trial, to, language: Language::Bulgarian, once };
        let queued = move |tx: &mut store::Transaction| mail::enqueue(tx, tenant, posting, now, &mut SystemChance);
        assert!(self.mailer.instance.store.write(queued).await.unwrap());
    }

    /// Sends what is due, as if every pause had passed.
    async fn send(&self) {
        let tenant = self.mailer.instance.tenant;
        let (state, at) = (LetterState::Waiting, Moment(0));
        let now = LetterNews { state, at, next_attempt: at, reason: "tried-again", answer: None };
        let due = move |tx: &mut store::Transaction| tx.change_letters(tenant, LetterState::Waiting, &now);
        self.mailer.instance.store.write(due).await.unwrap();
        self.mailer.send_what_is_due(&self.stopped).await.unwrap();
    }

    async fn letters(&self) -> Vec<QueuedLetter> {
        let tenant = self.mailer.instance.tenant;
        self.mailer.instance.store.read(move |tx| tx.letters(tenant, None, None, 99)).await.unwrap()
    }

    async fn check(&self, to: &str, state: LetterState, reason: &str) {
        let letters = self.letters().await;
        let letter = letters.iter().find(|letter| letter.recipient.as_deref() == Some(to)).unwrap();
        assert_eq!((letter.state, letter.reason.as_deref()), (state, Some(reason)), "{to}: {:?}", letter.answer);
    }
}

#[tokio::test]
async fn a_letter_goes_out_encrypted_with_its_headers() {
    let folder = tempfile::tempdir().unwrap();
    let Some(server) = Server::start(folder.path(), Manner::StartTls, "glas") else { return };
    let password = folder.path().join("password");
    std::fs::write(&password, "четири думи\n").unwrap();
    let credentials = Some(Credentials { user: "glas".to_owned(), password: Password::InFile(password) });
    let settings = MailSettings { credentials, ..server.settings(Security::StartTls) };
    let house = House::open(folder.path(), Some(settings)).await;
    house.write("maria@example.org").await;
    house.send().await;
    house.check("maria@example.org", LetterState::Sent, "accepted").await;
    let [taken] = <[serde_json::Value; 1]>::try_from(server.taken()).unwrap();
    let id = house.letters().await[0].id;
    assert_eq!(taken["from"], format!("bounces+{id}@example.bg"));
    assert_eq!((&taken["encrypted"], &taken["signed_in"]), (&true.into(), &true.into()));
    let data = taken["data"].as_str().unwrap();
    for header in [
        format!("Message-ID: <{id}@example.bg>"),
        "Auto-Submitted: auto-generated".to_owned(),
        "To: maria@example.org".to_owned(),
        "Content-Type: multipart/alternative".to_owned(),
        "Subject: =?utf-8?".to_owned(),
        "<glas@example.bg>".to_owned(),
    ] {
        assert!(data.contains(&header), "{header} is not in\n{data}");
    }
    let (plain, html) = (data.find("text/plain").unwrap(), data.find("text/html").unwrap());
    assert!(plain < html, "the plain text comes first");
    house.send().await;
    assert_eq!(server.taken().len(), 1, "what is sent is sent once");
    house.mailer.instance.store.close();
}

#[tokio::test]
async fn encryption_from_the_start_and_none_on_this_machine() {
    for (manner, security) in [(Manner::Tls, Security::Tls), (Manner::Plain, Security::Nothing)] {
        let folder = tempfile::tempdir().unwrap();
        let Some(server) = Server::start(folder.path(), manner, "") else { return };
        let house = House::open(folder.path(), Some(server.settings(security))).await;
        house.write("maria@example.org").await;
        house.send().await;
        house.check("maria@example.org", LetterState::Sent, "accepted").await;
        assert_eq!(server.taken()[0]["encrypted"], manner == Manner::Tls);
        house.mailer.instance.store.close();
    }
}

#[tokio::test]
async fn nothing_is_said_in_the_open_that_should_be_encrypted() {
    let folder = tempfile::tempdir().unwrap();
    let Some(plain) = Server::start(folder.path(), Manner::Plain, "") else { return };
    let house = House::open(folder.path(), Some(plain.settings(Security::StartTls))).await;
    house.write("maria@example.org").await;
    house.send().await;
    house.check("maria@example.org", LetterState::Waiting, "encryption").await;
    assert_eq!(plain.taken().len(), 0);
    house.mailer.instance.store.close();

    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), Manner::StartTls, "glas").unwrap();
    let unknown = MailSettings { certificate: None, ..server.settings(Security::StartTls) };
    let house = House::open(folder.path(), Some(unknown)).await;
    house.write("maria@example.org").await;
    house.send().await;
    house.check("maria@example.org", LetterState::Waiting, "encryption").await;
    house.mailer.instance.store.close();

    let folder = tempfile::tempdir().unwrap();
    let wrong =
        Some(Credentials { user: "glas".to_owned(), password: Password::Given("друга парола".to_owned()) });
    let settings = MailSettings { credentials: wrong, ..server.settings(Security::StartTls) };
    let house = House::open(folder.path(), Some(settings)).await;
    house.write("maria@example.org").await;
    house.send().await;
    house.check("maria@example.org", LetterState::Waiting, "credentials").await;
    let told = format!("{:?}", house.letters().await);
    assert!(!told.contains("друга парола"), "{told}");
    house.mailer.instance.store.close();
}

#[tokio::test]
async fn servers_have_moods() {
    let folder = tempfile::tempdir().unwrap();
    let Some(server) = Server::start(folder.path(), Manner::StartTls, "") else { return };
    let house = House::open(folder.path(), Some(server.settings(Security::StartTls))).await;
    let people = ["later", "nobody", "full", "cut", "мария", "ivan"].map(|name| format!("{name}@example.org"));
    let [later, nobody, full, cut, cyrillic, ivan] = people.each_ref().map(String::as_str);
    for to in [later, nobody, full, cut, cyrillic, ivan] {
        house.write(to).await;
    }
    house.send().await;
    house.check(later, LetterState::Waiting, "greylisted").await;
    house.check(nobody, LetterState::Failed, "no-such-mailbox").await;
    house.check(full, LetterState::Waiting, "mailbox-full").await;
    house.check(cut, LetterState::Waiting, "interrupted").await;
    house.check(cyrillic, LetterState::Failed, "address-unsupported").await;
    house.check(ivan, LetterState::Sent, "accepted").await;
    house.send().await;
    house.check(later, LetterState::Sent, "accepted").await;
    house.check(cut, LetterState::Sent, "accepted").await;
    house.check(full, LetterState::Waiting, "mailbox-full").await;
    assert_eq!(server.taken().len(), 3);
    let letters = house.letters().await;
    let answer = letters.iter().find(|letter| letter.recipient.as_deref() == Some(nobody)).unwrap().answer.clone();
    assert_eq!(answer.as_deref(), Some("550 5.1.1 <nobody@example.org>: no such mailbox"));
    house.mailer.instance.store.close();
}

#[tokio::test]
async fn a_slow_server_and_none_hold_nobody_up() {
    let folder = tempfile::tempdir().unwrap();
    let Some(server) = Server::start(folder.path(), Manner::Plain, "") else { return };
    let settings = server.settings(Security::Nothing);
    let house = House::open(folder.path(), Some(settings)).await;
    house.write("slow@example.org").await;
    house.send().await;
    house.check("slow@example.org", LetterState::Waiting, "timed-out").await;
    drop(server);
    house.write("maria@example.org").await;
    house.send().await;
    let unreachable = house.letters().await.into_iter().filter(|one| one.reason.as_deref() == Some("unreachable"));
    assert_eq!(unreachable.count(), 1, "when nobody answers, the others are not tried");
    house.mailer.instance.store.close();
}

#[tokio::test]
async fn without_a_server_letters_are_held_and_go_out_when_there_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path(), None).await;
    house.write("maria@example.org").await;
    house.send().await;
    house.check("maria@example.org", LetterState::Held, "no-server").await;
    house.mailer.instance.store.close();
    drop(house);
    let Some(server) = Server::start(folder.path(), Manner::Plain, "") else { return };
    let House { mailer, stopped, _stop } = House::open(folder.path(), Some(server.settings(Security::Nothing))).await;
    let (store, tenant) = (mailer.instance.store.clone(), mailer.instance.tenant);
    let running = tokio::spawn(mailer.run(stopped));
    let sent = || store.read(move |tx| tx.letters(tenant, Some(LetterState::Sent), None, 9));
    tokio::time::timeout(Duration::from_secs(20), async {
        while sent().await.unwrap().is_empty() {
            tokio::task::yield_now().await;
        }
    })
    .await
    .unwrap();
    _stop.send(true).unwrap();
    running.await.unwrap();
    store.close();
}
