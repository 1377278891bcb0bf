# The report and the page of results.

mode-online = online
mode-paper = on paper
mode-imported = from a file
part-beneficiary = Beneficiary
part-partner = Partner
part-observer = Observer
cover-period = Project period
cover-project = Project
cover-contract = Contract
cover-procedure = Procedure
cover-programme = Programme

report-summary = In short
report-findings = What the answers show:
results-findings-of = What people in the group “{ $name }” answered:
report-open = Open answers
report-open-lede = A person has read every answer before it is shown and has removed the personal data found. Answers that the person decided should not be shown are not here.
report-open-unread = Nobody has read these answers before you. They stand word for word; the program itself has looked for telephone numbers, e-mail addresses and personal numbers and removed them, but may have missed some, and it does not look for names. Read them before you publish the report.
report-method = How the study was made
report-method-lede = Here is told whom we asked, how, and what cannot be claimed from these numbers.

results-questions = questions in the longest questionnaire
results-questions-note = each group has its own questionnaire
results-of-plan = { $n } planned
results-of-population = of { $n } in all
results-nothing-yet = There are no answers to show yet.
results-caution-title = How to read the numbers
results-caution-exact = { $name }: all { $n } answered. The numbers are exact for the group.
results-caution-confidence = { $name }: { $n } randomly chosen people answered. A 95% confidence interval stands beside each share.
results-caution-assumed = { $name }: we invited everybody, { $n } answered. The numbers describe those who answered; they hold for the others only if those think alike.
results-caution-indicative = { $name }: { $n } people answered who decided so themselves. The numbers say what they think, not the whole group.
results-caution-withheld = { $name }: the people are so few that their answers are not shown without their consent.
results-caution-few = { $name }: so few people are shown as counts, not as percentages.
results-compared = The groups side by side
results-compared-lede = Here are the questions to which all groups chose among the same answers. The question itself may have been put to each group in slightly different words. A group with fewer than 10 answers is shown as counts and not tested against the others: the answers are too few for that.
results-compared-held = Below the figures stand only the differences that remain certain after the correction for many comparisons (Benjamini and Hochberg, 5%).
results-waves = What has changed
results-waves-lede = These questions were asked before. We speak of a change only where it is certain and at least 3 percentage points, and of no change only where the difference is certainly below 5 points. Nothing can be said of the rest. A question that was put in other words, with other answers or in another way is not compared: the difference may come from that.
results-open-count = { $n ->
    [one] One answer.
   *[other] { $shown } answers.
}

method-purpose = Purpose
method-who = Who made the study
method-money = With whose money
method-fieldwork = Days of the study
method-from-to = from { $first } to { $last }
method-collection-census = Everybody in the group was asked.
method-collection-probability = Random sample.
method-collection-everyone-invited = Everybody in the group was invited.
method-collection-self-selected = Open survey: whoever wished took part.
method-answered = { $n ->
    [one] { $answered } person answered.
   *[other] { $answered } people answered.
}
method-modes = Filled in: { $modes }.
method-population = The group has { $population } people.
method-rate = The group has { $population } people; { $rate } of them answered.
method-sensitivity = If those who did not answer differ from those who did by 10 percentage points, the true share in the whole group moves by { $shift } percentage points.
method-weighting = Weighting
method-weighting-text = Answers are not weighted: each counts the same.
method-intervals = Intervals
method-intervals-text = For shares Wilson's interval; below 30 answers or at 0 and 100% that of Clopper and Pearson; for a random sample of a small group the hypergeometric one. The level is 95%. Each interval stands on its own.
method-differences = Comparisons
method-differences-text = Two shares are compared by the chi-squared test, with few answers by Fisher's exact test. Since there are many comparisons, p is corrected by Benjamini and Hochberg (5%). A difference is told only if it stands the correction, its interval does not reach zero and it is at least 3 percentage points.
method-missing = Missing answers
method-missing-text = Answers such as “I cannot judge” and “Does not apply to me” stand outside the base. Skipped questions and invalid answers are counted apart. Nothing was imputed.
method-disclosure = Protection from recognition
method-disclosure-text = Below 10 answers only counts are shown. Small groups are not broken down, and their words are not quoted.
method-anonymity = Anonymity
method-anonymity-text = Answers are kept without name, address or exact time. The order in which they came in is not kept.
method-limits = What cannot be claimed
method-limits-text = The study proves no causes. It does not replace the examination of a single case, and does not hold for the time before or after it.

document-contents = Contents
document-figure = Figure
document-table = Table
document-annex = Annex
document-question = Question
document-show-table = Show the table
document-chart = Chart
document-of = of
document-page = p.
document-download = Download
document-flag = Flag of the European Union
document-interval = 95% interval
document-diverging = Show around the middle of the scale
document-balance = balance
document-diverging-note = Answers below the middle of the scale lie on the left, those above it on the right. The middle answer is split in half between both sides. The balance is the difference between them in percentage points.
document-finding = What it shows
document-base = Base

results-version = version { $number } of { $day } – { $n ->
    [one] { $answers } answer
   *[other] { $answers } answers
}
results-versions = The questionnaire was changed while answers were taken: { $versions }. The numbers join the versions: each question is tied to the same question in earlier ones. Where a version has no such question, or asked it differently, its answers are not in the base of the question, and that is said.

# The draft of a report that the program proposes.

report-who = Who answered
report-who-lede = Beside the number of those who answered stands how many people the group has, where that is known.
report-who-of = What people in the group “{ $name }” say of themselves:
who-column-group = Group
who-column-answered = Answered
who-column-population = People in the group
who-column-rate = Share that answered

report-limits = What cannot be said
limits-self-selected = { $name }: what the whole group thinks cannot be said, for only those answered who wished to.
limits-unanswered = { $name }: what those think who were invited and did not answer is not known.
limits-few = { $name }: too few answers to compare the group with another or to speak of percentages.
limits-question = “{ $label }”
limits-more = { $n ->
    [one] and { $n } more question
   *[other] and { $n } more questions
}
limits-untold = { $name }: { $why } These are the questions: { $questions }.
limits-causes = Why people answer like this, these numbers do not say: the study proves no causes.
limits-nobody-answered = some questions have no answers.
limits-too-few = some questions have too few answers to be shown.
limits-too-many-missing = more than half of those asked did not answer some questions.
limits-hidden = the numbers of some questions are hidden because somebody could be recognised by them.
limits-not-agreed = the people are few and have not agreed that their answers are shown.

manuscript-recommendation = Recommendation
manuscript-indicative = (indicative)
manuscript-not-enough = (too few answers)
manuscript-all-indicative = These findings are indicative.
manuscript-all-not-enough = The answers are too few for the findings to hold for other people.

# Where people are taken from and who they are.
method-frame = { $name }: where the people are taken from
method-misses = It leaves out: { $misses }
method-margins = { $name }: sources of the population
method-margin = { $question }: { $source }, as of { $day }.
method-written-later = (Written down on { $day }, after the study had begun.)
coverage-heading = Who answered and who the people are
coverage-lede = The share of each group among those who answered beside its share among all. The difference is in percentage points. The answers are not weighted by these numbers.
coverage-caption = { $name } – { $question }
coverage-too-few = { $caption }: too few answered to be compared with the population.
coverage-group = Group
coverage-answered = Among those who answered
coverage-population = Among all
coverage-difference = Difference
coverage-note = { $n ->
    [one] { $n } answer. All: { $source }, as of { $day }. “–” stands for groups that are too small to be shown.
   *[other] { $n } answers. All: { $source }, as of { $day }. “–” stands for groups that are too small to be shown.
}
# Reports at the desk.

refusal-report-too-many = This study has { $most } reports already.
    .hint = Go on with one of them.
refusal-report-numbers-changed = { $n ->
    [one] { $n } number is another since the words around it were written.
   *[other] { $n } numbers are others since the words around them were written.
}
    .hint = Look at the marked numbers and accept them before you publish.
refusal-report-no-note = Say what was put right since the version published before.
    .hint = One sentence that everybody can read.
refusal-report-note-too-long = The note can have at most { $max } characters.
    .hint = Make it shorter.
refusal-report-no-language = Choose at least one language for the report.
    .hint = Tick Bulgarian, English or both.
