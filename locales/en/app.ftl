# Refusals and sentences of the operations.

refusal-password-too-short = The password has { $is ->
    [one] { $is } character
   *[other] { $is } characters
}, which is too short.
    .hint = Choose at least { $shortest } characters. A few words in a row are easy to remember and safe.
refusal-password-too-long = The password is too long.
    .hint = Choose at most { $longest } characters.
refusal-password-weak-common = This password, or one much like it, is among the most used.
    .hint = Such passwords are tried first. Choose several words that do not usually go together.
refusal-password-weak-name = The password holds your name or the name you sign in with.
    .hint = Whoever knows you will try that first. Choose several words that have nothing to do with you.
refusal-password-weak-keyboard = The password follows the order of the keys.
    .hint = Such rows are tried first. Choose several words that do not usually go together.
refusal-password-weak-repeat = The password repeats one thing.
    .hint = Repeating does not make it safer. Choose several different words.
refusal-password-weak-sequence = The password is a sequence like “abcde” or “12345”.
    .hint = Such sequences are tried first. Choose several words that do not usually go together.
refusal-password-weak-date = The password is hardly more than a date or a year.
    .hint = Dates are quickly tried one after another. Add several words that have nothing to do with the date.
refusal-password-weak-word = The password is hardly more than one word.
    .hint = The words of a dictionary are quickly tried one after another. Add several that have nothing to do with it.
refusal-password-weak-simple = The password is easy to guess.
    .hint = Choose several words that do not usually go together.
refusal-passwords-differ = The two passwords differ.
    .hint = Type the same password in both fields.
refusal-sign-in-refused = The name or the password is wrong.
    .hint = Check the keyboard language and Caps Lock. If you have forgotten the password, ask the administrator for a new sign-in link.
refusal-password-wrong = The password is wrong.
    .hint = Check the keyboard language and Caps Lock.
refusal-too-many-attempts = There were too many attempts to sign in.
    .hint = Try again in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
refusal-sign-in-busy = Many people are signing in at this moment.
    .hint = Wait a few seconds and sign in again. Your password was not checked, and the attempt does not count.
refusal-code-wrong = The code is wrong or has been used already.
    .hint = Type the code that the app shows now. If that does not help, check that the clock of the phone is right.
refusal-sign-in-step-over = Too much time has passed, or too many codes were wrong.
    .hint = Sign in again with your name and password.
refusal-setup-link-used = This link has been used already, or it has expired.
    .hint = If it was you, sign in with your password. If it was not, tell the administrator.

refusal-title-missing = The publication has no title.
    .hint = Write a title in Bulgarian.
refusal-text-too-long = The text has { $is } characters, and there is room for { $longest }.
    .hint = Shorten it.
refusal-address-taken = Another publication has this address already.
    .hint = Choose another end of the address.

refusal-being-counted = The answers are being counted anew.
    .hint = The figures will appear as soon as the count is done. Try again in a few minutes.

## What the check of the journal finds

refusal-journal-entry-altered = Journal { $tenant }, entry { $number }: the digest does not fit the entry. One of its fields was changed.
    .hint = Mend nothing. Keep a copy of the data as they are now, and find out with --backup which backup is still whole.
refusal-journal-entry-unlinked = Journal { $tenant }, entry { $number }: it names another entry before it. That one was changed, taken out, put in or exchanged.
    .hint = Mend nothing. Keep a copy of the data as they are now, and find out with --backup which backup is still whole.
refusal-journal-entry-missing = Journal { $tenant }: after entry { $before } comes entry { $number }. One is missing between them, or a number was changed.
    .hint = Mend nothing. Keep a copy of the data as they are now, and find out with --backup which backup is still whole.
refusal-journal-entry-unreadable = Journal { $tenant }: the entry after { $before } cannot be read. The program wrote no such thing.
    .hint = Mend nothing. Keep a copy of the data as they are now, and find out with --backup which backup is still whole.
refusal-journal-head-missed = Journal { $tenant }: the last entry is { $last }, the head of the chain says { $promised }. Entries were taken away or added at the end.
    .hint = Mend nothing. Keep a copy of the data as they are now, and find out with --backup which backup is still whole.
refusal-journal-head-altered = Journal { $tenant }: the head of the chain names entry { $number } with another digest.
    .hint = Mend nothing. Keep a copy of the data as they are now, and find out with --backup which backup is still whole.
refusal-journal-signature-wrong = Journal { $tenant }: the signature of { $day } for entry { $number } is wrong, or not by the key that was expected.
    .hint = Compare the key with the one that you keep. If it was changed, ask who did it, when and why.
refusal-journal-signed-missing = Journal { $tenant }: on { $day } entry { $number } was signed, now the last one is { $last }. The end of the journal was cut off.
    .hint = Mend nothing. Keep a copy of the data as they are now, and find out with --backup which backup is still whole.
refusal-journal-signed-altered = Journal { $tenant }: entry { $number }, signed on { $day }, has another digest now. The journal was rewritten up to it or before it.
    .hint = Mend nothing. Keep a copy of the data as they are now, and find out with --backup which backup is still whole.
refusal-journal-version-altered = Journal { $tenant }, entry { $number }: version { $version } of publication { $publication } no longer says what it said when it was published.
    .hint = Mend nothing. Keep a copy of the data as they are now, and find out with --backup which backup is still whole.
refusal-journal-version-missing = Journal { $tenant }, entry { $number }: the published version { $version } of publication { $publication } is gone.
    .hint = Mend nothing. Keep a copy of the data as they are now, and find out with --backup which backup is still whole.
refusal-journal-project-altered = Journal { $tenant }, entry { $number }: the page of project { $project } no longer says what it said after its last recorded change.
    .hint = Mend nothing. Keep a copy of the data as they are now, and find out with --backup which backup is still whole.
refusal-journal-file-missing = Household { $tenant }: the file { $file } is gone.
    .hint = Put the file back from a backup; find out with --backup which one is still whole.
refusal-journal-file-altered = Household { $tenant }: the content of the file { $file } was changed.
    .hint = Put the file back from a backup; find out with --backup which one is still whole.
refusal-tenant-place-taken = There is a tenant at { $place } already.
    .hint = Choose another path or host. To see them all: glas tenant list
refusal-tenant-path-reserved = “{ $path }” is taken by pages of the site itself.
    .hint = Choose another word, such as the municipality's name.
refusal-tenant-path-unreadable = “{ $path }” cannot be a tenant's path.
    .hint = Write up to 40 small Latin letters, digits and hyphens between them, such as primerovo.
refusal-tenant-host-unreadable = “{ $host }” is not the name of a host.
    .hint = Write the name without https:// and without a slash, such as glas.primerovo.example.
refusal-tenant-name-missing = The tenant has no name.
    .hint = Write the name of the organisation, such as „Община Примерово“.
