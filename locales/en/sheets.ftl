# Questionnaires on paper: what stands on the sheet, how sheets are printed, counted and typed in by their codes.

sheets-page = p.
sheets-of = of
sheets-code = Code of the sheet
sheets-master = Master copy, without a code
sheets-blank = This page is empty.
sheets-question = Question
sheets-and = and
sheets-quoted = “{ $words }”
sheets-or = or
sheets-thanks = Thank you!
sheets-version = Version { $version } of { $day }
sheets-who = { $parties } asks, in the project “{ $project }”.
sheets-anonymous-code = The survey is anonymous, do not write your name. The code only tells which sheet this is, so that it is not typed in twice. It does not tell who answered.
sheets-anonymous = The survey is anonymous, do not write your name.
sheets-until = We take completed sheets until { $day }
sheets-return = Give the completed sheet back to the person who gave it to you, or put it into the box for surveys.

sheets-how-mark = Mark your answers with a cross.
sheets-how-wrong = If you make a mistake, fill in the whole sign and mark another one.
sheets-how-numbers = The small numbers in the signs are for typing in.
sheets-how-one = Mark one answer.
sheets-how-row = Mark one answer in each row.
sheets-how-many = Mark all answers that apply to you.
sheets-how-at-most = { $most ->
    [one] Mark { $most } answer at most.
   *[other] Mark up to { $most } answers.
}
sheets-how-at-least = { $least ->
    [one] Mark at least { $least } answer.
   *[other] Mark at least { $least } answers.
}
sheets-how-exactly = { $most ->
    [one] Mark { $most } answer.
   *[other] Mark exactly { $most } answers.
}
sheets-how-between = Mark { $least } to { $most } answers.
sheets-how-ranking = Write 1 before what is best for you, 2 before the next, and so on up to { $n }.
sheets-how-write = Write your answer in words.
sheets-how-point = Latitude and longitude, if you know them.
sheets-how-file = Attach it to the sheet, and write how many pages there are.
sheets-how-number = Write a number.
sheets-how-from = Write a number that is not less than { $least }.
sheets-how-to = Write a number that is not more than { $most }.
sheets-how-from-to = Write a number from { $least } to { $most }.
sheets-consent = Yes
sheets-consent-key = yes
sheets-exclusive = { $option } (only this answer)
sheets-digits-day = dd
sheets-digits-month = mm
sheets-digits-year = yyyy
sheets-digits-hour = hour
sheets-digits-minute = min.
sheets-leads = go to question { $n }
sheets-leads-end = this was the last question for you

sheets-answer-if = Answer if { $claims }.
sheets-answer-these-if = Answer questions { $first }–{ $last } if { $claims }.
sheets-ask-interviewer = This question is not for everybody. If you do not know whether it is for you, ask the interviewer.
sheets-ask-interviewer-these = Questions { $first }–{ $last } are not for everybody. If you do not know whether they are for you, ask the interviewer.
sheets-claim-marked = you marked { $values } at question { $n }
sheets-claim-unmarked = you did not mark { $values } at question { $n }
sheets-claim-written = you wrote { $values } at question { $n }
sheets-claim-unwritten = you did not write { $values } at question { $n }
sheets-claim-at-least = you wrote { $values } or more at question { $n }
sheets-claim-at-most = you wrote { $values } or less at question { $n }
sheets-claim-answered = you answered question { $n }
sheets-claim-unanswered = you did not answer question { $n }

print-done = Printed to { $path }: { $sheets ->
    [0] a master copy without a code
    [one] { $sheets } sheet with a code
   *[other] { $sheets } sheets with a code
}, { $pages ->
    [one] { $pages } page.
   *[other] { $pages } pages.
}
print-language = The questionnaire does not speak “{ $language }”, only: { $known }.
print-copies = “{ $given }” is not a number of sheets from 1 to { $most }.
print-output = “{ $path }” does not end with .pdf.
cli-questionnaire-print-about = Prints a questionnaire to be filled in by hand (PDF), without a server
cli-questionnaire-print-copies = How many sheets, each with a code of its own; without it one master copy without a code
cli-questionnaire-print-seed = What the codes are made of; the same gives the same codes
cli-questionnaire-print-large = In large print
cli-questionnaire-print-output = Where to write the file, ends with .pdf

desk-study-printings = Sheets to be filled in on paper
desk-printings-title = Sheets to be filled in on paper
desk-printings-lede = Print the questionnaire for people who answer with a pen. Each sheet has a code of its own by which it is typed in once. The code says nothing about the person.
desk-printings-made = Made so far
desk-printings-new = New sheets
desk-printings-number = Number of sheets
desk-printings-number-hint = At most 500 at a time. A master copy without a code needs none.
desk-printings-language = Language
desk-printings-return = Where the sheet is returned
desk-printings-return-hint = Printed at the end, for example “Put it into the box beside counter 3.” If empty, it says that the sheet goes back to the person who gave it out.
desk-printings-large = Large print
desk-printings-large-hint = 16 points, for people with weak eyes.
desk-printings-twice = Each sheet is typed in twice
desk-printings-twice-hint = By two people, independently of each other. Differences are shown and somebody settles them.
desk-printings-make = Make sheets with codes
desk-printings-master = Master copy without a code
desk-printings-master-hint = The master copy is a single one, to be multiplied. Such sheets are typed in as cards from a box.
desk-printing-title = Printed sheets
desk-printing-made = { $n ->
    [one] { $n } sheet of { $day }
   *[other] { $n } sheets of { $day }
}
desk-printing-entered-of = { $n } of { $all } typed in
desk-printing-large = large print
desk-printing-usual = usual print
desk-printing-twice = typed in twice
desk-printing-single = typed in once
desk-printing-download = File for printing (PDF)
desk-printing-all = All { $n } sheets: archive of files for printing (ZIP)
desk-printing-file = Sheets { $first }–{ $last } for printing (PDF)
desk-printing-download-hint = The file is the same whenever you ask for it. Print on both sides: each sheet begins on the front of a new leaf. A file has at most 50 sheets and takes some seconds. The archive of all files comes while they are being made: go on working on this page or another.
desk-printing-log = Where the sheets are
desk-printing-printed = Printed
desk-printing-issued = Given out
desk-printing-returned = Returned
desk-printing-entered = Typed in
desk-printing-once = Typed in once, waiting for a second person
desk-printing-differs = With differences, waiting to be settled
desk-printing-spoiled = Spoiled
desk-printing-left = { $n ->
    [0] All returned sheets are typed in or marked as spoiled.
    [one] { $n } returned sheet is still waiting.
   *[other] { $n } returned sheets are still waiting.
}
desk-printing-count = Counting
desk-printing-issued-hint = In all so far.
desk-printing-returned-hint = In all so far, the spoiled ones included.
desk-printing-count-save = Save the numbers
desk-printing-spoil = A spoiled sheet
desk-printing-spoil-why = Torn, crossed out, empty or unreadable. Nothing can be typed in with its code any more.
desk-printing-spoil-save = Mark the sheet as spoiled
desk-sheet-code-hint = Eight signs at the foot of the sheet, for example K7XA-2M4C. A scanner works too.
desk-done-sheets-made = The sheets are ready for printing.
desk-done-sheets-counted = The numbers are saved.
desk-done-sheets-spoiled = The sheet is marked as spoiled.

refusal-sheets-number-unreadable = “{ $given }” is not a number of sheets.
    .hint = Write a whole number, for example 50.
refusal-sheets-too-many = At most { $most } sheets are made at a time.
    .hint = Make them in several goes.
refusal-sheets-language-unknown = The questionnaire does not speak this language.
    .hint = Choose one of the languages in the list.
refusal-sheets-more-issued = Only { $sheets } were printed, so no more can have been given out.
    .hint = Check the number, or print more sheets.
refusal-sheets-more-returned = Only { $issued } were given out, so no more can have been returned.
    .hint = Check both numbers. Sheets that you gave out without noting it were given out too.
refusal-sheets-code-unreadable = This is not the code of a sheet.
    .hint = A code has eight signs: digits from 2 to 9 and the letters A, C, E, H, K, M, P, T, X.
refusal-sheets-code-misread = One sign of the code is wrong.
    .hint = Compare it with the sheet sign by sign, or use a scanner.
refusal-sheets-code-unknown = No sheet with this code was printed.
    .hint = Check that the sheet belongs to this study. If it has no code, type it in as a card from a box.
refusal-sheets-entered-already = This sheet has been typed in already.
    .hint = Put it with those that are done. If you hold another sheet, check its code sign by sign. Which answers came from it is not kept, so they cannot be shown.
refusal-sheets-spoiled-already = This sheet is marked as spoiled.
    .hint = Such a sheet is not typed in. Put it with the spoiled ones.
refusal-sheets-to-be-settled = Somebody has begun to type this sheet in.
    .hint = Finish it: let a second person type it in, or settle the differences.
refusal-sheets-same-person = You typed this sheet in the first time.
    .hint = The second time is for another person who has not seen yours. Give the sheet to a colleague.
refusal-sheets-nothing-typed = Nothing was typed.
    .hint = If the sheet is empty, mark it as spoiled.
refusal-sheets-not-yet-open = Answers are taken from { $first }.
    .hint = Type the sheet in then.
refusal-sheets-undecided = This question is not settled.
    .hint = Look at the sheet and choose one of the two.
refusal-sheets-moved-on = Somebody else has gone on with this sheet meanwhile.
    .hint = Open it again by its code.

desk-act-sheets-printed = Sheets to be filled in on paper were made
desk-act-sheets-counted = Sheets were counted
desk-act-sheets-spoiled = A spoiled sheet
desk-fact-issued = given out
desk-fact-returned = returned
desk-fact-issued-before = given out before
desk-fact-returned-before = returned before

desk-study-enter-sheets = Type in sheets by code
desk-sheets-title = Typing in sheets
desk-sheets-lede = Type the code at the foot of the sheet, or use a scanner. That very questionnaire opens, in the language of the sheet.
desk-sheets-open = Open the sheet
desk-sheets-printing = All sheets of this printing
desk-sheets-heading = Sheet { $code }
desk-sheets-turn-only = Language of the sheet: { $language }.
desk-sheets-turn-first = Language of the sheet: { $language }. The sheet is typed in twice, this is the first time.
desk-sheets-turn-second = Language of the sheet: { $language }. A colleague has typed this sheet in. Type it in too, without asking what they read.
desk-sheets-help = Type the number that stands in the marked sign. With several answers type the numbers with spaces between them, for example 1 3. For a ranking type the numbers before the answers in the order in which the person ranked them. Tab or Enter takes you to the next field, and Enter in the last field saves the sheet.
desk-sheets-save = Save the sheet
desk-sheets-spoiled = Is the sheet empty or unreadable? Mark it as spoiled:
desk-sheets-settle-lede = Two people read the sheet differently. Look at it and choose for each question what it really says.
desk-sheets-first = typed in first
desk-sheets-second = typed in second
desk-sheets-nothing = no answer
desk-sheets-settle = Save what was chosen
desk-sheets-anew = Type the sheet in anew
desk-sheets-anew-why = If both are wrong, both readings are deleted and the sheet is typed in anew.
desk-done-sheet-entered = The sheet is saved. Type the next code.
desk-done-sheet-held = The sheet is saved and waits for a second person. Type the next code.
desk-done-sheet-settled = The differences are settled and the answers are saved. Type the next code.
desk-fieldwork-sheets = Sheets on paper
desk-fieldwork-sheets-reading = Sheets given out and returned are counted by a person. How many are typed in and spoiled is known from their codes. “Waiting” are those returned that are neither typed in to the end nor spoiled.
desk-fieldwork-printing = Printed on
desk-printing-waiting = Waiting
sheets-quote-title = Your own words
sheets-quote = I allow what I wrote in my own words to be quoted in the results and the report.
sheets-quote-why = The group is small, and what you wrote may tell who wrote it. If you do not mark this, your words are quoted nowhere. Your other answers count in either case.
