//! A picture decoded and encoded anew: what can be seen of it stays, whatever else lay in the file does not.

use super::Trouble;
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, ImageResult, Limits,
    codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder},
    metadata::Orientation,
};
use std::io::Cursor;

/// A picture of a newer telephone has twelve; more than this is a scan that should be a PDF, or a bomb.
const MOST_POINTS: u64 = 32_000_000;
/// So many points in one direction at most.
const LONGEST_SIDE: u32 = 16_000;
/// Bytes that a decoder may take.
const MOST_MEMORY: u64 = 160 * 1024 * 1024;
/// Of 100; nobody sees the difference, and files stay small.
const QUALITY: u8 = 88;

/// The pictures that are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Png,
    Jpeg,
    Webp,
}

impl Format {
    fn decoded_as(self) -> ImageFormat {
        match self {
            Format::Png => ImageFormat::Png,
            Format::Jpeg => ImageFormat::Jpeg,
            Format::Webp => ImageFormat::WebP,
        }
    }
}

pub(super) fn made_anew(
    format: Format,
    bytes: &[u8],
    name: &str,
    longest_side: Option<u32>,
) -> Result<Vec<u8>, Trouble> {
    let unreadable = || Trouble::PictureUnreadable { name: name.to_owned() };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format.decoded_as());
    let mut limits = Limits::default();
    // Nothing is made of a size that the head of the file alone tells before that size is looked at.
    (limits.max_image_width, limits.max_image_height) = (None, None);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| unreadable())?;
    let (wide, high) = decoder.dimensions();
    let points = u64::from(wide) * u64::from(high);
    if points > MOST_POINTS || wide.max(high) > LONGEST_SIDE || decoder.total_bytes() > MOST_MEMORY {
        return Err(Trouble::PictureTooLarge { most: u32::try_from(MOST_POINTS / 1_000_000).unwrap_or(u32::MAX) });
    }
    // What cannot be told of the way it was held is as good as nothing told.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| unreadable())?;
    picture.apply_orientation(orientation);
    if let Some(longest) = longest_side.filter(|longest| picture.width().max(picture.height()) > *longest) {
        picture = picture.thumbnail(longest, longest);
    }
    encoded(format, picture).map_err(|_| unreadable())
}

fn encoded(format: Format, picture: DynamicImage) -> ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    let has_colour = picture.color().has_color();
    match format {
        Format::Jpeg if has_colour => {
            picture.into_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))?;
        }
        Format::Jpeg => {
            picture.into_luma8().write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))?;
        }
        Format::Webp if picture.color().has_alpha() => {
            picture.into_rgba8().write_with_encoder(WebPEncoder::new_lossless(&mut bytes))?;
        }
        Format::Webp => picture.into_rgb8().write_with_encoder(WebPEncoder::new_lossless(&mut bytes))?,
        Format::Png => picture.write_with_encoder(PngEncoder::new(&mut bytes))?,
    }
    Ok(bytes)
}
