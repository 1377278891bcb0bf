//! Router, pages, templates, assets: the only crate that knows HTTP.
