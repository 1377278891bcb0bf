use super::{location, settings, text};
use crate::{
    clock::Clock,
    exit::Exit,
    output::Output,
    running::{from_store, sentences, unreadable},
};
use app::{
    Words,
    journal::{Break, Whole, Witness, verify},
};
use base::{Argument, Digest, Explain, Key, Moment, TenantId};
use clap::ArgMatches;
use data_encoding::HEXLOWER;
use serde::Deserialize;
use std::{
    fs::{self, File},
    io::BufReader,
    path::{Path, PathBuf},
};
use store::{Head, Location, SignedHead, Store};

/// Looks through a data folder, a database or a backup, and changes nothing.
pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let witness = witness(matches, words)?;
    let bar = output.progress(1, &words.say("cli-verify-about"));
    let found = match text(matches, "backup") {
        Some(backup) => in_backup(&PathBuf::from(backup), &witness, words),
        None => in_place(&location(&settings(matches, words)?, words)?, &witness, words),
    };
    bar.finish_and_clear();
    match found? {
        Ok(whole) => {
            tell(&whole, words, output);
            Ok(())
        }
        Err(broken) => {
            let lines = sentences(words, &broken);
            output.summary(&summary_of(&broken, &lines));
            Err(Exit::Found(lines))
        }
    }
}

fn in_place(location: &Location, witness: &Witness, words: &Words) -> Result<Result<Whole, Break>, Exit> {
    let store = Store::open_to_look(location).map_err(|failure| from_store(failure, words))?;
    let found = verify(&store, witness);
    store.close();
    found.map_err(|fault| Exit::Fault(fault.into()))
}

/// A backup is restored into a folder that is gone afterwards; what its manifest does not vouch for is refused on the way.
fn in_backup(path: &Path, witness: &Witness, words: &Words) -> Result<Result<Whole, Break>, Exit> {
    let file = File::open(path).map_err(|error| unreadable(path, &error, words))?;
    let folder = tempfile::tempdir().map_err(anyhow::Error::from)?;
    let place = Location::Folder(folder.path().join("data"));
    let now = Clock::new(None)?.now();
    store::restore(BufReader::new(file), &place, now).map_err(|failure| from_store(failure, words))?;
    in_place(&place, witness, words)
}

fn tell(whole: &Whole, words: &Words, output: Output) {
    let count = |many: usize| i64::try_from(many).unwrap_or(i64::MAX);
    output.tell(&words.tell(
        "verify-whole",
        &[
            ("entries", whole.entries.into()),
            ("heads", count(whole.heads).into()),
            ("words", count(whole.words).into()),
            ("files", count(whole.files).into()),
        ],
    ));
    for key in &whole.keys {
        output.tell(&words.tell("verify-key", &[("key", key.clone().into())]));
    }
    output.summary(&serde_json::json!({
        "whole": true, "tenants": whole.tenants, "entries": whole.entries, "heads": whole.heads,
        "words": whole.words, "files": whole.files, "keys": whole.keys,
    }));
}

fn summary_of(broken: &Break, lines: &[String]) -> serde_json::Value {
    let mut told = serde_json::Map::new();
    told.insert("whole".to_owned(), false.into());
    told.insert("code".to_owned(), broken.code().into());
    told.insert("sentence".to_owned(), lines.join(" ").into());
    for (name, value) in broken.arguments() {
        if let Argument::Text(text) = value {
            told.insert(name.to_owned(), text.into());
        }
    }
    told.into()
}

fn witness(matches: &ArgMatches, words: &Words) -> Result<Witness, Exit> {
    let heads = match text(matches, "heads") {
        Some(path) => read_heads(&PathBuf::from(path), words)?,
        None => Vec::new(),
    };
    let key = text(matches, "key").map(|key| {
        let digits = key.trim().to_lowercase();
        digits.parse::<Digest>().map(|bytes| bytes.0).map_err(|_| Exit::Usage(words.say("verify-key-unreadable")))
    });
    Ok(Witness { heads, key: key.transpose()? })
}

/// `/journal/heads.json`, as somebody saved it.
fn read_heads(path: &Path, words: &Words) -> Result<Vec<(TenantId, SignedHead)>, Exit> {
    let text = fs::read_to_string(path).map_err(|error| unreadable(path, &error, words))?;
    let kept: Option<KeptHeads> = serde_json::from_str(&text).ok();
    let heads = kept.filter(|kept| kept.form == "glas-journal-head-1").and_then(KeptHeads::understood);
    heads.ok_or_else(|| {
        Exit::Usage(words.tell("verify-heads-unreadable", &[("path", path.display().to_string().into())]))
    })
}

#[derive(Deserialize)]
struct KeptHeads {
    form: String,
    tenant: String,
    heads: Vec<KeptHead>,
}

#[derive(Deserialize)]
struct KeptHead {
    day: String,
    number: i64,
    digest: String,
    at: i64,
    public_key: String,
    signature: String,
}

impl KeptHeads {
    fn understood(self) -> Option<Vec<(TenantId, SignedHead)>> {
        let bytes = |digits: &str| HEXLOWER.decode(digits.as_bytes()).ok();
        let tenant = TenantId(Key(bytes(&self.tenant)?.try_into().ok()?));
        let head = |kept: KeptHead| {
            Some(SignedHead {
                day: kept.day.parse().ok()?,
                head: Head { number: kept.number, digest: kept.digest.parse().ok()? },
                at: Moment(kept.at),
                public_key: bytes(&kept.public_key)?,
                signature: bytes(&kept.signature)?,
            })
        };
        self.heads.into_iter().map(|kept| head(kept).map(|head| (tenant, head))).collect()
    }
}
