//! A PostgreSQL of our own for the length of a run.

use std::io::Write;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::needs;
use crate::running;

/// A temporary cluster on a free port of this machine only, stopped and removed when dropped.
///
/// A small shell watches over it: it reads from a pipe that only this program holds open, so that the server is stopped
/// and its folder removed even when this program is killed. Stopping and being killed are then one and the same way.
pub struct Cluster {
    port: u16,
    folder: String,
    server: Child,
    watcher: Child,
    leash: Option<ChildStdin>,
}

const WATCHER: &str = r#"
trap "" INT TERM HUP
read -r server && cat
if [ -n "$server" ]; then
  kill -INT "$server" 2>/dev/null
  waited=0
  while kill -0 "$server" 2>/dev/null && [ "$waited" -lt 100 ]; do sleep 0.1; waited=$((waited + 1)); done
  kill -KILL "$server" 2>/dev/null
fi
rm -rf "$1"
"#;

impl Cluster {
    pub fn start() -> Result<Cluster> {
        let folder = folder()?;
        let mut watcher = running::command_named("sh", &["-c", WATCHER, "sh", &folder])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("sh")?;
        let mut leash = watcher.stdin.take().context("the watcher reads from us")?;
        let started = (1..=3).find_map(|attempt| match launch(&folder, attempt) {
            Ok(server) => Some(Ok(server)),
            Err(fault) if attempt == 3 => Some(Err(fault)),
            Err(_port_taken_meanwhile) => None,
        });
        match started.context("three attempts end in one of two ways")? {
            Ok((port, mut server)) => {
                if let Err(fault) = writeln!(leash, "{}", server.id()) {
                    let _gone = server.kill();
                    return Err(fault.into());
                }
                Ok(Cluster { port, folder, server, watcher, leash: Some(leash) })
            }
            Err(fault) => {
                drop(leash);
                let _ended = watcher.wait();
                Err(fault)
            }
        }
    }

    /// What to tell a person who wonders.
    pub fn describe(&self) -> String {
        format!("PostgreSQL listens at {}, its data lie in {}", self.address(), self.folder)
    }

    /// The address for `GLAS_TEST_POSTGRES`: its user may create databases.
    pub fn address(&self) -> String {
        format!("postgres://glas@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.leash.take());
        let _ended = self.server.wait();
        let _ended = self.watcher.wait();
    }
}

/// The temporary folder must be one that the unprivileged user may enter, which root's own often is not.
fn folder() -> Result<String> {
    let parent = if running::is_root() { "/tmp".into() } else { std::env::temp_dir() };
    let pattern = parent.join("glas-postgres-XXXXXXXX");
    Ok(running::output_of(running::command("mktemp").arg("-d").arg(pattern))?.trim().to_owned())
}

fn launch(folder: &str, attempt: u8) -> Result<(u16, Child)> {
    let data = format!("{folder}/{attempt}");
    let user = unprivileged_user()?;
    if let Some(user) = user {
        running::output_of(&mut running::command_named("chown", &[user, folder]))?;
    }
    running::output_of(server_program("initdb", user)?.current_dir(folder).args([
        "--pgdata",
        &data,
        "--username=glas",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--lc-collate=C",
        "--no-sync",
    ]))?;
    let port = free_port()?;
    let log = std::fs::File::create(format!("{folder}/log"))?;
    let mut server = server_program("postgres", user)?;
    server.current_dir(folder).args(["-D", &data]);
    for setting in settings(port) {
        server.args(["-c", &setting]);
    }
    let mut child = server.stdout(log.try_clone()?).stderr(log).spawn().context("postgres")?;
    match wait_until_ready(port, &mut child) {
        Ok(()) => Ok((port, child)),
        Err(fault) => {
            let _gone = child.kill();
            let _ended = child.wait();
            let log = std::fs::read_to_string(Path::new(folder).join("log")).unwrap_or_default();
            Err(fault.context(log))
        }
    }
}

fn settings(port: u16) -> Vec<String> {
    vec![
        format!("port={port}"),
        "listen_addresses=127.0.0.1".to_owned(),
        "unix_socket_directories=".to_owned(),
        "max_connections=200".to_owned(),
        "log_min_messages=fatal".to_owned(),
        // Nothing here outlives the run, so nothing waits for the disk.
        "fsync=off".to_owned(),
        "synchronous_commit=off".to_owned(),
        "full_page_writes=off".to_owned(),
    ]
}

/// The server refuses to run as root, so root steps aside for a user without rights.
fn unprivileged_user() -> Result<Option<&'static str>> {
    if !running::is_root() {
        return Ok(None);
    }
    for user in ["postgres", "nobody"] {
        if running::output_of(&mut running::command_named("id", &["-u", user])).is_ok() {
            return Ok(Some(user));
        }
    }
    bail!("root cannot run PostgreSQL, and there is neither a user postgres nor nobody")
}

fn server_program(program: &str, user: Option<&str>) -> Result<Command> {
    let file = needs::postgres_program(program).with_context(|| format!("{program} of PostgreSQL is not here"))?;
    let mut command = match user {
        None => running::command(file),
        Some(user) => {
            let group = running::output_of(&mut running::command_named("id", &["-g", user]))?;
            let mut command = running::command("setpriv");
            command.args(["--reuid", user, "--regid", group.trim(), "--clear-groups"]).arg(file);
            command
        }
    };
    command.env_remove("PGDATA").env_remove("PGPORT").env_remove("PGOPTIONS").env("LC_ALL", "C.UTF-8");
    Ok(command)
}

pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// The port opens only when the server takes connections; the first packet then answers "starting up" for some
/// milliseconds, which `pg_isready` knows to tell apart.
fn wait_until_ready(port: u16, server: &mut Child) -> Result<()> {
    let pause = Duration::from_millis(50);
    for _ in 0..1200 {
        if let Some(status) = server.try_wait()? {
            bail!("PostgreSQL ended at once: {status}");
        }
        let open = TcpStream::connect_timeout(&(Ipv4Addr::LOCALHOST, port).into(), pause).is_ok();
        if open && is_ready(port)? {
            return Ok(());
        }
        std::thread::sleep(pause);
    }
    bail!("PostgreSQL did not take connections within a minute")
}

fn is_ready(port: u16) -> Result<bool> {
    let program = needs::postgres_program("pg_isready").context("pg_isready")?;
    let mut question = running::command(program);
    question.args(["--quiet", "--host=127.0.0.1", "--port", &port.to_string(), "--dbname=postgres"]);
    running::succeeds(&mut question)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cluster_listens_on_this_machine_only_and_forgets() {
        let settings = settings(5999);
        assert!(settings.contains(&"listen_addresses=127.0.0.1".to_owned()));
        assert!(settings.contains(&"unix_socket_directories=".to_owned()));
        assert!(settings.contains(&"fsync=off".to_owned()));
    }

    #[test]
    fn a_cluster_answers_and_leaves_nothing_behind() {
        if std::env::var_os("GLAS_TEST_POSTGRES").is_none() {
            eprintln!("SKIPPED: GLAS_TEST_POSTGRES is not set, so this run is meant to start no server");
            return;
        }
        let cluster = Cluster::start().expect("a cluster");
        let (port, process, folder) = (cluster.port, cluster.server.id(), cluster.folder.clone());
        assert!(is_ready(port).expect("pg_isready"));
        drop(cluster);
        assert!(!is_ready(port).expect("pg_isready"));
        assert!(!Path::new(&format!("/proc/{process}")).exists());
        assert!(!Path::new(&folder).exists());
    }
}
