# The words of answering: the start, the questions, the overview, the receipt.

start-kicker = A short study
start-who = Who asks
start-whom = Whom we ask
start-time = How long it takes
start-minutes = about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}, up to { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
}
start-until = Answers are taken until
start-given = Comes with the link: { $name }
start-languages = Language of the questions
start-fallback = The questions are in { $language }. Buttons and instructions are in English, because we do not have them in this language yet.
start-few = This is a small group: { $n ->
    [one] { $n } person
   *[other] { $n } people
}. Do not write anything by which you could be recognised.
start-voluntary = Taking part is voluntary. You can skip a question or stop whenever you wish.
start-age = Answer if you are at least 14 years old.
start-anonymous = You answer anonymously. We ask for no name, e-mail or registration.
start-begin = Begin
start-whole = See all questions at once
start-keeps = While you answer, what you write is kept at an address that only you know: up to { $days ->
    [one] { $days } day
   *[other] { $days } days
} after the last change. Once you send the answers or delete them, that address leads to nothing.

records-summary = What exactly we record
records-kept = We record your answers, the day on which you send them, the language of the questionnaire, and that you answered online. The hour is not recorded.
records-not-kept = We do not record a name, a network address (IP), the kind of device or browser, or the order in which answers arrive. We set no cookies.
records-order = Some questions or answers are shown to each person in another order. We record the number of that order too. It is one of 65,536 and cannot tell who you are.
records-given = We also record what comes with the link by which you entered: it is shown above.

page-heading = Questions
page-progress = { $page } of { $of }
page-error-title = Something is wrong
page-next = Next
page-back = Back
page-to-review = Save the change
page-appeared = Because of your answer something more has appeared here. Look at the questions again and go on.
page-saved = What you wrote has been saved.
page-lost = There is no connection. What you wrote stays on the page and will be saved as soon as the connection is back.
page-appeared-live = Your answer brought up something more on the page.
page-anonymous = The answers are anonymous: we keep no name, no address, no exact time.
page-later = Go on later
page-later-how = What you write is saved whenever you press “Next” or “Back”. Write down or bookmark this address and open it when you have time. Whoever knows the address sees the answers: do not share it.
page-until = The address is valid until { $day }.
page-delete = Delete and start over
page-delete-how = Useful where others use this device too. What you have written so far will be deleted for good.
page-delete-button = Delete the answers

answer-required-mark = required
answer-other-words = Write it in your own words
answer-open-advice = Up to { $most } characters. Do not write names, phone numbers or other personal data.
answer-date-example = Day, month, year, for example 27.07.2023
answer-time-example = Hours and minutes, for example 14:30
answer-point-example = Latitude and longitude, for example 42.054; 24.543. They are kept to about a hundred metres.
answer-photo-advice = { $most ->
        [one] One picture, as JPEG, PNG or WebP, up to { $size } MB.
       *[other] Up to { $most } pictures, as JPEG, PNG or WebP, each up to { $size } MB.
    }
answer-file-advice = { $most ->
        [one] One file of up to { $size } MB: a document (PDF, DOCX, ODT, XLSX, ODS, TXT, CSV) or a picture.
       *[other] Up to { $most } files of up to { $size } MB each: documents (PDF, DOCX, ODT, XLSX, ODS, TXT, CSV) or pictures.
    }
answer-photo-warning = We keep only what can be seen in the picture, without the place, the time and the telephone it was taken with. Take no pictures of people or papers that you do not want to show.
answer-file-warning = The name of the file is not kept, but documents often carry the name of their author. Of pictures we keep only what can be seen: no place, time or device.
answer-file-choose = Choose a file
answer-file-choose-more = Add one more
answer-file-attach = Attach what you chose
answer-file-remove = Remove
answer-file-full = No more files are taken here. To change one, remove it first.
answer-file-unnamed = File { $n }
refusal-uploads-crowded = Too many people are sending files at this moment.
    .hint = Wait a minute, go back with the button of your browser and send it again.
answer-file-too-large = You chose a file larger than { $size } MB. It will not be taken: choose another one.
answer-search = Type the name
answer-search-other = Not among them? Type another
answer-search-advice = The list is long: type the name or its beginning and go on. If several match, we ask which of them.
answer-search-place-advice = Type the name, in Cyrillic or Latin letters, for example “Perushtitsa”. If several places are called so, we ask in which municipality.
answer-longest = Up to { $most } characters.
answer-consent = Yes, I consent
answer-menu-empty = Choose from the list
answer-ranking-empty = Place
answer-bounds-between = From { $least } to { $most }
answer-bounds-least = { $least } or more
answer-bounds-most = { $most } or less
answer-ticks-between = Choose { $least } to { $most } answers.
answer-ticks-least = { $least ->
    [one] Choose at least { $least } answer.
   *[other] Choose at least { $least } answers.
}
answer-ticks-most = { $most ->
    [one] Choose at most { $most } answer.
   *[other] Choose at most { $most } answers.
}

review-heading = Look over your answers
review-lede = Nothing has been sent yet. You can change every answer here.
review-no-answer = No answer
review-change = Change
review-skipped = { $n ->
    [one] You have skipped { $n } question.
   *[other] You have skipped { $n } questions.
} You can send the answers as they are.
review-empty = You have not answered any question yet. Go back and answer at least one.
review-final = Once sent, the answers cannot be changed or deleted: nobody can find out which are yours.
review-send = Send the answers

whole-about = Who asks, and why
whole-lede = All questions are on this page. Answer those you wish and send them at the end. What you write here is not kept until you send it.
whole-conditions = Some questions concern only some people. If a question does not concern you, skip it.

receipt-heading = Thank you
receipt-lede = Your answers have been received.
receipt-code = Keep this code
receipt-code-what = With it you can see at any time what came of people's answers. The code tells neither who you are nor what and when you answered.
receipt-return = This page stays at this address:
receipt-next = What came of the answers
receipt-received = Your answers have been received
receipt-counted = Your answers have been counted
receipt-counting = Counting
receipt-counted-in = They are among the { $n ->
    [one] only answer
   *[other] { $n } answers
} of your group in the results of { $day }.
receipt-counted-live = They are among the { $n ->
    [one] only answer
   *[other] { $n } answers
} of your group from which the results are computed up to now.
receipt-counted-later = They will be counted together with all others when the results are computed.
receipt-results = Results
receipt-results-published = The results were published on { $day }
receipt-results-now = They can be seen while we take answers, and change with each new one.
receipt-results-after = We take answers until { $day }. After that the results will be on the page of the study.
receipt-results-in-report = The results will be shown in the report of the study.
receipt-report = The report with the results is ready
receipt-to-report = To the report
receipt-documents = Reports and analyses
receipt-documents-none = None have been published yet. They will be shown here as soon as they are.
receipt-published = { $kind }, published on { $day }
receipt-to-document = Read it
receipt-search-heading = What came of your answers
receipt-search-lede = Type the code of the receipt that you were given after sending.
receipt-search-code = Code of the receipt
receipt-search-hint = Four groups of four letters and digits, for example K7QF-2M4A-ZXTR-BW3E. Capitals or small letters and hyphens make no difference.
receipt-search-button = See what came of them
receipt-unknown = There is no receipt with this code.
    .hint = Compare it letter by letter. The codes have no zero, one, eight or nine.
receipt-shared = If others use this device too, close this page. Your answers can no longer be opened from it.

start-bait = Leave this field empty
riddle-heading = One moment
riddle-lede = Many people are answering from the same network just now, or a program is filling in the questionnaire in place of people. What you wrote is not lost: it is here and will be sent.
riddle-wait = Wait { $seconds } seconds and press the button.
riddle-computing = Your browser is doing a short check. The page will go on by itself.
riddle-go-on = Go on

away-to-projects = To the projects
away-to-project = To the project
away-to-results = To the results
away-to-start = To the start of the questionnaire

away-wrong-link = This address does not lead to a questionnaire.
    .heading = No such questionnaire
    .hint = Check that the address is complete, with every letter and digit. If you have it from an invitation or a poster, try typing it again.
away-crowded = Too many people on your network are beginning or sending questionnaires at once.
    .heading = Please wait a minute
    .hint = What you wrote is not lost: go back, and press the button again in a minute. This keeps the place free of programs that answer instead of people.
refusal-respondent-no-questionnaire = The questions are not ready yet.
    .heading = It is too early
    .hint = Try again in a few days. The page of the project tells what comes next.
refusal-respondent-not-yet-open = We take answers from { $day }.
    .heading = We have not begun yet
    .hint = Keep the address and open it on that day or later.
refusal-respondent-closed = We took answers until { $day }.
    .heading = The study has ended
    .hint = Thank you for wanting to take part. What people said and what follows is on the pages of the project.
refusal-respondent-full = We have as many answers as were needed.
    .heading = No places left
    .hint = Thank you for wanting to take part. What people said and what follows is on the pages of the project.
refusal-respondent-quota-full = From people with your answer we have as many as were needed.
    .heading = Thank you
    .hint = You need not answer the other questions. Your last answer was not kept. If you chose it by mistake, go back and change it. What people said and what follows will be on the pages of the project.
refusal-respondent-draft-gone = There is nothing at this address any more.
    .heading = The answers are not here
    .hint = They have been sent, or deleted, or their time has run out. If you sent them, there is nothing you need to do. If you did not, begin again.
refusal-respondent-code-needed = In this study those answer who were given a personal code.
    .heading = Enter your code
    .hint = The code is in the letter of invitation. If you have an e-mail, open the link in it. If you have no code, the project’s page tells about the study.
refusal-respondent-code-used = This code has been used to answer.
    .heading = You have answered
    .hint = Each code serves once. If you have just sent your answers, there is nothing you need to do. If it was not you, turn to the organisation that invited you.
refusal-respondent-code-withdrawn = This code is not good any more.
    .heading = The code was withdrawn
    .hint = The organisation that invited you has withdrawn it. Turn to them if you wish to take part.
answer-code = Personal code
answer-code-hint = Three groups of four letters and digits, for instance K7QF-2M4A-XTRB. Capitals or not, with hyphens or without.
answer-code-enter = Go on
answer-code-unknown = There is no such code for this study.
    .hint = Compare it with the letter, character by character. No code has a zero, a one, an eight or a nine.
refusal-respondent-nothing-answered = You have not answered any question.
    .heading = There is nothing to send
    .hint = Go back and answer at least one question.
start-results = Who will see the results
start-results-after-closing = Everybody, once the study is over
start-results-live = Everybody, while answers come in
start-results-never = Summed up, in the report of the study

# Whether words may be quoted.
review-quote = I allow what I wrote in my own words to be quoted in the results and the report.
review-quote-why = The group is small, and what is written may tell who wrote it. If you do not tick this, your words are shown to nobody but the people who process the answers, and are quoted nowhere. Your other answers count either way.
records-quote = As the group is small, it is kept with the answer whether you allowed your words to be quoted.

records-time = To learn which pages are hard we count how many people filled them in fast, as usual or slowly. While you answer, roughly how long the pages took is kept with the unfinished answers; once you send them it is erased and lives on only in the common count. How long it took you is not kept.
