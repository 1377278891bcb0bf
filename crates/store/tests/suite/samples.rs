//! Invented things to keep, every field of them filled.

use base::{
    AudienceId, Chance, FileDigest, Language, Moment, Party, PartyId, PartyKind, PersonId, ProjectId, PublicationId,
    QuestionnaireId, ResponseKey, Role, StudyId, TenantId, Text,
};
use jiff::civil::{Date, date};
use outreach::{
    Activity, Attachment, Funding, Link, Nature, Original, Part, Participation, Period, Progress, Project, Publication,
    PublicationKind, Slug, Stage, Version,
};
use std::collections::BTreeMap;
use store::{Membership, Person, Store, StoreFault};
use survey::{
    Admission, Answer, Answers, Audience, CollectionClass, Fieldwork, Mode, OptionCode, QuestionCode, Response,
    ResultsPolicy, Study,
};

/// A counter in place of chance: never the same twice.
pub struct Counted(pub u64);

impl Chance for Counted {
    fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let word = (self.0 ^ (self.0 >> 29)).to_be_bytes();
            chunk.copy_from_slice(&word[..chunk.len()]);
        }
    }
}

pub const DAY: Date = date(2023, 5, 2);

pub fn text(words: &str) -> Text {
    Text::new(format!("{words} – „ъгъл“"), format!("{words} in English"))
}

pub fn party(chance: &mut Counted, kind: PartyKind) -> Party {
    Party { id: PartyId::new(chance), kind, name: text("Страна"), site: Some("https://example.org/".to_owned()) }
}

pub fn project(chance: &mut Counted, slug: &str) -> Project {
    let participation = |part, kind, chance: &mut Counted| Participation { part, party: party(chance, kind) };
    Project {
        id: ProjectId::new(chance),
        slug: Slug::parse(slug).unwrap(),
        place: text("Примерово"),
        title: text("Заглавие"),
        summary: text("Накратко"),
        story: vec![text("Първо"), Text::bulgarian("Второ")],
        goal: text("Цел"),
        nature: Nature::Demonstration,
        parties: vec![
            participation(Part::Beneficiary, PartyKind::CivicOrganisation, chance),
            participation(Part::Partner, PartyKind::Municipality, chance),
            participation(Part::Observer, PartyKind::Other, chance),
        ],
        funding: Some(Funding {
            project_number: "П-1".to_owned(),
            contract: "Д-1".to_owned(),
            procedure_number: "Пр-1".to_owned(),
            procedure: text("Процедура"),
            programme: text("Програма"),
            cofinancing: text("съфинансирана"),
            signs: vec![text("знак"), text("фонд")],
            european_union: true,
            disclaimer: text("Отговорност"),
        }),
        period: Period::new(date(2022, 7, 20), date(2023, 12, 20)).unwrap(),
        activities: vec![
            activity(Progress::Done { on: Some(DAY) }),
            activity(Progress::Done { on: None }),
            activity(Progress::Underway),
            activity(Progress::ToDo),
        ],
        links: vec![Link { title: text("Връзка"), address: "https://example.org/a".to_owned() }],
        published: date(2023, 3, 30),
        updated: date(2023, 7, 27),
    }
}

fn activity(progress: Progress) -> Activity {
    Activity { title: text("Дейност"), description: text("Описание"), progress }
}

pub fn publication(chance: &mut Counted, project: &Project, slug: &str, file: Option<FileDigest>) -> Publication {
    Publication {
        id: PublicationId::new(chance),
        project: project.id,
        party: project.parties[0].party.id,
        slug: Slug::parse(slug).unwrap(),
        kind: PublicationKind::Report,
        stage: Stage::Draft,
        version: version(1, file),
    }
}

pub fn version(number: u32, file: Option<FileDigest>) -> Version {
    let attachment = |file| Attachment {
        file,
        name: "doklad.pdf".to_owned(),
        title: text("Доклад"),
        media_type: "application/pdf".to_owned(),
        bytes: 5,
        on: DAY,
        language: Some(base::Language::Bulgarian),
        accessibility: outreach::Accessibility::Partly,
    };
    Version {
        number,
        title: text("Заглавие"),
        summary: text("Накратко"),
        body: text("**Тяло**"),
        attachments: file.into_iter().map(attachment).collect(),
        original: Some(Original { place: text("сайт"), address: "https://example.org/original".to_owned() }),
        on: DAY,
    }
}

pub fn person(chance: &mut Counted, account: &str, party: PartyId) -> Person {
    Person {
        id: PersonId::new(chance),
        account: account.to_owned(),
        name: "Мария Примерова".to_owned(),
        email: Some("maria@example.org".to_owned()),
        password_hash: None,
        deactivated: None,
        created: Moment(7),
        memberships: vec![Membership { party, role: Role::Official }, Membership { party, role: Role::Researcher }],
    }
}

pub fn study(chance: &mut Counted, project: ProjectId) -> Study {
    Study {
        id: StudyId::new(chance),
        project,
        slug: "prouchvane".to_owned(),
        title: text("Проучване"),
        purpose: text("Защо"),
        fieldwork: Fieldwork::new(date(2023, 5, 1), date(2023, 6, 30)).unwrap(),
        results: ResultsPolicy::AfterClosing,
        results_published: Some(date(2023, 7, 3)),
        repeats: Some(StudyId::new(chance)),
        audiences: vec![audience(chance, "residents"), audience(chance, "officials")],
    }
}

fn audience(chance: &mut Counted, code: &str) -> Audience {
    Audience {
        id: AudienceId::new(chance),
        code: code.to_owned(),
        name: text("Хора"),
        token: chance.key().to_string(),
        plan: BTreeMap::from([(Mode::Online, 100), (Mode::Paper, 76)]),
        population: Some(4000),
        invited: None,
        collection: CollectionClass::SelfSelected,
        admission: Admission::Open,
        limit: Some(500),
        counts_agreed: true,
        questionnaire: None,
    }
}

pub fn answers() -> Answers {
    let code = |text: &str| QuestionCode::parse(text).unwrap();
    let option = |text: &str| OptionCode::parse(text).unwrap();
    [
        (code("q1"), Answer::One(option("other"), Some("друго, с „кавички“".to_owned()))),
        (code("q2"), Answer::Many(vec![option("a"), option("b")], None)),
        (code("q3"), Answer::Integer(-3)),
        (code("q4"), Answer::Decimal(4.5)),
        (code("q5"), Answer::Date(DAY)),
        (code("q6"), Answer::Text("ред\nи още ред".to_owned())),
    ]
    .into_iter()
    .collect()
}

pub fn response(chance: &mut Counted, audience: AudienceId, questionnaire: QuestionnaireId) -> Response {
    Response {
        key: ResponseKey::new(chance),
        audience,
        questionnaire,
        mode: Mode::Online,
        batch: None,
        day: DAY,
        language: Language::Bulgarian.into(),
        seed: None,
        quotable: None,
        answers: answers(),
    }
}

/// A store with a tenant, a project and a study of two audiences.
pub struct Household {
    pub tenant: TenantId,
    pub project: Project,
    pub study: Study,
}

impl Household {
    pub fn found(store: &Store, chance: &mut Counted) -> Household {
        let tenant = TenantId::new(chance);
        let project = project(chance, "primerovo");
        let study = study(chance, project.id);
        let (kept_project, kept_study) = (project.clone(), study.clone());
        store
            .write_blocking(move |tx| {
                tx.add_tenant(tenant, &text("Дом"))?;
                tx.add_project(tenant, &kept_project)?;
                tx.add_study(tenant, &kept_study)
            })
            .unwrap_or_else(|fault: StoreFault| panic!("{fault}"));
        Household { tenant, project, study }
    }

    pub fn residents(&self) -> AudienceId {
        self.study.audiences[0].id
    }
}
