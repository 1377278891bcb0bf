use crate::text::fold::fold;
use crate::text::pattern::{Pattern, PatternRefusal};

/// The codes of one question, and the little words that turn or part what is said. Published with the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Codebook {
    pub(super) codes: Vec<Code>,
    pub(super) language: Language,
}

/// One theme that answers may mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// What the code is called in tables.
    pub name: String,
    pub patterns: Vec<Pattern>,
    /// What looks like the theme and is not it.
    pub exclusions: Vec<Pattern>,
}

/// The little words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    pub(super) negators: Vec<String>,
    pub(super) breakers: Vec<String>,
}

/// Why something is no codebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodebookRefusal {
    TooManyCodes {
        found: usize,
    },
    /// Two codes of one name, or one called as the queue of what is not coded.
    NameTaken {
        name: String,
    },
    /// A pattern or an exclusion of a code.
    Pattern {
        code: String,
        pattern: String,
        because: PatternRefusal,
    },
    TooManyPatterns {
        code: String,
        found: usize,
    },
}

impl Codebook {
    /// The queue of answers in which nothing was found. They are read by people; they are never „other“.
    pub const UNCODED: &'static str = "UNCODED";
    pub const MOST_CODES: usize = 200;
    pub const MOST_PATTERNS: usize = 200;

    /// # Errors
    /// When there are too many codes or patterns, or two of one name.
    pub fn new(codes: Vec<Code>, language: Language) -> Result<Codebook, CodebookRefusal> {
        if codes.len() > Codebook::MOST_CODES {
            return Err(CodebookRefusal::TooManyCodes { found: codes.len() });
        }
        let mut codes = codes;
        codes.sort_by(|a, b| a.name.cmp(&b.name));
        let twice = codes.windows(2).find_map(|pair| match pair {
            [a, b] if a.name == b.name => Some(a.name.clone()),
            _ => None,
        });
        let reserved = codes.iter().find(|code| code.name == Codebook::UNCODED).map(|code| code.name.clone());
        if let Some(name) = twice.or(reserved) {
            return Err(CodebookRefusal::NameTaken { name });
        }
        let many = codes.iter().find(|code| code.patterns.len() + code.exclusions.len() > Codebook::MOST_PATTERNS);
        if let Some(code) = many {
            let found = code.patterns.len() + code.exclusions.len();
            return Err(CodebookRefusal::TooManyPatterns { code: code.name.clone(), found });
        }
        Ok(Codebook { codes, language })
    }

    /// Sorted by name.
    pub fn codes(&self) -> &[Code] {
        &self.codes
    }
}

impl Code {
    /// # Errors
    /// The first pattern that is none.
    pub fn parse(name: &str, patterns: &[&str], exclusions: &[&str]) -> Result<Code, CodebookRefusal> {
        let parse = |text: &&str| {
            Pattern::parse(text).map_err(|because| CodebookRefusal::Pattern {
                code: name.to_owned(),
                pattern: (*text).to_owned(),
                because,
            })
        };
        Ok(Code {
            name: name.to_owned(),
            patterns: patterns.iter().map(parse).collect::<Result<_, _>>()?,
            exclusions: exclusions.iter().map(parse).collect::<Result<_, _>>()?,
        })
    }
}

impl Language {
    /// Words that deny what follows within three words, and words at which a new thought begins.
    pub fn new(negators: &[&str], breakers: &[&str]) -> Language {
        let folded = |words: &[&str]| words.iter().map(|word| fold(word)).collect();
        Language { negators: folded(negators), breakers: folded(breakers) }
    }

    pub fn bulgarian() -> Language {
        Language::new(
            &["без", "липсва", "липсват", "не", "никак", "никога", "нито", "няма", "нямам", "нямат", "нямаше"],
            &["ама", "въпреки", "докато", "но", "обаче"],
        )
    }
}
