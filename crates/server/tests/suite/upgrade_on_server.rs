//! `glas upgrade` on PostgreSQL: rehearsed in a schema beside, done, taken back, and killed at every step.

use crate::{
    glas::{Ended, command},
    upgrade::{OLD, SETTINGS, old, settings_in},
};
use postgres::{Client, NoTls};
use std::{
    fs,
    io::{BufRead, BufReader},
    process::{Command, Stdio},
    sync::{
        Once,
        atomic::{AtomicU32, Ordering},
    },
};
use store::{Location, newest_schema, schema_at};

/// What an older program left in a schema of the test's server, gone afterwards, and a folder for the copies.
struct Server {
    at: tempfile::TempDir,
    address: String,
    schema: String,
    location: Location,
}

impl Server {
    /// `None`, said loudly once, where there is no server.
    fn with_old_state() -> Option<Server> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        static SAID: Once = Once::new();
        let Ok(address) = std::env::var("GLAS_TEST_POSTGRES") else {
            SAID.call_once(|| eprintln!("\n!!! GLAS_TEST_POSTGRES is not set: PostgreSQL was NOT tested !!!\n"));
            return None;
        };
        let schema = format!("glas_upgrade_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let mark = if address.contains('?') { '&' } else { '?' };
        let location = Location::Postgres(format!("{address}{mark}options=-c%20search_path%3D{schema}"));
        let server = Server { at: tempfile::tempdir().unwrap(), address, schema, location };
        server.client().batch_execute(&format!("create schema {}", server.schema)).unwrap();
        old(&server.location);
        Some(server)
    }

    fn client(&self) -> Client {
        Client::connect(&self.address, NoTls).unwrap()
    }

    fn command(&self, more: &[&str]) -> Command {
        let Location::Postgres(address) = &self.location else { panic!("a server has an address") };
        let mut command = command(self.at.path());
        // Whatever is written beside the database lies where the test sees it.
        command.env("GLAS_DATABASE", address).env("TMPDIR", self.at.path());
        command.args(["upgrade", "--data", "site"]).args(more);
        command
    }

    fn run(&self, more: &[&str]) -> Ended {
        let output = self.command(more).output().unwrap();
        Ended {
            code: output.status.code().unwrap_or(-1),
            said: String::from_utf8(output.stdout).unwrap(),
            complained: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn has_rehearsal(&self) -> bool {
        let sql = "select 1 from pg_namespace where nspname = $1";
        !self.client().query(sql, &[&format!("{}_rehearsal", self.schema)]).unwrap().is_empty()
    }

    /// The files that lie about.
    fn left(&self) -> Vec<String> {
        let entries = fs::read_dir(self.at.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| name != "site");
        names.sort();
        names
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Ok(mut client) = Client::connect(&self.address, NoTls) {
            let name = &self.schema;
            let _ = client.batch_execute(&format!("drop schema if exists {name} cascade"));
            let _ = client.batch_execute(&format!("drop schema if exists {name}_rehearsal cascade"));
        }
    }
}

#[test]
fn it_is_rehearsed_done_and_taken_back() {
    let Some(server) = Server::with_old_state() else { return };
    let rehearsed = server.run(&["--json"]);
    assert_eq!(rehearsed.code, 0, "{}", rehearsed.complained);
    let told = rehearsed.json();
    assert_eq!((told["from"].as_u64(), told["to"].as_u64()), (Some(OLD.into()), Some(newest_schema().into())));
    assert_eq!((&told["applied"], told["entries"].as_i64()), (&false.into(), Some(1)));
    assert_eq!(schema_at(&server.location).unwrap(), OLD);
    assert!(!server.has_rehearsal(), "a rehearsal leaves nothing");
    assert_eq!(server.left(), Vec::<String>::new());

    // Where the copy is to lie has to be said, and is asked before anything is written anywhere.
    let unnamed = server.run(&["--apply"]);
    assert_eq!(unnamed.code, 2, "{}", unnamed.complained);
    assert_eq!(server.left(), Vec::<String>::new(), "no copy of everything is left lying about");
    assert_eq!(schema_at(&server.location).unwrap(), OLD);

    let applied = server.run(&["--apply", "--copy", "before.tar", "--json"]);
    assert_eq!((applied.code, &applied.json()["applied"]), (0, &true.into()), "{}", applied.complained);
    assert_eq!(schema_at(&server.location).unwrap(), newest_schema());
    assert_eq!(settings_in(&server.location), SETTINGS);
    assert!(!server.has_rehearsal());
    assert_eq!(server.left(), ["before.tar"]);
    let again = server.run(&["--apply", "--copy", "before.tar", "--json"]);
    assert_eq!((again.code, &again.json()["applied"]), (0, &false.into()));

    let back = server.run(&["--rollback", "--copy", "before.tar", "--json"]);
    assert_eq!(back.code, 0, "{}", back.complained);
    assert_eq!(schema_at(&server.location).unwrap(), OLD);
    assert_eq!(settings_in(&server.location), SETTINGS);
    assert_eq!(server.left().len(), 2, "what was there before going back is kept, too: {:?}", server.left());
    // The copy of the first time is never written over.
    let taken = server.run(&["--apply", "--copy", "before.tar"]);
    assert_ne!(taken.code, 0);
    assert_eq!(schema_at(&server.location).unwrap(), OLD);
}

/// The program is killed as soon as it says that a step begins, and a little later.
#[test]
fn killed_at_any_step_it_leaves_the_old_state_or_the_new_one() {
    let Some(server) = Server::with_old_state() else { return };
    let mut number = 0;
    let kill_at = |more: &[&str], step: usize, later: usize| {
        let more = [more, &["--language", "en"]].concat();
        let mut child = server.command(&more).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let seen = lines.take(step + 1).filter(Result::is_ok).count();
        // Not a pause, only something else to do.
        (0..later).for_each(|_| std::thread::yield_now());
        let _ = child.kill();
        child.wait().unwrap();
        let schema = schema_at(&server.location).unwrap();
        assert!([OLD, newest_schema()].contains(&schema), "schema {schema} after {seen} steps");
        assert_eq!(settings_in(&server.location), SETTINGS, "after {seen} steps");
        schema
    };
    for later in [0, 3000] {
        for step in 0..5 {
            number += 1;
            let copy = format!("copy-{number}.tar");
            if kill_at(&["--apply", "--copy", &copy], step, later) == OLD {
                continue;
            }
            for step in 0..2 {
                if kill_at(&["--rollback", "--copy", &copy], step, later) == OLD {
                    break;
                }
            }
            if schema_at(&server.location).unwrap() == newest_schema() {
                let done = server.run(&["--rollback", "--copy", &copy]);
                assert_eq!(done.code, 0, "{}", done.complained);
            }
        }
    }
    let done = server.run(&["--apply", "--copy", "last.tar"]);
    assert_eq!(done.code, 0, "{}", done.complained);
    assert_eq!(schema_at(&server.location).unwrap(), newest_schema());
    assert_eq!(settings_in(&server.location), SETTINGS);
    assert!(!server.has_rehearsal(), "what a killed one left is removed by the next");
}
