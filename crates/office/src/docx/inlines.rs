use super::{
    links::Links,
    paragraph::{Look, run},
};
use document::Inline;

/// Words with their emphasis and links.
pub(super) fn runs(inlines: &[Inline], links: &mut Links) -> String {
    within(inlines, Look::default(), false, links)
}

fn within(inlines: &[Inline], look: Look<'static>, is_link: bool, links: &mut Links) -> String {
    let mut out = String::new();
    for inline in inlines {
        out.push_str(&match inline {
            Inline::Text(text) => run(text, look),
            Inline::Strong(inner) => within(inner, Look { strong: true, ..look }, is_link, links),
            Inline::Emphasis(inner) => within(inner, Look { emphasis: true, ..look }, is_link, links),
            // A link inside of a link leads nowhere of its own.
            Inline::Link { words, .. } if is_link => within(words, look, true, links),
            Inline::Link { address, words } => {
                let runs = within(words, Look { style: Some("Hyperlink"), ..look }, true, links);
                links.link(address, &runs)
            }
            Inline::Number { words, anchor: Some(anchor), .. } if !is_link => {
                links.link(&format!("#{anchor}"), &run(words, look))
            }
            Inline::Number { words, .. } => run(words, look),
        });
    }
    out
}
