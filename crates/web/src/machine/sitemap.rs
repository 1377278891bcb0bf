use super::{project::is_hidden, xml::escaped};
use crate::{Failure, Keep, Visit, doors::Anybody, public::project::ProjectTold};
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use base::Language;
use jiff::civil::Date;
use outreach::Stage;

/// Every public page in both languages, without the demonstration.
pub async fn sitemap(_: Anybody, visit: Visit) -> Result<Response, Failure> {
    let projects = visit.site.read(|tx, instance| Ok(tx.public_projects(instance.tenant)?)).await?;
    let mut pages: Vec<(String, Option<Date>)> =
        ["/", "/journal", "/about/moderation", "/about/privacy", "/about/records", "/about/accessibility"]
            .map(|path| (path.to_owned(), None))
            .to_vec();
    for project in projects.iter().filter(|project| !is_hidden(project)) {
        let told = ProjectTold::load(&visit.site, project.slug.as_str()).await?;
        let home = format!("/projects/{}", project.slug);
        pages.push((home.clone(), Some(project.updated)));
        for publication in &told.publications {
            let Stage::Published { updated, .. } = publication.stage else { continue };
            pages.push((format!("{home}/publications/{}", publication.slug), Some(updated)));
        }
        for study in told.studies.iter().filter(|study| study.results_are_public(visit.today)) {
            pages.push((format!("{home}/studies/{}", study.slug), study.results_published));
        }
    }
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for (path, updated) in &pages {
        for language in Language::ALL {
            text.push_str(&entry(&visit, language, path, *updated));
        }
    }
    text.push_str("</urlset>\n");
    Ok(super::open_data("application/xml; charset=utf-8", text, false))
}

fn entry(visit: &Visit, language: Language, path: &str, updated: Option<Date>) -> String {
    let address = |language| escaped(&visit.site.settings.public_place(language, path));
    let mut text = format!("<url><loc>{}</loc>", address(language));
    if let Some(day) = updated {
        text.push_str(&format!("<lastmod>{day}</lastmod>"));
    }
    for other in Language::ALL {
        let link = address(other);
        text.push_str(&format!("<xhtml:link rel=\"alternate\" hreflang=\"{other}\" href=\"{link}\"/>"));
    }
    text + "</url>\n"
}

/// Pages of the demonstration say `noindex` themselves, for which they have to be read.
pub async fn robots(_: Anybody, visit: Visit) -> Response {
    let mut text = String::from("User-agent: *\n");
    for path in ["/desk", "/s/", "/sign-in", "/setup/"] {
        text.push_str(&format!("Disallow: {path}\nDisallow: /en{path}\n"));
    }
    text.push_str(&format!("\nSitemap: {}/sitemap.xml\n", visit.site.settings.address));
    Keep::OneSecond.on(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}
