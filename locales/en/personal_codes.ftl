# Personal codes: each serves to answer once.

desk-study-codes = Personal codes and invitations
desk-codes-title = Personal codes and invitations
desk-codes-lede = Each code serves to answer once. Send the codes by e-mail or print them on letters.
desk-codes-caption = How many codes there are and what is known of them
desk-codes-way = Way
desk-codes-printed = On paper
desk-codes-sent = By e-mail
desk-codes-made = Made
desk-codes-used = Answered
desk-codes-unused = Not answered yet
desk-codes-withdrawn = Withdrawn
desk-codes-share = Share who answered
desk-codes-known = All that is known of a code is whether it was used. When, and what was answered, is not recorded and cannot be found out.
desk-codes-open = At present anybody with the common address may answer too.
desk-codes-by-code = At present one answers only with a code.
desk-codes-send-heading = Invitations by e-mail
desk-codes-held = No mail server is set, so invitations are held. They go out when the operator sets one.
desk-codes-addresses = Addresses
desk-codes-addresses-hint = One on each line. Who has a code for this group gets no second one. Write only to people who expect letters from you.
desk-codes-send = Send invitations
desk-codes-remind-how = We remind only those who have not answered: { $most } times at most, and not before three days have passed since the letter before.
desk-codes-remind = Remind
desk-codes-make-heading = Letters on paper
desk-codes-number = Number of codes
desk-codes-number-hint = How many letters you will hand out, 5000 at most at once.
desk-codes-make = Make codes
desk-codes-export-note = The codes are shown when you ask for them, and the journal notes it: whoever has them can answer with them.
desk-codes-print = Letters to print
desk-codes-table = Table (CSV)
desk-codes-column-code = Code
desk-codes-column-link = Link
desk-codes-withdraw-heading = Withdrawal
desk-codes-withdraw-why = Codes that were not used stop working at once, those in letters already sent too. The answers that have come stay.
desk-codes-withdraw = Withdraw the unused codes
desk-codes-done-made = { $n ->
    [one] { $n } code was made.
   *[other] { $n } codes were made.
}
desk-codes-done-sent = { $n ->
    [0] There are no new addresses.
    [one] { $n } invitation was queued.
   *[other] { $n } invitations were queued.
} { $known ->
    [0] {""}
    [one] { $known } address had a code before.
   *[other] { $known } addresses had a code before.
}
desk-codes-done-reminded = { $n ->
    [one] { $n } reminder was queued.
   *[other] { $n } reminders were queued.
}
desk-codes-done-withdrawn = { $n ->
    [one] { $n } code was withdrawn.
   *[other] { $n } codes were withdrawn.
}
desk-codes-sheet = Letters with personal codes
desk-codes-sheet-how = Each letter is a page of its own when printed. If there are more than 500, use the table.
desk-codes-back = To the codes
desk-codes-letter-what = We invite you to answer a few questions. It takes a few minutes.
desk-codes-letter-how = Open { $address } and add the code after the slash, or point the camera of your telephone at the mark.
desk-codes-letter-until = We take answers until { $day }.
desk-codes-letter-private = The code serves once. It is not kept with the answers, and nobody can find out what you answered.

refusal-codes-number-unreadable = “{ $given }” is no number of codes.
    .hint = Write a number from 1 to 5000.
refusal-codes-too-many = At most { $most } codes are made at once.
    .hint = Make them in several steps.
refusal-codes-nobody-named = There is not a single address.
    .hint = Write at least one e-mail address.
refusal-codes-addresses-unreadable = Some lines hold no e-mail address: { $lines }.
    .hint = Put these lines right. Nothing was sent.
refusal-codes-too-many-addresses = At most { $most } people are invited at once.
    .hint = Divide the list into parts.
refusal-codes-over-already = Answers are not taken any more.
    .hint = Codes and letters make sense only while answers are taken.
refusal-codes-project-unopened = The project is not open yet, and the letter would lead to a page that nobody sees.
    .hint = Open the project to everybody and invite people afterwards.
refusal-codes-nobody-to-remind = There is nobody to remind now.
    .hint = Everybody has answered, or got a letter within the last three days, or was reminded twice.

desk-act-personal-codes-made = Personal codes made
desk-act-personal-codes-printed = Personal codes shown for printing
desk-act-personal-codes-sent = Invitations with a personal code sent
desk-act-personal-codes-reminded = Reminders sent
desk-act-personal-codes-withdrawn = Personal codes withdrawn
desk-fact-number = number
