# Докладът и страницата с резултатите.

mode-online = по интернет
mode-paper = на хартия
mode-imported = от файл
part-beneficiary = Бенефициент
part-partner = Партньор
part-observer = Наблюдател
cover-period = Период на проекта
cover-project = Проект
cover-contract = Договор
cover-procedure = Процедура
cover-programme = Програма

report-kind = Доклад
report-summary = Накратко
report-findings = Какво показват отговорите:
results-findings-of = Какво отговарят в групата „{ $name }“:
report-open = Свободни отговори
report-open-lede = Човек е прочел всеки отговор, преди да го покажем, и е заличил личните данни, които е намерил. Отговорите, за които е решил, че не бива да се показват, не са тук.
report-open-unread = Никой не е чел тези отговори преди Вас. Те са дословни; програмата сама е потърсила и заличила телефони, адреси на електронна поща и ЕГН, но може да е пропуснала нещо, а имена не търси. Прочетете ги, преди да публикувате доклада.
report-method = Как е проведено проучването
report-method-lede = Тук казваме кого сме питали, как и какво не може да се твърди по тези числа.

results-questions = въпроса в най-дългия въпросник
results-questions-note = всяка група има свой въпросник
results-of-plan = при план { $n }
results-of-population = от общо { $n }
results-nothing-yet = Още няма отговори, които да покажем.
results-caution-title = Как да четете числата
results-caution-exact = { $name }: отговориха всички { $n }. Числата са точни за групата.
results-caution-confidence = { $name }: { $n } случайно избрани отговориха. До всеки дял стои 95 % доверителен интервал.
results-caution-assumed = { $name }: поканихме всички, отговориха { $n }. Числата описват отговорилите; за останалите важат само ако те мислят като тях.
results-caution-indicative = { $name }: отговориха { $n } души, които сами решиха да участват. Числата казват какво мислят те, а не цялата група.
results-caution-withheld = { $name }: хората са толкова малко, че отговорите им не се показват без тяхното съгласие.
results-caution-few = { $name }: толкова малко хора показваме като брой, а не в проценти.
results-compared = Групите една до друга
results-compared-lede = Тук са въпросите, на които всички групи избираха от едни и същи отговори. Самият въпрос може да е зададен на всяка група с малко по-различни думи. Група с под 10 отговора показваме като брой и не я сравняваме с останалите с тест: за това отговорите са твърде малко.
results-open-count = { $n ->
    [one] Един отговор.
   *[other] { $n } отговора.
}

method-purpose = Цел
method-who = Кой проведе проучването
method-money = С чии средства
method-fieldwork = Период на проучването
method-from-to = от { $first } до { $last }
method-collection-census = Попитахме всички от групата.
method-collection-probability = Случайна извадка.
method-collection-everyone-invited = Поканихме всички от групата.
method-collection-self-selected = Открито проучване: участва всеки, който пожелае.
method-answered = { $n ->
    [one] Отговори { $n } човек.
   *[other] Отговориха { $n } души.
}
method-modes = Начин на попълване: { $modes }.
method-population = Групата има { $population } души.
method-rate = Групата има { $population } души; отговорили са { $rate } от тях.
method-sensitivity = Ако неотговорилите се различават от отговорилите с 10 процентни пункта, истинският дял в цялата група се мести с { $shift } процентни пункта.
method-intervals = Интервали
method-intervals-text = За дялове – интервал на Уилсън; под 30 отговора или при 0 и 100 % – на Клопър и Пиърсън; при случайна извадка от малка група – хипергеометричен. Нивото е 95 %. Всеки интервал важи сам за себе си.
method-missing = Липсващи отговори
method-missing-text = Отговори като „Не мога да преценя“ и „Не се отнася за мен“ стоят извън базата. Пропуснатите въпроси и невалидните отговори се броят отделно. Нищо не е дописвано.
method-disclosure = Защита от разпознаване
method-disclosure-text = Под 10 отговора се показва само брой. Малки групи не се разделят по възраст, пол и други признаци и думите им не се цитират.
method-anonymity = Анонимност
method-anonymity-text = Отговорите се пазят без име, адрес и точен час. Редът, в който са постъпили, не се записва.
method-limits = Какво не може да се твърди
method-limits-text = Проучването не доказва причини. То не замества проверката на отделен случай и не важи за времето преди или след него.

document-contents = Съдържание
document-figure = Фигура
document-table = Таблица
document-annex = Приложение
document-question = Въпрос
document-show-table = Покажи таблицата
document-chart = Графика
document-of = от
document-page = стр.
document-download = Свалете
document-flag = Знаме на Европейския съюз
document-interval = 95 % интервал
