//! Group comparisons, tests, regressions and scales under a design.

use serde_json::{Value, json};
use stats::weighted::{
    Link, Term, Ties, WeightedTable, ZeroCells, domain_means, rank_test, rank_test_of_groups, regression, t_test,
    weighted_alpha, weighted_promoters,
};
use stats::{Figures, Linearised};

use super::arguments::{Answer, level, list, number, number_at, pair, text, texts, unknown};
use super::design::{Sample, block, joined};
use super::means::share_under;
use super::{Case, Family};

pub const FEATURES: Family = &[
    ("svyby_mean", means_of_groups),
    ("svyby_prop", shares_of_groups),
    ("svycontrast_diff", contrast),
    ("svyttest", difference),
    ("ranktest_midrank", mid_ranks),
    ("ranktest_midrank_k", mid_ranks_of_groups),
    ("svyranktest_wilcoxon", stored_ranks),
    ("svyranktest_kruskal", stored_ranks_of_groups),
    ("svychisq", table),
    ("svychisq_calibrated", table),
    ("rao_scott_null", table),
    ("svyglm_did_panel", model),
    ("svyglm_did_independent", model),
    ("svyglm_logit", model),
    ("svycralpha", alpha),
    ("nps_weighted", promoters),
];

/// Answers and groups of the design, with as many groups as there are levels.
struct Groups {
    sample: Sample,
    answers: Vec<Option<f64>>,
    groups: Vec<Option<usize>>,
    number: usize,
}

fn groups(case: &Case<'_>) -> Answer<Groups> {
    let sample = case.sample()?;
    let levels = list(case.args, "by_levels")?;
    let answers = sample.answers(case.args, text(case.args, "var")?)?;
    let groups = sample.places(case.args, text(case.args, "by")?, levels)?;
    Ok(Groups { answers, groups, number: levels.len(), sample })
}

fn means_of_groups(case: &Case<'_>) -> Answer {
    let Groups { sample, answers, groups, number } = groups(case)?;
    let figures = Figures::of(&sample.design, &domain_means(&sample.design, &answers, &groups, number)?)?;
    let covariance = ("vcov".to_owned(), figures.covariance.to_rows().into());
    joined(block(&figures, level(case.args)?), [covariance])
}

fn shares_of_groups(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    let levels = list(case.args, "by_levels")?;
    let successes = sample.successes(case.args)?;
    let groups = sample.places(case.args, text(case.args, "by")?, levels)?;
    let (mut shares, mut low, mut high) = (Vec::new(), Vec::new(), Vec::new());
    for group in 0..levels.len() {
        let members: Vec<bool> = groups.iter().map(|own| *own == Some(group)).collect();
        let own: Vec<Option<f64>> =
            successes.iter().zip(&members).map(|(success, member)| success.filter(|_| *member)).collect();
        let rows = members.iter().zip(sample.design.counts()).filter(|(member, _)| **member).map(|(_, count)| count);
        let degrees = sample.design.degrees_of(&members);
        let (p, interval) = share_under(&sample, &own, text(case.args, "method")?, rows.sum(), degrees, case.args)?;
        shares.push(p);
        low.push(interval.low);
        high.push(interval.high);
    }
    Ok(json!({"est": shares, "lo": low, "hi": high}))
}

fn contrast(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    let contrast = list(case.args, "contrast")?;
    let levels: Vec<Value> = contrast.iter().filter_map(|part| part.get(0).cloned()).collect();
    let factors: Vec<f64> = contrast.iter().map(|part| number_at(part, 1)).collect::<Answer<_>>()?;
    let answers = sample.answers(case.args, text(case.args, "var")?)?;
    let groups = sample.places(case.args, text(case.args, "by")?, &levels)?;
    let means = domain_means(&sample.design, &answers, &groups, levels.len())?;
    let parts: Vec<(f64, &Linearised)> = factors.into_iter().zip(&means).collect();
    let figure = Linearised::combined(&parts);
    Ok(json!({"diff": figure.value, "se": figure.variance(&sample.design)?.sqrt()}))
}

fn difference(case: &Case<'_>) -> Answer {
    let Groups { sample, answers, groups, .. } = groups(case)?;
    let found = t_test(&sample.design, &answers, &groups)?;
    Ok(json!({"diff": found.value, "t": found.t, "df": found.degrees, "p": found.p}))
}

fn mid_ranks(case: &Case<'_>) -> Answer {
    two_groups(case, Ties::MidRanks)
}

fn stored_ranks(case: &Case<'_>) -> Answer {
    two_groups(case, Ties::StoredOrder)
}

fn two_groups(case: &Case<'_>, ties: Ties) -> Answer {
    let Groups { sample, answers, groups, .. } = groups(case)?;
    let found = rank_test(&sample.design, &answers, &groups, ties)?;
    Ok(json!({
        "effect": found.value, "t": found.t, "statistic": found.t, "df": found.degrees, "p": found.p,
    }))
}

fn mid_ranks_of_groups(case: &Case<'_>) -> Answer {
    several_groups(case, Ties::MidRanks)
}

fn stored_ranks_of_groups(case: &Case<'_>) -> Answer {
    several_groups(case, Ties::StoredOrder)
}

fn several_groups(case: &Case<'_>, ties: Ties) -> Answer {
    let Groups { sample, answers, groups, number } = groups(case)?;
    let found = rank_test_of_groups(&sample.design, &answers, &groups, number, ties)?;
    Ok(json!({"chisq": found.chi_square, "ndf": found.numerator, "ddf": found.denominator, "p": found.p}))
}

fn table(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    let places = |name: &str, levels: &str| sample.places(case.args, text(case.args, name)?, list(case.args, levels)?);
    let (rows, columns) = (places("rows", "row_levels")?, places("cols", "col_levels")?);
    let table = WeightedTable::new(&sample.design, &rows, &columns)?;
    let zero_cells = match text(case.args, "zero_cells")? {
        "r_compat" => ZeroCells::Observed,
        "null_proportions" => ZeroCells::NullProportions,
        other => return unknown("rule for empty cells", other),
    };
    let answer =
        |statistic: f64, parameter: Value, p: f64| json!({"statistic": statistic, "parameter": parameter, "p": p});
    Ok(match text(case.args, "statistic")? {
        "F" => {
            let found = table.rao_scott(zero_cells)?;
            json!({
                "statistic": found.statistic, "parameter": [found.numerator, found.denominator], "p": found.p,
                "F": found.statistic, "ndf": found.numerator, "ddf": found.denominator,
            })
        }
        "Chisq" => {
            let found = table.rao_scott(zero_cells)?.first_order;
            answer(found.chi_square, found.degrees.into(), found.p)
        }
        "Wald" | "adjWald" => {
            let found = table.wald(text(case.args, "statistic")? == "adjWald")?;
            answer(found.statistic, json!([found.numerator, found.denominator]), found.p)
        }
        other => return unknown("statistic", other),
    })
}

fn model(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    let link = match (text(case.args, "family")?, text(case.args, "link")?) {
        ("gaussian", "identity") => Link::Identity,
        ("binomial" | "quasibinomial", "logit") => Link::Logit,
        (_, link) => return unknown("link", link),
    };
    let response = sample.answers(case.args, text(case.args, "response")?)?;
    let mut terms: Vec<Term> = Vec::new();
    for term in list(case.args, "terms")? {
        terms.extend(columns(&sample, case.args, term)?);
    }
    let found = regression(&sample.design, &response, &terms, link)?;
    let figures = Figures::of(&sample.design, &found.coefficients)?;
    let intervals = figures.intervals(level(case.args)?);
    Ok(json!({
        "coef": figures.values, "se": figures.standard_errors(),
        "ci_lo": intervals.iter().map(|interval| interval.low).collect::<Vec<_>>(),
        "ci_hi": intervals.iter().map(|interval| interval.high).collect::<Vec<_>>(),
        "ci": intervals.into_iter().map(pair).collect::<Vec<_>>(),
        "df_resid": found.residual_degrees,
    }))
}

/// The columns of one term: one, or for a factor one for each level but the first.
fn columns(sample: &Sample, args: &Value, term: &Value) -> Answer<Vec<Term>> {
    Ok(match text(term, "type")? {
        "intercept" => vec![vec![Some(1.0); sample.table.rows]],
        "numeric" => vec![sample.answers(args, text(term, "var")?)?],
        "factor" => {
            let levels = list(term, "levels")?;
            let places = sample.places(args, text(term, "var")?, levels)?;
            let is = |level: usize| {
                places.iter().map(|place| place.map(|place| if place == level { 1.0 } else { 0.0 })).collect::<Term>()
            };
            (1..levels.len()).map(is).collect()
        }
        "product" => {
            let mut product: Term = vec![Some(1.0); sample.table.rows];
            for name in texts(term, "vars")? {
                let column = sample.answers(args, name)?;
                product =
                    product.iter().zip(column).map(|(value, other)| value.zip(other).map(|(a, b)| a * b)).collect();
            }
            vec![product]
        }
        other => return unknown("kind of term", other),
    })
}

fn alpha(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    let items: Vec<Vec<Option<f64>>> =
        texts(case.args, "items")?.iter().map(|item| sample.answers(case.args, item)).collect::<Answer<_>>()?;
    Ok(json!({"alpha": weighted_alpha(&sample.design, &items)?}))
}

fn promoters(case: &Case<'_>) -> Answer {
    let sample = case.sample()?;
    let answers = sample.answers(case.args, text(case.args, "var")?)?;
    let ends = (number(case.args, "promoter_min")?, number(case.args, "detractor_max")?);
    let score = weighted_promoters(&sample.design, &answers, ends.0, ends.1)?;
    Ok(block(&Figures::of(&sample.design, &[score])?, level(case.args)?))
}
