# Думите на работното място: вход, преброяване на отговорите, карти от кутия, файлове, публикации.

desk-tab-home = Работно място
desk-tab-publications = Публикации
desk-tab-journal = Дневник
desk-tab-people = Хора
desk-tab-account = Моят вход

desk-role-researcher = Изследовател
desk-role-official = Служител
desk-role-administrator = Администратор

# Вход.
desk-sign-in-title = Вход за служители
desk-sign-in-lede = За хората, които водят проучванията и пишат публикациите. За да отговорите на анкета, вход не е нужен.
desk-sign-in-account = Име за вход
desk-sign-in-password = Парола
desk-sign-in-button = Влезте
desk-sign-in-forgotten = Забравена парола: администраторът ще Ви даде нова връзка за вход.
desk-sign-out = Излезте
desk-sign-out-everywhere = Излезте навсякъде

desk-setup-title = Изберете парола
desk-setup-lede = Връзката е за Вас и работи само веднъж. Ще влизате с името „{ $account }“ и паролата, която изберете тук.
desk-setup-rules = Каква да е паролата
desk-setup-rule-length = Поне { $shortest } знака. Интервалите също се броят.
desk-setup-rule-words = Няколко думи, които не се срещат заедно, се помнят лесно и се отгатват трудно. Главни букви, цифри и знаци не са задължителни.
desk-setup-rule-name = Не повтаряйте името за вход и не използвайте парола от друг сайт.
desk-setup-password = Парола
desk-setup-again = Същата парола още веднъж
desk-setup-button = Запазете паролата и влезте

desk-account-title = Моят вход
desk-account-lede = Влизате с името „{ $account }“.
desk-account-sessions = Къде сте влезли
desk-account-sessions-why = Ако не познавате някой вход, излезте навсякъде и поискайте нова връзка за парола.
desk-account-begun = Влизане
desk-account-seen = Последно действие
desk-account-ends = Изтича
desk-account-which = Кой е
desk-account-this = този браузър
desk-account-other = друг браузър

# Начало.
desk-title = Работно място
desk-waiting = Чака Ви
desk-nothing-waits = В момента нищо не чака.
desk-projects = Проекти и проучвания
desk-no-projects = Още няма проект, в който участва Вашата организация.
desk-no-projects-hint = Когато администраторът създаде проект с Вашата организация, той ще се появи тук.
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
desk-done-questionnaire = Въпросникът е приет. От сега нататък се отговаря на него.
desk-done-answers = Отговорите от файла са добавени.
desk-done-card = Картата е записана.
desk-done-card-before = Тази карта вече беше записана и не е броена втори път.
desk-done-invalid-card = Картата е отбелязана като невалидна.
desk-done-box = Протоколът е записан. Може да въвеждате карти.
desk-done-protocol = Протоколът е поправен.
desk-done-kept = Отговорът ще бъде показан дословно.
desk-done-redacted = Отговорът ще бъде показан в новия вид.
desk-done-withheld = Отговорът няма да бъде показван.
desk-done-saved = Промените са запазени. Още не се виждат от читателите.
desk-done-published = Публикувано. Вижда се от всички.
desk-done-attached = Файлът е приложен.
desk-done-detached = Файлът е махнат от тази версия.

# Проучване.
desk-study-results = Резултати
desk-study-report = Преглед на доклада
desk-study-public-address = Адрес за отговаряне:
desk-study-no-questionnaire = Още няма въпросник за тази група.
desk-study-import-questionnaire = Внесете въпросник
desk-study-new-version = Внесете нова версия на въпросника
desk-study-open-box = Въведете карти от кутия
desk-study-import-answers = Внесете отговори от файл
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
desk-collection-census = Питат се всички и почти всички отговарят.
desk-collection-probability = Случайна извадка.
desk-collection-everyone-invited = Поканени са всички, отговарят желаещите.
desk-collection-self-selected = Открита анкета: участва всеки, който пожелае.
desk-plan-caption = Отговори спрямо плана
desk-plan-mode = Начин
desk-plan-answered = Отговори
desk-plan-planned = По план
desk-plan-share = Изпълнение
desk-plan-bar = Графично

# Отхвърлените редове като таблица.
desk-rejected-row = Ред
desk-rejected-column = Колона
desk-rejected-reason = Причина
desk-rejected-hint = Какво да направите

desk-rights-title = Кой какво може
