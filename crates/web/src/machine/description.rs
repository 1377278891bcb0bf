//! What programs may ask for, described as OpenAPI 3.1 <https://spec.openapis.org/oas/v3.1.0>: one entry for each address,
//! the shapes of the data read off the types that are told.

use super::{
    journal::{HeadsTold, JournalTold},
    project::ProjectData,
    publication::PublicationTold,
    study::StudyTold,
};
use crate::{Failure, Visit, doors::Anybody};
use axum::response::Response;
use utoipa::{
    ToSchema,
    openapi::{
        Components, ContentBuilder, HttpMethod, Info, License, ObjectBuilder, OpenApi, PathItem, Paths, Ref, RefOr,
        Required, ResponseBuilder, Schema, Server,
        path::{OperationBuilder, Parameter, ParameterBuilder, ParameterIn},
        schema::{SchemaType, Type},
    },
};

/// `/openapi.json`: the addresses below the site's own, in Bulgarian and in English.
pub async fn description(_: Anybody, visit: Visit) -> Result<Response, Failure> {
    let mut description = describe();
    let home = visit.site.settings.address.clone();
    description.servers = Some(vec![Server::new(&home), Server::new(format!("{home}/en"))]);
    Ok(super::json(&description, false))
}

/// One address that programs read.
struct Address {
    path: &'static str,
    media_type: &'static str,
    summary: &'static str,
    /// The shape of its data; `None` for what is not JSON.
    data: Option<Shape>,
}

type Shapes = Vec<(String, RefOr<Schema>)>;

struct Shape {
    name: fn() -> String,
    gather: fn(&mut Shapes),
}

const ADDRESSES: [Address; 27] = [
    data::<ProjectData>("/projects/{project}.json", "A project: parties, funding, activities, studies, publications"),
    data::<PublicationTold>(
        "/projects/{project}/publications/{publication}.json",
        "A publication with its attachments and versions",
    ),
    data::<StudyTold>(
        "/projects/{project}/studies/{study}.json",
        "The results of a study: every figure with its base, method and table",
    ),
    data::<JournalTold>(
        "/journal.json",
        "What was officially done, newest first, with the digests that make the chain",
    ),
    data::<HeadsTold>("/journal/heads.json", "The signed heads of the journal, one for each day"),
    other(
        "/projects/{project}/studies/{study}.csv",
        "text/csv",
        "The results of a study, one line for each cell of each figure",
    ),
    other("/projects/{project}/studies/{study}/figures/{figure}.csv", "text/csv", "The table of one figure"),
    other("/projects/{project}/studies/{study}/figures/{figure}.svg", "image/svg+xml", "One figure, drawn"),
    other("/projects/{project}/studies/{study}/figures/{figure}.png", "image/png", "One figure, in pixels"),
    other(
        "/projects/{project}/studies/{study}/report.pdf",
        "application/pdf",
        "The report of a study, typeset and tagged, its numbers attached",
    ),
    other(
        "/projects/{project}/studies/{study}/report.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "The report of a study, to go on editing",
    ),
    other(
        "/projects/{project}/studies/{study}/report.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "The tables of the report of a study",
    ),
    other(
        "/projects/{project}/studies/{study}/report-500.txt",
        "text/plain",
        "What a report says, in a post of at most 500 letters",
    ),
    other(
        "/projects/{project}/studies/{study}/report-2000.txt",
        "text/plain",
        "What a report says, in a post of at most 2000 letters",
    ),
    other(
        "/projects/{project}/studies/{study}/reports/{report}/versions/{number}/{file}",
        "*/*",
        "A file of a published version of a report, as it was made on its day",
    ),
    other(
        "/projects/{project}/studies/{study}/data/{number}/{file}",
        "*/*",
        "A file of a study's open data: single answers in which nobody can be recognised, always as a download",
    ),
    other("/projects/{project}/postcard.png", "image/png", "What a project is, as a picture for a post"),
    other(
        "/projects/{project}/studies/{study}/postcard.png",
        "image/png",
        "What a study found, as a picture for a post",
    ),
    other(
        "/projects/{project}/studies/{study}/report/postcard.png",
        "image/png",
        "What a report says, as a picture for a post",
    ),
    other(
        "/projects/{project}/publications/{publication}/postcard.png",
        "image/png",
        "What a publication says, as a picture for a post",
    ),
    other("/projects/{project}/feed.atom", "application/atom+xml", "What a project published, as a feed (RFC 4287)"),
    other("/feed.atom", "application/atom+xml", "What was published on the whole site, as a feed (RFC 4287)"),
    other("/files/{digest}/{name}", "*/*", "A file of a public publication, always as a download"),
    other("/sitemap.xml", "application/xml", "The map of the site"),
    other("/robots.txt", "text/plain", "What search engines may visit"),
    other("/health", "text/plain", "Whether the program answers"),
    other("/openapi.json", "application/json", "This description"),
];

const fn data<T: ToSchema>(path: &'static str, summary: &'static str) -> Address {
    let gather = |shapes: &mut Shapes| {
        shapes.push((T::name().into_owned(), T::schema()));
        T::schemas(shapes);
    };
    let shape = Shape { name: || T::name().into_owned(), gather };
    Address { path, media_type: "application/json", summary, data: Some(shape) }
}

const fn other(path: &'static str, media_type: &'static str, summary: &'static str) -> Address {
    Address { path, media_type, summary, data: None }
}

/// The description without the addresses of an installation.
pub fn describe() -> OpenApi {
    let mut info = Info::new("Glas", env!("CARGO_PKG_VERSION"));
    info.description =
        Some("Open data of public participation: projects, studies, publications and the journal.".to_owned());
    let mut licence = License::new("EUPL-1.2");
    licence.identifier = Some("EUPL-1.2".to_owned());
    info.license = Some(licence);
    let mut paths = Paths::new();
    let mut components = Components::new();
    for address in &ADDRESSES {
        paths.paths.insert(address.path.to_owned(), PathItem::new(HttpMethod::Get, operation(address)));
        if let Some(shape) = &address.data {
            let mut shapes = Shapes::new();
            (shape.gather)(&mut shapes);
            components.schemas.extend(shapes);
        }
    }
    let mut description = OpenApi::new(info, paths);
    description.components = Some(components);
    description
}

fn operation(address: &Address) -> OperationBuilder {
    let names = address.path.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
    let schema = address.data.as_ref().map(|shape| RefOr::Ref(Ref::from_schema_name((shape.name)())));
    let told = ContentBuilder::new().schema(schema).build();
    OperationBuilder::new()
        .summary(Some(address.summary))
        .parameters((address.path.contains('{')).then(|| names.map(in_path).collect::<Vec<_>>()))
        .response("200", ResponseBuilder::new().description(address.summary).content(address.media_type, told))
        .response("404", ResponseBuilder::new().description("Nothing public is here"))
}

fn in_path(name: &str) -> Parameter {
    let text = ObjectBuilder::new().schema_type(SchemaType::Type(Type::String)).min_length(Some(1));
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .schema(Some(RefOr::T(Schema::Object(text.build()))))
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_door_of_the_room_is_described() {
        let described: BTreeSet<&str> = ADDRESSES.iter().map(|address| address.path).collect();
        assert_eq!(described.len(), ADDRESSES.len(), "an address is described twice");
        for door in super::super::table().doors() {
            let is_described = match door.path.split_once("/figures/") {
                Some((study, _)) => described.iter().any(|path| path.starts_with(study)),
                None => described.contains(door.path),
            };
            assert!(is_described, "{} is not described", door.path);
        }
    }

    #[test]
    fn every_shape_that_is_named_is_described() {
        let text = serde_json::to_string(&describe()).unwrap();
        let described = describe().components.unwrap().schemas;
        for (_, rest) in text.match_indices("#/components/schemas/").map(|(at, name)| text.split_at(at + name.len())) {
            let name = rest.split('"').next().unwrap();
            assert!(described.contains_key(name), "{name} is named and not described");
        }
        assert!(described.len() > 10, "{}", described.len());
    }
}
