//! The program `glas`.

fn main() {}
