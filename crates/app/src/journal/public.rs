use crate::Failure;
use base::{AudienceId, Key, Party, PartyId, ProjectId, PublicationId, StudyId, TenantId, Text};
use outreach::{Nature, Project, Slug};
use std::collections::BTreeMap;
use store::{Entry, Transaction};

/// What the acts of the journal are about, for whoever looks for some of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Publications,
    Projects,
    Studies,
    /// What people did with answers: boxes of cards, files, open answers read.
    Answers,
    /// People, and the rights that they were given or lost.
    People,
    SignIns,
    /// Backups, settings, and whatever else concerns the instance.
    Upkeep,
}

impl Group {
    pub const ALL: [Group; 7] = [
        Group::Publications,
        Group::Projects,
        Group::Studies,
        Group::Answers,
        Group::People,
        Group::SignIns,
        Group::Upkeep,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Group::Publications => "publications",
            Group::Projects => "projects",
            Group::Studies => "studies",
            Group::Answers => "answers",
            Group::People => "people",
            Group::SignIns => "sign-ins",
            Group::Upkeep => "upkeep",
        }
    }

    pub fn from_code(code: &str) -> Option<Group> {
        Group::ALL.into_iter().find(|group| group.code() == code)
    }

    /// By the first word of the kind; what people do to their own sign-in is told apart from what is done to them.
    pub fn of(kind: &str) -> Group {
        match kind.split_once('.').unwrap_or((kind, "")) {
            ("publication", _) => Group::Publications,
            ("project" | "party", _) => Group::Projects,
            ("study" | "audience" | "questionnaire", _) => Group::Studies,
            ("box" | "answers" | "open-answer" | "themes" | "appeal", _) => Group::Answers,
            ("person", act) if OWN.iter().any(|own| act.starts_with(own)) => Group::SignIns,
            ("person", _) => Group::People,
            _ => Group::Upkeep,
        }
    }
}

/// How acts begin by which people change their own way in.
const OWN: [&str; 7] = ["signed-", "password-", "second-factor-", "recovery-", "session-", "passkey-", "openid-"];

/// Which acts are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wanted {
    /// Only with numbers below.
    pub before: Option<i64>,
    pub group: Option<Group>,
    pub party: Option<PartyId>,
}

/// A page of the journal for everybody.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicJournal {
    /// The newest first.
    pub acts: Vec<PublicAct>,
    /// Where the next page begins, if there may be one.
    pub older: Option<i64>,
    /// Those that take part in a project; the names of others are not told.
    pub parties: Vec<Party>,
}

/// One act as everybody may know it. The person is never told, only the digest in their place.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicAct {
    pub entry: Entry,
    /// `None` for a thing that is not public: then nothing of subject, facts and digests is told, only the digest of all that.
    pub about: Option<About>,
}

/// The public thing that an act is about.
#[derive(Debug, Clone, PartialEq)]
pub struct About {
    pub place: Place,
    /// Of a project that is plainly invented.
    pub is_invented: bool,
}

/// Where the public finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    Project {
        project: Slug,
        title: Text,
    },
    Publication {
        project: Slug,
        publication: Slug,
        title: Text,
    },
    Study {
        project: Slug,
        study: String,
        title: Text,
    },
    Party {
        name: Text,
    },
    /// The instance itself, which has no page of its own.
    Instance,
}

/// Entries that one page looks through at most.
const MOST_LOOKED_AT: usize = 5000;
const AT_ONCE: u32 = 500;

/// The newest acts that were asked for, at most `most`. Where few of many are, the page ends early and the next goes on.
///
/// # Errors
/// Only faults of the store.
pub fn public_journal(
    tx: &mut Transaction,
    tenant: TenantId,
    wanted: Wanted,
    most: usize,
) -> Result<PublicJournal, Failure> {
    let mut public = Public { tenant, projects: tx.public_projects(tenant)?, known: BTreeMap::new() };
    let parties = public.parties().cloned().collect();
    let mut acts = Vec::new();
    let mut before = wanted.before;
    for _ in 0..MOST_LOOKED_AT.div_ceil(500) {
        let entries = tx.journal(tenant, before, AT_ONCE)?;
        for entry in entries {
            before = Some(entry.number);
            let is_wanted = wanted.group.is_none_or(|group| Group::of(&entry.kind) == group)
                && wanted.party.is_none_or(|party| entry.party == Some(party));
            if is_wanted {
                acts.push(PublicAct { about: public.about(tx, &entry)?, entry });
            }
            if acts.len() == most {
                break;
            }
        }
        if acts.len() == most || before.is_none_or(|number| number <= 1) {
            break;
        }
    }
    Ok(PublicJournal { acts, older: before.filter(|number| *number > 1), parties })
}

/// What the public knows, as far as it was looked up.
struct Public {
    tenant: TenantId,
    projects: Vec<Project>,
    known: BTreeMap<(String, Key), Option<Known>>,
}

#[derive(Clone)]
struct Known {
    about: About,
    /// Of a publication, the newest version that is public.
    newest: u32,
}

impl Public {
    fn parties(&self) -> impl Iterator<Item = &Party> {
        let mut parties: Vec<&Party> =
            self.projects.iter().flat_map(|project| &project.parties).map(|one| &one.party).collect();
        parties.sort_by_key(|party| party.id);
        parties.dedup_by_key(|party| party.id);
        parties.into_iter()
    }

    fn about(&mut self, tx: &mut Transaction, entry: &Entry) -> Result<Option<About>, Failure> {
        // A file's name was chosen by somebody for themselves.
        if matches!(entry.kind.as_str(), "answers.imported" | "answers.undone") {
            return Ok(None);
        }
        let place = (entry.noun.clone(), entry.subject);
        let known = match self.known.get(&place) {
            Some(known) => known.clone(),
            None => {
                let found = self.find(tx, &entry.noun, entry.subject)?;
                self.known.insert(place, found.clone());
                found
            }
        };
        Ok(known.filter(|known| is_told(entry, known)).map(|known| known.about))
    }

    fn find(&self, tx: &mut Transaction, noun: &str, key: Key) -> Result<Option<Known>, Failure> {
        let tenant = self.tenant;
        let known = |project: Option<&Project>, place| {
            let is_invented = project.is_some_and(|project| project.nature == Nature::Demonstration);
            Some(Known { about: About { place, is_invented }, newest: 0 })
        };
        Ok(match noun {
            "project" => self.project(ProjectId(key)).and_then(|project| {
                known(Some(project), Place::Project { project: project.slug.clone(), title: project.title.clone() })
            }),
            "publication" => {
                let Some(publication) = tx.publication(tenant, PublicationId(key))? else { return Ok(None) };
                let Some(version) = tx.public_versions(tenant, publication.id)?.into_iter().next() else {
                    return Ok(None);
                };
                let Some(project) = self.project(publication.project) else { return Ok(None) };
                let (slug, title) = (publication.slug, version.title);
                let place = Place::Publication { project: project.slug.clone(), publication: slug, title };
                known(Some(project), place).map(|known| Known { newest: version.number, ..known })
            }
            "study" | "audience" => {
                let study = match noun {
                    "study" => tx.study(tenant, StudyId(key))?,
                    _ => tx.study_of(tenant, AudienceId(key))?,
                };
                study.and_then(|study| {
                    let project = self.project(study.project)?;
                    let place = Place::Study { project: project.slug.clone(), study: study.slug, title: study.title };
                    known(Some(project), place)
                })
            }
            "party" => {
                let takes_part = |project: &&Project| project.parties.iter().any(|one| one.party.id == PartyId(key));
                let is_invented =
                    self.projects.iter().filter(takes_part).all(|one| one.nature == Nature::Demonstration);
                self.parties().find(|party| party.id == PartyId(key)).map(|party| {
                    let about = About { place: Place::Party { name: party.name.clone() }, is_invented };
                    Known { about, newest: 0 }
                })
            }
            "tenant" if key == tenant.0 => known(None, Place::Instance),
            _ => None,
        })
    }

    fn project(&self, id: ProjectId) -> Option<&Project> {
        self.projects.iter().find(|project| project.id == id)
    }
}

/// Of a publication only what was said up to its newest public version.
fn is_told(entry: &Entry, known: &Known) -> bool {
    if !matches!(known.about.place, Place::Publication { .. }) {
        return true;
    }
    let version = entry.facts.iter().find(|(name, _)| name == "version");
    version.and_then(|(_, number)| number.parse::<u32>().ok()).is_some_and(|number| number <= known.newest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_group() {
        let check = |kind: &str, group: Group| assert_eq!(Group::of(kind), group, "{kind}");
        check("publication.published", Group::Publications);
        check("party.changed", Group::Projects);
        check("questionnaire.adopted", Group::Studies);
        check("open-answer.withheld", Group::Answers);
        check("appeal.made", Group::Answers);
        check("person.part-given", Group::People);
        check("person.setup-link-issued", Group::People);
        check("person.signed-in", Group::SignIns);
        check("person.password-set", Group::SignIns);
        check("person.recovery-code-used", Group::SignIns);
        check("person.passkey-added", Group::SignIns);
        check("person.openid-removed", Group::SignIns);
        check("person.deactivated", Group::People);
        check("instance.backed-up", Group::Upkeep);
        check("", Group::Upkeep);
        for group in Group::ALL {
            assert_eq!(Group::from_code(group.code()), Some(group));
        }
    }
}
