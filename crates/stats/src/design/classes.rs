#![expect(clippy::indexing_slicing, reason = "classes, columns and strata are numbered by the design and its caller")]

use super::Design;
use super::plan::DesignRefusal;
use crate::math::float;
use crate::math::matrix::Matrix;
use crate::weighting::Calibration;

impl Design {
    /// The covariance matrix of figures whose influence depends on a class of the unit alone, as the cells of a table:
    /// a row of `influences` for each figure, a column for each class; `None` pulls nothing.
    ///
    /// Where rows are their own clusters, the sums of each class say everything, whatever the number of units and
    /// figures; the result is that of [`Design::covariance`].
    ///
    /// # Errors
    /// As there.
    pub fn covariance_of_classes(
        &self,
        classes: &[Option<usize>],
        influences: &Matrix,
    ) -> Result<Matrix, DesignRefusal> {
        if classes.len() != self.units() {
            return Err(DesignRefusal::LengthsDiffer { expected: self.units(), found: classes.len() });
        }
        if self.first.clusters.is_none()
            && let Some(covariance) = Sums::of(self, classes, influences.columns()).covariance(self, influences)
        {
            return Ok(covariance);
        }
        let column = |figure: usize| -> Vec<f64> {
            classes.iter().map(|class| class.map_or(0.0, |class| influences.at(figure, class))).collect()
        };
        let columns: Vec<Vec<f64>> = (0..influences.rows()).map(column).collect();
        self.covariance(&columns.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }
}

/// What the squares below may lose to rounding before the slow way is taken.
const LEFT: f64 = 1e-3;

/// Sums over the units, with x the columns of the margins, s the scale (1−f)n/(n−1) of the unit's stratum, and d, w, Q
/// its base weight, weight and square.
struct Sums {
    /// ΣsQ of each class.
    squares: Vec<f64>,
    /// ΣsQx and Σdx of each class.
    squares_by_column: Matrix,
    base_by_column: Matrix,
    /// ΣsQxxᵀ of everybody.
    products: Matrix,
    /// Σw of each class, and Σwx, in each stratum.
    weights: Matrix,
    weights_by_column: Matrix,
}

impl Sums {
    fn of(design: &Design, classes: &[Option<usize>], number: usize) -> Sums {
        let width = design.calibration.as_ref().map_or(0, Calibration::width);
        let strata = &design.first.strata;
        let mut sums = Sums {
            squares: vec![0.0; number],
            squares_by_column: Matrix::nought(number, width),
            base_by_column: Matrix::nought(number, width),
            products: Matrix::nought(width, width),
            weights: Matrix::nought(strata.len(), number),
            weights_by_column: Matrix::nought(strata.len(), width),
        };
        let scales: Vec<f64> = strata.iter().map(|stratum| stratum.scale()).collect();
        let cells = design.calibration.as_ref().map_or(0, Calibration::cells);
        let (mut squares_of_cells, mut weights_of_cells) = (vec![0.0; cells], vec![0.0; strata.len() * cells]);
        for (unit, class) in classes.iter().enumerate() {
            let stratum = design.first.stratum_of_unit[unit];
            let (weight, square) = (design.weights[unit], scales[stratum] * design.squares[unit]);
            if let Some(class) = class.filter(|class| *class < number) {
                sums.squares[class] += square;
                sums.weights.add(stratum, class, weight);
            }
            let Some(calibration) = &design.calibration else { continue };
            let (cell, base) = calibration.of_unit(unit);
            squares_of_cells[cell] += square;
            weights_of_cells[stratum * cells + cell] += weight;
            if let Some(class) = class.filter(|class| *class < number) {
                let (squares, bases) = (sums.squares_by_column.row_mut(class), sums.base_by_column.row_mut(class));
                for column in calibration.columns(cell) {
                    squares[*column] += square;
                    bases[*column] += base;
                }
            }
        }
        for (cell, square) in squares_of_cells.into_iter().enumerate() {
            let columns = design.calibration.as_ref().map_or(&[][..], |calibration| calibration.columns(cell));
            for row in columns {
                columns.iter().for_each(|column| sums.products.add(*row, *column, square));
            }
            for stratum in 0..strata.len() {
                let weight = weights_of_cells[stratum * cells + cell];
                columns.iter().for_each(|column| sums.weights_by_column.add(stratum, *column, weight));
            }
        }
        sums
    }

    /// ΣsQ(e−xᵀB)(e−xᵀB)ᵀ − Σ_h s_h/n_h·T_hT_hᵀ; `None` where so little is left of the squares that rounding shows, and
    /// for strata of a single cluster.
    fn covariance(&self, design: &Design, influences: &Matrix) -> Option<Matrix> {
        let strata = &design.first.strata;
        if strata.iter().any(|stratum| stratum.clusters < 2) {
            return None;
        }
        let figures = influences.rows();
        // B, a column for each figure.
        let right = influences.times(&self.base_by_column);
        let solved: Vec<Vec<f64>> = design
            .calibration
            .iter()
            .flat_map(|calibration| (0..figures).map(|figure| calibration.solve(right.row(figure))))
            .collect();
        let explained = Matrix::of(figures, self.products.rows(), |figure, column| solved[figure][column]);
        let weighted =
            Matrix::of(figures, self.squares.len(), |figure, class| influences.at(figure, class) * self.squares[class]);
        let own = weighted.times(&influences.transposed());
        let crossed = influences.times(&self.squares_by_column).times(&explained.transposed());
        let margins = explained.times(&self.products).times(&explained.transposed());
        let totals = Matrix::of(figures, strata.len(), |figure, stratum| {
            let sum = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
            sum(influences.row(figure), self.weights.row(stratum))
                - sum(explained.row(figure), self.weights_by_column.row(stratum))
        });
        let scaled = Matrix::of(strata.len(), figures, |stratum, figure| {
            totals.at(figure, stratum) * strata[stratum].scale() / float(strata[stratum].clusters)
        });
        let between = totals.times(&scaled);
        let covariance = Matrix::of(figures, figures, |row, column| {
            own.at(row, column) - crossed.at(row, column) - crossed.at(column, row) + margins.at(row, column)
                - between.at(row, column)
        });
        let enough = |figure: usize| {
            let all = own.at(figure, figure) + margins.at(figure, figure) + between.at(figure, figure);
            covariance.at(figure, figure) > LEFT * all
        };
        (0..figures).all(enough).then_some(covariance)
    }
}
