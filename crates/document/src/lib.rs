//! The one model of every document: title page, blocks, figures with their charts, tables, words. What it holds is
//! already in its language and ready to be shown; from the same value come the page, the SVG file and the printed report.
//! Nothing here reads a clock, a file or a database.

mod address;
mod block;
pub mod chart;
mod cover;
pub mod csv;
mod document;
mod escape;
mod figure;
pub mod flag;
mod form;
mod format;
pub mod html;
mod inline;
pub mod manuscript;
pub mod markdown;
pub mod palette;
mod picture;
mod places;
pub mod post;
mod refusal;
pub mod svg;
mod table;
mod told_table;
mod tone;

pub use address::Address;
pub use block::{Annex, Block, KeyFigure, Notice, NoticeKind, Quotation};
pub use chart::Chart;
pub use cover::{Cover, CoverParty, FundingSigns};
pub use document::{Document, Words};
pub use escape::escaped;
pub use figure::{Download, Figure};
pub use form::{Form, FormBattery, FormCopy, FormOption, FormPart, FormQuestion, FormRow, FormWords, Run, Space};
pub use format::Format;
pub use inline::Inline;
pub use picture::{Picture, Postcard, PostcardFunding, Shows};
pub use places::{Places, Target};
pub use refusal::Refusal;
pub use table::{Align, Cell, Column, Row, RowKind, Table};
pub use told_table::{ToldTable, told_tables};
pub use tone::Tone;
