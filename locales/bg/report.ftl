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
report-open = Отворени отговори
report-open-lede = Отговорите са предадени, както са написани. Имена, телефони, адреси на електронна поща и ЕГН са заличени, а човек е прегледал всеки отговор.
report-open-unread = Отговорите са предадени, както са написани. Програмата е потърсила и заличила телефони, адреси на електронна поща и ЕГН; човек не ги е преглеждал. Прочетете ги, преди да публикувате доклада.
report-method = Как е проведено проучването
report-method-lede = Всяко число в този доклад може да се провери: тук е казано кого сме питали, как и какво не може да се твърди.

results-questions = въпроса в най-дългия въпросник
results-questions-note = част от тях са общи за групите
results-of-plan = при план { $n }
results-of-population = от общо { $n }
results-nothing-yet = Още няма отговори, които да покажем.
results-caution-title = Как да четете числата
results-caution-exact = { $name }: отговориха всички { $n }. Числата са точни за групата.
results-caution-confidence = { $name }: { $n } случайно избрани отговориха. До всеки дял стои 95 % доверителен интервал.
results-caution-assumed = { $name }: поканени бяха всички, отговориха { $n }. Числата описват отговорилите; за останалите важат само ако те мислят като тях.
results-caution-indicative = { $name }: отговориха { $n } души, които сами решиха да участват. Числата казват какво мислят отговорилите, не всички жители.
results-caution-few = { $name }: толкова малко хора показваме с брой, не с проценти.
results-compared = Групите една до друга
results-compared-lede = Въпросите, които и двете групи получиха с едни и същи думи.
results-open-count = { $n ->
    [one] Един отговор.
   *[other] { $n } отговора.
}

method-purpose = Цел
method-who = Кой проведе проучването
method-money = С чии средства
method-fieldwork = Време на допитването
method-from-to = от { $first } до { $last }
method-collection-census = Питани са всички от групата.
method-collection-probability = Случайна извадка.
method-collection-everyone-invited = Поканени са всички от групата.
method-collection-self-selected = Открита анкета: участва всеки, който пожелае.
method-answered = { $n ->
    [one] Отговори { $n } човек.
   *[other] Отговориха { $n } души.
}
method-modes = Начин: { $modes }.
method-rate = Групата има { $population } души; отговорили са { $rate } от тях.
method-sensitivity = Ако неотговорилите се различават от отговорилите с 10 пункта, истинският дял в цялата група се мести с { $shift } пункта.
method-intervals = Интервали
method-intervals-text = За дялове – интервал на Уилсън, под 30 отговора или при 0 и 100 % – на Клопър и Пиърсън, при случайна извадка от малка група – хипергеометричен. Нивото е 95 %. Всеки интервал важи сам за себе си.
method-missing = Липсващи отговори
method-missing-text = „Не мога да преценя“ и „не се отнася за мен“ са отговори извън базата. Пропуснатите и неподходящите се броят отделно. Нищо не е дописвано.
method-disclosure = Защита от разпознаване
method-disclosure-text = Под 10 отговора се показва само брой. Малки групи не се разбиват по признаци и думите им не се цитират.
method-anonymity = Анонимност
method-anonymity-text = Отговорите се пазят без име, адрес и точен час. Редът, в който са постъпили, не се пази.
method-limits = Какво не може да се твърди
method-limits-text = Проучването не доказва причини. То не замества проверка на отделен случай и не важи за времето преди или след допитването.

document-contents = Съдържание
document-figure = Фигура
document-table = Таблица
document-annex = Приложение
document-question = Въпрос
document-show-table = Покажи таблицата
document-chart = Графика
document-of = от
document-page = стр.
document-download = Изтегли
document-flag = Знаме на Европейския съюз
document-interval = 95 % интервал
