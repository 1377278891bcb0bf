use super::{
    body::{Body, Drawn},
    paragraph::{Look, Paragraph, plain, run},
    table::{MEASURE, sequence},
};
use crate::Art;
use document::{Figure, escaped, svg};

impl Body<'_> {
    /// Caption, what was measured and asked, the chart, whom it tells of, its table.
    pub fn figure(&mut self, figure: &Figure) -> Result<(), anyhow::Error> {
        let words = &self.document.words;
        let caption = format!(
            "{}{}{}",
            plain(&format!("{} ", words.figure)),
            sequence(&words.figure, figure.number),
            plain(&format!(". {}", figure.finding))
        );
        let caption = self.links.place(Some(&figure.anchor), &caption);
        self.push(Paragraph { style: "Caption", keeps_with_next: true, ..Paragraph::default() }, &caption);
        let small = Paragraph { style: "FigureText", keeps_with_next: true, ..Paragraph::default() };
        if !figure.measure.trim().is_empty() {
            self.push(small, &plain(&figure.measure));
        }
        if !figure.question.trim().is_empty() {
            let term = run(&format!("{}: ", words.question), Look { strong: true, ..Look::default() });
            let question = plain(&svg::quoted(&figure.question, self.document.language));
            self.push(small, &format!("{term}{question}"));
        }
        let drawn = self.picture((self.painter)(Art::Chart(figure))?)?;
        let name = format!("{} {}", words.figure, figure.number);
        let picture = inline(drawn, &name, &figure.alternative, MEASURE * EMU);
        self.push(Paragraph { style: "Picture", keeps_with_next: true, ..Paragraph::default() }, &picture);
        for words in [Some(figure.base.as_str()), figure.missing.as_deref(), Some(figure.method.as_str())] {
            self.styled("FigureText", words.unwrap_or_default());
        }
        if !figure.table.rows.is_empty() {
            let words = &self.document.words;
            let label = format!("{} · {} {}", words.table, words.figure, figure.number);
            self.push(Paragraph { style: "TableLabel", keeps_with_next: true, ..Paragraph::default() }, &plain(&label));
            self.grid(&figure.table, &figure.finding);
        }
        Ok(())
    }
}

/// English metric units in a twentieth of a point.
pub(super) const EMU: usize = 635;

/// Higher than this it would not stand on a page with its caption: 200 mm.
const HIGHEST: u64 = 7_200_000;

/// A picture in a line of text, `width` wide unless it is too high then.
pub(super) fn inline(drawn: Drawn, name: &str, alternative: &str, width: usize) -> String {
    let (across, down) = drawn.pixels;
    let width = u64::try_from(width).unwrap_or(HIGHEST);
    let height = width * down / across;
    let (width, height) = if height > HIGHEST { (HIGHEST * across / down, HIGHEST) } else { (width, height) };
    let (number, name, alternative) = (drawn.number, escaped(name), escaped(alternative));
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/>\
         <wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:docPr id=\"{number}\" name=\"{name}\" descr=\"{alternative}\"/>\
         <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>\
         <a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>\
         <pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"{name}\" descr=\"{alternative}\"/><pic:cNvPicPr/></pic:nvPicPr>\
         <pic:blipFill><a:blip r:embed=\"picture{number}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
         <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>\
         </w:drawing></w:r>"
    )
}
