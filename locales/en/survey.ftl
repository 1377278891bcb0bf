# Questionnaires, answers and the files they come from: refusals and what to do.

# Where in a file.
survey-place-cell = sheet “{ $sheet }”, row { $row }, column { $column }
survey-place-row = sheet “{ $sheet }”, row { $row }
survey-place-sheet = sheet “{ $sheet }”
survey-place-line-cell = row { $row }, column { $column }
survey-place-line = row { $row }
survey-place-file = the whole file

refusal-fieldwork-ends-before-it-begins = The last day of fieldwork comes before the first.
    .hint = Choose a last day that is { $first } or later.

# Answers in a form.
refusal-answer-required = This question needs an answer.
    .hint = Answer it to go on.
refusal-answer-not-a-number = “{ $given }” is not a number.
    .hint = Write a number in digits, for example 12 or 3.5.
refusal-answer-not-whole = “{ $given }” is not a whole number.
    .hint = Write a number without a decimal part, for example 12.
refusal-answer-number-too-large = The number is too large.
    .hint = Check whether there is a digit too many.
refusal-answer-not-a-date = “{ $given }” is not a date.
    .hint = Write day, month and year, for example 27.07.2023.
refusal-answer-not-a-time = “{ $given }” is not a time of day.
    .hint = Write hours and minutes, for example 14:30.
refusal-answer-not-a-point = “{ $given }” is not a place on the map.
    .hint = Write latitude and longitude, for example 42.054; 24.543.
refusal-answer-not-an-email = “{ $given }” is not an e-mail address.
    .hint = An address looks like name@example.org. Check for a gap within it.
refusal-answer-not-a-telephone = “{ $given }” is not a telephone number.
    .hint = Write the number in digits, for example 0888 123 456.
refusal-answer-not-between = The number must be between { $least } and { $most }.
    .hint = Write a number within these bounds.
refusal-answer-below = The number must be at least { $least }.
    .hint = Write { $least } or more.
refusal-answer-above = The number must be at most { $most }.
    .hint = Write { $most } or less.
refusal-answer-off-step = Numbers here go by { $step }, beginning with { $from }.
    .hint = Write the nearest such number.
refusal-answer-too-few = { $least ->
    [one] Choose at least { $least } answer.
   *[other] Choose at least { $least } answers.
}
    .hint = Tick more, or pass over the question.
refusal-answer-too-many = { $most ->
    [one] Choose at most { $most } answer.
   *[other] Choose at most { $most } answers.
}
    .hint = Untick the others.
refusal-answer-not-a-place = “{ $given }” is not a place in the order.
    .hint = Choose a number: 1 is what matters most.
refusal-answer-ranked-twice = More than one answer has place { $place }.
    .hint = Give each answer a place of its own.
refusal-answer-ranked-partly = { $ranked } of { $of } answers have a place.
    .hint = Give all of them a place, or none.
refusal-answer-unknown-option = “{ $given }” is not one of the possible answers.
    .hint = Choose one of the answers offered.
refusal-answer-one-only = Only one answer can be chosen here.
    .hint = Keep the answer that is closest to your opinion.
refusal-answer-stands-alone = “{ $optionEnglish }” cannot be chosen together with another answer.
    .hint = Keep only this answer, or remove it.
refusal-answer-other-not-chosen = You wrote “{ $given }” but chose another answer.
    .hint = Choose “Other”, or delete what you wrote.
refusal-answer-too-long = The answer has { $is } characters; there is room for { $max }.
    .hint = Shorten it to { $max } characters.
refusal-answer-file-kind = The file “{ $name }” is not of a kind that is taken, or not what its name says.
    .hint = We take PDF, DOCX, ODT, XLSX, ODS, TXT, CSV and pictures as JPEG, PNG or WebP. Documents with macros are not taken.
refusal-answer-file-not-a-picture = The file “{ $name }” is not a picture that we can take.
    .hint = Choose a picture as JPEG, PNG or WebP.
refusal-answer-file-too-large = The file “{ $name }” is too large.
    .hint = A document may have up to { $most } MB, a picture up to { $mostOfPicture } MB.
refusal-answer-file-too-many-points = The picture “{ $name }” has too many points.
    .hint = Make it smaller and choose it again.
refusal-answer-file-empty = The file “{ $name }” is empty.
    .hint = Choose another file.
refusal-answer-file-unreadable = The picture “{ $name }” is damaged and cannot be opened.
    .hint = Choose another picture.
refusal-answer-file-no-room = The file “{ $name }” was not taken: the room for files of this study is full.
    .hint = You can answer without a file.
refusal-answer-file-gone = The file “{ $name }” is not kept any more.
    .hint = Choose it again.
refusal-answer-too-many-files = { $most ->
        [one] Only one file is taken.
       *[other] Up to { $most } files are taken.
    }
    .hint = Take one of the attached files back before you add another.
refusal-answer-several-match = Several of the list match “{ $given }”.
    .hint = Choose which one you mean, or write more of it, for example “Banya, obsht. Karlovo”, or its code.
refusal-answer-nothing-matches = “{ $given }” is not in the list.
    .hint = Look how it is written, or type only its beginning.
refusal-answer-constraint = This answer is not possible.
    .hint = Check what the question asks for.

# Expressions of logic.
refusal-expression-too-long = The expression has { $is } characters; the most is { $max }.
    .hint = Split it with rows of type “calculate”.
refusal-expression-too-deep = The expression has too many brackets within brackets.
    .hint = Split it with rows of type “calculate”.
refusal-expression-unexpected = The expression cannot be understood near “{ $near }”.
    .hint = Check quotes, brackets and signs. Text stands in quotes; a question is a $ and its name in braces.
refusal-expression-unfinished = The expression stops in the middle.
    .hint = Check that every bracket and every quote is closed.
refusal-expression-unknown-function = There is no function “{ $name }”.
    .hint = { $similar ->
        [none] Use a function that XLSForm describes, such as selected, if, coalesce, regex, round or today.
       *[other] Perhaps “{ $similar }” is meant: correct it.
    }
refusal-expression-outside = The function “{ $function }” looks for something outside the questionnaire, so it is not carried out.
    .hint = Put the values into the questionnaire: as options to choose or as rows “calculate”.
refusal-expression-only-in-forms = The function “{ $function }” only makes sense within a repeated group.
    .hint = Name the question with $ and its name in curly brackets.
refusal-expression-chance = The function “{ $function }” gives another value each time, and a questionnaire is computed anew for every page.
    .hint = Remove it. Options are shuffled by “randomize=true” in the column “parameters”.
refusal-expression-not-a-number = “{ $near }” is not a number, and a number is needed here.
    .hint = Write a number or a date such as 2026-11-22, or compare with = instead of < and >.
refusal-expression-several-answers = The question “{ $name }” may have several answers, and one number is needed here.
    .hint = Use count-selected for how many were chosen, or selected for one of them.
refusal-expression-no-such-option = The question “{ $name }” has no option “{ $option }”, so the condition never holds.
    .hint = { $similar ->
        [none] Check the codes of the options in the sheet “choices”.
       *[other] Perhaps “{ $similar }” is meant: correct it.
    }
refusal-expression-wrong-arguments = The function “{ $function }” does not take { $given ->
    [one] { $given } argument
   *[other] { $given } arguments
}.
    .hint = The number of its arguments must be { $takes }.
refusal-expression-path = Paths into the form (“{ $near }”) are not supported.
    .hint = Name the question with a $ and its name in braces.
refusal-expression-pattern = The pattern “{ $pattern }” cannot be used.
    .hint = Write the pattern in quotes within regex, at most 500 characters, without back-references.

# The file of a questionnaire.
refusal-xlsform-empty = The file is empty.
    .hint = Choose the file once more.
refusal-xlsform-too-large = The file is { $is } MB; the most is { $max } MB.
    .hint = Remove pictures and sheets that are not needed.
refusal-xlsform-not-a-workbook = This is not a questionnaire in the XLSForm format.
    .hint = Questionnaires are imported from .xlsx or .xls files, from tables in .md, or from a .csv that names each sheet in its first column. Open the file in Excel or LibreOffice and save it as .xlsx.
refusal-xlsform-old-workbook = The file has a very old format of Excel, from before 1997.
    .hint = Open it in Excel or LibreOffice and save it as .xlsx.
refusal-xlsform-encrypted = The file is locked with a password.
    .hint = Save it without a password and try again.
refusal-xlsform-damaged = The file is damaged and cannot be read.
    .hint = Open it in Excel or LibreOffice, save it again and try once more.
refusal-xlsform-bomb = The content of the file is unnaturally large: over { $max } MB.
    .hint = Save only the sheets survey, choices and settings in a new file.
refusal-xlsform-too-many-parts = The file has more than { $max } parts.
    .hint = Save only the sheets survey, choices and settings in a new file.
refusal-xlsform-entities = The file holds dangerous declarations that no spreadsheet writes.
    .hint = Do not open the file. Ask whoever it came from.
refusal-xlsform-no-sheet = There is no sheet “{ $name }”.
    .hint = { $similar ->
        [none] Add a sheet of this name.
       *[other] Perhaps it is the sheet “{ $similar }”: rename it.
    }
refusal-xlsform-empty-sheet = The sheet is empty.
    .hint = The first row holds the names of the columns: type, name, label.
refusal-xlsform-too-many-rows = The sheet has more than { $max } rows.
    .hint = Remove empty and needless rows below the questionnaire.
refusal-xlsform-too-many-columns = The sheet has more than { $max } columns.
    .hint = Remove the needless columns on the right.
refusal-xlsform-missing-column = There is no column “{ $name }”.
    .hint = { $similar ->
        [none] Add it to the row with the names of the columns.
       *[other] Perhaps it is the column “{ $similar }”: rename it.
    }
refusal-xlsform-repeated-column = The column “{ $name }” is there twice.
    .hint = Keep only one.
refusal-xlsform-unknown-language = The column “{ $given }” is in a language that is not supported, and was left out.
    .hint = Write the language with its tag of two letters, for example “label::Türkçe (tr)”.
refusal-xlsform-unknown-default-language = The default language “{ $given }” is not supported.
    .hint = Write “Български (bg)” in default_language and give the questions in Bulgarian.
refusal-xlsform-two-defaults = The column “{ $name }” names no language, and the default language has a column already. It was left out.
    .hint = Delete it, or name its language.
refusal-xlsform-no-bulgarian = There is no column “{ $name }” with the words.
    .hint = Add a column “{ $name }::Български (bg)”, or write “Български (bg)” in default_language.
refusal-xlsform-not-bulgarian = The words are not in Bulgarian but in another language ({ $languages }), and stay in it.
    .hint = Translate them in the editor, or add columns “label::Български (bg)”: without Bulgarian nothing is published.
refusal-xlsform-too-long = The text has { $is } characters; the most is { $max }.
    .hint = Shorten it.
refusal-xlsform-formula-error = The formula of the cell comes to an error: { $given }.
    .hint = Mend the formula or write the value.
refusal-xlsform-missing-type = The row has a name but no type.
    .hint = Write the type of the question, for example text or select_one.
refusal-xlsform-unknown-type = The type “{ $given }” is not known.
    .hint = { $similar ->
        [none] The types are: text, integer, decimal, date, note, calculate, select_one, select_multiple, begin group, end group.
       *[other] Did you mean “{ $similar }”?
    }
refusal-xlsform-unsupported = “{ $given }” is not supported yet.
    .hint = { $feature ->
        [repeat] A repeat cannot hold another, nor a loop. Write the inner questions one after another.
        [file] Move the list into the sheet choices.
       *[other] Remove it, or use another type of question.
    }
refusal-xlsform-instead = “{ $given }” is asked in another way: { $substitute ->
    [day-and-time] the day and the hour are two questions
    [one-point] one place is marked on the map, not a line or an area
    [typed-code] the code is typed, not scanned
    [typed-choice] it is answered in words, as the list is in another file
   *[without-other] only the options of the list are ranked, without “other”
}.
    .hint = { $substitute ->
        [typed-choice] If the list is short, move it into the sheet choices and make the type select_one.
       *[other] See whether the question and the conditions with it still mean the same.
    }
refusal-xlsform-not-asked = “{ $given }” cannot be asked and was left out.
    .hint = { $feature ->
        [media] The questionnaire goes on without it. If it makes no sense without the recording, remove the questions about it too.
        [file] The questions that use that file go on without it.
       *[other] The questionnaire goes on without it. If you need it, ask with another type of question.
    }
refusal-xlsform-left-out = “{ $given }” was left out.
    .hint = The questionnaire works without it. If you need it, replace it with something else.
refusal-xlsform-missing-name = The question has no name.
    .hint = Give it a short name of letters and digits, for example waiting_time.
refusal-xlsform-bad-name = “{ $given }” cannot be a name.
    .hint = A name begins with a letter and has up to 64 letters, digits, “_”, “-” and “.”, without gaps.
refusal-xlsform-repeated-name = The name “{ $name }” is taken by row { $firstRow } already.
    .hint = Every question and every group has a name of its own. The ending “_other” is kept for the words beside “Other”.
refusal-xlsform-missing-label = There are no words in { $language ->
    [bg] Bulgarian
    [en] English
   *[other] the language “{ $language }”
}.
    .hint = Write them. Everything must be there in Bulgarian.
refusal-xlsform-missing-translation = The translation into { $language ->
    [bg] Bulgarian
    [en] English
   *[other] the language “{ $language }”
} is missing.
    .hint = Translate it, or remove every column in that language: an untranslated questionnaire is not published.
refusal-xlsform-name-in-label = The words refer to the answer “{ $name }”; this is not supported here.
    .hint = Only the words and hints of questions and groups may refer to an earlier answer.
refusal-xlsform-name-in-message = The message refers to the answer “{ $name }” and was left out. The common one stands in its place.
    .hint = If it matters, write it in other words, without the name of the question.
refusal-xlsform-picture-only = There is only a picture or a sound where words should be. The name “{ $name }” stands there for now.
    .hint = Write the words before you publish the questionnaire.
refusal-xlsform-missing-calculation = There is nothing to calculate.
    .hint = Write the expression in the column calculation.
refusal-xlsform-missing-list = No list of answers is named.
    .hint = After select_one or select_multiple write the name of a list from the sheet choices.
refusal-xlsform-unknown-list = There is no list “{ $list }” in the sheet choices.
    .hint = { $similar ->
        [none] Add it to the sheet choices.
       *[other] Did you mean “{ $similar }”?
    }
refusal-xlsform-unknown-property = The filter asks for “{ $name }”, and the sheet choices has no such column.
    .hint = { $similar ->
        [none] Add the column to the sheet choices. If it is a value, put it in quotes.
       *[other] Did you mean “{ $similar }”?
    }
refusal-xlsform-bad-parameter = “{ $given }” cannot be used.
    .hint = Write numbers, for example “start=0 end=10 step=1” or “least=1 most=3”; the first must not be above the second.
refusal-xlsform-no-questions = The questionnaire has no question at all.
    .hint = Add questions to the sheet survey.
refusal-xlsform-unclosed = The group “{ $name }” is not closed.
    .hint = Add a row end group after its last question.
refusal-xlsform-nothing-to-close = “{ $given }” closes nothing.
    .hint = Check that a group was opened before it.
refusal-xlsform-too-deep = Groups stand within each other more than { $max } levels deep.
    .hint = Arrange the questions in fewer levels.
refusal-xlsform-mixed-table = The questions of the table do not share one list of answers. They are shown one below another.
    .hint = For a table all rows must be select_one with one list.
refusal-xlsform-unreadable-yes-no = “{ $given }” is neither “yes” nor “no”.
    .hint = Write yes or no.
refusal-xlsform-unknown-name = The expression refers to “{ $name }”, and there is no such question.
    .hint = { $similar ->
        [none] Check the name of the question.
       *[other] Did you mean “{ $similar }”?
    }
refusal-xlsform-later-name = The expression refers to “{ $name }”, which is asked later, in row { $laterRow }.
    .hint = Move the question “{ $name }” before this row.
refusal-xlsform-own-name = The question “{ $name }” depends on its own answer.
    .hint = Remove “{ $name }” from the expression.
refusal-xlsform-within-repeat = The question “{ $name }” is asked several times, and it is not clear which answer is meant.
    .hint = Such a question can be named only within its repeat.
refusal-xlsform-bad-rounds = The repeat cannot be that long.
    .hint = Write a number from 1 to { $max } in repeat_count, or bound it with “most=…” in parameters; all rounds together have at most 2000 questions.
refusal-xlsform-itself = The dot (“.”) has a meaning only in the column constraint.
    .hint = Name the question with a $ and its name in braces.
refusal-xlsform-missing-list-name = The answer belongs to no list.
    .hint = Write the name of the list in the column list_name.
refusal-xlsform-bad-option = “{ $given }” cannot be the code of an answer.
    .hint = A code has 1 to 64 characters without gaps, for example yes or 1.
refusal-xlsform-repeated-option = The code “{ $name }” is in the list “{ $list }” already, in row { $firstRow }.
    .hint = Give every answer of the list a code of its own.
refusal-xlsform-unreadable-score = “{ $given }” is not a value on a scale.
    .hint = Write a number, for example 4, or leave the cell empty.
refusal-xlsform-unknown-standing = “{ $given }” is not understood in the column standing.
    .hint = { $similar ->
        [none] It holds dont_know, not_applicable, exclusive or nothing.
       *[other] Did you mean “{ $similar }”?
    }
refusal-xlsform-sounds-like-missing = “{ $label }” sounds like no opinion, yet it counts as an answer.
    .hint = Write dont_know or not_applicable in the column standing to keep it out of the percentages.

# The file of answers.
refusal-csv-empty = The file is empty.
    .hint = Choose the file once more.
refusal-csv-too-large = The file is { $is } MB; the most is { $max } MB.
    .hint = Split it into several files.
refusal-csv-not-text = This is not a file of separated values.
    .hint = Open the file in Excel or LibreOffice and save it as CSV (UTF-8).
refusal-csv-no-known-column = No column is a question of this questionnaire.
    .hint = Write the names of the questions in the first row, and check that you chose the right questionnaire.
refusal-csv-too-many-columns = The file has more than { $max } columns.
    .hint = Remove the needless columns.
refusal-csv-too-many-rows = The file has more than { $max } rows.
    .hint = Split it into several files.
refusal-csv-repeated-column = The column “{ $name }” is there twice.
    .hint = Keep only one.
refusal-csv-unknown-column = The column “{ $name }” is not of this questionnaire, and was left out.
    .hint = { $similar ->
        [none] If it holds answers, write the name of the question in the first row.
       *[other] Did you mean “{ $similar }”?
    }
refusal-csv-too-many-cells = The row has { $is } cells, but there are { $expected } columns.
    .hint = Check quotes and separators in this row.
refusal-csv-bad-day = “{ $given }” is not a date.
    .hint = Write the day as 27.07.2023 or 2023-07-27.
refusal-csv-bad-mode = “{ $given }” is not a way of answering.
    .hint = Write online, paper or imported.
refusal-csv-bad-tick = “{ $given }” is neither ticked nor not.
    .hint = Write 1 or 0.
refusal-csv-nothing-answered = The row holds no answer at all.
    .hint = Delete the row, or fill in the answers.
# A list of settlements.
refusal-places-missing-column = The column “{ $name }” is missing.
    .hint = The first row of the table names the columns: “code” and “name” have to be there.
refusal-places-bad-code = “{ $given }” cannot be a code.
    .hint = A code has no spaces and is not empty, for example 55302 (EKATTE). If your table took away leading zeros, give the column the format “text”.
refusal-places-repeated-code = The code “{ $code }” stands in row { $first } already.
    .hint = Every place has a code of its own.
refusal-places-no-name = The place has no name.
    .hint = Write its name or take the row out.
refusal-places-too-long = The cell has { $is } characters and may have up to { $max }, without control characters.
    .hint = Shorten it.
refusal-places-too-few = There are not even two places in the list.
    .hint = Below the row with the names of the columns every row is one place.

# Surveys of LimeSurvey.
refusal-limesurvey-empty = The file is empty.
    .hint = Choose the file once more.
refusal-limesurvey-too-large = The file is { $is } MB; the most is { $max } MB.
    .hint = Export the survey without its files.
refusal-limesurvey-not-an-export = This is no survey exported by LimeSurvey.
    .hint = In LimeSurvey choose “Export”, then “Survey structure (.lss)” or “Survey archive (.lsa)”.
refusal-limesurvey-damaged = The file is damaged or incomplete.
    .hint = Export the survey from LimeSurvey again.
refusal-limesurvey-bomb = The file grows too large when unpacked: beyond { $max } MB.
    .hint = Export only the structure of the survey (.lss).
refusal-limesurvey-entities = The file holds declarations that LimeSurvey never writes.
    .hint = Export the survey from LimeSurvey again, and do not change it with another program.
refusal-limesurvey-too-deep = The file nests deeper than { $max } levels.
    .hint = Export the survey from LimeSurvey again.
refusal-limesurvey-too-many-rows = The file has more than { $max } rows.
    .hint = Divide the survey into several.
refusal-limesurvey-too-long = The text has { $is } characters; the most is { $max }.
    .hint = Shorten it in LimeSurvey and export the survey again.
refusal-limesurvey-other-kind = The file holds “{ $given }” and not a whole survey.
    .hint = Export the whole survey as .lss or .lsa.
refusal-limesurvey-no-survey = The file has neither groups nor questions.
    .hint = Export the survey from LimeSurvey again.
refusal-limesurvey-no-questions = The file has no question that can be carried over.
    .hint = See the list of what was not carried over.
refusal-limesurvey-secrets = The file holds the credentials of a mailbox. They were not taken over.
    .hint = Change the password of the mailbox if the file was sent to others.
refusal-limesurvey-orphan = The row “{ $code }” of the table “{ $table }” belongs to nothing in the file.
    .hint = Export the survey from LimeSurvey again; the file was changed.
refusal-limesurvey-unknown-kind = The question “{ $question }” is of an unknown kind “{ $given }” and was not carried over.
    .hint = Add it yourself as a question of another kind.
refusal-limesurvey-not-bulgarian = The words of the survey are not in Bulgarian but in another language (“{ $language }”), and stay in it.
    .hint = Translate them before you publish: in the original survey, or where the questionnaire is made.
refusal-limesurvey-left-out-language = The translation into the language “{ $language }” was not carried over.
    .hint = A questionnaire can be in Bulgarian and in English.
refusal-limesurvey-left-out = { $feature ->
        [ranking] The question “{ $question }” ranks options and was not carried over.
        [file] The question “{ $question }” wants more files than are taken, or at least several; it was carried over with five at most.
        [language] The question “{ $question }” chooses the language and was not carried over: the page does that.
        [comment] The comment beside the answers of “{ $question }” was not carried over.
        [time] The time of day in “{ $question }” was not carried over.
        [filter] The rows of “{ $question }” no longer depend on the answers of another question.
        [random] The random order in “{ $question }” was not carried over.
        [hidden] The question “{ $question }” was hidden and is shown now.
        [default] The answer given beforehand to “{ $question }” was not carried over.
        [quota] The quota “{ $question }” was not carried over.
        [option] The options of “{ $question }” are always shown now.
        [fields] The table “{ $question }” is too large and was not carried over.
       *[validation] The check of the answer to “{ $question }” was not carried over.
    }
    .hint = Look at the question and decide whether to change it.
refusal-limesurvey-renamed = The question “{ $question }” now has the code “{ $code }”.
    .hint = Use the new code.
refusal-limesurvey-not-translated = The condition of “{ $question }” was not carried over: { $source }
    .hint = { $why ->
        [name] The survey has no question “{ $near }”.
        [later] “{ $near }” is asked later. A condition can only depend on earlier questions.
        [function] The function “{ $near }” has no counterpart.
        [refused] The expression cannot be used here. Write it anew.
       *[unreadable] The expression cannot be understood near “{ $near }”.
    }
refusal-limesurvey-name-in-label = The words of “{ $question }” contain “{ $name }”, which LimeSurvey replaces by an answer.
    .hint = Change the words so that they read well without it.
refusal-source-half-translated = The translation “{ $language }” is not complete and was not carried over.
    .hint = It is missing at “{ $code }”. If you need it, complete it in the original survey and import the file again.
refusal-source-unreadable = This is no questionnaire written by Glas.
    .hint = Choose a .json file that Glas made, or a questionnaire in XLSForm or LimeSurvey.

# Sheets of answers from Google Forms and Microsoft Forms.
refusal-sheet-empty = The file is empty.
    .hint = Choose the file once more.
refusal-sheet-too-large = The file is { $is } MB; the most is { $max } MB.
    .hint = Divide it into several files.
refusal-sheet-not-a-sheet = This is no sheet of answers.
    .hint = Download the answers as CSV or as an Excel file (.xlsx).
refusal-sheet-too-many-rows = The sheet has more than { $max } rows.
    .hint = Divide it into several files.
refusal-sheet-too-many-columns = The sheet has more than { $max } columns.
    .hint = Remove the columns that are no questions.
refusal-sheet-too-long = The cell has { $is } characters; the most is { $max }.
    .hint = Shorten the words in it.
refusal-sheet-no-answers = The sheet has no answers.
    .hint = The first row must hold the questions, and each row below it the answers of one person.
refusal-sheet-no-column = There is no column number { $column }.
    .hint = Choose a column of the sheet.
refusal-sheet-few-options = “{ $header }” needs at least two different options.
    .hint = Add the options that are missing, or choose another kind of question.
refusal-sheet-no-questions = No question was chosen.
    .hint = Name at least one column that is a question.
refusal-sheet-not-bulgarian = The questions are not in Bulgarian. Their words stand in the place of the Bulgarian ones.
    .hint = Translate them before you adopt the questionnaire.
sheet-reason-header-of-time = The header is that of the time of answering. Only the day is kept.
sheet-reason-header-of-service = The service adds this column by itself.
sheet-reason-personal-header = The header tells of personal data. They are not taken over.
sheet-reason-personal-values = { $share }% of the values look like addresses, telephones or numbers of people. They are not taken over.
sheet-reason-withheld = The values look like personal data and were not kept.
sheet-reason-grid-header = The header is “Question [Row]”, as a row of a grid is written.
sheet-reason-same-options = The answers are of the same scale as in the column beside it.
sheet-reason-semicolons = Every value ends with a semicolon, as several answers are written.
sheet-reason-parts-repeat = The values consist of { $parts } parts, which come again in { $values } combinations.
sheet-reason-few-different = There are { $different } different values from { $answered } people.
sheet-reason-known-scale = The answers are steps of a known scale, put in order from the worst to the best.
sheet-reason-small-numbers = All values are whole numbers from { $least } to { $most }, as on a scale.
sheet-reason-numbers = All values are numbers.
sheet-reason-days = All values are days.
sheet-reason-own-words = { $values } values come only once and were probably typed beside “Other”.
sheet-reason-mostly-different = { $different } of { $answered } values are different.
sheet-reason-long-words = The values are long.
sheet-reason-nothing = Nobody answered.
sheet-reason-corrected = You said so.

# Surveys of SurveyJS (JSON).
refusal-surveyjs-too-large = The file has { $is } MB, and may have { $max } MB at most.
    .hint = Remove the pictures in it and try again.
refusal-surveyjs-not-json = This is no JSON.
    .hint = Export the survey from SurveyJS again, as JSON.
refusal-surveyjs-not-a-survey = There is no survey of SurveyJS in this JSON.
    .hint = A survey has “pages” or “elements”. Choose another file.
refusal-surveyjs-no-questions = The survey has no questions that can be carried over.
    .hint = Check whether this is the right file.
refusal-surveyjs-too-deep = Panels stand within each other more than { $max } times.
    .hint = Take the inner panels out.
refusal-surveyjs-too-many-questions = There are more than { $max } questions or options.
    .hint = Split the survey.
refusal-surveyjs-too-long = The words of “{ $question }” have { $is } characters, and may have { $max } at most.
    .hint = Shorten them.
refusal-surveyjs-not-bulgarian = The words of the survey are not in Bulgarian but in another language (“{ $language }”), and stay in it.
    .hint = Translate them before you publish: in the original survey, or where the questionnaire is made.
refusal-surveyjs-unknown-kind = The question “{ $question }” is of the kind “{ $given }” and was not carried over.
    .hint = Ask it in another way.
refusal-surveyjs-no-options = The question “{ $question }” has no options to choose from and was not carried over.
    .hint = Write the options into the survey and import it again.
refusal-surveyjs-left-out = { $feature ->
        [file] The question “{ $question }” asks for a signature and was not carried over.
        [picture] “{ $question }” is a picture, or a choice of pictures, and was not carried over.
        [table] The table “{ $question }” was not carried over.
        [repeat] The repeated panel “{ $question }” is too large and was not carried over.
        [within] The repeated panel “{ $question }” is within another one and was not carried over. A repeat cannot hold another repeat.
        [rounds] The panel “{ $question }” can be filled in 20 times at most.
        [comment] The comment on the answers to “{ $question }” was not carried over.
        [filter] The options of “{ $question }” are always shown now.
        [default] The answer given beforehand to “{ $question }” was not carried over.
        [hidden] “{ $question }” was hidden and was not carried over.
        [enabled] “{ $question }” can always be answered now.
        [trigger] The action “{ $question }” was not carried over.
        [variable] The computed value “{ $question }” was not carried over.
        [time] The hour in the question “{ $question }” was not carried over.
        [elsewhere] The options of “{ $question }” come from elsewhere and were not carried over.
       *[validation] The check of the answer to “{ $question }” was not carried over.
    }
    .hint = { $feature ->
        [repeat] Make its questions or the number of panels fewer, and import the survey again.
        [within] Move it behind the outer panel, or write its questions one after the other.
       *[other] Look at the question and decide whether to change it.
    }
refusal-surveyjs-renamed = The question “{ $question }” has the code “{ $code }” now.
    .hint = Use the new code.
refusal-surveyjs-not-translated = The condition of “{ $question }” was not carried over: { $source }
    .hint = It is not understood near “{ $near }”. Write it anew.
