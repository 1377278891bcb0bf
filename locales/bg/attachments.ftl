# Файлове, които се прилагат.

desk-file-title-en = Име на файла на английски
desk-file-language = На какъв език е файлът
desk-file-access = Чете ли се с екранен четец
desk-file-access-hint = Сканиран лист е картина и не се чете. Документ със заглавия и описани изображения се чете.
file-language-untold = друг език или без думи
file-language-bg = на български
file-language-en = на английски
file-access-untold = не е посочено
file-access-whole = чете се с екранен четец
file-access-partly = чете се отчасти с екранен четец
file-access-not-at-all = не се чете с екранен четец
file-digest = Отпечатък (SHA-256)
desk-fact-sha256 = отпечатък на файл
refusal-picture-unreadable = Изображението „{ $name }“ не може да се отвори.
    .hint = Отворете го на Вашия компютър и го запишете наново като PNG или JPEG.
refusal-picture-too-large = Изображението има повече от { $most } милиона точки или е прекалено дълго.
    .hint = Намалете го преди да го приложите. За сканиран документ изберете PDF.
