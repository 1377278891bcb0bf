//! Questionnaires, logic and journey, answers, studies; the formats of others.
//!
//! A [`Questionnaire`] is a frozen version: imported once, never edited. Answers are checked against it, and the
//! [`Journey`] through it is computed from the answers whenever it is needed, never stored. Everything that comes from
//! outside — workbooks, files of answers, typed forms — is bounded, refused with its place, and never a cause to panic.

mod choice_filter;
mod code;
mod kind;
mod piping;
mod question;
mod questionnaire;
mod rounds;
mod scale;
mod search;

pub mod expression;

mod answer;
mod attached;
mod outcome;
mod response;

pub mod entry;
mod journey;
mod order;
mod pace;
mod page;

mod audience;
mod population;
mod quota;
mod sheet_code;
mod study;
mod theme;

mod condition;
pub mod edit;
mod item_bank;
mod shortcomings;
mod templates;

mod located;
mod mirrored;
mod nearest;
mod refusal;
mod tongues;

pub mod answer_sheet;
pub mod answers_csv;
pub mod archive;
pub mod limesurvey;
pub mod lint;
pub mod place_list;
mod questionnaire_file;
pub mod redaction;
pub mod response_json;
pub mod source;
pub mod surveyjs;
pub mod xlsform;

pub use answer::{Answer, Answers, Point};
pub use attached::{AttachedFile, FileProblem, FileShape, WhyNot};
pub use audience::{Admission, Audience, CollectionClass};
pub use choice_filter::ChoiceFilter;
pub use code::{GroupCode, OptionCode, QuestionCode, ScaleCode, UnreadableCode};
pub use condition::{Claim, Condition, ConditionRefusal, Join, Test};
pub use expression::{Context, Expression, ExpressionProblem, Surroundings, Value};
pub use item_bank::item_bank;
pub use journey::{Journey, Progress};
pub use kind::{Bounds, Look, QuestionKind, TextForm, TextShape, Ticks};
pub use located::Located;
pub use mirrored::{Difference, Mirrored, mirrored};
pub use nearest::nearest;
pub use order::Seed;
pub use outcome::{Missing, Outcome};
pub use pace::{Band, reading_seconds};
pub use page::{Block, Page};
pub use piping::{Piece, pieces, piped, unpiped};
pub use population::{Margin, Measure, Population, SamplingFrame};
pub use question::{Constraint, Earlier, Question, Requirement};
pub use questionnaire::{Group, GroupLayout, Item, Questionnaire, Repeated};
pub use questionnaire_file::QuestionnaireFile;
pub use quota::{Quota, QuotaStanding};
pub use refusal::Refusal;
pub use response::{Mode, Response};
pub use scale::{Scale, ScaleOption, Standing};
pub use search::{Found, MOST_MATCHES};
pub use sheet_code::{SheetCode, UnreadableSheetCode};
pub use shortcomings::{Lack, Shortcoming, Spot, shortcomings};
pub use study::{Fieldwork, ResultsPolicy, Stage, Study};
pub use templates::templates;
pub use theme::{Theme, ThemeList, ThemedQuestion};
