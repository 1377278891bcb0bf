//! The counts against the answers: whatever the order of events, on whatever node, none is missed or counted twice.

use crate::{
    engine::{Place, for_each_place},
    example::{primerovo, response},
};
use app::{
    Failure, Instance, Refusal, fieldwork,
    study::{Counts, Fold, Trouble},
};
use base::{AudienceId, BatchId, Chance, FileDigest, Key, PersonId, QuestionnaireId, ResponseKey};
use jiff::civil::date;
use proptest::{prelude::*, test_runner::TestRunner};
use std::sync::Arc;
use store::{
    Creation, Decision, ImportBatch, Location, OpenAnswerKey, Person, Store, StoreFault, Transaction, UndoneImport,
};
use survey::{Answer, Answers, Audience, Mode, Questionnaire, Response};

pub struct Counter(pub u8);

impl Chance for Counter {
    fn fill(&mut self, bytes: &mut [u8]) {
        self.0 = self.0.wrapping_add(1);
        bytes.fill(self.0);
    }
}

fn imported(answers: Answers) -> fieldwork::ImportedRow {
    fieldwork::ImportedRow { mode: None, day: None, quotable: None, answers }
}

/// Keys like those of [`answered`], one behind the other.
struct Spread(u64);

impl Chance for Spread {
    fn fill(&mut self, bytes: &mut [u8]) {
        let key = spread(self.0).to_be_bytes();
        self.0 += 1;
        bytes.iter_mut().zip(key).for_each(|(to, from)| *to = from);
    }
}

const WHO: PersonId = PersonId(Key([6; 16]));

const VERSIONS: [QuestionnaireId; 2] = [QuestionnaireId(Key([3; 16])), QuestionnaireId(Key([4; 16]))];

/// Two nodes over one database, and a study with one audience.
struct Scene {
    nodes: [Instance; 2],
    audience: AudienceId,
    sent: u64,
    /// A step of counting that was made and not yet kept.
    held: Option<Fold>,
}

#[derive(Debug, Clone)]
enum Happens {
    /// Answers sent through one node, in one commit.
    Sends(usize, u8),
    /// A step of counting, made and kept.
    Folds(usize),
    /// A step of counting is made, and kept when other things have happened.
    Begins(usize),
    Ends(usize),
    Restarts(usize),
    Reads(usize),
    /// Somebody reads the first open answer that waits.
    Decides(usize),
    /// The audience is asked another version.
    Adopts(usize),
    LosesSnapshot,
    /// A file of answers is taken in.
    Imports(usize, u8),
    /// The file that was taken in last is taken back.
    Undoes(usize),
}

fn anything() -> impl Strategy<Value = Happens> {
    let node = || 0..2_usize;
    prop_oneof![
        6 => (node(), 1..6_u8).prop_map(|(node, many)| Happens::Sends(node, many)),
        3 => node().prop_map(Happens::Folds),
        1 => node().prop_map(Happens::Begins),
        1 => node().prop_map(Happens::Ends),
        1 => node().prop_map(Happens::Restarts),
        4 => node().prop_map(Happens::Reads),
        2 => node().prop_map(Happens::Decides),
        1 => node().prop_map(Happens::Adopts),
        1 => Just(Happens::LosesSnapshot),
        2 => (node(), 1..6_u8).prop_map(|(node, many)| Happens::Imports(node, many)),
        2 => node().prop_map(Happens::Undoes),
    ]
}

impl Scene {
    fn new(place: &Place) -> Scene {
        let first = Store::open(&place.location, Creation::Create, base::Moment(0)).unwrap();
        // Only one process works in a folder; its nodes are then two memories over one store.
        let second = match &place.location {
            Location::Folder(_) => first.clone(),
            Location::Postgres(_) => Store::open(&place.location, Creation::Never, base::Moment(0)).unwrap(),
        };
        let nodes = [first, second].map(|store| Instance::open(store, Counter(0)).unwrap());
        let scene = Scene { nodes, audience: AudienceId(Key([2; 16])), sent: 0, held: None };
        scene.founds();
        scene
    }

    /// A project, a study with one audience, and the versions of its questionnaire, as the store's references want them.
    fn founds(&self) {
        let tenant = self.nodes[0].tenant;
        let data = primerovo().audiences.remove(0);
        let (audience, questionnaire) = (Audience { questionnaire: None, ..data.audience }, data.questionnaire);
        let study = survey::Study { audiences: vec![audience], ..primerovo().study };
        let (project, audience) = (project(study.project), self.audience);
        self.writes(0, move |tx, _| {
            tx.add_project(tenant, &project)?;
            tx.add_study(tenant, &study)?;
            let who = Person {
                id: WHO,
                account: "researcher".to_owned(),
                name: "Човек".to_owned(),
                email: None,
                password_hash: None,
                created: base::Moment(0),
                deactivated: None,
                memberships: Vec::new(),
            };
            tx.add_person(tenant, &who)?;
            for id in VERSIONS {
                tx.add_questionnaire(tenant, id, &questionnaire, None, date(2023, 5, 8))?;
            }
            Ok(tx.replace_audience_questionnaire(tenant, audience, VERSIONS[0])?)
        });
    }

    fn reads<T: Send + 'static>(
        &self,
        node: usize,
        reading: impl FnOnce(&mut Transaction, &Instance) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let instance = self.nodes[node].clone();
        instance.store.clone().read_blocking(move |tx| reading(tx, &instance))
    }

    fn writes<T: Send + 'static>(
        &self,
        node: usize,
        writing: impl FnOnce(&mut Transaction, &Instance) -> Result<T, Failure> + Send + 'static,
    ) -> T {
        let instance = self.nodes[node].clone();
        instance.store.clone().write_blocking(move |tx| writing(tx, &instance)).unwrap()
    }

    fn asked(&self) -> (Audience, QuestionnaireId) {
        let audience = self.audience;
        let read = self.reads(0, move |tx, instance| {
            let study = tx.study_of(instance.tenant, audience)?.unwrap();
            let audience = study.audiences.into_iter().find(|known| known.id == audience).unwrap();
            let id = audience.questionnaire.unwrap();
            Ok((audience, id))
        });
        read.unwrap()
    }

    fn sends(&mut self, node: usize, many: u64) {
        let (audience, id) = (self.audience, self.asked().1);
        let first = self.sent;
        self.sent += many;
        let (from, to) = (first, self.sent);
        self.writes(node, move |tx, instance| {
            for number in from..to {
                tx.add_response(instance.tenant, &answered(number, audience, id))?;
            }
            Ok(())
        });
    }

    fn imports(&mut self, node: usize, many: u64) {
        let (audience, id) = (self.audience, self.asked().1);
        let first = self.sent;
        self.sent += many;
        let batch = ImportBatch {
            id: BatchId(Key(u128::from(first).to_be_bytes())),
            audience,
            file: FileDigest(std::array::from_fn(|place| first.to_be_bytes()[place % 8])),
            name: "стари.csv".to_owned(),
            accepted: u32::try_from(many).unwrap(),
            rejected: 0,
            imported_by: None,
            imported_on: date(2023, 5, 9),
        };
        let rows = (first..self.sent).map(|number| imported(answered(number, audience, id).answers)).collect();
        let import = fieldwork::Import { batch, questionnaire: id, rows };
        let now = base::Moment(i64::try_from(first).unwrap());
        // Keys that no other answer has: by number, as the others are.
        let mut chance = Spread(first);
        self.writes(node, move |tx, on| fieldwork::import_answers(tx, on.tenant, None, import, now, &mut chance));
    }

    fn undoes(&self, node: usize) {
        let audience = self.audience;
        self.writes(node, move |tx, on| {
            let Some(batch) = tx.import_batches(on.tenant, audience)?.pop() else { return Ok(()) };
            tx.remove_imported(on.tenant, &batch, "open-answer")?;
            let undone = UndoneImport { batch, by: WHO, on: date(2023, 5, 10), note: String::new() };
            Ok(tx.add_undone_import(on.tenant, &undone)?)
        });
    }

    fn makes_step(&self, node: usize) -> Option<Fold> {
        let (audience, id) = (self.audience, self.asked().1);
        self.reads(node, move |tx, instance| Fold::next(instance, tx, audience, id, 3)).unwrap()
    }

    fn keeps(&self, node: usize, step: Fold) -> bool {
        self.writes(node, move |tx, instance| step.keep(instance, tx))
    }

    /// As the scheduled work does: until there is nothing left to count.
    fn folds_all(&self, node: usize) {
        while let Some(step) = self.makes_step(node) {
            assert!(self.keeps(node, step));
        }
    }

    fn counts(&self, node: usize) -> Arc<Counts> {
        let (audience, id) = self.asked();
        let read = self
            .reads(node, move |tx, instance| Ok(instance.counts.of(tx, &audience, id, &instance.questionnaires)?.1));
        read.unwrap()
    }

    /// Every answer read and added up.
    fn recounted(&self) -> Counts {
        let (audience, id) = self.asked();
        let read = self.reads(0, move |tx, instance| {
            let current = instance.questionnaires.get(tx, id)?;
            let mut all = Vec::new();
            tx.each_response(instance.tenant, audience.id, |response| {
                all.push(response);
                Ok::<(), StoreFault>(())
            })?;
            let mut counts = Counts::default();
            for response in &all {
                counts.add(&current, &*instance.questionnaires.get(tx, response.questionnaire)?, response);
            }
            Ok(counts)
        });
        read.unwrap()
    }

    /// The open answers that wait to be read, as the desk is told.
    fn pending(&self, node: usize, most: usize) -> Vec<OpenAnswerKey> {
        let audience = self.asked().0;
        let read = self.reads(node, move |tx, instance| {
            let pending = fieldwork::pending(instance, tx, &audience, None, most)?;
            assert_eq!(fieldwork::number_pending(instance, tx, &audience, most)?, pending.len());
            assert!(pending.iter().all(|pending| pending.words == "Повече пейки"));
            Ok(pending)
        });
        read.unwrap().into_iter().map(|pending| (pending.response, pending.question)).collect()
    }

    /// The same from every answer and every decision.
    fn unread(&self) -> Vec<OpenAnswerKey> {
        let audience = self.audience;
        let read = self.reads(0, move |tx, instance| {
            let decided: Vec<_> = tx.reviews(instance.tenant, audience)?;
            let mut unread = Vec::new();
            tx.each_response(instance.tenant, audience, |response| {
                let is_decided = decided.iter().any(|review| review.response == response.key);
                if response.answers.get("suggestion").is_some() && !is_decided {
                    unread.push((response.key, "suggestion".parse().unwrap()));
                }
                Ok::<(), StoreFault>(())
            })?;
            Ok(unread)
        });
        read.unwrap()
    }

    fn happens(&mut self, event: &Happens) {
        match *event {
            Happens::Sends(node, many) => self.sends(node, many.into()),
            Happens::Folds(node) => {
                if let Some(step) = self.makes_step(node) {
                    assert!(self.keeps(node, step));
                }
            }
            Happens::Begins(node) => self.held = self.makes_step(node),
            Happens::Ends(node) => {
                if let Some(step) = self.held.take() {
                    self.keeps(node, step);
                }
            }
            Happens::Restarts(node) => {
                let store = self.nodes[node].store.clone();
                self.nodes[node] = Instance::open(store, Counter(0)).unwrap();
            }
            Happens::Reads(node) => {
                assert_eq!(*self.counts(node), self.recounted());
                let unread = self.unread();
                assert_eq!(self.pending(node, usize::MAX), unread);
                assert_eq!(self.pending(node, 2), unread[..unread.len().min(2)]);
            }
            Happens::Decides(node) => {
                let audience = self.audience;
                if let Some(subject) = self.pending(node, 1).pop() {
                    self.writes(node, move |tx, instance| {
                        let now = base::Moment(i64::from(subject.0.0.0[15]));
                        fieldwork::decide(tx, instance.tenant, None, audience, subject, Decision::Withhold, now)
                    });
                }
            }
            Happens::Adopts(version) => {
                let audience = self.audience;
                self.writes(0, move |tx, instance| {
                    Ok(tx.replace_audience_questionnaire(instance.tenant, audience, VERSIONS[version])?)
                });
            }
            Happens::Imports(node, many) => self.imports(node, many.into()),
            Happens::Undoes(node) => self.undoes(node),
            // Somebody empties the table while no program runs.
            Happens::LosesSnapshot => {
                self.held = None;
                self.writes(0, |tx, _| Ok(tx.execute("delete from counted", &[])?));
            }
        }
    }

    /// Nobody has answered yet, and nobody remembers anything.
    fn begins_again(&mut self) {
        self.writes(0, |tx, _| {
            for table in [
                "response",
                "response_count",
                "unsettled_day",
                "counted",
                "uncounted",
                "unread",
                "review",
                "import_batch",
                "import_mark",
                "undone_import",
            ] {
                tx.execute(&format!("delete from {table}"), &[])?;
            }
            Ok(())
        });
        self.held = None;
        (0..2).for_each(|node| self.happens(&Happens::Restarts(node)));
    }
}

fn spread(number: u64) -> u128 {
    u128::from(number.wrapping_mul(0x9e37_79b9_7f4a_7c15)).rotate_left(64) | u128::from(number)
}

/// Keys that spread like random ones; every third is blank.
fn answered(number: u64, audience: AudienceId, questionnaire: QuestionnaireId) -> Response {
    let capacity = Answer::One(if number % 3 == 1 { "citizen" } else { "business" }.parse().unwrap(), None);
    let answers: Answers = match number % 3 {
        0 => Answers::default(),
        1 => [("capacity", capacity), ("suggestion", Answer::Text("Повече пейки".to_owned()))]
            .map(|(question, answer)| (question.parse().unwrap(), answer))
            .into_iter()
            .collect(),
        _ => [("capacity".parse().unwrap(), capacity)].into_iter().collect(),
    };
    Response {
        key: ResponseKey(Key(spread(number).to_be_bytes())),
        audience,
        questionnaire,
        ..response(answers, if number.is_multiple_of(5) { Mode::Paper } else { Mode::Online })
    }
}

pub fn project(id: base::ProjectId) -> outreach::Project {
    let day = date(2023, 1, 1);
    outreach::Project {
        id,
        slug: outreach::Slug::parse("primerovo").unwrap(),
        place: base::Text::default(),
        title: base::Text::default(),
        summary: base::Text::default(),
        story: Vec::new(),
        goal: base::Text::default(),
        nature: outreach::Nature::Demonstration,
        parties: Vec::new(),
        funding: None,
        period: outreach::Period::new(day, day).unwrap(),
        activities: Vec::new(),
        links: Vec::new(),
        published: day,
        updated: day,
    }
}

#[test]
fn whatever_happens_the_counts_are_those_of_a_full_recount() {
    for_each_place(|place| {
        let cases = if matches!(place.location, Location::Folder(_)) { 96 } else { 16 };
        let scene = std::cell::RefCell::new(Scene::new(place));
        let mut runner = TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..Default::default() });
        let checked = runner.run(&prop::collection::vec(anything(), 1..40), |events| {
            let mut scene = scene.borrow_mut();
            scene.begins_again();
            for event in &events {
                scene.happens(event);
            }
            for node in [0, 1] {
                assert_eq!(*scene.counts(node), scene.recounted());
            }
            scene.folds_all(1);
            for node in [0, 1] {
                scene.happens(&Happens::Restarts(node));
                scene.happens(&Happens::Reads(node));
            }
            Ok(())
        });
        checked.unwrap();
    });
}

#[test]
fn after_a_fold_nothing_waits_and_nothing_is_read_again() {
    for_each_place(|place| {
        let mut scene = Scene::new(place);
        scene.sends(0, 20);
        scene.sends(1, 5);
        let to_count = |scene: &Scene| scene.reads(0, |tx, on| Ok(tx.audiences_to_count(on.tenant)?)).unwrap();
        assert_eq!(to_count(&scene), [(scene.audience, VERSIONS[0])]);
        scene.folds_all(0);
        assert_eq!(to_count(&scene), []);
        assert!(scene.makes_step(1).is_none());
        // With the answers themselves out of reach a restarted node still knows what they add up to.
        let expected = scene.recounted();
        scene.writes(0, |tx, _| Ok(tx.execute("delete from response", &[])?));
        scene.happens(&Happens::Restarts(0));
        assert_eq!(*scene.counts(0), expected);
        scene.happens(&Happens::Adopts(1));
        assert_eq!(to_count(&scene), [(scene.audience, VERSIONS[1])]);
    });
}

#[test]
fn to_know_what_waits_to_be_read_costs_what_is_unread() {
    for_each_place(|place| {
        let mut scene = Scene::new(place);
        scene.sends(0, 20);
        scene.folds_all(0);
        let waiting = scene.pending(0, 100).len();
        assert!(waiting > 2);
        (0..waiting - 1).for_each(|_| scene.happens(&Happens::Decides(1)));
        // All other answers out of reach, the one that waits is still known.
        let last = scene.pending(0, 100).remove(0).0;
        scene.writes(0, move |tx, _| Ok(tx.execute("delete from response where key <> $1", &[last.0.into()])?));
        assert_eq!(scene.pending(1, 100).len(), 1);
        let left = scene.reads(0, |tx, _| Ok(tx.one("select count(*) from unread", &[])?.unwrap().take::<i64>()?));
        assert_eq!(left.unwrap(), 1, "what was decided about is in the index no more");
    });
}

#[test]
fn to_know_what_waits_to_be_read_nobody_reads_very_many_answers() {
    for_each_place(|place| {
        let mut scene = Scene::new(place);
        scene.sends(0, 20);
        scene.folds_all(0);
        let known = scene.pending(0, 100).len();
        assert!(known > 2);
        // The snapshot is lost, the counter claims what a large study would, and whoever read an answer would fail.
        scene.happens(&Happens::LosesSnapshot);
        scene.writes(0, |tx, _| {
            tx.execute("update response set document = 'no answers'", &[])?;
            Ok(tx.execute("update response_count set answers = answers + 20000", &[])?)
        });
        let number = |scene: &Scene| {
            let audience = scene.asked().0;
            scene.reads(1, move |tx, on| fieldwork::number_pending(on, tx, &audience, 100)).unwrap()
        };
        assert_eq!(number(&scene), known);
        // Where nothing is asked in words of one's own, few answers are not read either.
        let closed = QuestionnaireId(Key([5; 16]));
        scene.writes(0, move |tx, on| {
            let asked = primerovo().audiences.remove(0).questionnaire;
            let questionnaire = Questionnaire { items: Vec::new(), ..(*asked).clone() };
            tx.add_questionnaire(on.tenant, closed, &questionnaire, None, date(2023, 5, 8))?;
            tx.replace_audience_questionnaire(on.tenant, AudienceId(Key([2; 16])), closed)?;
            Ok(tx.execute("update response_count set answers = 1", &[])?)
        });
        assert_eq!(number(&scene), 0);
    });
}

#[test]
fn of_two_who_counted_at_once_one_is_kept() {
    for_each_place(|place| {
        let mut scene = Scene::new(place);
        scene.sends(0, 10);
        scene.folds_all(0);
        scene.sends(1, 10);
        let (first, second) = (scene.makes_step(0).unwrap(), scene.makes_step(1).unwrap());
        scene.sends(0, 1);
        assert!(scene.keeps(0, first));
        assert!(!scene.keeps(1, second));
        assert_eq!(scene.counts(1).responses(), 21);
        assert_eq!(*scene.counts(1), scene.recounted());
    });
}

#[test]
fn a_document_of_another_form_is_counted_anew() {
    let mut scene = Scene::new(&Place::folder());
    scene.sends(0, 10);
    scene.folds_all(0);
    scene.writes(0, |tx, _| {
        Ok(tx.execute("update counted set document = replace(document, '\"form\":1', '\"form\":0')", &[])?)
    });
    scene.happens(&Happens::Restarts(0));
    assert_eq!(*scene.counts(0), scene.recounted());
    for damaged in ["", "{}", "[1]", "{\"form\":1}"] {
        assert_eq!(Counts::read(damaged), None);
    }
}

#[test]
fn nobody_waits_at_a_page_until_a_hundred_thousand_answers_are_read() {
    let mut scene = Scene::new(&Place::folder());
    scene.sends(0, 1);
    // The counter claims what a large study would.
    scene.writes(0, |tx, _| Ok(tx.execute("update response_count set answers = 200000", &[])?));
    let (audience, id) = scene.asked();
    let asked = scene.reads(0, move |tx, on| on.counts.of(tx, &audience, id, &on.questionnaires).map(|_| ()));
    let Err(Failure::Refused(refusals)) = asked else { panic!("it counted") };
    assert!(matches!(refusals[..], [Refusal::Study(Trouble::BeingCounted)]));
}

#[test]
fn nobody_waits_at_a_page_until_a_large_file_is_read() {
    let mut scene = Scene::new(&Place::folder());
    scene.sends(0, 1);
    assert_eq!(scene.counts(0).responses(), 1);
    // A lot as a file of so many rows leaves one.
    scene.writes(0, |tx, on| {
        let (audience, name) = (AudienceId(Key([2; 16])), ResponseKey(Key([0xff; 16])));
        let keys = name.0.0.repeat(200_000);
        tx.execute(
            "insert into uncounted (tenant, audience, lot, keys) values ($1, $2, $3, $4)",
            &[on.tenant.into(), audience.into(), name.into(), keys.into()],
        )?;
        Ok(tx.execute("update response_count set answers = 200001", &[])?)
    });
    let (audience, id) = scene.asked();
    let asked = scene.reads(0, move |tx, on| on.counts.of(tx, &audience, id, &on.questionnaires).map(|_| ()));
    let Err(Failure::Refused(refusals)) = asked else { panic!("it counted") };
    assert!(matches!(refusals[..], [Refusal::Study(Trouble::BeingCounted)]));
}

#[test]
fn a_lot_that_is_read_in_pieces_is_counted_whole() {
    let mut scene = Scene::new(&Place::folder());
    scene.sends(0, 3);
    scene.folds_all(0);
    assert_eq!(scene.counts(0).responses(), 3);
    scene.sends(1, 2500);
    // One node adds the lot to what it remembers, the other to the snapshot.
    scene.happens(&Happens::Restarts(1));
    let (expected, unread) = (scene.recounted(), scene.unread());
    for node in [0, 1] {
        assert_eq!(*scene.counts(node), expected);
        assert_eq!(scene.pending(node, usize::MAX), unread);
    }
    let step = scene.makes_step(0).unwrap();
    assert!(scene.keeps(0, step));
    assert!(scene.makes_step(0).is_none());
    scene.happens(&Happens::Restarts(0));
    assert_eq!(*scene.counts(0), expected);
    assert_eq!(scene.pending(0, usize::MAX), unread);
}

#[test]
fn a_count_that_was_begun_before_a_file_was_taken_back_is_not_kept() {
    for_each_place(|place| {
        let mut scene = Scene::new(place);
        scene.sends(0, 7);
        scene.imports(1, 5);
        let held = scene.makes_step(0).unwrap();
        scene.undoes(1);
        assert!(!scene.keeps(0, held), "it holds answers that are gone");
        // As many new ones as went: the numbers agree with what a node remembers, the answers do not.
        assert_eq!(scene.counts(0).responses(), 7);
        scene.imports(0, 5);
        assert_eq!(*scene.counts(0), scene.recounted());
        scene.undoes(1);
        scene.sends(1, 5);
        for node in [0, 1] {
            assert_eq!(*scene.counts(node), scene.recounted());
        }
        scene.folds_all(0);
        scene.happens(&Happens::Restarts(1));
        assert_eq!(*scene.counts(1), scene.recounted());
    });
}
