//! Special functions, and coders compared.

use serde_json::{Value, json};
use stats::agreement::{Kappa, Metric, krippendorff_of_two};
use stats::math::{chi_square, fisher, normal, student};

use super::arguments::{Answer, level, list, number_at};
use super::tables::given;
use super::{Case, Family};

pub const FEATURES: Family = &[("special_functions", special), ("intercoder", coders)];

fn special(case: &Case<'_>) -> Answer {
    let values = |name: &str, of: &dyn Fn(&Value) -> Answer<f64>| -> Answer<Vec<f64>> {
        list(case.args, name)?.iter().map(of).collect()
    };
    Ok(json!({
        "t_ppf": values("t_ppf", &|of| Ok(student::quantile(number_at(of, 0)?, number_at(of, 1)?)))?,
        "norm_ppf": values("norm_ppf", &|of| Ok(normal::quantile(of.as_f64().ok_or("no number")?)))?,
        "chi2_sf": values("chi2_sf", &|of| Ok(chi_square::upper(number_at(of, 0)?, number_at(of, 1)?)))?,
        "f_sf": values("f_sf", &|of| Ok(fisher::upper(number_at(of, 0)?, number_at(of, 1)?, number_at(of, 2)?)))?,
    }))
}

fn coders(case: &Case<'_>) -> Answer {
    let table = given(case.args)?;
    let found = Kappa::of(&table, level(case.args)?)?;
    Ok(json!({
        "kappa": found.kappa, "se": found.standard_error, "lo": found.interval.low, "hi": found.interval.high,
        "kappa_linear": found.linear, "percent_agreement": found.agreed,
        "krippendorff_nominal": krippendorff_of_two(&table, Metric::Nominal)?,
    }))
}
