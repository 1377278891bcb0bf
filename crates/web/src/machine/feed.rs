use super::{project::is_hidden, xml::escaped};
use crate::{
    Failure, Visit,
    doors::Anybody,
    public::{project::ProjectTold, told},
};
use axum::{extract::Path, response::Response};
use jiff::civil::Date;
use outreach::{Project, Stage};

/// What is new of one project.
pub async fn project(_: Anybody, visit: Visit, Path(slug): Path<String>) -> Result<Response, Failure> {
    let told = ProjectTold::load(&visit.site, &slug).await?;
    let title = format!("{} · {}", visit.words.say("glas"), told.project.title.say(visit.language()));
    let address = format!("/projects/{slug}");
    let text = feed(&visit, &address, &marked(&visit, &told.project, &title), entries(&visit, &told));
    Ok(super::open_data(ATOM, text, told.is_hidden()))
}

/// What is new of everything real: the demonstration stays out, as it stays out of search engines.
pub async fn site(_: Anybody, visit: Visit) -> Result<Response, Failure> {
    let projects = visit.site.read(|tx, instance| Ok(tx.public_projects(instance.tenant)?)).await?;
    let mut all = Vec::new();
    for project in projects.iter().filter(|project| !is_hidden(project)) {
        all.extend(entries(&visit, &ProjectTold::load(&visit.site, project.slug.as_str()).await?));
    }
    let title = format!("{} · {}", visit.words.say("glas"), visit.words.say("feed-title"));
    Ok(super::open_data(ATOM, feed(&visit, "/", &title, all), false))
}

const ATOM: &str = "application/atom+xml; charset=utf-8";
const MOST: usize = 100;

struct Entry {
    title: String,
    summary: String,
    author: String,
    address: String,
    published: Date,
    updated: Date,
}

fn entries(visit: &Visit, told: &ProjectTold) -> Vec<Entry> {
    let (project, language) = (&told.project, visit.language());
    let home = visit.public_address(&format!("/projects/{}", project.slug));
    let author_of = |party| {
        let author = project.parties.iter().find(|one| Some(one.party.id) == party).or(project.parties.first());
        author.map_or_else(|| visit.words.say("glas"), |one| one.party.name.say(language).to_owned())
    };
    let mut entries = vec![Entry {
        title: marked(visit, project, project.title.say(language)),
        summary: project.summary.say(language).to_owned(),
        author: author_of(None),
        address: home.clone(),
        published: project.published,
        updated: project.updated,
    }];
    for publication in &told.publications {
        let Stage::Published { on, updated } = publication.stage else { continue };
        let kind = told::kind_words(&visit.words, publication.kind);
        let title = format!("{kind}: {}", publication.version.title.say(language));
        entries.push(Entry {
            title: marked(visit, project, &title),
            summary: publication.version.summary.say(language).to_owned(),
            author: author_of(Some(publication.party)),
            address: format!("{home}/publications/{}", publication.slug),
            published: on,
            updated,
        });
    }
    for study in told.studies.iter().filter(|study| study.results_are_public(visit.today)) {
        let title = format!("{}: {}", visit.words.say("results-kicker"), study.title.say(language));
        let since = study.results_published.unwrap_or(study.fieldwork.last());
        entries.push(Entry {
            title: marked(visit, project, &title),
            summary: study.purpose.say(language).to_owned(),
            author: author_of(None),
            address: format!("{home}/studies/{}", study.slug),
            published: since,
            updated: since,
        });
    }
    entries
}

/// An entry is read far from its page, so it says by itself when its data are invented.
fn marked(visit: &Visit, project: &Project, title: &str) -> String {
    match told::demonstration(&visit.words, project) {
        Some(notice) => format!("{notice} · {title}"),
        None => title.to_owned(),
    }
}

fn feed(visit: &Visit, address: &str, title: &str, mut entries: Vec<Entry>) -> String {
    entries.sort_by(|one, other| (other.updated, &one.address).cmp(&(one.updated, &other.address)));
    entries.truncate(MOST);
    let home = escaped(&visit.public_address(address));
    let own = escaped(&visit.public_address(&format!("{}/feed.atom", address.trim_end_matches('/'))));
    let updated = entries.first().map_or_else(|| stamp(visit.today), |entry| stamp(entry.updated));
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <id>{own}</id>\n<title>{}</title>\n<updated>{updated}</updated>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{home}\"/>\n",
        visit.language(),
        escaped(title),
    );
    for entry in &entries {
        let address = escaped(&entry.address);
        text.push_str(&format!(
            "<entry>\n<id>{address}</id>\n<title>{}</title>\n<link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>\n\
             <author><name>{}</name></author>\n<published>{}</published>\n<updated>{}</updated>\n<summary>{}</summary>\n</entry>\n",
            escaped(&entry.title),
            escaped(&entry.author),
            stamp(entry.published),
            stamp(entry.updated),
            escaped(&entry.summary),
        ));
    }
    text.push_str("</feed>\n");
    text
}

/// Days have no hour; noon is the same day everywhere in Europe.
fn stamp(day: Date) -> String {
    format!("{day}T12:00:00Z")
}
