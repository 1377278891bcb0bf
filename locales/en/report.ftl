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

report-kind = Report
report-summary = In short
report-findings = What the answers show:
report-open = Open answers
report-open-lede = The answers stand as they were written. Names, telephone numbers, e-mail addresses and personal numbers are removed, and a person has read every answer.
report-open-unread = The answers stand as they were written. The program has looked for telephone numbers, e-mail addresses and personal numbers and removed them; no person has read the answers. Read them before you publish the report.
report-method = How the study was made
report-method-lede = Every number in this report can be checked: here it is told whom we asked, how, and what cannot be claimed.

results-questions = questions in the longest questionnaire
results-questions-note = some of them common to the groups
results-of-plan = { $n } planned
results-of-population = of { $n } in all
results-nothing-yet = There are no answers to show yet.
results-caution-title = How to read the numbers
results-caution-exact = { $name }: all { $n } answered. The numbers are exact for the group.
results-caution-confidence = { $name }: { $n } randomly chosen people answered. A 95% confidence interval stands beside each share.
results-caution-assumed = { $name }: everybody was invited, { $n } answered. The numbers describe those who answered; they hold for the others only if those think alike.
results-caution-indicative = { $name }: { $n } people answered who decided so themselves. The numbers say what those who answered think, not all residents.
results-caution-few = { $name }: so few people are shown as counts, not as percentages.
results-compared = The groups side by side
results-compared-lede = The questions that both groups got in the same words.
results-open-count = { $n ->
    [one] One answer.
   *[other] { $n } answers.
}

method-purpose = Purpose
method-who = Who made the study
method-money = With whose money
method-fieldwork = Time of the survey
method-from-to = from { $first } to { $last }
method-collection-census = Everybody in the group was asked.
method-collection-probability = Random sample.
method-collection-everyone-invited = Everybody in the group was invited.
method-collection-self-selected = Open survey: whoever wished took part.
method-answered = { $n ->
    [one] { $n } person answered.
   *[other] { $n } people answered.
}
method-modes = Mode: { $modes }.
method-rate = The group has { $population } people; { $rate } of them answered.
method-sensitivity = If those who did not answer differ from those who did by 10 points, the true share in the whole group moves by { $shift } points.
method-intervals = Intervals
method-intervals-text = For shares Wilson's interval; below 30 answers or at 0 and 100% that of Clopper and Pearson; for a random sample of a small group the hypergeometric one. The level is 95%. Each interval stands on its own.
method-missing = Missing answers
method-missing-text = “Cannot tell” and “does not apply” are answers outside the base. Skipped and unsuitable ones are counted apart. Nothing was imputed.
method-disclosure = Protection from recognition
method-disclosure-text = Below 10 answers only counts are shown. Small groups are not broken down, and their words are not quoted.
method-anonymity = Anonymity
method-anonymity-text = Answers are kept without name, address or exact time. The order in which they came in is not kept.
method-limits = What cannot be claimed
method-limits-text = The study proves no causes. It does not replace the examination of a single case, and does not hold for the time before or after the survey.

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
