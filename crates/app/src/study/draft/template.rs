//! What each kind of document consists of: sections in their order, and the rules that fill them. A kind is a table here
//! and words in the locale files, and nothing else.

use crate::study::Kind;

/// One section under its heading, or a chapter that brings its headings along.
#[derive(Debug, Clone, Copy)]
pub struct Section {
    /// Part of public addresses, and the name under which the locale files hold what the author is told:
    /// `guide-KIND-ANCHOR`.
    pub anchor: &'static str,
    pub heading: Heading,
    pub rules: &'static [Rule],
    /// Stands there even where no rule fills it: somebody has to write it.
    pub is_frame: bool,
}

#[derive(Debug, Clone, Copy)]
pub enum Heading {
    /// Level, and the key of its words.
    Of(u8, &'static str),
    Annex(&'static str),
    /// The rules bring their own.
    None,
}

/// What fills a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// A paragraph under this key.
    Said(&'static str),
    Purpose,
    KeyNumbers,
    Findings,
    Caution,
    WhoAnswered,
    /// A chapter for each audience.
    Questions,
    Compared,
    /// What changed since the same was asked before.
    Waves,
    Limits,
    OpenAnswers,
    MethodSheet,
    /// Questions that two audiences were asked alike, with the difference where there is one to tell.
    Gaps,
    /// Importance beside performance.
    Priorities,
    /// What more than half value, the whole interval above it.
    Strengths,
    /// What fewer than half value, the whole interval below it.
    Weaknesses,
    /// What many cannot judge: there is something to tell them.
    Opportunities,
    /// The figures of questions of this dimension.
    Dimension(&'static str),
    Obstacles,
    /// Findings with how sure they are.
    Conclusions,
}

const fn section(anchor: &'static str, key: &'static str, rules: &'static [Rule]) -> Section {
    Section { anchor, heading: Heading::Of(2, key), rules, is_frame: false }
}

const fn frame(anchor: &'static str, key: &'static str, rules: &'static [Rule]) -> Section {
    Section { anchor, heading: Heading::Of(2, key), rules, is_frame: true }
}

const fn part(anchor: &'static str, key: &'static str, rules: &'static [Rule]) -> Section {
    Section { anchor, heading: Heading::Of(3, key), rules, is_frame: true }
}

const fn chapter(rules: &'static [Rule]) -> Section {
    Section { anchor: "", heading: Heading::None, rules, is_frame: false }
}

const METHOD: Section = section("method", "report-method", &[Rule::Said("report-method-lede"), Rule::MethodSheet]);
const METHOD_ANNEX: Section = Section {
    anchor: "method",
    heading: Heading::Annex("report-method"),
    rules: &[Rule::MethodSheet],
    is_frame: false,
};

const RESULTS: &[Section] = &[
    section("summary", "report-summary", &[Rule::Purpose, Rule::KeyNumbers, Rule::Findings, Rule::Caution]),
    chapter(&[Rule::WhoAnswered, Rule::Questions, Rule::Compared, Rule::Waves, Rule::Limits, Rule::OpenAnswers]),
    METHOD,
];

const ANALYSIS: &[Section] = &[
    section("summary", "report-summary", &[Rule::Purpose, Rule::KeyNumbers, Rule::Caution]),
    section("gaps", "template-gaps", &[Rule::Gaps]),
    chapter(&[Rule::Waves]),
    section("priorities", "template-priorities", &[Rule::Priorities]),
    frame("swot", "template-swot", &[Rule::Said("template-swot-lede")]),
    part("strengths", "template-strengths", &[Rule::Strengths]),
    part("weaknesses", "template-weaknesses", &[Rule::Weaknesses]),
    part("opportunities", "template-opportunities", &[Rule::Opportunities]),
    part("threats", "template-threats", &[]),
    frame("levels", "template-levels", &[Rule::Said("template-levels-lede"), Rule::Said("template-levels-table")]),
    part("channels", "template-channels", &[]),
    part("environment", "template-environment", &[Rule::Dimension("среда")]),
    part("practices", "template-practices", &[Rule::Dimension("практики")]),
    part("effect", "template-effect", &[Rule::Dimension("ефект")]),
    frame("obstacles", "template-obstacles", &[Rule::Obstacles]),
    section("conclusions", "template-conclusions", &[Rule::Conclusions]),
    frame("recommendations", "template-recommendations", &[]),
    chapter(&[Rule::Limits]),
    METHOD,
];

/// Art. 24 of the Ordinance on Administrative Service; the sections are those of published reports.
const ANNUAL: &[Section] = &[
    section("introduction", "template-introduction", &[Rule::Said("template-annual-basis"), Rule::Purpose]),
    frame("organisation", "template-organisation", &[]),
    section("methods", "template-methods", &[Rule::Said("template-annual-methods")]),
    section("survey", "template-survey", &[Rule::KeyNumbers, Rule::Findings, Rule::Caution]),
    chapter(&[Rule::WhoAnswered, Rule::Questions, Rule::Compared, Rule::Waves, Rule::OpenAnswers]),
    frame("signals", "template-signals", &[]),
    frame("other-methods", "template-other-methods", &[]),
    section("conclusions", "template-conclusions", &[Rule::Conclusions]),
    frame("measures", "template-measures", &[]),
    chapter(&[Rule::Limits]),
    METHOD,
];

const SUMMARY: &[Section] = &[
    section("summary", "report-summary", &[Rule::Purpose, Rule::KeyNumbers, Rule::Findings, Rule::Caution]),
    METHOD_ANNEX,
];

const METHODOLOGY: &[Section] = &[
    frame("goal", "template-goal", &[Rule::Purpose]),
    frame("subject", "template-subject", &[]),
    frame("indicators", "template-indicators", &[]),
    frame("instruments", "template-instruments", &[]),
    frame("sampling", "template-sampling", &[]),
    frame("fieldwork", "template-fieldwork", &[]),
    frame("processing", "template-processing", &[Rule::Said("template-processing-words")]),
    frame("publicity", "template-publicity", &[]),
    frame("roles", "template-roles", &[]),
    METHOD_ANNEX,
];

const IMPACT: &[Section] = &[
    frame("problem", "template-problem", &[]),
    frame("goals", "template-goals", &[]),
    frame("logic", "template-logic", &[]),
    frame("indicators", "template-indicators", &[]),
    section("data", "template-data", &[Rule::KeyNumbers, Rule::Findings, Rule::Caution]),
    frame("changes", "template-changes", &[]),
    chapter(&[Rule::Waves]),
    frame("contribution", "template-contribution", &[Rule::Said("template-contribution-words")]),
    section("conclusions", "template-conclusions", &[Rule::Conclusions]),
    frame("recommendations", "template-recommendations", &[]),
    chapter(&[Rule::Limits]),
    METHOD_ANNEX,
];

const LETTER: &[Section] = &[
    frame("occasion", "template-occasion", &[Rule::Purpose, Rule::KeyNumbers]),
    section("conclusions", "template-found", &[Rule::Conclusions]),
    frame("recommendations", "template-recommendations", &[]),
    frame("request", "template-request", &[]),
    METHOD_ANNEX,
];

/// The sections of a kind, in their order.
pub fn sections(kind: Kind) -> &'static [Section] {
    match kind {
        Kind::Results => RESULTS,
        Kind::Analysis => ANALYSIS,
        Kind::Annual => ANNUAL,
        Kind::Summary => SUMMARY,
        Kind::Methodology => METHODOLOGY,
        Kind::Impact => IMPACT,
        Kind::Letter => LETTER,
    }
}
