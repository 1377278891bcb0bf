use axum::http::{HeaderMap, header};

/// Which browser it roughly is: enough to recognise one's own, too little to recognise anybody.
///
/// „Firefox, Windows“; empty where the browser says nothing that we know. A browser that names several is the one that
/// it names itself last: every Edge says that it is a Chrome and a Safari too.
pub fn browser(headers: &HeaderMap) -> String {
    const PROGRAMS: [(&str, &str); 7] = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 7] = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];
    let told = headers.get(header::USER_AGENT).and_then(|told| told.to_str().ok()).unwrap_or_default();
    let named =
        |known: &[(&str, &'static str)]| known.iter().find(|(mark, _)| told.contains(mark)).map(|(_, name)| *name);
    [named(&PROGRAMS), named(&SYSTEMS)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_ones_are_recognised() {
        let check = |told: &str, expected: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::USER_AGENT, told.parse().unwrap());
            assert_eq!(browser(&headers), expected, "{told}");
        };
        check("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Windows");
        check(
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
            "Chrome, Linux",
        );
        check(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 \
             Safari/537.36 Edg/126.0.0.0",
            "Edge, Windows",
        );
        check(
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
             Version/17.5 Mobile/15E148 Safari/604.1",
            "Safari, iPhone",
        );
        check(
            "Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 \
             Chrome/121.0.0.0 Mobile Safari/537.36",
            "Samsung Internet, Android",
        );
        check("curl/8.7.1", "");
        check("<script>Firefox/</script>", "Firefox");
        assert_eq!(browser(&HeaderMap::new()), "");
    }
}
