use super::Metrics;
use std::collections::{BTreeMap, BTreeSet};
use store::{LetterState, Pace, Tally};
use web::Watch;

/// Reads the text as Prometheus does: every sample belongs to a family that was declared, labels are quoted, values are
/// numbers, classes of histograms grow, and the end is marked.
pub fn parse(text: &str) -> BTreeMap<String, f64> {
    let mut kinds = BTreeMap::new();
    let mut samples = BTreeMap::new();
    let body = text.strip_suffix("# EOF\n").unwrap_or_else(|| panic!("no end: {text}"));
    for line in body.lines() {
        if let Some(declared) = line.strip_prefix("# TYPE ") {
            let (name, kind) = declared.split_once(' ').unwrap();
            assert!(kinds.insert(name.to_owned(), kind.to_owned()).is_none(), "{name} is declared twice");
            continue;
        }
        if line.starts_with("# HELP ") || line.starts_with("# UNIT ") {
            continue;
        }
        assert!(!line.starts_with('#') && !line.is_empty(), "{line:?}");
        let (sample, value) = line.rsplit_once(' ').unwrap();
        let name = sample.split('{').next().unwrap();
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        assert!(name.starts_with("glas_") && name.chars().all(is_name), "{name}");
        if let Some(labels) = sample.strip_prefix(name).filter(|labels| !labels.is_empty()) {
            let inside = labels.strip_prefix('{').and_then(|labels| labels.strip_suffix('}')).unwrap();
            for label in inside.split("\",") {
                let (key, value) = label.split_once("=\"").unwrap_or_else(|| panic!("{label}"));
                assert!(key.chars().all(is_name) && !value.trim_end_matches('"').contains('"'), "{label}");
            }
        }
        let families = ["_total", "_bucket", "_sum", "_count", "_info", ""];
        let declared = families.iter().find_map(|ending| kinds.get(name.strip_suffix(ending)?));
        assert!(declared.is_some(), "{name} is not declared");
        let value = value.parse::<f64>().unwrap_or_else(|_| panic!("{line}"));
        assert!(samples.insert(sample.to_owned(), value).is_none(), "{sample} twice");
    }
    let mut last = (String::new(), 0.0);
    for line in body.lines().filter(|line| line.contains("_bucket{")) {
        let (sample, value) = line.rsplit_once(' ').unwrap();
        let (before, end) = sample.split_once("le=\"").unwrap();
        let family = format!("{before}{}", end.split_once('"').unwrap().1);
        let value = value.parse::<f64>().unwrap();
        assert!(family != last.0 || value >= last.1, "{line}");
        last = (family, value);
    }
    samples
}

#[test]
fn the_text_is_what_prometheus_reads_and_names_nobody() {
    let metrics = Metrics::new();
    for (method, door, status) in
        [("GET", "/s/{draft}", 200), ("GET", "/s/{draft}", 303), ("POST", "/s/{draft}", 422), ("BREW", "nowhere", 404)]
    {
        metrics.begin(&method.parse().unwrap())(door, status);
    }
    let letters = vec![(LetterState::Failed, 2)];
    let tally = Tally { responses: 182, jobs_failing: 1, letters, database_bytes: 4096, ..Tally::default() };
    let pace = Pace { groups: 4, operations: 205, groups_up_to: vec![(1, 2), (2, 2), (4, 3)], ..Pace::default() };
    let text = metrics.text(&tally, pace).unwrap();
    let samples = parse(&text);
    let check = |sample: &str, value: f64| {
        assert!(samples.get(sample).is_some_and(|found| (found - value).abs() < 1e-9), "{sample}: {text}");
    };
    check("glas_responses_accepted_total", 182.0);
    check("glas_jobs_failing", 1.0);
    check("glas_letters{state=\"failed\"}", 2.0);
    check("glas_letters{state=\"waiting\"}", 0.0);
    check("glas_database_bytes", 4096.0);
    check("glas_http_requests_total{door=\"/s/{draft}\",method=\"GET\",status=\"2xx\"}", 1.0);
    check("glas_http_requests_total{door=\"nowhere\",method=\"other\",status=\"4xx\"}", 1.0);
    check("glas_http_request_duration_seconds_count{door=\"/s/{draft}\"}", 3.0);
    check("glas_commit_operations_bucket{le=\"4.0\"}", 3.0);
    check("glas_commit_operations_bucket{le=\"+Inf\"}", 4.0);
    check("glas_commit_operations_sum", 205.0);
    let version =
        format!("glas_build_info{{version=\"{}\",schema=\"{}\"}}", env!("CARGO_PKG_VERSION"), store::newest_schema());
    check(&version, 1.0);
    let keys: BTreeSet<&str> = samples
        .keys()
        .flat_map(|sample| sample.split(['{', ',']).filter_map(|part| part.split_once("=\"")).map(|(key, _)| key))
        .collect();
    assert_eq!(keys, BTreeSet::from(["door", "le", "method", "schema", "state", "status", "version"]));
}
