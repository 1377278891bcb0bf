//! The order that ECMA-376 (part 1, chapter 17) demands of the children of properties: a program that keeps to it may
//! refuse a file in which they stand otherwise.

use crate::package::Element;

const ORDERS: [(&str, &str); 12] = [
    (
        "w:pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs \
         suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd \
         snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment \
         textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    ),
    (
        "w:rPr",
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish \
         webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang",
    ),
    (
        "w:tblPr",
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd \
         tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    ),
    (
        "w:tcPr",
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    ),
    ("w:tbl", "bookmarkStart bookmarkEnd tblPr tblGrid tr"),
    ("w:tc", "tcPr p"),
    ("w:pBdr", "top left bottom right between bar"),
    ("w:tblBorders", "top left start bottom right end insideH insideV"),
    (
        "w:style",
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal \
         pPr rPr tblPr trPr tcPr tblStylePr",
    ),
    ("w:lvl", "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"),
    (
        "w:sectPr",
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols \
         formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    ),
    (
        "w:settings",
        "writeProtection view zoom removePersonalInformation defaultTabStop autoHyphenation consecutiveHyphenLimit \
         evenAndOddHeaders characterSpacingControl updateFields compat docVars rsids themeFontLang clrSchemeMapping \
         decimalSymbol listSeparator",
    ),
];

/// Fails the test where children stand in another order, or stand there at all without a place in it.
pub fn check(root: &Element) {
    for element in root.all() {
        let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == element.name) else { continue };
        let order: Vec<&str> = order.split_whitespace().collect();
        let places: Vec<usize> = element
            .children
            .iter()
            .map(|child| {
                let name = child.name.trim_start_matches("w:");
                order
                    .iter()
                    .position(|known| *known == name)
                    .unwrap_or_else(|| panic!("{name} inside of {}", element.name))
            })
            .collect();
        assert!(places.is_sorted(), "{}: {:?}", element.name, element.children);
    }
}
