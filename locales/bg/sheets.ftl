# Въпросниците на хартия: какво пише на листа, как се печатат, броят и въвеждат по код.

sheets-page = стр.
sheets-of = от
sheets-code = Код на листа
sheets-master = Образец за размножаване, без код
sheets-blank = Тази страница е празна.
sheets-question = Въпрос
sheets-and = и
sheets-quoted = „{ $words }“
sheets-or = или
sheets-thanks = Благодарим Ви!
sheets-version = Версия { $version } от { $day }
sheets-who = Пита { $parties } по проект „{ $project }“.
sheets-anonymous-code = Анкетата е анонимна, не пишете името си. Кодът показва само кой лист е това, за да не се въведе два пъти. По него не се разбира кой е отговорил.
sheets-anonymous = Анкетата е анонимна, не пишете името си.
sheets-until = Приемаме попълнени листове до { $day }
sheets-return = Върнете попълнения лист на човека, който Ви го е дал, или го пуснете в кутията за анкети.

sheets-how-mark = Отбелязвайте с кръстче.
sheets-how-wrong = Ако сбъркате, запълнете целия знак и отбележете друг.
sheets-how-numbers = Малките числа в знаците служат при въвеждането.
sheets-how-one = Отбележете един отговор.
sheets-how-row = Отбележете по един отговор на всеки ред.
sheets-how-many = Отбележете всички отговори, които важат за Вас.
sheets-how-at-most = { $most ->
    [one] Отбележете най-много { $most } отговор.
   *[other] Отбележете до { $most } отговора.
}
sheets-how-at-least = { $least ->
    [one] Отбележете поне { $least } отговор.
   *[other] Отбележете поне { $least } отговора.
}
sheets-how-exactly = { $most ->
    [one] Отбележете { $most } отговор.
   *[other] Отбележете точно { $most } отговора.
}
sheets-how-between = Отбележете от { $least } до { $most } отговора.
sheets-how-ranking = Напишете 1 пред най-доброто за Вас, 2 пред следващото и така до { $n }.
sheets-how-write = Напишете отговора си с думи.
sheets-how-point = Географска ширина и дължина, ако ги знаете.
sheets-how-file = Приложете го към листа; напишете колко страници са.
sheets-how-number = Напишете число.
sheets-how-from = Напишете число, не по-малко от { $least }.
sheets-how-to = Напишете число, не по-голямо от { $most }.
sheets-how-from-to = Напишете число от { $least } до { $most }.
sheets-consent = Да
sheets-consent-key = да
sheets-exclusive = { $option } (само този отговор)
sheets-digits-day = дд
sheets-digits-month = мм
sheets-digits-year = гггг
sheets-digits-hour = час
sheets-digits-minute = мин.
sheets-leads = минете на въпрос { $n }
sheets-leads-end = това е последният въпрос за Вас

sheets-answer-if = Отговорете, ако { $claims }.
sheets-answer-these-if = Отговорете на въпроси { $first }–{ $last }, ако { $claims }.
sheets-ask-interviewer = Този въпрос не е за всички. Ако не знаете дали е за Вас, попитайте интервюиращия.
sheets-ask-interviewer-these = Въпроси { $first }–{ $last } не са за всички. Ако не знаете дали са за Вас, попитайте интервюиращия.
sheets-claim-marked = на въпрос { $n } сте отбелязали { $values }
sheets-claim-unmarked = на въпрос { $n } не сте отбелязали { $values }
sheets-claim-written = на въпрос { $n } сте написали { $values }
sheets-claim-unwritten = на въпрос { $n } не сте написали { $values }
sheets-claim-at-least = на въпрос { $n } сте написали { $values } или повече
sheets-claim-at-most = на въпрос { $n } сте написали { $values } или по-малко
sheets-claim-answered = сте отговорили на въпрос { $n }
sheets-claim-unanswered = не сте отговорили на въпрос { $n }

print-done = Отпечатано в { $path }: { $sheets ->
    [0] образец без код
    [one] { $sheets } лист с код
   *[other] { $sheets } листа с код
}, { $pages ->
    [one] { $pages } страница.
   *[other] { $pages } страници.
}
print-language = Въпросникът не говори „{ $language }“, а само: { $known }.
print-copies = „{ $given }“ не е брой листове от 1 до { $most }.
print-output = „{ $path }“ не завършва на .pdf.
cli-questionnaire-print-about = Отпечатва въпросник за попълване на ръка (PDF), без сървър
cli-questionnaire-print-copies = Колко листа, всеки със свой код; без него – един образец без код
cli-questionnaire-print-seed = От какво се правят кодовете; същото дава същите кодове
cli-questionnaire-print-large = С едър шрифт
cli-questionnaire-print-output = Къде да се запише файлът, завършва на .pdf

desk-study-printings = Листове за попълване на хартия
desk-printings-title = Листове за попълване на хартия
desk-printings-lede = Отпечатайте въпросника за хора, които отговарят с химикал. Всеки лист има свой код, по който после се въвежда веднъж. Кодът не казва нищо за човека.
desk-printings-made = Направени досега
desk-printings-new = Нови листове
desk-printings-number = Брой листове
desk-printings-number-hint = Най-много 500 наведнъж. За образеца без код не е нужен.
desk-printings-language = Език
desk-printings-return = Къде се връща листът
desk-printings-return-hint = Пише се накрая, например „Пуснете го в кутията до гише 3.“ Ако полето е празно, пише, че листът се връща на човека, който го е дал.
desk-printings-large = Едър шрифт
desk-printings-large-hint = 16 пункта, за хора с отслабено зрение.
desk-printings-twice = Всеки лист се въвежда два пъти
desk-printings-twice-hint = От двама души, независимо един от друг. Разликите се показват и някой ги решава.
desk-printings-make = Направете листове с код
desk-printings-master = Образец без код
desk-printings-master-hint = Образецът е един, за размножаване. Такива листове се въвеждат като карти от кутия.
desk-printing-title = Отпечатани листове
desk-printing-made = { $n ->
    [one] { $n } лист от { $day }
   *[other] { $n } листа от { $day }
}
desk-printing-entered-of = въведени { $n } от { $all }
desk-printing-large = едър шрифт
desk-printing-usual = обикновен шрифт
desk-printing-twice = въвеждат се два пъти
desk-printing-single = въвеждат се веднъж
desk-printing-download = Файл за печат (PDF)
desk-printing-all = Всички { $n } листа: архив с файлове за печат (ZIP)
desk-printing-file = Листове { $first }–{ $last } за печат (PDF)
desk-printing-download-hint = Файлът е същият, когато и да го поискате. Печатайте от двете страни: всеки лист започва на нова страница от лицето. Във файл има най-много 50 листа и той се прави за няколко секунди. Архивът с всички файлове се тегли, докато се правят: продължете работата си в същата или в друга страница.
desk-printing-log = Къде са листовете
desk-printing-printed = Отпечатани
desk-printing-issued = Раздадени
desk-printing-returned = Върнати
desk-printing-entered = Въведени
desk-printing-once = Въведени веднъж, чакат втори човек
desk-printing-differs = С разлики, чакат решение
desk-printing-spoiled = Негодни
desk-printing-left = { $n ->
    [0] Всички върнати листове са въведени или отбелязани като негодни.
    [one] { $n } върнат лист още чака.
   *[other] { $n } върнати листа още чакат.
}
desk-printing-count = Броене
desk-printing-issued-hint = Общо досега.
desk-printing-returned-hint = Общо досега, заедно с негодните.
desk-printing-count-save = Запишете броя
desk-printing-spoil = Негоден лист
desk-printing-spoil-why = Скъсан, зачеркнат, празен или нечетлив. С неговия код вече нищо не може да се въведе.
desk-printing-spoil-save = Отбележете листа като негоден
desk-sheet-code-hint = Осем знака от долния край на листа, например K7XA-2M4C. Може и с четец.
desk-done-sheets-made = Листовете са готови за печат.
desk-done-sheets-counted = Броят е записан.
desk-done-sheets-spoiled = Листът е отбелязан като негоден.

refusal-sheets-number-unreadable = „{ $given }“ не е брой листове.
    .hint = Напишете цяло число, например 50.
refusal-sheets-too-many = Наведнъж се правят най-много { $most } листа.
    .hint = Направете ги на няколко пъти.
refusal-sheets-language-unknown = Въпросникът не говори този език.
    .hint = Изберете някой от езиците в списъка.
refusal-sheets-more-issued = Отпечатани са само { $sheets }, не могат да са раздадени повече.
    .hint = Проверете броя или отпечатайте още листове.
refusal-sheets-more-returned = Раздадени са само { $issued }, не могат да са върнати повече.
    .hint = Проверете двата броя. Листовете, които сте дали, без да ги запишете, също са раздадени.
refusal-sheets-code-unreadable = Това не е код на лист.
    .hint = Кодът има осем знака – цифри от 2 до 9 и буквите A, C, E, H, K, M, P, T, X.
refusal-sheets-code-misread = В кода има сгрешен знак.
    .hint = Сравнете го с листа знак по знак или го прочетете с четец.
refusal-sheets-code-unknown = Няма отпечатан лист с този код.
    .hint = Проверете дали листът е от това проучване. Ако на него няма код, въведете го като карта от кутия.
refusal-sheets-entered-already = Този лист вече е въведен.
    .hint = Оставете го при въведените. Ако в ръката Ви е друг лист, проверете кода му знак по знак. Кои отговори са от него, не се пази, затова не могат да се покажат.
refusal-sheets-spoiled-already = Този лист е отбелязан като негоден.
    .hint = Такъв лист не се въвежда. Оставете го при негодните.
refusal-sheets-to-be-settled = Въвеждането на този лист е започнато.
    .hint = Довършете го: нека го въведе и втори човек или решете разликите.
refusal-sheets-same-person = Вие въведохте този лист първия път.
    .hint = Второто въвеждане е на друг човек, който не е гледал Вашето. Дайте листа на колега.
refusal-sheets-nothing-typed = Нищо не е въведено.
    .hint = Ако листът е празен, отбележете го като негоден.
refusal-sheets-not-yet-open = Приемането на отговори започва на { $first }.
    .hint = Въведете листа тогава.
refusal-sheets-undecided = За този въпрос не е решено.
    .hint = Погледнете листа и изберете едното от двете.
refusal-sheets-moved-on = Междувременно някой друг продължи с този лист.
    .hint = Отворете го отново по кода му.

desk-act-sheets-printed = Направени листове за попълване на хартия
desk-act-sheets-counted = Преброени листове
desk-act-sheets-spoiled = Негоден лист
desk-fact-issued = раздадени
desk-fact-returned = върнати
desk-fact-issued-before = раздадени преди
desk-fact-returned-before = върнати преди

desk-study-enter-sheets = Въведете листове по код
desk-sheets-title = Въвеждане на листове
desk-sheets-lede = Напишете кода от долния край на листа или го прочетете с четец. Отваря се точно този въпросник, на езика на листа.
desk-sheets-open = Отворете листа
desk-sheets-printing = Всички листове от това отпечатване
desk-sheets-heading = Лист { $code }
desk-sheets-turn-only = Език на листа: { $language }.
desk-sheets-turn-first = Език на листа: { $language }. Листът се въвежда два пъти, това е първият.
desk-sheets-turn-second = Език на листа: { $language }. Колега вече въведе този лист. Въведете го и Вие, без да питате какво е прочел.
desk-sheets-help = Пишете числото, което стои в отбелязания знак. При няколко отговора напишете числата с интервал между тях, например 1 3. При подреждане напишете числата пред отговорите в реда, в който човекът ги е подредил. С Tab или Enter отивате на следващото поле, а с Enter в последното поле записвате листа.
desk-sheets-save = Запишете листа
desk-sheets-spoiled = Листът е празен или не може да се прочете? Отбележете го като негоден:
desk-sheets-settle-lede = Двама души прочетоха листа различно. Погледнете го и изберете за всеки въпрос какво наистина пише.
desk-sheets-first = първо въвеждане
desk-sheets-second = второ въвеждане
desk-sheets-nothing = без отговор
desk-sheets-settle = Запишете избраното
desk-sheets-anew = Въведете листа отначало
desk-sheets-anew-why = Ако и двете са грешни, двете въвеждания се изтриват и листът се въвежда отначало.
desk-done-sheet-entered = Листът е записан. Въведете следващия код.
desk-done-sheet-held = Листът е записан и чака втори човек. Въведете следващия код.
desk-done-sheet-settled = Разликите са решени и отговорите са записани. Въведете следващия код.
desk-fieldwork-sheets = Листове на хартия
desk-fieldwork-sheets-reading = Раздадените и върнатите ги брои човек. Колко са въведени и негодни, се знае от кодовете. „Чакат“ са върнатите, които още не са нито въведени докрай, нито негодни.
desk-fieldwork-printing = Отпечатани на
desk-printing-waiting = Чакат
sheets-quote-title = Вашите думи
sheets-quote = Разрешавам това, което написах със свои думи, да бъде цитирано в резултатите и доклада.
sheets-quote-why = Групата е малка и по написаното може да се познае кой го е писал. Ако не отбележите това, думите Ви не се цитират никъде. Останалите Ви отговори се броят и в двата случая.
