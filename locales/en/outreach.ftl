# Projects and publications: the refusals, and what to do.

refusal-slug-unreadable = “{ $text }” cannot stand in an address.
    .hint = Use small Latin letters, digits and single hyphens, at most 80 characters, for example doklad-2023.
refusal-period-ends-before-it-begins = The period ends before it begins.
    .hint = Choose a last day that is { $first } or later.
