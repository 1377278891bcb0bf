# Картините от повече числа: по групи, важност и оценка, ход на участието.

figure-section-whole = Какво стои зад общата оценка
figure-section-response = Как са идвали отговорите

figure-column-group = Група
figure-column-grouping = Според въпроса
figure-column-until = До
figure-column-new = Нови отговори
figure-column-all = Отговори общо
figure-column-balance = Баланс
figure-column-performance = Оценка
figure-column-importance-stated = Важност
figure-column-importance-derived = Връзка с общата оценка
figure-column-field = Място
figure-row-all = Всички
figure-all-together = всички: { $share }
figure-group-hidden = скрито, за да не се разпознава никой
figure-value-between = { $value } (от { $low } до { $high })

figure-finding-by-group = Оценките се различават: най-висок дял – „{ $high }“, { $most }; най-нисък – „{ $low }“, { $least }
figure-finding-by-group-even = Между групите няма разлика, която да е сигурна
figure-measure-by-group = дял на отговорилите { $top } във всяка група; отвесната линия е делът сред всички
figure-method-by-group = Групите с по-малко от 10 души са скрити, а с тях и други, ако от разликата би се познало кой какво е отговорил. За разлика говорим само там, където тя не е случайна (хи-квадрат с поправка на Холм за броя на въпросите).

figure-finding-importance = Важно за хората и с по-ниска оценка: { $items }
figure-finding-importance-none = Никоя страна не е със сигурност и по-важна от останалите, и с по-ниска оценка
figure-measure-importance-stated = надясно: средна оценка; нагоре: средна важност, както я посочват отговорилите
figure-measure-importance-derived = надясно: средна оценка; нагоре: колко тясно оценката върви заедно с отговора на „{ $overall }“
figure-base-importance = База: отговорилите и на двата въпроса за всяка страна; n е от { $low } до { $high }
figure-method-importance-stated = Важността е такава, каквато я посочват самите отговорили.
figure-method-importance-derived = Важността е изведена от отговорите: връзката (ρ на Спирман) между оценката на всяка страна и отговора на „{ $overall }“. Тя показва кое върви заедно, а не кое е причината.
figure-method-importance-lines = Линиите минават през средното за всички страни, затова под тях винаги има някоя.
figure-importance-few = Важността и оценката не са съпоставени на една картина: за това са нужни поне { $needed } отговора на всеки подвъпрос, а тук най-малкият брой е { $n }.
figure-importance-ring = Празен кръг: интервалът пресича някоя от линиите и мястото не е сигурно.
figure-axis-performance = оценка
figure-axis-importance-stated = важност
figure-axis-importance-derived = връзка с общата оценка
figure-field-improve = първо тук
figure-field-keep-up = така да остане
figure-field-later = по-късно
figure-field-enough = достатъчно
figure-field-undetermined = не е сигурно

figure-finding-response = { $n ->
    [one] { $n } отговор
   *[other] { $n } отговора
}
figure-finding-response-plan = { $n ->
    [one] Получен е { $n } отговор
   *[other] Получени са { $n } отговора
} при планирани { $planned }
figure-measure-response = брой отговори с натрупване, към края на седмицата
figure-base-response = База: всички отговори; n = { $n }
figure-method-response = Седмиците с по-малко от 10 отговора са показани заедно със следващите, за да не личи кой кога е отговорил.
figure-response-plan = план: { $n }
figure-response-axis = последен ден на седмицата
