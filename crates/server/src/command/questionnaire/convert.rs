use super::{path, read, troubled};
use crate::{exit::Exit, output::Output, running};
use app::Words;
use base::Explain;
use clap::ArgMatches;
use std::path::Path;
use survey::{Located, Questionnaire, archive, limesurvey, xlsform};

/// What a questionnaire can be written as, by the ending of the file.
#[derive(Clone, Copy)]
enum Target {
    Workbook,
    Markdown,
    LimeSurvey,
    Glas,
}

impl Target {
    fn of(path: &Path) -> Option<Target> {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
        Some(match ending.as_str() {
            "xlsx" => Target::Workbook,
            "md" => Target::Markdown,
            "tsv" | "txt" => Target::LimeSurvey,
            "json" => Target::Glas,
            _ => return None,
        })
    }
}

/// Writes a questionnaire in another format, and tells what did not come along.
pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let (from, to) = (path(matches, "from"), path(matches, "to"));
    let name = to.display().to_string();
    let target =
        Target::of(&to).ok_or_else(|| Exit::Usage(words.tell("convert-kind", &[("path", name.as_str().into())])))?;
    if to.exists() {
        return Err(Exit::Usage(words.tell("file-exists", &[("path", name.as_str().into())])));
    }
    let read = read(&from, words, output)?;
    let (bytes, lost) = write(&read.questionnaire, target, words)?;
    std::fs::write(&to, &bytes).map_err(|error| anyhow::Error::from(error).context(name.clone()))?;
    let questions = read.questionnaire.questions().filter(|question| question.is_asked()).count();
    output.tell(&words.tell("convert-done", &[("path", name.as_str().into()), ("n", questions.into())]));
    let left_out: Vec<String> = read.left_out.iter().map(|found| running::located(found, words)).collect();
    let lost_lines: Vec<String> = lost.iter().map(|found| running::located(found, words)).collect();
    for (key, lines) in [("check-left-out", &left_out), ("convert-lost", &lost_lines)] {
        if !lines.is_empty() {
            output.tell("");
            output.tell(&words.tell(key, &[("n", lines.len().into())]));
            lines.iter().for_each(|line| output.tell(&format!("  {line}")));
        }
    }
    if read.responses > 0 {
        output.tell(&words.tell("check-responses", &[("n", read.responses.into())]));
    }
    let lost: Vec<serde_json::Value> = lost
        .iter()
        .zip(&lost_lines)
        .map(|(found, line)| serde_json::json!({ "code": found.problem.code(), "message": line }))
        .collect();
    output.summary(&serde_json::json!({
        "from": from.display().to_string(), "to": name, "format": read.format.code(), "bytes": bytes.len(),
        "questions": questions,
        "left_out": read.left_out.iter().map(|found| troubled(found, words)).collect::<Vec<_>>(),
        "lost": lost,
    }));
    Ok(())
}

type Written = (Vec<u8>, Vec<Located<limesurvey::Problem>>);

fn write(questionnaire: &Questionnaire, target: Target, words: &Words) -> Result<Written, Exit> {
    let whole = |bytes: Vec<u8>| (bytes, Vec::new());
    Ok(match target {
        Target::Workbook => whole(
            xlsform::export::workbook(questionnaire)
                .map_err(|_| Exit::Rejected(vec![words.say("convert-unwritable")]))?,
        ),
        Target::Markdown => whole(xlsform::export::markdown(questionnaire).into_bytes()),
        Target::Glas => whole(archive::write(questionnaire).into_bytes()),
        Target::LimeSurvey => {
            let written = limesurvey::write(questionnaire);
            (written.text.into_bytes(), written.left_out.into_iter().map(Located::whole).collect())
        }
    })
}
