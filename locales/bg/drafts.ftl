# Въпросник, който се съставя на работното място.
drafts-title = Чернова на въпросник
drafts-new = Нов въпросник
drafts-new-version = Съставете нова версия
drafts-new-lede = Съставяте го тук, въпрос по въпрос. Докато не го публикувате, никой извън организацията Ви не го вижда.
drafts-from = С какво да започне?
drafts-from-empty = Празен въпросник
    .hint = Сами добавяте въпросите или ги избирате от готовите.
drafts-from-template = Готов въпросник: { $questions }. После го променяте както Ви трябва.
drafts-from-audience = Като въпросника за „{ $audience }“
drafts-from-file = От файл
    .hint = Изберете файла по-долу.
drafts-file = Файл с въпросник
    .hint = Само ако започвате от файл: .xlsx, .xls, .csv или .md във формат XLSForm.
drafts-begin = Започнете
drafts-row = { $title } – последна промяна { $at }
drafts-heading-study = Въпросници, които се съставят

drafts-status = Чернова
drafts-facts = { $questions } · { $languages }
drafts-saved = Запазено { $at } от { $who }
drafts-nav = Чернова на въпросника
drafts-preview = Преглед
drafts-about = Заглавие и езици
drafts-bank = Готови въпроси
drafts-history = Предишни състояния
drafts-workbook = Свалете .xlsx
drafts-markdown = Свалете .md
drafts-outline = Въпроси
drafts-empty = Още няма въпроси.
drafts-empty-hint = Напишете първия или изберете от готовите въпроси.
drafts-first-question = Напишете първия въпрос
drafts-add-page = Добавете страница
drafts-add-question = Добавете въпрос
drafts-add-question-alone = Добавете въпрос на отделна страница
drafts-add-group = Добавете група
drafts-add-row = Добавете ред
drafts-add-ready = Изберете готов въпрос
drafts-add-button = Добавете
drafts-no-words = Без текст
drafts-change = Променете
drafts-up = Нагоре
drafts-down = Надолу
drafts-move = Преместете
drafts-copy = Копирайте
drafts-remove = Изтрийте
drafts-more-options = { $n ->
        [one] и още { $n }
       *[other] и още { $n }
    }
drafts-note-required = задължителен
drafts-note-constraint = с ограничение
drafts-note-shuffled = в разбъркан ред
drafts-note-repeated = повторение { $round } от { $rounds }, променя се във файл
drafts-shown-if = Показва се само ако { $claims }.
drafts-claims-and = и
drafts-claims-or = или
drafts-claim-is = „{ $question }“ е „{ $value }“
drafts-claim-is-not = „{ $question }“ не е „{ $value }“
drafts-claim-at-least = „{ $question }“ е поне „{ $value }“
drafts-claim-at-most = „{ $question }“ е най-много „{ $value }“
drafts-claim-contains = „{ $question }“ съдържа „{ $value }“
drafts-claim-lacks = „{ $question }“ не съдържа „{ $value }“
drafts-claim-answered = „{ $question }“ има отговор
drafts-claim-unanswered = „{ $question }“ няма отговор

drafts-ready = Готов ли е за публикуване?
drafts-ready-yes = Нищо не липсва. Прегледайте го и го публикувайте.
drafts-ready-no = { $n ->
        [one] Остава да оправите { $n } нещо:
       *[other] Остава да оправите { $n } неща:
    }
drafts-publish = Публикувайте въпросника
drafts-publish-look = Прегледайте го докрай. Публикуваната версия не може да се променя: за поправка публикувайте нова.
drafts-publish-back = Върнете се към черновата
drafts-published-before = Тази група вече има въпросник. Новата версия важи за следващите отговори; дадените досега остават към своята версия.
drafts-options-of-question = отговорите на „{ $question }“

# Видове.
drafts-kind = Вид на въпроса
    .hint = След смяна на вида запазете, за да се покажат полетата за него.
drafts-kind-one = Един отговор
drafts-kind-many = Няколко отговора
drafts-kind-text = Кратък текст
drafts-kind-long-text = Дълъг текст
drafts-kind-integer = Цяло число
drafts-kind-decimal = Число с дробна част
drafts-kind-rating = Оценка по скала (0–10)
drafts-kind-ranking = Подреждане
drafts-kind-date = Дата
drafts-kind-time = Час
drafts-kind-email = Електронна поща
drafts-kind-telephone = Телефон
drafts-kind-point = Място на картата (координати)
drafts-kind-consent = Съгласие
drafts-kind-note = Текст без отговор
drafts-kind-calculated = Пресмята се от други отговори
drafts-kind-given = Идва с връзката
drafts-kind-page = Страница
drafts-kind-group = Група
drafts-kind-grid = Матрица: няколко реда с обща скала
drafts-kind-row = Ред

# Полета.
drafts-in-language = { $label } – { $language }
drafts-untranslated = липсва превод
drafts-label = Въпрос
drafts-heading = Заглавие
drafts-hint = Пояснение
    .hint = Показва се под въпроса. Може да остане празно.
drafts-options = Отговори
    .hint = По един на ред, от лошо към добро. Ред, който започва със звездичка (*), стои встрани и не влиза в средната оценка, например „* Не мога да преценя“.
drafts-rows = Редове на матрицата
    .hint = По един на ред.
drafts-scale-typed = Ще напиша отговорите сам(а)
drafts-option-rows = Отговори
    .hint = Подредете ги от лошо към добро. Изпразнете текста, за да махнете отговор. Стойността влиза в средната оценка.
drafts-option = Отговор
drafts-option-value = Стойност
drafts-option-standing = Особеност
drafts-option-code = Код
drafts-option-up = Нагоре: отговор { $n }
drafts-option-down = Надолу: отговор { $n }
drafts-standing-none = обикновен
drafts-standing-exclusive = избира се сам
drafts-standing-dont-know = „не знам“, извън оценката
drafts-standing-not-applicable = „не се отнася“, извън оценката
drafts-scale = Готова скала
    .hint = Избраната скала замества отговорите.
drafts-scale-own = Отговорите по-горе
drafts-scale-shared = От този въпросник
drafts-scale-ready = Скали, които общините ползват
drafts-options-of = Същите отговори ползват и: { $others }
drafts-options-of-everybody = Промяната важи за всички
drafts-options-of-it-alone = Само този въпрос получава свои отговори
drafts-other = С „Друго“ и поле за текст
drafts-look = Как се показват отговорите
drafts-look-list = Един под друг
drafts-look-row = Един до друг, когато има място
drafts-look-menu = В списък, който се отваря
drafts-look-settlements = Списък с населени места
drafts-ticks-least = Най-малко отговори
drafts-ticks-most = Най-много отговори
drafts-longest = Най-много знаци
drafts-least = Най-малка стойност
drafts-most = Най-голяма стойност
drafts-step = Стъпка
drafts-offered = Всяка стойност е отделно поле за избор
drafts-calculation = Пресмятане
    .hint = Например ${ "{" }times{ "}" } * 2. Отговор се назовава с кода на въпроса му.
drafts-answering = Отговаряне
drafts-required = Задължителен въпрос
    .hint = Само когато от отговора зависи следващият въпрос. Кажете защо.
drafts-required-message = Защо трябва да се отговори
drafts-required-if = Задължителен само при условие
    .hint = Израз, например ${ "{" }used{ "}" } = 'yes'.
drafts-constraint = Ограничение на отговора
    .hint = Израз, в който точката е самият отговор, например . <= ${ "{" }total{ "}" }.
drafts-constraint-message = Какво да се каже, когато не е спазено
drafts-logic = Кога се показва
drafts-condition = Показва се само ако
    .hint = Оставете празно, за да се показва на всички.
drafts-condition-first = Преди този въпрос няма друг, от който да зависи.
drafts-condition-lists = Избирам от списъци
drafts-condition-text = Пиша израз
drafts-condition-join = Трябва да е вярно
drafts-join-all = всичко изброено
drafts-join-any = поне едно от изброените
drafts-claim = Условие { $n }
drafts-claim-question = Въпрос
drafts-claim-test = Сравнение
drafts-claim-answer = Отговор
drafts-claim-number = или число
drafts-claim-none = –
drafts-test-is = е
drafts-test-is-not = не е
drafts-test-at-least = поне
drafts-test-at-most = най-много
drafts-test-contains = съдържа
drafts-test-lacks = не съдържа
drafts-test-answered = има отговор
drafts-test-unanswered = няма отговор
drafts-relevance = Израз
    .hint = Например ${ "{" }used{ "}" } = 'yes' and ${ "{" }times{ "}" } > 3.
drafts-further = Код, обработка, ограничения
drafts-code = Код
    .hint = С него въпросът се назовава в условия, файлове и сравнения. Букви, цифри, _, - и точка.
drafts-shuffled = В различен ред за всеки човек
drafts-filter = Кои отговори се предлагат
    .hint = Израз по свойство на отговора; обикновено остава празно.
drafts-dimension = Какво измерва
    .hint = Например „срочност“ или „отношение“.
drafts-profile = Въпрос за самия човек (пол, възраст, населено място)
drafts-mirror = Код в другите въпросници
    .hint = Когато същият въпрос там има друг код.
drafts-save = Запазете
drafts-save-stay = Запазете и останете
drafts-preview-item = Вижте го

drafts-handle = Хванете и преместете; със стрелките нагоре и надолу се мести с клавиатурата
drafts-saving = Запазва се …
drafts-saved-now = Запазено.
drafts-unsaved = Още не е запазено.

drafts-title-field = Заглавие
drafts-introduction = Думи преди първия въпрос
    .hint = Защо питате, какво ще стане с отговорите, колко време отнема.
drafts-thanks = Думи след последния въпрос
drafts-form-code = Код на въпросника
    .hint = Един и същ за всички негови версии.
drafts-version = Име на версията
    .hint = Може да остане празно.
drafts-languages = Езици
drafts-languages-what = Въпросникът се публикува, когато всичко е преведено на всички езици.
drafts-language = Език
drafts-language-other = или код на език
drafts-language-add = Добавете език
drafts-language-remove = Махнете, заедно с преводите

drafts-newer = { $who } запази промени, докато пишехте
drafts-newer-what = Вашият текст е във формуляра. Запазеното от другия е тук. Ако запазите още веднъж, остава Вашият текст.

drafts-move-title = Преместете
drafts-move-to = Къде
drafts-move-button = Преместете тук
drafts-place-before = пред „{ $item }“
drafts-place-last-in = в края на „{ $group }“
drafts-place-last = в края на въпросника

drafts-remove-title = Изтрийте
drafts-remove-holds = { $n ->
        [one] Изтрива се и { $n } въпрос в нея.
       *[other] Изтриват се и { $n } въпроса в нея.
    }
drafts-remove-needed = От него зависи и друго:
drafts-remove-mends = Тези условия и ограничения ще отпаднат, а в текстовете на негово място ще има многоточие.
drafts-remove-undo = Можете да върнете изтритото от „Предишни състояния“.
drafts-remove-button = Изтрийте
drafts-needed-relevance = кога се показва „{ $item }“
drafts-needed-requirement = кога е задължителен „{ $item }“
drafts-needed-constraint = ограничението на „{ $item }“
drafts-needed-filter = кои отговори предлага „{ $item }“
drafts-needed-calculation = пресмятането „{ $item }“
drafts-needed-words = текстът на „{ $item }“

drafts-bank-lede = Петдесет въпроса за административното обслужване и гражданското участие, със скалите, които общините ползват. Отбележете нужните и ги добавете наведнъж.
drafts-bank-search = Търсене
drafts-bank-subject = Тема
drafts-bank-all = Всички
drafts-bank-find = Намерете
drafts-bank-found = { $n ->
        [one] { $n } въпрос
       *[other] { $n } въпроса
    }
drafts-bank-none = Няма такъв въпрос.
drafts-bank-taken = вече е във въпросника
drafts-bank-where = Къде да се добавят
drafts-bank-insert = Добавете избраните

drafts-preview-lede = Така го вижда човек на телефон. Отговаряйте свободно: нищо не се запазва.
drafts-phone = Въпросникът на телефон
drafts-preview-begin = Започнете
drafts-preview-end = Край. Тук човек преглежда отговорите си и ги изпраща.
drafts-preview-edit = Променете това, което виждате
drafts-preview-again = Отначало

drafts-history-lede = Всяка промяна се пази. Върнете което и да е състояние; сегашното също остава в списъка.
drafts-history-back = Към предишните състояния
drafts-state = Какво е направено
drafts-state-when = Кога
drafts-state-who = Кой
drafts-state-newest = сега
drafts-restore = Върнете това състояние
drafts-remove-draft = Изтрийте черновата
drafts-remove-draft-why = Черновата се изтрива с всичките си състояния и не може да се върне. Публикуваните версии остават.
drafts-act-begun = Започната чернова
drafts-act-about-changed = Променени заглавие или думи
drafts-act-language-added = Добавен език: { $about }
drafts-act-language-removed = Махнат език: { $about }
drafts-act-item-added = Добавено: „{ $about }“
drafts-act-item-changed = Променено: „{ $about }“
drafts-act-item-moved = Преместено: „{ $about }“
drafts-act-item-copied = Копирано: „{ $about }“
drafts-act-item-removed = Изтрито: „{ $about }“
drafts-act-restored = Върнато състояние { $about }

desk-done-draft-saved = Запазено.
desk-done-draft-removed = Изтрито. Можете да го върнете от „Предишни състояния“.
desk-done-draft-inserted = Въпросите са добавени.
desk-done-draft-restored = Състоянието е върнато.
desk-done-draft-gone = Черновата е изтрита.

refusal-draft-not-ready = { $n ->
        [one] Въпросникът не може да се публикува: остава { $n } нещо за оправяне.
       *[other] Въпросникът не може да се публикува: остават { $n } неща за оправяне.
    }
    .hint = Вижте списъка „Готов ли е за публикуване?“.
refusal-draft-no-such-template = Такъв готов въпросник няма.
    .hint = Изберете друг от списъка.
refusal-draft-too-many = За тази група вече има { $most } чернови.
    .hint = Изтрийте някоя, която не Ви трябва.
refusal-draft-unknown-kind = Видът на въпроса не е избран.
    .hint = Изберете го от списъка.

refusal-edit-no-such-item = „{ $code }“ вече го няма във въпросника.
    .hint = Копирайте написаното и го добавете отново.
refusal-edit-no-such-scale = Такава скала няма: „{ $code }“.
    .hint = Изберете друга от списъка.
refusal-edit-bad-code = „{ $given }“ не може да бъде код.
    .hint = Започнете с буква; после букви, цифри, _, - или точка, до 64 знака.
refusal-edit-code-taken = Кодът „{ $code }“ вече се ползва.
    .hint = Изберете друг код.
refusal-edit-not-there = „{ $code }“ не може да стои в „{ $group }“.
    .hint = В матрица стоят само въпроси с един отговор и същата скала, а страница не стои в страница.
refusal-edit-at-the-edge = По-нататък няма къде да се премести.
    .hint = Ползвайте „Преместете“, за да изберете друга страница.
refusal-edit-too-deep = Групите една в друга станаха повече от { $max }.
    .hint = Преместете го по-навън.
refusal-edit-too-many-questions = Въпросникът може да има най-много { $max } въпроса.
    .hint = Разделете го на два.
refusal-edit-too-many-options = Отговорите могат да бъдат най-много { $max }.
    .hint = Махнете част от тях.
refusal-edit-too-many-languages = Езиците могат да бъдат най-много { $max }.
    .hint = Махнете някой, преди да добавите друг.
refusal-edit-too-few-options = Отговорите трябва да бъдат поне { $least }.
    .hint = Добавете още един.
refusal-edit-repeated-option = Два отговора имат код „{ $code }“.
    .hint = Дайте на единия друг код или оставете полето празно.
refusal-edit-bad-option = „{ $given }“ не може да бъде код или стойност на отговор.
    .hint = Кодът е без интервали, стойността е число.
refusal-edit-option-without-words = Отговорът „{ $code }“ няма текст на български.
    .hint = Напишете го или изпразнете целия ред.
refusal-edit-language-known = Въпросникът вече е на този език.
    .hint = Изберете друг.
refusal-edit-unknown-language = „{ $given }“ не е код на език.
    .hint = Напишете две или три латински букви, например tr или rom.
refusal-edit-bulgarian-stays = Българският остава.
    .hint = Махнете друг език.
refusal-edit-repeated = „{ $code }“ се пита няколко пъти и тук не се променя.
    .hint = Свалете въпросника като .xlsx, променете го и започнете чернова от файла.
refusal-edit-needed = От него зависи и друго: { $by }.
    .hint = Отворете „Изтрийте“, за да видите какво ще отпадне.
refusal-edit-needed-by-calculation = От него зависи пресмятането „{ $code }“.
    .hint = Първо променете или изтрийте пресмятането.
refusal-edit-bad-bounds = Границите не са възможни.
    .hint = Най-малката стойност е до най-голямата, стъпката е над нула, а полетата за избор са до 21.
refusal-edit-no-words = Въпросът няма текст на български.
    .hint = Напишете какво питате.

refusal-condition-unknown-question = В условието е посочен въпрос, който го няма: „{ $name }“.
    .hint = Изберете друг въпрос.
refusal-condition-test-unfit = „{ $name }“ не може да се сравнява така.
    .hint = „Съдържа“ е за няколко отговора, „поне“ – за числа и подредени скали.
refusal-condition-no-value = Условието за „{ $name }“ е без отговор.
    .hint = Изберете отговор от списъка или напишете число.
refusal-condition-no-such-option = „{ $option }“ не е отговор на „{ $name }“.
    .hint = Изберете отговор под името на същия въпрос.
refusal-condition-not-a-number = „{ $given }“ не е число.
    .hint = За „{ $name }“ напишете число.
refusal-condition-too-long = Условието е твърде дълго.
    .hint = Махнете част от редовете.

refusal-lack-no-title = Въпросникът няма заглавие.
    .hint = Напишете го в „Заглавие и езици“.
refusal-lack-no-questions = Няма нито един въпрос за отговаряне.
    .hint = Добавете въпрос.
refusal-lack-no-words = Липсва текст на български.
    .hint = Напишете го.
refusal-lack-untranslated = Липсва превод ({ $language }).
    .hint = Преведете го или махнете езика.
refusal-lack-empty = Няма нищо вътре.
    .hint = Добавете въпрос или изтрийте.
refusal-lack-too-few-options = Отговорите са по-малко от два.
    .hint = Добавете отговори.
refusal-lack-unlike-rows = Редовете нямат обща скала.
    .hint = Оставете само въпроси с един отговор и същата скала.
refusal-lack-unknown-name = Посочен е въпрос, който го няма: „{ $name }“.
    .hint = Поправете условието или текста.
refusal-lack-later-name = „{ $name }“ се пита едва по-късно.
    .hint = Преместете въпроса по-напред или махнете условието.
refusal-lack-own-name = Въпросът зависи от самия себе си.
    .hint = Поправете условието.
refusal-lack-within-repeat = „{ $name }“ се пита няколко пъти и не е ясно за кой път става дума.
    .hint = Махнете го от условието.
refusal-lack-name-not-allowed = Тук не може да стои отговор („{ $name }“).
    .hint = Махнете го от текста.
refusal-lack-itself = Точката означава самия отговор и стои само в ограничение.
    .hint = Напишете кода на въпроса.
