//! The program as people and scripts start it: its output, its exit codes, what it leaves on the disk.

mod glas;
mod demo;
mod report;
mod settings;
