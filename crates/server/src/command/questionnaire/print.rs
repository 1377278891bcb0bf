use super::{path, read};
use crate::{
    command::{report, text},
    exit::Exit,
    output::Output,
};
use app::{
    Words,
    sheets::{self, Asking, MOST_SHEETS},
};
use base::{Fields, Key, LanguageTag};
use clap::ArgMatches;
use survey::{Questionnaire, SheetCode};

/// Prints a questionnaire to be filled in by hand: copies with codes made of a seed, or one without a code.
pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let (from, to) = (path(matches, "file"), path(matches, "output"));
    let name = to.display().to_string();
    if to.extension().and_then(|ending| ending.to_str()) != Some("pdf") {
        return Err(Exit::Usage(words.tell("print-output", &[("path", name.into())])));
    }
    let codes = codes(matches, words)?;
    let questionnaire = read(&from, words, output)?.questionnaire;
    let language = language(matches, &questionnaire, words)?;
    let asking = Asking {
        title: questionnaire.title.say(language).to_owned(),
        running: questionnaire.title.say(language).to_owned(),
        version: questionnaire.version.clone().unwrap_or_else(|| questionnaire.code.clone()),
        date: report::date(matches, words)?,
        authors: Vec::new(),
        demonstration: text(matches, "demonstration"),
        opening: vec![sheets::anonymity(language, !codes.is_empty())],
        closing: vec![sheets::usual_return(language)],
        is_large: matches.get_flag("large"),
        asks_to_quote: false,
        copies: codes.iter().copied().map(sheets::copy).collect(),
    };
    let printed = ::report::form(&sheets::form(&questionnaire, language, asking))?;
    std::fs::write(&to, &printed.bytes).map_err(|error| anyhow::Error::from(error).context(name.clone()))?;
    let pages = i64::try_from(printed.pages).unwrap_or(i64::MAX);
    let values = [("path", name.as_str().into()), ("sheets", codes.len().into()), ("pages", pages.into())];
    output.tell(&words.tell("print-done", &values));
    output.summary(&serde_json::json!({
        "path": name, "bytes": printed.bytes.len(), "pages": printed.pages, "language": language.to_string(),
        "codes": codes.iter().map(SheetCode::to_string).collect::<Vec<_>>(),
    }));
    Ok(())
}

/// In Bulgarian where nobody says otherwise.
fn language(matches: &ArgMatches, questionnaire: &Questionnaire, words: &Words) -> Result<LanguageTag, Exit> {
    let Some(given) = text(matches, "language") else { return Ok(LanguageTag::BULGARIAN) };
    let tag = given.parse().ok().filter(|tag| sheets::speaks(questionnaire, *tag));
    tag.ok_or_else(|| {
        let known: Vec<String> = questionnaire.languages.iter().map(LanguageTag::to_string).collect();
        let values = [("language", given.as_str().into()), ("known", known.join(", ").into())];
        Exit::Usage(words.tell("print-language", &values))
    })
}

/// The same seed gives the same codes, each once.
fn codes(matches: &ArgMatches, words: &Words) -> Result<Vec<SheetCode>, Exit> {
    let Some(given) = text(matches, "copies") else { return Ok(Vec::new()) };
    let wrong = || {
        let values = [("given", given.as_str().into()), ("most", i64::from(MOST_SHEETS).into())];
        Exit::Usage(words.tell("print-copies", &values))
    };
    let wanted = given.parse::<u32>().ok().filter(|copies| (1..=MOST_SHEETS).contains(copies)).ok_or_else(wrong)?;
    let wanted = usize::try_from(wanted).map_err(|_| wrong())?;
    let seed = text(matches, "seed").unwrap_or_default();
    let mut codes = Vec::new();
    for number in 0_usize.. {
        if codes.len() == wanted {
            break;
        }
        let digest = Fields::of("glas-sheet-1").text(&seed).count(number).digest();
        let mut key = [0; 16];
        key.iter_mut().zip(digest.0).for_each(|(to, from)| *to = from);
        let code = SheetCode::of(Key(key));
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes.sort_unstable();
    Ok(codes)
}
