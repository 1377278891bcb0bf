//! The suite of `survey`: tables of cases, properties, and the files of others where they are at hand.

mod examples;
mod samples;
mod workbook;
mod xlsform;
