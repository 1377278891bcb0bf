//! From files and answers to figures and the report: what a reader is told, in both languages.

mod example;
mod figures;
mod report;
