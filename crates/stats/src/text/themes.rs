use std::collections::BTreeMap;

use crate::share::Share;
use crate::text::codebook::Codebook;
use crate::text::coder::Coded;

/// What so many people wrote about. The base is who wrote something, not everybody asked, and there is no interval:
/// whoever writes has chosen to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Themes {
    /// Who wrote something.
    pub writers: u64,
    /// In how many answers nothing was found; they wait to be read.
    pub uncoded: u64,
    /// Most mentioned first, then by name.
    pub themes: Vec<Theme>,
}

/// One code over all answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    pub code: String,
    /// Of those who wrote something, who spoke of it, denied or not.
    pub mentioned: Share,
    /// How many of them only denied it.
    pub negated: u64,
}

impl Themes {
    /// Themes with fewer mentions stand together in a list, without figures.
    pub const FEWEST_MENTIONS: u64 = 3;
    /// Groups with fewer writers are not held against each other.
    pub const FEWEST_WRITERS: u64 = 30;

    pub fn of<'a>(codebook: &Codebook, answers: impl IntoIterator<Item = &'a Coded>) -> Themes {
        let mut counts: BTreeMap<&str, (u64, u64)> =
            codebook.codes().iter().map(|code| (code.name.as_str(), (0, 0))).collect();
        let (mut writers, mut uncoded) = (0u64, 0u64);
        for answer in answers.into_iter().filter(|answer| !answer.is_blank()) {
            writers += 1;
            uncoded += u64::from(answer.is_uncoded());
            for mention in &answer.mentions {
                if let Some((mentioned, negated)) = counts.get_mut(mention.code.as_str()) {
                    *mentioned += 1;
                    *negated += u64::from(mention.negated);
                }
            }
        }
        let theme = |(code, (mentioned, negated)): (&str, (u64, u64))| {
            Some(Theme { code: code.to_owned(), mentioned: Share::new(mentioned, writers)?, negated })
        };
        let mut themes: Vec<Theme> = counts.into_iter().filter_map(theme).collect();
        themes.sort_by(|a, b| b.mentioned.part().cmp(&a.mentioned.part()).then_with(|| a.code.cmp(&b.code)));
        Themes { writers, uncoded, themes }
    }

    /// Whether two groups may be held against each other.
    pub fn is_comparable_with(&self, other: &Themes) -> bool {
        self.writers.min(other.writers) >= Themes::FEWEST_WRITERS
    }

    /// The themes that get a figure, and those that are only named.
    pub fn split(&self) -> (&[Theme], &[Theme]) {
        let often = self.themes.partition_point(|theme| theme.mentioned.part() >= Themes::FEWEST_MENTIONS);
        self.themes.split_at(often)
    }
}
