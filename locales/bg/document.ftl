# Писаният текст на публикациите: отказите и какво да се направи.

refusal-document-too-long = Текстът е твърде дълъг: { $is } байта, а се побират { $max }.
    .hint = Разделете го на две публикации или приложете дългата част като файл. Един знак на кирилица е два байта.
refusal-document-too-deep = Списъците и цитатите са вложени на повече от { $max } нива.
    .hint = Извадете вътрешните списъци като отделни абзаци.
refusal-document-table-too-large = Таблиците имат общо повече от { $max } клетки.
    .hint = Приложете голямата таблица като файл.

# Ръкописът на доклад: думи, в които числата са връзки към данните.

refusal-manuscript-not-closed = Ред { $line }, знак { $column }: връзката, която започва с „{"{"}{ $found }“, не е затворена.
    .hint = Завършете я с „{"}"}“ на същия ред. Ако искате да напишете самата скоба, удвоете я: „{"{{"}“.
refusal-manuscript-not-an-address = Ред { $line }, знак { $column }: „{ $found }“ не е адрес на число.
    .hint = Адресът е група, въпрос, отговор и какво от него, разделени с точки, например „residents.q7.good.share“.
refusal-manuscript-not-a-figure = „{ $found }“ не е адрес на фигура.
    .hint = Адресът е група и въпрос, например „residents.q7“, или „*.q7“ за всички групи една до друга.
refusal-manuscript-not-a-group = Ред { $line }, знак { $column }: в „{ $found }“ скобите не посочват въпрос и отговор.
    .hint = Напишете ги така: „residents[age=young].q7.good.share“.
refusal-manuscript-too-many-names = Ред { $line }, знак { $column }: „{ $found }“ има твърде много части.
    .hint = Адресът е най-много от група, въпрос, отговор и какво от него.
refusal-manuscript-unknown-statistic = Ред { $line }, знак { $column }: в „{ $found }“ последната дума „{ $statistic }“ не е нещо, което може да се пита.
    .hint = Може например „share“, „count“, „interval“, „mean“, „n“.
refusal-manuscript-other-place = Ред { $line }, знак { $column }: „{ $statistic }“ не може да се пита така, както е в „{ $found }“.
    .hint = Дял и брой са на отговор, средна стойност е на въпрос, население е на група.
refusal-manuscript-needs-two = Ред { $line }, знак { $column }: „{ $statistic }“ в „{ $found }“ е на две групи.
    .hint = Разделете двете групи с наклонена черта: „residents/business.q7.good.difference“.
refusal-manuscript-only-of-one = Ред { $line }, знак { $column }: „{ $statistic }“ в „{ $found }“ е само на една група.
    .hint = Оставете една група преди първата точка.
refusal-manuscript-too-many-references = В един текст може да има най-много { $max } числа от данните.
    .hint = Разделете текста на две части.
refusal-manuscript-too-long = Текстът е твърде дълъг: { $is } байта, а се побират { $max }.
    .hint = Разделете го на части. Един знак на кирилица е два байта.
refusal-manuscript-empty = Няма текст.
    .hint = Напишете нещо или махнете частта.
refusal-manuscript-too-many-parts = Докладът може да има най-много { $max } части.
    .hint = Махнете част, преди да добавите нова.
refusal-manuscript-no-such-part = Тази част вече я няма в доклада.
    .hint = Някой може да я е махнал. Отворете доклада отново.
refusal-manuscript-other-part = Частта не може да застане там.
    .hint = Изберете друго място.
