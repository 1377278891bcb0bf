//! The classes of faults that programs of this kind have had, S1 to S21: each is looked for by a test that is named for it.
//! Where a class belongs to a dialogue, its test stands among the others of that dialogue.

mod clocks;
