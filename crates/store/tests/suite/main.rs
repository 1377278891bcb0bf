//! One suite, two engines: every dialogue below runs on SQLite, and on PostgreSQL where `GLAS_TEST_POSTGRES` says where
//! one is (a connection string whose person may create schemas).

mod engine;
mod samples;

mod nouns;
mod writing;
