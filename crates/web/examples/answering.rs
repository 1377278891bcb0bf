//! The two questionnaires of the invented municipality, to be answered and looked at:
//! `cargo run -p web --example answering`, then `/s/residents` and `/s/officials`.

use anyhow::Context;
use app::Instance;
use base::{AudienceId, Chance, Moment, QuestionnaireId, StudyId, Text};
use jiff::civil::{Date, date};
use std::collections::BTreeMap;
use store::{Creation, Location, Store, StoreFault};
use survey::{Admission, Audience, CollectionClass, Fieldwork, ResultsPolicy, Study, xlsform};
use web::{Settings, Site, sample};

const TODAY: Date = date(2023, 5, 17);

/// Good enough for looking at pages; the program takes its chance from the operating system.
struct Counted(u64);

impl Chance for Counted {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = u8::try_from(self.0 >> 56).unwrap_or_default();
        }
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let port = std::env::args().nth(1).unwrap_or_else(|| "8078".to_owned());
    let folder = tempfile::tempdir()?;
    let store = Store::open(&Location::Folder(folder.path().join("data")), Creation::Create, Moment(0))?;
    let instance = Instance::open(store, Counted(1)).map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
    fill(&instance)?;
    let settings = Settings { demonstration_day: Some(TODAY), ..Settings::default() };
    let draws = std::sync::atomic::AtomicU64::new(7);
    let site = Site::new(settings, || Moment(1_684_310_400_000_000), || TODAY)
        .over(instance, move || Box::new(Counted(draws.fetch_add(7919, std::sync::atomic::Ordering::Relaxed))));
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    eprintln!("http://127.0.0.1:{port}/s/residents  http://127.0.0.1:{port}/s/officials");
    Ok(axum::serve(listener, web::router(site)).await?)
}

fn fill(instance: &Instance) -> anyhow::Result<()> {
    let (mut chance, tenant, project) = (Counted(3), instance.tenant, sample::invented_project());
    let mut audiences = Vec::new();
    let mut questionnaires = Vec::new();
    for (code, name, population) in [
        (
            "residents",
            Text::new("Граждани, НПО, бизнес и администрация", "Citizens, NGOs, business and administration"),
            4210,
        ),
        ("officials", Text::new("Служители на общината", "Officials of the municipality"), 9),
    ] {
        let path = format!("{}/../../examples/primerovo/{code}.xlsx", env!("CARGO_MANIFEST_DIR"));
        let imported = xlsform::import(&std::fs::read(&path).with_context(|| path.clone())?, &path)
            .map_err(|problems| anyhow::anyhow!("{path}: {problems:?}"))?;
        let id = QuestionnaireId::new(&mut chance);
        questionnaires.push((id, imported.questionnaire));
        audiences.push(Audience {
            id: AudienceId::new(&mut chance),
            code: code.to_owned(),
            name,
            token: code.to_owned(),
            plan: BTreeMap::new(),
            population: Some(population),
            invited: None,
            collection: CollectionClass::SelfSelected,
            admission: Admission::Open,
            limit: None,
            counts_agreed: true,
            questionnaire: Some(id),
        });
    }
    let study = Study {
        id: StudyId::new(&mut chance),
        project: project.id,
        slug: "uchastie".to_owned(),
        title: Text::new(
            "Гражданско участие и качество на обслужването в Примерово",
            "Civic participation and quality of service in Primerovo",
        ),
        purpose: Text::new(
            "Питаме дали хората знаят как да участват в оценката на обслужването и колко ги удовлетворява то.",
            "We ask whether people know how to take part in assessing the service, and how far it satisfies them.",
        ),
        fieldwork: Fieldwork::new(date(2023, 5, 8), date(2023, 6, 9))
            .map_err(|refusal| anyhow::anyhow!("{refusal:?}"))?,
        results: ResultsPolicy::AfterClosing,
        results_published: None,
        repeats: None,
        audiences,
    };
    let filled = instance.store.write_blocking(move |tx| {
        for participation in &project.parties {
            tx.add_party(tenant, &participation.party)?;
        }
        tx.add_project(tenant, &project)?;
        for (id, questionnaire) in &questionnaires {
            tx.add_questionnaire(tenant, *id, questionnaire, None, TODAY)?;
        }
        tx.add_study(tenant, &study)
    });
    filled.map_err(|fault: StoreFault| fault.into())
}
