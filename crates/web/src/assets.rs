//! Style, script and type: compiled into the program, served under names that change with their content.

use crate::{
    Failure,
    door::Keep,
    doors::{Anybody, Table},
};
use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// The addresses that the layout names.
pub fn style() -> &'static str {
    &ASSETS.style.address
}

pub fn script() -> &'static str {
    &ASSETS.script.address
}

/// Only for the page that asks a browser for a passkey.
pub fn passkey_script() -> &'static str {
    &ASSETS.passkey_script.address
}

/// Only for pages of questions.
pub fn answering_script() -> &'static str {
    &ASSETS.answering_script.address
}

/// Only for the page that asks a browser to compute.
pub fn riddle_script() -> &'static str {
    &ASSETS.riddle_script.address
}

/// Only for pages on which a questionnaire is made.
pub fn builder_script() -> &'static str {
    &ASSETS.builder_script.address
}

/// The letters of the page's own language come first, so the browser fetches them without waiting for the style.
pub fn first_font() -> &'static str {
    &ASSETS.cyrillic.address
}

pub fn table() -> Table {
    Table::default().get("/assets/{name}", asset).get("/favicon.ico", icon)
}

async fn asset(_: Anybody, Path(name): Path<String>) -> Result<Response, Failure> {
    let address = format!("/assets/{name}");
    let scripts = [
        &ASSETS.script,
        &ASSETS.passkey_script,
        &ASSETS.riddle_script,
        &ASSETS.answering_script,
        &ASSETS.builder_script,
    ];
    let mut all = [&ASSETS.style, &ASSETS.cyrillic, &ASSETS.latin, &ASSETS.icon].into_iter().chain(scripts);
    let asset = all.find(|asset| asset.address == address).ok_or(Failure::NotFound)?;
    Ok(asset.response())
}

async fn icon(_: Anybody) -> Response {
    ASSETS.icon.response()
}

struct Assets {
    style: Asset,
    script: Asset,
    passkey_script: Asset,
    riddle_script: Asset,
    answering_script: Asset,
    builder_script: Asset,
    cyrillic: Asset,
    latin: Asset,
    icon: Asset,
}

struct Asset {
    address: String,
    media_type: &'static str,
    bytes: Vec<u8>,
}

static ASSETS: LazyLock<Assets> = LazyLock::new(|| {
    let woff2 = "font/woff2";
    let cyrillic = Asset::new(
        "sofia-sans-cyrillic.woff2",
        woff2,
        include_bytes!("../../../assets/fonts/sofia-sans-cyrillic.woff2"),
    );
    let latin =
        Asset::new("sofia-sans-latin.woff2", woff2, include_bytes!("../../../assets/fonts/sofia-sans-latin.woff2"));
    let style = concat!(
        include_str!("../../../assets/css/base.css"),
        include_str!("../../../assets/css/frame.css"),
        include_str!("../../../assets/css/parts.css"),
        include_str!("../../../assets/css/forms.css"),
        include_str!("../../../assets/css/figure.css"),
        include_str!("../../../assets/css/desk.css"),
        include_str!("../../../assets/css/builder.css"),
        include_str!("../../../assets/css/print.css"),
    );
    // Beside the style itself, whatever stands before both.
    let style = style.replace("cyrillic.woff2", cyrillic.name()).replace("latin.woff2", latin.name());
    Assets {
        style: Asset::new("glas.css", "text/css; charset=utf-8", without_comments(&style).as_bytes()),
        script: Asset::new("glas.js", "text/javascript; charset=utf-8", include_bytes!("../../../assets/js/glas.js")),
        passkey_script: Asset::new(
            "passkey.js",
            "text/javascript; charset=utf-8",
            include_bytes!("../../../assets/js/passkey.js"),
        ),
        answering_script: Asset::new(
            "answering.js",
            "text/javascript; charset=utf-8",
            include_bytes!("../../../assets/js/answering.js"),
        ),
        riddle_script: Asset::new(
            "riddle.js",
            "text/javascript; charset=utf-8",
            include_bytes!("../../../assets/js/riddle.js"),
        ),
        builder_script: Asset::new(
            "builder.js",
            "text/javascript; charset=utf-8",
            include_bytes!("../../../assets/js/builder.js"),
        ),
        icon: Asset::new("icon.svg", "image/svg+xml", include_bytes!("../../../assets/icon.svg")),
        cyrillic,
        latin,
    }
});

impl Asset {
    fn new(name: &str, media_type: &'static str, bytes: &[u8]) -> Asset {
        let digest = HEXLOWER.encode(&Sha256::digest(bytes));
        let short: String = digest.chars().take(12).collect();
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
        Asset { address: format!("/assets/{stem}.{short}.{ending}"), media_type, bytes: bytes.to_vec() }
    }

    fn name(&self) -> &str {
        self.address.rsplit('/').next().unwrap_or_default()
    }

    fn response(&self) -> Response {
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static(self.media_type)),
            (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
        ];
        Keep::Forever.on((headers, self.bytes.clone()).into_response())
    }
}

/// The comments are for us, not for the wire.
fn without_comments(style: &str) -> String {
    let mut kept = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}
