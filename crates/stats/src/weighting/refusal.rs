/// Why rows are not weighted. Margins and categories are told by their numbers, from 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum WeightingRefusal {
    /// Each row needs a category of each margin.
    LengthsDiffer { margin: usize, expected: usize, found: usize },
    /// There is nothing to weight to.
    NoMargin,
    /// A row is in none of the margin's categories.
    Unclassified { margin: usize, row: usize },
    /// The population of a category is a number above nought.
    NoTarget { margin: usize, category: usize },
    /// People are in the population of whom nobody answered: no weight can speak for them.
    NobodyIn { margin: usize, category: usize },
    /// The margin adds up to another population than the first one.
    TotalsDisagree { margin: usize },
    /// The category follows from other margins, so that asking for it twice contradicts or says nothing.
    Repeats { margin: usize, category: usize },
    /// No weights within the bounds meet this category's population.
    OutOfReach { margin: usize, category: usize },
    /// Bounds lie on both sides of 1.
    Bounds,
    /// The sample is weighted to margins already.
    AlreadyWeighted,
    /// The sample whose weights are to be taken over was not weighted to margins alone.
    NotByMargins,
    /// The weights to be taken over belong to another sample.
    AnotherSample,
    /// What was counted together has no weights of single rows.
    NotRowByRow,
    /// Not even the mean weight lies within the bounds, so nothing can take what is cut off.
    NothingInside,
    /// More margins than answers can bear.
    TooManyMargins { found: usize, most: usize },
    /// More categories in a margin than answers can bear.
    TooManyCategories { margin: usize, found: usize, most: usize },
    /// More combinations of categories than any sample could fill.
    TooManyCells { most: usize },
    /// Too few respondents to speak for the category: join it with a neighbour.
    FewRespondents { margin: usize, category: usize, respondents: u64, fewest: u64 },
    /// Too small a part of the population to weight to: join it with a neighbour.
    SmallCategory { margin: usize, category: usize },
    /// Weighting would make the answers worth so few that it does more harm than good.
    TooUneven { effect: f64 },
}

impl std::fmt::Display for WeightingRefusal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        use WeightingRefusal as R;
        match self {
            R::LengthsDiffer { margin, expected, found } => {
                write!(out, "margin {margin} has {found} rows instead of {expected}")
            }
            R::NoMargin => write!(out, "there is no margin"),
            R::Unclassified { margin, row } => write!(out, "row {row} is in no category of margin {margin}"),
            R::NoTarget { margin, category } => write!(out, "category {category} of margin {margin} has no population"),
            R::NobodyIn { margin, category } => {
                write!(out, "nobody answered in category {category} of margin {margin}")
            }
            R::TotalsDisagree { margin } => write!(out, "margin {margin} adds up to another population"),
            R::Repeats { margin, category } => {
                write!(out, "category {category} of margin {margin} repeats other margins")
            }
            R::OutOfReach { margin, category } => {
                write!(out, "no weights meet the population of category {category} of margin {margin}")
            }
            R::Bounds => write!(out, "the bounds do not lie on both sides of 1"),
            R::AlreadyWeighted => write!(out, "the sample is weighted already"),
            R::NotByMargins => write!(out, "the weights to be taken over do not follow from margins alone"),
            R::AnotherSample => write!(out, "the weights to be taken over belong to another sample"),
            R::NotRowByRow => write!(out, "the weights of single rows are not known"),
            R::NothingInside => write!(out, "the mean weight does not lie within the bounds"),
            R::TooManyMargins { found, most } => write!(out, "{found} margins, at most {most}"),
            R::TooManyCategories { margin, found, most } => {
                write!(out, "{found} categories in margin {margin}, at most {most}")
            }
            R::TooManyCells { most } => write!(out, "more than {most} combinations of categories"),
            R::FewRespondents { margin, category, respondents, fewest } => {
                write!(out, "{respondents} respondents in category {category} of margin {margin}, at least {fewest}")
            }
            R::SmallCategory { margin, category } => write!(out, "category {category} of margin {margin} is too small"),
            R::TooUneven { effect } => write!(out, "a design effect of {effect} by the weights alone"),
        }
    }
}

impl std::error::Error for WeightingRefusal {}
