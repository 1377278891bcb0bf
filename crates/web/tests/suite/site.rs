//! A site on a store of its own, with the two projects of the samples in it.

use app::Instance;
use base::{Chance, Moment};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use store::{Creation, Location, Store, StoreFault, Transaction};
use web::{Settings, Site, sample};

/// What a test may turn by hand, and what it may ask afterwards.
pub struct TestWorld {
    pub now: AtomicI64,
    pub chance: AtomicU64,
    pub printed: AtomicU64,
    pub painted: AtomicU64,
}

impl TestWorld {
    pub fn new() -> &'static TestWorld {
        Box::leak(Box::new(TestWorld {
            now: AtomicI64::new(1_690_459_200_000_000),
            chance: AtomicU64::new(7),
            printed: AtomicU64::new(0),
            painted: AtomicU64::new(0),
        }))
    }

    pub fn pass_milliseconds(&self, milliseconds: i64) {
        self.now.fetch_add(milliseconds * 1000, Ordering::Relaxed);
    }
}

/// A counter in place of chance: never the same twice.
pub struct Counted(pub u64);

impl Chance for Counted {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = (self.0 >> 33).to_be_bytes()[7];
        }
    }
}

/// The demonstration on its day.
pub fn site() -> Site {
    site_with(Settings::sample())
}

pub fn site_with(settings: Settings) -> Site {
    site_in(settings, TestWorld::new())
}

pub fn site_in(settings: Settings, world: &'static TestWorld) -> Site {
    let folder = tempfile::tempdir().unwrap().keep();
    let store = Store::open(&Location::Folder(folder), Creation::Create, Moment(0)).unwrap();
    let instance = Instance::open(store, Counted(1)).unwrap();
    let tenant = instance.tenant;
    instance.store.write_blocking(move |tx| fill(tx, tenant)).unwrap();
    Site::new(settings, || Moment(world.now.load(Ordering::Relaxed)), || sample::DAY)
        .over(instance, || Box::new(Counted(world.chance.fetch_add(1_000, Ordering::Relaxed))))
        .printing(|document, _| {
            world.printed.fetch_add(1, Ordering::Relaxed);
            Ok(format!("%PDF-1.7 {}", document.title).into_bytes())
        })
        .printing_forms(codes_of)
        .painting(|picture| {
            world.painted.fetch_add(1, Ordering::Relaxed);
            Ok(format!("PNG {}", picture.alternative()).into_bytes())
        })
}

/// What stands for the file of a questionnaire on paper: its title and codes.
pub fn codes_of(form: &document::Form) -> Result<Vec<u8>, anyhow::Error> {
    let codes: Vec<&str> = form.copies.iter().map(|copy| copy.code.as_str()).collect();
    Ok(format!("%PDF-1.7 {} {}", form.title, codes.join(" ")).into_bytes())
}

pub fn fill(tx: &mut Transaction, tenant: base::TenantId) -> Result<(), StoreFault> {
    for project in [sample::real_project(), sample::invented_project()] {
        for one in &project.parties {
            tx.add_party(tenant, &one.party)?;
        }
        tx.add_project(tenant, &project)?;
    }
    for publication in sample::publications_elsewhere() {
        tx.add_publication(tenant, &publication)?;
    }
    let questionnaire = sample::questionnaire();
    for study in sample::studies() {
        for audience in &study.audiences {
            if let Some(id) = audience.questionnaire {
                tx.add_questionnaire(tenant, id, &questionnaire, None, sample::DAY)?;
            }
        }
        tx.add_study(tenant, &study)?;
        for audience in &study.audiences {
            let Some(id) = audience.questionnaire else { continue };
            for number in 0..if audience.code == "officials" { 6 } else { 40 } {
                tx.add_response(tenant, &sample::response(audience.id, id, number))?;
            }
        }
    }
    Ok(())
}

/// The first open data of a study; what its files are stands with the test.
pub fn open_data() -> store::OpenData {
    store::OpenData {
        study: sample::studies()[0].id,
        version: 1,
        licence: "CC0-1.0".to_owned(),
        on: sample::DAY,
        told: Vec::new(),
        withdrawn: None,
    }
}

/// Whether a program makes it that these tests run without: nothing prints and nothing paints here.
pub fn is_made_elsewhere(address: &str) -> bool {
    [".pdf", ".png", "/report.docx", "/report.xlsx"].iter().any(|ending| address.ends_with(ending))
}
