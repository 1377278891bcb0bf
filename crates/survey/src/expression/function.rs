use std::ops::RangeInclusive;

/// What a function asks of the place where it is evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    /// Nothing beyond its arguments and the answers.
    Answers,
    /// The tree of a form: repeats, paths, other instances.
    Tree,
    /// Chance.
    Chance,
}

macro_rules! functions {
    ($($name:ident $text:literal $least:literal..=$most:literal $asks:ident),* $(,)?) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Function { $($name),* }

        impl Function {
            pub(super) fn named(text: &str) -> Option<Function> {
                match text {
                    $($text => Some(Function::$name),)*
                    _ => None,
                }
            }

            pub(super) fn name(self) -> &'static str {
                match self {
                    $(Function::$name => $text,)*
                }
            }

            /// How many arguments it takes.
            pub(super) fn takes(self) -> RangeInclusive<usize> {
                match self {
                    $(Function::$name => $least..=$most,)*
                }
            }

            pub(super) fn asks(self) -> Asks {
                match self {
                    $(Function::$name => Asks::$asks,)*
                }
            }
        }

        /// Every name, for a suggestion.
        pub(super) const NAMES: &[&str] = &[$($text),*, "regex"];
    };
}

functions! {
    Selected "selected" 2..=2 Answers,
    SelectedAt "selected-at" 2..=2 Answers,
    CountSelected "count-selected" 1..=1 Answers,
    ChoiceName "jr:choice-name" 2..=2 Answers,
    If "if" 3..=3 Answers,
    Coalesce "coalesce" 1..=20 Answers,
    Once "once" 1..=1 Answers,
    Not "not" 1..=1 Answers,
    True "true" 0..=0 Answers,
    False "false" 0..=0 Answers,
    Boolean "boolean" 1..=1 Answers,
    BooleanFromString "boolean-from-string" 1..=1 Answers,
    Checklist "checklist" 3..=50 Answers,
    WeightedChecklist "weighted-checklist" 4..=50 Answers,
    String "string" 0..=1 Answers,
    Concat "concat" 1..=50 Answers,
    Join "join" 1..=50 Answers,
    StringLength "string-length" 0..=1 Answers,
    Substr "substr" 2..=3 Answers,
    Substring "substring" 2..=3 Answers,
    SubstringBefore "substring-before" 2..=2 Answers,
    SubstringAfter "substring-after" 2..=2 Answers,
    Contains "contains" 2..=2 Answers,
    StartsWith "starts-with" 2..=2 Answers,
    EndsWith "ends-with" 2..=2 Answers,
    NormalizeSpace "normalize-space" 0..=1 Answers,
    Translate "translate" 3..=3 Answers,
    UpperCase "upper-case" 1..=1 Answers,
    LowerCase "lower-case" 1..=1 Answers,
    DecodeBase64 "base64-decode" 1..=1 Answers,
    Number "number" 0..=1 Answers,
    Int "int" 1..=1 Answers,
    Round "round" 1..=2 Answers,
    Floor "floor" 1..=1 Answers,
    Ceiling "ceiling" 1..=1 Answers,
    Abs "abs" 1..=1 Answers,
    Pow "pow" 2..=2 Answers,
    Sqrt "sqrt" 1..=1 Answers,
    Exp "exp" 1..=1 Answers,
    Exp10 "exp10" 1..=1 Answers,
    Log "log" 1..=1 Answers,
    Log10 "log10" 1..=1 Answers,
    Sin "sin" 1..=1 Answers,
    Cos "cos" 1..=1 Answers,
    Tan "tan" 1..=1 Answers,
    Asin "asin" 1..=1 Answers,
    Acos "acos" 1..=1 Answers,
    Atan "atan" 1..=1 Answers,
    Atan2 "atan2" 2..=2 Answers,
    Pi "pi" 0..=0 Answers,
    Min "min" 1..=50 Answers,
    Max "max" 1..=50 Answers,
    Sum "sum" 1..=1 Answers,
    Count "count" 1..=1 Answers,
    CountNonEmpty "count-non-empty" 1..=50 Answers,
    Today "today" 0..=0 Answers,
    Now "now" 0..=0 Answers,
    Date "date" 1..=1 Answers,
    DateTime "date-time" 1..=1 Answers,
    FormatDate "format-date" 2..=2 Answers,
    FormatDateTime "format-date-time" 2..=2 Answers,
    DecimalDateTime "decimal-date-time" 1..=1 Answers,
    DecimalTime "decimal-time" 1..=1 Answers,
    Area "area" 1..=1 Answers,
    Distance "distance" 1..=50 Answers,
    Geofence "geofence" 2..=2 Answers,
    Position "position" 0..=1 Tree,
    Last "last" 0..=0 Tree,
    LocalName "local-name" 0..=1 Tree,
    Name "name" 0..=1 Tree,
    Current "current" 0..=0 Tree,
    Instance "instance" 1..=1 Tree,
    IndexedRepeat "indexed-repeat" 3..=7 Tree,
    Version "version" 0..=0 Tree,
    Random "random" 0..=0 Chance,
    Uuid "uuid" 0..=1 Chance,
    Randomize "randomize" 1..=2 Chance,
}

impl Function {
    /// Whether at least one of the engines of ODK knows it.
    pub(super) fn is_known_to_odk(self) -> bool {
        !matches!(self, Function::UpperCase | Function::LowerCase)
    }
}

/// Functions of the public format that ask for what this program keeps from an expression on purpose: files beside the
/// form, the device, the person who is signed in, keys.
pub(super) fn is_refused_on_purpose(name: &str) -> bool {
    matches!(
        name,
        "pulldata" | "property" | "digest" | "extract-signed" | "search" | "jr:itext" | "id" | "namespace-uri" | "lang"
    )
}
