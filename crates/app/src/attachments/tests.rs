use super::*;
use base::Explain;
use image::{
    ExtendedColorType, ImageEncoder, ImageFormat,
    codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder},
};
use proptest::{prelude::*, sample};

/// Two points wide and one high: red, blue.
const POINTS: [u8; 6] = [255, 0, 0, 0, 0, 255];

fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes).write_image(&POINTS, 2, 1, ExtendedColorType::Rgb8).unwrap();
    bytes
}

fn jpeg() -> Vec<u8> {
    let mut bytes = Vec::new();
    let points = [255, 0, 0].repeat(16 * 8);
    JpegEncoder::new(&mut bytes).write_image(&points, 16, 8, ExtendedColorType::Rgb8).unwrap();
    bytes
}

fn webp() -> Vec<u8> {
    let mut bytes = Vec::new();
    WebPEncoder::new_lossless(&mut bytes).write_image(&POINTS, 2, 1, ExtendedColorType::Rgb8).unwrap();
    bytes
}

/// The same with a note of where it was taken and how the camera was held: turned by a quarter.
fn with_exif(jpeg: &[u8]) -> Vec<u8> {
    let tiff = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0GPS 42.0512 24.5431";
    let length = u16::try_from(2 + 6 + tiff.len()).unwrap();
    let mut bytes = jpeg[..2].to_vec();
    bytes.extend([0xff, 0xe1]);
    bytes.extend(length.to_be_bytes());
    bytes.extend(b"Exif\0\0");
    bytes.extend(tiff);
    bytes.extend(&jpeg[2..]);
    bytes
}

fn kind(name: &str, bytes: &[u8]) -> Result<&'static str, &'static str> {
    accept(name, bytes.to_vec()).map(|file| file.kind.media_type).map_err(|trouble| trouble.code())
}

#[test]
fn a_file_is_what_it_is_and_not_what_it_is_called() {
    let check = |name: &str, bytes: &[u8], expected: Result<&str, &str>| {
        assert_eq!(kind(name, bytes), expected, "{name}");
    };
    check("доклад.pdf", b"%PDF-1.7\n...", Ok("application/pdf"));
    check("доклад.PDF", b"%PDF-1.7\n...", Ok("application/pdf"));
    check("програма.pdf", b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff", Err("file-kind-refused"));
    check("програма.pdf", b"\x7fELF\x02\x01\x01\x00", Err("file-kind-refused"));
    check("страница.csv", b"<script>alert(1)</script>", Err("file-kind-refused"));
    check("страница.txt", b"<!DOCTYPE html><p>", Err("file-kind-refused"));
    check("скрипт.csv", b"#!/bin/sh\nrm -rf /", Err("file-kind-refused"));
    check("данни.csv", "име;брой\nа;1\n".as_bytes(), Ok("text/csv"));
    check("бележка.txt", "Само думи.\n".as_bytes(), Ok("text/plain"));
    check("данни.pdf", "име;брой\nа;1\n".as_bytes(), Err("file-kind-refused"));
    check("картина.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", Err("file-kind-refused"));
    check("картина.png", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", Err("file-kind-refused"));
    check("снимка.png", &png(), Ok("image/png"));
    check("снимка.jpg", &jpeg(), Ok("image/jpeg"));
    check("снимка.webp", &webp(), Ok("image/webp"));
    check("снимка.jpg", &png(), Err("file-kind-refused"));
    check("празен.pdf", b"", Err("file-empty"));
    check("макрос.docx", b"PK\x03\x04....word/document.xml....word/vbaProject.bin", Err("file-kind-refused"));
    check("архив.zip", b"PK\x03\x04........................", Err("file-kind-refused"));
    check("без окончание", b"%PDF-1.7\n...", Err("file-kind-refused"));
    check("../../доклад.pdf", b"%PDF-1.7\n...", Ok("application/pdf"));
    let too_large = [b"%PDF-1.7\n".to_vec(), vec![b' '; LARGEST]].concat();
    check("голям.pdf", &too_large, Err("file-too-large"));
}

#[test]
fn of_a_picture_only_what_is_seen_is_kept() {
    let hidden = b"<script>alert(1)</script>PK\x03\x04 42.0512";
    for (name, clean) in [("a.png", png()), ("a.jpg", jpeg()), ("a.webp", webp())] {
        let polyglot = [clean.clone(), hidden.to_vec()].concat();
        let kept = accept(name, polyglot).unwrap().bytes;
        assert!(!kept.windows(6).any(|window| window == b"script"), "{name}");
        let [before, after] = [&clean, &kept].map(|bytes| image::load_from_memory(bytes).unwrap());
        assert_eq!((before.width(), before.height()), (after.width(), after.height()), "{name}");
        if name != "a.jpg" {
            assert_eq!(before.to_rgb8(), after.to_rgb8(), "{name}: nothing that is seen is lost");
        }
    }
    let kept = accept("held.jpg", with_exif(&jpeg())).unwrap().bytes;
    assert!(!kept.windows(4).any(|window| window == b"Exif" || window == b"GPS "));
    let turned = image::load_from_memory(&kept).unwrap();
    assert_eq!((turned.width(), turned.height()), (8, 16), "it stands as it was held");
}

#[test]
fn a_picture_that_would_fill_the_memory_is_refused_before_it_does() {
    // The head of a PNG says a hundred thousand by a hundred thousand points; behind it lies next to nothing.
    let mut bomb = png();
    bomb[16..24].copy_from_slice(&[0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0]);
    let crc = crc(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&crc.to_be_bytes());
    assert_eq!(kind("бомба.png", &bomb), Err("picture-too-large"));
    // So does a JPEG of the largest size that there is.
    let mut bomb = jpeg();
    let head = bomb.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    bomb[head + 5..head + 9].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    assert_eq!(kind("бомба.jpg", &bomb), Err("picture-too-large"));
    // A long strip of few points is no picture either.
    let mut strip = png();
    strip[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0, 1]);
    let sum = self::crc(&strip[12..29]);
    strip[29..33].copy_from_slice(&sum.to_be_bytes());
    assert_eq!(kind("лента.png", &strip), Err("picture-too-large"));
}

#[test]
fn whatever_bytes_come_they_are_refused_or_kept() {
    for (name, clean) in [("a.png", png()), ("a.jpg", with_exif(&jpeg())), ("a.webp", webp())] {
        for place in 0..clean.len() {
            for change in [1, 0x55, 0xff] {
                let mut bytes = clean.clone();
                bytes[place] = bytes[place].wrapping_add(change);
                if let Ok(file) = accept(name, bytes) {
                    assert!(image::load_from_memory_with_format(&file.bytes, format(name)).is_ok(), "{name} {place}");
                }
            }
            let _ = accept(name, clean[..place].to_vec());
        }
    }
}

fn format(name: &str) -> ImageFormat {
    ImageFormat::from_path(name).unwrap()
}

/// The sum of a PNG chunk (ISO 3309).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    })
}

/// The number of cases: from the environment for a long night, or the given one.
fn cases(usual: u32) -> u32 {
    std::env::var("GLAS_FUZZ_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}

/// Files of every kind that is looked into, with the name that each has to have.
fn whole() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("а.png", png()),
        ("а.jpg", jpeg()),
        ("а.jpg", with_exif(&jpeg())),
        ("а.webp", webp()),
        ("а.pdf", b"%PDF-1.7\n1 0 obj <<>> endobj trailer <<>> %%EOF".to_vec()),
        ("а.docx", b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\0\0[Content_Types].xml".to_vec()),
        ("а.csv", "име;брой\nа;1\n".as_bytes().to_vec()),
    ]
}

/// Where in the file (in thousandths), what to put there, how much to take away.
fn changes() -> impl Strategy<Value = Vec<(usize, Vec<u8>, usize)>> {
    let piece = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..8),
        sample::select(vec![
            &b"\xff\xff\xff\xff"[..],
            b"\0\0\0\0",
            b"\x7f\xff\xff\xff",
            b"IHDR",
            b"IDAT\0\0",
            b"IEND",
            b"\xff\xd8\xff\xe1\xff\xff",
            b"\xff\xc0\0\x11\x08\xff\xff\xff\xff",
            b"\xff\xda",
            b"RIFF\xff\xff\xff\xffWEBPVP8X",
            b"VP8L",
            b"Exif\0\0II*\0\xff\xff\xff\xff",
            b"<script>",
            b"PK\x01\x02",
            b"word/vbaProject.bin",
        ])
        .prop_map(<[u8]>::to_vec),
    ];
    prop::collection::vec((0..1000_usize, piece, 0..40_usize), 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(200)))]

    #[test]
    fn whatever_comes_is_kept_as_what_it_is_or_refused(one in sample::select(whole()), changed in changes(), side in 1..40_u32) {
        let (name, mut bytes) = one;
        for (place, with, away) in changed {
            let at = place * bytes.len() / 1000;
            let end = (at + away).min(bytes.len());
            bytes.splice(at..end, with);
        }
        if let Ok(accepted) = accept_within(name, bytes, Some(side)) {
            prop_assert!(!accepted.bytes.is_empty() && accepted.bytes.len() <= LARGEST);
            if accepted.kind.is_picture() {
                let picture = image::load_from_memory(&accepted.bytes).unwrap();
                prop_assert!(picture.width().max(picture.height()) <= side, "made smaller");
                let holds = |told: &[u8]| accepted.bytes.windows(told.len()).any(|window| window == told);
                prop_assert!(!holds(b"Exif") && !holds(b"<script>") && !holds(b"GPS "));
            }
            // What was kept once is kept again.
            prop_assert!(accept_within(&accepted.name, accepted.bytes, Some(side)).is_ok());
        }
    }
}
