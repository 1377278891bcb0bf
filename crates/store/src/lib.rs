//! All SQL, both databases, migrations, jobs, files.
