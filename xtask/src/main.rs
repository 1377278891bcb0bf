//! What people do around the code.

fn main() {}
