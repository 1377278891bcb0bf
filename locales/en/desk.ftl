# The words of the desk: signing in, counting answers, cards from a box, files, publications.

desk-tab-publications = Publications
desk-tab-journal = Journal
desk-tab-people = People
desk-tab-upkeep = Upkeep
desk-tab-account = My sign-in

# Signing in.
desk-sign-in-title = Staff sign-in
desk-sign-in-lede = For the people who run the studies and write the publications. To answer a questionnaire you need no sign-in.
desk-sign-in-account = Sign-in name
desk-sign-in-password = Password
desk-sign-in-button = Sign in
desk-sign-in-forgotten = Forgotten password: the administrator will give you a new sign-in link.
desk-sign-out = Sign out
desk-sign-out-everywhere = Sign out everywhere

desk-setup-title = Choose a password
desk-setup-lede = This link is yours and works only once. You will sign in with the name “{ $account }” and the password that you choose here.
desk-setup-rules = What makes a good password
desk-setup-rule-length = At least { $shortest } characters. Spaces count too.
desk-setup-rule-words = A few words that do not usually stand together are easy to remember and hard to guess. Capitals, digits and signs are not required.
desk-setup-rule-common = Passwords that many people use, dates and sequences like “abcde” or “12345” are not taken.
desk-setup-rule-name = Do not repeat the sign-in name, and do not reuse a password from another site.
desk-setup-password = Password
desk-setup-again = The same password once more
desk-setup-button = Save the password and sign in

desk-account-title = My sign-in
desk-account-lede = You sign in with the name “{ $account }”.
desk-account-sessions = Where you are signed in
desk-account-sessions-why = If you do not recognise one of these, sign out of it and change your password. No address and no place is kept.
desk-account-begun = Signed in
desk-account-seen = Last action
desk-account-ends = Expires
desk-account-which = Browser
desk-account-this = this browser
desk-account-other = another browser
desk-account-end = Sign out
desk-account-end-which = of { $browser }, signed in { $begun }
desk-sign-out-elsewhere = Sign out of all other browsers

desk-confirmation-title = Confirm that it is you
desk-confirmation-lede = The next step can change who may do what here. Show once more who you are. The confirmation holds for ten minutes.
desk-confirmation-button = Confirm
desk-confirmation-back = Back

desk-password-title = Change the password
desk-password-lede = After the change you are signed out of all other browsers.
desk-password-button = Change the password

desk-step-title = Second step
desk-step-lede = The password is right. Now the code from your phone is needed.
desk-step-code = Code
desk-step-hint = The six digits from the app, or one of the recovery codes.
desk-step-lost = You have neither the phone nor the codes? The administrator can take the second step away.

desk-second-factor-title = Two-step sign-in
desk-second-factor-lede = After the password you also enter a code from your phone. With your password alone nobody else can sign in.
desk-second-factor-how = You need an app for codes, for instance Aegis, FreeOTP or Google Authenticator. It works without internet too.
desk-second-factor-asleep = These roles require two-step sign-in. Until then you cannot use them:
desk-second-factor-add = Switch on two-step sign-in
desk-second-factor-new = Switching on two-step sign-in
desk-second-factor-scan = 1. Add the site to the app
desk-second-factor-scan-how = Open the app for codes and scan the square with it.
desk-second-factor-qr = A square code to scan. The same stands below as text.
desk-second-factor-type = If you cannot scan, type this key into the app:
desk-second-factor-show = 2. Type the code that is shown
desk-second-factor-code = The six digits
desk-second-factor-save = Switch on
desk-second-factor-since = On since
desk-second-factor-replace = Another phone
desk-second-factor-replace-why = When you change phones, add the new one here. The old one and all recovery codes stop working.
desk-second-factor-remove = Switch off two-step sign-in
desk-second-factor-remove-why = After that the password alone is enough.

desk-recovery-codes-title = Recovery codes
desk-recovery-codes-lede = With them you sign in when your phone is lost or broken. Each code works once.
desk-recovery-codes-once = They are shown only now. Print them or write them down, and keep them away from the phone.
desk-recovery-codes-kept = I have kept them
desk-recovery-codes-left = { $n ->
    [0] none is left
    [one] { $n } is left
   *[other] { $n } are left
}
desk-recovery-codes-few = The recovery codes are running out. Get new ones.
desk-recovery-codes-renew = New recovery codes
desk-recovery-codes-renew-why = With the new codes the old ones stop working.
desk-person-second-factor-take = Take two-step sign-in away
desk-person-second-factor-why = For somebody who has lost both the phone and the recovery codes. Make sure in person that it is them.
desk-waiting-second-factor = Switch on two-step sign-in
desk-waiting-second-factor-why = The administrator decides who may do what. A password alone does not protect enough.

# Home.
desk-title = Desk
desk-waiting = Waiting for you
desk-nothing-waits = Nothing waits at the moment.
desk-projects = Projects and studies
desk-no-projects = There is no project yet in which your organisation takes part.
desk-no-projects-hint = When the administrator founds a project with your organisation, it appears here, and you can plan a study.
desk-no-studies = There is no study in this project yet.
desk-to-publications = Publications of your organisation
desk-waiting-open-answers = { $n ->
    [one] { $n } open answer waits to be read
   *[other] { $n } open answers wait to be read
}
desk-waiting-many-open-answers = More than { $n } open answers wait to be read
desk-waiting-cards = { $n ->
    [one] { $n } card is still to be typed in
   *[other] { $n } cards are still to be typed in
}
desk-waiting-draft = Draft of a publication
desk-waiting-version = Revision of a publication that readers do not see yet
desk-answers-of-plan = { $n ->
    [one] { $n } answer of { $plan } planned
   *[other] { $n } answers of { $plan } planned
}
desk-stage-not-yet-open = Opens on { $day }
desk-stage-open = Takes answers until { $day }
desk-stage-closed = Closed on { $day }

desk-done-set-up = The password is saved and you are signed in.
desk-done-confirmed = You have confirmed that it is you. Take the step once more.
desk-done-language-chosen = The language is kept.
desk-account-language = Language
desk-account-language-why = In which language letters about your sign-in come and the desk opens
desk-account-language-choose = Keep the language
desk-done-session-ended = You are signed out of the other browser.
desk-done-signed-out-elsewhere = You are signed out of all other browsers.
desk-done-password-changed = The password is changed. You are signed out of all other browsers.
desk-done-second-factor-removed = Two-step sign-in is off. You sign in with the password alone.
desk-done-second-factor-taken = Two-step sign-in is taken away.
desk-done-questionnaire = The questionnaire is adopted. From now on people answer this one.
desk-done-answers = The answers of the file have been added.
desk-done-card = The card is saved.
desk-done-card-before = This card had been saved already and is not counted twice.
desk-done-invalid-card = The card is marked as invalid.
desk-done-box = The protocol is saved. You can type in the cards.
desk-done-protocol = The protocol is corrected.
desk-done-kept = The answer will be shown word for word.
desk-done-redacted = The answer will be shown in its new form.
desk-done-withheld = The answer will not be shown.
desk-done-saved = The changes are saved. Readers do not see them yet.
desk-done-published = Published. Everybody can see it.
desk-done-attached = The file is attached.
desk-done-detached = The file is taken out of this version.

# A study.
desk-study-results = Results
desk-study-report = Look over the report
desk-study-public-address = Address for answering:
desk-study-no-questionnaire = There is no questionnaire for this group yet.
desk-study-import-questionnaire = Import a questionnaire
desk-study-new-version = Import a new version of the questionnaire
desk-study-open-box = Type in cards from a box
desk-study-import-answers = Import answers from a file
desk-answer-files-title = Files sent with the answers
desk-answer-files-count = { $n ->
        [one] { $n } file
       *[other] { $n } files
    }
desk-answer-files-more = The first { $n } are shown.
desk-answer-files-none = Nobody has sent a file yet.
desk-answer-files-care = The files are as they were sent: of pictures only what can be seen was kept, but documents may hold names. Do not pass them on and do not publish them. Each is named by its question and its mark; the same mark stands in the table of answers.
desk-study-answer-files = Files sent with the answers ({ $n })
desk-sheet-files = What is attached on paper is not entered here. Keep it with the sheet.
desk-study-open-answers = Read the open answers
desk-study-boxes = Opened boxes
desk-study-files = Imported files
desk-study-versions = Versions of the questionnaire
desk-version-current = current
desk-version-row = “{ $code }”, adopted on { $at }
desk-box-row = { $cards ->
    [one] Box of { $day }, { $cards } card
   *[other] Box of { $day }, { $cards } cards
}
desk-box-finished = typed in
desk-box-left = { $n ->
    [one] { $n } card left
   *[other] { $n } cards left
}
desk-file-row = { $n ->
    [one] “{ $name }” of { $day }: { $n } answer taken in, rejected rows: { $rejected }
   *[other] “{ $name }” of { $day }: { $n } answers taken in, rejected rows: { $rejected }
}
desk-mode-online = Online
desk-mode-paper = On paper
desk-mode-imported = From a file
desk-mode-all = Total
desk-mode-row-spoken = { $mode }: { $answered } of { $planned }
desk-collection-census = Everybody is asked and nearly everybody answers.
desk-collection-probability = A random sample.
desk-collection-everyone-invited = Everybody is invited, those who wish answer.
desk-collection-self-selected = An open study: whoever wishes takes part.
desk-prospect-drawn = With { $n } answers the margin is at most ±{ $margin } points. Between two such surveys a change of at least { $change } points is noticed.
desk-prospect-invited = With { $n } answers the margin is at most ±{ $margin } points, as long as those who answer do not differ from the others. Between two such surveys a change of at least { $change } points is noticed.
desk-prospect-self-selected = { $n } answers of those who wished do not tell how exact the result is for everybody: more answers do not mend that.
desk-prospect-census = Everybody is asked, so there is no sampling error. What remains is who did not answer.
desk-prospect-few = { $n } answers are read as counts, not as percentages.
desk-plan-caption = Answers against the plan
desk-plan-mode = Way
desk-plan-answered = Answers
desk-plan-planned = Planned
desk-plan-share = Reached
desk-plan-bar = As a bar

# The rejected rows as a table.
desk-rejected-row = Row
desk-rejected-column = Column
desk-rejected-reason = Reason
desk-rejected-hint = What to do

# A questionnaire.
desk-language-bg = Bulgarian
desk-language-en = English
desk-questionnaire-title = Import a questionnaire
desk-questionnaire-file = File with the questionnaire
desk-questionnaire-file-hint = A questionnaire in XLSForm, a survey of LimeSurvey, or a sheet of answers from Google Forms or Microsoft Forms. You will first see what is in the file and only then adopt it.
desk-questionnaire-check = Check the file
desk-questionnaire-replaces = This group has a questionnaire already. A new version is for the answers to come; those given so far stay with their version.
desk-questionnaire-facts = “{ $code }” · { $questions } · { $languages }
desk-questionnaire-untranslated = The questionnaire cannot be adopted: translations are missing.
desk-questionnaire-untranslated-do = The places are listed below. Translate everything, or remove that language, and import the file again. You may also begin a draft from it and translate here.
desk-questionnaire-not-yet = The questionnaire is not adopted yet.
desk-questionnaire-look = Read it to the end. An adopted version never changes: for a correction, import a new file.
desk-questionnaire-answered = { $n ->
    [one] There is { $n } answer to the previous version. It stays, and counts where the questions agree.
   *[other] There are { $n } answers to the previous version. They stay, and count where the questions agree.
}
desk-questionnaire-warnings = What will not be carried over
desk-questionnaire-as-seen = As people will see it
desk-questionnaire-adopt = Adopt the questionnaire
desk-questionnaire-as-draft = Begin a draft from it
desk-questionnaire-again = Choose another file
desk-sheet-question = Question
desk-sheet-required = required
desk-sheet-condition = Shown only if: { $expression }
desk-problems = { $n ->
    [one] The file has { $n } mistake. Nothing was imported.
   *[other] The file has { $n } mistakes. Nothing was imported.
}
desk-problem-place = Where
desk-problem-what = What
desk-problem-do = What to do

# A box of cards.
desk-box-new = A new box of cards
desk-box-lede = Copy the protocol of the commission that opened the box. Then type in the cards one by one.
desk-box-title = Protocol of an opened box
desk-box-opened-by = Who opened the box
desk-box-opened-by-hint = The names as in the protocol.
desk-box-opened-on = When
desk-box-opened-on-hint = Day, month and year, for instance 27.07.2023.
desk-box-cards = Cards in the box
desk-box-cards-hint = All of them, the invalid ones too.
desk-box-invalid = Invalid cards
desk-box-invalid-hint = Empty, torn, crossed out. If you find more while typing, you will mark them then.
desk-box-note = Note
desk-box-note-hint = State of the seal, what was missing, whatever the commission wrote down. No names of respondents.
desk-box-open = Save the protocol and type in cards
desk-box-save = Save the corrections
desk-box-correct = Correct the protocol
desk-box-count = Cards
desk-box-entered = Typed in
desk-box-left-over = Difference
desk-box-agrees = Typed in and invalid cards are exactly as many as the cards in the box.
desk-box-differs = { $n ->
    [one] { $n } card is neither typed in nor marked as invalid.
   *[other] { $n } cards are neither typed in nor marked as invalid.
}
desk-box-go-on = Type in cards
desk-box-signatures = Signatures of the commission:

desk-card-error = Question { $n }: { $sentence }
desk-card-title = Type in a card
desk-card-counter = Card { $n } of { $all }
desk-card-help = How to type
desk-card-help-keys = Type the number before the chosen answer. For several answers type the numbers with a space between them, for example 1 3. Tab or Enter takes you to the next field; Enter in the last field saves the card.
desk-card-help-copy = Copy exactly. An empty question stays empty. If two answers are ticked where one is asked for, type both: it counts as an invalid answer to this question.
desk-card-several = several, with a space
desk-card-number = number
desk-card-date = dd.mm.yyyy
desk-card-time = hh:mm
desk-card-consent = “yes” where the box is ticked
desk-card-ranking = all of them, from the first place to the last
desk-card-other = Other, in words
desk-card-save = Save and type in the next
desk-card-save-last = Save the last card
desk-card-invalid = Mark the card as invalid
desk-card-invalid-why = If the card is empty or cannot be read, mark it as invalid. What is typed above will not be saved.

refusal-nobody-opened = It is not written who opened the box.
    .hint = Copy the names from the protocol.
refusal-day-unreadable = “{ $given }” is not a date.
    .hint = Write day, month and year, for instance 27.07.2023.
refusal-day-to-come = This day has not come yet.
    .hint = Check the date in the protocol.
refusal-day-before-fieldwork = The study had not begun then.
    .hint = Choose { $first } or a later day.
refusal-number-unreadable = “{ $given }” is not a number of cards.
    .hint = Write a whole number in digits, for instance 56.
refusal-no-cards = There are no cards in the box.
    .hint = Write how many cards the commission counted.
refusal-too-many-cards = Too many cards for one box.
    .hint = At most { $most }. If there really are more, enter them as several boxes.
refusal-more-invalid-than-cards = There are more invalid cards than cards.
    .hint = There can be at most { $cards }.
refusal-fewer-cards-than-done = { $done } cards are typed in or marked already.
    .hint = The box cannot have fewer cards.
refusal-card-empty = Nothing was typed.
    .hint = If the card is empty, mark it as invalid.
refusal-no-card-left = All cards of the protocol are typed in already.
    .hint = If there are more in the box, correct their number in the protocol.
refusal-no-questionnaire = This group has no questionnaire yet.
    .hint = Import a questionnaire first.
refusal-questionnaire-changed = A new version of the questionnaire was adopted meanwhile.
    .hint = Open the page anew and type in the card by the new version, if its questions are the same.
refusal-file-taken-before = This file was imported already.
    .hint = Its answers are in the study and are not added twice.
refusal-nothing-to-take-in = The file has no row that can be taken in.
    .hint = Correct the marked rows and try again.
refusal-file-missing = No file is chosen.
    .hint = Choose a file on your computer.
refusal-questionnaire-untranslated = In “{ $code }” the translation into { $language ->
    [en] English
   *[other] the language “{ $language }”
} is missing.
    .hint = Translate everything, or remove that language from the file.
refusal-redacted-empty = There is nothing to show.
    .hint = Write the answer without the personal data, or choose not to show it.

# Answers from a file.
desk-answers-title = Import answers from a file
desk-answers-lede = For answers collected earlier or elsewhere. You will first see how many rows are accepted and which are not.
desk-answers-file = File with the answers
desk-answers-file-hint = CSV or Excel (.xlsx): codes or words of the questions in the first row, one person's answers in each of the others. No names and addresses.
desk-answers-check = Check the file
desk-answers-columns = Codes of the questions
desk-answers-columns-hint = Columns may come in any order and under other headers: after the upload you say what each of them means. Several answers are codes in one cell with spaces between them. There may be columns day and mode too.
desk-answers-accepted = { $n ->
    [one] { $n } answer can be taken in
   *[other] { $n } answers can be taken in
}
desk-answers-rejected = { $n ->
    [0] no rejected rows
    [one] { $n } rejected row
   *[other] { $n } rejected rows
}
desk-answers-reading = Read as { $encoding }, separated by { $separator }
desk-answers-tab = tabs
desk-answers-more = And { $n } more. All of them are in the table to download.
desk-answers-taken-before = This file was imported on { $day } and is not added twice.
desk-answers-not-yet = Nothing is added yet. Rejected rows stay out; you may correct them in the file and choose it again.
desk-answers-take = Add the answers
desk-answers-again = Choose another file
desk-answers-download = Download the rejected rows (CSV)

# Open answers.
desk-open-title = Open answers
desk-open-left = { $n ->
    [0] None unread
    [one] { $n } unread
   *[other] { $n } unread
}
desk-open-left-many = More than { $n } unread
desk-open-found = Found:
desk-open-look = Could somebody tell from this answer who wrote it, or about whom it is?
desk-open-keep = Show it word for word
desk-open-withhold = Do not show it
desk-open-words = The answer without the personal data
desk-open-words-hint = Take out names, telephones, addresses, positions. Do not change the thought.
desk-open-redact = Show it like this
desk-open-skip = Leave it for later
desk-open-none = All open answers of this group have been read.
desk-open-back = To the study
desk-finding-personal-number = personal number
desk-finding-telephone = telephone
desk-finding-email = e-mail address
desk-redacted-personal-number = [ЕГН]
desk-redacted-telephone = [телефон]
desk-redacted-email = [електронен адрес]

# Publications.
desk-publications-title = Publications
desk-publications-new = New publication
desk-publications-none = Your organisation has not published anything in this project yet.
desk-status-draft = draft
desk-status-public = published
desk-status-revised = version { $public } is public, the revision waits
desk-kind-news = News
desk-kind-report = Report
desk-kind-analysis = Analysis
desk-kind-methodology = Methodology
desk-kind-call = Call
desk-kind-correction = Correction
desk-publication-public = As everybody sees it
desk-publication-preview = Preview
desk-publication-save = Save
desk-publication-save-preview = Save and preview
desk-publication-save-publish = Save and publish
desk-publication-version = Version { $n } of { $day }
desk-field-title = Title
desk-field-title-en = Title in English
desk-field-summary = In short
desk-field-summary-hint = One or two sentences that are shown in lists.
desk-field-summary-en = In short, in English
desk-field-body = Text
desk-field-body-hint = Paragraphs are parted by an empty line.
desk-field-body-en = Text in English
desk-field-english = In English
desk-field-kind = Kind
desk-field-slug = End of the address
desk-field-slug-hint = Small Latin letters, digits and hyphens. Left empty, it is made from the title.
desk-markdown-help = How to write headings, lists and links
desk-markdown-type = You type
desk-markdown-get = You get
desk-markdown-heading = Heading
desk-markdown-strong = important
desk-markdown-emphasis = slanted
desk-markdown-item = a line of a list
desk-markdown-link = words
desk-markdown-link-get = a link with these words
desk-markdown-paragraph = Everything else comes out as it is typed.
desk-files = Files
desk-file-remove = take out of this version
desk-file-add = Attach a file
desk-file-add-hint = PDF, DOCX, XLSX, ODT, ODS, CSV, PNG or JPEG, up to 20 MB. Check that the properties of the file hold no personal data.
desk-file-title = Name of the file for readers
desk-file-title-hint = For instance “Report of the study”. Left empty, the name of the file is used.
desk-kilobytes = { $n } kB
desk-original = The original is at:
desk-versions = Versions
desk-version-public = published
desk-version-draft = not published
desk-preview-title = Preview of a publication
desk-preview-notice = This is how the publication will look. Readers see the published version only.
desk-preview-back = Back to the text
desk-done-nothing-new = Everything is published already.

refusal-nothing-new = This version is published already.
    .hint = Change the text and publish again.
refusal-file-kind-refused = The file “{ $name }” cannot be attached.
    .hint = PDF, DOCX, XLSX, ODT, ODS, CSV, PNG and JPEG without macros are accepted. If only the ending of the name was changed, save the file anew in one of these formats.
refusal-file-too-large = The file is larger than { $most } MB.
    .hint = Make its pictures smaller or split it.
refusal-file-empty = The file is empty.
    .hint = Choose it once more.
refusal-too-many-files = There are too many files.
    .hint = At most { $most } can be attached to one publication.

# Journal.
desk-journal-title = Journal
desk-journal-lede = What was done at the desk, by whom and when. Of respondents nothing is written here.
desk-journal-at = When
desk-journal-by = Who
desk-journal-what = What
desk-journal-facts = Details
desk-journal-older = Older
desk-act-by-itself = the program
desk-act-answers-imported = Answers imported from a file
desk-act-box-opened = Protocol of a box saved
desk-act-box-corrected = Protocol of a box corrected
desk-act-box-invalid-card = Invalid card marked
desk-act-instance-backed-up = Backup made
desk-act-instance-restored = Restored from a backup
desk-act-instance-upgraded = Database upgraded
desk-act-open-answer-kept = Open answer: shown word for word
desk-act-open-answer-redacted = Open answer: shown without personal data
desk-act-open-answer-withheld = Open answer: not shown
desk-act-person-password-set = Password chosen
desk-act-person-setup-link-issued = Password link issued
desk-act-person-password-changed = Password changed
desk-act-person-second-factor-added = Two-step sign-in switched on
desk-act-person-second-factor-removed = Two-step sign-in switched off
desk-act-person-second-factor-taken-away = Two-step sign-in taken away by an administrator
desk-act-person-recovery-codes-renewed = New recovery codes
desk-act-person-recovery-code-used = Signed in with a recovery code
desk-act-person-session-ended = Signed out of another browser
desk-act-person-signed-out-elsewhere = Signed out of all other browsers
desk-act-person-signed-in = Signed in
desk-act-person-signed-out-everywhere = Signed out everywhere
desk-act-project-created = Project created
desk-act-publication-drafted = Draft of a publication saved
desk-act-publication-published = Version of a publication published
desk-act-questionnaire-adopted = Questionnaire adopted
desk-act-study-created = Study created
desk-fact-slug = address
desk-fact-code = code
desk-fact-version = version
desk-fact-file = file
desk-fact-accepted = accepted
desk-fact-rejected = rejected
desk-fact-question = question
desk-fact-cards = cards
desk-fact-invalid = invalid
desk-fact-cards-before = cards before
desk-fact-invalid-before = invalid before

# People and rights.
desk-people-title = People
desk-people-lede = Who may sign in, and what they may do for their organisation. Open a name to give or take away a role, to issue a new invitation, or to stop access.
desk-people-name = Name
desk-people-roles = Role
desk-people-status = Access
desk-people-ready = may come in
desk-people-waits = no password yet
desk-people-new-link = New invitation

desk-report-title = Preview of the report
desk-report-notice = This is the report with the answers so far. Do not pass it on before the results are public.

desk-upkeep-title = Upkeep
desk-upkeep-lede = What the program does by itself, when, and whether it succeeds. When something fails it tries again after longer and longer pauses; the full record is in the server’s log.
desk-upkeep-lede-whole = How the installation is: what wants attention, how much room it takes, and what the program does by itself. “glas doctor” on the server says the same.
desk-upkeep-health = State
desk-upkeep-well = Nothing wants attention.
desk-upkeep-fine = What was looked at and is well
desk-upkeep-figures = In numbers
desk-upkeep-duties = What the program does by itself
desk-upkeep-figure-version = Version of the program
desk-upkeep-figure-database = Database and schema
desk-upkeep-figure-size = Size of the database
desk-upkeep-figure-files = Files
desk-upkeep-figure-tenants = Organisations
desk-upkeep-figure-responses = Answers accepted
desk-upkeep-figure-drafts = Questionnaires begun and not sent
desk-upkeep-figure-sessions = Open sessions
desk-upkeep-figure-queue = Writes that wait
desk-upkeep-figure-letters-waiting = Letters that wait
desk-upkeep-figure-letters-failed = Letters not delivered
desk-upkeep-figure-journal = Journal entries
desk-upkeep-what = Task
desk-upkeep-done = Last done
desk-upkeep-next = Next time
desk-upkeep-state = State
desk-upkeep-never = not yet
desk-upkeep-ok = runs
desk-upkeep-fails = { $n ->
    [one] failed { $n } time
   *[other] failed { $n } times
}
desk-upkeep-waits = waits
desk-upkeep-none = The program has not begun its work yet. Look again in a minute.
desk-duty-count-answers = Counting new answers
desk-duty-settle-days = Putting the answers of past days in order
desk-duty-forget-removed = Clearing what was deleted from the files
desk-duty-sign-journal = Signing the head of the journal
desk-duty-remove-drafts = Deleting expired drafts
desk-duty-remove-sessions = Deleting expired sessions
desk-duty-remove-failed-sign-ins = Deleting old failed sign-ins
desk-duty-forget-letters = Removing the addresses of old letters

desk-study-quotas = Limits by answer
desk-quotas-title = Limits by answer
desk-quotas-how = Type how many answers at most are taken from people who choose an option. Leave the field empty where there is no limit. Once a limit is full, the next one who chooses this is told at once and does not go on. Cards from a box and uploaded files are counted, but not refused.
desk-quotas-standing = { $taken } of { $most } have come.
desk-quotas-full = It is full.
desk-quotas-set = Keep the limits
desk-quotas-back = To the study
desk-quotas-done = The limits have been kept.
desk-quotas-none = There are no questions with options yet by which to limit.
refusal-quota-unreadable = “{ $given }” is no number of answers.
    .hint = Type a whole number from 1 up, or leave the field empty.
desk-act-quotas-set = Limits by answer set
desk-open-data-title = Open data
desk-open-data-lede = Before single answers become public, the program checks whether anybody could be recognised. You decide what is told of people.
desk-open-data-passes = can be published
desk-open-data-fails = not published
desk-open-data-traits = What is told of people
desk-open-data-confirm = I have looked at what will be published. What others have downloaded cannot be taken back.
desk-open-data-check = Check again
desk-open-data-publish = Publish
desk-open-data-versions = Published versions
desk-open-data-withdraw = Withdraw
desk-done-data-published = The open data are published.
desk-done-data-withdrawn = The version is withdrawn.
desk-act-study-data-published = Open data published
desk-act-study-data-withdrawn = Open data withdrawn
desk-act-study-report-proposed = Report proposed
desk-act-study-report-published = Report published
desk-card-quote = It is marked that what was written may be quoted
desk-card-quote-why = The group is small. If the sheet has no such mark, or it was not made, leave this empty: the words are not quoted.
desk-answers-quotable = Lets the words be quoted (yes/no)
desk-answers-not-quoted = The group is small, and of these answers we do not know whether people agree to be quoted. What was written in words will not be quoted, except where the column “quotable” says “yes”.
