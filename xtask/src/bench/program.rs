use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use super::http;
use crate::cluster::free_port;
use crate::running;
use crate::stopwatch::Stopwatch;

/// A running server, killed when dropped.
pub struct Program {
    pub port: u16,
    child: Child,
}

/// The demonstration's own day, on which its second study takes answers.
pub const OPEN_DAY: &str = "2023-07-27";
/// After the last day of that study.
pub const CLOSED_DAY: &str = "2023-12-01";

impl Program {
    /// `glas demo` on a data folder, answering when this returns; and how long that took.
    pub fn demo(programs: &Path, data: &Path, today: &str) -> Result<(Program, Duration)> {
        let port = free_port()?;
        let mut glas = running::command(programs.join("glas"));
        glas.args(["demo", "--port", &port.to_string(), "--today", today, "--data"]).arg(data);
        Program::start(glas, port)
    }

    /// Any server that takes the port it is given.
    pub fn start(mut command: Command, port: u16) -> Result<(Program, Duration)> {
        let watch = Stopwatch::start();
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut program = Program { port, child: child.with_context(|| running::describe(&command))? };
        while watch.elapsed() < Duration::from_secs(120) {
            if http::get(port, "/", "identity").is_ok_and(|answer| answer.status == 200) {
                return Ok((program, watch.elapsed()));
            }
            if let Some(status) = program.child.try_wait()? {
                bail!("{} ended at once: {status}", running::describe(&command));
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        bail!("{} did not answer within two minutes", running::describe(&command))
    }

    pub fn resident_megabytes(&self) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("VmRSS")?;
        let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse().context("VmRSS")?;
        Ok(kilobytes / 1024.0)
    }

    /// The end of a power cut: nothing is asked, nothing is tidied.
    pub fn kill(mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Ends it as an operator would.
    pub fn stop(mut self) -> Result<()> {
        let id = self.child.id().to_string();
        running::output_of(&mut running::command_named("kill", &["-TERM", &id]))?;
        let status = self.child.wait()?;
        ensure!(status.success(), "stopping ended with {status}");
        Ok(())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _already_gone = self.child.kill();
        let _ended = self.child.wait();
    }
}
