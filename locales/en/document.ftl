# The written text of publications: refusals and what to do about them.

refusal-document-too-long = The text is too long: { $is } bytes, and { $max } fit.
    .hint = Split it into two publications, or attach the long part as a file. A Cyrillic letter takes two bytes.
refusal-document-too-deep = Lists and quotations are nested deeper than { $max } levels.
    .hint = Take the inner lists out as paragraphs of their own.
refusal-document-table-too-large = The tables have more than { $max } cells together.
    .hint = Attach the large table as a file.
