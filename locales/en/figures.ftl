# The sentences around a figure: what it shows, whom we asked, how sure it is.

figure-k-of-n = { $k } of { $n }
figure-count-first = { $k } ({ $share })
figure-hidden = hidden
figure-nearly-none = at most 5%
figure-nearly-all = at least 95%
figure-n = n = { $n }
figure-class = { $low } to under { $high }
figure-audience-n = { $name } (n = { $n })

figure-base = Base: { $who }; n = { $n }
figure-base-answered = those who answered the question
figure-base-able = those who answered, without “{ $cannot }”
figure-base-asked = those who answered, of those who were asked
figure-base-asked-able = those who answered, of those who were asked, without “{ $cannot }”
figure-base-everybody-asked = everybody who was asked
figure-base-battery = Base: those who answered each item, without “{ $cannot }”; n is { $low } to { $high }
figure-base-battery-equal = Base: those who answered each item, without “{ $cannot }”; n = { $n }
figure-base-compared = Base: those who answered in each group. { $audiences }
figure-base-compared-able = Base: those who answered in each group, without “{ $cannot }”. { $audiences }

figure-missing = Outside the base: { $parts }
figure-missing-dont-know = { $n ->
    [one] { $n } answers “{ $cannot }”
   *[other] { $n } answer “{ $cannot }”
}
figure-missing-not-applicable = { $n ->
    [one] { $n } answers “{ $not-apply }”
   *[other] { $n } answer “{ $not-apply }”
}
figure-missing-skipped = { $n ->
    [one] { $n } skipped the question
   *[other] { $n } skipped the question
}
figure-missing-invalid = { $n ->
    [one] { $n } invalid answer
   *[other] { $n } invalid answers
}
figure-missing-not-shown = { $n ->
    [one] { $n } was not asked
   *[other] { $n } were not asked
}
figure-missing-not-in-version = { $n ->
    [one] { $n } answered a version without this question
   *[other] { $n } answered a version without this question
}

figure-method-exact = Everybody in the group answered, so there is no interval.
figure-method-confidence = Random sample; 95% confidence interval.
figure-method-assumed = Everybody was invited, { $rate } answered. 95% interval if those who did not answer think like those who did.
figure-method-assumed-without-rate = Everybody was invited, a part answered. 95% interval if those who did not answer think like those who did.
figure-method-indicative = Whoever wished answered; the intervals are indicative and hold for those who answered only.
figure-method-few = Few people answered, so counts are shown and not percentages.
figure-method-compared = The intervals are at 95%; where only those who wished answered, they are indicative.
figure-method-compared-few = The groups stand side by side; whether they differ has not been tested.

figure-between-confidence = With 95% confidence the share lies between { $low } and { $high }.
figure-between-confidence-2 = In the whole group the share is between { $low } and { $high } (95% confidence).
figure-between-assumed = If those who did not answer think like those who did, the share lies between { $low } and { $high }.
figure-between-indicative = As an indication, between { $low } and { $high }.
figure-between-indicative-2 = The share is roughly from { $low } to { $high }.
figure-mean-between = 95% interval of the mean: { $low } to { $high }.
figure-mean-of-scale = The mean is { $mean } on a scale from { $low } to { $high }.
figure-mean-mentions = Those who answered named { $mean } answers on average.
figure-quartiles = Half of the answers lie between { $lower } and { $upper }.
figure-many-dont-know = { $share } of those asked answer “{ $cannot }”.
figure-many-unanswered = { $share } of those asked did not answer the question; read the numbers with care.
figure-several-interval = The share for “{ $label }” is between { $low } and { $high }.
figure-several-interval-2 = “{ $label }” was named by between { $low } and { $high }.
figure-next = “{ $label }” comes next: { $share }.
figure-next-2 = Second comes “{ $label }” ({ $share }).
figure-battery-intervals = For “{ $best }” the share is between { $best-low } and { $best-high }, for “{ $worst }” between { $worst-low } and { $worst-high }.
figure-battery-intervals-2 = The share for “{ $best }” is from { $best-low } to { $best-high }, and for “{ $worst }” from { $worst-low } to { $worst-high }.
figure-battery-interval = For “{ $best }” the share is between { $best-low } and { $best-high }.
figure-wave = { $month } { $year }
figure-wave-row = “{ $label }”: { $told }
figure-wave-up = More than last time ({ $before }): the difference in percentage points is { $points } (95% interval: { $low } to { $high }).
figure-wave-down = Less than last time ({ $before }): the difference in percentage points is { $points } (95% interval: { $low } to { $high }).
figure-wave-none = No change since last time ({ $before }): the difference is below { $within } percentage points (95% interval: { $low } to { $high }).
figure-wave-unknown = Whether anything changed since last time ({ $before }) cannot be said: the difference in percentage points is { $points }, its interval { $low } to { $high }. With so many answers we would have noticed a change of about { $noticeable } points.
figure-wave-unknown-at-all = Whether anything changed since last time ({ $before }) cannot be said: the difference in percentage points is { $points }, its interval { $low } to { $high }.
figure-wave-wording = Not compared with last time ({ $before }): the question was put in other words.
figure-wave-scale = Not compared with last time ({ $before }): the answers to choose from are others.
figure-wave-channel = Not compared with last time ({ $before }): people came to the questionnaire in another way.
figure-wave-complete = Everybody answered, so the numbers stand side by side without a test.
figure-wave-few = Not compared with last time ({ $before }): there are fewer than ten answers.
figure-change-up = more
figure-change-down = less
figure-change-none = no change
figure-change-unknown = cannot be said
figure-change-incomparable = not compared
figure-column-wave = When
figure-column-change = Since last time
figure-measure-wave = share of those who chose the highest steps of the scale each time
figure-base-wave = Base: those who answered each time, without those who cannot judge. All answers: { $waves }
figure-method-wave = The difference is that of two independent shares with Newcombe's 95% interval; “no change” is by the test for equivalence (TOST, ±5 points).
figure-difference = “{ $label }”: { $more } { $points } percentage points more than { $less } (95% interval: { $low } to { $high }).

figure-top-two = “{ $top }” or “{ $next }”
figure-top-one = “{ $top }”
figure-finding-top-two = { $share } { $k ->
    [one] answers
   *[other] answer
} “{ $top }” or “{ $next }”
figure-finding-top-one = { $share } { $k ->
    [one] answers
   *[other] answer
} “{ $top }”
figure-finding-leading = The most frequent answer is “{ $label }”: { $share }
figure-finding-leading-two = The most frequent answers are “{ $first }” and “{ $second }”: { $share } each
figure-finding-even = No answer leads the others
figure-finding-hidden = There are too few answers to say which one leads
figure-finding-several = Named most often: “{ $first }” ({ $share }) and “{ $second }” ({ $second-share })
figure-finding-several-one = Named most often: “{ $first }” ({ $share })
figure-finding-attached-photo = { $attached } of { $asked } who were asked attached a photo
figure-finding-attached-file = { $attached } of { $asked } who were asked attached a file
figure-attached-photo = Attached a photo
figure-attached-file = Attached a file
figure-attached-nothing = Attached nothing
figure-attached-kept = What was attached is looked at by a person and not counted.
figure-attached-other-modes = Paper sheets and answers from a table are entered without attachments and count among those who attached nothing.
figure-finding-number = { $mean } on average; half of the answers are up to { $median }
figure-finding-ranking = “{ $first }” comes first in the order – mean place { $mean }
figure-finding-ranking-few = How often each answer came first
figure-finding-battery = Highest for “{ $best }” ({ $high }), lowest for “{ $worst }” ({ $low })
figure-finding-battery-few = “{ $best }” comes first ({ $high }), “{ $worst }” last ({ $low })
figure-finding-battery-even = Every item gets { $share }

figure-measure-share = share of those who answered
figure-measure-counts = number of respondents
figure-measure-counts-several = number of respondents; more than one could be named
figure-measure-scale = share of those who answered, without “{ $cannot }”
figure-measure-several = share of those who answered; more than one could be named, so the sum may exceed 100%
figure-measure-asked = share of those who were asked
figure-measure-asked-counts = number of people who were asked
figure-measure-number = number of answers by range of values
figure-measure-ranking = share of those who answered that put the answer first; in the order of the mean place
figure-measure-ranking-counts = number of those who put the answer first
figure-measure-battery = share of those who answered each item; the number at the right is the share of { $top }
figure-measure-battery-counts = number who answered { $top }
figure-measure-compared = share or number of those who answered in each group
figure-measure-compared-battery = share or number who chose the highest steps of the scale in each group
figure-battery-headline = highest steps

figure-column-answer = Answer
figure-column-item = Item
figure-column-count = Number
figure-column-share = Share
figure-column-interval = Interval
figure-column-top = Highest steps
figure-column-mean-place = Mean place
figure-row-base = Base
figure-row-mean = Mean
figure-row-dont-know = I cannot judge
figure-row-not-applicable = Does not apply to me
figure-row-skipped = Skipped
figure-row-invalid = Invalid
figure-row-not-shown = Not asked
figure-row-not-in-version = Version without this question
figure-note-rounding = Percentages are rounded and may not add up to 100.
figure-note-hidden = Numbers by which somebody could be recognised are hidden.

# Numbers in the text: what they are of, and why some are missing.

number-absent = no data
number-base-audience = Base: those who answered in the group “{ $name }”; n = { $n }
number-base-quoted = Base: the open answers of the group “{ $name }” that are shown
number-method-counted = Counted from the answers.
number-method-plan = From the plan of the study.
number-method-shift = Computed from how many did not answer.
number-method-quoted = Counted are the answers that we show.
number-method-difference = Difference of two shares with Newcombe's 95% interval.
number-no-such-audience = The study has no such group.
number-no-such-question = The group's questionnaire has no such question.
number-no-such-option = The question has no such answer.
number-other-kind = This is not computed for such a question.
number-nobody-answered = There are no answers yet to compute it from.
number-too-few = There are too few answers to show this.
number-too-many-missing = More than half of those asked did not answer, so no numbers are shown.
number-hidden = The number is hidden because somebody could be recognised by it.
number-not-agreed = The people of the group are few and have not agreed that their answers are shown.
number-no-interval = This number has no interval.
number-not-compared = These groups are not compared by a test: the answers are too few or are those of everybody.
number-not-counted = Answers are not counted separately for such a part of the group.

# What is asked several times: its base are entries, not people

figure-base-entries = Base: { $entries ->
    [one] { $entries } row filled in
   *[other] { $entries } rows filled in
} by { $people ->
    [one] { $people } person
   *[other] { $people } people
}
figure-measure-entries = share of the rows filled in; one person may have filled in several
figure-measure-entries-several = share of the rows filled in; in each row more than one could be chosen
figure-measure-entries-counts = number of rows filled in; one person may have filled in several
figure-measure-entries-number = number of rows filled in by ranges of values
figure-method-entries = The rows were filled in by { $people ->
    [one] one person
   *[other] { $people } people
}, and those of one person resemble each other, so there is no confidence interval.
figure-finding-entries = The answer of most rows is “{ $label }”: { $share }
figure-finding-entries-number = { $mean } on average for a row; in half of the rows the number is up to { $median }
figure-missing-entries-outside = { $n ->
    [one] in { $n } row the answer is outside the scale
   *[other] in { $n } rows the answer is outside the scale
}
figure-missing-entries-skipped = { $n ->
    [one] in { $n } row the question was passed over
   *[other] in { $n } rows the question was passed over
}
figure-column-entries = Rows
figure-column-entries-share = Share of the rows
figure-row-entries = Rows filled in
figure-row-entered-by = People who filled them in
