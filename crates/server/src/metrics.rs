//! Figures for Prometheus, on a listener of their own: requests by door and class of status, how the writer keeps up,
//! what waits and what fails. No label holds a path, a key, a name or an address.

mod listener;
mod scrape;
#[cfg(test)]
mod tests;

pub use listener::{Listener, serve};

use crate::clock::Stopwatch;
use prometheus_client::{
    metrics::{counter::Counter, family::Family, histogram::Histogram},
    registry::Registry,
};
use scrape::Scrape;
use std::sync::Arc;
use store::{Pace, Tally};
use web::{Answered, Watch};

/// Upper ends in seconds: from a page that lies ready to a report that is typeset.
const SECONDS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

type Labels = [(&'static str, String); 3];
type Door = [(&'static str, String); 1];

/// What is counted while the program runs. Clones share it.
#[derive(Clone)]
pub struct Metrics {
    registry: Arc<Registry>,
    requests: Family<Labels, Counter>,
    durations: Family<Door, Histogram, fn() -> Histogram>,
}

fn histogram() -> Histogram {
    Histogram::new(SECONDS)
}

impl Metrics {
    pub fn new() -> Metrics {
        let mut registry = Registry::with_prefix("glas");
        let requests = Family::<Labels, Counter>::default();
        let durations = Family::<Door, Histogram, fn() -> Histogram>::new_with_constructor(histogram);
        registry.register("http_requests", "Requests by door, method and class of status", requests.clone());
        registry.register("http_request_duration_seconds", "Time until an answer went out", durations.clone());
        Metrics { registry: Arc::new(registry), requests, durations }
    }

    /// Everything as text in the format of OpenMetrics 1.0.
    ///
    /// # Errors
    /// None that a text could give.
    pub fn text(&self, tally: &Tally, pace: Pace) -> Result<String, std::fmt::Error> {
        let mut text = String::new();
        prometheus_client::encoding::text::encode_registry(&mut text, &self.registry)?;
        prometheus_client::encoding::text::encode_registry(&mut text, &Scrape::of(tally, pace).registry())?;
        prometheus_client::encoding::text::encode_eof(&mut text)?;
        Ok(text)
    }
}

impl Watch for Metrics {
    fn begin(&self, method: &hyper::Method) -> Answered {
        let method = match method.as_str() {
            known @ ("GET" | "HEAD" | "POST") => known.to_owned(),
            // Anybody can send any word.
            _ => "other".to_owned(),
        };
        let (metrics, begun) = (self.clone(), Stopwatch::start());
        Box::new(move |door, status| {
            let class = format!("{}xx", status / 100);
            let labels = [("door", door.to_owned()), ("method", method), ("status", class)];
            metrics.requests.get_or_create(&labels).inc();
            let taken = begun.elapsed().as_secs_f64();
            metrics.durations.get_or_create(&[("door", door.to_owned())]).observe(taken);
        })
    }
}
