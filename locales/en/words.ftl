# Common words: dates, counts, names of things met everywhere.

glas = Glas
long-date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

demonstration-data = Demonstration data

count-answers = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
count-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
count-questions = { $n ->
    [one] { $n } question
   *[other] { $n } questions
}
