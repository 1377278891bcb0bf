use anyhow::anyhow;
use qrcode::{Color, QrCode};

/// A QR code as one SVG path, with the quiet zone of four modules that scanners want around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// Modules on a side.
    pub size: usize,
    pub path: String,
}

const QUIET: usize = 4;

impl Qr {
    /// # Errors
    /// A fault when the text is too long for any code.
    pub fn new(text: &str) -> anyhow::Result<Qr> {
        let code = QrCode::new(text).map_err(|error| anyhow!("a QR code: {error}"))?;
        let width = code.width();
        let mut path = String::new();
        for (row, modules) in code.to_colors().chunks(width.max(1)).enumerate() {
            let mut column = 0;
            for run in modules.chunk_by(|one, next| one == next) {
                if run.first() == Some(&Color::Dark) {
                    let (x, y, long) = (column + QUIET, row + QUIET, run.len());
                    path.push_str(&format!("M{x} {y}h{long}v1h-{long}z"));
                }
                column += run.len();
            }
        }
        Ok(Qr { size: width + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corners_are_where_scanners_look_for_them() {
        let qr = Qr::new("otpauth://totp/glas.example:researcher?secret=GEZDGNBV").unwrap();
        assert_eq!((qr.size - 8 - 17) % 4, 0, "no size of a QR code: {}", qr.size);
        let right = qr.size - 4 - 7;
        for corner in ["M4 4h7v1h-7z".to_owned(), format!("M{right} 4h7v1h-7z"), format!("M4 {right}h7v1h-7z")] {
            assert!(qr.path.contains(&corner), "{corner} in {}", qr.path);
        }
        assert!(Qr::new(&"x".repeat(10_000)).is_err());
    }
}
