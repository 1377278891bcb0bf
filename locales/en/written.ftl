# Written reports at the desk.

desk-study-written = Reports
written-list-title = Reports of the study
written-list-lede = The program proposes the words and you finish them. The numbers in them come from the answers and change with them.
written-list-empty = There is no report of this study yet.
written-draft = draft
written-published = version { $n } published on { $day }
written-changed = changed on { $at }, { $who }
written-untitled = Report without a title
written-propose-heading = New report
written-propose-lede = The program drafts it from the answers so far. After that every word can be changed.
written-propose = Propose a text
written-kind = Kind of document
written-kind-results = Report of the results
    .hint = Who answered, what each question shows, how groups differ, what cannot be said.
written-kind-analysis = Analysis of potential and possibilities
    .hint = Where groups differ, what matters, strengths and weaknesses, level of participation, obstacles, conclusions.
written-kind-annual = Yearly report on satisfaction
    .hint = Under Art. 24 of the Ordinance on Administrative Service, with the chapter on the study.
written-kind-summary = Summary on one page
    .hint = What matters most, with the method sheet as an annex.
written-kind-methodology = Methodology
    .hint = A frame: how the municipality will collect feedback from now on.
written-kind-impact = Impact assessment
    .hint = A frame: what changed after the measures.
written-kind-letter = Letter with recommendations
    .hint = A frame: the findings and what is asked of the addressee.
written-languages = In which languages
written-title = Report
written-nav = About the report
written-tongues = In which language
written-saved = State { $revision }, saved on { $at }
written-change-title = Title and sentence for the cover
written-report-title = Title
written-report-summary = Sentence for the cover
    .hint = What a reader should remember. It may stay empty.
written-numbers = The numbers that can be used
written-history = Earlier states
written-changed-numbers = { $n ->
    [one] { $n } number is another now
   *[other] { $n } numbers are others now
}
written-changed-numbers-what = Answers have changed since the words were written. Look at the marked parts: are the words around the number still true?
written-accept-all = Accept all numbers as they are now
written-add-first = + Add at the top
written-unwritten = no words in this language
written-change = Change
written-up = Up
written-down = Down
written-move = Move
written-remove = Remove
written-add-after = + After this

written-part-prose = Text
    .hint = Plain words with numbers of the data.
written-part-heading = Heading
    .hint = It stands in the contents too.
written-part-figure = Chart
    .hint = A chart with its table, always with the numbers of the moment.
written-part-table = Table
    .hint = The numbers of one chart alone.
written-part-finding = Finding
    .hint = What follows from the numbers, and how sure it is.
written-part-recommendation = Recommendation
    .hint = What should be done, and from which findings it follows.
written-part-quotations = Open answers
    .hint = The words of people, after somebody has read them.
written-part-key-numbers = Key numbers
    .hint = A few numbers in large type.
written-part-notice = Note
    .hint = Words set apart, such as a caution how to read the numbers.
written-part-method-sheet = Method sheet
    .hint = How the study was made, row by row.
written-part-annex = Annex
    .hint = All after it is in the annex, as far as the next.
written-part-gone = a part that is gone

written-part-title = Part of the report
written-adding-title = What to add
written-adding-first = It will stand at the top.
written-adding-after = It will stand after: { $part }
written-add = Add
written-save = Save
written-save-stay = Save and stay here
written-look = See how it looks
written-words = Text
    .hint = A number of the data is written by its address, such as {"{"}residents.q7.yes.share{"}"}. **Bold** words stand between two asterisks, a row of a list begins with a dash.
written-heading-words = Heading
written-level = Level
written-level-2 = Chapter
written-level-3 = Section
written-level-4 = Point
written-finding-words = Finding
    .hint = One statement with the numbers that it follows from.
written-strength = How sure it is
written-strength-strong = Sure
written-strength-indicative = Indicative
    .hint = Those who wanted to have answered, so the number only points somewhere.
written-strength-not-enough = Too few answers
written-recommendation-words = Recommendation
    .hint = What should be done, by whom and until when.
written-follows = Follows from: { $finding }
written-notice-title = Title of the note
written-caution = This is a caution
written-annex-title = Title of the annex
written-of = Which chart
written-quotations-of = To which question
written-row = Row { $n }
written-row-new = New row
written-row-value = Number
    .hint = Mostly the address of a number alone.
written-row-label = What the number is
written-row-note = Note below it
written-row-term = What
written-row-words = How
written-numbers-here = Numbers in these words
written-numbers-none = There are no numbers of the data in these words.
written-was = when you wrote: { $was }
written-absent = not shown
written-accept = Accept the numbers as they are now
written-accept-what = First save what you have changed in the words.
written-shown = This is how readers will see it
written-offered = More numbers
written-newer = { $who } saved changes while you were writing
written-newer-what = Below is what is saved; the form holds your words. If you save once more, yours stay.
written-move-title = Where to put it
written-move-to = New place
written-move-button = Move
written-place-first = At the top
written-place-after = After: { $part }
written-remove-title = Removing a part
written-remove-undo = The state before stays saved and can be read.
written-remove-button = Remove
written-numbers-lede = Choose a question. Copy the address with its braces to where the number should stand.
written-numbers-of = Questions
written-numbers-nothing = There is no number to show for this question.
written-number-what = What it is
written-number-value = Now
written-number-address = Address
written-number-base = Of which answers
written-history-lede = Every change keeps the state before it. Compare two of them to see what came and what went.
written-compare-before = From
written-compare-after = to
written-compare = Compare
written-state = State
written-state-when = When
written-state-who = Who
written-state-newest = now
written-state-title = State { $n }
written-state-what = The words are of then, the numbers are those of today.
written-differences-link = what changed
written-act-proposed = Text proposed
written-act-renamed = Title changed
written-act-part-changed = Part changed: { $part ->
    [none] –
   *[other] { $part }
}
written-act-part-added = Part added: { $part ->
    [none] –
   *[other] { $part }
}
written-act-part-moved = Part moved: { $part ->
    [none] –
   *[other] { $part }
}
written-act-part-removed = Part removed: { $part ->
    [none] –
   *[other] { $part }
}
written-act-numbers-accepted = { $part ->
    [none] All numbers accepted
   *[other] Numbers accepted: { $part }
}
written-differences = What changed
written-differences-of = From state { $before } to state { $after }
written-differences-none = The two states are alike.
written-differences-numbers = Changed numbers
written-differences-words = Changed words
written-before = Before
written-after = After
written-difference-added = Added
written-difference-removed = Removed
written-difference-moved = Moved
written-difference-changed = Changed

desk-done-report-proposed = The report is drafted. Read it part by part.
desk-done-report-saved = Saved.
desk-done-report-numbers-accepted = The numbers are accepted.
desk-done-report-part-removed = The part is removed.

# What a number is.
number-statistic-n = answers
number-statistic-population = people in the group
number-statistic-planned = planned answers
number-statistic-rate = response rate
number-statistic-questions = questions
number-statistic-online = answers online
number-statistic-paper = answers on paper
number-statistic-imported = imported answers
number-statistic-version = answers to the version
number-statistic-shift = sensitivity to those who did not answer
number-statistic-mean = mean
number-statistic-mean-low = mean, lower end
number-statistic-mean-high = mean, upper end
number-statistic-median = median
number-statistic-lower-quartile = lower quartile
number-statistic-upper-quartile = upper quartile
number-statistic-top-share = share of the upper steps
number-statistic-top-low = share of the upper steps, lower end
number-statistic-top-high = share of the upper steps, upper end
number-statistic-top-interval = share of the upper steps, interval
number-statistic-mentions = mentions on average
number-statistic-dont-know-share = share of “cannot judge”
number-statistic-unanswered-share = share without an answer
number-statistic-quoted = quoted answers
number-statistic-share = share
number-statistic-count = count
number-statistic-low = lower end
number-statistic-high = upper end
number-statistic-interval = interval
number-statistic-place = mean place
number-statistic-difference = difference in points
number-statistic-difference-low = difference, lower end
number-statistic-difference-high = difference, upper end

refusal-report-unknown-statistic = Line { $line }, letter { $column }: in “{ $found }” the last word “{ $statistic }” is nothing that can be asked.
    .hint = Perhaps you meant “{ $nearest }”.
refusal-report-no-such-audience = In “{ $found }” there is no such group.
    .hint = { $nearest ->
        [none] Look at “The numbers that can be used”.
       *[other] Perhaps you meant “{ $nearest }”.
    }
refusal-report-no-such-question = In “{ $found }” there is no such question.
    .hint = { $nearest ->
        [none] Look at “The numbers that can be used”.
       *[other] Perhaps you meant “{ $nearest }”.
    }
refusal-report-no-such-option = In “{ $found }” the question has no such answer.
    .hint = { $nearest ->
        [none] Look at “The numbers that can be used”.
       *[other] Perhaps you meant “{ $nearest }”.
    }
refusal-report-no-such-number = “{ $found }” cannot be told of this question.
    .hint = Look at “The numbers that can be used”.
refusal-report-no-such-figure = There is no chart “{ $found }”.
    .hint = { $nearest ->
        [none] Choose one of the list.
       *[other] Perhaps you meant “{ $nearest }”.
    }
refusal-report-empty-part = There is nothing in this part yet.
    .hint = Fill in at least one row.

# Publishing.

written-publication = Publication
written-publication-lede = What is published does not change. A correction is a new version, and the old one stays at its address.
written-obstacles = What is still missing
written-to-plan = Write it down in the plan
written-to-sheet = Write it in the method sheet
written-to-report = To the report
written-fill-method = Take what is missing from the plan
written-fill-method-what = If you have filled in the plan, the program adds the rows to the method sheet.
written-frozen = What will be kept
written-frozen-audience = { $n ->
    [one] { $name }: { $n } answer and the questionnaire to which it was given
   *[other] { $name }: { $n } answers and the questionnaire to which they were given
}
written-frozen-engine = The version of the program that the numbers were made with: { $engine }
written-since-published = What changed since the version published last
written-note = What was put right
    .hint = One sentence that stands beside the new version for everybody.
written-publish = Publish
written-versions = Published versions
written-guidance = For the author:
written-row-tells = What the row is about
written-topic-other = something else
written-topic-population = the people it is about
written-topic-entry = how they got into the study
written-topic-channels = channels
written-topic-dates = dates
written-topic-response = how many answered
written-topic-weighting = weighting
written-topic-exclusions = who is left out
written-topic-limits = limits
written-topic-funding = who paid
written-act-method-filled = Method sheet completed
desk-done-report-published = The report is published.
desk-done-report-method = The method sheet is completed.

written-version = Version { $n } of { $day }
written-superseded = This version was superseded by:
written-put-right = What was put right:
written-files = Files of this version
written-file-html = Page (HTML)
written-others = Other reports of the same study:
written-other-report = { $kind } – { $party }

refusal-report-results-not-public = The results of the study are not public yet.
    .hint = The report can be published once the results are shown.
refusal-report-empty-section = There is nothing below “{ $title }”.
    .hint = Write the words or remove the heading.
refusal-report-method-population = The method sheet does not say who the people are: { $name }.
refusal-report-method-entry = The method sheet does not say how people got into the study: { $name }.
refusal-report-method-channels = The method sheet does not say through which channels answers came: { $name }.
refusal-report-method-dates = The method sheet does not say when the study was made.
refusal-report-method-response = The method sheet does not say how many people answered: { $name }.
refusal-report-method-weighting = The method sheet does not say whether answers are weighted.
refusal-report-method-exclusions = The method sheet does not say who is left out: { $name }.
refusal-report-method-limits = The method sheet does not say what its limits are.
refusal-report-method-funding = The method sheet does not say who paid for the study.
refusal-report-nothing-new = The plan says no more than the method sheet.
    .hint = Fill it in the plan, or write the row yourself.

number-base-group = Only “{ $group }” who answered the question; n = { $n }
refusal-report-not-counted = “{ $found }”: for single groups only the question about the whole is counted.
    .hint = See which numbers can be used at that question.
