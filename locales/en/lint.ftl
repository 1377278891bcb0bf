# What looking through a questionnaire finds: what is wrong, why it probably came about (.why), what to do (.hint).
lint-title = Review of the questionnaire
lint-nothing = The review found nothing to mend.
lint-counts = { $errors ->
        [0] No errors
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [0] no warnings
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }, { $advice ->
        [0] no advice
        [one] { $advice } piece of advice
       *[other] { $advice } pieces of advice
    }.
lint-severity-error = Errors
lint-severity-error-about = The questionnaire will not work like this.
lint-severity-warning = Warnings
lint-severity-warning-about = The questionnaire will work, but the results will suffer.
lint-severity-advice = Advice
lint-severity-advice-about = It could be better. You decide.
lint-where = Where
lint-what = What
lint-why = Probable cause
lint-do = What to do
lint-whole = the whole questionnaire
lint-question = question “{ $code }”
lint-group = group “{ $code }”
lint-option = option “{ $option }” of the list “{ $list }”
lint-list = list “{ $list }”
lint-minutes = { $least ->
        [one] Takes about { $least } minute to answer.
       *[other] Takes about { $least } minutes to answer.
    }
lint-minutes-between = Takes { $least } to { $most } minutes, depending on the answers.
lint-minutes-about = Reading at 184 words a minute, and time for each kind of answer.
lint-reading = Readability: { $ease ->
        [very-easy] very easy
        [easy] easy
        [medium] medium, like a newspaper
        [hard] hard, like an official text
       *[very-hard] very hard
    } (LIX { $lix }).
lint-reading-about = The LIX index adds the mean number of words in a sentence to the share of words with more than six letters. Below 50 reads without effort.

lint-no-questions = The questionnaire has no question that can be answered.
    .why = It holds only words to read and calculations.
    .hint = Add at least one question.
lint-repeated-code = The code “{ $name }” stands more than once.
    .why = The question was copied and kept its old code.
    .hint = Give this question or group another code.
lint-alike-codes = The codes “{ $name }” and “{ $other }” differ in capitals only.
    .why = Other programs, SPSS for one, take them for the same name.
    .hint = Change one of the two codes.
lint-repeated-option = The option with the code “{ $option }” stands more than once in the list.
    .why = The row was copied and kept its old code.
    .hint = Give the option another code, or remove it.
lint-no-options = The list “{ $list }” has no options to choose from.
    .why = The list is not filled in yet, or its name is misspelt.
    .hint = Add options, or choose another list.
lint-one-option = The question offers a single option.
    .why = The list is unfinished, or consent is meant.
    .hint = Add options. For consent use a question with a box to tick.
lint-unknown-name = There is no question with the code “{ $name }”.
    .why = { $similar ->
        [none] The question was removed, or its code was changed.
       *[other] You probably mean “{ $similar }”.
    }
    .hint = Correct the code in the expression or in the words.
lint-later-name = The answer to “{ $name }” is used here, but it is asked later.
    .why = The questions were moved after the condition was written.
    .hint = Move “{ $name }” before this, or change the condition.
lint-own-name = The question depends on its own answer.
    .why = The code of the question itself, “{ $name }”, was left in the condition.
    .hint = Name an earlier question. To check the answer use a constraint.
lint-no-such-option = The question “{ $name }” does not offer “{ $option }”.
    .why = { $similar ->
        [none] The code of the option was changed or misspelt.
       *[other] You probably mean “{ $similar }”.
    }
    .hint = Correct the code of the option in the expression.
lint-several-answers = “{ $name }” takes several answers, and one number is needed here.
    .why = A whole list of ticks is compared.
    .hint = Use selected(…) or count-selected(…).
lint-not-a-number = “{ $near }” is no number, and a number is needed here.
    .why = Comparing with < and > is for numbers only.
    .hint = Compare with =, or write a number.
lint-unreachable = Nobody will see this: the condition can never hold.
    .why = Two demands contradict each other, or an option is wanted that is not offered: { $source }
    .hint = Correct the condition. If the question is not needed, remove it.
lint-unreachable-here = Nobody will see this: the condition contradicts those before it.
    .why = The condition of the group, or of the question that it depends on, rules this out: { $source }
    .hint = Compare the condition with that of the group and of the questions that it names.
lint-always-shown = The condition always holds and hides nothing.
    .why = Perhaps “or” stands in the place of “and”, or an option is checked for that is not offered: { $source }
    .hint = Correct the condition, or remove it.
lint-impossible-constraint = No answer can be accepted.
    .why = The constraint contradicts itself, or lies outside the bounds of the question: { $source }
    .hint = Correct the constraint.
lint-untranslated = The words in the language “{ $language }” are missing.
    .why = The translation is not made yet.
    .hint = Add the translation. Until then the questionnaire cannot be used in this language.
lint-no-words = There are no words for people to read.
    .why = The field for the words was left empty.
    .hint = Write the question or the option in words.
lint-double-barrelled = The question seems to ask two things at once: “{ $joint }”.
    .why = Whoever is satisfied with the one but not with the other has nothing to answer.
    .hint = Split it in two, or keep what matters more.
lint-leading = The words “{ $words }” suggest the answer.
    .why = People agree more often with what the question already states.
    .hint = Ask neutrally: “How far …”, “Do you think that … or not”.
lint-double-negative = There are two negations in the question.
    .why = Agreeing with a negation is hard to understand, and is often answered the wrong way round.
    .hint = Say it without negation.
lint-long-sentence = { $n ->
        [one] The sentence has { $n } word.
       *[other] The sentence has { $n } words.
    }
    .why = More than 25 words are hard to take in at once, on a telephone above all.
    .hint = Make two sentences of it.
lint-unbalanced = The scale is not balanced: options that praise – { $good }, options that blame – { $bad }.
    .why = The mean will lean to the side with more options.
    .hint = Make them even: as many steps on the one side as on the other.
lint-uneven-values = The steps between the values of the scale differ.
    .why = A value was left out or mistyped.
    .hint = Give values in even steps, for instance 1, 2, 3, 4, 5.
lint-mixed-order = The options are not in the order of their values.
    .why = Rows were moved, or two values were swapped.
    .hint = Put them in order, from the worst to the best.
lint-repeated-value = “{ $option }” and “{ $other }” have the same value.
    .why = The value was copied from the row beside it.
    .hint = Give each option a value of its own.
lint-sounds-like-missing = “{ $option }” sounds like having no opinion, but counts as an answer.
    .why = It is not marked as standing outside the scale.
    .hint = Mark it as “cannot judge” or “not applicable”, so that it stays out of the percentages.
lint-no-way-out = There is no option for somebody who cannot judge.
    .why = Whoever does not know will choose the middle or give up. Both distort the result.
    .hint = Add “I cannot judge” outside the scale.
lint-long-list = { $n ->
        [one] The list has { $n } option.
       *[other] The list has { $n } options.
    }
    .why = Of long lists only the beginning is read.
    .hint = Show it as a menu with a search, or put related options together.
lint-required-without-reason = The question must be answered, but does not say why.
    .why = Without a reason people write anything, or give up.
    .hint = Say why the answer is needed, or let it be skipped.
lint-constraint-without-reason = The constraint has no explanation.
    .why = Whoever makes a mistake will not learn what is expected.
    .hint = Say which answer is accepted.
lint-too-long = { $n ->
        [one] Answering can take { $n } minute.
       *[other] Answering can take { $n } minutes.
    }
    .why = After 15 minutes more and more people give up, or answer without care.
    .hint = Remove questions from which no decision follows, or split the questionnaire in two.
lint-hard-to-read = The text is very hard to read (LIX { $lix }).
    .why = Long sentences and long words, as offices write.
    .hint = Write short sentences, with everyday words.
lint-travel-odk = { $what ->
        [values] ODK and KoboToolbox will not know the values of the options.
        [standing] ODK and KoboToolbox will count “I cannot judge” like any other answer.
        [exclusive] ODK and KoboToolbox will not keep options that are chosen alone.
        [meaning] ODK and KoboToolbox will not know which questions are compared with each other, and which tell who answers.
        [bounds] ODK and KoboToolbox will not keep the bounds of answers.
        [function] ODK and KoboToolbox do not know functions in the conditions.
       *[shuffled] ODK and KoboToolbox will not shuffle the questions.
    }
    .why = The format XLSForm has no place for this. Questions: { $n } ({ $questions }).
    .hint = { $what ->
        [exclusive] If you take the questionnaire there, add a constraint.
        [bounds] If you take the questionnaire there, write the bounds as a constraint.
        [function] If you take the questionnaire there, write the condition without upper-case and lower-case.
       *[other] If you take the questionnaire there, add this when you process the answers.
    }
lint-travel-limesurvey = { $what ->
        [expression] LimeSurvey will not take some of the conditions.
        [validation] LimeSurvey will not take some of the checks of answers.
        [kind] LimeSurvey will not take questions of this kind.
        [filter] LimeSurvey will show all options, without choosing them by earlier answers.
        [random] LimeSurvey will not shuffle the options.
       *[other] LimeSurvey will not take a part of the questionnaire.
    }
    .why = LimeSurvey has no place for this, or writes it another way. Questions: { $n } ({ $questions }).
    .hint = If you take the questionnaire there, look through these questions after the import.
