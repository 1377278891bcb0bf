# Refusals and sentences of the operations.

refusal-password-too-short = The password has { $is ->
    [one] { $is } character
   *[other] { $is } characters
}, which is too short.
    .hint = Choose at least { $shortest } characters. A few words in a row are easy to remember and safe.
refusal-password-too-long = The password is too long.
    .hint = Choose at most { $longest } characters.
refusal-password-too-simple = The password is easy to guess.
    .hint = Choose several different words, without the name that you sign in with.
refusal-passwords-differ = The two passwords differ.
    .hint = Type the same password in both fields.
refusal-sign-in-refused = The name or the password is wrong.
    .hint = Check the keyboard language and Caps Lock. If you have forgotten the password, ask the administrator for a new sign-in link.
refusal-too-many-attempts = There were too many attempts to sign in.
    .hint = Try again in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
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
