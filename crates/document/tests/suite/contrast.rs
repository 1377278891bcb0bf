use document::{
    Tone,
    chart::Paint,
    palette::{self, Shade},
};

const STYLE: &str = include_str!("../../../../assets/css/figure.css");

#[expect(clippy::disallowed_methods, reason = "a contrast of 4.5 does not hang on the last bit")]
/// Relative luminance and contrast as WCAG 2 defines them.
fn luminance(colour: &str) -> f64 {
    let channel = |from: usize| {
        let value = f64::from(u8::from_str_radix(&colour[from..from + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { f64::powf((value + 0.055) / 1.055, 2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn check(name: &str, Shade { fill, words }: Shade) {
    let contrast = contrast(fill, words);
    assert!(contrast >= 4.5, "{name}: {words} on {fill} has only {contrast:.2}");
}

#[test]
fn words_on_every_tone_can_be_read() {
    for tone in Tone::all() {
        check(tone.name(), palette::light(tone));
        check(tone.name(), palette::dark(tone));
    }
    assert!(contrast(palette::printed(Paint::Quiet), "#ffffff") >= 4.5);
}

#[test]
fn bars_stand_out_from_their_ground() {
    let ground = palette::printed(Paint::Ground);
    for tone in Tone::all() {
        let stands_out = contrast(palette::light(tone).fill, ground) >= 3.0;
        assert_eq!(stands_out, !tone.is_pale(), "{}", tone.name());
    }
    assert!(contrast(palette::printed(Paint::Quiet), ground) >= 3.0);
}

#[test]
fn the_style_sheet_says_the_same() {
    let (light, dark) = STYLE.split_once("prefers-color-scheme: dark").unwrap();
    for tone in Tone::all() {
        let fill = format!(".tone-{} {{ fill: var(--", tone.name());
        let variable = STYLE.split_once(&fill).expect("a rule for every tone").1.split_once(')').unwrap().0;
        for (part, shade) in [(light, palette::light(tone)), (dark, palette::dark(tone))] {
            let pair = format!("--{variable}: {}; --on-{variable}: {};", shade.fill, shade.words);
            assert!(part.contains(&pair), "{pair}");
        }
        assert!(STYLE.contains(&format!(".on-{} {{ fill: var(--on-{variable}); }}", tone.name())));
    }
}

#[test]
fn a_scale_of_any_length_gets_different_tones() {
    for of in 2..=7 {
        let tones: std::collections::BTreeSet<_> = (0..of).map(|position| Tone::ordered(position, of)).collect();
        assert_eq!(tones.len(), of);
        assert_eq!(Tone::ordered(0, of), Tone::Worst);
        assert_eq!(Tone::ordered(of - 1, of), Tone::Best);
    }
    assert_eq!(Tone::ordered(10, 11), Tone::Best);
    assert_eq!(Tone::ordered(99, 3), Tone::Best);
}
