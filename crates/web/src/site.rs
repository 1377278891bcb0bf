use crate::{
    Failure, SignInService, Turnstile, Watch,
    crowd::Crowd,
    language::prefixed,
    sent_form::{LARGEST_WITH_FILES, memory},
};
use app::{Instance, Words, health::Finding};
use base::{Chance, Language, Moment, Role, Text};
use document::{Document, Form, Format, Picture};
use jiff::civil::Date;
use std::{fmt, sync::Arc};
use store::Transaction;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// What every handler may reach: the settings, the instance, time and chance. Cheap to clone.
#[derive(Clone)]
pub struct Site {
    pub settings: Arc<Settings>,
    /// `None` only where pages are rendered from samples.
    instance: Option<Instance>,
    chance: Arc<dyn Fn() -> Box<dyn Chance + Send> + Send + Sync>,
    clock: Arc<dyn Fn() -> Moment + Send + Sync>,
    today: Arc<dyn Fn() -> Date + Send + Sync>,
    typesetter: Option<Arc<Typesetter>>,
    painter: Option<Arc<Painter>>,
    form_printer: Option<Arc<FormPrinter>>,
    press: Arc<Semaphore>,
    /// Memory for forms with files that anybody sends.
    pub(crate) uploads: Arc<Semaphore>,
    /// Other tenants of the installation, to be named on the front page: what they are called, and where they are.
    pub(crate) neighbours: Arc<[(Text, String)]>,
    /// Who counts requests, where anybody does.
    pub(crate) watch: Option<Arc<dyn Watch>>,
    /// Who looks at the machine, where the site is the first of an installation.
    examiner: Option<Arc<Examiner>>,
    pub(crate) crowd: Arc<Crowd>,
    /// Where passwords are checked.
    pub turnstile: Arc<Turnstile>,
    /// By which people of one organisation come in, where it has one.
    pub(crate) sign_in_service: Option<SignInService>,
}

/// Makes a file of a document in one of its forms. It takes a second or more, so it is called on a thread that may block.
pub type Typesetter = dyn Fn(&Document, Format) -> Result<Vec<u8>, anyhow::Error> + Send + Sync;

/// Makes a PNG file of a picture, on a thread that may block.
pub type Painter = dyn Fn(&Picture) -> Result<Vec<u8>, anyhow::Error> + Send + Sync;

/// Makes a file for printing of a questionnaire, with all its copies. It may take many seconds, so it is called on a thread
/// that may block.
pub type FormPrinter = dyn Fn(&Form) -> Result<Vec<u8>, anyhow::Error> + Send + Sync;

/// Looks at the machine beside the state: room, permissions, address. It may take seconds, so it is called on a thread that
/// may block.
pub type Examiner = dyn Fn(Words) -> Vec<Finding> + Send + Sync;

/// What the operator decides about the site as seen from outside.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The public address without a slash at the end: `https://glas.example.bg`, or `https://example.bg/glas` where only
    /// a part of a host is ours. When it begins with `https`, cookies are `Secure` and browsers are told to stay with it.
    pub address: String,
    /// The day that the demonstration lives in; `None` outside a demonstration.
    pub demonstration_day: Option<Date>,
    /// The largest form or upload, in bytes; most doors take less.
    pub largest_body: usize,
    /// After so many seconds a request is given up, unless much of it came meanwhile.
    pub longest_request: u32,
    /// How many questionnaires may be begun or sent from one network (/24, /56) in a minute; 0 for as many as come.
    pub answers_per_minute: u32,
    /// Roles that open only to whoever has a second factor.
    pub second_factor_for: Vec<Role>,
    /// Whether there is a mail server; letters are held where there is none.
    pub sends_letters: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            address: "http://127.0.0.1:8080".to_owned(),
            demonstration_day: None,
            largest_body: LARGEST_WITH_FILES,
            longest_request: 30,
            answers_per_minute: 600,
            second_factor_for: Vec::new(),
            sends_letters: false,
        }
    }
}

impl Settings {
    pub fn is_https(&self) -> bool {
        self.address.starts_with("https://")
    }

    /// Host and port of the public address: `glas.example.bg`.
    pub fn host(&self) -> &str {
        self.host_and_base().0
    }

    /// What stands before every path of this site: nothing, or `/glas`.
    pub fn base(&self) -> &str {
        self.host_and_base().1
    }

    /// `path`, which begins with a slash, as a browser asks for it in `language`.
    pub fn place(&self, language: Language, path: &str) -> String {
        format!("{}{}", self.base(), prefixed(language, path))
    }

    /// The same as others would write it, with the site's own name before it.
    pub fn public_place(&self, language: Language, path: &str) -> String {
        format!("{}{}", self.address, prefixed(language, path))
    }

    /// Whether only this machine reaches the address, so that nobody else's name for it matters.
    pub fn is_of_this_machine(&self) -> bool {
        let host = self.host();
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        name == "localhost" || name.starts_with("127.") || name == "[::1]"
    }

    fn host_and_base(&self) -> (&str, &str) {
        let after = self.address.split_once("://").map_or(self.address.as_str(), |(_, after)| after);
        after.split_at(after.find('/').unwrap_or(after.len()))
    }
}

impl Site {
    pub fn new(
        settings: Settings,
        clock: impl Fn() -> Moment + Send + Sync + 'static,
        today: impl Fn() -> Date + Send + Sync + 'static,
    ) -> Site {
        Site {
            crowd: Arc::new(Crowd::new(settings.answers_per_minute)),
            settings: Arc::new(settings),
            instance: None,
            chance: Arc::new(|| Box::new(NoChance)),
            clock: Arc::new(clock),
            today: Arc::new(today),
            typesetter: None,
            painter: None,
            form_printer: None,
            watch: None,
            examiner: None,
            press: Arc::new(Semaphore::new(1)),
            uploads: Arc::new(memory()),
            neighbours: Arc::default(),
            turnstile: Turnstile::new(),
            sign_in_service: None,
        }
    }

    /// The same site over a running instance, with the source of its randomness.
    pub fn over(self, instance: Instance, chance: impl Fn() -> Box<dyn Chance + Send> + Send + Sync + 'static) -> Site {
        Site { instance: Some(instance), chance: Arc::new(chance), ..self }
    }

    /// The same site of another tenant of this machine: what wants much memory takes turns with the other's.
    pub fn beside(self, other: &Site) -> Site {
        Site { press: other.press.clone(), uploads: other.uploads.clone(), turnstile: other.turnstile.clone(), ..self }
    }

    /// The same site with the sign-in service of an organisation.
    pub fn signing_in_by(self, service: SignInService) -> Site {
        Site { sign_in_service: Some(service), ..self }
    }

    /// The same site naming other tenants on its front page.
    pub fn naming(self, neighbours: Vec<(Text, String)>) -> Site {
        Site { neighbours: neighbours.into(), ..self }
    }

    /// The same site with somebody who makes files of its reports; without one there are none.
    pub fn printing(
        self,
        typesetter: impl Fn(&Document, Format) -> Result<Vec<u8>, anyhow::Error> + Send + Sync + 'static,
    ) -> Site {
        Site { typesetter: Some(Arc::new(typesetter)), ..self }
    }

    /// The same site with somebody who draws its pictures; without one there are no PNG files.
    pub fn painting(
        self,
        painter: impl Fn(&Picture) -> Result<Vec<u8>, anyhow::Error> + Send + Sync + 'static,
    ) -> Site {
        Site { painter: Some(Arc::new(painter)), ..self }
    }

    /// The same site with somebody who prints questionnaires; without one there are none on paper.
    pub fn printing_forms(
        self,
        printer: impl Fn(&Form) -> Result<Vec<u8>, anyhow::Error> + Send + Sync + 'static,
    ) -> Site {
        Site { form_printer: Some(Arc::new(printer)), ..self }
    }

    /// The same site with somebody who counts requests.
    pub fn watched(self, watch: Arc<dyn Watch>) -> Site {
        Site { watch: Some(watch), ..self }
    }

    /// The same site with somebody who looks at the machine: its administrators run the installation.
    pub fn examined(self, examiner: impl Fn(Words) -> Vec<Finding> + Send + Sync + 'static) -> Site {
        Site { examiner: Some(Arc::new(examiner)), ..self }
    }

    /// What there is to say of the machine; `None` where that is nobody's business here.
    ///
    /// # Errors
    /// Only a fault.
    pub async fn examine(&self, words: Words) -> Result<Option<Vec<Finding>>, Failure> {
        let Some(examiner) = self.examiner.clone() else { return Ok(None) };
        let found = tokio::task::spawn_blocking(move || examiner(words)).await;
        Ok(Some(found.map_err(Failure::fault)?))
    }

    /// Reads one state of the store from beginning to end.
    ///
    /// # Errors
    /// What `reading` answers, or a fault of the store.
    pub async fn read<T: Send + 'static>(
        &self,
        reading: impl FnOnce(&mut Transaction, &Instance) -> Result<T, app::Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let instance = self.instance()?.clone();
        let store = instance.store.clone();
        Ok(store.read(move |tx| reading(tx, &instance)).await?)
    }

    /// Runs one operation on the writer; what it did is on the disk when this answers.
    ///
    /// # Errors
    /// What `operation` answers, or a fault of the store; either way nothing was kept.
    pub async fn write<T: Send + 'static>(
        &self,
        operation: impl FnOnce(&mut Transaction, &Instance) -> Result<T, app::Failure> + Send + 'static,
    ) -> Result<T, app::Failure> {
        let Some(instance) = self.instance.clone() else {
            return Err(anyhow::anyhow!("this site stands over no instance").into());
        };
        let store = instance.store.clone();
        store.write(move |tx| operation(tx, &instance)).await
    }

    /// The document as a file.
    ///
    /// # Errors
    /// [`Failure::NotFound`] where nobody prints, and faults of the typesetter.
    pub async fn typeset(&self, document: Document, form: Format) -> Result<Vec<u8>, Failure> {
        self.press().await?.typeset(document, form).await
    }

    /// The questionnaire as PDF, one at a time like everything that wants much memory.
    ///
    /// # Errors
    /// [`Failure::NotFound`] where nobody prints, and faults of the printer.
    pub async fn print_form(&self, form: Form) -> Result<Vec<u8>, Failure> {
        let printer = self.form_printer.clone().ok_or(Failure::NotFound)?;
        self.in_turn(move || printer(&form)).await
    }

    /// Waits for the press: it wants much memory, so it makes one file at a time.
    ///
    /// # Errors
    /// Only a fault.
    pub async fn press(&self) -> Result<Press, Failure> {
        let turn = self.press.clone().acquire_owned().await.map_err(Failure::fault)?;
        Ok(Press { typesetter: self.typesetter.clone(), painter: self.painter.clone(), turn })
    }

    /// Work that wants much memory for a moment, on a thread that may block and one at a time.
    ///
    /// # Errors
    /// Whatever the work answers, and faults.
    pub async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, anyhow::Error> + Send + 'static,
    ) -> Result<T, Failure> {
        let turn = self.press.clone().acquire_owned().await.map_err(Failure::fault)?;
        at_work(turn, work).await
    }

    /// # Errors
    /// A fault where there is none, which only happens to samples.
    pub fn instance(&self) -> Result<&Instance, Failure> {
        self.instance.as_ref().ok_or_else(|| anyhow::anyhow!("this site stands over no instance").into())
    }

    /// A source of randomness for one request.
    pub fn chance(&self) -> Box<dyn Chance + Send> {
        (self.chance)()
    }

    pub fn now(&self) -> Moment {
        (self.clock)()
    }

    /// Today in Bulgaria, or the day of the demonstration.
    pub fn today(&self) -> Date {
        (self.today)()
    }
}

/// One turn at the press.
pub struct Press {
    typesetter: Option<Arc<Typesetter>>,
    painter: Option<Arc<Painter>>,
    turn: OwnedSemaphorePermit,
}

impl Press {
    /// The document as a file.
    ///
    /// # Errors
    /// [`Failure::NotFound`] where nobody prints, and faults of the typesetter.
    pub async fn typeset(self, document: Document, form: Format) -> Result<Vec<u8>, Failure> {
        let typesetter = self.typesetter.ok_or(Failure::NotFound)?;
        at_work(self.turn, move || typesetter(&document, form)).await
    }

    /// The picture as PNG.
    ///
    /// # Errors
    /// [`Failure::NotFound`] where nobody draws, and faults of the painter.
    pub async fn paint(self, picture: Picture) -> Result<Vec<u8>, Failure> {
        let painter = self.painter.ok_or(Failure::NotFound)?;
        at_work(self.turn, move || painter(&picture)).await
    }
}

async fn at_work<T: Send + 'static>(
    turn: OwnedSemaphorePermit,
    work: impl FnOnce() -> Result<T, anyhow::Error> + Send + 'static,
) -> Result<T, Failure> {
    let made = tokio::task::spawn_blocking(move || {
        let made = work();
        // The next one's turn comes when the work is done, even if nobody waits for it any more.
        drop(turn);
        made
    });
    Ok(made.await.map_err(Failure::fault)??)
}

/// A site without an instance makes no ids and no secrets.
struct NoChance;

impl Chance for NoChance {
    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.fill(0);
    }
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Site").field("settings", &self.settings).finish_non_exhaustive()
    }
}

impl Settings {
    /// The demonstration on its own day, for samples of pages and for tests.
    pub fn sample() -> Settings {
        Settings {
            address: "https://glas.example".to_owned(),
            demonstration_day: Some(jiff::civil::date(2023, 7, 27)),
            ..Settings::default()
        }
    }
}

impl Site {
    /// A site whose clock stands still.
    pub fn sample() -> Site {
        Site::new(Settings::sample(), || Moment(1_690_459_200_000_000), || jiff::civil::date(2023, 7, 27))
    }
}
