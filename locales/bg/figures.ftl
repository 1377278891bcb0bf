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
figure-base-able = отговорилите, без „не мога да преценя“
figure-base-asked = отговорилите от тези, на които въпросът е зададен
figure-base-asked-able = отговорилите от тези, на които въпросът е зададен, без „не мога да преценя“
figure-base-battery = База: отговорилите на всеки ред, без „не мога да преценя“; n е от { $low } до { $high }
figure-base-battery-equal = База: отговорилите на всеки ред, без „не мога да преценя“; n = { $n }
figure-base-compared = База: отговорилите във всяка група, без „не мога да преценя“. { $audiences }

figure-missing = Извън базата: { $parts }
figure-missing-dont-know = { $n ->
    [one] { $n } не може да прецени
   *[other] { $n } не могат да преценят
}
figure-missing-not-applicable = { $n ->
    [one] за { $n } не се отнася
   *[other] за { $n } не се отнася
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
    [one] { $n } е попълнил версия без този въпрос
   *[other] { $n } са попълнили версия без този въпрос
}

figure-method-exact = Отговориха всички от групата, затова няма интервал.
figure-method-confidence = Случайна извадка; 95 % доверителен интервал.
figure-method-assumed = Поканени бяха всички, отговориха { $rate }. 95 % интервал, ако неотговорилите мислят като отговорилите.
figure-method-assumed-without-rate = Поканени бяха всички, част отговориха. 95 % интервал, ако неотговорилите мислят като отговорилите.
figure-method-indicative = Открита анкета; интервалите са ориентировъчни и важат само за отговорилите.
figure-method-few = Толкова малко хора не се превръщат в проценти; показваме броя.
figure-method-compared = Интервалите на двете групи са 95 %; при открита анкета са ориентировъчни.
figure-method-compared-few = Малката група е показана с брой, голямата – с дял. Двете не се сравняват с тест.

figure-between-confidence = С 95 % увереност делът е между { $low } и { $high }.
figure-between-assumed = Ако неотговорилите мислят като отговорилите, делът е между { $low } и { $high }.
figure-between-indicative = Ориентировъчно делът е между { $low } и { $high }.
figure-mean-between = Средната стойност е между { $low } и { $high }.
figure-mean-of-scale = Средната оценка е { $mean } по скала от { $low } до { $high }.
figure-mean-mentions = Всеки отговорил е посочил средно по { $mean }.
figure-quartiles = Половината отговори са между { $lower } и { $upper }.
figure-many-dont-know = { $share } от попитаните отговарят „не мога да преценя“.
figure-many-unanswered = { $share } от попитаните не отговарят на въпроса; четете числата предпазливо.
figure-battery-intervals = Интервалите: { $best } – { $high }; { $worst } – { $low }.
figure-not-compared = Малката група е твърде малка, за да я сравняваме с голямата; показваме ги една до друга.
figure-difference = „{ $label }“: { $more } – с { $points } пункта повече от { $less } (между { $low } и { $high }).

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
figure-finding-leading = Най-много отговарят „{ $label }“ – { $share }
figure-finding-leading-two = Най-много отговарят „{ $first }“ и „{ $second }“ – по { $share }
figure-finding-even = Никой отговор не води пред останалите
figure-finding-hidden = Отговорите са твърде малко, за да кажем кой води
figure-finding-several = Най-често посочват „{ $first }“ ({ $share }) и „{ $second }“ ({ $second-share })
figure-finding-several-one = Най-често посочват „{ $first }“ ({ $share })
figure-finding-number = Средно { $mean }; половината отговори са до { $median }
figure-finding-battery = Най-висок е делът за „{ $best }“ ({ $high }), най-нисък – за „{ $worst }“ ({ $low })
figure-finding-battery-few = Най-много са за „{ $best }“ ({ $high }), най-малко – за „{ $worst }“ ({ $low })
figure-finding-battery-even = Всички редове получават по { $share }

figure-measure-share = дял от отговорилите
figure-measure-counts = брой отговорили
figure-measure-counts-several = брой отговорили; можеше да се посочи повече от едно
figure-measure-scale = дял от отговорилите, без „не мога да преценя“
figure-measure-several = дял от отговорилите; можеше да се посочи повече от едно, затова сборът може да надхвърли 100 %
figure-measure-number = отговори по класове
figure-measure-battery = дял от отговорилите на всеки ред; числото вдясно е делът на { $top }
figure-measure-battery-counts = брой отговорили { $top }
figure-measure-compared = дял или брой от отговорилите във всяка група
figure-measure-compared-battery = дял или брой на двата най-добри отговора във всяка група
figure-battery-headline = най-добри отговори

figure-column-answer = Отговор
figure-column-item = Ред
figure-column-count = Брой
figure-column-share = Дял
figure-column-interval = Интервал
figure-column-top = Най-добри
figure-column-dont-know = Не могат да преценят
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
