//! The public page of a study: how often a second, and how large.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use super::form::Form;
use super::measurement::{Measurement, Required, median};
use super::program::{OPEN_DAY, Program};
use super::{Bench, http, load};
use crate::cluster::free_port;
use crate::running;
use crate::terminal;

const STUDY: &str = "/projects/primerovo/studies/uchastie-i-obsluzhvane-2023";
const PAGES: [&str; 3] = ["/", "/projects/primerovo", STUDY];

/// Against a bare server that sends the very same bytes, while answers arrive in another study.
pub fn measure(bench: &Bench<'_>) -> Result<Vec<Measurement>> {
    let (glas, _) = Program::demo(&bench.programs, &bench.folder.path().join("page"), OPEN_DAY)?;
    let page = http::get(glas.port, STUDY, "br, gzip")?;
    ensure!(page.status == 200, "{STUDY} answers {}", page.status);
    let file = bench.folder.path().join("page.bytes");
    std::fs::write(&file, &page.body)?;
    let port = free_port()?;
    let mut command = running::command(bench.programs.join("examples/bare"));
    command.arg(&file).arg(port.to_string()).arg(page.header("content-type").unwrap_or("text/html"));
    command.args(page.header("content-encoding"));
    let (bare, _) = Program::start(command, port)?;
    let form = Form::read(bench, glas.port).inspect_err(|fault| {
        terminal::complain(&format!("no answers arrive during the measurement: {fault:#}"));
    });
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..3 {
        let address = |port: u16| format!("http://127.0.0.1:{port}{STUDY}");
        theirs.push(load::requests_per_second(&address(bare.port), bench.seconds, None)?);
        ours.push(while_answers_arrive(form.as_ref().ok(), glas.port, || {
            load::requests_per_second(&address(glas.port), bench.seconds, None)
        })?);
    }
    Ok(vec![Measurement {
        name: "public study page, 64 readers".to_owned(),
        measured: median(ours).context("three rounds")?,
        unit: "/s",
        ceiling: median(theirs),
        required: Required::ShareAtLeast(0.6),
    }])
}

/// Ten answers a second: enough that a page kept for longer than it may be would show.
fn while_answers_arrive<T>(form: Option<&Form>, port: u16, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let sender = form.map(|form| {
            scope.spawn(|| {
                let mut sent = 0;
                while !done.load(Ordering::Relaxed) {
                    form.send(port, "page", sent)?;
                    sent += 1;
                    std::thread::sleep(Duration::from_millis(100));
                }
                anyhow::Ok(())
            })
        });
        let result = work();
        done.store(true, Ordering::Relaxed);
        let sent = sender.map_or(Ok(()), |sender| sender.join().unwrap_or_else(|_| anyhow::bail!("a sender panicked")));
        result.and_then(|value| sent.map(|()| value))
    })
}

/// The heaviest first view over the wire: the page and what it links, without fonts, which are kept.
pub fn size(bench: &Bench<'_>) -> Result<Vec<Measurement>> {
    let (glas, _) = Program::demo(&bench.programs, &bench.folder.path().join("size"), OPEN_DAY)?;
    let mut heaviest = (0, "");
    for path in PAGES {
        let plain = http::get(glas.port, path, "identity")?;
        ensure!(plain.status == 200, "{path} answers {}", plain.status);
        let mut size = http::get(glas.port, path, "br, gzip")?.size;
        for part in parts(plain.text()?) {
            size += http::get(glas.port, part, "br, gzip")?.size;
        }
        heaviest = heaviest.max((size, path));
    }
    let (bytes, path) = heaviest;
    Ok(vec![Measurement {
        name: format!("first view without fonts, {path}"),
        measured: f64::from(u32::try_from(bytes)?) / 1000.0,
        unit: "kB",
        ceiling: None,
        required: Required::AtMost(50.0),
    }])
}

/// Style sheets, scripts and pictures of our own that a page asks for.
fn parts(html: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for tag in html.split('<').skip(1) {
        let attribute = match tag.split_whitespace().next() {
            Some("link") if tag.contains("rel=\"stylesheet\"") || tag.contains("rel=\"icon\"") => "href=\"",
            Some("script" | "img") => "src=\"",
            _ => continue,
        };
        let address = tag.split_once(attribute).and_then(|(_, rest)| rest.split('"').next());
        parts.extend(address.filter(|address| address.starts_with('/')));
    }
    parts.sort_unstable();
    parts.dedup();
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_asks_for_is_found() {
        let html = r#"<link rel="stylesheet" href="/assets/a.css"><link rel="canonical" href="/x">
            <link rel="icon" href="data:,"><script defer src="/assets/b.js"></script><img alt="" src="/c.png"><a href="/d">"#;
        assert_eq!(parts(html), ["/assets/a.css", "/assets/b.js", "/c.png"]);
    }
}
