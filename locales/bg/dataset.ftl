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
dataset-files = брой файлове
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

open-data-file-zip = Всичко в един архив
open-data-file-csv = Отговорите с кодове (CSV)
open-data-file-labels = Отговорите с думи (CSV за електронна таблица)
open-data-file-sav = Отговорите за SPSS, PSPP, R и Stata (.sav)
open-data-file-xlsx = Отговорите и кодовата книга (работна книга)
open-data-file-codebook = Кодова книга (страница)
open-data-file-codebook-xlsx = Кодова книга (работна книга)
open-data-file-codes = Кодовете и значенията им (CSV)
open-data-file-csvw = Описание на CSV за програми (CSVW)
open-data-file-frictionless = Описание на пакета за програми (Frictionless)
open-data-file-ddi = Описание за архиви на социални данни (DDI-Codebook 2.5)
open-data-file-dcat = Запис за каталози на отворени данни (DCAT-AP)
open-data-file-own-words = Казаното със собствени думи, без връзка с другите отговори (CSV)
open-data-excluded-withheld = За { $n } души признаците са скрити, защото малцина имат същите.
dataset-excluded-trait = „{ $name }“ не е включено, за да не бъде разпознат човек.
dataset-merged = Отговорите, дадени от малко хора, са обединени.
dataset-merged-rest = Друго (обединени)
dataset-banded = Стойностите са обединени в интервали.
dataset-band = { $from }–{ $to }
dataset-band-first = до { $to }
dataset-band-last = { $from } и повече
dataset-band-all = всички

refusal-open-data-few-answers = { $name }: отговорите са { $n }. Отделни отговори се публикуват при поне { $fewest }, за да не бъде разпознат човек.
    .hint = Публикувайте само обобщените резултати.
refusal-open-data-large-part-answered = { $name }: отговорила е толкова голяма част от групата, че всеки се познава.
    .hint = Публикувайте само обобщените резултати.
refusal-open-data-rare-answer = „{ $name }“: „{ $answer }“ е { $n ->
    [one] отговор на един човек
   *[other] отговор на { $n } души
}, а трябват поне { $fewest }.
    .hint = Изберете „Обединено“ или „Не се включва“ за „{ $name }“.
refusal-open-data-rare-combinations = { $n ->
    [one] Един човек има
   *[other] { $n } души имат
} съчетание от признаци, което малцина споделят; без признаци могат да останат най-много { $most }.
    .hint = Изберете „Не се включва“ за „{ $name }“.
refusal-open-data-too-near-to-earlier = { $name }: между предишната версия и тази разликата е { $n ->
    [one] един човек
   *[other] { $n } души
}. Който сравни двете, ще узнае отговорите им.
    .hint = Публикувайте нова версия, когато разликата е поне 5 души.
refusal-open-data-told-otherwise-before = „{ $name }“ е било включено по друг начин в предишна версия. Който сравни двете, ще узнае повече.
    .hint = Изберете същото като преди или „Не се включва“.
refusal-open-data-results-not-public = Отворени данни се публикуват, след като проучването приключи и резултатите са публични.
    .hint = Изчакайте края на проучването или отворете резултатите му.
refusal-open-data-nothing-to-publish = Отговорите на никоя група не могат да се публикуват поотделно.
    .hint = Публикувайте само обобщените резултати.
refusal-open-data-licence-unknown = Изберете лиценз.
refusal-open-data-not-confirmed = Отбележете, че сте прегледали какво ще се публикува.
refusal-open-data-published-meanwhile = Междувременно друг е публикувал нова версия.
    .hint = Прегледайте я и започнете отново.

open-data-title = Отворени данни
open-data-lede = Отговорите един по един, така че никой да не може да бъде разпознат. Може да ги изтеглите, проверите и използвате.
open-data-version = Версия { $n } от { $date }
open-data-licence = Лиценз:
open-data-licence-cc-by-4-0 = CC BY 4.0 – всеки може да ги използва, като посочи източника
open-data-licence-cc0-1-0 = CC0 1.0 – всеки може да ги използва без условия
open-data-files = Файлове
open-data-protection = Как е защитен всеки, който е отговорил
open-data-protection-text = Редовете са разбъркани. Няма дни, адреси и места на картата. Свободните отговори са отделени от останалите, след като ги е прочел човек.
open-data-people = Отговорили: { $n }
open-data-smallest = Най-рядкото съчетание от признаци е на { $n } души.
open-data-withheld = Хора, чиито признаци са скрити, защото малцина имат същите: { $n }
open-data-told-merge = „{ $name }“ е обединено: отговорите на малко хора стоят заедно.
open-data-told-omit = „{ $name }“ не е включено.
open-data-reading = Преди да смятате
open-data-reading-text = Прочетете в кодовата книга как са подбрани отговорилите. Знакът # в началото на клетка казва защо няма отговор, например #not-shown – човекът не е питан.
open-data-withdrawn = Оттеглена на { $date }.
open-data-none-left = Отворените данни са оттеглени. Обобщените резултати остават.
open-data-earlier = Други версии
open-data-treatment-keep = Както е отговорено
open-data-treatment-merge = Обединено
open-data-treatment-omit = Не се включва
