use crate::{
    data,
    paper::{Paper, Template},
    pdf::{Printed, day, written},
};
use anyhow::{Context, ensure};
use document::{Form, FormCopy};

/// Typesets a questionnaire to be filled in by hand as PDF/A-2a and PDF/UA-1 in one, once for each of its copies. Each copy
/// begins on a leaf of its own, printed on one side or on both.
///
/// # Errors
/// A fault of the template or of Typst, never of the form's words.
pub fn form(form: &Form) -> Result<Printed, anyhow::Error> {
    let midnight = day(form.date)?;
    let set = |copies: &[FormCopy], length: Length| {
        Paper::new(Template::Form, data::of_form(form, copies, length)?, Some(midnight)).pages()
    };
    // One copy alone tells how many pages each has.
    let one = set(form.copies.get(..1).unwrap_or_default(), Length::UNKNOWN)?;
    let length = Length::of(u32::try_from(one.pages().len())?, form.copies.len() > 1);
    let pages = set(&form.copies, length)?;
    let expected = usize::try_from(length.pages)? * form.copies.len().max(1);
    ensure!(pages.pages().len() == expected, "{} pages where {expected} were expected", pages.pages().len());
    let first = form.copies.first().map(|copy| copy.code.as_str()).unwrap_or_default();
    let last = form.copies.last().map(|copy| copy.code.as_str()).unwrap_or_default();
    let ident = format!("{}\n{}\n{first}\n{last}", form.title, form.version);
    let bytes = written(&pages, ident, midnight);
    // What was remembered for this form helps no other one.
    comemo::evict(0);
    Ok(Printed { bytes: bytes.context("a form")?, pages: u64::try_from(expected)? })
}

/// How long each copy is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Length {
    /// With the empty one at the end, where there is one.
    pub pages: u32,
    /// Without it.
    pub written: u32,
}

impl Length {
    /// As long as no page of the one copy begins another.
    const UNKNOWN: Length = Length { pages: 100_000, written: 100_000 };

    fn of(written: u32, are_several: bool) -> Length {
        Length { pages: if are_several { written.next_multiple_of(2) } else { written }, written }
    }

    pub fn is_padded(self) -> bool {
        self.pages > self.written
    }
}
