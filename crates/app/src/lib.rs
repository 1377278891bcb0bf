//! Operations and read models.
