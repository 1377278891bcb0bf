# Въпросници, отговори и файловете, от които идват: отказите и какво да се направи.

# Къде в един файл.
survey-place-cell = лист „{ $sheet }“, ред { $row }, колона { $column }
survey-place-row = лист „{ $sheet }“, ред { $row }
survey-place-sheet = лист „{ $sheet }“
survey-place-line-cell = ред { $row }, колона { $column }
survey-place-line = ред { $row }
survey-place-file = целият файл

refusal-fieldwork-ends-before-it-begins = Последният ден на проучването е преди първия.
    .hint = Изберете последен ден, който е { $first } или след него.

# Отговорите във формуляр.
refusal-answer-required = Този въпрос има нужда от отговор.
    .hint = Отговорете, за да продължите.
refusal-answer-not-a-number = „{ $given }“ не е число.
    .hint = Напишете число с цифри, например 12 или 3,5.
refusal-answer-not-whole = „{ $given }“ не е цяло число.
    .hint = Напишете число без запетая, например 12.
refusal-answer-number-too-large = Числото е твърде голямо.
    .hint = Проверете дали няма излишна цифра.
refusal-answer-not-a-date = „{ $given }“ не е дата.
    .hint = Напишете ден, месец и година, например 27.07.2023.
refusal-answer-not-a-time = „{ $given }“ не е час.
    .hint = Напишете час и минути, например 14:30.
refusal-answer-not-a-point = „{ $given }“ не е място на картата.
    .hint = Напишете географската ширина и дължина с точка или запетая, например 42.054; 24.543.
refusal-answer-not-an-email = „{ $given }“ не е имейл адрес.
    .hint = Адресът изглежда така: ime@primer.bg. Проверете дали няма интервал.
refusal-answer-not-a-telephone = „{ $given }“ не е телефонен номер.
    .hint = Напишете номера с цифри, например 0888 123 456.
refusal-answer-not-between = Числото трябва да е между { $least } и { $most }.
    .hint = Напишете число в тези граници.
refusal-answer-below = Числото трябва да е поне { $least }.
    .hint = Напишете { $least } или по-голямо число.
refusal-answer-above = Числото трябва да е най-много { $most }.
    .hint = Напишете { $most } или по-малко число.
refusal-answer-off-step = Тук се отговаря с числа през { $step }, като се започне от { $from }.
    .hint = Напишете най-близкото такова число.
refusal-answer-too-few = { $least ->
    [one] Изберете поне { $least } отговор.
   *[other] Изберете поне { $least } отговора.
}
    .hint = Отбележете още или пропуснете въпроса.
refusal-answer-too-many = { $most ->
    [one] Изберете най-много { $most } отговор.
   *[other] Изберете най-много { $most } отговора.
}
    .hint = Махнете отметката от останалите.
refusal-answer-not-a-place = „{ $given }“ не е място в подреждането.
    .hint = Изберете число: 1 е най-важното.
refusal-answer-ranked-twice = Място { $place } е дадено на повече от един отговор.
    .hint = Дайте на всеки отговор различно място.
refusal-answer-ranked-partly = Подредени са { $ranked } от { $of } отговора.
    .hint = Дайте място на всички или оставете всички без място.
refusal-answer-unknown-option = „{ $given }“ не е сред възможните отговори.
    .hint = Изберете един от предложените отговори.
refusal-answer-one-only = Тук се избира само един отговор.
    .hint = Оставете отговора, който е най-близо до Вашето мнение.
refusal-answer-stands-alone = „{ $option }“ не може да се избере заедно с друг отговор.
    .hint = Оставете само този отговор или го махнете.
refusal-answer-other-not-chosen = Написахте „{ $given }“, но избрахте друг отговор.
    .hint = Изберете „Друго“ или изтрийте написаното.
refusal-answer-too-long = Отговорът има { $is } знака, а мястото е за { $max }.
    .hint = Съкратете го до { $max } знака.
refusal-answer-file-kind = Файлът „{ $name }“ не е от видовете, които приемаме, или не е това, което пише в името му.
    .hint = Приемаме PDF, DOCX, ODT, XLSX, ODS, TXT, CSV и снимки JPEG, PNG и WebP. Документи с макроси не приемаме.
refusal-answer-file-not-a-picture = Файлът „{ $name }“ не е снимка, която можем да приемем.
    .hint = Изберете снимка JPEG, PNG или WebP.
refusal-answer-file-too-large = Файлът „{ $name }“ е твърде голям.
    .hint = Документ може да има до { $most } MB, снимка – до { $mostOfPicture } MB.
refusal-answer-file-too-many-points = Снимката „{ $name }“ има твърде много точки.
    .hint = Намалете я и я изберете отново.
refusal-answer-file-empty = Файлът „{ $name }“ е празен.
    .hint = Изберете друг файл.
refusal-answer-file-unreadable = Снимката „{ $name }“ е повредена и не може да се отвори.
    .hint = Изберете друга снимка.
refusal-answer-file-no-room = Файлът „{ $name }“ не е приет: мястото за файлове към това проучване е запълнено.
    .hint = Можете да отговорите и без файл.
refusal-answer-file-gone = Файлът „{ $name }“ вече не се пази.
    .hint = Изберете го отново.
refusal-answer-too-many-files = { $most ->
        [one] Приемаме само един файл.
       *[other] Приемаме най-много { $most } файла.
    }
    .hint = Махнете някой от прикачените файлове, преди да добавите друг.
refusal-answer-several-match = На „{ $given }“ отговарят няколко от списъка.
    .hint = Посочете кое имате предвид или го напишете по-подробно, например „Баня, общ. Карлово“, или с кода му.
refusal-answer-nothing-matches = „{ $given }“ го няма в списъка.
    .hint = Проверете как е написано или напишете само началото.
refusal-answer-constraint = Този отговор не е възможен.
    .hint = Проверете какво иска въпросът.

# Изразите за логика.
refusal-expression-too-long = Изразът има { $is } знака, а най-много може { $max }.
    .hint = Разделете го с помощта на редове „calculate“.
refusal-expression-too-deep = Изразът има твърде много скоби една в друга.
    .hint = Разделете го с помощта на редове „calculate“.
refusal-expression-unexpected = Изразът не се разбира около „{ $near }“.
    .hint = Проверете кавичките, скобите и знаците. Текст се пише в кавички, въпрос – като $ и името му във фигурни скоби.
refusal-expression-unfinished = Изразът е прекъснат по средата.
    .hint = Проверете дали всяка скоба и всяка кавичка се затваря.
refusal-expression-unknown-function = Няма функция „{ $name }“.
    .hint = { $similar ->
        [none] Използвайте функция от описанието на XLSForm, например selected, if, coalesce, regex, round или today.
       *[other] Може би това е „{ $similar }“: поправете я.
    }
refusal-expression-outside = Функцията „{ $function }“ търси нещо извън въпросника и затова не се изпълнява.
    .hint = Сложете нужните стойности във въпросника: като отговори за избор или като редове „calculate“.
refusal-expression-only-in-forms = Функцията „{ $function }“ има смисъл само в повтаряща се група.
    .hint = Посочете въпроса с $ и името му във фигурни скоби.
refusal-expression-chance = Функцията „{ $function }“ дава всеки път друга стойност, а въпросникът се изчислява наново за всяка страница.
    .hint = Махнете я. Отговорите се разбъркват с „randomize=true“ в колоната „parameters“.
refusal-expression-not-a-number = „{ $near }“ не е число, а тук трябва число.
    .hint = Напишете число или дата като 2026-11-22, или сравнете с = вместо с < и >.
refusal-expression-several-answers = Въпросът „{ $name }“ може да има няколко отговора, а тук трябва едно число.
    .hint = Използвайте count-selected за броя на отговорите или selected за един от тях.
refusal-expression-no-such-option = Въпросът „{ $name }“ няма отговор „{ $option }“, така че условието никога няма да се изпълни.
    .hint = { $similar ->
        [none] Проверете кодовете на отговорите в листа „choices“.
       *[other] Може би това е „{ $similar }“: поправете го.
    }
refusal-expression-wrong-arguments = Функцията „{ $function }“ не се използва с { $given ->
    [one] { $given } аргумент
   *[other] { $given } аргумента
}.
    .hint = Аргументите ѝ трябва да са { $takes }.
refusal-expression-path = Пътищата във формуляра („{ $near }“) не се поддържат.
    .hint = Посочете въпроса с $ и името му във фигурни скоби.
refusal-expression-pattern = Образецът „{ $pattern }“ не може да се използва.
    .hint = Напишете образеца в кавички направо в regex, до 500 знака, без препратки назад.

# Файлът с въпросника.
refusal-xlsform-empty = Файлът е празен.
    .hint = Изберете файла още веднъж.
refusal-xlsform-too-large = Файлът е { $is } MB, а най-много може { $max } MB.
    .hint = Махнете изображенията и излишните листове.
refusal-xlsform-not-a-workbook = Това не е въпросник във формат XLSForm.
    .hint = Въпросникът се внася от файл .xlsx или .xls, от таблици в .md или от .csv, в който името на всеки лист стои в първата колона. Отворете файла в Excel или LibreOffice и го запишете като .xlsx.
refusal-xlsform-old-workbook = Файлът е в много стар формат на Excel, отпреди 1997 г.
    .hint = Отворете го в Excel или LibreOffice и го запишете като .xlsx.
refusal-xlsform-encrypted = Файлът е заключен с парола.
    .hint = Запишете го без парола и опитайте пак.
refusal-xlsform-damaged = Файлът е повреден и не може да се прочете.
    .hint = Отворете го в Excel или LibreOffice, запишете го отново и опитайте пак.
refusal-xlsform-bomb = Съдържанието на файла е неестествено голямо: над { $max } MB.
    .hint = Запишете само листовете survey, choices и settings в нов файл.
refusal-xlsform-too-many-parts = Файлът има повече от { $max } части.
    .hint = Запишете само листовете survey, choices и settings в нов файл.
refusal-xlsform-entities = Във файла има опасни декларации, каквито редакторите на таблици не пишат.
    .hint = Не отваряйте файла. Попитайте от кого е и как е направен.
refusal-xlsform-no-sheet = Няма лист „{ $name }“.
    .hint = { $similar ->
        [none] Добавете лист с това име.
       *[other] Може би това е листът „{ $similar }“: преименувайте го.
    }
refusal-xlsform-empty-sheet = Листът е празен.
    .hint = На първия ред са имената на колоните: type, name, label.
refusal-xlsform-too-many-rows = Листът има повече от { $max } реда.
    .hint = Махнете празните и излишните редове под въпросника.
refusal-xlsform-too-many-columns = Листът има повече от { $max } колони.
    .hint = Махнете излишните колони вдясно.
refusal-xlsform-missing-column = Няма колона „{ $name }“.
    .hint = { $similar ->
        [none] Добавете я на реда с имената на колоните.
       *[other] Може би това е колоната „{ $similar }“: преименувайте я.
    }
refusal-xlsform-repeated-column = Колоната „{ $name }“ се повтаря.
    .hint = Оставете само едната.
refusal-xlsform-unknown-language = Колоната „{ $given }“ е на език, който не се поддържа, и е пропусната.
    .hint = Напишете езика с двубуквения му знак, например „label::Türkçe (tr)“.
refusal-xlsform-unknown-default-language = Основният език „{ $given }“ не се поддържа.
    .hint = Напишете „Български (bg)“ в default_language и дайте въпросите на български.
refusal-xlsform-two-defaults = Колоната „{ $name }“ няма език, а за основния език вече има друга. Тя е пропусната.
    .hint = Изтрийте я или посочете езика ѝ.
refusal-xlsform-no-bulgarian = Няма колона „{ $name }“ с текстовете.
    .hint = Добавете колона „{ $name }::Български (bg)“ или напишете „Български (bg)“ в default_language.
refusal-xlsform-not-bulgarian = Текстовете не са на български, а на друг език ({ $languages }). Остават на него.
    .hint = Преведете ги в редактора или добавете колони „label::Български (bg)“: въпросник без български не се публикува.
refusal-xlsform-too-long = Текстът има { $is } знака, а най-много може { $max }.
    .hint = Съкратете го.
refusal-xlsform-formula-error = Формулата в клетката дава грешка: { $given }.
    .hint = Поправете формулата или напишете стойността.
refusal-xlsform-missing-type = Редът има име, но няма вид (type).
    .hint = Напишете вида на въпроса, например text или select_one.
refusal-xlsform-unknown-type = Видът „{ $given }“ не е познат.
    .hint = { $similar ->
        [none] Видовете са: text, integer, decimal, date, note, calculate, select_one, select_multiple, begin group, end group.
       *[other] Може би имате предвид „{ $similar }“.
    }
refusal-xlsform-unsupported = „{ $given }“ още не се поддържа.
    .hint = { $feature ->
        [repeat] Едно повторение не може да съдържа друго. Напишете вътрешните въпроси един след друг.
        [file] Пренесете списъка в листа choices.
       *[other] Махнете го или го заменете с друг вид въпрос.
    }
refusal-xlsform-instead = „{ $given }“ се пита по друг начин: { $substitute ->
    [day-and-time] денят и часът са два въпроса
    [one-point] отбелязва се едно място на картата, а не линия или площ
    [typed-code] кодът се изписва, не се сканира
    [typed-choice] отговаря се с думи, защото списъкът е в друг файл
   *[without-other] подреждат се само отговорите от списъка, без „друго“
}.
    .hint = { $substitute ->
        [typed-choice] Ако списъкът е къс, пренесете го в листа choices и сменете вида със select_one.
       *[other] Проверете дали въпросът и условията с него имат същия смисъл.
    }
refusal-xlsform-not-asked = „{ $given }“ не може да се попита и е пропуснато.
    .hint = { $feature ->
        [media] Въпросникът остава без този въпрос. Ако без записа няма смисъл, махнете и въпросите към него.
        [file] Въпросите, които използват този файл, остават без него.
       *[other] Въпросникът остава без този въпрос. Ако Ви е нужен, задайте го с друг вид.
    }
refusal-xlsform-left-out = „{ $given }“ е пропуснато.
    .hint = Въпросникът работи и без него. Ако Ви е нужно, заменете го с нещо друго.
refusal-xlsform-missing-name = Въпросът няма име (name).
    .hint = Дайте му кратко име с букви и цифри, например vreme_chakane.
refusal-xlsform-bad-name = „{ $given }“ не може да бъде име.
    .hint = Името започва с буква и има до 64 букви, цифри, „_“, „-“ и „.“, без интервали.
refusal-xlsform-repeated-name = Името „{ $name }“ вече е дадено на ред { $firstRow }.
    .hint = Всеки въпрос и всяка група имат свое име. Окончанието „_other“ е запазено за текста към „Друго“.
refusal-xlsform-missing-label = Липсва текст на { $language ->
    [bg] български
    [en] английски
   *[other] език „{ $language }“
}.
    .hint = Напишете го. На български трябва да има всичко.
refusal-xlsform-missing-translation = Липсва превод на { $language ->
    [bg] български
    [en] английски
   *[other] език „{ $language }“
}.
    .hint = Преведете го или махнете всички колони на този език: непреведен въпросник не се публикува.
refusal-xlsform-name-in-label = Текстът се позовава на отговора „{ $name }“; тук това не се поддържа.
    .hint = На предишен отговор може да се позовава само текстът на въпрос или група и поясненията към тях.
refusal-xlsform-name-in-message = Съобщението се позовава на отговора „{ $name }“ и е пропуснато. На негово място стои общото.
    .hint = Ако е важно, напишете го с други думи, без името на въпроса.
refusal-xlsform-picture-only = На мястото на текста има само картинка или звук. Засега там стои името „{ $name }“.
    .hint = Напишете текста, преди да публикувате въпросника.
refusal-xlsform-missing-calculation = Няма какво да се изчисли.
    .hint = Напишете израза в колоната calculation.
refusal-xlsform-missing-list = Не е посочен списък с отговори.
    .hint = След select_one или select_multiple напишете името на списъка от листа choices.
refusal-xlsform-unknown-list = Няма списък „{ $list }“ в листа choices.
    .hint = { $similar ->
        [none] Добавете го в листа choices.
       *[other] Може би имате предвид „{ $similar }“.
    }
refusal-xlsform-unknown-property = Филтърът използва „{ $name }“, а в листа choices няма такава колона.
    .hint = { $similar ->
        [none] Добавете колоната в листа choices. Ако това е стойност, сложете я в кавички.
       *[other] „{ $similar }“ ли имахте предвид?
    }
refusal-xlsform-bad-parameter = „{ $given }“ не може да се използва.
    .hint = Напишете числа, например „start=0 end=10 step=1“ или „least=1 most=3“; първото не бива да е по-голямо от второто.
refusal-xlsform-no-questions = Във въпросника няма нито един въпрос.
    .hint = Добавете въпроси в листа survey.
refusal-xlsform-unclosed = Групата „{ $name }“ не е затворена.
    .hint = Добавете ред end group след последния ѝ въпрос.
refusal-xlsform-nothing-to-close = „{ $given }“ не затваря нищо.
    .hint = Проверете дали е отворена група преди него.
refusal-xlsform-too-deep = Групите са една в друга повече от { $max } нива.
    .hint = Подредете въпросите в по-малко нива.
refusal-xlsform-mixed-table = Въпросите в таблицата не са с един и същ списък отговори. Показват се един под друг.
    .hint = За таблица всички редове трябва да бъдат select_one с един списък.
refusal-xlsform-unreadable-yes-no = „{ $given }“ не е нито „yes“, нито „no“.
    .hint = Напишете yes или no.
refusal-xlsform-unknown-name = Изразът се позовава на „{ $name }“, а такъв въпрос няма.
    .hint = { $similar ->
        [none] Проверете името на въпроса.
       *[other] Може би имате предвид „{ $similar }“.
    }
refusal-xlsform-later-name = Изразът се позовава на „{ $name }“, който се пита по-късно, на ред { $laterRow }.
    .hint = Преместете въпроса „{ $name }“ преди този ред.
refusal-xlsform-own-name = Въпросът „{ $name }“ зависи от собствения си отговор.
    .hint = Махнете „{ $name }“ от израза.
refusal-xlsform-within-repeat = Въпросът „{ $name }“ се задава няколко пъти и не е ясно кой отговор се има предвид.
    .hint = Такъв въпрос може да се посочва само вътре в повторението.
refusal-xlsform-bad-rounds = Повторението не може да бъде толкова дълго.
    .hint = Напишете в repeat_count брой от 1 до { $max } или го намалете с „most=…“ в parameters; всички повторения заедно имат най-много 2000 въпроса.
refusal-xlsform-itself = Точката („.“) има смисъл само в колоната constraint.
    .hint = Посочете въпроса с $ и името му във фигурни скоби.
refusal-xlsform-missing-list-name = Отговорът не е в никой списък.
    .hint = Напишете името на списъка в колоната list_name.
refusal-xlsform-bad-option = „{ $given }“ не може да бъде код на отговор.
    .hint = Кодът има от 1 до 64 знака без интервали, например da или 1.
refusal-xlsform-repeated-option = Кодът „{ $name }“ вече е в списъка „{ $list }“ на ред { $firstRow }.
    .hint = Дайте на всеки отговор в списъка различен код.
refusal-xlsform-unreadable-score = „{ $given }“ не е стойност по скала.
    .hint = Напишете число, например 4, или оставете клетката празна.
refusal-xlsform-unknown-standing = „{ $given }“ не се разбира в колоната standing.
    .hint = { $similar ->
        [none] Там стои dont_know, not_applicable, exclusive или нищо.
       *[other] Може би имате предвид „{ $similar }“.
    }
refusal-xlsform-sounds-like-missing = „{ $label }“ звучи като липса на мнение, но се брои като отговор.
    .hint = Напишете dont_know или not_applicable в колоната standing, за да остане извън процентите.

# Файлът с отговори.
refusal-csv-empty = Файлът е празен.
    .hint = Изберете файла още веднъж.
refusal-csv-too-large = Файлът е { $is } MB, а най-много може { $max } MB.
    .hint = Разделете го на няколко файла.
refusal-csv-not-text = Това не е файл с разделени стойности.
    .hint = Отворете файла в Excel или LibreOffice и го запишете като CSV (UTF-8).
refusal-csv-no-known-column = Никоя колона не е въпрос от този въпросник.
    .hint = На първия ред напишете имената на въпросите и проверете дали сте избрали правилния въпросник.
refusal-csv-too-many-columns = Файлът има повече от { $max } колони.
    .hint = Махнете излишните колони.
refusal-csv-too-many-rows = Файлът има повече от { $max } реда.
    .hint = Разделете го на няколко файла.
refusal-csv-repeated-column = Колоната „{ $name }“ се повтаря.
    .hint = Оставете само едната.
refusal-csv-unknown-column = Колоната „{ $name }“ не е от този въпросник и е пропусната.
    .hint = { $similar ->
        [none] Ако в нея има отговори, напишете на първия ред името на въпроса.
       *[other] Може би имате предвид „{ $similar }“.
    }
refusal-csv-too-many-cells = Редът има { $is } клетки, а колоните са { $expected }.
    .hint = Проверете кавичките и разделителите на този ред.
refusal-csv-bad-day = „{ $given }“ не е дата.
    .hint = Напишете деня като 27.07.2023 или 2023-07-27.
refusal-csv-bad-mode = „{ $given }“ не е начин на отговаряне.
    .hint = Напишете online, paper или imported.
refusal-csv-bad-tick = „{ $given }“ не е нито „отбелязано“, нито „неотбелязано“.
    .hint = Напишете 1 или 0.
refusal-csv-nothing-answered = На реда няма нито един отговор.
    .hint = Изтрийте реда или попълнете отговорите.
# Списък с населени места.
refusal-places-missing-column = Липсва колона „{ $name }“.
    .hint = Първият ред на таблицата назовава колоните: „код“ и „име“ трябва да ги има.
refusal-places-bad-code = „{ $given }“ не може да е код.
    .hint = Кодът е без интервали и не е празен, например 55302 (ЕКАТТЕ). Ако таблицата е махнала нулите отпред, задайте на колоната формат „текст“.
refusal-places-repeated-code = Кодът „{ $code }“ вече стои на ред { $first }.
    .hint = Всяко място има свой код.
refusal-places-no-name = Мястото няма име.
    .hint = Напишете името или махнете реда.
refusal-places-too-long = Клетката има { $is } знака, а може да има до { $max }, без знаци за управление.
    .hint = Съкратете я.
refusal-places-too-few = В списъка няма поне две места.
    .hint = Под реда с имената на колоните всеки ред е едно място.

# Анкетите от LimeSurvey.
refusal-limesurvey-empty = Файлът е празен.
    .hint = Изберете файла още веднъж.
refusal-limesurvey-too-large = Файлът е { $is } MB, а най-много може { $max } MB.
    .hint = Изнесете анкетата без файловете към нея.
refusal-limesurvey-not-an-export = Това не е анкета, изнесена от LimeSurvey.
    .hint = В LimeSurvey изберете „Експорт“ и след това „Структура на анкетата (.lss)“ или „Архив на анкетата (.lsa)“.
refusal-limesurvey-damaged = Файлът е повреден или непълен.
    .hint = Изнесете анкетата от LimeSurvey отново.
refusal-limesurvey-bomb = Файлът става прекалено голям, когато се разопакова: над { $max } MB.
    .hint = Изнесете само структурата на анкетата (.lss).
refusal-limesurvey-entities = Файлът съдържа декларации, каквито LimeSurvey не записва.
    .hint = Изнесете анкетата от LimeSurvey отново и не я променяйте с друга програма.
refusal-limesurvey-too-deep = Файлът е вложен на повече от { $max } нива.
    .hint = Изнесете анкетата от LimeSurvey отново.
refusal-limesurvey-too-many-rows = Във файла има повече от { $max } реда.
    .hint = Разделете анкетата на няколко.
refusal-limesurvey-too-long = Текстът има { $is } знака, а най-много може { $max }.
    .hint = Съкратете го в LimeSurvey и изнесете анкетата отново.
refusal-limesurvey-other-kind = Файлът съдържа „{ $given }“, а не цяла анкета.
    .hint = Изнесете цялата анкета като .lss или .lsa.
refusal-limesurvey-no-survey = Във файла няма нито групи, нито въпроси.
    .hint = Изнесете анкетата от LimeSurvey отново.
refusal-limesurvey-no-questions = Във файла няма въпрос, който може да се пренесе.
    .hint = Вижте списъка какво не е пренесено.
refusal-limesurvey-secrets = Във файла има данни за достъп до пощенска кутия. Те не са пренесени.
    .hint = Сменете паролата на кутията, ако файлът е бил изпращан на други.
refusal-limesurvey-orphan = Редът „{ $code }“ в таблицата „{ $table }“ не принадлежи към нищо във файла.
    .hint = Изнесете анкетата от LimeSurvey отново; файлът е бил променян.
refusal-limesurvey-unknown-kind = Въпросът „{ $question }“ е от непознат вид „{ $given }“ и не е пренесен.
    .hint = Добавете го сами като въпрос от друг вид.
refusal-limesurvey-not-bulgarian = Текстовете на анкетата не са на български, а на друг език („{ $language }“). Остават на него.
    .hint = Преведете ги, преди да публикувате: в изходната анкета или в съставянето на въпросника.
refusal-limesurvey-left-out-language = Преводът на езика „{ $language }“ не е пренесен.
    .hint = Въпросникът може да бъде на български и на английски.
refusal-limesurvey-left-out = { $feature ->
        [ranking] Въпросът „{ $question }“ е за подреждане и не е пренесен.
        [file] Въпросът „{ $question }“ иска повече файлове, отколкото приемаме, или най-малко няколко; пренесен е с най-много пет.
        [language] Въпросът „{ $question }“ избира езика и не е пренесен: езикът се избира на страницата.
        [comment] Коментарът към отговорите на „{ $question }“ не е пренесен.
        [time] Часът във въпроса „{ $question }“ не е пренесен.
        [filter] Редовете на „{ $question }“ вече не зависят от отговорите на друг въпрос.
        [random] Случайният ред в „{ $question }“ не е пренесен.
        [hidden] Въпросът „{ $question }“ беше скрит, а сега се показва.
        [default] Предварителният отговор на „{ $question }“ не е пренесен.
        [quota] Квотата „{ $question }“ не е пренесена.
        [option] Отговорите на „{ $question }“ вече се показват винаги.
        [fields] Таблицата „{ $question }“ е твърде голяма и не е пренесена.
       *[validation] Проверката на отговора на „{ $question }“ не е пренесена.
    }
    .hint = Прегледайте въпроса и решете дали да го промените.
refusal-limesurvey-renamed = Въпросът „{ $question }“ вече има код „{ $code }“.
    .hint = Използвайте новия код.
refusal-limesurvey-not-translated = Условието на „{ $question }“ не е пренесено: { $source }
    .hint = { $why ->
        [name] В анкетата няма въпрос „{ $near }“.
        [later] „{ $near }“ се пита по-късно. Условието може да зависи само от предишни въпроси.
        [function] Няма съответствие на функцията „{ $near }“.
        [refused] Изразът не може да се използва тук. Напишете го отново.
       *[unreadable] Изразът не се разбира около „{ $near }“.
    }
refusal-limesurvey-name-in-label = В текста на „{ $question }“ стои „{ $name }“, което LimeSurvey заменя с отговор.
    .hint = Променете текста така, че да се чете и без него.
refusal-source-half-translated = Преводът на езика „{ $language }“ не е пълен и не е пренесен.
    .hint = Липсва при „{ $code }“. Ако е нужен, допълнете го в изходната анкета и внесете файла отново.
refusal-source-unreadable = Това не е въпросник, записан от Глас.
    .hint = Изберете файл .json, който Глас е направил, или въпросник във формат XLSForm или LimeSurvey.

# Таблиците с отговори от Google Forms и Microsoft Forms.
refusal-sheet-empty = Файлът е празен.
    .hint = Изберете файла още веднъж.
refusal-sheet-too-large = Файлът е { $is } MB, а най-много може { $max } MB.
    .hint = Разделете го на няколко файла.
refusal-sheet-not-a-sheet = Това не е таблица с отговори.
    .hint = Изтеглете отговорите като CSV или като файл на Excel (.xlsx).
refusal-sheet-too-many-rows = В таблицата има повече от { $max } реда.
    .hint = Разделете я на няколко файла.
refusal-sheet-too-many-columns = В таблицата има повече от { $max } колони.
    .hint = Махнете колоните, които не са въпроси.
refusal-sheet-too-long = Клетката има { $is } знака, а най-много може { $max }.
    .hint = Съкратете текста в нея.
refusal-sheet-no-answers = В таблицата няма отговори.
    .hint = На първия ред трябва да са въпросите, а под него – по един ред за всеки отговорил.
refusal-sheet-no-column = Няма колона с номер { $column }.
    .hint = Изберете колона от таблицата.
refusal-sheet-few-options = За „{ $header }“ трябват поне два различни отговора за избор.
    .hint = Добавете отговорите, които липсват, или изберете друг вид въпрос.
refusal-sheet-no-questions = Не е избран нито един въпрос.
    .hint = Посочете поне една колона, която е въпрос.
refusal-sheet-not-bulgarian = Въпросите не са на български. Текстовете им стоят на мястото на българските.
    .hint = Преведете ги, преди да приемете въпросника.
sheet-reason-header-of-time = Заглавието е на колоната с времето на попълване. Запазва се само денят.
sheet-reason-header-of-service = Тази колона се добавя от самата услуга.
sheet-reason-personal-header = Заглавието показва лични данни. Те не се пренасят.
sheet-reason-personal-values = { $share } % от стойностите приличат на адреси, телефони или номера на хора. Те не се пренасят.
sheet-reason-withheld = Стойностите приличат на лични данни и не са запазени.
sheet-reason-grid-header = Заглавието е „Въпрос [Ред]“, както се записва ред от таблица.
sheet-reason-same-options = Отговорите са от същата скала като в съседната колона.
sheet-reason-semicolons = Всяка стойност завършва с точка и запетая, както се записват няколко отговора.
sheet-reason-parts-repeat = Стойностите са съставени от { $parts } части, които се повтарят в { $values } съчетания.
sheet-reason-few-different = Има { $different } различни стойности при { $answered } отговорили.
sheet-reason-known-scale = Отговорите са степени на позната скала и са подредени от най-лошата към най-добрата.
sheet-reason-small-numbers = Всички стойности са цели числа от { $least } до { $most }, както в скала.
sheet-reason-numbers = Всички стойности са числа.
sheet-reason-days = Всички стойности са дати.
sheet-reason-own-words = { $values } стойности се срещат само веднъж и сигурно са написани при „Друго“.
sheet-reason-mostly-different = { $different } от { $answered } стойности са различни.
sheet-reason-long-words = Стойностите са дълги.
sheet-reason-nothing = Никой не е отговорил.
sheet-reason-corrected = Вие го посочихте.

# Анкети на SurveyJS (JSON).
refusal-surveyjs-too-large = Файлът е { $is } MB, а може да е най-много { $max } MB.
    .hint = Махнете вградените картинки и опитайте отново.
refusal-surveyjs-not-json = Това не е JSON.
    .hint = Изнесете анкетата от SurveyJS отново, като JSON.
refusal-surveyjs-not-a-survey = В този JSON няма анкета на SurveyJS.
    .hint = Анкетата има страници („pages“) или въпроси („elements“). Изберете друг файл.
refusal-surveyjs-no-questions = В анкетата няма въпроси, които могат да се пренесат.
    .hint = Проверете дали сте избрали правилния файл.
refusal-surveyjs-too-deep = Панелите са един в друг повече от { $max } пъти.
    .hint = Извадете вътрешните панели навън.
refusal-surveyjs-too-many-questions = Въпросите или отговорите са повече от { $max }.
    .hint = Разделете анкетата на няколко.
refusal-surveyjs-too-long = Текстът на „{ $question }“ има { $is } знака, а може да има най-много { $max }.
    .hint = Съкратете го.
refusal-surveyjs-not-bulgarian = Текстовете на анкетата не са на български, а на друг език („{ $language }“). Остават на него.
    .hint = Преведете ги, преди да публикувате: в изходната анкета или в съставянето на въпросника.
refusal-surveyjs-unknown-kind = Въпросът „{ $question }“ е от вид „{ $given }“ и не е пренесен.
    .hint = Задайте го по друг начин.
refusal-surveyjs-no-options = Въпросът „{ $question }“ няма отговори, от които да се избира, и не е пренесен.
    .hint = Напишете отговорите в анкетата и я внесете отново.
refusal-surveyjs-left-out = { $feature ->
        [file] Въпросът „{ $question }“ иска подпис и не е пренесен.
        [picture] „{ $question }“ е картинка или избор от картинки и не е пренесен.
        [table] Таблицата „{ $question }“ не е пренесена.
        [repeat] Повтарящият се панел „{ $question }“ е твърде голям и не е пренесен.
        [within] Повтарящият се панел „{ $question }“ е вътре в друг и не е пренесен. Едно повторение не може да съдържа друго.
        [rounds] Панелът „{ $question }“ се попълва най-много 20 пъти.
        [comment] Коментарът към отговорите на „{ $question }“ не е пренесен.
        [filter] Отговорите на „{ $question }“ вече се показват винаги.
        [default] Предварителният отговор на „{ $question }“ не е пренесен.
        [hidden] „{ $question }“ беше скрит и не е пренесен.
        [enabled] „{ $question }“ вече може да се отговаря винаги.
        [trigger] Действието „{ $question }“ не е пренесено.
        [variable] Изчислената стойност „{ $question }“ не е пренесена.
        [time] Часът във въпроса „{ $question }“ не е пренесен.
        [elsewhere] Отговорите на „{ $question }“ идват от друго място и не са пренесени.
       *[validation] Проверката на отговора на „{ $question }“ не е пренесена.
    }
    .hint = { $feature ->
        [repeat] Намалете въпросите в него или броя на панелите и внесете анкетата отново.
        [within] Изнесете го след външния панел или напишете въпросите му един след друг.
       *[other] Прегледайте въпроса и решете дали да го промените.
    }
refusal-surveyjs-renamed = Въпросът „{ $question }“ вече има код „{ $code }“.
    .hint = Използвайте новия код.
refusal-surveyjs-not-translated = Условието на „{ $question }“ не е пренесено: { $source }
    .hint = Не се разбира около „{ $near }“. Напишете го отново.
