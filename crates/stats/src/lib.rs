//! Survey statistics: collection classes, proportions and their intervals.
