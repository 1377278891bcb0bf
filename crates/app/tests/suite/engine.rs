//! A fresh place for a store on each engine.

use postgres::{Client, NoTls};
use std::sync::{
    Once,
    atomic::{AtomicU32, Ordering},
};
use store::Location;

/// An empty place, gone afterwards.
pub struct Place {
    pub location: Location,
    _folder: Option<tempfile::TempDir>,
    schema: Option<(String, String)>,
}

impl Place {
    pub fn folder() -> Place {
        let folder = tempfile::tempdir().unwrap();
        Place { location: Location::Folder(folder.path().join("data")), _folder: Some(folder), schema: None }
    }

    /// A schema of its own on the test's server; `None`, said loudly once, where there is no server.
    pub fn server() -> Option<Place> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        static SAID: Once = Once::new();
        let Ok(address) = std::env::var("GLAS_TEST_POSTGRES") else {
            SAID.call_once(|| eprintln!("\n!!! GLAS_TEST_POSTGRES is not set: PostgreSQL was NOT tested !!!\n"));
            return None;
        };
        let schema = format!("glas_app_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        Client::connect(&address, NoTls).unwrap().batch_execute(&format!("create schema {schema}")).unwrap();
        let mark = if address.contains('?') { '&' } else { '?' };
        let location = Location::Postgres(format!("{address}{mark}options=-c%20search_path%3D{schema}"));
        Some(Place { location, _folder: None, schema: Some((address, schema)) })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some((address, schema)) = &self.schema
            && let Ok(mut client) = Client::connect(address, NoTls)
        {
            let _ = client.batch_execute(&format!("drop schema {schema} cascade"));
        }
    }
}

pub fn for_each_place(dialogue: impl Fn(&Place)) {
    dialogue(&Place::folder());
    if let Some(place) = Place::server() {
        dialogue(&place);
    }
}
