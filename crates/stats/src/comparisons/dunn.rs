use crate::comparisons::cross_table::CrossTable;
use crate::comparisons::kruskal_wallis::twice_ranks;
use crate::comparisons::mann_whitney::ties;
use crate::comparisons::tested::{Degrees, Tested, Untestable};
use crate::math::{float, float_of_integer, normal};

/// Two of several groups beside each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairOfGroups {
    pub first: usize,
    pub second: usize,
    /// z is positive when the first group tends to lie higher. Adjust p for the number of pairs, by Holm's rule.
    pub tested: Tested,
}

/// After Kruskal and Wallis's test, which groups differ: the mean ranks of every two, with the variance of all groups
/// together (Dunn 1964), in the order (1,2), (1,3) … (2,3) ….
///
/// # Errors
/// When a group is empty, there are not two, or everybody answered alike.
pub fn dunn(table: &CrossTable) -> Result<Vec<PairOfGroups>, Untestable> {
    let sizes = table.row_totals();
    if sizes.len() < 2 || sizes.contains(&0) {
        return Err(Untestable::OneLevel);
    }
    let n = i128::from(table.total());
    let untied = n * n * n - n - ties(&table.column_totals());
    if untied <= 0 {
        return Err(Untestable::NoSpread);
    }
    let variance = float_of_integer(untied) / (12.0 * float_of_integer(n - 1));
    let groups: Vec<(u64, f64)> = sizes
        .into_iter()
        .zip(twice_ranks(table))
        .map(|(size, ranks)| (size, float_of_integer(ranks) / (2.0 * float(size))))
        .collect();
    let mut pairs = Vec::new();
    for (first, (m, high)) in groups.iter().enumerate() {
        for (second, (n, low)) in groups.iter().enumerate().skip(first + 1) {
            let z = (high - low) / (variance * (1.0 / float(*m) + 1.0 / float(*n))).sqrt();
            let tested = Tested::new(z, Degrees::None, 2.0 * normal::upper(z.abs()));
            pairs.push(PairOfGroups { first, second, tested });
        }
    }
    Ok(pairs)
}
