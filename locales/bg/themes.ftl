# Теми на свободните отговори: списък с образци, двама души, които четат едни и същи отговори, и версия за всички.
themes-title = Теми на свободните отговори
themes-lede = Тук решавате за какво говорят хората, когато пишат със свои думи. Всяка тема се намира по думи, които виждате и променяте. Каквото никой образец не познава, чака човек да го прочете.
themes-none-yet = Още няма списък с теми.
themes-no-open-question = В това проучване никой въпрос не се отговаря със свои думи.
themes-count = { $n ->
    [one] { $n } тема
   *[other] { $n } теми
}
themes-new = Нов списък с теми
themes-new-lede = Един списък може да е за един въпрос или общ за няколко.
themes-new-button = Започнете
themes-change = Име и въпроси
themes-list-name = Име на списъка
    .hint = Например „Какво бихте променили“. Вижда се в доклада.
themes-list-questions = За кои въпроси е
themes-list-questions-note = Въпрос може да е само в един списък, за да се брои написаното веднъж.
themes-theme-new = Нова тема
themes-theme-new-button = Добавете темата
themes-theme-change = Тема
themes-theme-name = Име
    .hint = Кратко, както ще стои под стълбчето: „Чакане“.
themes-theme-description = Какво влиза в нея
    .hint = Едно-две изречения за хората, които четат отговорите. Печата се в доклада.
themes-theme-patterns = Образци
    .hint = По един на ред. Звездата замества края на думата: „чака*“ намира „чакам“, „чакахме“ и „чакане“. В „губ* врем*“ между двете думи може да има още две.
themes-theme-exclusions = Какво само прилича на темата
    .hint = По един образец на ред: „бавачк*“, ако темата е бавно обслужване.
themes-theme-code = Кратък знак
    .hint = Латински букви, цифри и „_“; така се казва колоната във файловете с данни. Оставите ли го празно, прави се от името.
themes-theme-remove-why = Темата изчезва от списъка. Замразените версии остават, както са.
themes-theme-remove = Махнете темата
themes-writers = { $n ->
    [0] Още никой не е писал
    [one] { $n } написан отговор
   *[other] { $n } написани отговора
}
themes-wait = { $n ->
    [one] { $n } отговор не е отнесен към никоя тема.
   *[other] { $n } отговора не са отнесени към никоя тема.
}
themes-wait-read = Прочетете ги
themes-latin = { $n ->
    [one] { $n } отговор е написан с латински букви. Предлагаме теми, но не го броим, докато не потвърдите.
   *[other] { $n } отговора са написани с латински букви. Предлагаме теми, но не ги броим, докато не потвърдите.
}
themes-latin-read = Потвърдете
themes-heading = Теми
themes-empty = В списъка още няма теми.
themes-empty-hint = Започнете от най-честите думи в отговорите или вземете списък от друго проучване.
themes-column-theme = Тема
themes-column-patterns = По какво се намира
themes-column-description = Какво влиза в нея
themes-column-found = Отговори
themes-column-by-people = От тях решени от човек
themes-column-words = Думи
themes-column-answers = В колко отговора
themes-column-take = Към коя тема
themes-column-kappa = Капа на Коен
themes-column-alpha = Алфа на Крипендорф
themes-column-verdict = Съгласие
themes-column-precision = Точност на образците
themes-column-recall = Пълнота на образците
themes-file-save = Свалете като таблица
themes-file-load = Вземете теми от таблица
themes-file = Таблица с теми (CSV)
themes-file-hint = Колони „name“ и „patterns“, по желание „code“, „name_en“, „description“, „description_en“ и „exclusions“; образците се разделят с „|“. Темите от файла заменят всички теми в списъка.
themes-file-send = Заменете темите
themes-freezing = Версия за всички
themes-freezing-what = Замразената версия влиза в резултатите и доклада: колко от писалите говорят за всяка тема, по кои думи са намерени и доколко двама души са съгласни. Тя не се променя; дойдат ли нови отговори, замразете нова.
themes-freeze = Замразете версия
themes-versions = Замразени версии
themes-version = Версия { $version } от { $day }
themes-sample-none = Двама души още не са чели едни и същи отговори. Може да замразите и така; в доклада ще пише, че съгласието не е мерено.
themes-sample-going = { $n ->
    [one] Двама души четат { $n } отговор, независимо един от друг.
   *[other] Двама души четат { $n } отговора, независимо един от друг.
}
themes-sample-done = Съгласието между двамата е { $verdict }.

themes-proposals = Най-честите думи
themes-proposals-lede = Думи и двойки думи, които още никой образец не намира. Изберете тема и думата влиза в нея като образец; в самата тема може да го поправите.
themes-proposals-none = Няма дума в поне два отговора, която образците да не намират.
themes-proposals-fewest = { $n ->
    [one] Думи в поне { $n } отговор
   *[other] Думи в поне { $n } отговора
}
themes-take = Добавете
themes-take-into = Тема за „{ $pattern }“

themes-answers = Отговорите с темите им
themes-answers-number = { $n ->
    [0] Няма такива отговори
    [one] { $n } отговор
   *[other] { $n } отговора
}
themes-choices = Кои отговори да се покажат
themes-choice = { $words } ({ $n })
themes-of-all = Всички
themes-of-waiting = Неотнесени
themes-of-latin = С латински букви
themes-answer = Отговор { $n }
themes-answers-none = Тук няма нищо за четене.
themes-back = Към списъка
themes-denied = { $theme } – отрича се
themes-latin-read-as = На кирилица вероятно е:
themes-latin-confirm = Предложените теми са отбелязани по-долу; запазете, ако са верни.
themes-waits = Неотнесен
themes-speaks-of-none = Нито една от темите
themes-by-person = решено от човек
themes-decide = Решете за какво говори
themes-decide-which = За какво говори този отговор
themes-decide-save = Запазете
themes-undecide = Оставете на образците
themes-answers-next = Следващите
desk-done-themes-begun = Списъкът е започнат.
desk-done-themes-saved = Запазено е.
desk-done-themes-removed = Темата е махната.
desk-done-themes-imported = Темите от файла са в списъка.
desk-done-themes-frozen = Версията е замразена и влиза в резултатите и доклада.
desk-done-themes-pattern = Образецът е добавен.
desk-done-themes-decided = Решението е запазено.
desk-done-themes-undecided = Отговорът отново е оставен на образците.
desk-done-themes-drawn = Отговорите са изтеглени. Двама души могат да започнат.
desk-done-themes-joined = Вие сте един от двамата.
desk-done-themes-coded = Запазено е.
desk-done-themes-settled = Уточнено е.

themes-sample = Двама независими читатели
themes-sample-lede = Двама души четат едни и същи отговори, без да виждат какво е решил другият. Така се разбира дали темите са ясни и дали образците вършат работа.
themes-draw-how = Изтеглят се по жребий { $n } отговора, или всички, ако са по-малко. Числото, от което тръгва жребият, се записва, за да може да се повтори.
themes-draw = Изтеглете отговори
themes-draw-anew = Изтеглете наново
themes-draw-anew-what = Променихте ли темите, прочетете нови отговори с новия списък.
themes-drawn-of = { $n ->
    [one] Изтеглен е { $n } от { $all } отговора на { $day }
   *[other] Изтеглени са { $n } от { $all } отговора на { $day }
}; начало на жребия { $seed }.
themes-join-what = За тези отговори е нужен още един читател.
themes-join = Ще чета и аз
themes-stage-taken = Тези отговори вече имат двама читатели.
themes-stage-waiting = Вие сте готови. Сравнението се показва, когато и другият прочете всичко.
themes-stage-differing = И двамата са готови. Уточнете отговорите, за които решенията се различават.
themes-stage-settled = Всичко е прочетено и уточнено. Тези решения вече важат вместо образците.
themes-progress = Прочетени { $done } от { $all }
themes-none-of-them = Нито една от тях
themes-code-next = Запазете и продължете
themes-agreement = Доколко двамата са съгласни
themes-agreement-verdict = { $n ->
    [one] Върху { $n } отговор съгласието общо е { $verdict }.
   *[other] Върху { $n } отговора съгласието общо е { $verdict }.
} Прагът е капа { $enough }. Под него поговорете за темите, поправете описанията им и прочетете нови отговори.
themes-agreement-note = Капа е 1 при пълно съгласие и 0, когато е колкото при случайно решаване; в скобите е 95-процентният ѝ интервал. Точност: колко от намереното по образците е вярно. Пълнота: колко от намереното от хората са намерили и образците.
themes-together = Всички теми общо
themes-enough = приемливо
themes-not-enough = недостатъчно
themes-no-spread = не може да се мери: и двамата винаги са решили едно и също
themes-differences = Различни решения
themes-first-coder = Първият читател
themes-second-coder = Вторият читател
themes-settle-which = Как го уточнихте двамата
themes-settle = Уточнено

# Резултати и доклад.
themes-of = { $part } от { $all }
themes-finding = { $part ->
    [one] { $part } от { $all }, които са писали, споменава „{ $theme }“
   *[other] { $part } от { $all }, които са писали, споменават „{ $theme }“
}
themes-finding-none = Никоя тема не е спомената от поне трима
themes-rare = По-рядко, от един или двама души, са споменати: { $themes }.
themes-measure = колко от писалите споменават всяка тема; един отговор може да говори за няколко
themes-base = База: само хората, които са писали; n = { $n }
themes-waiting = { $n ->
    [one] { $n } отговор не е отнесен към никоя тема.
   *[other] { $n } отговора не са отнесени към никоя тема.
}
themes-method = Пишат само тези, които сами са решили, затова няма интервал и числата не важат за всички. Теми: версия { $version } от { $day }; { $checked }.
themes-checked-enough = съгласието между двама независими читатели е приемливо
themes-checked-not-enough = съгласието между двама независими читатели е недостатъчно
themes-checked-unchecked = съгласието между двама независими читатели не е мерено
themes-column-mentioned = Споменават я
themes-column-denied = От тях я отричат
themes-row-writers = Писали
themes-row-waiting = Неотнесени към тема
themes-table-note = Един отговор може да говори за няколко теми, затова редовете не се събират до базата. Колко отричат е по думи като „не“ и „няма“ пред намереното.
themes-annex = Как са намерени темите
themes-annex-lede = Темите се намират по думи, а хора са чели отговорите и са решавали, където думите не стигат. Ето по кои думи и доколко хората са съгласни помежду си.
themes-annex-patterns = „{ $name }“, версия { $version } от { $day }: теми и образци
themes-annex-agreement = „{ $name }“, версия { $version } от { $day }: съгласие и качество на образците
themes-annex-agreement-note = { $n ->
    [one] Двама души са чели независимо { $n } и същ отговор.
   *[other] Двама души са чели независимо едни и същи { $n } отговора.
} Общото съгласие е { $verdict }; прагът е капа { $enough }. В скобите е 95-процентният интервал на капа. Точност: колко от намереното по образците е вярно; пълнота: колко от намереното от хората са намерили и образците.
themes-annex-unchecked = Двама души не са чели независимо едни и същи отговори, затова съгласието им не е мерено.
themes-annex-but = без { $patterns }
themes-annex-star = Звездата замества края на думата.
themes-groups = За какво пишат различните хора: { $question }
themes-group = { $group } (писали { $n })
themes-groups-note = Показват се само групи с поне 30 писали и теми, които споменават поне петима от всяка. Пишат само тези, които сами са решили, затова разликите не важат за всички.

# Дневник.
desk-act-themes-begun = Започнат списък с теми на свободните отговори
desk-act-themes-changed = Променен списък с теми на свободните отговори
desk-act-themes-drawn = Изтеглени отговори за двама независими читатели
desk-act-themes-settled = Уточнени решенията на двамата читатели
desk-act-themes-frozen = Замразени теми на свободните отговори
desk-fact-list = списък
desk-fact-name = име
desk-fact-themes = теми
desk-fact-drawn = изтеглени
desk-fact-of = от
desk-fact-seed = начало на жребия
desk-fact-answers = отговори
desk-fact-writers = писали
desk-fact-kappa = капа

refusal-themes-no-question = Изберете поне един въпрос.
refusal-themes-question-taken = Този въпрос вече е в списъка „{ $name }“.
refusal-themes-too-many-lists = Едно проучване има най-много { $most } списъка с теми.
refusal-themes-too-many = Един списък има най-много { $most } теми.
refusal-themes-code-unreadable = „{ $given }“ не може да е кратък знак: пишете латински букви, цифри и „_“, най-много 40.
refusal-themes-code-taken = Вече има тема с кратък знак „{ $code }“.
refusal-themes-pattern = „{ $pattern }“ не е образец: { $why ->
    [empty] празен е
    [star] звездата стои само в края на дума, след поне две букви
    [word] думите имат само букви и цифри
   *[many] думите са най-много пет
}.
refusal-themes-too-many-patterns = Една тема има най-много { $most } образеца.
refusal-themes-columns-missing = В таблицата липсват колони: { $columns }.
refusal-themes-line = Ред { $line }:
refusal-themes-name-missing = Темата няма име.
refusal-themes-too-long = Името или описанието е твърде дълго; описанието е най-много { $longest } знака.
refusal-themes-file-empty = В таблицата няма нито една тема.
refusal-themes-file-unreadable = Файлът не се чете като таблица.
    .hint = Запазете го от електронната таблица като CSV.
refusal-themes-file-too-large = Файлът е по-голям от { $most } KB.
refusal-themes-too-many-answers = Наведнъж се обработват най-много { $most } написани отговора.
refusal-themes-nothing-written = Още никой не е писал.
refusal-themes-none = В списъка още няма теми.
refusal-themes-unknown = Такава тема вече няма в списъка.
refusal-themes-nothing-ticked = Изберете поне една тема или „Нито една от тях“.
refusal-themes-sample-taken = Тези отговори вече имат двама читатели.
refusal-themes-sample-coded = И двамата вече са прочели всичко; решенията се променят само с уточняване.
refusal-themes-sample-unfinished = Двамата читатели още не са готови. Изчакайте ги и уточнете разликите, после замразете.
