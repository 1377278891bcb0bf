use base::FileDigest;

/// What a question for files takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileShape {
    /// Pictures and nothing else.
    pub pictures: bool,
    /// So many on one answer, from one to [`FileShape::MOST`].
    pub most: u32,
}

impl FileShape {
    /// No question takes more files.
    pub const MOST: u32 = 5;
    /// The largest document, in bytes.
    pub const LARGEST: usize = 5_000_000;
    /// The largest picture as it is sent, in bytes: what a telephone makes. What is kept of it is smaller.
    pub const LARGEST_PICTURE: usize = 10_000_000;

    /// One file of any kind.
    pub fn file() -> FileShape {
        FileShape { pictures: false, most: 1 }
    }

    /// One picture.
    pub fn photo() -> FileShape {
        FileShape { pictures: true, most: 1 }
    }
}

/// A file on an answer: what it is. Its bytes lie apart, under their digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedFile {
    pub file: FileDigest,
    pub media_type: String,
    pub bytes: u64,
    /// As the person's own device called it, and known only until the answers are sent: a name may tell who somebody is, or
    /// the second in which a picture was taken.
    pub name: Option<String>,
}

/// Why a file that somebody sent was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileProblem {
    pub why: WhyNot,
    pub name: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNot {
    /// Not among the kinds of files that are taken, or not what its name says.
    Kind,
    NotAPicture,
    TooLarge,
    /// A picture of too many points.
    TooManyPoints,
    Empty,
    /// It begins like a picture and is none.
    Unreadable,
    /// All files of the study together are as large as they may be.
    NoRoom,
    /// It was kept too long ago, or not here.
    Gone,
    /// More than the question takes.
    TooMany,
}

impl WhyNot {
    pub const ALL: [WhyNot; 9] = [
        WhyNot::Kind,
        WhyNot::NotAPicture,
        WhyNot::TooLarge,
        WhyNot::TooManyPoints,
        WhyNot::Empty,
        WhyNot::Unreadable,
        WhyNot::NoRoom,
        WhyNot::Gone,
        WhyNot::TooMany,
    ];

    pub fn code(self) -> &'static str {
        match self {
            WhyNot::Kind => "kind",
            WhyNot::NotAPicture => "not-a-picture",
            WhyNot::TooLarge => "too-large",
            WhyNot::TooManyPoints => "too-many-points",
            WhyNot::Empty => "empty",
            WhyNot::Unreadable => "unreadable",
            WhyNot::NoRoom => "no-room",
            WhyNot::Gone => "gone",
            WhyNot::TooMany => "too-many",
        }
    }
}

impl AttachedFile {
    /// Twelve digits by which the file is found among those of a study, in place of a name.
    pub fn mark(&self) -> String {
        self.file.to_string().chars().take(12).collect()
    }

    /// As it is kept for good: without the name.
    pub fn nameless(self) -> AttachedFile {
        AttachedFile { name: None, ..self }
    }

    /// `DIGEST image/jpeg 120034 IMG_1.jpg`: one value of the field of its question.
    pub fn to_field(&self) -> String {
        let name = self.name.as_deref().map(|name| format!(" {name}")).unwrap_or_default();
        format!("{} {} {}{name}", self.file, self.media_type, self.bytes)
    }

    /// What [`AttachedFile::to_field`] wrote. Whoever takes values from a stranger has to know that they are ours.
    pub fn from_field(value: &str) -> Option<AttachedFile> {
        let mut parts = value.splitn(4, ' ');
        let file = parts.next()?.parse().ok()?;
        let media_type = parts.next().filter(|media_type| media_type.contains('/'))?.to_owned();
        let bytes = parts.next()?.parse().ok()?;
        let name = parts.next().map(str::to_owned).filter(|name| !name.is_empty());
        Some(AttachedFile { file, media_type, bytes, name })
    }
}

impl FileProblem {
    /// `!too-large IMG_1.jpg`: in the field of the question, where the file would stand.
    pub fn to_field(&self) -> String {
        format!("!{} {}", self.why.code(), self.name)
    }

    pub fn from_field(value: &str) -> Option<FileProblem> {
        let (code, name) = value.strip_prefix('!')?.split_once(' ').unwrap_or((value.strip_prefix('!')?, ""));
        let why = WhyNot::ALL.into_iter().find(|why| why.code() == code)?;
        Some(FileProblem { why, name: name.to_owned() })
    }
}
