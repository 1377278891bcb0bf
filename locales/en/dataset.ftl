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
dataset-files = number of files
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

open-data-file-zip = Everything in one archive
open-data-file-csv = The answers as codes (CSV)
open-data-file-labels = The answers in words (CSV for a spreadsheet)
open-data-file-sav = The answers for SPSS, PSPP, R and Stata (.sav)
open-data-file-xlsx = The answers and the codebook (workbook)
open-data-file-codebook = Codebook (page)
open-data-file-codebook-xlsx = Codebook (workbook)
open-data-file-codes = The codes and what they mean (CSV)
open-data-file-csvw = Description of the CSV for programs (CSVW)
open-data-file-frictionless = Description of the package for programs (Frictionless)
open-data-file-ddi = Description for archives of social data (DDI-Codebook 2.5)
open-data-file-dcat = Record for catalogues of open data (DCAT-AP)
open-data-file-own-words = What people said in their own words, tied to no other answer (CSV)
open-data-excluded-withheld = Of { $n } people no traits are told, because few share them.
dataset-excluded-trait = “{ $name }” is left out so that nobody is recognised.
dataset-merged = Answers that few people gave are told together.
dataset-merged-rest = Other (told together)
dataset-banded = The values are told as bands.
dataset-band = { $from }–{ $to }
dataset-band-first = up to { $to }
dataset-band-last = { $from } and more
dataset-band-all = all

refusal-open-data-few-answers = { $name }: there are { $n } answers. Single answers go out from { $fewest } on, so that nobody is recognised.
    .hint = Publish the results only.
refusal-open-data-large-part-answered = { $name }: so large a part of the group answered that everybody would be recognised.
    .hint = Publish the results only.
refusal-open-data-rare-answer = “{ $name }”: “{ $answer }” is the answer of { $n ->
    [one] one person
   *[other] { $n } people
}; it takes { $fewest }.
    .hint = Choose “Told together” or “Left out” for “{ $name }”.
refusal-open-data-rare-combinations = { $n ->
    [one] One person has
   *[other] { $n } people have
} a combination of traits that few share; at most { $most } may stay without traits.
    .hint = Choose “Left out” for “{ $name }”.
refusal-open-data-too-near-to-earlier = { $name }: between the earlier version and this one there { $n ->
    [one] is one person
   *[other] are { $n } people
}. Whoever compares the two learns what they answered.
    .hint = Publish a new version when the difference is 5 people at least.
refusal-open-data-told-otherwise-before = “{ $name }” was told otherwise in an earlier version. Whoever compares the two learns more.
    .hint = Choose the same as before, or “Left out”.
refusal-open-data-results-not-public = Open data are published when the study is closed and its results are public.
    .hint = Wait for the end of the study, or open its results.
refusal-open-data-nothing-to-publish = The answers of no audience can be published one by one.
    .hint = Publish the results only.
refusal-open-data-licence-unknown = Choose a licence.
refusal-open-data-not-confirmed = Tick that you have looked at what will be published.
refusal-open-data-published-meanwhile = Somebody else has published a new version meanwhile.
    .hint = Look at it and begin again.

open-data-title = Open data
open-data-lede = The answers one by one, so that nobody can be recognised. You may download, check and use them.
open-data-version = Version { $n } of { $date }
open-data-licence = Licence:
open-data-licence-cc-by-4-0 = CC BY 4.0 – everybody may use them and names the source
open-data-licence-cc0-1-0 = CC0 1.0 – everybody may use them without conditions
open-data-files = Files
open-data-protection = How everybody who answered is protected
open-data-protection-text = The rows are shuffled. There are no days, no addresses and no places on the map. Open answers stand apart from all others, and a person has read them.
open-data-people = Answered: { $n }
open-data-smallest = The rarest combination of traits is that of { $n } people.
open-data-withheld = People whose traits are withheld because few share them: { $n }
open-data-told-merge = “{ $name }” is told together: answers that few people gave stand as one.
open-data-told-omit = “{ $name }” is left out.
open-data-reading = Before you compute
open-data-reading-text = The codebook says how those who answered got in. A # at the beginning of a cell says why there is no answer, for instance #not-shown: the person was not asked.
open-data-withdrawn = Withdrawn on { $date }.
open-data-none-left = The open data were withdrawn. The results stay.
open-data-earlier = Other versions
open-data-treatment-keep = As answered
open-data-treatment-merge = Told together
open-data-treatment-omit = Left out
