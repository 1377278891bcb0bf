//! Complete answers through HTTP, durable before they are acknowledged; and still there when the power is cut.

use std::sync::Mutex;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::form::{self, Form};
use super::http::Connection;
use super::measurement::{Measurement, Required, median};
use super::program::{CLOSED_DAY, OPEN_DAY, Program};
use super::{Bench, load};
use crate::running;

const CLIENTS: u32 = 64;

pub fn measure(bench: &Bench<'_>) -> Result<Vec<Measurement>> {
    let data = bench.folder.path().join("submissions");
    let (glas, _) = Program::demo(&bench.programs, &data, OPEN_DAY)?;
    let form = Form::read(bench, glas.port)?;
    let address = format!("http://127.0.0.1:{}{}", glas.port, form.path);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in ["one", "two", "three"] {
        theirs.push(ceiling(bench, form.answers)?);
        let script = bench.folder.path().join("submissions.lua");
        std::fs::write(&script, form.script(round))?;
        ours.push(load::requests_per_second(&address, bench.seconds, Some(&script))?);
    }
    let speed = Measurement {
        name: format!("submissions of {} answers, {CLIENTS} clients", form.answers),
        measured: median(ours).context("three rounds")?,
        unit: "/s",
        ceiling: median(theirs),
        required: Required::ShareAtLeast(0.5),
    };
    glas.stop()?;
    Ok(vec![speed, lost_after_a_kill(bench, &form)?])
}

/// What the group-committing writer does with responses of as many answers, without HTTP.
fn ceiling(bench: &Bench<'_>, answers: u32) -> Result<f64> {
    let mut writer = running::command(bench.programs.join("examples/writer_ceiling"));
    writer.env("TMPDIR", bench.folder.path());
    writer.args(["--seconds", &bench.seconds.to_string(), "--threads", &CLIENTS.to_string()]);
    writer.args(["--questions", &answers.to_string()]);
    let said: Value = serde_json::from_str(running::output_of(&mut writer)?.trim())?;
    said.get("per_second").and_then(Value::as_f64).context("per_second")
}

/// The program is killed under load. On the next start the study is over, so a repeated submission brings its receipt
/// only if the answers are there; one that was lost is turned away.
fn lost_after_a_kill(bench: &Bench<'_>, form: &Form) -> Result<Measurement> {
    let data = bench.folder.path().join("killed");
    let (glas, _) = Program::demo(&bench.programs, &data, OPEN_DAY)?;
    let port = glas.port;
    let acknowledged = Mutex::new(Vec::new());
    std::thread::scope(|scope| -> Result<()> {
        for client in 0..CLIENTS {
            let acknowledged = &acknowledged;
            scope.spawn(move || {
                let mine = send_until_refused(form, port, client);
                if let Ok(mut all) = acknowledged.lock() {
                    all.extend(mine);
                }
            });
        }
        std::thread::sleep(Duration::from_secs(2));
        glas.kill()
    })?;
    let acknowledged = acknowledged.into_inner().unwrap_or_default();
    ensure!(!acknowledged.is_empty(), "nothing was acknowledged before the kill");
    let (glas, _) = Program::demo(&bench.programs, &data, CLOSED_DAY)?;
    let mut connection = Connection::open(glas.port)?;
    let mut lost = 0_u32;
    for key in &acknowledged {
        let answer = connection.ask("POST", &form.path, "identity", Some(&format!("{}{key}", form.body)))?;
        lost += u32::from(!form::is_receipt(&answer));
    }
    let invented = format!("{}{}", form.body, form::key("never sent", 0));
    let answer = connection.ask("POST", &form.path, "identity", Some(&invented))?;
    ensure!(!form::is_receipt(&answer), "an answer that was never sent has a receipt, so this proves nothing");
    Ok(Measurement {
        name: format!("lost of {} acknowledged, after kill -9", acknowledged.len()),
        measured: f64::from(lost),
        unit: "",
        ceiling: None,
        required: Required::AtMost(0.0),
    })
}

fn send_until_refused(form: &Form, port: u16, client: u32) -> Vec<String> {
    let mut sent = Vec::new();
    let Ok(mut connection) = Connection::open(port) else { return sent };
    let letter = char::from_u32(u32::from(b'a') + client / 8).unwrap_or('z');
    let other = char::from_u32(u32::from(b'a') + client % 8).unwrap_or('z');
    for number in 0.. {
        let key = form::key(&format!("killed{letter}{other}"), number);
        match connection.ask("POST", &form.path, "identity", Some(&format!("{}{key}", form.body))) {
            Ok(answer) if form::is_receipt(&answer) => sent.push(key),
            _ => break,
        }
    }
    sent
}
