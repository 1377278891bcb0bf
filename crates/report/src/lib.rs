//! Documents typeset as tagged PDF: the only crate that knows Typst.
