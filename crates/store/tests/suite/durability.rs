//! What was acknowledged is there, however the process ends.

use crate::{
    engine::{NOW, Place, for_each_place},
    samples::{Counted, Household, response},
};
use base::{AudienceId, QuestionnaireId, ResponseKey, TenantId};
use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader},
    process::{Command, Stdio},
    thread,
};
use store::{Creation, Failure, Location, Refusal, Store, StoreFault};

const CHILD: &str = "GLAS_TEST_CHILD";

#[test]
fn after_a_kill_every_acknowledged_answer_is_there() {
    for_each_place(|place| {
        let store = place.open();
        let household = Household::found(&store, &mut Counted(1));
        store.close();
        let (tenant, residents) = (household.tenant, household.residents());
        let acknowledged = write_until_killed(place, tenant, residents);
        let store = place.open();
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
        assert!(acknowledged.is_subset(&kept), "{} acknowledged, {} kept", acknowledged.len(), kept.len());
        assert_eq!(store.check_blocking().unwrap(), Vec::<String>::new());
    });
}

/// Lets another process write from eight threads, kills it in the midst of it, and tells what it had acknowledged.
fn write_until_killed(place: &Place, tenant: TenantId, audience: AudienceId) -> BTreeSet<String> {
    let location = match &place.location {
        Location::Folder(folder) => folder.display().to_string(),
        Location::Postgres(address) => address.clone(),
    };
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "durability::the_child", "--ignored", "--nocapture"])
        .env(CHILD, format!("{location}\n{tenant}\n{audience}"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut acknowledged = BTreeSet::new();
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let Ok(line) = line else { break };
        if let Some(key) = line.strip_prefix("kept ") {
            acknowledged.insert(key.to_owned());
        }
        if acknowledged.len() == 400 {
            if let Location::Folder(_) = &place.location {
                let second = Store::open(&place.location, Creation::Never, NOW);
                let Err(Failure::Refused(Refusal::InUse { process, .. })) = second else { panic!("it let us in") };
                assert_eq!(process, Some(child.id()));
            }
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    // The last line may have been cut by the kill.
    acknowledged.retain(|key| key.parse::<ResponseKey>().is_ok());
    assert!(acknowledged.len() >= 399, "{}", acknowledged.len());
    acknowledged
}

#[test]
#[ignore = "the other process of the test above"]
fn the_child() {
    let Ok(task) = std::env::var(CHILD) else { return };
    let mut lines = task.lines();
    let location: Location = lines.next().unwrap().parse().unwrap();
    let tenant: TenantId = lines.next().unwrap().parse().unwrap();
    let audience: AudienceId = lines.next().unwrap().parse().unwrap();
    let store = Store::open(&location, Creation::Never, NOW).unwrap();
    thread::scope(|scope| {
        for writer in 0..8_u64 {
            let store = &store;
            scope.spawn(move || {
                let mut chance = Counted(5000 + writer);
                let questionnaire = QuestionnaireId::new(&mut chance);
                for _ in 0..100_000 {
                    let response = response(&mut chance, audience, questionnaire);
                    let key = response.key;
                    store.write_blocking(move |tx| tx.add_response(tenant, &response)).unwrap();
                    println!("kept {key}");
                }
            });
        }
    });
}
