# Думите на работното място: вход, преброяване на отговорите, карти от кутия, файлове, публикации.

desk-tab-publications = Публикации
desk-tab-journal = Дневник
desk-tab-people = Хора
desk-tab-upkeep = Поддръжка
desk-tab-account = Моят вход

# Вход.
desk-sign-in-title = Вход за служители
desk-sign-in-lede = За хората, които водят проучванията и пишат публикациите. За да попълните въпросник, вход не е нужен.
desk-sign-in-account = Име за вход
desk-sign-in-password = Парола
desk-sign-in-button = Влезте
desk-sign-in-forgotten = Забравили сте паролата си? Администраторът ще Ви даде нова връзка за вход.
desk-sign-out = Излезте
desk-sign-out-everywhere = Излезте навсякъде

desk-setup-title = Изберете парола
desk-setup-lede = Връзката е за Вас и работи само веднъж. Ще влизате с името „{ $account }“ и паролата, която изберете тук.
desk-setup-rules = Каква да е паролата
desk-setup-rule-length = Поне { $shortest } знака. Интервалите също се броят.
desk-setup-rule-words = Няколко думи, които не се срещат заедно, се помнят лесно и се отгатват трудно. Главни букви, цифри и знаци не са задължителни.
desk-setup-rule-common = Пароли, които много хора използват, дати и поредици като „абвгд“ или „12345“ не се приемат.
desk-setup-rule-name = Не повтаряйте името за вход и не използвайте парола от друг сайт.
desk-setup-password = Парола
desk-setup-again = Същата парола още веднъж
desk-setup-button = Запазете паролата и влезте

desk-account-title = Моят вход
desk-account-lede = Влизате с името „{ $account }“.
desk-account-sessions = Къде сте влезли
desk-account-sessions-why = Ако не познавате някой вход, излезте от него и сменете паролата си. Адрес и място не се пазят.
desk-account-begun = Кога влязохте
desk-account-seen = Последно действие
desk-account-ends = Изтича
desk-account-which = Браузър
desk-account-this = този браузър
desk-account-other = друг браузър
desk-account-end = Излезте
desk-account-end-which = от { $browser }, вход от { $begun }
desk-sign-out-elsewhere = Излезте от всички други браузъри

desk-confirmation-title = Потвърдете, че сте Вие
desk-confirmation-lede = Следващата стъпка може да промени кой какво може тук, затова покажете още веднъж, че сте Вие. Потвърждението важи десет минути.
desk-confirmation-button = Потвърдете
desk-confirmation-back = Назад

desk-password-title = Смяна на паролата
desk-password-lede = След смяната излизате от всички други браузъри.
desk-password-button = Сменете паролата

desk-step-title = Втора стъпка
desk-step-lede = Паролата е вярна. Сега е нужен кодът от телефона Ви.
desk-step-code = Код
desk-step-hint = Шестте цифри от приложението или един от резервните кодове.
desk-step-lost = Нямате нито телефона, нито кодовете? Администраторът може да премахне втората стъпка.

desk-second-factor-title = Вход в две стъпки
desk-second-factor-lede = След паролата въвеждате и код от телефона си. Само с паролата Ви никой друг не може да влезе.
desk-second-factor-how = Нужно е приложение за кодове, например Aegis, FreeOTP или Google Authenticator. То работи и без интернет.
desk-second-factor-asleep = Тези роли изискват вход в две стъпки. Дотогава не може да ги използвате:
desk-second-factor-add = Включете входа в две стъпки
desk-second-factor-new = Включване на входа в две стъпки
desk-second-factor-scan = 1. Добавете сайта в приложението
desk-second-factor-scan-how = Отворете приложението за кодове и снимайте с него квадрата.
desk-second-factor-qr = Квадратен код за снимане. Същото стои отдолу като текст.
desk-second-factor-type = Ако не може да снимате, въведете този ключ в приложението:
desk-second-factor-show = 2. Напишете кода, който се показва
desk-second-factor-code = Шестте цифри
desk-second-factor-save = Включете
desk-second-factor-since = Включен от
desk-second-factor-replace = Друг телефон
desk-second-factor-replace-why = При смяна на телефона добавете новия тук. Старият и всички резервни кодове спират да важат.
desk-second-factor-remove = Изключете входа в две стъпки
desk-second-factor-remove-why = След това за вход е достатъчна само паролата.

desk-recovery-codes-title = Резервни кодове
desk-recovery-codes-lede = С тях влизате, ако телефонът Ви се изгуби или повреди. Всеки код важи веднъж.
desk-recovery-codes-once = Показват се само сега. Разпечатайте ги или ги препишете и ги пазете далеч от телефона.
desk-recovery-codes-kept = Запазих ги
desk-recovery-codes-left = { $n ->
    [0] не остана нито един
    [one] остава { $n }
   *[other] остават { $n }
}
desk-recovery-codes-few = Резервните кодове свършват. Вземете нови.
desk-recovery-codes-renew = Нови резервни кодове
desk-recovery-codes-renew-why = С новите кодове старите спират да важат.
desk-person-second-factor-take = Премахнете входа в две стъпки
desk-person-second-factor-why = За човек, който е изгубил и телефона, и резервните кодове. Уверете се лично, че е той.
desk-waiting-second-factor = Включете входа в две стъпки
desk-waiting-second-factor-why = Администраторът решава кой какво може. Само парола не е достатъчна защита.

# Начало.
desk-title = Работно място
desk-waiting = Чака Ви
desk-nothing-waits = В момента нищо не чака.
desk-projects = Проекти и проучвания
desk-no-projects = Още няма проект, в който участва Вашата организация.
desk-no-projects-hint = Когато администраторът създаде проект с Вашата организация, той ще се появи тук и ще можете да планирате проучване.
desk-no-studies = В този проект още няма проучване.
desk-to-publications = Публикации на Вашата организация
desk-waiting-open-answers = { $n ->
    [one] { $n } свободен отговор чака да бъде прочетен
   *[other] { $n } свободни отговора чакат да бъдат прочетени
}
desk-waiting-many-open-answers = Над { $n } свободни отговора чакат да бъдат прочетени
desk-waiting-cards = { $n ->
    [one] { $n } карта още не е въведена
   *[other] { $n } карти още не са въведени
}
desk-waiting-draft = Чернова на публикация
desk-waiting-version = Поправка на публикация, която още не е показана
desk-answers-of-plan = { $n ->
    [one] { $n } отговор от планирани { $plan }
   *[other] { $n } отговора от планирани { $plan }
}
desk-stage-not-yet-open = Започва на { $day }
desk-stage-open = Приема отговори до { $day }
desk-stage-closed = Приключи на { $day }

desk-done-set-up = Паролата е запазена и Вие сте влезли.
desk-done-confirmed = Потвърдихте, че сте Вие. Направете стъпката още веднъж.
desk-done-language-chosen = Езикът е запазен.
desk-account-language = Език
desk-account-language-why = На кой език да идват писмата за Вашия вход и да се отваря работното място
desk-account-language-choose = Запазете езика
desk-done-session-ended = Излязохте от другия браузър.
desk-done-signed-out-elsewhere = Излязохте от всички други браузъри.
desk-done-password-changed = Паролата е сменена. Излязохте от всички други браузъри.
desk-done-second-factor-removed = Входът в две стъпки е изключен. Влизате само с парола.
desk-done-second-factor-taken = Входът в две стъпки е премахнат.
desk-done-questionnaire = Въпросникът е приет. Оттук нататък хората отговарят на него.
desk-done-answers = Отговорите от файла са добавени.
desk-done-card = Картата е записана.
desk-done-card-before = Тази карта вече беше записана и не е броена втори път.
desk-done-invalid-card = Картата е отбелязана като невалидна.
desk-done-box = Протоколът е записан. Може да въвеждате карти.
desk-done-protocol = Протоколът е поправен.
desk-done-kept = Отговорът ще бъде показан дословно.
desk-done-redacted = Отговорът ще бъде показан в новия вид.
desk-done-withheld = Отговорът няма да бъде показван.
desk-done-saved = Промените са запазени. Читателите още не ги виждат.
desk-done-published = Публикувано е. Всички могат да го прочетат.
desk-done-attached = Файлът е приложен.
desk-done-detached = Файлът е махнат от тази версия.

# Проучване.
desk-study-results = Резултати
desk-study-report = Прегледайте доклада
desk-study-public-address = Адрес за отговаряне:
desk-study-no-questionnaire = Още няма въпросник за тази група.
desk-study-import-questionnaire = Внесете въпросник
desk-study-new-version = Внесете нова версия на въпросника
desk-study-open-box = Въведете карти от кутия
desk-study-import-answers = Внесете отговори от файл
desk-answer-files-title = Файлове към отговорите
desk-answer-files-count = { $n ->
        [one] { $n } файл
       *[other] { $n } файла
    }
desk-answer-files-more = Показани са първите { $n }.
desk-answer-files-none = Никой още не е изпратил файл.
desk-answer-files-care = Файловете са такива, каквито са изпратени: на снимките е оставено само видимото, но в документите може да има имена. Не ги пращайте нататък и не ги публикувайте. Името на всеки е въпросът и знакът му; със същия знак е в таблицата с отговорите.
desk-study-answer-files = Файлове към отговорите ({ $n })
desk-sheet-files = Приложеното на хартия не се въвежда тук. Пазете го заедно с листа.
desk-study-open-answers = Прочетете свободните отговори
desk-study-boxes = Отворени кутии
desk-study-files = Внесени файлове
desk-study-versions = Версии на въпросника
desk-version-current = текуща
desk-version-row = „{ $code }“, приета на { $at }
desk-box-row = { $cards ->
    [one] Кутия от { $day }, { $cards } карта
   *[other] Кутия от { $day }, { $cards } карти
}
desk-box-finished = въведена
desk-box-left = { $n ->
    [one] остава { $n } карта
   *[other] остават { $n } карти
}
desk-file-row = { $n ->
    [one] „{ $name }“ от { $day }: приет { $n } отговор, отхвърлени редове: { $rejected }
   *[other] „{ $name }“ от { $day }: приети { $n } отговора, отхвърлени редове: { $rejected }
}
desk-mode-online = По интернет
desk-mode-paper = На хартия
desk-mode-imported = От файл
desk-mode-all = Общо
desk-mode-row-spoken = { $mode }: { $answered } от { $planned }
desk-collection-census = Питаме всички и почти всички отговарят.
desk-collection-probability = Случайна извадка.
desk-collection-everyone-invited = Поканили сме всички, отговарят желаещите.
desk-collection-self-selected = Открито проучване: участва всеки, който пожелае.
desk-prospect-drawn = При { $n } отговора точността е до ±{ $margin } пункта. Между две такива проучвания се забелязва промяна от поне { $change } пункта.
desk-prospect-invited = При { $n } отговора точността е до ±{ $margin } пункта, стига отговорилите да не се различават от останалите. Между две такива проучвания се забелязва промяна от поне { $change } пункта.
desk-prospect-self-selected = { $n } отговора по желание не показват колко точен е резултатът за всички: повече отговори не поправят това.
desk-prospect-census = Питат се всички, затова няма грешка на извадката. Остава въпросът кой не е отговорил.
desk-prospect-few = { $n } отговора се четат като брой, а не като проценти.
desk-plan-caption = Отговори спрямо плана
desk-plan-mode = Начин на попълване
desk-plan-answered = Отговори
desk-plan-planned = По план
desk-plan-share = Изпълнение
desk-plan-bar = Графика

# Отхвърлените редове като таблица.
desk-rejected-row = Ред
desk-rejected-column = Колона
desk-rejected-reason = Причина
desk-rejected-hint = Какво да направите

# Въпросник.
desk-language-bg = български
desk-language-en = английски
desk-questionnaire-title = Внесете въпросник
desk-questionnaire-file = Файл с въпросника
desk-questionnaire-file-hint = Въпросник във формат XLSForm, анкета от LimeSurvey или таблица с отговори от Google Forms и Microsoft Forms. Първо ще видите какво има във файла и чак тогава ще го приемете.
desk-questionnaire-check = Проверете файла
desk-questionnaire-replaces = Тази група вече има въпросник. Новата версия важи за следващите отговори; дадените досега остават към своята версия.
desk-questionnaire-facts = „{ $code }“ · { $questions } · { $languages }
desk-questionnaire-untranslated = Въпросникът не може да бъде приет: липсват преводи.
desk-questionnaire-untranslated-do = По-долу е посочено къде. Преведете всичко или махнете този език и внесете файла отново. Може и да започнете чернова от него и да преведете тук.
desk-questionnaire-not-yet = Въпросникът още не е приет.
desk-questionnaire-look = Прегледайте го докрай. Приетата версия не може да се променя: за поправка внесете нов файл.
desk-questionnaire-answered = { $n ->
    [one] Вече има { $n } отговор към предишната версия. Той остава и се брои там, където въпросите съвпадат.
   *[other] Вече има { $n } отговора към предишната версия. Те остават и се броят там, където въпросите съвпадат.
}
desk-questionnaire-warnings = Какво няма да се пренесе
desk-questionnaire-as-seen = Както ще го виждат хората
desk-questionnaire-adopt = Приемете въпросника
desk-questionnaire-as-draft = Започнете чернова от него
desk-questionnaire-again = Изберете друг файл
desk-sheet-question = Въпрос
desk-sheet-required = задължителен
desk-sheet-condition = Показва се само ако: { $expression }
desk-problems = { $n ->
    [one] Файлът има { $n } грешка. Нищо не е внесено.
   *[other] Файлът има { $n } грешки. Нищо не е внесено.
}
desk-problem-place = Къде
desk-problem-what = Какво
desk-problem-do = Какво да направите

# Кутия с карти.
desk-box-new = Нова кутия с карти
desk-box-lede = Препишете протокола на комисията, която е отворила кутията. След това въвеждате картите една по една.
desk-box-title = Протокол за отворена кутия
desk-box-opened-by = Кой отвори кутията
desk-box-opened-by-hint = Имената, както са в протокола.
desk-box-opened-on = Кога
desk-box-opened-on-hint = Ден, месец и година, например 27.07.2023.
desk-box-cards = Карти в кутията
desk-box-cards-hint = Всички, заедно с невалидните.
desk-box-invalid = Невалидни карти
desk-box-invalid-hint = Празни, скъсани, зачеркнати. Ако при въвеждането намерите още, ще ги отбележите тогава.
desk-box-note = Бележка
desk-box-note-hint = Състояние на печата, липси, каквото комисията е записала. Без имена на отговарящи.
desk-box-open = Запишете протокола и въвеждайте
desk-box-save = Запишете поправките
desk-box-correct = Поправете протокола
desk-box-count = Карти
desk-box-entered = Въведени
desk-box-left-over = Разлика
desk-box-agrees = Въведените и невалидните карти са точно колкото картите в кутията.
desk-box-differs = { $n ->
    [one] { $n } карта още не е нито въведена, нито отбелязана като невалидна.
   *[other] { $n } карти още не са нито въведени, нито отбелязани като невалидни.
}
desk-box-go-on = Въвеждайте карти
desk-box-signatures = Подписи на комисията:

desk-card-error = Въпрос { $n }: { $sentence }
desk-card-title = Въведете карта
desk-card-counter = Карта { $n } от { $all }
desk-card-help = Как се въвежда
desk-card-help-keys = Пишете числото пред избрания отговор. При няколко отговора напишете числата с интервал между тях, например 1 3. С Tab или Enter отивате на следващото поле, а с Enter в последното поле записвате картата.
desk-card-help-copy = Преписвайте точно. Празен въпрос остава празен. Ако на въпрос с един отговор са отбелязани два, напишете и двата – ще се брои като невалиден отговор на този въпрос.
desk-card-several = няколко, с интервал
desk-card-number = число
desk-card-date = дд.мм.гггг
desk-card-time = чч:мм
desk-card-consent = „да“, ако полето е отбелязано
desk-card-ranking = всички, от първото място към последното
desk-card-other = Друго, с думи
desk-card-save = Запишете и въведете следващата
desk-card-save-last = Запишете последната карта
desk-card-invalid = Отбележете картата като невалидна
desk-card-invalid-why = Ако картата е празна или не може да се прочете, отбележете я като невалидна. Написаното горе няма да се запише.

refusal-nobody-opened = Не е записано кой е отворил кутията.
    .hint = Препишете имената от протокола.
refusal-day-unreadable = „{ $given }“ не е дата.
    .hint = Напишете ден, месец и година, например 27.07.2023.
refusal-day-to-come = Този ден още не е дошъл.
    .hint = Проверете датата в протокола.
refusal-day-before-fieldwork = Тогава проучването още не беше започнало.
    .hint = Изберете { $first } или по-късен ден.
refusal-number-unreadable = „{ $given }“ не е брой.
    .hint = Напишете цяло число с цифри, например 56.
refusal-no-cards = В кутията няма карти.
    .hint = Напишете колко карти е преброила комисията.
refusal-too-many-cards = Твърде много карти за една кутия.
    .hint = Най-много { $most }. Ако наистина са повече, запишете ги като няколко кутии.
refusal-more-invalid-than-cards = Невалидните карти са повече от всички.
    .hint = Може да са най-много { $cards }.
refusal-fewer-cards-than-done = Вече са въведени или отбелязани като невалидни общо { $done }.
    .hint = Напишете брой, който не е по-малък.
refusal-card-empty = Нищо не е въведено.
    .hint = Ако картата е празна, отбележете я като невалидна.
refusal-no-card-left = Всички карти от протокола вече са въведени.
    .hint = Ако в кутията има още, поправете броя в протокола.
refusal-no-questionnaire = Тази група още няма въпросник.
    .hint = Първо внесете въпросник.
refusal-questionnaire-changed = Междувременно е приета нова версия на въпросника.
    .hint = Отворете страницата наново и въведете картата по новата версия, ако въпросите на картата са същите.
refusal-file-taken-before = Този файл вече е внесен.
    .hint = Отговорите от него са в проучването и не се добавят втори път.
refusal-nothing-to-take-in = Във файла няма ред, който може да се приеме.
    .hint = Поправете отбелязаните редове и опитайте пак.
refusal-file-missing = Не е избран файл.
    .hint = Изберете файл от компютъра си.
refusal-questionnaire-untranslated = В „{ $code }“ липсва превод на { $language ->
    [en] английски
   *[other] език „{ $language }“
}.
    .hint = Преведете всичко или махнете този език от файла.
refusal-redacted-empty = Няма какво да се покаже.
    .hint = Напишете отговора без личните данни или изберете да не се показва.

# Отговори от файл.
desk-answers-title = Внесете отговори от файл
desk-answers-lede = За отговори, които сте събрали преди или извън сайта. Първо ще видите колко реда се приемат и кои не.
desk-answers-file = Файл с отговорите
desk-answers-file-hint = CSV или Excel (.xlsx): на първия ред кодовете или текстовете на въпросите, на всеки следващ – отговорите на един човек. Без имена и адреси.
desk-answers-check = Проверете файла
desk-answers-columns = Кодове на въпросите
desk-answers-columns-hint = Колоните може да са в произволен ред и с други заглавия: след качването ще посочите какво значи всяка. При няколко отговора пишете кодовете в една клетка, с интервал между тях. Може да има и колони day и mode.
desk-answers-accepted = { $n ->
    [one] { $n } отговор може да бъде приет
   *[other] { $n } отговора могат да бъдат приети
}
desk-answers-rejected = { $n ->
    [0] няма отхвърлени редове
    [one] { $n } отхвърлен ред
   *[other] { $n } отхвърлени реда
}
desk-answers-reading = Прочетен като { $encoding }, с разделител { $separator }
desk-answers-tab = табулация
desk-answers-more = И още { $n }. Всички са в таблицата за сваляне.
desk-answers-taken-before = Този файл е внесен на { $day } и не се добавя втори път.
desk-answers-not-yet = Още нищо не е добавено. Отхвърлените редове няма да влязат; може да ги поправите във файла и да го изберете отново.
desk-answers-take = Добавете отговорите
desk-answers-again = Изберете друг файл
desk-answers-download = Свалете отхвърлените редове (CSV)

# Свободни отговори.
desk-open-title = Свободни отговори
desk-open-left = { $n ->
    [0] Няма непрочетени
    [one] { $n } непрочетен
   *[other] { $n } непрочетени
}
desk-open-left-many = Над { $n } непрочетени
desk-open-found = Намерено:
desk-open-look = Може ли по този отговор да се познае кой го е написал или за кого става дума?
desk-open-keep = Покажете го дословно
desk-open-withhold = Не го показвайте
desk-open-words = Отговорът без личните данни
desk-open-words-hint = Махнете имена, телефони, адреси, длъжности. Не променяйте мисълта.
desk-open-redact = Покажете го в този вид
desk-open-skip = Оставете го за после
desk-open-none = Всички свободни отговори на тази група са прочетени.
desk-open-back = Към проучването
desk-finding-personal-number = ЕГН
desk-finding-telephone = телефон
desk-finding-email = електронен адрес
desk-redacted-personal-number = [ЕГН]
desk-redacted-telephone = [телефон]
desk-redacted-email = [електронен адрес]

# Публикации.
desk-publications-title = Публикации
desk-publications-new = Нова публикация
desk-publications-none = Вашата организация още не е публикувала нищо по този проект.
desk-status-draft = чернова
desk-status-public = публикувана
desk-status-revised = публикувана е версия { $public }, поправката чака
desk-kind-news = Новина
desk-kind-report = Доклад
desk-kind-analysis = Анализ
desk-kind-methodology = Методика
desk-kind-call = Покана
desk-kind-correction = Поправка
desk-publication-public = Как я виждат всички
desk-publication-preview = Преглед
desk-publication-save = Запазете
desk-publication-save-preview = Запазете и прегледайте
desk-publication-save-publish = Запазете и публикувайте
desk-publication-version = Версия { $n } от { $day }
desk-field-title = Заглавие
desk-field-title-en = Заглавие на английски
desk-field-summary = Накратко
desk-field-summary-hint = Едно-две изречения, които се виждат в списъците.
desk-field-summary-en = Накратко на английски
desk-field-body = Текст
desk-field-body-hint = Абзаците се разделят с празен ред.
desk-field-body-en = Текст на английски
desk-field-english = На английски
desk-field-kind = Вид
desk-field-slug = Край на адреса
desk-field-slug-hint = Малки латински букви, цифри и тирета. Ако го оставите празен, ще се направи от заглавието.
desk-markdown-help = Как се пишат подзаглавия, списъци и връзки
desk-markdown-type = Пишете
desk-markdown-get = Излиза
desk-markdown-heading = Подзаглавие
desk-markdown-strong = важно
desk-markdown-emphasis = наклонено
desk-markdown-item = ред от списък
desk-markdown-link = думи
desk-markdown-link-get = връзка с тези думи
desk-markdown-paragraph = Всичко друго излиза така, както е написано.
desk-files = Файлове
desk-file-remove = махнете от тази версия
desk-file-add = Приложете файл
desk-file-add-hint = PDF, DOCX, XLSX, ODT, ODS, CSV, TXT, PNG, JPEG или WebP, до 20 MB. От изображенията махаме скритото: място, апарат, час. При документите проверете дали в свойствата на файла няма лични данни.
desk-file-title = Име на файла за читателите
desk-file-title-hint = Например „Доклад от проучването“. Ако го оставите празно, ще се използва името на файла.
desk-kilobytes = { $n } kB
desk-original = Оригиналът е на:
desk-versions = Версии
desk-version-public = публикувана
desk-version-draft = непубликувана
desk-preview-title = Преглед на публикация
desk-preview-notice = Така ще изглежда публикацията. Читателите виждат само публикуваната версия.
desk-preview-back = Назад към текста
desk-done-nothing-new = Всичко вече е публикувано.

refusal-nothing-new = Тази версия вече е публикувана.
    .hint = Променете текста и публикувайте отново.
refusal-file-kind-refused = Файлът „{ $name }“ не може да бъде приложен.
    .hint = Приемат се PDF, DOCX, XLSX, ODT, ODS, CSV, TXT, PNG, JPEG и WebP без макроси. Ако само окончанието на името е сменено, запишете файла наново в един от тези формати.
refusal-file-too-large = Файлът е по-голям от { $most } MB.
    .hint = Намалете изображенията в него или го разделете на няколко файла.
refusal-file-empty = Файлът е празен.
    .hint = Изберете го още веднъж.
refusal-too-many-files = Файловете са твърде много.
    .hint = Към една публикация се прилагат най-много { $most }.

# Дневник.
desk-journal-title = Дневник
desk-journal-lede = Какво е направено на работното място, от кого и кога. За отговарящите тук не се пише нищо.
desk-journal-at = Кога
desk-journal-by = Кой
desk-journal-what = Какво
desk-journal-facts = Подробности
desk-journal-older = По-стари
desk-act-by-itself = програмата
desk-act-answers-imported = Внесени отговори от файл
desk-act-box-opened = Записан протокол за кутия
desk-act-box-corrected = Поправен протокол за кутия
desk-act-box-invalid-card = Отбелязана невалидна карта
desk-act-instance-backed-up = Направен архив
desk-act-instance-restored = Възстановено от архив
desk-act-instance-upgraded = Надградена база данни
desk-act-open-answer-kept = Свободен отговор: показва се дословно
desk-act-open-answer-redacted = Свободен отговор: показва се без лични данни
desk-act-open-answer-withheld = Свободен отговор: не се показва
desk-act-person-password-set = Избрана парола
desk-act-person-setup-link-issued = Издадена връзка за парола
desk-act-person-password-changed = Сменена парола
desk-act-person-second-factor-added = Включен вход в две стъпки
desk-act-person-second-factor-removed = Изключен вход в две стъпки
desk-act-person-second-factor-taken-away = Премахнат вход в две стъпки от администратор
desk-act-person-recovery-codes-renewed = Нови резервни кодове
desk-act-person-recovery-code-used = Вход с резервен код
desk-act-person-session-ended = Изход от друг браузър
desk-act-person-signed-out-elsewhere = Изход от всички други браузъри
desk-act-person-signed-in = Вход
desk-act-person-signed-out-everywhere = Изход навсякъде
desk-act-project-created = Създаден проект
desk-act-publication-drafted = Записана чернова на публикация
desk-act-publication-published = Публикувана версия на публикация
desk-act-questionnaire-adopted = Приет въпросник
desk-act-study-created = Създадено проучване
desk-fact-slug = адрес
desk-fact-code = код
desk-fact-version = версия
desk-fact-file = файл
desk-fact-accepted = приети
desk-fact-rejected = отхвърлени
desk-fact-question = въпрос
desk-fact-cards = карти
desk-fact-invalid = невалидни
desk-fact-cards-before = карти преди
desk-fact-invalid-before = невалидни преди

# Хора и права.
desk-people-title = Хора
desk-people-lede = Кой може да влиза и какво може за своята организация. Отворете името, за да дадете или отнемете роля или да издадете нова покана, или за да спрете достъпа.
desk-people-name = Име
desk-people-roles = Роля
desk-people-status = Достъп
desk-people-ready = може да влиза
desk-people-waits = още няма парола
desk-people-new-link = Нова покана

desk-report-title = Преглед на доклада
desk-report-notice = Това е докладът с отговорите до този момент. Не го разпространявайте, преди резултатите да са публични.

desk-upkeep-title = Поддръжка
desk-upkeep-lede = Какво върши програмата сама, кога и успява ли. Щом нещо не успее, тя опитва отново след все по-дълги паузи; пълният запис е в дневника на сървъра.
desk-upkeep-lede-whole = Как е инсталацията: какво иска внимание, колко място заема и какво върши програмата сама. Същото казва „glas doctor“ на сървъра.
desk-upkeep-health = Състояние
desk-upkeep-well = Нищо не иска внимание.
desk-upkeep-fine = Какво е проверено и е наред
desk-upkeep-figures = В числа
desk-upkeep-duties = Какво върши програмата сама
desk-upkeep-figure-version = Версия на програмата
desk-upkeep-figure-database = База данни и схема
desk-upkeep-figure-size = Големина на базата данни
desk-upkeep-figure-files = Файлове
desk-upkeep-figure-tenants = Организации
desk-upkeep-figure-responses = Приети отговори
desk-upkeep-figure-drafts = Започнати и неизпратени въпросници
desk-upkeep-figure-sessions = Отворени входове
desk-upkeep-figure-queue = Записи, които чакат
desk-upkeep-figure-letters-waiting = Писма, които чакат
desk-upkeep-figure-letters-failed = Недоставени писма
desk-upkeep-figure-journal = Записи в дневника
desk-upkeep-what = Задача
desk-upkeep-done = Последно изпълнена
desk-upkeep-next = Следващ път
desk-upkeep-state = Състояние
desk-upkeep-never = още не
desk-upkeep-ok = върви
desk-upkeep-fails = { $n ->
    [one] не успя { $n } път
   *[other] не успя { $n } пъти
}
desk-upkeep-waits = чака
desk-upkeep-none = Програмата още не е започнала работата си. Погледнете пак след минута.
desk-duty-count-answers = Преброяване на новите отговори
desk-duty-settle-days = Подреждане на отговорите от минали дни
desk-duty-forget-removed = Изчистване на изтритото от файловете
desk-duty-sign-journal = Подписване на върха на дневника
desk-duty-remove-drafts = Изтриване на изтекли чернови
desk-duty-remove-sessions = Изтриване на изтекли входове
desk-duty-remove-failed-sign-ins = Изтриване на стари неуспешни опити за вход
desk-duty-forget-letters = Изчистване на адресите от стари писма

desk-study-quotas = Ограничения по отговор
desk-quotas-title = Ограничения по отговор
desk-quotas-how = Напишете най-много колко отговора да се приемат от хората, които изберат дадена възможност. Оставете полето празно, ако няма ограничение. Когато ограничението се запълни, следващият, който избере това, веднага научава и не продължава. Картите от кутия и качените файлове се броят, но не се отказват.
desk-quotas-standing = Дошли са { $taken } от { $most }.
desk-quotas-full = Запълнено е.
desk-quotas-set = Запазете ограниченията
desk-quotas-back = Към проучването
desk-quotas-done = Ограниченията са запазени.
desk-quotas-none = Още няма въпроси с избор, по които да се ограничава.
refusal-quota-unreadable = „{ $given }“ не е брой отговори.
    .hint = Напишете цяло число от 1 нагоре или оставете полето празно.
desk-act-quotas-set = Зададени ограничения по отговор
desk-open-data-title = Отворени данни
desk-open-data-lede = Преди отделните отговори да станат публични, програмата проверява дали някой може да бъде разпознат. Вие решавате какво се казва за хората.
desk-open-data-passes = може да се публикува
desk-open-data-fails = не се публикува
desk-open-data-traits = Какво се казва за хората
desk-open-data-confirm = Прегледах какво ще се публикува. Изтегленото от други не може да се върне.
desk-open-data-check = Проверете отново
desk-open-data-publish = Публикувайте
desk-open-data-versions = Публикувани версии
desk-open-data-withdraw = Оттеглете
desk-done-data-published = Отворените данни са публикувани.
desk-done-data-withdrawn = Версията е оттеглена.
desk-act-study-data-published = Публикувани отворени данни
desk-act-study-data-withdrawn = Оттеглени отворени данни
desk-act-study-report-proposed = Предложен доклад
desk-act-study-report-published = Публикуван доклад
desk-card-quote = Отбелязано е, че написаното може да се цитира
desk-card-quote-why = Групата е малка. Ако на листа няма такава отметка или не е сложена, оставете празно: думите не се цитират.
desk-answers-quotable = Позволява думите да се цитират (да/не)
desk-answers-not-quoted = Групата е малка и за тези отговори не знаем дали хората са съгласни да бъдат цитирани. Написаното с думи няма да се цитира, освен където колоната „позволява цитиране“ казва „да“.
