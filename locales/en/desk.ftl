# The words of the desk: signing in, counting answers, cards from a box, files, publications.

desk-tab-home = Desk
desk-tab-publications = Publications
desk-tab-journal = Journal
desk-tab-people = People
desk-tab-account = My sign-in

desk-role-researcher = Researcher
desk-role-official = Official
desk-role-administrator = Administrator

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
desk-setup-rule-name = Do not repeat the sign-in name, and do not reuse a password from another site.
desk-setup-password = Password
desk-setup-again = The same password once more
desk-setup-button = Save the password and sign in

desk-account-title = My sign-in
desk-account-lede = You sign in with the name “{ $account }”.
desk-account-sessions = Where you are signed in
desk-account-sessions-why = If you do not recognise one of these, sign out everywhere and ask for a new password link.
desk-account-begun = Signed in
desk-account-seen = Last action
desk-account-ends = Expires
desk-account-which = Which one
desk-account-this = this browser
desk-account-other = another browser

# Home.
desk-title = Desk
desk-waiting = Waiting for you
desk-nothing-waits = Nothing waits at the moment.
desk-projects = Projects and studies
desk-no-projects = There is no project yet in which your organisation takes part.
desk-no-projects-hint = When the administrator creates a project with your organisation, it appears here.
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
desk-study-report = Preview of the report
desk-study-public-address = Address for answering:
desk-study-no-questionnaire = There is no questionnaire for this group yet.
desk-study-import-questionnaire = Import a questionnaire
desk-study-new-version = Import a new version of the questionnaire
desk-study-open-box = Type in cards from a box
desk-study-import-answers = Import answers from a file
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
desk-collection-self-selected = An open questionnaire: whoever wishes takes part.
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

desk-rights-title = Who may do what
