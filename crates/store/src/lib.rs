mod dialect;
mod fault;
mod location;
mod lock;
mod migration;
mod postgresql;
mod queue;
mod sqlite;
mod store;
mod transaction;
mod value;

pub use dialect::Dialect;
pub use fault::{Failure, Refusal, StoreFault};
pub use location::{Creation, Location};
pub use migration::newest_schema;
pub use store::Store;
pub use transaction::Transaction;
pub use value::{Cell, Row, Value};
