//! The answers of a study as a data set in the formats of others: from the data folder, or from a questionnaire and a file
//! of answers.

mod files;
mod target;

use super::{opened, report::date, settings, text};
use crate::{clock::Clock, exit::Exit, output::Output, running::from_app};
use app::{
    Failure, Instance, Words,
    open_data::{Contents, Edition, Export, Format, Shape, StoredAnswers, described, theme_columns},
};
use base::Argument;
use clap::ArgMatches;
use dataset::{CutPart, Licence, Order};
use jiff::civil::Date;
use std::path::PathBuf;
use store::Transaction;
use survey::{Audience, Study};
use target::{Made, Target};

/// Cuts that are told on the terminal; the rest is counted.
const MOST_SHOWN: usize = 20;

pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let format = text(matches, "format").and_then(|code| Format::from_code(&code)).unwrap_or(Format::Csv);
    let path = PathBuf::from(text(matches, "output").unwrap_or_default());
    let target = Target { path, format, labels: matches.get_flag("labels"), language: words.language() };
    if target.path.file_name().is_none() {
        return Err(Exit::Usage(words.tell("export-no-name", &[("path", target.path.display().to_string().into())])));
    }
    let date = date(matches, words)?;
    let (made, rejected) = match text(matches, "study") {
        Some(study) => (stored(matches, words, target, &study, date)?, 0),
        None => files::made(matches, words, output, &target, date)?,
    };
    tell(&made, rejected, words, output);
    Ok(())
}

/// What the data folder or the database keeps.
fn stored(matches: &ArgMatches, words: &Words, target: Target, study: &str, date: Date) -> Result<Vec<Made>, Exit> {
    let settings = settings(matches, words)?;
    let clock = Clock::new(settings.today)?;
    let (instance, address) = opened(matches, &settings, &clock, words)?;
    let (wanted, audience) = (study.to_owned(), text(matches, "audience"));
    let inner = instance.clone();
    let language = words.language();
    let made = instance.store.read_blocking(move |tx| {
        let Some(study) = find(tx, &inner, &wanted)? else { return Ok(Err(Missing::Study)) };
        let chosen: Vec<&Audience> = study
            .audiences
            .iter()
            .filter(|one| one.questionnaire.is_some() && audience.as_ref().is_none_or(|code| one.code == *code))
            .collect();
        if chosen.is_empty() {
            let known = study.audiences.iter().map(|audience| audience.code.clone()).collect();
            return Ok(Err(Missing::Audience { known }));
        }
        let project = tx.project(inner.tenant, study.project)?;
        let page =
            project.as_ref().map(|project| format!("{address}/projects/{}/studies/{}", project.slug, study.slug));
        let mut made = Vec::new();
        for audience in &chosen {
            let Some(id) = audience.questionnaire else { continue };
            let edition = Edition {
                version: 1,
                published: date,
                licence: Licence::default(),
                address: page.clone(),
                contact: None,
                demonstration: None,
                language,
            };
            let description = described(&study, project.as_ref(), audience, &edition);
            let shape = Shape::of(inner.questionnaires.get(tx, id)?, Contents::Working, description);
            let shape = shape.with_themes(theme_columns(tx, inner.tenant, &study, audience.id)?);
            let order = Order::new(u64::from_be_bytes(audience.id.0.0.first_chunk().copied().unwrap_or_default()));
            let mut rows = StoredAnswers::new(&inner, tx, audience.id, order)?;
            let export = Export::prepare(shape, &mut rows)?;
            let ending = (chosen.len() > 1).then_some(audience.code.as_str());
            made.push(target.write(&export, &mut rows, &audience.code, ending)?);
        }
        Ok::<_, Failure>(Ok(made))
    });
    instance.store.close();
    match made.map_err(|failure| from_app(failure, words))? {
        Ok(made) => Ok(made),
        Err(Missing::Study) => Err(Exit::Usage(words.tell("export-no-study", &[("name", study.into())]))),
        Err(Missing::Audience { known }) => {
            let values = [
                ("name", text(matches, "audience").unwrap_or_default().into()),
                ("known", Argument::from(known.join(", "))),
            ];
            Err(Exit::Usage(words.tell("report-audience-unknown", &values)))
        }
    }
}

enum Missing {
    Study,
    Audience { known: Vec<String> },
}

/// By the last part of its address, or `PROJECT/STUDY` where two projects have one of that name.
fn find(tx: &mut Transaction, instance: &Instance, wanted: &str) -> Result<Option<Study>, Failure> {
    let (project, slug) = match wanted.split_once('/') {
        Some((project, slug)) => (Some(project), slug),
        None => (None, wanted),
    };
    for one in tx.projects(instance.tenant)? {
        if project.is_none_or(|project| one.slug.as_str() == project)
            && let Some(study) = tx.study_by_slug(instance.tenant, one.id, slug)?
        {
            return Ok(Some(study));
        }
    }
    Ok(None)
}

fn tell(made: &[Made], rejected: usize, words: &Words, output: Output) {
    let number = |number: u64| Argument::Number(i64::try_from(number).unwrap_or(i64::MAX));
    for one in made {
        let path = one.files.first().map(|file| file.name.clone()).unwrap_or_default();
        let values = [("path", path.into()), ("answers", number(one.rows))];
        output.tell(&words.tell("export-done", &values));
        for cut in one.cuts.iter().take(MOST_SHOWN) {
            let name = cut.variable.as_ref().map_or("", |name| name.as_str());
            let values = [("variable", name.into()), ("limit", cut.limit.into()), ("words", cut.words.as_str().into())];
            output.complain(&words.tell(&format!("export-cut-{}", part(&cut.part).0), &values));
        }
        if one.cuts.len() > MOST_SHOWN {
            output.complain(&words.tell("report-more", &[("n", (one.cuts.len() - MOST_SHOWN).into())]));
        }
    }
    let cut = |cut: &dataset::Cut| {
        let (part, code) = part(&cut.part);
        let variable = cut.variable.as_ref().map(|name| name.as_str());
        serde_json::json!({ "variable": variable, "part": part, "code": code, "words": cut.words, "limit": cut.limit })
    };
    let file = |file: &dataset::MadeFile| serde_json::json!({ "path": file.name, "media_type": file.media_type, "bytes": file.bytes, "sha256": file.digest });
    let audience = |one: &Made| {
        serde_json::json!({
            "audience": one.audience,
            "answers": one.rows,
            "variables": one.variables,
            "files": one.files.iter().map(file).collect::<Vec<_>>(),
            "cuts": one.cuts.iter().map(cut).collect::<Vec<_>>(),
        })
    };
    let all: Vec<_> = made.iter().map(audience).collect();
    output.summary(&serde_json::json!({ "data_sets": all, "rejected_rows": rejected }));
}

fn part(part: &CutPart) -> (&'static str, Option<&str>) {
    match part {
        CutPart::FileLabel => ("file-label", None),
        CutPart::VariableLabel => ("variable-label", None),
        CutPart::ValueLabel(code) => ("value-label", Some(code)),
        CutPart::Cell => ("cell", None),
    }
}
