//! Files that people attach to what they write: looked into, never believed. Whatever noun they belong to, they come in
//! here, and what comes out may be kept.

mod kind;
mod name;
mod picture;

pub use kind::Kind;
pub use name::plain_name;

use base::{Argument, Explain};

/// Bytes.
pub const LARGEST: usize = 20_000_000;
/// On one thing.
pub const MOST: usize = 20;

/// A file as it may be kept: of a known kind, with a plain name, a picture made anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    pub name: String,
    pub kind: Kind,
    pub bytes: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Not among the kinds of files that may be attached, or not what its name says.
    KindRefused {
        name: String,
    },
    /// In megabytes.
    TooLarge {
        most: usize,
    },
    Empty,
    TooMany {
        most: usize,
    },
    /// It begins like a picture and is none.
    PictureUnreadable {
        name: String,
    },
    /// In millions of points.
    PictureTooLarge {
        most: u32,
    },
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::KindRefused { .. } => "file-kind-refused",
            Trouble::TooLarge { .. } => "file-too-large",
            Trouble::Empty => "file-empty",
            Trouble::TooMany { .. } => "too-many-files",
            Trouble::PictureUnreadable { .. } => "picture-unreadable",
            Trouble::PictureTooLarge { .. } => "picture-too-large",
        }
    }

    fn field(&self) -> Option<String> {
        Some("file".to_owned())
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Trouble::KindRefused { name } | Trouble::PictureUnreadable { name } => {
                vec![("name", name.clone().into())]
            }
            Trouble::TooLarge { most } | Trouble::TooMany { most } => vec![("most", (*most).into())],
            Trouble::PictureTooLarge { most } => vec![("most", i64::from(*most).into())],
            Trouble::Empty => Vec::new(),
        }
    }
}

/// Looks into a file that somebody sent under this name. A picture is decoded within bounds and encoded anew, so that only
/// what can be seen of it is kept: no place, no camera, nothing behind its end. It may take a second of work.
///
/// # Errors
/// What is wrong with the file.
pub fn accept(name: &str, bytes: Vec<u8>) -> Result<Accepted, Trouble> {
    accept_within(name, bytes, None)
}

/// [`accept`]; a picture with more points than so many in one direction is made smaller.
///
/// # Errors
/// As for [`accept`].
pub fn accept_within(name: &str, bytes: Vec<u8>, longest_side: Option<u32>) -> Result<Accepted, Trouble> {
    if bytes.is_empty() {
        return Err(Trouble::Empty);
    }
    let too_large = Trouble::TooLarge { most: LARGEST / 1_000_000 };
    if bytes.len() > LARGEST {
        return Err(too_large);
    }
    let name = plain_name(name);
    let kind = Kind::of(&name, &bytes).ok_or_else(|| Trouble::KindRefused { name: name.clone() })?;
    let bytes = match kind.picture() {
        Some(format) => picture::made_anew(format, &bytes, &name, longest_side)?,
        None => bytes,
    };
    if bytes.len() > LARGEST { Err(too_large) } else { Ok(Accepted { name, kind, bytes }) }
}

#[cfg(test)]
mod tests;
