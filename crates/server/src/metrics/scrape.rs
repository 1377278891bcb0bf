//! What is looked up when somebody asks.

use prometheus_client::{
    collector::Collector,
    encoding::{DescriptorEncoder, NoLabelSet},
    metrics::{MetricType, counter::Counter, family::Family, gauge::Gauge, info::Info},
    registry::Registry,
};
use store::{LetterState, Pace, Tally};

pub struct Scrape<'a> {
    tally: &'a Tally,
    pace: Pace,
}

impl Scrape<'_> {
    pub fn of(tally: &Tally, pace: Pace) -> Scrape<'_> {
        Scrape { tally, pace }
    }

    pub fn registry(self) -> Registry {
        let Scrape { tally, pace } = self;
        let mut registry = Registry::with_prefix("glas");
        let version =
            [("version", env!("CARGO_PKG_VERSION").to_owned()), ("schema", store::newest_schema().to_string())];
        registry.register("build", "The program and its schema", Info::new(version));
        for (name, help, value) in [
            ("tenants", "Organisations of the installation", tally.tenants),
            ("drafts", "Questionnaires begun and not sent", tally.drafts),
            ("sessions", "Sessions that have not expired", tally.sessions),
            ("jobs_due", "Duties whose time has come", tally.jobs_due),
            ("jobs_failing", "Duties that failed the last time", tally.jobs_failing),
            ("database_bytes", "Size of the database", tally.database_bytes),
            ("files", "Attachments and imported files", tally.files),
            ("file_bytes", "Size of the files", tally.file_bytes),
            ("writes_waiting", "Operations that wait for the writer", pace.writes_waiting),
            ("reads_waiting", "Operations that wait for a reader", pace.reads_waiting),
        ] {
            let gauge: Gauge = Gauge::default();
            gauge.set(i64::try_from(value).unwrap_or(i64::MAX));
            registry.register(name, help, gauge);
        }
        for (name, help, value) in [
            ("responses_accepted", "Answers accepted, however they came in", tally.responses),
            ("journal_entries", "Entries of all journals", tally.journal_entries),
        ] {
            let counter: Counter = Counter::default();
            counter.inc_by(value);
            registry.register(name, help, counter);
        }
        let letters = Family::<[(&str, &str); 1], Gauge>::default();
        for state in LetterState::ALL {
            let many = tally.letters.iter().find(|(of, _)| *of == state).map_or(0, |(_, many)| *many);
            letters.get_or_create(&[("state", state.code())]).set(i64::try_from(many).unwrap_or(i64::MAX));
        }
        registry.register("letters", "Letters by state", letters);
        registry.register_collector(Box::new(Groups(pace)));
        registry
    }
}

/// How many operations were committed together.
#[derive(Debug)]
struct Groups(Pace);

impl Collector for Groups {
    fn encode(&self, mut encoder: DescriptorEncoder) -> Result<(), std::fmt::Error> {
        let Pace { groups, operations, groups_up_to, .. } = &self.0;
        let (mut so_far, mut buckets) = (0, Vec::new());
        for (end, up_to) in groups_up_to {
            let end = u32::try_from(*end).map_or(f64::INFINITY, f64::from);
            buckets.push((end, up_to.saturating_sub(so_far)));
            so_far = *up_to;
        }
        buckets.push((f64::INFINITY, groups.saturating_sub(so_far)));
        // A sum of whole numbers that a float holds exactly for a very long time.
        let sum = u32::try_from(*operations).map_or(f64::from(u32::MAX), f64::from);
        let help = "Operations in one commit";
        encoder
            .encode_descriptor("commit_operations", help, None, MetricType::Histogram)?
            .encode_histogram::<NoLabelSet>(sum, *groups, &buckets, None)
    }
}
