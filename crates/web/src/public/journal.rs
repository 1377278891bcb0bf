use crate::{Asked, Failure, Frame, Page, Said, Visit, act, desk::moment::moment, doors::Anybody};
use app::journal::{About, Group, Place, PublicAct, PublicJournal, Wanted, public_journal};
use askama::Template;
use axum::response::Response;
use base::{Digest, Digests, Key, Language, Moment, PartyId};
use data_encoding::HEXLOWER;
use store::{Entry, Head, SignedHead};

/// What everybody may know of what was officially done.
#[derive(Template)]
#[template(path = "public/journal.html")]
pub struct JournalPage {
    frame: Frame,
    address: String,
    head: Option<HeadRow>,
    groups: Vec<Choice>,
    parties: Vec<Choice>,
    acts: Vec<ActRow>,
    older: Option<String>,
}

struct HeadRow {
    what: String,
    digest: String,
    key: String,
}

struct Choice {
    code: String,
    words: String,
    is_chosen: bool,
}

struct ActRow {
    number: i64,
    at: String,
    what: String,
    about: Option<AboutRow>,
    is_invented: bool,
    by: String,
    facts: String,
    digests: Vec<DigestRow>,
}

struct AboutRow {
    title: Said,
    address: Option<String>,
}

struct DigestRow {
    name: String,
    value: String,
}

const MOST: usize = 50;

pub async fn show(_: Anybody, visit: Visit, asked: Asked) -> Result<Response, Failure> {
    let wanted = wanted(&asked);
    let (journal, head) = visit
        .site
        .read(move |tx, instance| {
            let journal = public_journal(tx, instance.tenant, wanted, MOST)?;
            Ok((journal, tx.newest_signed_head(instance.tenant)?))
        })
        .await?;
    let frame = visit.frame(visit.words.say("journal-title"));
    let page = JournalPage::new(frame, &journal, wanted, head.as_ref());
    let is_hidden = page.frame.is_hidden;
    visit.show_public(&page, is_hidden)
}

/// What cannot be read in the address is not asked for.
pub fn wanted(Asked(asked): &Asked) -> Wanted {
    Wanted {
        before: asked.get("before").and_then(|text| text.parse().ok()),
        group: asked.get("group").and_then(Group::from_code),
        party: asked.get("party").and_then(|text| text.parse().ok()),
    }
}

impl JournalPage {
    fn new(frame: Frame, journal: &PublicJournal, wanted: Wanted, head: Option<&SignedHead>) -> JournalPage {
        let words = frame.words;
        let frame = frame.described(words.say("journal-lede"));
        // Nothing of what is invented may be found by search engines.
        let invented = journal.acts.iter().any(|act| act.about.as_ref().is_some_and(|about| about.is_invented));
        let frame = if invented { frame.hidden() } else { frame };
        let group = |group: Option<Group>| Choice {
            code: group.map_or("", Group::code).to_owned(),
            words: words.say(&format!("journal-group-{}", group.map_or("all", Group::code))),
            is_chosen: group == wanted.group,
        };
        let everybody =
            Choice { code: String::new(), words: words.say("journal-party-all"), is_chosen: wanted.party.is_none() };
        let parties = journal.parties.iter().map(|party| Choice {
            code: party.id.to_string(),
            words: party.name.say(words.language()).to_owned(),
            is_chosen: wanted.party == Some(party.id),
        });
        JournalPage {
            address: frame.to("/journal"),
            head: head.map(|signed| HeadRow {
                what: words.tell(
                    "journal-head-what",
                    &[("number", signed.head.number.into()), ("day", words.date(signed.day).into())],
                ),
                digest: signed.head.digest.to_string(),
                key: HEXLOWER.encode(&signed.public_key),
            }),
            groups: std::iter::once(None).chain(Group::ALL.map(Some)).map(group).collect(),
            parties: std::iter::once(everybody).chain(parties).collect(),
            acts: journal.acts.iter().map(|act| row(&frame, journal, act)).collect(),
            older: journal.older.map(|before| frame.to(&format!("/journal?{}", asked_again(wanted, before)))),
            frame,
        }
    }
}

fn asked_again(wanted: Wanted, before: i64) -> String {
    let group = wanted.group.map(|group| format!("group={}&", group.code())).unwrap_or_default();
    let party = wanted.party.map(|party| format!("party={party}&")).unwrap_or_default();
    format!("{group}{party}before={before}")
}

fn row(frame: &Frame, journal: &PublicJournal, PublicAct { entry, about }: &PublicAct) -> ActRow {
    let words = frame.words;
    let digest = |key: &str, value: Digest| DigestRow { name: words.say(key), value: value.to_string() };
    let mut digests = Vec::new();
    if about.is_some() {
        digests.extend(entry.digests.before.map(|value| digest("journal-digest-before", value)));
        digests.extend(entry.digests.after.map(|value| digest("journal-digest-after", value)));
    }
    digests.push(digest("journal-digest", entry.digest));
    digests.push(digest("journal-digest-previous", entry.previous));
    ActRow {
        number: entry.number,
        at: moment(words, entry.at),
        what: act::kind(words, entry),
        about: about.as_ref().and_then(|about| about_row(frame, &about.place)),
        is_invented: about.as_ref().is_some_and(|about| about.is_invented),
        by: act::by(words, entry, &journal.parties),
        facts: about.as_ref().map(|_| act::facts(words, entry)).unwrap_or_default(),
        digests,
    }
}

fn about_row(frame: &Frame, place: &Place) -> Option<AboutRow> {
    let (title, address) = match place {
        Place::Project { title, .. } | Place::Publication { title, .. } | Place::Study { title, .. } => {
            (title, self::address(place).map(|path| frame.to(&path)))
        }
        Place::Party { name } => (name, None),
        Place::Instance => return None,
    };
    Some(AboutRow { title: frame.said(title), address })
}

/// The path of the page, where there is one.
pub fn address(place: &Place) -> Option<String> {
    match place {
        Place::Project { project, .. } => Some(format!("/projects/{project}")),
        Place::Publication { project, publication, .. } => {
            Some(format!("/projects/{project}/publications/{publication}"))
        }
        Place::Study { project, study, .. } => Some(format!("/projects/{project}/studies/{study}")),
        Place::Party { .. } | Place::Instance => None,
    }
}

impl Page for JournalPage {
    const NAME: &'static str = "journal";

    fn samples(language: Language) -> Vec<(&'static str, JournalPage)> {
        let frame = || Frame::sample(language, "/journal", &app::Words::new(language).say("journal-title"));
        let project = super::sample::real_project();
        let entry = |number: i64, kind: &str| Entry {
            number,
            previous: Digest([1; 32]),
            at: Moment(1_690_459_200_000_000),
            person: None,
            party: project.parties.first().map(|one| one.party.id),
            role: Some("researcher".to_owned()),
            kind: kind.to_owned(),
            noun: String::new(),
            subject: Key([1; 16]),
            facts: vec![("version".to_owned(), "2".to_owned())],
            digests: Digests::change(Digest([3; 32]), Digest([4; 32])),
            digest: Digest([2; 32]),
        };
        let (slug, title) = (project.slug.clone(), project.title.clone());
        let about = About { place: Place::Project { project: slug, title }, is_invented: false };
        let own = Entry { role: None, party: None, ..entry(1, "person.signed-in") };
        let acts = vec![
            PublicAct { entry: entry(3, "project.changed"), about: Some(about) },
            PublicAct { entry: entry(2, "publication.drafted"), about: None },
            PublicAct { entry: own, about: None },
        ];
        let parties = project.parties.iter().map(|one| one.party.clone()).collect();
        let journal = PublicJournal { acts, older: Some(1), parties };
        let nothing = PublicJournal { acts: Vec::new(), older: None, parties: Vec::new() };
        let head = SignedHead {
            day: super::sample::DAY,
            head: Head { number: 3, digest: Digest([2; 32]) },
            at: Moment(1_690_459_200_000_000),
            public_key: vec![5; 32],
            signature: Vec::new(),
        };
        let wanted = Wanted { party: Some(PartyId(Key([9; 16]))), ..Wanted::default() };
        vec![
            ("three", JournalPage::new(frame(), &journal, Wanted::default(), Some(&head))),
            ("empty", JournalPage::new(frame(), &nothing, wanted, None)),
        ]
    }
}
