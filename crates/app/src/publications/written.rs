use super::{Trouble, suggested_address};
use crate::{Failure, Refusal};
use base::Text;
use outreach::{PublicationKind, Slug};

/// A publication as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    pub kind: String,
    /// Empty: suggested from the title.
    pub slug: String,
    pub title: String,
    pub title_en: String,
    pub summary: String,
    pub summary_en: String,
    pub body: String,
    pub body_en: String,
}

/// The same, understood; lengths and the marks in the text are checked where it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    pub kind: PublicationKind,
    pub slug: Slug,
    pub title: Text,
    pub summary: Text,
    pub body: Text,
}

impl Written {
    /// # Errors
    /// An address that cannot be one, a title that is not there: both at once.
    pub fn read(&self) -> Result<Understood, Failure> {
        let mut refusals: Vec<Refusal> = Vec::new();
        let title = text(&self.title, &self.title_en);
        if title.is_empty() {
            refusals.push(Trouble::TitleMissing.into());
        }
        let typed = self.slug.trim();
        let slug = if typed.is_empty() {
            suggested_address(&self.title).ok_or(())
        } else {
            Slug::parse(typed).map_err(|refusal| refusals.push(refusal.into()))
        };
        if slug.is_err() && typed.is_empty() && !title.is_empty() {
            refusals.push(outreach::Refusal::SlugUnreadable { text: String::new() }.into());
        }
        match slug {
            Ok(slug) if refusals.is_empty() => Ok(Understood {
                kind: PublicationKind::from_code(&self.kind).unwrap_or(PublicationKind::News),
                slug,
                title,
                summary: text(&self.summary, &self.summary_en),
                body: text(&self.body, &self.body_en),
            }),
            Ok(_) | Err(()) => Err(Failure::Refused(refusals)),
        }
    }
}

/// English only where there is some; one kind of line end.
fn text(bulgarian: &str, english: &str) -> Text {
    let lines = |words: &str| words.replace("\r\n", "\n").trim().to_owned();
    let english = lines(english);
    Text::both(lines(bulgarian), (!english.is_empty()).then_some(english))
}
