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
figure-base-able = those who answered, without “cannot tell”
figure-base-asked = those who answered, of those who were asked
figure-base-asked-able = those who answered, of those who were asked, without “cannot tell”
figure-base-battery = Base: those who answered each row, without “cannot tell”; n is { $low } to { $high }
figure-base-battery-equal = Base: those who answered each row, without “cannot tell”; n = { $n }
figure-base-compared = Base: those who answered in each group, without “cannot tell”. { $audiences }

figure-missing = Outside the base: { $parts }
figure-missing-dont-know = { $n ->
    [one] { $n } cannot tell
   *[other] { $n } cannot tell
}
figure-missing-not-applicable = { $n ->
    [one] it does not apply to { $n }
   *[other] it does not apply to { $n }
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
figure-method-indicative = Open survey; the intervals are indicative and hold for those who answered only.
figure-method-few = So few people do not become percentages; counts are shown.
figure-method-compared = The intervals of both groups are at 95%; in an open survey they are indicative.
figure-method-compared-few = The small group is shown as a count, the large one as a share. The two are not tested against each other.

figure-between-confidence = With 95% confidence the share lies between { $low } and { $high }.
figure-between-assumed = If those who did not answer think like those who did, the share lies between { $low } and { $high }.
figure-between-indicative = As an indication, the share lies between { $low } and { $high }.
figure-mean-between = The mean lies between { $low } and { $high }.
figure-mean-of-scale = The mean is { $mean } on a scale from { $low } to { $high }.
figure-mean-mentions = Each respondent named { $mean } on average.
figure-quartiles = Half of the answers lie between { $lower } and { $upper }.
figure-many-dont-know = { $share } of those asked say “cannot tell”.
figure-many-unanswered = { $share } of those asked do not answer the question; read the numbers with care.
figure-battery-intervals = The intervals: { $best }, { $high }; { $worst }, { $low }.
figure-not-compared = The small group is too small to be compared with the large one; they stand side by side.
figure-difference = “{ $label }”: { $more } { $points } points more than { $less } (between { $low } and { $high }).

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
figure-finding-leading = Most answer “{ $label }”: { $share }
figure-finding-leading-two = Most answer “{ $first }” and “{ $second }”: { $share } each
figure-finding-even = No answer leads the others
figure-finding-hidden = There are too few answers to say which one leads
figure-finding-several = Named most often: “{ $first }” ({ $share }) and “{ $second }” ({ $second-share })
figure-finding-several-one = Named most often: “{ $first }” ({ $share })
figure-finding-number = { $mean } on average; half of the answers are up to { $median }
figure-finding-battery = Highest for “{ $best }” ({ $high }), lowest for “{ $worst }” ({ $low })
figure-finding-battery-few = Most for “{ $best }” ({ $high }), fewest for “{ $worst }” ({ $low })
figure-finding-battery-even = Every row gets { $share }

figure-measure-share = share of those who answered
figure-measure-counts = number of respondents
figure-measure-counts-several = number of respondents; more than one could be named
figure-measure-scale = share of those who answered, without “cannot tell”
figure-measure-several = share of those who answered; more than one could be named, so the sum may exceed 100%
figure-measure-number = answers by class
figure-measure-battery = share of those who answered each row; the number at the right is the share of { $top }
figure-measure-battery-counts = number who answered { $top }
figure-measure-compared = share or number of those who answered in each group
figure-measure-compared-battery = share or number of the two best answers in each group
figure-battery-headline = best answers

figure-column-answer = Answer
figure-column-item = Row
figure-column-count = Number
figure-column-share = Share
figure-column-interval = Interval
figure-column-top = Best
figure-column-dont-know = Cannot tell
figure-row-base = Base
figure-row-mean = Mean
figure-row-dont-know = Cannot tell
figure-row-not-applicable = Does not apply
figure-row-skipped = Skipped
figure-row-invalid = Invalid
figure-row-not-shown = Not asked
figure-row-not-in-version = Version without this question
figure-note-rounding = Percentages are rounded and may not add up to 100.
figure-note-hidden = Numbers by which somebody could be recognised are hidden.
