# Общи думи: дати, бройки, имена на неща, които се срещат навсякъде.

glas = Глас
long-date = { $day } { $month } { $year } г.
month-1 = януари
month-2 = февруари
month-3 = март
month-4 = април
month-5 = май
month-6 = юни
month-7 = юли
month-8 = август
month-9 = септември
month-10 = октомври
month-11 = ноември
month-12 = декември

demonstration-data = Демонстрационни данни

count-answers = { $n ->
    [one] { $n } отговор
   *[other] { $n } отговора
}
count-people = { $n ->
    [one] { $n } човек
   *[other] { $n } души
}
count-questions = { $n ->
    [one] { $n } въпрос
   *[other] { $n } въпроса
}
