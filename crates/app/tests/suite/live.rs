//! The counts in memory against the store: whatever the order of events, no response is counted twice.

use crate::example::{primerovo, response};
use app::{Failure, Instance, study::Counts};
use base::{AudienceId, Chance, Key, QuestionnaireId, ResponseKey};
use jiff::civil::date;
use std::sync::Arc;
use store::{Creation, Location, Store, Transaction};
use survey::{Answer, Answers, Audience, Mode, Questionnaire, Response};

struct Counter(u8);

impl Chance for Counter {
    fn fill(&mut self, bytes: &mut [u8]) {
        self.0 = self.0.wrapping_add(1);
        bytes.fill(self.0);
    }
}

struct Scene {
    instance: Instance,
    audience: Audience,
    questionnaire: Arc<Questionnaire>,
    _folder: tempfile::TempDir,
}

impl Scene {
    fn new() -> Scene {
        let folder = tempfile::tempdir().unwrap();
        let location = Location::Folder(folder.path().to_owned());
        let store = Store::open(&location, Creation::Create, base::Moment(0)).unwrap();
        let instance = Instance::open(store, Counter(0)).unwrap();
        let data = primerovo().audiences.remove(0);
        let audience = Audience { questionnaire: Some(QuestionnaireId(Key([3; 16]))), ..data.audience };
        let scene = Scene { instance, audience, questionnaire: data.questionnaire, _folder: folder };
        scene.founds();
        scene
    }

    /// A project, a study with one audience, and its questionnaire, as the store's references want them.
    fn founds(&self) {
        let (tenant, questionnaire) = (self.instance.tenant, self.questionnaire.clone());
        let study = primerovo().study;
        let study =
            survey::Study { audiences: vec![Audience { questionnaire: None, ..self.audience.clone() }], ..study };
        let (audience, id) = (self.audience.id, self.audience.questionnaire.unwrap());
        let project = project(study.project);
        let made: Result<(), Failure> = self.instance.store.write_blocking(move |tx| {
            tx.add_project(tenant, &project)?;
            tx.add_study(tenant, &study)?;
            tx.add_questionnaire(tenant, id, &questionnaire, None, date(2023, 5, 8))?;
            Ok(tx.replace_audience_questionnaire(tenant, audience, id)?)
        });
        made.unwrap();
    }

    fn writes(&self, number: u8) -> Response {
        let answered = Response {
            key: ResponseKey(Key([number; 16])),
            audience: self.audience.id,
            ..response(if number == 1 { a_citizen() } else { Answers::default() }, Mode::Online)
        };
        let (tenant, kept) = (self.instance.tenant, answered.clone());
        let written: Result<_, Failure> =
            self.instance.store.write_blocking(move |tx| Ok(tx.add_response(tenant, &kept)?));
        written.unwrap();
        answered
    }

    /// How many answers there are, in the counts.
    fn reads(&self) -> u64 {
        self.counts().responses()
    }

    /// How many of them say in what capacity.
    fn capacities(&self) -> u64 {
        self.counts().question("capacity").unwrap().answered
    }

    fn counts(&self) -> Arc<Counts> {
        let (instance, audience) = (self.instance.clone(), self.audience.clone());
        let read: Result<Arc<Counts>, Failure> = self.instance.store.read_blocking(move |tx: &mut Transaction| {
            let id = audience.questionnaire.unwrap();
            Ok(instance.counts.of(tx, &audience, id, &instance.questionnaires)?.1)
        });
        read.unwrap()
    }

    fn adds(&self, turn: app::study::Turn, response: &Response) {
        self.instance.counts.add(turn, self.audience.questionnaire.unwrap(), &self.questionnaire, response);
    }

    fn turn(&self) -> app::study::Turn {
        self.instance.counts.turn(AudienceId(self.audience.id.0))
    }
}

fn a_citizen() -> Answers {
    let citizen = Answer::One("citizen".parse().unwrap(), None);
    [("capacity".parse().unwrap(), citizen)].into_iter().collect()
}

fn project(id: base::ProjectId) -> outreach::Project {
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
fn an_answer_between_two_readers_is_added_without_counting_anew() {
    let scene = Scene::new();
    assert_eq!(scene.reads(), 0);
    let turn = scene.turn();
    let answered = scene.writes(1);
    scene.adds(turn, &answered);
    assert_eq!(scene.reads(), 1);
}

#[test]
fn a_recount_between_the_commit_and_the_adding_does_not_count_twice() {
    let scene = Scene::new();
    assert_eq!(scene.reads(), 0);
    let turn = scene.turn();
    let first = scene.writes(1);
    assert_eq!(scene.reads(), 1);
    scene.adds(turn, &first);
    // A second answer that nobody adds makes the totals equal again, had the first one been counted twice.
    scene.writes(2);
    assert_eq!(scene.reads(), 2);
    assert_eq!(scene.capacities(), 1, "the second card was blank");
    let turn = scene.turn();
    let third = scene.writes(3);
    scene.adds(turn, &third);
    assert_eq!(scene.reads(), 3);
    assert_eq!(scene.capacities(), 1);
}
