//! A written report from its proposal to its second published version, on each database.

use crate::{
    engine::{Place as Engine, for_each_place},
    example::{primerovo, response},
    live::{Counter, project},
};
use app::{
    Failure, Instance,
    reports::{self, Act, Change, Kind, Trouble},
};
use base::{
    Actor, AudienceId, Explain, Key, Language, Moment, PartyId, PersonId, QuestionnaireId, ReportId, ResponseKey, Role,
};
use document::manuscript::{Body, MethodRow, MethodTopic, PartId, Place, Wording};
use jiff::civil::date;
use store::{Creation, Person, Store, Transaction};
use survey::{Answers, Mode, Response};

const BG: Language = Language::Bulgarian;
const REPORT: ReportId = ReportId(Key([9; 16]));
const NOW: Moment = Moment(1);

struct Scene {
    instance: Instance,
    actor: Actor,
}

impl Scene {
    fn new(place: &Engine) -> Scene {
        let store = Store::open(&place.location, Creation::Create, Moment(0)).unwrap();
        let instance = Instance::open(store, Counter(0)).unwrap();
        let (party, person) = (PartyId(Key([5; 16])), PersonId(Key([6; 16])));
        let actor = Actor { tenant: instance.tenant, person, party, role: Role::Researcher };
        let scene = Scene { instance, actor };
        let mut data = primerovo();
        let residents = data.audiences.remove(0);
        let mut study = data.study;
        study.audiences = vec![residents.audience];
        let project = with_party(project(study.project), party);
        let questionnaire = residents.questionnaire;
        scene.writes(move |tx, instance| {
            let tenant = instance.tenant;
            tx.add_party(tenant, &project.parties[0].party)?;
            tx.add_person(tenant, &a_person(person))?;
            tx.add_project(tenant, &project)?;
            tx.add_questionnaire(tenant, VERSION, &questionnaire, None, date(2023, 5, 8))?;
            tx.add_study(tenant, &study)?;
            Ok(tx.replace_audience_questionnaire(tenant, AUDIENCE, VERSION)?)
        });
        scene.sends(12, 0);
        scene
    }

    /// Answers of nothing but a number, from a mode.
    fn sends(&self, many: u8, from: u8) {
        self.writes(move |tx, instance| {
            for number in from..from + many {
                let empty = response(Answers::default(), Mode::Online);
                let key = ResponseKey(Key([number.wrapping_add(1); 16]));
                tx.add_response(instance.tenant, &Response { key, questionnaire: VERSION, ..empty })?;
            }
            Ok(())
        });
    }

    fn tries<T: Send + 'static>(
        &self,
        writing: impl FnOnce(&mut Transaction, &Instance) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let instance = self.instance.clone();
        instance.store.clone().write_blocking(move |tx| writing(tx, &instance))
    }

    fn writes<T: Send + 'static>(
        &self,
        writing: impl FnOnce(&mut Transaction, &Instance) -> Result<T, Failure> + Send + 'static,
    ) -> T {
        self.tries(writing).unwrap()
    }

    fn changes(&self, made_on: u64, change: Change) -> Result<u64, Failure> {
        let actor = self.actor;
        self.tries(move |tx, instance| reports::change(instance, tx, actor, REPORT, made_on, BG, change, NOW))
    }

    fn publishes(&self, made_on: u64, note: &'static str) -> Result<store::ReportVersion, Failure> {
        let (actor, today) = (self.actor, date(2023, 7, 1));
        self.tries(move |tx, instance| {
            let address = |_: Language, path: &str| format!("https://glas.example{path}");
            let prepared = reports::prepare(instance, tx, actor, REPORT, made_on, note, "0.1.0", &address, today)?;
            reports::publish(tx, actor, &prepared, &[], &[], NOW)?;
            Ok(prepared.version)
        })
    }
}

const AUDIENCE: AudienceId = AudienceId(Key([2; 16]));
const VERSION: QuestionnaireId = QuestionnaireId(Key([3; 16]));

fn with_party(project: outreach::Project, id: PartyId) -> outreach::Project {
    let party = base::Party { id, kind: base::PartyKind::Municipality, name: base::Text::default(), site: None };
    outreach::Project { parties: vec![outreach::Participation { part: outreach::Part::Beneficiary, party }], ..project }
}

fn a_person(id: PersonId) -> Person {
    Person {
        id,
        account: "researcher".to_owned(),
        name: "Анализатор".to_owned(),
        email: None,
        password_hash: None,
        created: Moment(0),
        deactivated: None,
        memberships: Vec::new(),
    }
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Failure>) -> &'static str {
    match answer.unwrap_err() {
        Failure::Refused(refusals) => refusals[0].code(),
        failure => panic!("{failure:?}"),
    }
}

fn prose(text: &str) -> Body {
    Body::Prose(Wording::read(BG, text).unwrap())
}

#[test]
fn a_report_is_proposed_changed_and_published_and_says_which_numbers_changed_since() {
    for_each_place(|place| {
        let scene = Scene::new(place);
        let actor = scene.actor;
        let study = primerovo().study.id;
        scene.writes(move |tx, instance| {
            reports::propose(instance, tx, actor, study, REPORT, Kind::Results, &[BG], NOW)
        });
        let held = scene.writes(move |tx, _| reports::report(tx, actor, REPORT));
        assert_eq!((held.report.revision, held.state.act.as_str()), (1, Act::Proposed.code()));
        assert!(held.manuscript.parts().len() > 5);
        let next = held.manuscript.next();
        // Nobody has told who is left out and who paid; the rest the program knows.
        let lacks = scene.publishes(1, "");
        let Err(Failure::Refused(lacks)) = lacks else { panic!("{lacks:?}") };
        let codes: Vec<&str> = lacks.iter().map(|lack| lack.code()).collect();
        assert_eq!(codes, ["report-method-exclusions", "report-method-funding"]);
        let words = |text: &str| Wording::read(BG, text).unwrap();
        let tells = vec![MethodTopic::Population, MethodTopic::Exclusions, MethodTopic::Funding];
        let row = MethodRow {
            tells, of: None, term: words("За кого"), words: words("За всички, с пари на общината.")
        };
        let sheet = Change::Add { place: Place::Last, body: Body::MethodSheet(vec![row]) };
        assert_eq!(scene.changes(1, sheet).unwrap(), 2);
        let next = PartId(next.0 + 1);
        // A part is added, changed, moved; whoever saw an older state is told so.
        let added =
            Change::Add { place: Place::First, body: prose("Отговориха {residents.n} граждани.") };
        assert_eq!(scene.changes(2, added.clone()).unwrap(), 3);
        assert_eq!(refused(scene.changes(2, added)), "changed-meanwhile");
        let body = prose("Общо отговориха {residents.n} граждани.");
        assert_eq!(scene.changes(3, Change::Part { id: next, body: body.clone() }).unwrap(), 4);
        assert_eq!(scene.changes(4, Change::Part { id: next, body }).unwrap(), 4, "nothing changed");
        assert_eq!(scene.changes(4, Change::Move { id: next, place: Place::Last }).unwrap(), 5);
        let gone = Change::Remove { id: PartId(999) };
        assert_eq!(refused(scene.changes(5, gone)), "manuscript-no-such-part");
        let nowhere = prose("{resident.n} граждани");
        assert_eq!(refused(scene.changes(5, Change::Part { id: next, body: nowhere })), "report-no-such-audience");
        let first = scene.publishes(5, "").unwrap();
        assert_eq!((first.version, first.sources.len(), first.sources[0].answers), (1, 1, 12));
        assert!(first.manuscript.contains("\"residents.n\":\"12\""), "{}", first.manuscript);
        // More answers come in: the numbers are to be looked at before the next version.
        scene.sends(3, 12);
        assert_eq!(refused(scene.publishes(5, "Още отговори.")), "report-numbers-changed");
        assert_eq!(scene.changes(5, Change::Accept { id: None }).unwrap(), 6);
        assert_eq!(refused(scene.publishes(6, " ")), "report-no-note");
        let second = scene.publishes(6, "Влязоха още отговори.").unwrap();
        assert_eq!(second.version, 2);
        assert_ne!(first.sources[0].counts, second.sources[0].counts);
        let versions = scene.writes(move |tx, _| reports::versions(tx, actor, REPORT));
        assert_eq!(versions, [second, first]);
        let (_, numbers) = scene.writes(move |tx, _| reports::differences(tx, actor, REPORT, (5, 6), BG));
        let answered = numbers.iter().find(|one| one.address.to_string() == "residents.n").unwrap();
        assert_eq!((answered.before.as_deref(), answered.after.as_deref()), (Some("12"), Some("15")));
        let states = scene.writes(move |tx, _| reports::revisions(tx, actor, REPORT));
        assert_eq!(states.len(), 6);
        assert_eq!(states[0].1, "Анализатор");
    });
}

#[test]
fn another_party_and_whoever_does_not_plan_studies_find_no_report() {
    let place = Engine::folder();
    let scene = Scene::new(&place);
    let actor = scene.actor;
    let study = primerovo().study.id;
    scene.writes(move |tx, instance| reports::propose(instance, tx, actor, study, REPORT, Kind::Results, &[BG], NOW));
    for other in [Actor { party: PartyId(Key([7; 16])), ..actor }, Actor { role: Role::Clerk, ..actor }] {
        let found = scene.tries(move |tx, _| reports::report(tx, other, REPORT));
        assert!(matches!(found, Err(Failure::NotFound)));
    }
    let none = scene.tries(move |tx, instance| {
        reports::propose(instance, tx, actor, study, ReportId(Key([8; 16])), Kind::Annual, &[], NOW)
    });
    assert_eq!(refused(none), Trouble::NoLanguage.code());
}
