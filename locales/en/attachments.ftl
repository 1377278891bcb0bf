# Files that are attached.

desk-file-title-en = Name of the file in English
desk-file-language = In which language the file is
desk-file-access = Can a screen reader read it
desk-file-access-hint = A scanned sheet is a picture and cannot be read. A document with headings and described pictures can.
file-language-untold = another language, or no words
file-language-bg = in Bulgarian
file-language-en = in English
file-access-untold = not told
file-access-whole = a screen reader can read it
file-access-partly = a screen reader can read part of it
file-access-not-at-all = a screen reader cannot read it
file-digest = Digest (SHA-256)
desk-fact-sha256 = digest of a file
refusal-picture-unreadable = The picture “{ $name }” cannot be opened.
    .hint = Open it on your computer and save it anew as PNG or JPEG.
refusal-picture-too-large = The picture has more than { $most } million points, or is much too long.
    .hint = Make it smaller before you attach it. For a scanned document choose PDF.
