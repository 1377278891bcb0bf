# The words of the pages.

mark = glas
og-locale = en_GB
other-language = Български
skip-to-content = Skip to content
navigation-label = Main
banner-label = About these data
banner-day = Day of the demonstration: { $day }
banner-demonstration = Demonstration data · { $who }
banner-demonstration-day = Demonstration data · { $who } · day of the demonstration: { $day }
feed-title = Publications and changes
flag = Flag of the European Union
to-desk = Desk

tab-project = Project
tab-studies = Studies
tab-documents = Documents

foot-projects = All projects
foot-records = What we record
foot-accessibility = Accessibility
foot-sign-in = Staff sign-in

errors-heading = Some things need mending
print = Print

kind-400 = The request cannot be read.
    .heading = Something in the address or the form is wrong
    .hint = Go back to the previous page and try again. If you followed a link, check that it is complete.
kind-403 = This page is not for your role, or the form was sent from another site.
    .heading = No access
    .hint = Open the page on this site and try again. If you should have access, ask the administrator.
kind-404 = There is nothing at this address, or it has moved.
    .heading = No such page
    .hint = Check that the address is complete. Everything published can be reached from the front page.
kind-405 = This page is opened in another way.
    .heading = This cannot be done here
    .hint = Open the page again and send the form from there.
kind-408 = The request did not arrive in time.
    .heading = The connection is too slow
    .hint = Try again. If you are sending a file, try a smaller one.
kind-413 = What you sent is larger than we can take.
    .heading = File or form too large
    .hint = Choose a smaller file or shorten the text.
kind-415 = This kind of data cannot be taken here.
    .heading = Unknown kind of data
    .hint = Send the form from the page that holds it.
kind-422 = What you sent cannot be taken as it is.
    .heading = Some things need mending
    .hint = Go back, mend what is marked, and send it again.
kind-429 = Too many attempts in a short time.
    .heading = Please wait a little
    .hint = Try again in a minute.
kind-500 = Something broke on our side. It is not your fault.
    .heading = A fault
    .hint = We have noted what happened. Try again in a while; if it fails again, write to us and name the number.
kind-503 = The site could not answer in time.
    .heading = We are busy
    .hint = Try again in a minute.
kind-reference = Number of the fault:
kind-home = To the front page

follow-changes = Follow the changes
published-on = Published { $day }
updated-on = Updated { $day }

front-title = Projects
front-heading = What we asked, what you answered, and what came of it
front-lede = Citizens monitor, control and assess how the municipality serves them. Choose a project and see what has been done.
front-empty = No project has been published yet. Whoever runs this site can sign in and prepare the first.

project-kicker = Project { $number }
project-steps = What is done and what comes next
project-studies = Studies
project-documents = Documents and news
project-documents-empty = No documents have been published yet. Follow the changes and you will learn when they appear.
project-goal = Main goal
project-story = A little more about the project
project-aside = More about the project
project-period = Period
project-links = Elsewhere
project-data = In other formats
data-json = The data of this page (JSON)
data-feed = News and changes (Atom)
period-months = { $gone } of { $all } { $all ->
    [one] month
   *[other] months
  } gone
part-observer-note = observes, without responsibility for the content
fact-contract = Contract
fact-programme = Programme
fact-procedure = Procedure
step-done = Done
step-underway = Under way
step-to-do = To do

study-opens = Opens on { $day }
study-open = Open until { $day }
study-closed = Closed
study-answer = Answer
study-results = See the results

publication-news = News
publication-report = Report
publication-analysis = Analysis
publication-methodology = Methodology
publication-call = Call
publication-correction = Correction
publication-files = Files
publication-versions = Versions
version-row = Version { $number } of { $day }
version-superseded = This is version { $number }. There is a newer one, version { $newest }; this one is kept so that one can see what changed.
original-elsewhere = The original is on another site
original-is-at = The original is at:
part-of-project = Part of the project

records-heading = What we record
records-lede = As little as possible. Here is everything that stays with us when you read, answer or work in Glas.
records-answers = When you answer a study
records-answers-1 = We record your answers, the day on which they were given, and the way: online, on paper or from a file. No hour, name, network address or kind of device.
records-answers-2 = Answers are kept under a random number. The order in which they came is not recorded.
records-answers-3 = While you are answering, what you write is kept at an address that only you know. We delete it when you send the answers, when you delete it, or when its time runs out. We set no cookies.
records-answers-4 = The code that you get at the end is yours alone. Nobody can learn from it what you answered.
records-answers-5 = Before a free answer is published, a person reads it and removes names, telephone and personal numbers and whatever else could give somebody away.
records-visits = When you read the pages
records-visits-1 = We set no cookies, do not count visitors one by one, and use no tracking services.
records-visits-2 = The log of the program holds no addresses of readers.
records-staff = When you work at the desk
records-staff-1 = Of staff we keep the name, the e-mail address if they gave one, the role, and a password of which only a fingerprint can be seen.
records-staff-2 = After sign-in the browser keeps one cookie until sign-out or until it expires.
records-staff-3 = Every official act is recorded: who, when, what. So one can see who published or changed something.
records-files = When you download files
records-files-1 = Files come from this site. Who downloaded them is not recorded.
records-elsewhere = What does not leave this place
records-elsewhere-1 = The pages load nothing from other sites: type, style and charts are our own.
records-elsewhere-2 = We send data to nobody. Links to other sites are plain links.
records-proof = How to check
records-proof-1 = The program is open source, and anybody can read what it does.
records-proof-2 = The open data of every study show exactly what is published.

accessibility-heading = Accessibility
accessibility-lede = The site has to work for everybody: without a mouse, with a screen reader, on an old phone, and on paper.
accessibility-how = How it is made
accessibility-how-1 = Everything works without JavaScript. Forms are plain; errors are listed at the top and beside the field.
accessibility-how-2 = Every chart has the same numbers beside it in a table, and a description in words. Colour is never the only sign.
accessibility-how-3 = Pages can be read at a width of 320 pixels and at 400% zoom without moving sideways.
accessibility-how-4 = There is a dark look, one for forced colours, and one for print; they follow the settings of your device.
accessibility-how-5 = Everything can be reached with the keyboard, and one can see where one is.
accessibility-checked = How it is checked
accessibility-checked-1 = We aim at WCAG 2.2, level AA, and EN 301 549.
accessibility-checked-2 = With every change a program checks each page in both languages for labels, headings, contrast and order.
accessibility-known = What is not good yet
accessibility-known-1 = Documents uploaded by others may not be accessible. Where we can, we add a version as a page.
accessibility-known-2 = Some texts are in Bulgarian only; they are marked so that a screen reader reads them rightly.
accessibility-help = If something is in your way
accessibility-help-1 = Tell the organisation that leads the project; names and sites are on the project's page.
accessibility-help-2 = Ask it too whether you can fill in the questionnaire on paper or with help on the spot.

postcard-study = Study
postcard-publisher = Published by
postcard-answered = answered in all

results-kicker = Study · results
results-fieldwork = Days of the study:
results-still-open = Answers are still coming in
results-findings = What the answers show
results-contents = On this page
results-own-words = In the words of those who answered
results-method = How the study was made
results-report = The report as a page
results-report-pdf = The report for printing (PDF)
report-to-results = To the results
results-later = The results will be here after the last answers have been taken on { $day }.
results-in-report-only = The results of this study are published in the report only. You will find it among the documents of the project.
to-project = To the project

## The journal for everybody

journal-title = Journal
journal-lede = What the people who work with this site have done: published, corrected, reviewed, given rights. Answers of those who take part are never here.
journal-chain = Why the journal can be trusted
journal-chain-why = Every entry bears the fingerprint of the one before. If somebody changes, removes or inserts an entry, the fingerprints no longer agree. Once a day the program signs the newest entry. Names of people are not shown; of what is not public yet, only what was done and when.
journal-head = Newest signature
journal-head-what = Entry { $number }, signed on { $day }
journal-digest = Fingerprint
journal-digest-previous = Fingerprint of the entry before
journal-digest-before = Fingerprint of the content before
journal-digest-after = Fingerprint of the content after
journal-key = Key to check the signature with
journal-unsigned = Nothing is signed yet.
journal-copies = Keep a copy of the signatures: with it anybody can prove what was in the journal on that day.
journal-heads = All signatures (JSON)
journal-data = The entries (JSON)
journal-group = What
journal-party = Whose
journal-show = Show
journal-group-all = Everything
journal-group-publications = Publications
journal-group-projects = Projects and organisations
journal-group-studies = Studies and questionnaires
journal-group-answers = Work on answers
journal-group-people = People and rights
journal-group-sign-ins = Sign-ins
journal-group-upkeep = Upkeep
journal-party-all = Everybody’s
journal-number = No.
journal-at = When
journal-what = What
journal-by = Who
journal-details = Details
journal-by-themselves = somebody with access to the desk
journal-none = There are no such entries.
journal-older = Older
about-journal = What the people who work with the site have done: the journal
