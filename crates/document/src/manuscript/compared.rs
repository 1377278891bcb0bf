use super::{Body, Manuscript, NumberAddress, Part, PartId, Wording};
use base::Language;
use similar::{Algorithm, DiffOp, DiffTag};
use std::collections::{BTreeMap, BTreeSet};

/// Longer texts than this are told as taken out and put in whole, in words.
const MOST_WORDS: usize = 4000;

/// What is different in the later of two states of a manuscript, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    Added { part: PartId, words: String },
    Removed { part: PartId, words: String },
    Moved { part: PartId },
    Changed { part: PartId, runs: Vec<Run> },
}

/// Words that stayed, went or came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub kind: RunKind,
    pub words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunKind {
    Same,
    Gone,
    New,
}

/// A number of both states, or of one of them, with the words that it had there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberDifference {
    pub address: NumberAddress,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// The differences as text, with the numbers that were kept; and those of the numbers alone.
pub fn compared(
    before: &Manuscript,
    after: &Manuscript,
    language: Language,
) -> (Vec<Difference>, Vec<NumberDifference>) {
    (parts(before, after, language), numbers(before, after, language))
}

fn parts(before: &Manuscript, after: &Manuscript, language: Language) -> Vec<Difference> {
    let told = |part: &Part| words_of(&part.body, language);
    let ids = |whole: &Manuscript| whole.parts().iter().map(|part| part.id).collect::<Vec<_>>();
    let stayed = stayed(&ids(before), &ids(after));
    let mut differences = Vec::new();
    let gone = before.parts().iter().filter(|part| after.part(part.id).is_none());
    differences.extend(gone.map(|part| Difference::Removed { part: part.id, words: told(part) }));
    for part in after.parts() {
        let Some(earlier) = before.part(part.id) else {
            differences.push(Difference::Added { part: part.id, words: told(part) });
            continue;
        };
        if !stayed.contains(&part.id) {
            differences.push(Difference::Moved { part: part.id });
        }
        let (earlier, now) = (told(earlier), told(part));
        if earlier != now {
            differences.push(Difference::Changed { part: part.id, runs: words_compared(&earlier, &now) });
        }
    }
    differences
}

/// The parts that keep their place among each other.
fn stayed(before: &[PartId], after: &[PartId]) -> Vec<PartId> {
    let here: Vec<PartId> = before.iter().filter(|id| after.contains(id)).copied().collect();
    let there: Vec<PartId> = after.iter().filter(|id| before.contains(id)).copied().collect();
    let same = similar::capture_diff_slices(Algorithm::Myers, &here, &there);
    let same = same.iter().filter(|step| step.tag() == DiffTag::Equal).map(DiffOp::old_range);
    same.flat_map(|range| here.get(range).unwrap_or_default().to_vec()).collect()
}

/// Two texts, word for word.
pub fn words_compared(before: &str, after: &str) -> Vec<Run> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive(' ').collect(), after.split_inclusive(' ').collect());
    let run = |kind: RunKind, words: &[&str]| Run { kind, words: words.concat() };
    if old.len() > MOST_WORDS || new.len() > MOST_WORDS {
        return vec![run(RunKind::Gone, &old), run(RunKind::New, &new)];
    }
    let mut runs = Vec::new();
    for step in similar::capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (gone, new) = (old.get(step.old_range()), new.get(step.new_range()));
        let (gone, new) = (gone.unwrap_or_default(), new.unwrap_or_default());
        match step.tag() {
            DiffTag::Equal => runs.push(run(RunKind::Same, new)),
            DiffTag::Delete | DiffTag::Insert | DiffTag::Replace => {
                runs.extend((!gone.is_empty()).then(|| run(RunKind::Gone, gone)));
                runs.extend((!new.is_empty()).then(|| run(RunKind::New, new)));
            }
        }
    }
    runs
}

/// The words of a part as they were read, and the address of what it asks for.
fn words_of(body: &Body, language: Language) -> String {
    match body {
        Body::Figure(address) | Body::Table(address) | Body::Quotations(address) => format!("[{address}]"),
        Body::Heading { .. }
        | Body::Prose(_)
        | Body::KeyNumbers(_)
        | Body::Finding { .. }
        | Body::Recommendation { .. }
        | Body::MethodSheet(_)
        | Body::Annex { .. }
        | Body::Notice { .. } => {
            let texts = body.wordings().into_iter().filter_map(|words| words.say(language));
            texts.map(super::Written::told).collect::<Vec<_>>().join("\n")
        }
    }
}

/// Those of a part that both states have, and those that one of them alone asks for.
fn numbers(before: &Manuscript, after: &Manuscript, language: Language) -> Vec<NumberDifference> {
    let (before, after) = (kept(before, language), kept(after, language));
    let addresses = |kept: &Kept<'_>| kept.keys().map(|(_, address)| (*address).clone()).collect::<BTreeSet<_>>();
    let (asked_before, asked_after) = (addresses(&before), addresses(&after));
    let mut differences: BTreeSet<(&NumberAddress, Option<&str>, Option<&str>)> = BTreeSet::new();
    for ((part, address), was) in &before {
        let now = after.get(&(*part, *address));
        if now.is_some_and(|now| now != was) {
            differences.insert((address, Some(was), now.copied()));
        }
        if !asked_after.contains(*address) {
            differences.insert((address, Some(was), None));
        }
    }
    for ((_, address), now) in &after {
        if !asked_before.contains(*address) {
            differences.insert((address, None, Some(now)));
        }
    }
    let told = differences.into_iter().map(|(address, before, after)| NumberDifference {
        address: address.clone(),
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
    });
    told.collect()
}

type Kept<'a> = BTreeMap<(Option<PartId>, &'a NumberAddress), &'a str>;

fn kept(whole: &Manuscript, language: Language) -> Kept<'_> {
    let written = whole.wordings().filter_map(|(part, words): (_, &Wording)| Some((part, words.say(language)?)));
    let numbers = written.flat_map(|(part, written)| {
        written.kept().iter().map(move |(address, value)| ((part, address), value.as_str()))
    });
    numbers.collect()
}
