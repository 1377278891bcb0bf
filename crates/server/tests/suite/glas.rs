//! Starts the program under test.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

pub fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/primerovo").join(name)
}

/// The program with an environment that the machine cannot colour.
#[expect(clippy::disallowed_methods, reason = "what is tested is the program itself")]
pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_glas"));
    command.current_dir(folder).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command
}

pub struct Ended {
    pub code: i32,
    pub said: String,
    pub complained: String,
}

impl Ended {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(self.said.trim())
            .unwrap_or_else(|error| panic!("{error}: {} {}", self.said, self.complained))
    }
}

pub fn run(folder: &Path, arguments: &[&str]) -> Ended {
    let Output { status, stdout, stderr } = command(folder).args(arguments).output().unwrap();
    Ended {
        code: status.code().unwrap_or(-1),
        said: String::from_utf8(stdout).unwrap(),
        complained: String::from_utf8(stderr).unwrap(),
    }
}

/// A site that runs until this is dropped.
pub struct Site {
    child: Child,
    pub summary: serde_json::Value,
}

impl Site {
    /// Starts `glas demo` on a free port and waits for its one line of summary.
    pub fn demo(folder: &Path, data: &str) -> Site {
        Site::start(folder, &["demo", "--port", "0", "--data", data, "--json"])
    }

    pub fn start(folder: &Path, arguments: &[&str]) -> Site {
        let mut child = command(folder).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let summary = serde_json::from_str(&line).unwrap_or_else(|error| {
            let mut complaint = String::new();
            child.kill().unwrap();
            child.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
            panic!("{error}: {line:?} {complaint}");
        });
        Site { child, summary }
    }

    pub fn host(&self) -> String {
        let heard = self.summary["listen"].as_str().or(self.summary["address"].as_str()).unwrap();
        heard.trim_start_matches("http://").to_owned()
    }

    /// One request without any client library: status line and headers, an empty line, the body.
    pub fn get(&self, path: &str) -> String {
        let host = self.host();
        let mut connection = TcpStream::connect(&host).unwrap();
        write!(connection, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Kibibytes that the program holds.
    pub fn memory(&self) -> u64 {
        let told = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let held = told.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
        held.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or_default()
    }

    /// Tells the program to stop as a service manager does, and waits for it.
    #[expect(clippy::disallowed_methods, reason = "a service manager tells it to stop as this does")]
    pub fn stop(mut self) -> i32 {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        self.child.wait().unwrap().code().unwrap_or(-1)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
