use super::{
    body::Body,
    fixed,
    paragraph::{field, plain},
    styles,
};
use base::Language;
use document::{Document, escaped};
use std::io::{Cursor, Write};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// All parts of the file in one archive, whose own times tell nothing.
pub(super) fn packed(document: &Document, text: &str, body: &Body<'_>) -> Result<Vec<u8>, anyhow::Error> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let parts = [
        ("[Content_Types].xml", fixed::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", fixed::RELATIONSHIPS.to_owned()),
        ("docProps/core.xml", core(document)),
        ("docProps/app.xml", fixed::PROGRAM.to_owned()),
        ("word/document.xml", fixed::text(text)),
        ("word/_rels/document.xml.rels", relationships(body)),
        ("word/styles.xml", styles::of(tag(document.language))),
        ("word/numbering.xml", fixed::numbering(body.numbered)),
        ("word/settings.xml", fixed::settings(document.language)),
        ("word/header1.xml", head(document)),
        ("word/footer1.xml", foot(document)),
    ];
    for (name, part) in parts {
        archive.start_file(name, options)?;
        archive.write_all(part.as_bytes())?;
    }
    for (number, picture) in (1..).zip(&body.pictures) {
        archive.start_file(
            format!("word/media/picture{number}.png"),
            options.compression_method(CompressionMethod::Stored),
        )?;
        archive.write_all(picture)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The language with its country, as office programs look for a dictionary.
pub(super) fn tag(language: Language) -> &'static str {
    match language {
        Language::Bulgarian => "bg-BG",
        Language::English => "en-GB",
    }
}

fn core(document: &Document) -> String {
    let parties: Vec<&str> = document.cover.parties.iter().map(|party| party.name.as_str()).collect();
    let moment = format!("{}T00:00:00Z", document.date);
    format!(
        "{}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>\
         <dc:language>{}</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">{moment}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{moment}</dcterms:modified></cp:coreProperties>",
        fixed::DECLARATION,
        escaped(&document.title),
        escaped(&parties.join("; ")),
        tag(document.language)
    )
}

fn relationships(body: &Body<'_>) -> String {
    const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut out = format!(
        "{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
        fixed::DECLARATION
    );
    let mut add = |id: &str, kind: &str, target: &str, mode: &str| {
        out.push_str(&format!(
            "<Relationship Id=\"{id}\" Type=\"{TYPE}/{kind}\" Target=\"{}\"{mode}/>",
            escaped(target)
        ));
    };
    add("styles", "styles", "styles.xml", "");
    add("numbering", "numbering", "numbering.xml", "");
    add("settings", "settings", "settings.xml", "");
    add("header", "header", "header1.xml", "");
    add("footer", "footer", "footer1.xml", "");
    for number in 1..=body.pictures.len() {
        add(&format!("picture{number}"), "image", &format!("media/picture{number}.png"), "");
    }
    for (number, address) in body.links.outside.iter().enumerate() {
        add(&format!("link{number}"), "hyperlink", address, " TargetMode=\"External\"");
    }
    out.push_str("</Relationships>");
    out
}

const TAB: &str = "<w:r><w:tab/></w:r>";

fn head(document: &Document) -> String {
    let mark = document.demonstration.as_ref().map_or_else(String::new, |mark| format!("{TAB}{}", plain(mark)));
    fixed::edge("hdr", "Header", &format!("{}{mark}", plain(&document.title)))
}

fn foot(document: &Document) -> String {
    let words = &document.words;
    let pages = format!(
        "{}{}{}{}",
        plain(&format!("{} ", words.page)),
        field("PAGE", "2"),
        plain(&format!(" {} ", words.of)),
        field("NUMPAGES", "2")
    );
    fixed::edge("ftr", "Footer", &format!("{}{TAB}{pages}", plain(&document.cover.date)))
}
