//! Blocks, figures, charts: the one model of every document, as HTML and SVG text.
