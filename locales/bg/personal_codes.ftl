# Личните кодове: с всеки се отговаря веднъж.

desk-study-codes = Лични кодове и покани
desk-codes-title = Лични кодове и покани
desk-codes-lede = С всеки код се отговаря веднъж. Изпратете кодовете по електронната поща или ги отпечатайте на писма.
desk-codes-caption = Колко кода има и какво се знае за тях
desk-codes-way = Начин
desk-codes-printed = На хартия
desk-codes-sent = По електронната поща
desk-codes-made = Направени
desk-codes-used = Отговорили
desk-codes-unused = Още не са отговорили
desk-codes-withdrawn = Отменени
desk-codes-share = Дял на отговорилите
desk-codes-known = За един код се знае само дали е използван. Кога и какво е отговорено, не се записва и не може да се разбере.
desk-codes-open = Сега може да отговори и всеки, който има общия адрес.
desk-codes-by-code = Сега се отговаря само с код.
desk-codes-send-heading = Покани по електронната поща
desk-codes-held = Не е зададен пощенски сървър, затова поканите се задържат. Ще тръгнат, когато операторът го зададе.
desk-codes-addresses = Адреси
desk-codes-addresses-hint = По един на ред. Който вече има код за тази група, не получава втори. Изпращайте само на хора, които очакват писма от Вас.
desk-codes-send = Изпратете покани
desk-codes-remind-how = Напомняме само на онези, които не са отговорили: най-много { $most } пъти и не по-рано от три дни след предишното писмо.
desk-codes-remind = Напомнете
desk-codes-make-heading = Писма на хартия
desk-codes-number = Брой кодове
desk-codes-number-hint = Колко писма ще раздадете, най-много 5000 наведнъж.
desk-codes-make = Направете кодове
desk-codes-export-note = Кодовете се показват, когато ги поискате, и това се записва в дневника: който ги има, може да отговори с тях.
desk-codes-print = Писма за печат
desk-codes-table = Таблица (CSV)
desk-codes-column-code = Код
desk-codes-column-link = Връзка
desk-codes-withdraw-heading = Отмяна
desk-codes-withdraw-why = Неизползваните кодове спират да работят веднага, и тези от изпратените писма. Събраните отговори остават.
desk-codes-withdraw = Отменете неизползваните кодове
desk-codes-done-made = { $n ->
    [one] Направен е { $n } код.
   *[other] Направени са { $n } кода.
}
desk-codes-done-sent = { $n ->
    [0] Няма нови адреси.
    [one] Наредена е { $n } покана.
   *[other] Наредени са { $n } покани.
} { $known ->
    [0] {""}
    [one] { $known } адрес вече имаше код.
   *[other] { $known } адреса вече имаха код.
}
desk-codes-done-reminded = { $n ->
    [one] Наредено е { $n } напомняне.
   *[other] Наредени са { $n } напомняния.
}
desk-codes-done-withdrawn = { $n ->
    [one] Отменен е { $n } код.
   *[other] Отменени са { $n } кода.
}
desk-codes-sheet = Писма с лични кодове
desk-codes-sheet-how = Всяко писмо е на отделна страница, когато го печатате. Ако са повече от 500, използвайте таблицата.
desk-codes-back = Към кодовете
desk-codes-letter-what = Каним Ви да отговорите на няколко въпроса. Отнема няколко минути.
desk-codes-letter-how = Отворете { $address } и добавете кода след наклонената черта, или насочете камерата на телефона към знака.
desk-codes-letter-until = Приемаме отговори до { $day }
desk-codes-letter-private = Кодът важи веднъж. Той не се пази заедно с отговорите и никой не може да разбере какво сте отговорили.

refusal-codes-number-unreadable = „{ $given }“ не е брой кодове.
    .hint = Напишете число от 1 до 5000.
refusal-codes-too-many = Наведнъж се правят най-много { $most } кода.
    .hint = Направете ги на няколко пъти.
refusal-codes-nobody-named = Няма нито един адрес.
    .hint = Напишете поне един електронен адрес.
refusal-codes-addresses-unreadable = На някои редове няма електронен адрес: { $lines }.
    .hint = Поправете тези редове. Нищо не е изпратено.
refusal-codes-too-many-addresses = Наведнъж се канят най-много { $most } души.
    .hint = Разделете списъка на части.
refusal-codes-over-already = Приемането на отговори е приключило.
    .hint = Кодове и писма имат смисъл само докато се приемат отговори.
refusal-codes-project-unopened = Проектът още не е отворен и писмото би водило към страница, която никой не вижда.
    .hint = Отворете проекта за всички и поканете хората след това.
refusal-codes-nobody-to-remind = Няма на кого да се напомни сега.
    .hint = Всички са отговорили, или са получили писмо през последните три дни, или вече сме напомнили два пъти.

desk-act-personal-codes-made = Направени лични кодове
desk-act-personal-codes-printed = Показани лични кодове за печат
desk-act-personal-codes-sent = Изпратени покани с личен код
desk-act-personal-codes-reminded = Изпратени напомняния
desk-act-personal-codes-withdrawn = Отменени лични кодове
desk-fact-number = брой
