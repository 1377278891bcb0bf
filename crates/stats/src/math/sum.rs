//! Sums of floats whose result depends on the values alone, to the last bit that matters.

/// A running sum that keeps what rounding would lose (Neumaier 1974).
#[derive(Debug, Clone, Copy, Default)]
pub struct Sum {
    total: f64,
    lost: f64,
}

impl Sum {
    pub fn add(&mut self, value: f64) {
        let total = self.total + value;
        // Both parts of what rounding lost, without asking which of the two numbers is larger (Knuth 1969, 4.2.2).
        let added = total - self.total;
        self.lost += (self.total - (total - added)) + (value - added);
        self.total = total;
    }

    pub fn value(self) -> f64 {
        self.total + self.lost
    }
}

impl FromIterator<f64> for Sum {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Sum {
        let mut sum = Sum::default();
        for value in values {
            sum.add(value);
        }
        sum
    }
}
