use std::io;

/// What is added to a small whole number to make it a code.
pub(super) const BIAS: f64 = 100.0;

/// Cases in bytecode: a byte for each eight bytes of data, in blocks of eight with what they could not say after them.
pub(super) struct Packed<W: io::Write> {
    out: W,
    codes: [u8; 8],
    used: usize,
    /// The data of this block that has no code.
    literal: Vec<u8>,
    ready: Vec<u8>,
}

const END: u8 = 252;
const LITERAL: u8 = 253;
const BLANKS: u8 = 254;

impl<W: io::Write> Packed<W> {
    pub(super) fn new(out: W) -> Packed<W> {
        Packed { out, codes: [0; 8], used: 0, literal: Vec::with_capacity(64), ready: Vec::with_capacity(1 << 16) }
    }

    pub(super) fn number(&mut self, number: f64) -> io::Result<()> {
        match small(number) {
            Some(code) => self.code(code),
            None => {
                self.literal.extend_from_slice(&number.to_le_bytes());
                self.code(LITERAL)
            }
        }
    }

    /// The bytes, filled up with blanks to so many elements of eight.
    pub(super) fn words(&mut self, bytes: &[u8], elements: usize) -> io::Result<()> {
        let mut chunks = bytes.chunks(8);
        for _ in 0..elements {
            let chunk = chunks.next().unwrap_or_default();
            if chunk.iter().all(|byte| *byte == b' ') {
                self.code(BLANKS)?;
                continue;
            }
            self.literal.extend_from_slice(chunk);
            self.literal.extend(std::iter::repeat_n(b' ', 8 - chunk.len()));
            self.code(LITERAL)?;
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> io::Result<W> {
        self.code(END)?;
        while self.used > 0 {
            self.code(0)?;
        }
        self.out.write_all(&self.ready)?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn code(&mut self, code: u8) -> io::Result<()> {
        if let Some(place) = self.codes.get_mut(self.used) {
            *place = code;
        }
        self.used += 1;
        if self.used == 8 {
            self.ready.extend_from_slice(&self.codes);
            self.ready.append(&mut self.literal);
            self.used = 0;
            if self.ready.len() >= 1 << 16 {
                self.out.write_all(&self.ready)?;
                self.ready.clear();
            }
        }
        Ok(())
    }
}

/// The code of a whole number from -99 to 151.
fn small(number: f64) -> Option<u8> {
    let code = number + BIAS;
    let is_code = (1.0..=251.0).contains(&code) && (code - code.trunc()).abs() < f64::MIN_POSITIVE;
    is_code.then(|| truncated(code))
}

#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the standard library has no other way; the caller has made sure that it is a whole number of one byte"
)]
fn truncated(code: f64) -> u8 {
    code as u8
}
