//! A study of the invented municipality that anybody with its address can answer.

use crate::visitor::{Answer, Visitor};
use app::Instance;
use base::{AudienceId, Chance, Moment, Party, PartyId, PartyKind, ProjectId, QuestionnaireId, StudyId, Text};
use jiff::civil::{Date, date};
use outreach::{Nature, Part, Participation, Period, Project, Slug};
use postgres::{Client, NoTls};
use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, Once,
        atomic::{AtomicU32, AtomicU64, Ordering},
    },
};
use store::{Creation, Location, Store, StoreFault, Transaction};
use survey::{
    Admission, Audience, CollectionClass, Fieldwork, Mode, QuestionCode, QuestionKind, Questionnaire, Requirement,
    Response, ResultsPolicy, Study, xlsform,
};
use web::{Settings, Site, router};

pub const RESIDENTS: &[u8] = include_bytes!("../../../../../examples/primerovo/residents.xlsx");
pub const TOKEN: &str = "primerovo";
pub const START: &str = "/s/primerovo";

/// Never the same twice.
pub struct Counted(pub u64);

impl Chance for Counted {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = u8::try_from(self.0 >> 56).unwrap();
        }
    }
}

pub struct Town {
    pub site: axum::Router,
    pub instance: Instance,
    pub audience: AudienceId,
    today: Arc<Mutex<Date>>,
    _folder: Option<tempfile::TempDir>,
}

/// What is different in one town.
pub struct Plan {
    pub limit: Option<u32>,
    /// From one network.
    pub answers_per_minute: u32,
    pub has_questionnaire: bool,
    pub questionnaire: Questionnaire,
}

impl Default for Plan {
    fn default() -> Plan {
        Plan { limit: None, answers_per_minute: 600, has_questionnaire: true, questionnaire: residents() }
    }
}

pub fn residents() -> Questionnaire {
    xlsform::import(RESIDENTS, "residents.xlsx").unwrap().questionnaire
}

/// Runs the dialogue in a town on each engine.
pub async fn in_each_town(plan: impl Fn() -> Plan, dialogue: impl AsyncFn(&Town)) {
    let folder = tempfile::tempdir().unwrap();
    let location = Location::Folder(folder.path().join("data"));
    dialogue(&Town::found_aside(location, plan(), Some(folder))).await;
    let server = std::thread::spawn(server).join().unwrap();
    if let Some((location, schema)) = server {
        dialogue(&Town::found_aside(location, plan(), None)).await;
        std::thread::spawn(move || on_server(&format!("drop schema {schema} cascade"))).join().unwrap();
    }
}

/// A schema of its own on the test's server; `None`, said loudly once, where there is no server.
fn server() -> Option<(Location, String)> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    static SAID: Once = Once::new();
    let Ok(address) = std::env::var("GLAS_TEST_POSTGRES") else {
        SAID.call_once(|| eprintln!("\n!!! GLAS_TEST_POSTGRES is not set: PostgreSQL was NOT tested !!!\n"));
        return None;
    };
    let schema = format!("glas_web_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    on_server(&format!("create schema {schema}"));
    let mark = if address.contains('?') { '&' } else { '?' };
    Some((Location::Postgres(format!("{address}{mark}options=-c%20search_path%3D{schema}")), schema))
}

/// Not through a store of ours: it would migrate what it finds at the address itself.
fn on_server(sql: &str) {
    let address = std::env::var("GLAS_TEST_POSTGRES").unwrap();
    Client::connect(&address, NoTls).unwrap().batch_execute(sql).unwrap();
}

impl Town {
    /// On a thread of its own: a connection to PostgreSQL cannot be made on one that runs asynchronous work.
    fn found_aside(location: Location, plan: Plan, folder: Option<tempfile::TempDir>) -> Town {
        std::thread::spawn(move || Town::found(&location, plan, folder)).join().unwrap()
    }

    fn found(location: &Location, plan: Plan, folder: Option<tempfile::TempDir>) -> Town {
        let store = Store::open(location, Creation::Create, Moment(0)).unwrap();
        let instance = Instance::open(store, Counted(1)).unwrap();
        let tenant = instance.tenant;
        let mut chance = Counted(2);
        let project = project(&mut chance);
        let study = study(&mut chance, project.id, &plan);
        let audience = study.audiences[0].id;
        let settings = Settings { answers_per_minute: plan.answers_per_minute, ..Settings::sample() };
        let questionnaire = plan.questionnaire;
        let fill = move |tx: &mut Transaction| {
            if let Some(id) = study.audiences[0].questionnaire {
                tx.add_questionnaire(tenant, id, &questionnaire, None, date(2023, 5, 2))?;
            }
            tx.add_project(tenant, &project)?;
            tx.add_study(tenant, &study)
        };
        instance.store.write_blocking(fill).unwrap_or_else(|fault: StoreFault| panic!("{fault}"));
        let today = Arc::new(Mutex::new(date(2023, 5, 10)));
        let (day, draws) = (today.clone(), AtomicU64::new(1000));
        let site = Site::new(settings, || Moment(1_683_720_000_000_000), move || *day.lock().unwrap())
            .over(instance.clone(), move || Box::new(Counted(draws.fetch_add(7919, Ordering::Relaxed))));
        Town { site: router(site), instance, audience, today, _folder: folder }
    }

    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.site.clone())
    }

    pub fn let_it_be(&self, day: Date) {
        *self.today.lock().unwrap() = day;
    }

    pub fn responses(&self) -> Vec<Response> {
        let (tenant, audience) = (self.instance.tenant, self.audience);
        self.instance
            .store
            .read_blocking(move |tx| tx.responses_after(tenant, audience, None, 1000))
            .unwrap_or_else(|fault: StoreFault| panic!("{fault}"))
    }

    /// Some organisation of the project.
    pub fn party(&self) -> PartyId {
        let tenant = self.instance.tenant;
        let project = self.instance.store.read_blocking(move |tx| tx.public_project(tenant, "primerovo"));
        project.unwrap_or_else(|fault: StoreFault| panic!("{fault}")).unwrap().parties[0].party.id
    }

    /// Begins a draft: the address of its first page.
    pub async fn begin(&self, visitor: &mut Visitor) -> String {
        let begun = visitor.post("/s/primerovo/drafts", &[]).await;
        assert_eq!(begun.status, axum::http::StatusCode::SEE_OTHER, "{}", begun.text());
        begun.header("location").to_owned()
    }
}

/// `/s/primerovo/KEY` of an address below it.
pub fn draft_of(address: &str) -> String {
    address.split('/').take(4).collect::<Vec<_>>().join("/")
}

/// The value of a hidden field.
pub fn hidden(answer: &Answer, name: &str) -> String {
    let text = answer.text();
    let (_, rest) =
        text.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name}: {text}"));
    rest.split_once('"').unwrap().0.to_owned()
}

fn project(chance: &mut Counted) -> Project {
    let party = |kind, name: Text, chance: &mut Counted| Party { id: PartyId::new(chance), kind, name, site: None };
    let beneficiary =
        party(PartyKind::CivicOrganisation, Text::new("Фондация „Примерен глас“", "Primeren Glas Foundation"), chance);
    let partner = party(PartyKind::Municipality, Text::new("Община Примерово", "Municipality of Primerovo"), chance);
    Project {
        id: ProjectId::new(chance),
        slug: Slug::parse("primerovo").unwrap(),
        place: Text::new("Примерово", "Primerovo"),
        title: Text::bulgarian("Гражданите оценяват"),
        summary: Text::bulgarian("Накратко"),
        story: Vec::new(),
        goal: Text::bulgarian("Цел"),
        nature: Nature::Demonstration,
        parties: vec![
            Participation { part: Part::Beneficiary, party: beneficiary },
            Participation { part: Part::Partner, party: partner },
        ],
        funding: None,
        period: Period::new(date(2022, 7, 20), date(2023, 12, 20)).unwrap(),
        activities: Vec::new(),
        links: Vec::new(),
        published: date(2023, 3, 30),
        updated: date(2023, 5, 2),
    }
}

fn study(chance: &mut Counted, project: ProjectId, plan: &Plan) -> Study {
    Study {
        id: StudyId::new(chance),
        project,
        slug: "obsluzhvane".to_owned(),
        title: Text::new("Как Ви обслужва общината", "How the municipality serves you"),
        purpose: Text::new("Отговорите ще влязат в доклад.", "The answers will enter a report."),
        fieldwork: Fieldwork::new(date(2023, 5, 8), date(2023, 6, 9)).unwrap(),
        results: ResultsPolicy::AfterClosing,
        results_published: None,
        repeats: None,
        audiences: vec![Audience {
            id: AudienceId::new(chance),
            code: "residents".to_owned(),
            name: Text::new("Жители", "Residents"),
            token: TOKEN.to_owned(),
            plan: BTreeMap::from([(Mode::Online, 100)]),
            population: Some(4210),
            invited: None,
            collection: CollectionClass::SelfSelected,
            admission: Admission::Open,
            limit: plan.limit,
            counts_agreed: false,
            questionnaire: plan.has_questionnaire.then(|| QuestionnaireId::new(chance)),
        }],
    }
}

/// One short question with a label that somebody wrote in bad faith.
pub fn hostile_questionnaire() -> Questionnaire {
    let mut questionnaire = residents();
    questionnaire.items.retain(|item| item.question().is_some_and(|question| question.relevance.is_none()));
    for item in &mut questionnaire.items {
        if let survey::Item::Question(question) = item {
            question.label = Text::bulgarian("<script>alert(\"въпрос\")</script>");
            question.hint = Some(Text::new("\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)"));
        }
    }
    for scale in questionnaire.scales.values_mut() {
        for option in &mut scale.options {
            option.label = Text::bulgarian("</span><script>alert(1)</script>");
        }
    }
    questionnaire
}

/// Two questions, the first of which must be answered.
pub fn short_questionnaire() -> Questionnaire {
    let mut questionnaire = residents();
    questionnaire.items.truncate(3);
    for item in &mut questionnaire.items {
        if let survey::Item::Question(question) = item
            && question.code == QuestionCode::parse("capacity").unwrap()
        {
            question.kind = QuestionKind::integer();
            question.required = Some(Requirement::default());
        }
    }
    questionnaire
}
