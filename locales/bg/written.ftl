# Писаните доклади на работното място.

desk-study-written = Доклади
written-list-title = Доклади по проучването
written-list-lede = Програмата предлага текста, Вие го довършвате. Числата в него идват от отговорите и се променят с тях.
written-list-empty = Още няма доклад по това проучване.
written-draft = чернова
written-published = публикувана версия { $n } от { $day }
written-changed = променен на { $at }, { $who }
written-untitled = Доклад без заглавие
written-propose-heading = Нов доклад
written-propose-lede = Програмата съставя чернова от отговорите до този момент. След това всяка дума може да се промени.
written-propose = Предложете текст
written-kind = Вид на документа
written-kind-results = Доклад с резултатите
    .hint = Кой отговори, какво показва всеки въпрос, с какво се различават групите, какво не може да се каже.
written-kind-analysis = Анализ на потенциала и възможностите
    .hint = Къде групите се разминават, какво е важно, силни и слаби страни, ниво на участие, пречки, изводи.
written-kind-annual = Годишен доклад за удовлетвореността
    .hint = По чл. 24 от Наредбата за административното обслужване, с главата за проучването.
written-kind-summary = Резюме на една страница
    .hint = Най-важното, с методически лист в приложение.
written-kind-methodology = Методика
    .hint = Заготовка: как общината ще събира обратна връзка занапред.
written-kind-impact = Оценка на въздействието
    .hint = Заготовка: какво се промени след мерките.
written-kind-letter = Писмо с препоръки
    .hint = Заготовка: изводите и какво се иска от получателя.
written-languages = На кои езици
written-title = Доклад
written-nav = За доклада
written-tongues = На какъв език
written-saved = Състояние { $revision }, записано на { $at }
written-change-title = Заглавие и изречение за корицата
written-report-title = Заглавие
written-report-summary = Изречение за корицата
    .hint = Най-важното, което читателят трябва да запомни. Може да остане празно.
written-numbers = Числата, които могат да се ползват
written-history = Предишни състояния
written-changed-numbers = { $n ->
    [one] { $n } число вече е друго
   *[other] { $n } числа вече са други
}
written-changed-numbers-what = Отговорите са се променили, откакто е писан текстът. Прегледайте отбелязаните части: думите около числото още ли са верни?
written-accept-all = Приемете всички числа, както са сега
written-add-first = + Добавете най-отгоре
written-unwritten = без текст на този език
written-change = Променете
written-up = Нагоре
written-down = Надолу
written-move = Преместете
written-remove = Премахнете
written-add-after = + След това

written-part-prose = Текст
    .hint = Обикновен текст с числа от данните.
written-part-heading = Заглавие на раздел
    .hint = Влиза и в съдържанието.
written-part-figure = Графика
    .hint = Графика с таблица под нея, винаги с числата от момента.
written-part-table = Таблица
    .hint = Само числата на една графика.
written-part-finding = Извод
    .hint = Какво следва от числата и колко е сигурно.
written-part-recommendation = Препоръка
    .hint = Какво да се направи и от кои изводи следва.
written-part-quotations = Свободни отговори
    .hint = Думите на хората, след като човек ги е прегледал.
written-part-key-numbers = Ключови числа
    .hint = Няколко числа с едър шрифт.
written-part-notice = Бележка
    .hint = Откроен текст, например предупреждение как да се четат числата.
written-part-method-sheet = Методически лист
    .hint = Как е направено проучването, ред по ред.
written-part-annex = Приложение
    .hint = Всичко след него е в приложението, до следващото.
written-part-gone = част, която вече я няма

written-part-title = Част от доклада
written-adding-title = Какво да добавите
written-adding-first = Ще застане най-отгоре.
written-adding-after = Ще застане след: { $part }
written-add = Добавете
written-save = Запишете
written-save-stay = Запишете и останете тук
written-look = Вижте как изглежда
written-words = Текст
    .hint = Число от данните се пише с адреса си, например {"{"}residents.q7.yes.share{"}"}. **Получер** текст стои между две звездички, ред на списък започва с тире.
written-heading-words = Заглавие
written-level = Ниво
written-level-2 = Раздел
written-level-3 = Подраздел
written-level-4 = Точка
written-finding-words = Извод
    .hint = Едно твърдение с числата, от които следва.
written-strength = Колко е сигурно
written-strength-strong = Сигурно
written-strength-indicative = Ориентировъчно
    .hint = Отговориха желаещите, затова числото само насочва.
written-strength-not-enough = Твърде малко отговори
written-recommendation-words = Препоръка
    .hint = Какво, от кого и докога да се направи.
written-follows = Следва от: { $finding }
written-notice-title = Заглавие на бележката
written-caution = Това е предупреждение
written-annex-title = Заглавие на приложението
written-of = Коя графика
written-quotations-of = На кой въпрос
written-row = Ред { $n }
written-row-new = Нов ред
written-row-value = Число
    .hint = Обикновено само адрес на число.
written-row-label = Какво е числото
written-row-note = Бележка под него
written-row-term = Какво
written-row-words = Как
written-numbers-here = Числата в този текст
written-numbers-none = В този текст няма числа от данните.
written-was = когато писахте: { $was }
written-absent = не се показва
written-accept = Приемете числата, както са сега
written-accept-what = Първо запишете, каквото сте променили в текста.
written-shown = Така ще го видят читателите
written-offered = Още числа
written-newer = { $who } запази промени, докато пишехте
written-newer-what = Отдолу е записаното, а във формата е Вашият текст. Ако запишете още веднъж, остава Вашият.
written-move-title = Къде да застане
written-move-to = Ново място
written-move-button = Преместете
written-place-first = Най-отгоре
written-place-after = След: { $part }
written-remove-title = Премахване на част
written-remove-undo = Предишното състояние на доклада остава записано и може да се прочете.
written-remove-button = Премахнете
written-numbers-lede = Изберете въпрос. Препишете адреса заедно със скобите там, където искате да застане числото.
written-numbers-of = Въпроси
written-numbers-nothing = За този въпрос няма число, което може да се покаже.
written-number-what = Какво е
written-number-value = Сега
written-number-address = Адрес
written-number-base = От кои отговори
written-history-lede = Всяка промяна пази предишното състояние. Сравнете две от тях и вижте какво е дошло и какво е отпаднало.
written-compare-before = От
written-compare-after = до
written-compare = Сравнете
written-state = Състояние
written-state-when = Кога
written-state-who = Кой
written-state-newest = сега
written-state-title = Състояние { $n }
written-state-what = Текстът е от тогава, а числата са днешните.
written-differences-link = какво се промени
written-act-proposed = Предложен текст
written-act-renamed = Променено заглавие
written-act-part-changed = Променена част: { $part ->
    [none] –
   *[other] { $part }
}
written-act-part-added = Добавена част: { $part ->
    [none] –
   *[other] { $part }
}
written-act-part-moved = Преместена част: { $part ->
    [none] –
   *[other] { $part }
}
written-act-part-removed = Премахната част: { $part ->
    [none] –
   *[other] { $part }
}
written-act-numbers-accepted = { $part ->
    [none] Приети всички числа
   *[other] Приети числа: { $part }
}
written-differences = Какво се промени
written-differences-of = От състояние { $before } до състояние { $after }
written-differences-none = Двете състояния са еднакви.
written-differences-numbers = Променени числа
written-differences-words = Променен текст
written-before = Преди
written-after = След
written-difference-added = Добавено
written-difference-removed = Премахнато
written-difference-moved = Преместено
written-difference-changed = Променено

desk-done-report-proposed = Докладът е съставен. Прочетете го част по част.
desk-done-report-saved = Записано.
desk-done-report-numbers-accepted = Числата са приети.
desk-done-report-part-removed = Частта е премахната.

# Какво е числото.
number-statistic-n = отговорили
number-statistic-population = хора в групата
number-statistic-planned = планирани отговори
number-statistic-rate = дял на отговорилите
number-statistic-questions = въпроси
number-statistic-online = отговорили онлайн
number-statistic-paper = отговорили на хартия
number-statistic-imported = внесени отговори
number-statistic-version = отговори на версията
number-statistic-shift = чувствителност към неотговорилите
number-statistic-mean = средно
number-statistic-mean-low = средно, долна граница
number-statistic-mean-high = средно, горна граница
number-statistic-median = медиана
number-statistic-lower-quartile = долен квартил
number-statistic-upper-quartile = горен квартил
number-statistic-top-share = дял на горните степени
number-statistic-top-low = дял на горните степени, долна граница
number-statistic-top-high = дял на горните степени, горна граница
number-statistic-top-interval = дял на горните степени, интервал
number-statistic-mentions = среден брой посочени
number-statistic-dont-know-share = дял на „Не мога да преценя“
number-statistic-unanswered-share = дял без отговор
number-statistic-quoted = цитирани отговори
number-statistic-share = дял
number-statistic-count = брой
number-statistic-low = долна граница
number-statistic-high = горна граница
number-statistic-interval = интервал
number-statistic-place = средно място
number-statistic-difference = разлика в пунктове
number-statistic-difference-low = разлика, долна граница
number-statistic-difference-high = разлика, горна граница

refusal-report-unknown-statistic = Ред { $line }, знак { $column }: в „{ $found }“ последната дума „{ $statistic }“ не е нещо, което може да се пита.
    .hint = Може би имахте предвид „{ $nearest }“.
refusal-report-no-such-audience = В „{ $found }“ няма такава група.
    .hint = { $nearest ->
        [none] Вижте „Числата, които могат да се ползват“.
       *[other] Може би имахте предвид „{ $nearest }“.
    }
refusal-report-no-such-question = В „{ $found }“ няма такъв въпрос.
    .hint = { $nearest ->
        [none] Вижте „Числата, които могат да се ползват“.
       *[other] Може би имахте предвид „{ $nearest }“.
    }
refusal-report-no-such-option = В „{ $found }“ няма такъв отговор на въпроса.
    .hint = { $nearest ->
        [none] Вижте „Числата, които могат да се ползват“.
       *[other] Може би имахте предвид „{ $nearest }“.
    }
refusal-report-no-such-number = „{ $found }“ не може да се каже за този въпрос.
    .hint = Вижте „Числата, които могат да се ползват“.
refusal-report-no-such-figure = Няма графика „{ $found }“.
    .hint = { $nearest ->
        [none] Изберете някоя от списъка.
       *[other] Може би имахте предвид „{ $nearest }“.
    }
refusal-report-empty-part = В тази част още няма нищо.
    .hint = Попълнете поне един ред.

# Публикуване.

written-publication = Публикуване
written-publication-lede = Публикуваното не се променя. Поправка се прави с нова версия, а старата остава на адреса си.
written-obstacles = Какво още липсва
written-to-plan = Попълнете го в плана
written-to-sheet = Напишете го в методическия лист
written-to-report = Към доклада
written-fill-method = Вземете липсващото от плана
written-fill-method-what = Ако сте попълнили плана, програмата ще добави редовете в методическия лист.
written-frozen = Какво ще бъде запазено
written-frozen-audience = { $n ->
    [one] { $name }: { $n } отговор и въпросникът, по който е даден
   *[other] { $name }: { $n } отговора и въпросникът, по който са дадени
}
written-frozen-engine = Версията на програмата, с която са сметнати числата: { $engine }
written-since-published = Какво се промени от последната публикувана версия
written-note = Какво е поправено
    .hint = Едно изречение, което стои до новата версия за всички.
written-publish = Публикувайте
written-versions = Публикувани версии
written-guidance = За автора:
written-row-tells = За какво е редът
written-topic-other = друго
written-topic-population = хората, за които се отнася
written-topic-entry = как са попаднали в проучването
written-topic-channels = канали
written-topic-dates = дати
written-topic-response = колко отговориха
written-topic-weighting = претегляне
written-topic-exclusions = кой не е обхванат
written-topic-limits = ограничения
written-topic-funding = кой плати
written-act-method-filled = Допълнен методически лист
desk-done-report-published = Докладът е публикуван.
desk-done-report-method = Методическият лист е допълнен.

written-version = Версия { $n } от { $day }
written-superseded = Тази версия е заменена от:
written-put-right = Какво е поправено:
written-files = Файлове на тази версия
written-file-html = Страница (HTML)
written-others = Други доклади по същото проучване:
written-other-report = { $kind } – { $party }

refusal-report-results-not-public = Резултатите от проучването още не са публични.
    .hint = Докладът може да се публикува, след като резултатите бъдат показани.
refusal-report-empty-section = Под „{ $title }“ няма нищо.
    .hint = Напишете текста или премахнете заглавието.
refusal-report-method-population = Методическият лист не казва кои са хората: { $name }.
refusal-report-method-entry = Методическият лист не казва как хората са попаднали в проучването: { $name }.
refusal-report-method-channels = Методическият лист не казва по какви канали са събрани отговорите: { $name }.
refusal-report-method-dates = Методическият лист не казва кога е проведено проучването.
refusal-report-method-response = Методическият лист не казва колко души отговориха: { $name }.
refusal-report-method-weighting = Методическият лист не казва дали отговорите са претеглени.
refusal-report-method-exclusions = Методическият лист не казва кой не е обхванат: { $name }.
refusal-report-method-limits = Методическият лист не казва какви са ограниченията.
refusal-report-method-funding = Методическият лист не казва кой е платил проучването.
refusal-report-nothing-new = Планът не казва нищо повече от методическия лист.
    .hint = Попълнете го в плана или напишете реда сами.

number-base-group = Само „{ $group }“, отговорили на въпроса; n = { $n }
refusal-report-not-counted = „{ $found }“: за отделни групи се броят само отговорите на въпроса за цялостната оценка.
    .hint = Вижте кои числа могат да се ползват при този въпрос.
