//! How writes are grouped, and what becomes of those that fail.

use crate::{
    engine::for_each_engine,
    samples::{Counted, Household, response, text},
};
use base::{QuestionnaireId, TenantId};
use std::{sync::mpsc, thread};
use store::{Store, StoreFault, Submitted};
use survey::Mode;

/// Sends `many` operations that are all waiting before the first one runs, so that they share groups.
fn together<T: Send + 'static>(
    store: &Store,
    many: usize,
    operation: impl Fn(usize, &mut store::Transaction) -> Result<T, StoreFault> + Clone + Send + 'static,
) -> Vec<Result<T, StoreFault>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().unwrap();
    let (open, gate) = mpsc::channel::<()>();
    let gates = std::sync::Arc::new(std::sync::Mutex::new(gate));
    runtime.block_on(async {
        // Every writer of either engine is held up until all operations wait.
        let mut held = Vec::new();
        for _ in 0..4 {
            let (store, gates) = (store.clone(), gates.clone());
            held.push(tokio::spawn(async move {
                let wait = move |_: &mut store::Transaction| {
                    let _ = gates.lock().unwrap().recv();
                    Ok::<(), StoreFault>(())
                };
                store.write(wait).await
            }));
        }
        let mut asked = Vec::new();
        for number in 0..many {
            let (store, operation) = (store.clone(), operation.clone());
            asked.push(tokio::spawn(async move { store.write(move |tx| operation(number, tx)).await }));
        }
        tokio::task::yield_now().await;
        drop(open);
        for held in held {
            held.await.unwrap().unwrap();
        }
        let mut results = Vec::new();
        for asked in asked {
            results.push(asked.await.unwrap());
        }
        results
    })
}

#[test]
fn one_failing_operation_of_many_takes_only_its_own_with_it() {
    for_each_engine(|store| {
        let tenant = TenantId::new(&mut Counted(1));
        store.write_blocking(move |tx| tx.add_tenant(tenant, &text("Дом"))).unwrap();
        let results = together(store, 60, move |number, tx| {
            tx.replace_setting(tenant, &format!("setting-{number:02}"), "1")?;
            match number % 6 {
                // The closure says no.
                1 => Err(StoreFault::ReferenceBroken),
                // The database says no.
                2 => tx.add_tenant(tenant, &text("Същият")),
                // The database says no and the closure pretends that it did not hear.
                3 => tx.add_tenant(tenant, &text("Същият")).or(Ok(())),
                // The statement is wrong.
                4 => tx.execute("select nothing from nowhere", &[]).map(|_| ()),
                _ => Ok(()),
            }
        });
        for (number, result) in results.iter().enumerate() {
            let kept = store.read_blocking(move |tx| tx.setting(tenant, &format!("setting-{number:02}"))).unwrap();
            assert_eq!(kept.is_some(), result.is_ok(), "operation {number}: {result:?}");
            match number % 6 {
                1 => assert!(matches!(result, Err(StoreFault::ReferenceBroken)), "{result:?}"),
                2 | 3 => {
                    assert!(matches!(result, Err(StoreFault::Taken { constraint }) if constraint == "tenant_pkey"))
                }
                4 => assert!(matches!(result, Err(StoreFault::Database(_))), "{result:?}"),
                _ => assert!(result.is_ok()),
            }
        }
    });
}

#[test]
fn a_panic_takes_only_its_own_operation_with_it() {
    for_each_engine(|store| {
        let tenant = TenantId::new(&mut Counted(1));
        store.write_blocking(move |tx| tx.add_tenant(tenant, &text("Дом"))).unwrap();
        let results = together(store, 20, move |number, tx| {
            tx.replace_setting(tenant, &format!("setting-{number:02}"), "1")?;
            assert!(number % 5 != 3, "this panic belongs to the test");
            Ok(())
        });
        for (number, result) in results.iter().enumerate() {
            let kept = store.read_blocking(move |tx| tx.setting(tenant, &format!("setting-{number:02}"))).unwrap();
            assert_eq!(kept.is_some(), number % 5 != 3);
            assert_eq!(matches!(result, Err(StoreFault::Panicked)), number % 5 == 3, "{result:?}");
        }
        let alone = store.write_blocking(move |tx| {
            tx.replace_setting(tenant, "alone", "1")?;
            if tx.setting(tenant, "alone")?.is_some() {
                panic!("this panic belongs to the test");
            }
            Ok::<(), StoreFault>(())
        });
        assert!(matches!(alone, Err(StoreFault::Panicked)));
        assert_eq!(store.read_blocking(move |tx| tx.setting(tenant, "alone")).unwrap(), None);
    });
}

#[test]
fn fifty_writers_lose_nothing_and_the_counters_agree() {
    for_each_engine(|store| {
        let household = Household::found(store, &mut Counted(1));
        let (tenant, residents) = (household.tenant, household.residents());
        thread::scope(|scope| {
            for writer in 0..50_u64 {
                scope.spawn(move || {
                    let mut chance = Counted(1000 + writer);
                    let questionnaire = QuestionnaireId::new(&mut chance);
                    for _ in 0..10 {
                        let response = response(&mut chance, residents, questionnaire);
                        let submitted = store.write_blocking(move |tx| tx.add_response(tenant, &response));
                        assert_eq!(submitted.unwrap(), Submitted::New);
                    }
                });
            }
        });
        store
            .read_blocking(move |tx| {
                assert_eq!(tx.answers_by(tenant, residents, Mode::Online)?, 500);
                let mut keys = Vec::new();
                tx.each_response(tenant, residents, |response| {
                    keys.push(response.key);
                    Ok::<(), StoreFault>(())
                })?;
                assert_eq!(keys.len(), 500);
                assert!(keys.is_sorted());
                Ok::<(), StoreFault>(())
            })
            .unwrap();
    });
}

#[test]
fn the_same_submission_gives_the_same_receipt_and_one_row() {
    for_each_engine(|store| {
        let mut chance = Counted(1);
        let household = Household::found(store, &mut chance);
        let (tenant, residents) = (household.tenant, household.residents());
        let secret = store.write_blocking(move |tx| tx.secret(tenant, "submission", &mut Counted(5))).unwrap();
        assert_eq!(store.write_blocking(move |tx| tx.secret(tenant, "submission", &mut Counted(6))).unwrap(), secret);
        let submission = base::Chance::key(&mut chance);
        let mut response = response(&mut chance, residents, QuestionnaireId::new(&mut Counted(9)));
        response.key = store::response_key(&secret, residents, submission);
        let receipt = store::receipt(&secret, response.key);
        let results = together(store, 30, move |_, tx| {
            let mut again = response.clone();
            again.key = store::response_key(&secret, residents, submission);
            let submitted = tx.add_response(tenant, &again)?;
            Ok((submitted, store::receipt(&secret, again.key)))
        });
        let results: Vec<_> = results.into_iter().map(Result::unwrap).collect();
        assert_eq!(results.iter().filter(|(submitted, _)| *submitted == Submitted::New).count(), 1);
        assert!(results.iter().all(|(_, theirs)| *theirs == receipt));
        assert_eq!(store.read_blocking(move |tx| tx.answers_of(tenant, residents)).unwrap(), 1);
    });
}

#[test]
fn an_operation_sees_its_own_answers_counted_and_a_lost_one_counts_nothing() {
    for_each_engine(|store| {
        let household = Household::found(store, &mut Counted(1));
        let (tenant, residents) = (household.tenant, household.residents());
        let questionnaire = QuestionnaireId::new(&mut Counted(3));
        let lost = store.write_blocking(move |tx| {
            tx.add_response(tenant, &response(&mut Counted(4), residents, questionnaire))?;
            assert_eq!(tx.answers_of(tenant, residents)?, 1);
            Err::<(), StoreFault>(StoreFault::ReferenceBroken)
        });
        assert!(lost.is_err());
        let mut results = together(store, 4, move |number, tx| {
            let mut chance = Counted(100 + u64::try_from(number).unwrap());
            tx.add_response(tenant, &response(&mut chance, residents, questionnaire))?;
            if number == 1 { Err(StoreFault::ReferenceBroken) } else { Ok(()) }
        });
        assert!(results.remove(1).is_err());
        assert_eq!(store.read_blocking(move |tx| tx.answers_of(tenant, residents)).unwrap(), 3);
    });
}

#[test]
fn a_reader_cannot_write_and_sees_one_state() {
    for_each_engine(|store| {
        let tenant = TenantId::new(&mut Counted(1));
        let refused = store.read_blocking(move |tx| tx.add_tenant(tenant, &text("Дом")));
        assert!(refused.is_err());
        let writer = store.clone();
        let (before, after) = store
            .read_blocking(move |tx| {
                let before = tx.tenants()?.len();
                writer.write_blocking(move |tx| tx.add_tenant(tenant, &text("Дом")))?;
                Ok::<_, StoreFault>((before, tx.tenants()?.len()))
            })
            .unwrap();
        assert_eq!((before, after), (0, 0));
        assert_eq!(store.read_blocking(|tx| tx.tenants()).unwrap().len(), 1);
    });
}

/// A write that changes nothing.
fn nothing(tx: &mut store::Transaction) -> Result<u64, StoreFault> {
    tx.execute("delete from setting where name = ''", &[])
}

#[test]
fn a_closed_store_does_what_waits_and_says_so_afterwards() {
    for_each_engine(|store| {
        store.write_blocking(nothing).unwrap();
        store.close();
        let late = store.write_blocking(nothing);
        assert!(matches!(late, Err(StoreFault::Closed)));
        assert!(matches!(store.read_blocking(|tx| tx.tenants()), Err(StoreFault::Closed)));
    });
}

#[test]
fn a_connection_that_the_server_closed_is_taken_anew() {
    let Some(place) = crate::engine::Place::server() else { return };
    let store = place.open();
    let process = |tx: &mut store::Transaction| {
        let row = tx.one("select pg_backend_pid()::bigint", &[])?;
        row.unwrap().take::<i64>()
    };
    for _ in 0..4 {
        let writer = store.write_blocking(process).unwrap();
        let end = "select pg_terminate_backend($1::bigint::int)";
        store.read_blocking(move |tx| tx.one(end, &[writer.into()]).map(|_| ())).unwrap();
    }
    for _ in 0..20 {
        store.write_blocking(nothing).unwrap();
    }
    let ended = store.write_blocking(|tx| tx.one("select pg_terminate_backend(pg_backend_pid())", &[]).map(|_| ()));
    assert!(ended.is_err());
    for _ in 0..20 {
        store.write_blocking(nothing).unwrap();
    }
}
