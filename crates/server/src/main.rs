//! The program `glas`.

#![cfg_attr(not(test), expect(dead_code, reason = "the commands arrive with the rooms that they run"))]

mod chance;
mod clock;
mod command_line;
mod exit;
mod logging;
mod output;
mod settings;

fn main() {}
