use dataset::shortened;

#[test]
fn words_are_cut_between_letters_and_say_that_they_were() {
    let check = |words: &str, limit: usize, expected: &str| {
        let cut = shortened(words, limit);
        assert_eq!(cut, expected, "{words:?} in {limit}");
        assert!(cut.len() <= limit, "{words:?} in {limit}: {}", cut.len());
    };
    check("", 0, "");
    check("услуга", 12, "услуга");
    check("услуга", 11, "услу…");
    check("услуга", 10, "усл…");
    check("услуга", 9, "усл…");
    check("услуга бързо", 16, "услуга…");
    check("услуга", 3, "…");
    check("услуга", 2, "у");
    check("услуга", 1, "");
    // An accent stays with its letter, a joined picture in one piece.
    check("е\u{301}е\u{301}е\u{301}", 8, "е\u{301}…");
    check("е\u{301}е\u{301}", 6, "…");
    check("👩\u{200d}👩", 9, "…");
    check("😀😀", 7, "😀…");
    check("ab", 1, "a");
}

/// The limits of SPSS, where one letter more or less of Cyrillic makes the difference.
#[test]
fn cyrillic_fills_half_as_many_letters() {
    let check = |limit: usize, letters: usize, whole: usize, kept: usize| {
        let words = "ж".repeat(letters);
        assert_eq!(words.len(), whole);
        let cut = shortened(&words, limit);
        assert_eq!(cut.chars().filter(|letter| *letter == 'ж').count(), kept, "{letters} in {limit}");
        assert_eq!(cut.ends_with('…'), kept < letters);
    };
    check(120, 60, 120, 60);
    check(120, 61, 122, 58);
    check(255, 127, 254, 127);
    check(255, 128, 256, 126);
    check(256, 128, 256, 128);
    check(256, 129, 258, 126);
    check(64, 32, 64, 32);
    check(64, 33, 66, 30);
}
