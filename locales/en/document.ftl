# The written text of publications: refusals and what to do about them.

refusal-document-too-long = The text is too long: { $is } bytes, and { $max } fit.
    .hint = Split it into two publications, or attach the long part as a file. A Cyrillic letter takes two bytes.
refusal-document-too-deep = Lists and quotations are nested deeper than { $max } levels.
    .hint = Take the inner lists out as paragraphs of their own.
refusal-document-table-too-large = The tables have more than { $max } cells together.
    .hint = Attach the large table as a file.

# The manuscript of a report: words in which numbers are references to the data.

refusal-manuscript-not-closed = Line { $line }, character { $column }: the reference that begins “{"{"}{ $found }” is not closed.
    .hint = End it with “{"}"}” on the same line. To write the brace itself, double it: “{"{{"}”.
refusal-manuscript-not-an-address = Line { $line }, character { $column }: “{ $found }” is no address of a number.
    .hint = An address is a group, a question, an answer and what of it, parted by dots, for instance “residents.q7.good.share”.
refusal-manuscript-not-a-figure = “{ $found }” is no address of a figure.
    .hint = An address is a group and a question, for instance “residents.q7”, or “*.q7” for all groups side by side.
refusal-manuscript-not-a-group = Line { $line }, character { $column }: the brackets in “{ $found }” do not name a question and an answer.
    .hint = Write them like this: “residents[age=young].q7.good.share”.
refusal-manuscript-too-many-names = Line { $line }, character { $column }: “{ $found }” has too many parts.
    .hint = An address has at most a group, a question, an answer and what of it.
refusal-manuscript-unknown-statistic = Line { $line }, character { $column }: the last word of “{ $found }”, “{ $statistic }”, is nothing that can be asked for.
    .hint = It can be for instance “share”, “count”, “interval”, “mean”, “n”.
refusal-manuscript-other-place = Line { $line }, character { $column }: “{ $statistic }” cannot be asked for as in “{ $found }”.
    .hint = A share and a count are of an answer, a mean is of a question, a population is of a group.
refusal-manuscript-needs-two = Line { $line }, character { $column }: “{ $statistic }” in “{ $found }” is of two groups.
    .hint = Part the two groups with a slash: “residents/business.q7.good.difference”.
refusal-manuscript-only-of-one = Line { $line }, character { $column }: “{ $statistic }” in “{ $found }” is of one group only.
    .hint = Leave one group before the first dot.
refusal-manuscript-too-many-references = One text can hold at most { $max } numbers of the data.
    .hint = Split the text into two parts.
refusal-manuscript-too-long = The text is too long: { $is } bytes, and { $max } fit.
    .hint = Split it into parts. One Cyrillic letter is two bytes.
refusal-manuscript-empty = There is no text.
    .hint = Write something, or remove the part.
refusal-manuscript-too-many-parts = A report can have at most { $max } parts.
    .hint = Remove a part before you add one.
refusal-manuscript-no-such-part = This part is no longer in the report.
    .hint = Somebody may have removed it. Open the report again.
refusal-manuscript-other-part = The part cannot stand there.
    .hint = Choose another place.
