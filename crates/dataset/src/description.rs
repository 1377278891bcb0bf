use crate::Licence;
use base::{Language, Text};
use jiff::civil::Date;

/// How a data set came to be: what a stranger must know before computing with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Description {
    /// Small letters, digits and `-`; also the beginning of the names of files.
    pub identifier: String,
    /// The page that tells of it.
    pub address: Option<String>,
    pub title: Text,
    /// Why people were asked.
    pub purpose: Text,
    /// Who was asked.
    pub population: Text,
    /// How those who answered got in.
    pub admission: Text,
    /// How answers were given, and how many each way.
    pub modes: Text,
    pub first: Date,
    pub last: Date,
    pub producers: Vec<Text>,
    pub contact: Option<String>,
    /// Who paid.
    pub funding: Option<Text>,
    pub weighting: Text,
    /// What was left out or made coarser, and why.
    pub exclusions: Vec<Text>,
    /// How to name the data set as a source.
    pub citation: Text,
    pub licence: Licence,
    pub version: u32,
    pub published: Date,
    /// Further rows of the method sheet.
    pub method: Vec<Told>,
    /// That everything is invented, or whose official view this is not.
    pub notices: Vec<Text>,
    /// The language of the words where a format has room for one only.
    pub language: Language,
}

/// A term and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub term: Text,
    pub words: Text,
}
