//! The styles, named as every office program names them, so that its own lists of headings and captions find them.

use super::fixed::DECLARATION;

/// A style of paragraphs: its id, the name that people see, what it builds on, what follows it, and its properties in the
/// order of the schema.
struct Style {
    id: &'static str,
    name: &'static str,
    after: &'static str,
    paragraph: &'static str,
    words: &'static str,
}

const fn style(
    id: &'static str,
    name: &'static str,
    after: &'static str,
    paragraph: &'static str,
    words: &'static str,
) -> Style {
    Style { id, name, after, paragraph, words }
}

const STYLES: [Style; 35] = [
    style(
        "Heading1",
        "heading 1",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before=\"480\" w:after=\"160\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"1C2320\"/><w:sz w:val=\"36\"/><w:szCs w:val=\"36\"/>",
    ),
    style(
        "Heading2",
        "heading 2",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before=\"360\" w:after=\"120\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"1C2320\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>",
    ),
    style(
        "Heading3",
        "heading 3",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before=\"280\" w:after=\"100\"/><w:outlineLvl w:val=\"2\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"1C2320\"/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
    ),
    style(
        "Heading4",
        "heading 4",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"3\"/>",
        "<w:b/><w:bCs/><w:i/><w:iCs/><w:color w:val=\"1C2320\"/>",
    ),
    style(
        "Title",
        "Title",
        "Normal",
        "<w:suppressAutoHyphens/><w:spacing w:before=\"120\" w:after=\"240\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"56\"/><w:szCs w:val=\"56\"/>",
    ),
    style(
        "Subtitle",
        "Subtitle",
        "Normal",
        "<w:suppressAutoHyphens/><w:spacing w:before=\"1400\" w:after=\"60\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"0B6B4F\"/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
    ),
    style("Lead", "Lead", "Normal", "<w:spacing w:after=\"360\"/>", "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>"),
    style("CoverText", "Cover Text", "CoverText", "<w:spacing w:before=\"120\" w:after=\"120\"/>", ""),
    style(
        "DemonstrationMark",
        "Demonstration Mark",
        "Normal",
        "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F4F0E6\"/>",
        "<w:b/><w:bCs/>",
    ),
    style(
        "Signs",
        "Signs",
        "Signs",
        "<w:spacing w:before=\"60\" w:after=\"60\"/>",
        "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    style(
        "Disclaimer",
        "Disclaimer",
        "Normal",
        "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"8\" w:color=\"CFC9BB\"/></w:pBdr><w:spacing w:before=\"480\"/>",
        "<w:color w:val=\"55605B\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    ),
    style(
        "Caption",
        "caption",
        "Normal",
        "<w:keepNext/><w:suppressAutoHyphens/><w:spacing w:before=\"300\" w:after=\"80\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"23\"/><w:szCs w:val=\"23\"/>",
    ),
    style(
        "FigureText",
        "Figure Text",
        "FigureText",
        "<w:spacing w:after=\"50\" w:line=\"250\" w:lineRule=\"auto\"/>",
        "<w:color w:val=\"55605B\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    style(
        "Picture",
        "Picture",
        "Normal",
        "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"100\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "",
    ),
    style(
        "TableLabel",
        "Table Label",
        "Normal",
        "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/>",
        "<w:color w:val=\"55605B\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    ),
    style(
        "TableText",
        "Table Text",
        "TableText",
        "<w:suppressAutoHyphens/><w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    style(
        "TableCentre",
        "Table Centre",
        "TableCentre",
        "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
        "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    style(
        "TableNumber",
        "Table Number",
        "TableNumber",
        "<w:suppressAutoHyphens/><w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"right\"/>",
        "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    style(
        "TableHead",
        "Table Head",
        "TableText",
        "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    style(
        "TableHeadCentre",
        "Table Head Centre",
        "TableText",
        "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    style(
        "TableHeadNumber",
        "Table Head Number",
        "TableText",
        "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"right\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    style(
        "TableNote",
        "Table Note",
        "Normal",
        "<w:spacing w:before=\"60\" w:after=\"160\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:color w:val=\"55605B\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    ),
    style(
        "KeyValue",
        "Key Value",
        "KeyLabel",
        "<w:keepNext/><w:pBdr><w:top w:val=\"single\" w:sz=\"8\" w:space=\"4\" w:color=\"0B6B4F\"/></w:pBdr><w:spacing w:before=\"160\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"0B6B4F\"/><w:sz w:val=\"48\"/><w:szCs w:val=\"48\"/>",
    ),
    style("KeyLabel", "Key Label", "Normal", "<w:spacing w:after=\"160\"/>", ""),
    style(
        "Quote",
        "Quote",
        "Normal",
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"12\" w:space=\"10\" w:color=\"CFC9BB\"/></w:pBdr><w:ind w:left=\"284\"/>",
        "",
    ),
    style(
        "QuoteSource",
        "Quote Source",
        "Normal",
        "<w:ind w:left=\"284\"/>",
        "<w:color w:val=\"55605B\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    style(
        "Notice",
        "Notice",
        "Notice",
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"8\" w:color=\"0B6B4F\"/></w:pBdr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F4F0E6\"/><w:ind w:left=\"200\" w:right=\"200\"/>",
        "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>",
    ),
    style(
        "Caution",
        "Caution",
        "Caution",
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"8\" w:color=\"8A5A00\"/></w:pBdr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F4F0E6\"/><w:ind w:left=\"200\" w:right=\"200\"/>",
        "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>",
    ),
    style(
        "ListBullet",
        "List Bullet",
        "ListBullet",
        "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"80\"/>",
        "",
    ),
    style("ListNumber", "List Number", "ListNumber", "<w:spacing w:after=\"80\"/>", ""),
    style(
        "TOCHeading",
        "TOC Heading",
        "Normal",
        "<w:keepNext/><w:spacing w:after=\"240\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"36\"/><w:szCs w:val=\"36\"/>",
    ),
    style("TOC1", "toc 1", "Normal", "<w:spacing w:before=\"100\" w:after=\"60\"/>", "<w:b/><w:bCs/>"),
    style("TOC2", "toc 2", "Normal", "<w:spacing w:after=\"40\"/><w:ind w:left=\"280\"/>", ""),
    style("TOC3", "toc 3", "Normal", "<w:spacing w:after=\"40\"/><w:ind w:left=\"560\"/>", ""),
    style(
        "Header",
        "header",
        "Header",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"CFC9BB\"/></w:pBdr><w:tabs><w:tab w:val=\"right\" w:pos=\"9070\"/></w:tabs><w:spacing w:after=\"0\"/>",
        "<w:color w:val=\"55605B\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
    ),
];

const FOOTER: Style = style(
    "Footer",
    "footer",
    "Footer",
    "<w:tabs><w:tab w:val=\"right\" w:pos=\"9070\"/></w:tabs><w:spacing w:after=\"0\"/>",
    "<w:color w:val=\"55605B\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
);

/// The part with every style, for words in `language`.
pub(super) fn of(language: &str) -> String {
    let mut out = format!(
        "{DECLARATION}<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults>\
         <w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Calibri\"/>\
         <w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" w:bidi=\"ar-SA\"/></w:rPr>\
         </w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"140\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>\
         </w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/>\
         <w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style><w:style w:type=\"character\" w:styleId=\"Hyperlink\">\
         <w:name w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\"0B6B4F\"/><w:u w:val=\"single\"/></w:rPr></w:style>{TABLES}"
    );
    for style in STYLES.iter().chain([&FOOTER]) {
        out.push_str(&format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"Normal\"/>\
             <w:next w:val=\"{}\"/><w:qFormat/><w:pPr>{}</w:pPr>",
            style.id, style.name, style.after, style.paragraph
        ));
        if !style.words.is_empty() {
            out.push_str(&format!("<w:rPr>{}</w:rPr>", style.words));
        }
        out.push_str("</w:style>");
    }
    out.push_str("</w:styles>");
    out
}

/// Lines between rows and none between columns; heads and names of rows are told apart for whoever cannot see them.
const TABLES: &str = concat!(
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/>",
    "<w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>",
    "<w:left w:w=\"70\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>",
    "<w:style w:type=\"table\" w:styleId=\"DataTable\"><w:name w:val=\"Data Table\"/><w:basedOn w:val=\"TableNormal\"/><w:qFormat/>",
    "<w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"CFC9BB\"/>",
    "<w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"55605B\"/>",
    "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"CFC9BB\"/></w:tblBorders></w:tblPr>",
    "<w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>",
    "<w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"55605B\"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>",
);
