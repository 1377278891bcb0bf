# Въпросници и отговори от други програми.
import-kinds = Какви файлове се приемат
import-kind-xlsform = XLSForm (.xlsx, .xls, .csv, .md) – с листове survey, choices и settings; така изнасят KoboToolbox и ODK.
import-kind-limesurvey = LimeSurvey (.lss, .lsa) – анкетата, а от .lsa и отговорите. Ще видите въпрос по въпрос какво не може да се пренесе.
import-kind-surveyjs = SurveyJS (.json) – въпросникът, както го записва неговият редактор, с това какво не може да се пренесе.
import-kind-sheet = Таблица с отговори от Google Forms, Microsoft Forms или друга програма (.csv, .xlsx). Въпросникът се отгатва от нея, Вие го поправяте и едва тогава се внася заедно с отговорите.
import-keep-personal = Запазете и колоните с лични данни
import-keep-personal-hint = Иначе колоните с имена, адреси, пощи и телефони се изпразват още при качването и не се пазят никъде. Отметнете само ако без тях не може и имате основание да ги обработвате.
import-archive = Във файла има и отговори
import-archive-answers = { $n ->
    [one] { $n } отговор може да бъде приет
   *[other] { $n } отговора могат да бъдат приети
}, { $rejected ->
    [0] отхвърлени няма.
    [one] { $rejected } ред – не.
   *[other] { $rejected } реда – не.
} След като приемете въпросника, ще ги видите и ще решите дали да ги добавите.
import-archive-unfinished = { $n ->
    [one] { $n } отговор е започнат и не е изпратен. Той не се пренася.
   *[other] { $n } отговора са започнати и не са изпратени. Те не се пренасят.
}

# Таблица с отговори, от която се отгатва въпросникът.
import-sheet-title = Какво има в таблицата
import-sheet-lede = Така разчетохме колоните. Погледнете ги и поправете, каквото не е вярно. Нищо не е внесено, преди да потвърдите.
import-sheet-google = Google Forms
import-sheet-microsoft = Microsoft Forms
import-sheet-unknown = таблица
import-sheet-rows = { $n ->
    [one] { $n } ред
   *[other] { $n } реда
}
import-sheet-columns = { $n ->
    [one] { $n } колона
   *[other] { $n } колони
}
import-sheet-name = Заглавие на въпросника
import-sheet-title-missing = Напишете заглавие на въпросника.
import-sheet-columns-heading = Колони
import-sheet-columns-hint = Отворени са само колоните, за които не сме сигурни. Другите също може да се променят.
import-sheet-header = Заглавие в таблицата:
import-sheet-answered = { $n ->
    [0] никой не е отговорил
    [one] { $n } отговорил
   *[other] { $n } отговорили
}
import-sheet-examples = Например:
import-sheet-kind = Какво е
import-sheet-words = Въпрос
import-sheet-options = Възможни отговори
import-sheet-options-hint = По един на ред, точно както са в таблицата. Ако оставите полето празно, ще ги вземем от стойностите.
import-sheet-other = Който е написал нещо друго, е отговорил „Друго“ със свои думи
import-sheet-ordered = Отговорите са степени на скала, от най-лошата към най-добрата
import-sheet-ordered-hint = Подредете ги така в полето. „Не мога да преценя“ и „Не се отнася“ стоят извън скалата.
import-sheet-grid = Общ въпрос, ако е ред от таблица
import-sheet-grid-hint = Съседни колони с еднакъв текст тук стават една таблица. Число значи таблица без общ въпрос.
import-sheet-sure-low = не сме сигурни
import-sheet-sure-medium = вероятно
import-sheet-sure-high = сигурно
import-sheet-sure-person = посочено от Вас
import-sheet-agrees = Знам, че внасям колони с лични данни
import-sheet-agrees-hint = Те ще стоят при отговорите и по тях може да се познае кой е отговорил. Внесете ги само ако хората са били предупредени и имате основание.
import-sheet-personal-refused = Колони, които приличат на лични данни, са посочени за въпроси. Махнете ги или потвърдете, че имате основание да ги внесете.
import-sheet-check = Проверете
import-sheet-import = Внесете въпросника и отговорите
import-sheet-as-draft = Започнете чернова само от въпросите
import-sheet-not-yet = Още нищо не е внесено. Прегледайте въпросника по-долу. Отхвърлените редове няма да влязат. След внасянето въпросникът не се променя.
import-sheet-more = { $n ->
    [one] И още { $n }.
   *[other] И още { $n }.
}
import-kind-of-left-out = Не се внася
import-kind-of-one = Един отговор
import-kind-of-many = Няколко отговора
import-kind-of-text = Кратък текст
import-kind-of-long-text = Дълъг текст
import-kind-of-integer = Цяло число
import-kind-of-decimal = Число
import-kind-of-date = Дата
import-kind-of-day = Ден на попълване
desk-done-sheet = Въпросникът и отговорите са внесени.

# Отговори от файл.
desk-answers-columns-used = Използват се { $used } от { $all } колони
desk-answers-columns-how = Всяка колона отива към един въпрос или се пропуска. Познатите са избрани; поправете останалите и проверете отново.
desk-answers-columns-many = Колоните са твърде много, за да се избират тук. Във файла им дайте за заглавия кодовете на въпросите.
desk-answers-column = Колона
desk-answers-examples = Например
desk-answers-meaning = Значи
desk-answers-left-out = Не се използва
desk-answers-day = Ден на попълване
desk-answers-mode = Начин на попълване
desk-answers-own-words = със свои думи
desk-answers-recheck = Проверете отново
desk-answers-repeated = Повторени редове
desk-answers-repeated-hint = При кратък въпросник еднакви отговори са нещо обичайно. Пропускайте ги само ако файлът съдържа едни и същи хора два пъти.
desk-answers-skip = Пропуснете ги
desk-answers-within = { $n ->
    [one] { $n } ред казва същото като друг ред преди него: { $rows }
   *[other] { $n } реда казват същото като друг ред преди тях: { $rows }
}
desk-answers-before = { $n ->
    [one] { $n } ред казва същото като отговор, внесен с по-ранен файл: { $rows }
   *[other] { $n } реда казват същото като отговори, внесени с по-ранен файл: { $rows }
}

# Същите въпроси към друга група.
mirror-title = Общи въпроси с другите групи
mirror-about = Въпроси с един и същ код се сравняват между групите. Сравнението е честно само ако отговорите за избор са еднакви.
mirror-same = { $n ->
    [0] Нито един въпрос не е съвсем същият.
    [one] { $n } въпрос е същият и ще се сравнява.
   *[other] { $n } въпроса са същите и ще се сравняват.
}
mirror-differing = Разлики
mirror-question = Въпрос
mirror-kind = Там под същия код се пита друг вид въпрос. Няма да се сравняват.{ $theirs }
mirror-kind-hint = Ако въпросът е друг, дайте му друг код. Ако е същият, нека бъде от същия вид.
mirror-options = Там отговорите за избор са други или в друг ред. Няма да се сравняват.{ $theirs }
mirror-options-hint = За сравнение вземете същата скала. Ако въпросът е друг, дайте му друг код.
mirror-words = Там е с други думи: „{ $theirs }“
mirror-words-hint = Правилно е, ако питате същото, но от другата страна. Иначе изравнете думите или дайте друг код.

# Върнати файлове с отговори.
desk-import-title = Внесен файл с отговори
desk-import-day = Внесен на
desk-import-by = Внесен от
desk-import-answers = Отговори от него
desk-import-rejected = Отхвърлени редове
desk-import-digest = Отпечатък на файла (SHA-256)
desk-import-undo = Махнете отговорите от този файл
desk-import-undo-what = Всички отговори от файла изчезват заедно с решенията за техните свободни отговори, а броячите, ограниченията и резултатите се връщат така, както щяха да бъдат без него. Отговорите по интернет, от карти и от други файлове остават. Файлът може да се внесе отново. В дневника остава кой, кога и защо го е махнал.
desk-import-published = От отговорите в този файл може вече да е показано нещо на всички:
desk-import-since-results = резултатите от проучването и докладът от тях се виждат от всички и ще се променят
desk-import-since-data = отворени данни, версия { $n } от { $day }
desk-import-since-report = „{ $title }“, публикувано на { $day }
desk-import-published-stays = Публикуваните файлове и доклади не се променят сами. Ако в тях има грешка, публикувайте поправка или оттеглете версията. Напишете защо махате отговорите: това остава в дневника и до името на файла.
desk-import-note = Защо
desk-import-note-hint = Задължително, ако нещо от файла вече е показано. Без лични данни.
desk-import-confirm = Разбирам, че отговорите от този файл се махат от проучването.
desk-import-undo-button = Махнете отговорите
desk-done-import-undone = Отговорите от файла са махнати от проучването.
desk-file-undone = { $n ->
    [one] „{ $name }“ от { $day }: { $n } отговор, махнат на { $undone }.
   *[other] „{ $name }“ от { $day }: { $n } отговора, махнати на { $undone }.
}
refusal-undoing-not-confirmed = Не сте потвърдили, че отговорите се махат.
    .hint = Отбележете полето и опитайте отново.
refusal-undoing-note-needed = Напишете защо махате отговорите.
    .hint = Нещо от тях вече е показано на всички и те трябва да могат да научат причината.
desk-act-answers-undone = Махнати отговори от внесен файл
desk-fact-digest = отпечатък
desk-fact-imported-on = внесен на
desk-fact-removed = махнати
desk-fact-published = вече публикувано
desk-fact-note = бележка
