//! The report of a study: title page, key figures, who answered, each question, audiences compared, open answers,
//! method sheet, disclaimer (the skeleton of municipal reports, with the parts that they mostly lack).

use super::{Kind, StudyData, chapters, draft, live_figures::StudyFigures};
use crate::Words;
use document::{Cover, CoverParty, Document, FundingSigns, manuscript::Manuscript};
use jiff::civil::Date;
use outreach::{Nature, Part, Project};

/// What the study itself does not know about its report.
#[derive(Debug, Clone)]
pub struct Edition {
    pub date: Date,
    /// The permanent public address, where there is one.
    pub address: Option<String>,
    /// Words that say whose invented data these are, for a report made from files alone.
    pub demonstration: Option<String>,
    pub open_answers: Reading,
}

/// Who read the open answers before they were let into the report; it says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    ByAPerson,
    ByTheProgramAlone,
}

/// The report as Glas proposes it, in the language of `words`: its draft with the numbers put in. The same study and
/// edition always give the same document.
pub fn report(study: &StudyData, words: &Words, edition: Edition) -> Document {
    report_of(Kind::Results, study, words, edition)
}

/// The same for a document of another kind.
pub fn report_of(kind: Kind, study: &StudyData, words: &Words, edition: Edition) -> Document {
    let figures = StudyFigures::new(study, words);
    let manuscript = draft::with_figures(&figures, kind, edition.open_answers).unwrap_or_default();
    printed(&manuscript, kind, &figures, edition)
}

/// A manuscript with its numbers put in, under the title page of its study.
pub fn printed(manuscript: &Manuscript, kind: Kind, figures: &StudyFigures, edition: Edition) -> Document {
    let (study, words) = (figures.study, figures.words);
    let language = words.language();
    let project = study.project.as_ref();
    let demonstration = edition.demonstration.or_else(|| demonstration(project?, words));
    // No address of the manuscript leads to these tables; they stand under how the study was made.
    let mut blocks = manuscript.rendered(language, figures, &draft::phrases(words));
    blocks.extend(chapters::coverage(study, words));
    blocks.extend(super::themes::annex(study, words));
    Document {
        language,
        title: manuscript.told_title(language, figures),
        cover: cover(study, kind, words, edition.date, manuscript.told_summary(language, figures)),
        blocks,
        date: edition.date,
        address: edition.address,
        demonstration,
        disclaimer: project
            .and_then(|project| project.funding.as_ref())
            .map(|funding| funding.disclaimer.say(language).to_owned())
            .filter(|words| !words.is_empty()),
        words: document_words(words),
    }
}

fn demonstration(project: &Project, words: &Words) -> Option<String> {
    match project.nature {
        Nature::Real => None,
        Nature::Demonstration => {
            let place = project.party_with(Part::Partner).map_or(&project.place, |party| &party.name);
            Some(format!("{} · {}", words.say("demonstration-data"), place.say(words.language())))
        }
    }
}

fn cover(study: &StudyData, kind: Kind, words: &Words, date: Date, summary: Option<String>) -> Cover {
    let language = words.language();
    let mut cover = Cover {
        kind: words.say(&format!("cover-kind-{}", kind.code())),
        summary,
        date: words.long_date(date),
        rows: vec![(
            words.say("method-fieldwork"),
            format!("{} – {}", words.date(study.study.fieldwork.first()), words.date(study.study.fieldwork.last())),
        )],
        ..Cover::default()
    };
    let Some(project) = &study.project else { return cover };
    cover.project = Some(project.title.say(language).to_owned());
    cover.parties = project
        .parties
        .iter()
        .map(|one| CoverParty { part: words.say(part_key(one.part)), name: one.party.name.say(language).to_owned() })
        .collect();
    let period = format!("{} – {}", words.date(project.period.first()), words.date(project.period.last()));
    cover.rows.push((words.say("cover-period"), period));
    if let Some(funding) = &project.funding {
        for (key, value) in [
            ("cover-project", funding.project_number.as_str()),
            ("cover-contract", funding.contract.as_str()),
            ("cover-procedure", funding.procedure_number.as_str()),
            ("cover-programme", funding.programme.say(language)),
        ] {
            if !value.is_empty() {
                cover.rows.push((words.say(key), value.to_owned()));
            }
        }
        cover.funding = Some(FundingSigns {
            european_union: funding.european_union,
            signs: funding.signs.iter().map(|sign| sign.say(language).to_owned()).collect(),
            formula: funding.cofinancing.say(language).to_owned(),
        });
    }
    cover
}

fn part_key(part: Part) -> &'static str {
    match part {
        Part::Beneficiary => "part-beneficiary",
        Part::Partner => "part-partner",
        Part::Observer => "part-observer",
    }
}

/// The built-in words of a document.
pub fn document_words(words: &Words) -> document::Words {
    document::Words {
        contents: words.say("document-contents"),
        figure: words.say("document-figure"),
        table: words.say("document-table"),
        annex: words.say("document-annex"),
        question: words.say("document-question"),
        show_table: words.say("document-show-table"),
        chart: words.say("document-chart"),
        of: words.say("document-of"),
        page: words.say("document-page"),
        download: words.say("document-download"),
        flag: words.say("document-flag"),
        interval: words.say("document-interval"),
        diverging: words.say("document-diverging"),
        balance: words.say("document-balance"),
        diverging_note: words.say("document-diverging-note"),
        finding: words.say("document-finding"),
        base: words.say("document-base"),
    }
}
