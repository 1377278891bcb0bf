# Themes of open answers: a list with patterns, two people who read the same answers, and a version for everybody.
themes-title = Themes of open answers
themes-lede = Here you decide what people speak of when they write in their own words. Each theme is found by words that you see and change. What no pattern knows waits for somebody to read it.
themes-none-yet = There is no list of themes yet.
themes-no-open-question = No question of this study is answered in words of one’s own.
themes-count = { $n ->
    [one] { $n } theme
   *[other] { $n } themes
}
themes-new = New list of themes
themes-new-lede = A list may belong to one question or be shared by several.
themes-new-button = Begin
themes-change = Name and questions
themes-list-name = Name of the list
    .hint = “What you would change”, for instance. It stands in the report.
themes-list-questions = Which questions it belongs to
themes-list-questions-note = A question belongs to one list only, so that what was written is counted once.
themes-theme-new = New theme
themes-theme-new-button = Add the theme
themes-theme-change = Theme
themes-theme-name = Name
    .hint = Short, as it will stand under its bar: “Waiting”.
themes-theme-description = What belongs to it
    .hint = A sentence or two for the people who read the answers. It is printed in the report.
themes-theme-patterns = Patterns
    .hint = One on each line. A star stands for the end of a word: “чака*” finds “чакам”, “чакахме” and “чакане”. In “губ* врем*” two more words may stand between.
themes-theme-exclusions = What only looks like the theme
    .hint = One pattern on each line: “бавачк*”, if the theme is slow service.
themes-theme-code = Short mark
    .hint = Latin letters, digits and “_”; the column in data files is called so. Left empty, it is made from the name.
themes-theme-remove-why = The theme goes from the list. Frozen versions stay as they are.
themes-theme-remove = Remove the theme
themes-writers = { $n ->
    [0] Nobody has written yet
    [one] { $n } written answer
   *[other] { $n } written answers
}
themes-wait = { $n ->
    [one] { $n } answer belongs to no theme yet.
   *[other] { $n } answers belong to no theme yet.
}
themes-wait-read = Read them
themes-latin = { $n ->
    [one] { $n } answer is written in Latin letters. We propose themes but do not count it until you confirm.
   *[other] { $n } answers are written in Latin letters. We propose themes but do not count them until you confirm.
}
themes-latin-read = Confirm
themes-heading = Themes
themes-empty = There are no themes in the list yet.
themes-empty-hint = Begin with the most frequent words of the answers, or take a list from another study.
themes-column-theme = Theme
themes-column-patterns = Found by
themes-column-description = What belongs to it
themes-column-found = Answers
themes-column-by-people = Of these decided by a person
themes-column-words = Words
themes-column-answers = In how many answers
themes-column-take = Into which theme
themes-column-kappa = Cohen’s kappa
themes-column-alpha = Krippendorff’s alpha
themes-column-verdict = Agreement
themes-column-precision = Precision of the patterns
themes-column-recall = Recall of the patterns
themes-file-save = Download as a table
themes-file-load = Take themes from a table
themes-file = Table of themes (CSV)
themes-file-hint = Columns “name” and “patterns”, and if you like “code”, “name_en”, “description”, “description_en” and “exclusions”; patterns are parted by “|”. The themes of the file replace all themes of the list.
themes-file-send = Replace the themes
themes-freezing = A version for everybody
themes-freezing-what = A frozen version goes into the results and the report: how many of those who wrote speak of each theme, by which words they were found, and how far two people agree. It does not change; freeze a new one when new answers come.
themes-freeze = Freeze a version
themes-versions = Frozen versions
themes-version = Version { $version } of { $day }
themes-sample-none = Two people have not read the same answers yet. You may freeze as it is; the report will say that agreement was not measured.
themes-sample-going = { $n ->
    [one] Two people are reading { $n } answer, each on their own.
   *[other] Two people are reading { $n } answers, each on their own.
}
themes-sample-done = Agreement between the two is { $verdict }.

themes-proposals = Most frequent words
themes-proposals-lede = Words and pairs of words that no pattern finds yet. Choose a theme and the word becomes a pattern of it; you can put it right in the theme itself.
themes-proposals-none = There is no word in at least two answers that the patterns do not find.
themes-proposals-fewest = { $n ->
    [one] Words in at least { $n } answer
   *[other] Words in at least { $n } answers
}
themes-take = Add
themes-take-into = Theme for “{ $pattern }”

themes-answers = The answers with their themes
themes-answers-number = { $n ->
    [0] There are no such answers
    [one] { $n } answer
   *[other] { $n } answers
}
themes-choices = Which answers to show
themes-choice = { $words } ({ $n })
themes-of-all = All
themes-of-waiting = Of no theme yet
themes-of-latin = In Latin letters
themes-answer = Answer { $n }
themes-answers-none = There is nothing to read here.
themes-back = To the list
themes-denied = { $theme } – denied
themes-latin-read-as = In Cyrillic it probably reads:
themes-latin-confirm = The proposed themes are ticked below; save if they are right.
themes-waits = Of no theme yet
themes-speaks-of-none = None of the themes
themes-by-person = decided by a person
themes-decide = Decide what it speaks of
themes-decide-which = What this answer speaks of
themes-decide-save = Save
themes-undecide = Leave it to the patterns
themes-answers-next = Next ones
desk-done-themes-begun = The list is begun.
desk-done-themes-saved = Saved.
desk-done-themes-removed = The theme is removed.
desk-done-themes-imported = The themes of the file are in the list.
desk-done-themes-frozen = The version is frozen and goes into the results and the report.
desk-done-themes-pattern = The pattern is added.
desk-done-themes-decided = The decision is saved.
desk-done-themes-undecided = The answer is left to the patterns again.
desk-done-themes-drawn = The answers are drawn. Two people can begin.
desk-done-themes-joined = You are one of the two.
desk-done-themes-coded = Saved.
desk-done-themes-settled = Settled.

themes-sample = Two independent readers
themes-sample-lede = Two people read the same answers without seeing what the other decided. This tells whether the themes are clear and whether the patterns do their work.
themes-draw-how = { $n } answers are drawn by lot, or all where there are fewer. The number from which the lot begins is written down, so that it can be repeated.
themes-draw = Draw answers
themes-draw-anew = Draw anew
themes-draw-anew-what = If you changed the themes, read new answers with the new list.
themes-drawn-of = { $n ->
    [one] { $n } of { $all } answers was drawn on { $day }
   *[other] { $n } of { $all } answers were drawn on { $day }
}; the lot began from { $seed }.
themes-join-what = One more reader is needed for these answers.
themes-join = I will read too
themes-stage-taken = These answers have two readers already.
themes-stage-waiting = You are done. The comparison is shown once the other has read everything too.
themes-stage-differing = Both are done. Settle the answers on which the decisions differ.
themes-stage-settled = Everything is read and settled. These decisions now count in the place of the patterns.
themes-progress = Read { $done } of { $all }
themes-none-of-them = None of them
themes-code-next = Save and go on
themes-agreement = How far the two agree
themes-agreement-verdict = { $n ->
    [one] On { $n } answer agreement altogether is { $verdict }.
   *[other] On { $n } answers agreement altogether is { $verdict }.
} The threshold is kappa { $enough }. Below it, talk the themes over, better their descriptions and read new answers.
themes-agreement-note = Kappa is 1 for full agreement and 0 for that of chance; its 95 per cent interval stands in brackets. Precision: how much of what the patterns found is right. Recall: how much of what people found the patterns found too.
themes-together = All themes together
themes-enough = acceptable
themes-not-enough = not sufficient
themes-no-spread = not measurable: both always decided the same
themes-differences = Different decisions
themes-first-coder = First reader
themes-second-coder = Second reader
themes-settle-which = How the two of you settled it
themes-settle = Settled

# Results and report.
themes-of = { $part } of { $all }
themes-finding = { $part ->
    [one] { $part } of the { $all } who wrote something mentions “{ $theme }”
   *[other] { $part } of the { $all } who wrote something mention “{ $theme }”
}
themes-finding-none = No theme is mentioned by at least three
themes-rare = Mentioned by one or two people only: { $themes }.
themes-measure = how many of those who wrote mention each theme; one answer may speak of several
themes-base = Base: only the people who wrote something; n = { $n }
themes-waiting = { $n ->
    [one] { $n } answer belongs to no theme.
   *[other] { $n } answers belong to no theme.
}
themes-method = Only those write who decide to, so there is no interval and the numbers do not hold for everybody. Themes: version { $version } of { $day }; { $checked }.
themes-checked-enough = agreement between two independent readers is acceptable
themes-checked-not-enough = agreement between two independent readers is not sufficient
themes-checked-unchecked = agreement between two independent readers was not measured
themes-column-mentioned = Mention it
themes-column-denied = Of these deny it
themes-row-writers = Wrote something
themes-row-waiting = Of no theme
themes-table-note = One answer may speak of several themes, so the rows do not add up to the base. How many deny is told by words like “не” and “няма” before what was found.
themes-annex = How the themes were found
themes-annex-lede = Themes are found by words, and people have read the answers and decided where words do not suffice. These are the words, and how far people agree among themselves.
themes-annex-patterns = “{ $name }”, version { $version } of { $day }: themes and patterns
themes-annex-agreement = “{ $name }”, version { $version } of { $day }: agreement and quality of the patterns
themes-annex-agreement-note = { $n ->
    [one] Two people read the same { $n } answer, each on their own.
   *[other] Two people read the same { $n } answers, each on their own.
} Agreement altogether is { $verdict }; the threshold is kappa { $enough }. The 95 per cent interval of kappa stands in brackets. Precision: how much of what the patterns found is right; recall: how much of what people found the patterns found too.
themes-annex-unchecked = Two people have not read the same answers independently, so their agreement was not measured.
themes-annex-but = without { $patterns }
themes-annex-star = A star stands for the end of a word.
themes-groups = What different people write of: { $question }
themes-group = { $group } ({ $n } wrote)
themes-groups-note = Only groups with at least 30 writers are shown, and themes that at least five of each mention. Only those write who decide to, so the differences do not hold for everybody.

# Journal.
desk-act-themes-begun = List of themes of open answers begun
desk-act-themes-changed = List of themes of open answers changed
desk-act-themes-drawn = Answers drawn for two independent readers
desk-act-themes-settled = Decisions of the two readers settled
desk-act-themes-frozen = Themes of open answers frozen
desk-fact-list = list
desk-fact-name = name
desk-fact-themes = themes
desk-fact-drawn = drawn
desk-fact-of = of
desk-fact-seed = beginning of the lot
desk-fact-answers = answers
desk-fact-writers = wrote
desk-fact-kappa = kappa

refusal-themes-no-question = Choose at least one question.
refusal-themes-question-taken = This question is in the list “{ $name }” already.
refusal-themes-too-many-lists = A study has at most { $most } lists of themes.
refusal-themes-too-many = A list has at most { $most } themes.
refusal-themes-code-unreadable = “{ $given }” cannot be a short mark: write Latin letters, digits and “_”, at most 40.
refusal-themes-code-taken = There is a theme with the short mark “{ $code }” already.
refusal-themes-pattern = “{ $pattern }” is no pattern: { $why ->
    [empty] it is empty
    [star] a star stands only at the end of a word, after at least two letters
    [word] words have letters and digits only
   *[many] there are at most five words
}.
refusal-themes-too-many-patterns = A theme has at most { $most } patterns.
refusal-themes-columns-missing = The table has no columns { $columns }.
refusal-themes-line = Line { $line }:
refusal-themes-name-missing = The theme has no name.
refusal-themes-too-long = The name or the description is too long; a description has at most { $longest } characters.
refusal-themes-file-empty = There is no theme in the table.
refusal-themes-file-unreadable = The file cannot be read as a table.
    .hint = Save it from the spreadsheet as CSV.
refusal-themes-file-too-large = The file is larger than { $most } KB.
refusal-themes-too-many-answers = At most { $most } written answers are worked on at once.
refusal-themes-nothing-written = Nobody has written yet.
refusal-themes-none = There are no themes in the list yet.
refusal-themes-unknown = This theme is not in the list any more.
refusal-themes-nothing-ticked = Choose at least one theme, or “None of them”.
refusal-themes-sample-taken = These answers have two readers already.
refusal-themes-sample-coded = Both have read everything; decisions change only by settling.
refusal-themes-sample-unfinished = The two readers are not done. Wait for them and settle the differences, then freeze.
