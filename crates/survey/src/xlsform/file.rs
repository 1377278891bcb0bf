use super::sheet::Sheet;
use super::{LARGEST_FILE, Problem, binary, compound, flat, unpack, workbook};
use crate::Located;

/// The sheets of a file in any format that the public one may have; recognised by what it holds, not by its name.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Located<Problem>> {
    if bytes.is_empty() {
        return Err(Located::whole(Problem::Empty));
    }
    if bytes.len() > LARGEST_FILE {
        return Err(Located::whole(Problem::TooLarge { is: bytes.len(), max: LARGEST_FILE }));
    }
    if bytes.starts_with(compound::BEGINNING) {
        binary::read(bytes)
    } else if bytes.starts_with(unpack::ZIP) {
        workbook::read(bytes)
    } else {
        flat::read(bytes)
    }
}
