use crate::Key;

/// Where randomness comes from: the operating system in the program, a seed in tests and in the demonstration.
pub trait Chance {
    fn fill(&mut self, bytes: &mut [u8]);

    fn key(&mut self) -> Key {
        let mut bytes = [0; 16];
        self.fill(&mut bytes);
        Key(bytes)
    }

    /// 256 bits for secrets: session ids, setup links.
    fn secret(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        self.fill(&mut bytes);
        bytes
    }
}
