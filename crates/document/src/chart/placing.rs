use super::{Weight, canvas::count, text_width};

/// What lies on a part of the sheet already, so that words find a place that nothing else has.
#[derive(Debug, Clone)]
pub(super) struct Placing {
    across: (f64, f64),
    down: (f64, f64),
    /// What words may never cover: other words and marks.
    taken: Vec<Area>,
    /// What words cover only where there is no better place.
    lines: Vec<Area>,
}

#[derive(Debug, Clone, Copy)]
struct Area {
    left: f64,
    right: f64,
    top: f64,
    foot: f64,
}

impl Area {
    fn meets(&self, other: &Area) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.foot && other.top < self.foot
    }
}

impl Placing {
    pub fn new(across: (f64, f64), down: (f64, f64)) -> Placing {
        Placing { across, down, taken: Vec::new(), lines: Vec::new() }
    }

    pub fn words(&mut self, (left, right): (f64, f64), (top, foot): (f64, f64)) {
        self.taken.push(Area { left, right, top, foot });
    }

    pub fn mark(&mut self, (x, y): (f64, f64), radius: f64) {
        self.words((x - radius, x + radius), (y - radius, y + radius));
    }

    /// A line with caps, which reach `cap` to its sides.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), cap: f64) {
        let area = |one: f64, other: f64| (one.min(other) - cap, one.max(other) + cap);
        let ((left, right), (top, foot)) = (area(from.0, to.0), area(from.1, to.1));
        self.lines.push(Area { left, right, top, foot });
    }

    /// The upper left corner for lines of words near a mark, and their place is taken; `None` where there is none, or only
    /// one that lines run through, unless words `may_cross` those.
    pub fn beside(
        &mut self,
        mark: (f64, f64),
        lines: &[String],
        (weight, size): (Weight, f64),
        may_cross: bool,
    ) -> Option<(f64, f64)> {
        let width = lines.iter().map(|line| text_width(line, weight, size)).fold(0.0, f64::max);
        let height = size * 1.2 * count(lines.len());
        let places: Vec<Area> = [0.7, 1.2, 1.8]
            .into_iter()
            .flat_map(|away| around(mark, away * size, (width, height)))
            .filter(|area| area.left >= self.across.0 && area.right <= self.across.1)
            .filter(|area| area.top >= self.down.0 && area.foot <= self.down.1)
            .filter(|area| !self.taken.iter().any(|taken| taken.meets(area)))
            .collect();
        let crossed = |area: &&Area| self.lines.iter().filter(|line| line.meets(area)).count();
        let area = *places.iter().filter(|area| may_cross || crossed(area) == 0).min_by_key(crossed)?;
        self.taken.push(area);
        Some((area.left, area.top))
    }
}

/// The eight places around a mark: beside it first, then above and below, then at the corners.
fn around((x, y): (f64, f64), away: f64, (width, height): (f64, f64)) -> [Area; 8] {
    let area = |left: f64, top: f64| Area { left, right: left + width, top, foot: top + height };
    let (before, after) = (x - away - width, x + away);
    let (above, below) = (y - away - height, y + away);
    let (centre, middle) = (x - width / 2.0, y - height / 2.0);
    [
        area(after, middle),
        area(before, middle),
        area(centre, above),
        area(centre, below),
        area(after, above),
        area(after, below),
        area(before, above),
        area(before, below),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_may_not_cross_a_line_keep_clear_of_it_or_find_no_place() {
        let lines = ["Чакане".to_owned()];
        let type_size = (Weight::Regular, 10.0);
        let mut clear = Placing::new((0.0, 400.0), (0.0, 400.0));
        clear.line((100.0, 200.0), (300.0, 200.0), 2.0);
        let (_, top) = clear.clone().beside((200.0, 200.0), &lines, type_size, false).unwrap();
        assert!(!(top < 202.0 && top + 12.0 > 198.0), "the words lie on the line: {top}");
        let mut covered = clear;
        for y in 0..80 {
            covered.line((0.0, f64::from(y) * 5.0), (400.0, f64::from(y) * 5.0), 2.0);
        }
        assert_eq!(covered.clone().beside((200.0, 200.0), &lines, type_size, false), None);
        assert!(covered.beside((200.0, 200.0), &lines, type_size, true).is_some());
    }
}
