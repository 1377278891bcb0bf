# Questionnaires and answers from other programs.
import-kinds = Which files are accepted
import-kind-xlsform = XLSForm (.xlsx, .xls, .csv, .md) with the sheets survey, choices and settings, as KoboToolbox and ODK export it.
import-kind-limesurvey = LimeSurvey (.lss, .lsa): the survey, and from an .lsa the answers too. You will see question by question what cannot be carried over.
import-kind-surveyjs = SurveyJS (.json): the questionnaire as its editor saves it, with what cannot be carried over.
import-kind-sheet = A sheet of answers from Google Forms, Microsoft Forms or another program (.csv, .xlsx). The questionnaire is guessed from it; you correct it, and only then is it imported together with the answers.
import-keep-personal = Keep the columns with personal data too
import-keep-personal-hint = Otherwise the columns with names, addresses, e-mails and telephones are emptied on upload and kept nowhere. Tick this only if you cannot do without them and have grounds to process them.
import-archive = There are answers in the file too
import-archive-answers = { $n ->
    [one] { $n } answer can be accepted
   *[other] { $n } answers can be accepted
}, { $rejected ->
    [0] none was rejected.
    [one] { $rejected } row cannot.
   *[other] { $rejected } rows cannot.
} Once you adopt the questionnaire you will see them and decide whether to add them.
import-archive-unfinished = { $n ->
    [one] { $n } answer was begun and not sent. It is not carried over.
   *[other] { $n } answers were begun and not sent. They are not carried over.
}

# A sheet of answers from which the questionnaire is guessed.
import-sheet-title = What is in the sheet
import-sheet-lede = This is how we read the columns. Look at them and correct what is not true. Nothing is imported before you confirm.
import-sheet-google = Google Forms
import-sheet-microsoft = Microsoft Forms
import-sheet-unknown = sheet
import-sheet-rows = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
import-sheet-columns = { $n ->
    [one] { $n } column
   *[other] { $n } columns
}
import-sheet-name = Title of the questionnaire
import-sheet-title-missing = Write a title for the questionnaire.
import-sheet-columns-heading = Columns
import-sheet-columns-hint = Only the columns that we are not sure of are open. The others can be changed as well.
import-sheet-header = Header in the sheet:
import-sheet-answered = { $n ->
    [0] nobody answered
    [one] { $n } answered
   *[other] { $n } answered
}
import-sheet-examples = For example:
import-sheet-kind = What it is
import-sheet-words = Question
import-sheet-options = Possible answers
import-sheet-options-hint = One on each line, exactly as they stand in the sheet. If you leave the field empty we take them from the values.
import-sheet-other = Whoever wrote something else answered “Other” in their own words
import-sheet-ordered = The answers are steps of a scale, from the worst to the best
import-sheet-ordered-hint = Put them in this order in the field. “Don't know” and “Not applicable” stand outside of the scale.
import-sheet-grid = Common question, if it is a row of a grid
import-sheet-grid-hint = Neighbouring columns with the same text here become one grid. A number means a grid without a common question.
import-sheet-sure-low = we are not sure
import-sheet-sure-medium = probably
import-sheet-sure-high = surely
import-sheet-sure-person = as you said
import-sheet-agrees = I know that I am importing columns with personal data
import-sheet-agrees-hint = They will stand with the answers and can tell who answered. Import them only if people were told and you have grounds.
import-sheet-personal-refused = Columns that look like personal data were made questions. Leave them out, or confirm that you have grounds to import them.
import-sheet-check = Check
import-sheet-import = Import questionnaire and answers
import-sheet-as-draft = Begin a draft from the questions alone
import-sheet-not-yet = Nothing has been imported yet. Look through the questionnaire below. Rejected rows will not come in. Once imported the questionnaire does not change.
import-sheet-more = { $n ->
    [one] And { $n } more.
   *[other] And { $n } more.
}
import-kind-of-left-out = Not imported
import-kind-of-one = One answer
import-kind-of-many = Several answers
import-kind-of-text = Short text
import-kind-of-long-text = Long text
import-kind-of-integer = Whole number
import-kind-of-decimal = Number
import-kind-of-date = Date
import-kind-of-day = Day of answering
desk-done-sheet = The questionnaire and the answers have been imported.

# Answers from a file.
desk-answers-columns-used = { $used } of { $all } columns are used
desk-answers-columns-how = Each column goes to one question or is left out. Those that are known are chosen; correct the others and check again.
desk-answers-columns-many = There are too many columns to be chosen here. Give them the codes of the questions as headers in the file.
desk-answers-column = Column
desk-answers-examples = For example
desk-answers-meaning = Means
desk-answers-left-out = Not used
desk-answers-day = Day of answering
desk-answers-mode = Way of answering
desk-answers-own-words = in own words
desk-answers-recheck = Check again
desk-answers-repeated = Repeated rows
desk-answers-repeated-hint = In a short questionnaire equal answers are nothing unusual. Leave them out only if the file holds the same people twice.
desk-answers-skip = Leave them out
desk-answers-within = { $n ->
    [one] { $n } row says the same as another before it: { $rows }
   *[other] { $n } rows say the same as another before them: { $rows }
}
desk-answers-before = { $n ->
    [one] { $n } row says the same as an answer imported with an earlier file: { $rows }
   *[other] { $n } rows say the same as answers imported with an earlier file: { $rows }
}

# The same questions to another audience.
mirror-title = Questions in common with the other groups
mirror-about = Questions with the same code are compared between groups. The comparison is fair only where the options are equal.
mirror-same = { $n ->
    [0] No question is quite the same.
    [one] { $n } question is the same and will be compared.
   *[other] { $n } questions are the same and will be compared.
}
mirror-differing = Differences
mirror-question = Question
mirror-kind = Under the same code another kind of question is asked there. They will not be compared.{ $theirs }
mirror-kind-hint = If the question is another, give it another code. If it is the same, make it the same kind.
mirror-options = The options there are others or in another order. They will not be compared.{ $theirs }
mirror-options-hint = To compare, take the same scale. If the question is another, give it another code.
mirror-words = There it has other words: “{ $theirs }”
mirror-words-hint = This is right where you ask the same from the other side. Otherwise make the words equal or give another code.

# Files of answers taken back.
desk-import-title = Imported file of answers
desk-import-day = Imported on
desk-import-by = Imported by
desk-import-answers = Answers from it
desk-import-rejected = Rejected rows
desk-import-digest = Fingerprint of the file (SHA-256)
desk-import-undo = Take the answers of this file out
desk-import-undo-what = All answers of the file go, together with what was decided about their open answers, and the counters, limits and results become what they would be without it. Answers given online, on cards and in other files stay. The file can be imported again. The journal keeps who took it out, when and why.
desk-import-published = Something of the answers in this file may already have been shown to everybody:
desk-import-since-results = the results of the study and the report made of them are public and will change
desk-import-since-data = open data, version { $n } of { $day }
desk-import-since-report = “{ $title }”, published on { $day }
desk-import-published-stays = Published files and reports do not change by themselves. If there is a mistake in them, publish a correction or withdraw the version. Write why you take the answers out: it stays in the journal and beside the name of the file.
desk-import-note = Why
desk-import-note-hint = Needed if something of the file has been shown. No personal data.
desk-import-confirm = I understand that the answers of this file are taken out of the study.
desk-import-undo-button = Take the answers out
desk-done-import-undone = The answers of the file are taken out of the study.
desk-file-undone = { $n ->
    [one] “{ $name }” of { $day }: { $n } answer, taken out on { $undone }.
   *[other] “{ $name }” of { $day }: { $n } answers, taken out on { $undone }.
}
refusal-undoing-not-confirmed = You have not confirmed that the answers are taken out.
    .hint = Tick the box and try again.
refusal-undoing-note-needed = Write why you take the answers out.
    .hint = Something of them has been shown to everybody, who must be able to learn the reason.
desk-act-answers-undone = Answers of an imported file taken out
desk-fact-digest = fingerprint
desk-fact-imported-on = imported on
desk-fact-removed = taken out
desk-fact-published = published already
desk-fact-note = note
