# Pictures of several numbers: by group, importance and rating, the course of participation.

figure-section-whole = What lies behind the overall rating
figure-section-response = How the answers came in

figure-column-group = Group
figure-column-grouping = By the question
figure-column-until = Until
figure-column-new = New answers
figure-column-all = Answers in all
figure-column-balance = Balance
figure-column-performance = Rating
figure-column-importance-stated = Importance
figure-column-importance-derived = Goes with the overall rating
figure-column-field = Place
figure-row-all = All
figure-all-together = all: { $share }
figure-group-hidden = hidden, so that nobody can be recognised
figure-value-between = { $value } (from { $low } to { $high })

figure-finding-by-group = The ratings differ: highest share – “{ $high }”, { $most }; lowest – “{ $low }”, { $least }
figure-finding-by-group-even = No difference between the groups is certain
figure-measure-by-group = share of those who answered { $top } in each group; the upright line is the share among all
figure-method-by-group = Groups of fewer than 10 people are hidden, and others with them where the difference would tell who answered what. We speak of a difference only where it is not due to chance (chi-square, with Holm’s correction for the number of questions).

figure-finding-importance = Important to people and rated lower: { $items }
figure-finding-importance-none = Nothing is certain to be both more important than the rest and rated lower
figure-measure-importance-stated = to the right: mean rating; upwards: mean importance as respondents state it
figure-measure-importance-derived = to the right: mean rating; upwards: how closely the rating goes with the answer to “{ $overall }”
figure-base-importance = Base: those who answered both questions on each aspect; n is from { $low } to { $high }
figure-method-importance-stated = Importance is as the respondents themselves state it.
figure-method-importance-derived = Importance is derived from the answers: the correlation (Spearman’s ρ) of the rating of each aspect with the answer to “{ $overall }”. It shows what goes together, not what causes what.
figure-method-importance-lines = The lines run through the mean of all aspects, so some always lie below them.
figure-importance-few = Importance and rating are not set against each other: that takes at least { $needed } answers to every row, and the smallest number here is { $n }.
figure-importance-ring = Empty circle: the interval crosses one of the lines and the place is not certain.
figure-axis-performance = rating
figure-axis-importance-stated = importance
figure-axis-importance-derived = goes with the overall rating
figure-field-improve = first here
figure-field-keep-up = keep it so
figure-field-later = later
figure-field-enough = enough
figure-field-undetermined = not certain

figure-finding-response = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
figure-finding-response-plan = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
} of { $planned } planned
figure-measure-response = answers so far, at the end of each week
figure-base-response = Base: all answers; n = { $n }
figure-method-response = Weeks of fewer than 10 answers are shown together with those that follow, so that it does not show who answered when.
figure-response-plan = plan: { $n }
figure-response-axis = last day of the week
