# The data set: names of columns, absences, description.

dataset-sheet-answers = Answers
dataset-sheet-codebook = Codebook
dataset-sheet-study = Study
dataset-name = Column
dataset-label = What it holds
dataset-wording = Question
dataset-universe = Who was asked
dataset-universe-conditional = Not everybody: it depends on an earlier answer.
dataset-level = Kind of scale
dataset-level-nominal = categories
dataset-level-ordinal = ordered
dataset-level-scale = numeric
dataset-code = Code
dataset-number = Number in SPSS
dataset-meaning = Meaning
dataset-count = Count

dataset-mode = How it was filled in
dataset-language = Language of the questionnaire
dataset-language-bg = Bulgarian
dataset-language-en = English
dataset-week = Week of the answer (Monday)
dataset-latitude = latitude
dataset-longitude = longitude
dataset-other = other, in words
dataset-chosen = Chosen
dataset-not-chosen = Not chosen

dataset-absence-skipped = Question passed over
dataset-absence-dont-know = Cannot judge
dataset-absence-not-applicable = Does not apply to me
dataset-absence-not-shown = This person was not asked
dataset-absence-not-in-version = This version did not have the question
dataset-absence-invalid = Invalid answer
dataset-absence-withheld = Withheld so that nobody is recognised

dataset-notice = Important
dataset-title = Title
dataset-population = Who was asked
dataset-admission = How those who answered got in
dataset-modes = How it was filled in
dataset-weighting = Weights
dataset-unweighted = The data have no weights: each questionnaire that was filled in is one row.
dataset-exclusions = What is left out
dataset-excluded-order = The order in which answers came is not kept; the rows are shuffled.
dataset-licence = Licence
dataset-citation = How to cite
dataset-citation-text = { $who } ({ $year }). { $title }. Version { $version } [data set]. { $address }
dataset-version = Version
dataset-version-of = { $n } of { $date }
dataset-address = Address

refusal-dataset-too-large-for-workbook = There are too many answers for a workbook: { $rows } rows and { $columns } columns.
    .hint = Choose CSV or SPSS, which have no such limit.
