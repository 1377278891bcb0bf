//! The parts of the file that hardly depend on the document.

use super::{
    package::tag,
    paragraph::{INDENT, Paragraph},
};
use base::Language;

pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

pub(super) const CONTENT_TYPES: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
    "<Default Extension=\"png\" ContentType=\"image/png\"/>",
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>",
    "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>",
    "<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>",
    "<Override PartName=\"/word/settings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>",
    "<Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>",
    "<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>",
    "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>",
    "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>",
    "</Types>",
);

pub(super) const RELATIONSHIPS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"document\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>",
    "<Relationship Id=\"core\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>",
    "<Relationship Id=\"app\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties\" Target=\"docProps/app.xml\"/>",
    "</Relationships>",
);

pub(super) const PROGRAM: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Glas</Application></Properties>",
);

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const LINKED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The text on A4 with the margins of the printed report; the title page has neither head nor foot.
pub(super) fn text(body: &str) -> String {
    format!(
        "{DECLARATION}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{LINKED}\" \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>{body}<w:sectPr>\
         <w:headerReference w:type=\"default\" r:id=\"header\"/><w:footerReference w:type=\"default\" r:id=\"footer\"/>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1531\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" \
         w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/><w:cols w:space=\"708\"/><w:titlePg/></w:sectPr></w:body></w:document>"
    )
}

/// The head or the foot of every page but the first.
pub(super) fn edge(name: &str, style: &str, runs: &str) -> String {
    let paragraph = Paragraph { style, ..Paragraph::default() }.holding(runs);
    format!("{DECLARATION}<w:{name} xmlns:w=\"{MAIN}\" xmlns:r=\"{LINKED}\">{paragraph}</w:{name}>")
}

/// Nothing is asked of whoever opens the file: its fields are filled.
pub(super) fn settings(language: Language) -> String {
    let (decimal, list) = match language {
        Language::Bulgarian => (",", ";"),
        Language::English => (".", ","),
    };
    format!(
        "{DECLARATION}<w:settings xmlns:w=\"{MAIN}\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"708\"/>\
         <w:autoHyphenation/><w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat>\
         <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>\
         </w:compat><w:themeFontLang w:val=\"{}\"/><w:decimalSymbol w:val=\"{decimal}\"/><w:listSeparator w:val=\"{list}\"/>\
         </w:settings>",
        tag(language)
    )
}

/// List 1 has bullets; every list after it numbers, each from one.
pub(super) fn numbering(numbered: usize) -> String {
    let levels = |format: &str, mark: &dyn Fn(usize) -> String| -> String {
        (0..4)
            .map(|depth| {
                format!(
                    "<w:lvl w:ilvl=\"{depth}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{}\"/>\
                     <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{}\" w:hanging=\"{INDENT}\"/></w:pPr></w:lvl>",
                    mark(depth),
                    (depth + 1) * INDENT
                )
            })
            .collect()
    };
    let mut out = format!(
        "{DECLARATION}<w:numbering xmlns:w=\"{MAIN}\"><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>\
         {}</w:abstractNum><w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"hybridMultilevel\"/>{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        levels("bullet", &|_| "–".to_owned()),
        levels("decimal", &|depth| format!("%{}.", depth + 1))
    );
    for number in 2..numbered + 2 {
        let begun: String = (0..4)
            .map(|depth| format!("<w:lvlOverride w:ilvl=\"{depth}\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"))
            .collect();
        out.push_str(&format!("<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"1\"/>{begun}</w:num>"));
    }
    out.push_str("</w:numbering>");
    out
}
