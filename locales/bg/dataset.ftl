# Наборът от данни: имена на колони, липсващи отговори, описание.

dataset-sheet-answers = Отговори
dataset-sheet-codebook = Кодова книга
dataset-sheet-study = Проучване
dataset-name = Колона
dataset-label = Какво съдържа
dataset-wording = Въпрос
dataset-universe = Кого питахме
dataset-universe-conditional = Не на всички: зависи от предишен отговор.
dataset-level = Вид скала
dataset-level-nominal = категории
dataset-level-ordinal = подредена
dataset-level-scale = числова
dataset-code = Код
dataset-number = Число в SPSS
dataset-meaning = Значение
dataset-count = Брой

dataset-mode = Начин на попълване
dataset-language = Език на въпросника
dataset-language-bg = български
dataset-language-en = английски
dataset-week = Седмица на отговора (понеделник)
dataset-latitude = географска ширина
dataset-longitude = географска дължина
dataset-other = друго, с думи
dataset-chosen = Отбелязано
dataset-not-chosen = Неотбелязано

dataset-absence-skipped = Пропуснат въпрос
dataset-absence-dont-know = Не мога да преценя
dataset-absence-not-applicable = Не се отнася за мен
dataset-absence-not-shown = Въпросът не е задаван на този човек
dataset-absence-not-in-version = Въпросът го няма в тази версия
dataset-absence-invalid = Невалиден отговор
dataset-absence-withheld = Скрито, за да не бъде разпознат човек

dataset-notice = Важно
dataset-title = Заглавие
dataset-population = Кого питахме
dataset-admission = Как са подбрани отговорилите
dataset-modes = Начин на попълване
dataset-weighting = Тегла
dataset-unweighted = Данните са без тегла: всеки попълнен въпросник е един ред.
dataset-exclusions = Какво не е включено
dataset-excluded-order = Редът, в който са постъпили отговорите, не се пази; редовете са разбъркани.
dataset-licence = Лиценз
dataset-citation = Как да цитирате
dataset-citation-text = { $who } ({ $year }). { $title }. Версия { $version } [набор от данни]. { $address }
dataset-version = Версия
dataset-version-of = { $n } от { $date }
dataset-address = Адрес

refusal-dataset-too-large-for-workbook = Отговорите са твърде много за работна книга: { $rows } реда и { $columns } колони.
    .hint = Изберете CSV или SPSS – те нямат такава граница.
