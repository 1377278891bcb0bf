use base::{AudienceId, Key, ResponseKey};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// SHA-256, as bytes for a column.
pub(crate) fn digest(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).to_vec()
}

/// The key under which the answers of one submission are kept: a keyed hash of the form's random submission id.
///
/// The same submission always gets the same key, so a retry meets its own row and the same receipt comes back; and
/// nobody without the tenant's secret can tell from a key which form it came from.
pub fn response_key(secret: &[u8; 32], audience: AudienceId, submission: Key) -> ResponseKey {
    ResponseKey(first_half(&keyed(secret, &[b"response", &audience.0.0, &submission.0])))
}

/// The receipt of a response: a keyed hash of its key. Who holds the receipt cannot find the row without the secret.
pub fn receipt(secret: &[u8; 32], response: ResponseKey) -> Key {
    first_half(&keyed(secret, &[b"receipt", &response.0.0]))
}

fn keyed(secret: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // A key shorter than the block is filled with zeros, as RFC 2104 says.
    let mut block = [0; 64];
    block.iter_mut().zip(secret).for_each(|(to, from)| *to = *from);
    let mut mac = Hmac::<Sha256>::new((&block).into());
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

fn first_half(bytes: &[u8; 32]) -> Key {
    let mut half = [0; 16];
    half.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
    Key(half)
}
