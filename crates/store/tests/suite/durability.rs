//! What was acknowledged is there, however the process ends, and the journal is whole.

use crate::{
    engine::{NOW, Place, for_each_place},
    journal::{chain, event},
    samples::{Counted, Household, response},
};
use base::{AudienceId, Chance, Event, Key, QuestionnaireId, Subject, TenantId};
use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    thread,
};
use store::{Creation, Failure, Location, Refusal, Store, StoreFault};

const CHILD: &str = "GLAS_TEST_CHILD";

/// What another process was told to be kept: keys of answers, and subjects of events.
#[derive(Debug, Default)]
struct Acknowledged {
    answers: BTreeSet<String>,
    events: BTreeSet<String>,
}

impl Acknowledged {
    fn len(&self) -> usize {
        self.answers.len() + self.events.len()
    }

    /// The last line may have been cut by the kill; then it names no key.
    fn note(&mut self, line: &str) {
        let (kept, key) = line.split_once(' ').unwrap_or_default();
        if key.parse::<Key>().is_err() {
            return;
        }
        match kept {
            "kept" => self.answers.insert(key.to_owned()),
            "told" => self.events.insert(key.to_owned()),
            _ => false,
        };
    }

    fn assert_all_in(&self, store: &Store, tenant: TenantId, residents: AudienceId) {
        let kept = store
            .read_blocking(move |tx| {
                let mut kept = BTreeSet::new();
                tx.each_response(tenant, residents, |response| {
                    kept.insert(response.key.to_string());
                    Ok::<(), StoreFault>(())
                })?;
                assert_eq!(tx.answers_of(tenant, residents)?, u64::try_from(kept.len()).unwrap());
                Ok::<_, StoreFault>(kept)
            })
            .unwrap();
        assert!(self.answers.is_subset(&kept), "{} acknowledged, {} kept", self.answers.len(), kept.len());
        let told: BTreeSet<String> = chain(store, tenant).iter().map(|entry| entry.subject.to_string()).collect();
        assert!(self.events.is_subset(&told), "{} acknowledged, {} told", self.events.len(), told.len());
        assert_eq!(store.check_blocking().unwrap(), Vec::<String>::new());
    }
}

#[test]
fn after_a_kill_everything_acknowledged_is_there() {
    for_each_place(|place| {
        let (tenant, residents) = founded(place);
        let mut acknowledged = Acknowledged::default();
        write_until_killed(place, (tenant, residents), 0, 400, &mut acknowledged, |child| {
            if let Location::Folder(_) = &place.location {
                let second = Store::open(&place.location, Creation::Never, NOW);
                let Err(Failure::Refused(Refusal::InUse { process, .. })) = second else { panic!("it let us in") };
                assert_eq!(process, Some(child.id()));
            }
        });
        assert!(!acknowledged.answers.is_empty() && !acknowledged.events.is_empty());
        let store = place.open();
        acknowledged.assert_all_in(&store, tenant, residents);
        store.close();
    });
}

/// Killed at any moment of opening, writing and committing, again and again over the same data.
#[test]
fn two_hundred_kills_lose_nothing_and_break_no_chain() {
    for_each_place(|place| {
        // Beginning a process with its ten connections to a server takes longer than everything else here.
        let kills = if matches!(place.location, Location::Folder(_)) { 200 } else { 10 };
        let (tenant, residents) = founded(place);
        let mut acknowledged = Acknowledged::default();
        for round in 1..=kills {
            let more = usize::try_from(round * 7 % 23).unwrap() + 1;
            let before = acknowledged.len();
            write_until_killed(place, (tenant, residents), round, more, &mut acknowledged, |_| {});
            assert!(acknowledged.len() >= before + more);
        }
        let store = place.open();
        acknowledged.assert_all_in(&store, tenant, residents);
        store.close();
    });
}

fn founded(place: &Place) -> (TenantId, AudienceId) {
    let store = place.open();
    let household = Household::found(&store, &mut Counted(1));
    store.close();
    (household.tenant, household.residents())
}

/// Lets another process write from eight threads and kills it in the midst of it, when it has acknowledged so many more.
#[expect(clippy::disallowed_methods, reason = "what is killed has to be another process")]
fn write_until_killed(
    place: &Place,
    (tenant, audience): (TenantId, AudienceId),
    round: u64,
    more: usize,
    acknowledged: &mut Acknowledged,
    before_the_kill: impl Fn(&Child),
) {
    let location = match &place.location {
        Location::Folder(folder) => folder.display().to_string(),
        Location::Postgres(address) => address.clone(),
    };
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "durability::the_child", "--ignored", "--nocapture"])
        .env(CHILD, format!("{location}\n{tenant}\n{audience}\n{round}"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let enough = acknowledged.len() + more;
    let mut is_killed = false;
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let Ok(line) = line else { break };
        acknowledged.note(&line);
        if acknowledged.len() >= enough && !is_killed {
            before_the_kill(&child);
            child.kill().unwrap();
            is_killed = true;
        }
    }
    child.wait().unwrap();
    assert!(is_killed, "it ended by itself");
}

#[test]
#[ignore = "the other process of the tests above"]
fn the_child() {
    let Ok(task) = std::env::var(CHILD) else { return };
    let mut lines = task.lines();
    let location: Location = lines.next().unwrap().parse().unwrap();
    let tenant: TenantId = lines.next().unwrap().parse().unwrap();
    let audience: AudienceId = lines.next().unwrap().parse().unwrap();
    let round: u64 = lines.next().unwrap().parse().unwrap();
    let store = Store::open(&location, Creation::Never, NOW).unwrap();
    thread::scope(|scope| {
        for writer in 0..8_u64 {
            let store = &store;
            scope.spawn(move || {
                let mut chance = Counted(5000 + round * 1000 + writer);
                let questionnaire = QuestionnaireId::new(&mut chance);
                for _ in 0..100_000 {
                    if writer % 4 == 0 {
                        let key = chance.key();
                        let told =
                            Event { subject: Subject { noun: "project", key }, ..event("project.changed", None) };
                        store.write_blocking(move |tx| tx.add_event(tenant, &told)).unwrap();
                        println!("told {key}");
                    } else {
                        let response = response(&mut chance, audience, questionnaire);
                        let key = response.key;
                        store.write_blocking(move |tx| tx.add_response(tenant, &response)).unwrap();
                        println!("kept {key}");
                    }
                }
            });
        }
    });
}
