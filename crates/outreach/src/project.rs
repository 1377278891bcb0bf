use crate::{Activity, Funding, Refusal};
use base::{Digest, Fields, Party, ProjectId, Text};
use jiff::civil::Date;

/// A project: who does what for whom, with whose money, until when, and how far it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Project {
    pub id: ProjectId,
    /// The last part of its address: `perushtitsa`.
    pub slug: Slug,
    /// The short name in the page head, beside the mark: „Перущица“.
    pub place: Text,
    pub title: Text,
    /// One or two sentences under the title.
    pub summary: Text,
    /// The words of the page, as paragraphs.
    pub story: Vec<Text>,
    pub goal: Text,
    pub nature: Nature,
    pub parties: Vec<Participation>,
    pub funding: Option<Funding>,
    pub period: Period,
    /// In the order in which they happen.
    pub activities: Vec<Activity>,
    pub links: Vec<Link>,
    pub published: Date,
    pub updated: Date,
}

impl Project {
    pub fn party_with(&self, part: Part) -> Option<&Party> {
        self.parties.iter().find(|participation| participation.part == part).map(|participation| &participation.party)
    }
}

impl Project {
    /// Of everything that the project's page says by itself, for the journal.
    ///
    /// The [`Fields`] of `glas-project-1` are: key and address; place, title, summary and goal; story, as a number of texts
    /// and the texts; nature; number of parties, and of each its part and its key; funding, see [`Funding`], or missing; first
    /// and last day; number of activities, and of each title, description, progress and the day or missing; number of
    /// links, and of each title and address; the day of publication. The day of the last change is left out.
    pub fn digest(&self) -> Digest {
        let fields = Fields::of("glas-project-1").bytes(&self.id.0.0).text(self.slug.as_str());
        let fields = [&self.place, &self.title, &self.summary, &self.goal].into_iter().fold(fields, Fields::words);
        let fields = self.story.iter().fold(fields.count(self.story.len()), Fields::words).text(self.nature.code());
        let fields = self.parties.iter().fold(fields.count(self.parties.len()), |fields, one| {
            fields.text(one.part.code()).bytes(&one.party.id.0.0)
        });
        let fields = match &self.funding {
            Some(funding) => funding.told(fields),
            None => fields.optional(None),
        };
        let fields = fields.text(&self.period.first.to_string()).text(&self.period.last.to_string());
        let fields = self.activities.iter().fold(fields.count(self.activities.len()), |fields, one| one.told(fields));
        let fields = self
            .links
            .iter()
            .fold(fields.count(self.links.len()), |fields, one| fields.words(&one.title).text(&one.address));
        fields.text(&self.published.to_string()).digest()
    }
}

/// Facts, or a plainly invented demonstration that must say so wherever it shows and may not be indexed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    Real,
    Demonstration,
}

impl Nature {
    pub fn code(self) -> &'static str {
        match self {
            Nature::Real => "real",
            Nature::Demonstration => "demonstration",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participation {
    pub part: Part,
    pub party: Party,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Beneficiary,
    Partner,
    Observer,
}

impl Part {
    pub fn code(self) -> &'static str {
        match self {
            Part::Beneficiary => "beneficiary",
            Part::Partner => "partner",
            Part::Observer => "observer",
        }
    }
}

/// First and last day, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    first: Date,
    last: Date,
}

impl Period {
    /// # Errors
    /// [`Refusal::PeriodEndsBeforeItBegins`] when `last` comes before `first`.
    pub fn new(first: Date, last: Date) -> Result<Period, Refusal> {
        if last < first {
            return Err(Refusal::PeriodEndsBeforeItBegins { first, last });
        }
        Ok(Period { first, last })
    }

    pub fn first(&self) -> Date {
        self.first
    }

    pub fn last(&self) -> Date {
        self.last
    }

    /// Whole months, a begun one counted: 20.07.2022 to 20.12.2023 are 17.
    pub fn months(&self) -> u32 {
        months_between(self.first, self.last).max(1)
    }

    /// Months gone on `today`, from 0 to [`Period::months`].
    pub fn months_gone(&self, today: Date) -> u32 {
        if today <= self.first { 0 } else { months_between(self.first, today.min(self.last)).min(self.months()) }
    }

    /// How far the period is on `today`, in thousandths of its days.
    pub fn thousandths_gone(&self, today: Date) -> u32 {
        let all = days_between(self.first, self.last) + 1;
        let gone = if today < self.first { 0 } else { days_between(self.first, today.min(self.last)) + 1 };
        u32::try_from(gone * 1000 / all).unwrap_or(0)
    }
}

fn months_between(first: Date, last: Date) -> u32 {
    let years = i32::from(last.year()) - i32::from(first.year());
    let months = years * 12 + i32::from(last.month()) - i32::from(first.month());
    let begun = if last.day() < first.day() { -1 } else { 0 };
    u32::try_from(months + begun).unwrap_or(0)
}

fn days_between(first: Date, last: Date) -> i64 {
    i64::from((last - first).get_days())
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub title: Text,
    pub address: String,
}

/// The readable last part of an address: small Latin letters, digits and hyphens, 1 to 80 of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

impl Slug {
    /// # Errors
    /// [`Refusal::SlugUnreadable`] for anything but `a-z`, `0-9` and single hyphens between them.
    pub fn parse(text: &str) -> Result<Slug, Refusal> {
        let parts_are_words = text.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        if text.len() > 80 || !parts_are_words {
            return Err(Refusal::SlugUnreadable { text: text.chars().take(100).collect() });
        }
        Ok(Slug(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
