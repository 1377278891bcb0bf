//! The two projects of the demonstration in short, for samples of pages.

mod answers;
mod progress;

pub use answers::{questionnaire, response, study_data};
pub use progress::progress;

use base::{
    AudienceId, FileDigest, Key, Party, PartyId, PartyKind, ProjectId, PublicationId, QuestionnaireId, StudyId, Text,
};
use jiff::civil::{Date, date};
use outreach::{
    Activity, Attachment, Funding, Link, Nature, Original, Part, Participation, Period, Progress, Project, Publication,
    PublicationKind, Slug, Stage, Version,
};
use std::collections::BTreeMap;
use survey::{Admission, Audience, CollectionClass, Fieldwork, Mode, ResultsPolicy, Study};

pub const DAY: Date = date(2023, 7, 27);

/// Facts of the real project's page.
pub fn real_project() -> Project {
    Project {
        id: ProjectId(key(1)),
        slug: slug("perushtitsa"),
        place: Text::new("Перущица", "Perushtitsa"),
        title: Text::bulgarian(
            "Подкрепа за гражданско участие по отношение административното обслужване и качеството на \
             административните услуги в община Перущица",
        ),
        summary: Text::new(
            "Текущи резултати по напредъка в рамките на проект BG05SFOP001-2.025-0108.",
            "Current results on the progress of project BG05SFOP001-2.025-0108.",
        ),
        story: vec![Text::bulgarian("Уважаеми граждани, представители на НПО и бизнеса в община Перущица,")],
        goal: Text::new(
            "Насърчаване на прозрачно и отговорно управление в Община Перущица.",
            "To encourage transparent and responsible government in the Municipality of Perushtitsa.",
        ),
        nature: Nature::Real,
        parties: vec![
            participation(
                31,
                Part::Beneficiary,
                PartyKind::CivicOrganisation,
                Text::new("Фондация „Кореняк“", "Korenyak Foundation"),
            ),
            participation(
                32,
                Part::Partner,
                PartyKind::Municipality,
                Text::new("Община Перущица", "Municipality of Perushtitsa"),
            ),
        ],
        funding: Some(Funding {
            project_number: "BG05SFOP001-2.025-0108".to_owned(),
            contract: "BG05SFOP001-2.025-0108-C01".to_owned(),
            procedure_number: "BG05SFOP001-2.025".to_owned(),
            procedure: Text::bulgarian(
                "Повишаване на гражданското участие в процесите на изпълнение и мониторинг на политики и законодателство",
            ),
            programme: Text::new("Оперативна програма „Добро управление“", "Operational Programme “Good Governance”"),
            cofinancing: Text::new(
                "съфинансирана от Европейския съюз чрез Европейския социален фонд",
                "co-financed by the European Union through the European Social Fund",
            ),
            signs: vec![
                Text::new("Европейски съюз", "European Union"),
                Text::new("Европейски социален фонд", "European Social Fund"),
            ],
            european_union: true,
            disclaimer: Text::bulgarian(
                "Цялата отговорност за съдържанието на документа и публикацията се носи от Бенефициента – Фондация „Кореняк“.",
            ),
        }),
        period: sound(Period::new(date(2022, 7, 20), date(2023, 12, 20))),
        activities: activities(),
        links: vec![Link {
            title: Text::new(
                "Страница на проекта на сайта на Община Перущица",
                "Page of the project on the site of the Municipality",
            ),
            address: "https://perushtitsa.egov.bg/".to_owned(),
        }],
        published: date(2023, 3, 30),
        updated: DAY,
    }
}

pub fn invented_project() -> Project {
    let municipality = Text::new("Община Примерово", "Municipality of Primerovo");
    Project {
        id: ProjectId(key(2)),
        slug: slug("primerovo"),
        place: Text::new("Примерово", "Primerovo"),
        title: Text::new(
            "Гражданите оценяват административното обслужване в община Примерово",
            "Citizens assess administrative service in the Municipality of Primerovo",
        ),
        summary: Text::new(
            "Измислен проект, с който показваме как работи Глас.",
            "An invented project that shows how Glas works.",
        ),
        nature: Nature::Demonstration,
        parties: vec![
            participation(
                33,
                Part::Beneficiary,
                PartyKind::CivicOrganisation,
                Text::new("Фондация „Примерен глас“", "Primeren Glas Foundation"),
            ),
            participation(34, Part::Partner, PartyKind::Municipality, municipality),
        ],
        funding: real_project().funding.map(|funding| Funding {
            project_number: "ПРИМЕР-0001".to_owned(),
            signs: vec![Text::new("Измислена програма „Добър пример“", "Invented programme “Good Example”")],
            european_union: false,
            disclaimer: Text::new(
                "Демонстрационни данни. Всичко тук е измислено.",
                "Demonstration data. Everything here is invented.",
            ),
            ..funding
        }),
        links: Vec::new(),
        published: date(2023, 4, 3),
        ..real_project()
    }
}

/// Documents that are told of, but kept by somebody else.
pub fn publications_elsewhere() -> Vec<Publication> {
    let project = real_project();
    let original = Original {
        place: Text::bulgarian("Страница на проекта на сайта на Община Перущица"),
        address: "https://perushtitsa.egov.bg/".to_owned(),
    };
    let body = Text::bulgarian("Документът е публикуван на страницата на Община Перущица. Тук не пазим негово копие.");
    let version = |title: Text| Version {
        number: 1,
        title,
        summary: Text::default(),
        body: body.clone(),
        attachments: Vec::new(),
        original: Some(original.clone()),
        on: DAY,
    };
    let report = version(Text::new("Доклад с резултатите от проучването", "Report with the results of the study"));
    let analysis = version(Text::bulgarian("Анализ за потенциала и възможностите на Община Перущица"));
    vec![
        publication(3, &project, "doklad", PublicationKind::Report, report, DAY),
        publication(4, &project, "analiz", PublicationKind::Analysis, analysis, DAY),
    ]
}

pub fn publications() -> Vec<Publication> {
    let version = Version {
        number: 2,
        title: Text::new("Доклад с резултатите от проучването", "Report with the results of the study"),
        summary: Text::new("Какво отговориха 176 души и 6 служители.", "What 176 people and 6 officials answered."),
        body: Text::new(
            "Докладът съдържа **всеки въпрос** с точната му формулировка.\n\n## Как е мерено\n\n- брой отговорили\n- фигура и таблица",
            "The report holds **every question** in its exact wording.\n\n## How it was measured\n\n- number of answers\n- figure and table",
        ),
        attachments: vec![Attachment {
            file: FileDigest([7; 32]),
            name: "доклад 2023.pdf".to_owned(),
            title: Text::new("Докладът за печат", "The report for printing"),
            media_type: "application/pdf".to_owned(),
            bytes: 1_234_567,
            on: DAY,
            language: Some(base::Language::Bulgarian),
            accessibility: outreach::Accessibility::Whole,
        }],
        original: None,
        on: DAY,
    };
    vec![publication(5, &invented_project(), "doklad", PublicationKind::Report, version, date(2023, 7, 20))]
}

/// One closed, with results; one open.
pub fn studies() -> Vec<Study> {
    let audience = |number: u8, code: &str, name: Text| Audience {
        id: AudienceId(key(number)),
        code: code.to_owned(),
        name,
        token: format!("primerovo-{code}-{number}"),
        plan: BTreeMap::from([(Mode::Online, 120), (Mode::Paper, 56)]),
        population: Some(4210),
        invited: None,
        collection: CollectionClass::SelfSelected,
        admission: Admission::Open,
        limit: None,
        counts_agreed: true,
        questionnaire: Some(QuestionnaireId(key(number))),
    };
    let study = |number: u8, slug: &str, title: Text, first: Date, last: Date, results_published: Option<Date>| Study {
        id: StudyId(key(number)),
        project: ProjectId(key(2)),
        slug: slug.to_owned(),
        title,
        purpose: Text::new(
            "Знаят ли хората как да участват и какво им пречи.",
            "Whether people know how to take part, and what is in their way.",
        ),
        fieldwork: sound(Fieldwork::new(first, last)),
        results: ResultsPolicy::AfterClosing,
        results_published,
        repeats: None,
        audiences: vec![
            audience(
                number + 11,
                "residents",
                Text::new("Граждани, НПО, бизнес и администрация", "Citizens, NGOs, business and administration"),
            ),
            audience(number + 21, "officials", Text::new("Служители на общината", "Officials of the municipality")),
        ],
    };
    let closed = Text::new(
        "Гражданско участие и качество на обслужването, 2023 г.",
        "Civic participation and quality of service, 2023",
    );
    let open = Text::new("Оценка на новото гише", "Assessment of the new counter");
    vec![
        study(10, "uchastie", closed, date(2023, 5, 8), date(2023, 6, 11), Some(DAY)),
        study(11, "gishe", open, date(2023, 7, 20), date(2023, 8, 20), None),
    ]
}

fn activities() -> Vec<Activity> {
    let activity = |title: Text, description: &str, progress| Activity {
        title,
        description: Text::bulgarian(description),
        progress,
    };
    vec![
        activity(
            Text::new("Проучване", "Study"),
            "сред 176 представители на обществеността, НПО, бизнеса и администрацията и 6 представители на общинската администрация",
            Progress::Done { on: None },
        ),
        activity(Text::new("Доклад", "Report"), "с резултатите от проучването", Progress::Done { on: Some(DAY) }),
        activity(Text::new("Анализ", "Analysis"), "на потенциала и възможностите", Progress::Underway),
        activity(Text::new("Методика", "Methodology"), "за подобряване на обратната връзка", Progress::ToDo),
    ]
}

fn publication(
    number: u8,
    project: &Project,
    address: &str,
    kind: PublicationKind,
    version: Version,
    on: Date,
) -> Publication {
    Publication {
        id: PublicationId(key(number)),
        project: project.id,
        party: project.parties.first().map_or(PartyId(key(31)), |one| one.party.id),
        slug: slug(address),
        kind,
        stage: Stage::Published { on, updated: DAY },
        version,
    }
}

fn participation(number: u8, part: Part, kind: PartyKind, name: Text) -> Participation {
    Participation { part, party: Party { id: PartyId(key(number)), kind, name, site: None } }
}

fn key(number: u8) -> Key {
    Key([number; 16])
}

fn slug(text: &str) -> Slug {
    sound(Slug::parse(text))
}

fn sound<T, E: std::fmt::Debug>(made: Result<T, E>) -> T {
    made.expect("samples are written here, and the tests make them all")
}
