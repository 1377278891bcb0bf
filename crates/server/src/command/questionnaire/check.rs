use super::described::Described;
use super::{path, read, troubled};
use crate::{exit::Exit, output::Output, running};
use app::Words;
use base::{Argument, Text};
use clap::ArgMatches;
use std::collections::BTreeMap;
use survey::{
    Located,
    lint::{Finding, Lint, Severity, Subject, lint},
    source::Sourced,
};

/// Tells what a questionnaire is, what it holds and what the linter says of it.
pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let path = path(matches, "file");
    let read = read(&path, words, output)?;
    let lint = lint(&read.questionnaire, &read.places);
    let described = Described::of(&read.questionnaire);
    let name = path.display().to_string();
    tell(&name, &read, &described, &lint, words, output);
    output.summary(&summary(&name, &read, &described, &lint, words));
    if matches.get_flag("strict") && lint.has_errors() {
        let n = lint.of(Severity::Error).count();
        return Err(Exit::Found(vec![words.tell("check-errors", &[("n", n.into())])]));
    }
    Ok(())
}

fn tell(name: &str, read: &Sourced, described: &Described, lint: &Lint, words: &Words, output: Output) {
    let form = &read.questionnaire;
    let format = words.say(&format!("check-format-{}", read.format.code()));
    output.tell(&format!("{name}: {format}, „{}“ ({})", form.title.say(words.language()), form.code));
    let languages: Vec<&str> = form.languages.iter().map(base::LanguageTag::as_str).collect();
    output.tell(&words.tell("check-languages", &[("languages", languages.join(", ").into())]));
    let listed = |counts: &BTreeMap<&str, usize>, key: &str| {
        let parts = counts.iter().map(|(name, n)| format!("{} – {n}", words.say(&format!("{key}-{name}"))));
        parts.collect::<Vec<_>>().join(", ")
    };
    output.tell(&words.tell(
        "check-questions",
        &[("n", described.asked.into()), ("kinds", listed(&described.kinds, "check-kind").into())],
    ));
    if !described.logic.is_empty() {
        output.tell(&words.tell("check-logic", &[("logic", listed(&described.logic, "check-logic").into())]));
    }
    let (least, most) = (lint.minutes.shortest_minutes(), lint.minutes.longest_minutes());
    let key = if least == most { "lint-minutes" } else { "lint-minutes-between" };
    output.tell(&words.tell(key, &[("least", i64::from(least).into()), ("most", i64::from(most).into())]));
    if let Some(reading) = lint.reading {
        let values = [("ease", reading.ease.code().into()), ("lix", i64::from(reading.lix).into())];
        output.tell(&words.tell("lint-reading", &values));
    }
    if read.responses > 0 {
        output.tell(&words.tell("check-responses", &[("n", read.responses.into())]));
    }
    let left_out: Vec<_> = read.left_out.iter().filter(|found| !found.problem.is_linted()).collect();
    if !left_out.is_empty() {
        output.tell("");
        output.tell(&words.tell("check-left-out", &[("n", left_out.len().into())]));
        left_out.iter().for_each(|found| output.tell(&format!("  {}", running::located(found, words))));
    }
    for severity in Severity::ALL {
        let found: Vec<_> = lint.of(severity).collect();
        if !found.is_empty() {
            output.tell("");
            let title = words.say(&format!("lint-severity-{}", severity.code()));
            output.tell(&format!("{title} ({})", found.len()));
            found.iter().for_each(|found| output.tell(&format!("  {}", line(found, words))));
        }
    }
    if lint.findings.is_empty() {
        output.tell(&words.say("lint-nothing"));
    }
}

fn line(found: &Located<Finding>, words: &Words) -> String {
    let Finding { subject, rule, .. } = &found.problem;
    let key = format!("lint-{}", rule.name());
    let arguments = rule.arguments();
    let said = ["", ".why", ".hint"].map(|part| words.tell(&format!("{key}{part}"), &arguments));
    let place = place(found, words);
    let place = if place.is_empty() { place } else { format!("{place}, ") };
    format!("{place}{}: {}", subject_words(subject, words), said.join(" "))
}

fn place(found: &Located<Finding>, words: &Words) -> String {
    if found.row.is_none() {
        return String::new();
    }
    let values: [(&str, Argument); 3] = [
        ("sheet", found.sheet.clone().unwrap_or_default().into()),
        ("row", i64::from(found.row.unwrap_or(0)).into()),
        ("column", found.letter().unwrap_or_default().into()),
    ];
    words.tell(found.place(), &values)
}

fn subject_words(subject: &Subject, words: &Words) -> String {
    let (key, values) = subject.message();
    words.tell(key, &values)
}

fn summary(name: &str, read: &Sourced, described: &Described, lint: &Lint, words: &Words) -> serde_json::Value {
    let form = &read.questionnaire;
    let spoken = |text: &Text| {
        let languages = form.languages.iter().filter_map(|tag| Some((tag.as_str(), text.translation(*tag)?)));
        languages.collect::<BTreeMap<_, _>>().into_iter().map(|(tag, words)| (tag.to_owned(), words.into())).collect()
    };
    let title: serde_json::Map<String, serde_json::Value> = spoken(&form.title);
    let languages: Vec<&str> = form.languages.iter().map(base::LanguageTag::as_str).collect();
    let left_out: Vec<serde_json::Value> = read.left_out.iter().map(|found| troubled(found, words)).collect();
    let findings: Vec<serde_json::Value> = lint.findings.iter().map(|found| finding(found, words)).collect();
    let count = |severity: Severity| lint.of(severity).count();
    serde_json::json!({
        "file": name,
        "format": read.format.code(),
        "code": form.code,
        "title": title,
        "version": form.version,
        "languages": languages,
        "questions": described.asked,
        "kinds": described.kinds,
        "groups": described.groups,
        "logic": described.logic,
        "responses": read.responses,
        "seconds": { "least": lint.minutes.least, "most": lint.minutes.most },
        "reading": lint.reading.map(|reading| serde_json::json!({ "lix": reading.lix, "ease": reading.ease.code() })),
        "left_out": left_out,
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "advice": count(Severity::Advice),
        "findings": findings,
    })
}

fn finding(found: &Located<Finding>, words: &Words) -> serde_json::Value {
    let Finding { subject, part, rule } = &found.problem;
    let key = format!("lint-{}", rule.name());
    let arguments = rule.arguments();
    let [message, why, hint] = ["", ".why", ".hint"].map(|part| words.tell(&format!("{key}{part}"), &arguments));
    serde_json::json!({
        "severity": rule.severity().code(), "rule": rule.name(), "part": part.code(),
        "question": subject.code(), "list": subject.list().map(ToString::to_string),
        "option": subject.option().map(ToString::to_string),
        "sheet": found.sheet, "row": found.row, "column": found.letter(),
        "message": message, "why": why, "hint": hint,
    })
}
