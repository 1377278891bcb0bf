//! Special functions against values computed apart with fifty digits (mpmath).

use stats::math::{beta, chi_square, fisher, gamma, noncentral_chi_square, noncentral_t, normal, student};

#[track_caller]
fn check(found: f64, expected: f64, what: impl std::fmt::Debug) {
    let error = (found - expected).abs() / expected.abs();
    assert!(error <= 1e-12, "{what:?}: {found:e} instead of {expected:e}, off by {error:e}");
}

#[test]
fn incomplete_beta_in_both_tails() {
    for (a, b, x, lower, upper) in [
        (2.0, 3.0, 0.25, 0.26171875, 0.73828125),
        (0.5, 0.5, 0.1, 0.20483276469913345, 0.7951672353008665),
        (141.0, 36.0, 0.75, 0.06688896953381065, 0.9331110304661894),
        (1.0, 5000.0, 0.0001, 0.3934845043752551, 0.6065154956247448),
        (50000.0, 50001.0, 0.499, 0.26457781839661826, 0.7354221816033817),
        (3.7, 0.01, 0.9, 0.00817905179642236, 0.9918209482035777),
        (100.5, 0.5, 0.99, 0.15574072016430587, 0.8442592798356942),
        (100000.0, 3.0, 0.9999, 0.0027680339601161104, 0.9972319660398838),
    ] {
        check(beta::lower(a, b, x), lower, (a, b, x));
        check(beta::upper(a, b, x), upper, (a, b, x));
    }
}

#[test]
fn inverse_of_incomplete_beta() {
    for (a, b, p, x) in [
        (141.0, 36.0, 0.025, 0.7344392248589673),
        (1.0, 176.0, 0.025, 0.00014384083564378215),
        (3.0, 4998.0, 0.025, 0.00012375152046931285),
        (4.0, 4997.0, 0.975, 0.0017524436033960471),
        (0.5, 0.5, 0.3, 0.20610737385376343),
        (2.0, 119.0, 0.05, 0.002969348343917377),
        (20.5, 0.7, 0.025, 0.8620910237909789),
        (5000.0, 3000.0, 0.025, 0.6143627580822268),
    ] {
        check(beta::inverse_lower(a, b, p), x, (a, b, p));
    }
}

#[test]
fn inverse_from_the_upper_tail_keeps_small_values_exact() {
    check(beta::inverse_upper(4.0, 4997.0, 0.025), 0.001_752_443_603_396_047_1, "3 of 5000");
}

#[test]
fn student_quantiles() {
    for (q, df, t) in [
        (0.025, 1.0, 12.706204736174703),
        (0.025, 2.5, 3.574654842003683),
        (0.025, 5.0, 2.5705818356363155),
        (0.005, 197.0, 2.601015641689563),
        (1e-10, 30.0, 9.377489780407144),
        (0.4, 3.0, 0.27667066233268983),
        (0.025, 999.0, 1.96234146113345),
        (0.025, 175.0, 1.9736124619543847),
        (0.025, 1000000.0, 1.959966356814107),
        (0.49999, 12.0, 2.5593362585311195e-05),
    ] {
        check(student::upper_quantile(q, df), t, (q, df));
        check(student::upper(t, df), q, (t, df));
        check(student::quantile(q, df), -t, (q, df));
    }
}

#[test]
fn chi_square_quantiles() {
    for (q, df, x) in [
        (0.05, 1.0, 3.841458820694126),
        (0.95, 1.0, 0.00393214000001953),
        (0.007142857142857143, 1.0, 7.236689268110895),
        (0.05, 8.0, 15.507313055865454),
        (0.5, 700.0, 699.333446325881),
        (0.999, 3.0, 0.024297585815692746),
        (1e-12, 4.0, 62.1997463915383),
        (1e-12, 0.5, 47.86375393011639),
    ] {
        check(chi_square::upper_quantile(q, df), x, (q, df));
    }
}

#[test]
fn chi_square_tails() {
    for (x, df, q) in [
        (3.84, 1.0, 0.050043521248705106),
        (20.5, 8.0, 0.008601172465987884),
        (900.0, 700.0, 4.227616740898031e-07),
        (1e-06, 0.5, 0.9706626167748769),
        (300.0, 3.0, 9.94875834632771e-65),
    ] {
        check(chi_square::upper(x, df), q, (x, df));
    }
}

#[test]
fn normal_quantiles() {
    for (q, x) in [
        (0.025, 1.9599639845400543),
        (0.005, 2.575829303548901),
        (0.3, 0.5244005127080408),
        (1e-20, 9.262340089798407),
        (1e-300, 37.0470962993612),
        (0.999, -3.090232306167813),
        (0.4999999, 2.5066282747031063e-07),
    ] {
        check(normal::upper_quantile(q), x, q);
        check(normal::upper(x), q, x);
    }
}

#[test]
fn log_gamma() {
    for (x, value) in [
        (0.1, 2.252712651734206),
        (0.5, 0.5723649429247001),
        (1.5, -0.12078223763524522),
        (4.0, 1.791_759_469_228_055),
        (176.0, 732.3393531467393),
        (1000000.0, 12815504.569147611),
        (1e-08, 18.42068073818021),
    ] {
        check(gamma::log(x), value, x);
    }
}

#[test]
fn fisher_tail_of_one_degree_is_the_t_tail_twice() {
    for (t, df) in [(0.3, 4.0), (2.1, 17.5), (9.0, 3.0)] {
        check(fisher::upper(t * t, 1.0, df), 2.0 * student::upper(t, df), (t, df));
    }
}

#[test]
fn the_ends_and_what_is_no_number() {
    assert!(normal::upper_quantile(0.0).is_infinite() && normal::upper_quantile(f64::NAN).is_nan());
    assert!(normal::upper_quantile(0.5).abs() < 1e-15);
    assert!(student::upper_quantile(0.5, 3.0).abs() < 1e-7);
    assert!(student::upper_quantile(0.025, 0.0).is_nan());
    assert!(beta::lower(0.0, 1.0, 0.5).is_nan() && beta::inverse_lower(2.0, 3.0, f64::NAN).is_nan());
    assert!(beta::lower(2.0, 3.0, -1.0) <= 0.0 && beta::lower(2.0, 3.0, 1.5) >= 1.0);
    assert!(beta::inverse_lower(2.0, 3.0, 0.0) <= 0.0 && beta::inverse_lower(2.0, 3.0, 1.0) >= 1.0);
    assert!(chi_square::upper(0.0, 3.0) >= 1.0 && chi_square::upper_quantile(1.0, 3.0) <= 0.0);
}

#[test]
fn fisher_quantiles() {
    for (p, above, below, f) in [
        (0.975, 3.0, 7.0, 5.889819167203253),
        (0.025, 3.0, 7.0, 0.06837889693755993),
        (0.975, 2708.0, 10832.0, 1.0607987095208742),
        (1e-8, 5.0, 3.0, 0.0002849540763138025),
    ] {
        check(fisher::quantile(p, above, below), f, (p, above, below));
        // The upper tail of the inverse ratio is the lower one of the ratio.
        check(1.0 / fisher::upper_quantile(p, below, above), f, (p, above, below));
    }
}

#[test]
fn noncentral_student_tails() {
    for (t, df, delta, upper) in [
        (1.96, 350.0, 2.8, 0.799_294_116_782_906_5),
        (2.0, 10.0, 0.5, 0.091_888_900_457_212_29),
        (2.0, 10.0, -3.0, 2.318_159_289_983_463e-6),
        (-1.0, 5.0, 2.0, 0.997_683_624_345_924_8),
        (0.3, 1.0, 0.2, 0.484_920_752_522_179_37),
        (12.0, 4.0, 9.0, 0.313_834_089_827_298_7),
        (40.0, 30.0, 5.0, 2.149_612_854_389_763e-18),
        (3.0, 2.5, 30.0, 1.0),
    ] {
        check(noncentral_t::upper(t, df, delta), upper, (t, df, delta));
        check(noncentral_t::lower(-t, df, -delta), upper, (t, df, delta));
    }
    for (t, df) in [(0.5, 3.0), (-2.0, 40.0), (6.0, 1e6)] {
        check(noncentral_t::upper(t, df, 0.0), student::upper(t, df), (t, df));
    }
    assert!(noncentral_t::upper(1.0, 0.0, 0.0).is_nan() && noncentral_t::upper(f64::NAN, 1.0, 0.0).is_nan());
}

#[test]
fn noncentral_chi_square_tails() {
    for (x, df, lambda, lower, upper) in [
        (3.84, 1.0, 2.0, 0.706_882_611_802_994_3, 0.293_117_388_197_005_7),
        (30.0, 4.0, 5.0, 0.997_620_923_807_322_9, 0.0023790761926770976),
        (1.0, 3.0, 50.0, 7.575_927_618_949_045e-11, 0.999_999_999_924_240_7),
        (80.0, 6.0, 20.0, 0.999_977_847_289_834_2, 0.000_022_152_710_165_856_667),
    ] {
        let found = noncentral_chi_square::tails(x, df, lambda);
        check(found.0, lower, (x, df, lambda));
        check(found.1, upper, (x, df, lambda));
        if upper < 0.99 {
            check(noncentral_chi_square::noncentrality(x, df, upper), lambda, (x, df, lambda));
        }
    }
    assert!(noncentral_chi_square::noncentrality(0.2, 3.0, 0.95) <= 0.0);
}
