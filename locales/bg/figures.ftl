# Изреченията около една фигура: какво показва, кого сме питали, колко е сигурно.

figure-k-of-n = { $k } от { $n }
figure-count-first = { $k } ({ $share })
figure-hidden = скрито
figure-nearly-none = най-много 5 %
figure-nearly-all = поне 95 %
figure-n = n = { $n }
figure-class = от { $low } до под { $high }
figure-audience-n = { $name } (n = { $n })

figure-base = База: { $who }; n = { $n }
figure-base-answered = отговорилите на въпроса
figure-base-able = отговорилите, без „{ $cannot }“
figure-base-asked = отговорилите сред попитаните
figure-base-asked-able = отговорилите сред попитаните, без „{ $cannot }“
figure-base-everybody-asked = всички, на които въпросът е зададен
figure-base-battery = База: отговорилите на всеки подвъпрос, без „{ $cannot }“; n е от { $low } до { $high }
figure-base-battery-equal = База: отговорилите на всеки подвъпрос, без „{ $cannot }“; n = { $n }
figure-base-compared = База: отговорилите във всяка група. { $audiences }
figure-base-compared-able = База: отговорилите във всяка група, без „{ $cannot }“. { $audiences }

figure-missing = Извън базата: { $parts }
figure-missing-dont-know = { $n ->
    [one] { $n } отговаря „{ $cannot }“
   *[other] { $n } отговарят „{ $cannot }“
}
figure-missing-not-applicable = { $n ->
    [one] { $n } отговаря „{ $not-apply }“
   *[other] { $n } отговарят „{ $not-apply }“
}
figure-missing-skipped = { $n ->
    [one] { $n } е пропуснал въпроса
   *[other] { $n } са пропуснали въпроса
}
figure-missing-invalid = { $n ->
    [one] { $n } невалиден отговор
   *[other] { $n } невалидни отговора
}
figure-missing-not-shown = { $n ->
    [one] { $n } не е питан
   *[other] { $n } не са питани
}
figure-missing-not-in-version = { $n ->
    [one] { $n } е отговорил по версия без този въпрос
   *[other] { $n } са отговорили по версия без този въпрос
}

figure-method-exact = Отговориха всички от групата, затова няма интервал.
figure-method-confidence = Случайна извадка; 95 % доверителен интервал.
figure-method-assumed = Поканихме всички, отговориха { $rate }. 95 % интервал, ако неотговорилите мислят като отговорилите.
figure-method-assumed-without-rate = Поканихме всички, част отговориха. 95 % интервал, ако неотговорилите мислят като отговорилите.
figure-method-indicative = Отговориха желаещите; интервалите са ориентировъчни и важат само за отговорилите.
figure-method-few = Отговорилите са малко, затова показваме броя им, а не проценти.
figure-method-compared = Интервалите са 95 %; когато са отговорили само желаещите, те са ориентировъчни.
figure-method-compared-few = Групите са показани една до друга; дали се различават, не е проверявано с тест.

figure-between-confidence = С 95 % увереност делът е между { $low } и { $high }.
figure-between-confidence-2 = В цялата група делът е между { $low } и { $high } (95 % увереност).
figure-between-assumed = Ако неотговорилите мислят като отговорилите, делът е между { $low } и { $high }.
figure-between-indicative = Ориентировъчно между { $low } и { $high }.
figure-between-indicative-2 = Делът е ориентировъчно от { $low } до { $high }.
figure-mean-between = 95 % интервал за средната стойност: от { $low } до { $high }.
figure-mean-of-scale = Средната оценка е { $mean } по скала от { $low } до { $high }.
figure-mean-mentions = Отговорилите са посочили средно по { $mean } отговора.
figure-quartiles = Половината отговори са между { $lower } и { $upper }.
figure-many-dont-know = { $share } от попитаните отговарят „{ $cannot }“.
figure-many-unanswered = { $share } от попитаните не са отговорили на въпроса; четете числата предпазливо.
figure-several-interval = Делът за „{ $label }“ е между { $low } и { $high }.
figure-several-interval-2 = „{ $label }“ са посочили между { $low } и { $high }.
figure-next = Следва „{ $label }“ – { $share }.
figure-next-2 = На второ място е „{ $label }“ ({ $share }).
figure-battery-intervals = За „{ $best }“ делът е между { $best-low } и { $best-high }, за „{ $worst }“ – между { $worst-low } и { $worst-high }.
figure-battery-intervals-2 = Делът за „{ $best }“ е от { $best-low } до { $best-high }, а за „{ $worst }“ – от { $worst-low } до { $worst-high }.
figure-battery-interval = За „{ $best }“ делът е между { $best-low } и { $best-high }.
figure-wave = { $month } { $year } г.
figure-wave-row = „{ $label }“: { $told }
figure-wave-up = Повече от предишния път ({ $before }): разликата в процентни пунктове е { $points } (95 % интервал: от { $low } до { $high }).
figure-wave-down = По-малко от предишния път ({ $before }): разликата в процентни пунктове е { $points } (95 % интервал: от { $low } до { $high }).
figure-wave-none = Без промяна спрямо предишния път ({ $before }): разликата е под { $within } процентни пункта (95 % интервал: от { $low } до { $high }).
figure-wave-unknown = Не може да се каже дали има промяна спрямо предишния път ({ $before }): разликата в процентни пунктове е { $points }, а интервалът – от { $low } до { $high }. С толкова отговори щяхме да забележим промяна от около { $noticeable } пункта.
figure-wave-unknown-at-all = Не може да се каже дали има промяна спрямо предишния път ({ $before }): разликата в процентни пунктове е { $points }, а интервалът – от { $low } до { $high }.
figure-wave-wording = Не се сравнява с предишния път ({ $before }): въпросът е зададен с други думи.
figure-wave-scale = Не се сравнява с предишния път ({ $before }): отговорите, от които се избира, са други.
figure-wave-channel = Не се сравнява с предишния път ({ $before }): хората са стигнали до въпросника по друг начин.
figure-wave-complete = Отговорили са всички, затова числата стоят едно до друго без тест.
figure-wave-few = Не се сравнява с предишния път ({ $before }): отговорите са под десет.
figure-change-up = повече
figure-change-down = по-малко
figure-change-none = без промяна
figure-change-unknown = не може да се каже
figure-change-incomparable = не се сравнява
figure-column-wave = Кога
figure-column-change = Спрямо предишния път
figure-measure-wave = дял на избралите най-високите степени на скалата всеки път
figure-base-wave = База: отговорилите всеки път, без тези, които не могат да преценят. Всички отговори: { $waves }
figure-method-wave = Разликата е на два независими дяла с 95 % интервал на Нюкъм; „без промяна“ е по теста за равностойност (TOST, ±5 пункта).
figure-difference = „{ $label }“: { $more } – с { $points } процентни пункта повече от { $less } (95 % интервал: от { $low } до { $high }).

figure-top-two = „{ $top }“ или „{ $next }“
figure-top-one = „{ $top }“
figure-finding-top-two = { $share } { $k ->
    [one] отговаря
   *[other] отговарят
} „{ $top }“ или „{ $next }“
figure-finding-top-one = { $share } { $k ->
    [one] отговаря
   *[other] отговарят
} „{ $top }“
figure-finding-leading = Най-честият отговор е „{ $label }“ – { $share }
figure-finding-leading-two = Най-честите отговори са „{ $first }“ и „{ $second }“ – по { $share }
figure-finding-even = Нито един отговор не води пред останалите
figure-finding-hidden = Отговорите са твърде малко, за да кажем кой води
figure-finding-several = Най-често посочват „{ $first }“ ({ $share }) и „{ $second }“ ({ $second-share })
figure-finding-several-one = Най-често посочват „{ $first }“ ({ $share })
figure-finding-attached-photo = Снимка са приложили { $attached } от { $asked } попитани
figure-finding-attached-file = Файл са приложили { $attached } от { $asked } попитани
figure-attached-photo = Приложиха снимка
figure-attached-file = Приложиха файл
figure-attached-nothing = Не приложиха нищо
figure-attached-kept = Какво е приложено, се гледа от човек и не се брои.
figure-attached-other-modes = Листовете на хартия и отговорите от таблица се въвеждат без приложения и се броят при тези, които не са приложили нищо.
figure-finding-number = Средно { $mean }; половината отговори са до { $median }
figure-finding-ranking = Най-напред в подреждането е „{ $first }“ – средно място { $mean }
figure-finding-ranking-few = Колко пъти всеки отговор е на първо място
figure-finding-battery = Най-висок е делът за „{ $best }“ ({ $high }), най-нисък – за „{ $worst }“ ({ $low })
figure-finding-battery-few = На първо място е „{ $best }“ ({ $high }), на последно – „{ $worst }“ ({ $low })
figure-finding-battery-even = Всички подвъпроси получават по { $share }

figure-measure-share = дял от отговорилите
figure-measure-counts = брой отговорили
figure-measure-counts-several = брой отговорили; можеше да се посочи повече от едно
figure-measure-scale = дял от отговорилите, без „{ $cannot }“
figure-measure-several = дял от отговорилите; можеше да се посочи повече от едно, затова сборът може да надхвърли 100 %
figure-measure-asked = дял от попитаните
figure-measure-asked-counts = брой попитани
figure-measure-number = брой отговори по интервали от стойности
figure-measure-ranking = дял от отговорилите, които са поставили отговора на първо място; подредени по средно място
figure-measure-ranking-counts = брой отговорили, които са поставили отговора на първо място
figure-measure-battery = дял от отговорилите на всеки подвъпрос; числото вдясно е делът на { $top }
figure-measure-battery-counts = брой отговорили { $top }
figure-measure-compared = дял или брой на отговорилите във всяка група
figure-measure-compared-battery = дял или брой на избралите най-високите степени на скалата във всяка група
figure-battery-headline = най-високи степени

figure-column-answer = Отговор
figure-column-item = Подвъпрос
figure-column-count = Брой
figure-column-share = Дял
figure-column-interval = Интервал
figure-column-top = Най-високи степени
figure-column-mean-place = Средно място
figure-row-base = Общо в базата
figure-row-mean = Средно
figure-row-dont-know = Не мога да преценя
figure-row-not-applicable = Не се отнася за мен
figure-row-skipped = Пропуснали
figure-row-invalid = Невалидни
figure-row-not-shown = Не са питани
figure-row-not-in-version = Версия без този въпрос
figure-note-rounding = Процентите са закръглени и може да не се събират до 100.
figure-note-hidden = Скрити са числа, по които би могъл да се разпознае човек.

# Числата в текста: на какво са и защо някои ги няма.

number-absent = няма данни
number-base-audience = База: отговорилите в групата „{ $name }“; n = { $n }
number-base-quoted = База: показаните свободни отговори на групата „{ $name }“
number-method-counted = Преброено от отговорите.
number-method-plan = От плана на проучването.
number-method-shift = Пресметнато от това колко души не са отговорили.
number-method-quoted = Преброени са отговорите, които показваме.
number-method-difference = Разлика на два дяла с 95 % интервал на Нюкъм.
number-no-such-audience = В проучването няма такава група.
number-no-such-question = Във въпросника на групата няма такъв въпрос.
number-no-such-option = Въпросът няма такъв отговор.
number-other-kind = За такъв въпрос това не се изчислява.
number-nobody-answered = Още няма отговори, от които да се изчисли.
number-too-few = Отговорите са твърде малко, за да покажем това.
number-too-many-missing = Повече от половината попитани не са отговорили, затова не показваме числа.
number-hidden = Числото е скрито, защото по него би могъл да се разпознае човек.
number-not-agreed = Хората в групата са малко и не са се съгласили отговорите им да се показват.
number-no-interval = За това число няма интервал.
number-not-compared = Тези групи не се сравняват с тест: отговорите са твърде малко или са от всички.
number-not-counted = Отговорите не се броят отделно за такава част от групата.

# Каквото се пита няколко пъти: базата са попълнените редове, а не хората.

figure-base-entries = База: { $entries ->
    [one] { $entries } попълнен ред
   *[other] { $entries } попълнени реда
} от { $people ->
    [one] { $people } отговорил човек
   *[other] { $people } отговорили
}
figure-measure-entries = дял от попълнените редове; един човек може да е попълнил няколко
figure-measure-entries-several = дял от попълнените редове; на всеки ред можеше да се посочи повече от едно
figure-measure-entries-counts = брой попълнени редове; един човек може да е попълнил няколко
figure-measure-entries-number = брой попълнени редове по интервали от стойности
figure-method-entries = Редовете са попълнени от { $people ->
    [one] един човек
   *[other] { $people } души
} и тези на един човек си приличат, затова няма доверителен интервал.
figure-finding-entries = На най-много редове отговорът е „{ $label }“ – { $share }
figure-finding-entries-number = Средно { $mean } на ред; на половината редове числото е до { $median }
figure-missing-entries-outside = { $n ->
    [one] на { $n } ред отговорът не влиза в скалата
   *[other] на { $n } реда отговорът не влиза в скалата
}
figure-missing-entries-skipped = { $n ->
    [one] на { $n } ред въпросът е пропуснат
   *[other] на { $n } реда въпросът е пропуснат
}
figure-column-entries = Редове
figure-column-entries-share = Дял от редовете
figure-row-entries = Попълнени редове
figure-row-entered-by = Хора, които са ги попълнили
