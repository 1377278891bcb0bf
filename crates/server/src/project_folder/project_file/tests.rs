use super::{super::Unreadable, ProjectFile};
use base::Chance;
use jiff::civil::date;
use outreach::{Nature, Part, Progress, PublicationKind, Stage};

/// Counts up, so that every key is another one and the test is the same every time.
struct Counter(u8);

impl Chance for Counter {
    fn fill(&mut self, bytes: &mut [u8]) {
        self.0 += 1;
        bytes.fill(self.0);
    }
}

const PERUSHTITSA: &str = include_str!("../../../../../examples/perushtitsa/project.toml");
const PRIMEROVO: &str = include_str!("../../../../../examples/primerovo/project.toml");
const DOKLAD: &str = include_str!("../../../../../examples/perushtitsa/publications/doklad.toml");
const ANALIZ: &str = include_str!("../../../../../examples/perushtitsa/publications/analiz.toml");

fn read(text: &str) -> Result<ProjectFile, Unreadable> {
    ProjectFile::read(text, &mut Counter(0))
}

#[test]
fn perushtitsa_is_told_as_its_page_tells_it() {
    let ProjectFile { project, .. } = read(PERUSHTITSA).unwrap();
    assert_eq!(project.nature, Nature::Real);
    assert_eq!((project.published, project.updated), (date(2023, 3, 30), date(2023, 7, 27)));
    assert_eq!(project.period.months(), 17);
    assert_eq!(project.party_with(Part::Beneficiary).unwrap().name.bulgarian, "Фондация „Кореняк“");
    assert_eq!(project.party_with(Part::Partner).unwrap().name.bulgarian, "Община Перущица");
    let funding = project.funding.unwrap();
    assert_eq!(funding.project_number, "BG05SFOP001-2.025-0108");
    assert_eq!(funding.contract, "BG05SFOP001-2.025-0108-C01");
    assert!(funding.european_union);
    let done = project.activities.iter().filter(|activity| matches!(activity.progress, Progress::Done { .. }));
    let to_do = project.activities.iter().filter(|activity| activity.progress == Progress::ToDo);
    assert_eq!((done.count(), to_do.count()), (3, 3));
    assert_eq!(project.activities[1].progress, Progress::Done { on: Some(date(2023, 7, 27)) });
}

#[test]
fn documents_that_we_do_not_hold_say_where_they_are() {
    let file = read(PERUSHTITSA).unwrap();
    for (text, kind) in [(DOKLAD, PublicationKind::Report), (ANALIZ, PublicationKind::Analysis)] {
        let publication = file.publication(text, &mut Counter(100)).unwrap();
        assert_eq!(publication.kind, kind);
        assert_eq!(publication.party, file.parties["korenyak"]);
        assert_eq!(publication.stage, Stage::Published { on: date(2023, 7, 27), updated: date(2023, 7, 27) });
        assert!(publication.version.attachments.is_empty());
        assert!(publication.version.original.unwrap().address.starts_with("https://perushtitsa.egov.bg/"));
    }
}

#[test]
fn primerovo_says_what_it_is() {
    let file = read(PRIMEROVO).unwrap();
    assert_eq!(file.project.nature, Nature::Demonstration);
    assert!(file.project.summary.bulgarian.contains("Демонстрационни данни"));
    let publications = [
        include_str!("../../../../../examples/primerovo/publications/pokana.toml"),
        include_str!("../../../../../examples/primerovo/publications/kutiyata.toml"),
        include_str!("../../../../../examples/primerovo/publications/doklad.toml"),
    ];
    for text in publications {
        let publication = file.publication(text, &mut Counter(100)).unwrap();
        assert!(publication.version.summary.bulgarian.contains("Демонстрационни данни"));
    }
}

#[test]
fn everything_stands_in_both_languages() {
    for text in [PERUSHTITSA, PRIMEROVO] {
        let project = read(text).unwrap().project;
        let activities = project.activities.iter().flat_map(|activity| [&activity.title, &activity.description]);
        let texts = [&project.place, &project.title, &project.summary, &project.goal];
        for text in texts.into_iter().chain(&project.story).chain(activities) {
            assert!(text.english.as_ref().is_some_and(|english| !english.is_empty()), "{}", text.bulgarian);
        }
    }
}

#[test]
fn a_wrong_file_says_what_is_wrong() {
    let check = |from: &str, to: &str, expect: &str| {
        assert!(PERUSHTITSA.contains(from));
        let problem = read(&PERUSHTITSA.replacen(from, to, 1)).unwrap_err().to_string();
        assert!(problem.contains(expect), "{problem}");
    };
    check("nature = \"real\"", "nature = \"unreal\"", "unknown variant `unreal`");
    check("slug =", "slog =", "unknown field `slog`");
    check("slug = \"perushtitsa\"", "slug = \"Перущица\"", "slug-unreadable");
    check("updated = 2023-07-27", "updated = 12:00:00", "`updated` is not a calendar day");
    check("last = 2023-12-20", "last = 2021-12-20", "period-ends-before-it-begins");
    let file = read(PERUSHTITSA).unwrap();
    let publication = |from: &str, to: &str| file.publication(&DOKLAD.replacen(from, to, 1), &mut Counter(0));
    assert_eq!(publication("korenyak", "nobody"), Err(Unreadable::UnknownParty("nobody".to_owned())));
    assert_eq!(publication("\"report\"", "\"rumour\""), Err(Unreadable::UnknownKind("rumour".to_owned())));
}
