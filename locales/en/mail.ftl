# Letters by e-mail. An empty line parts paragraphs.

letter-foot =
    This letter was sent automatically by { $address }. Nobody reads answers to this address.

letter-invitation =
    Hello { $name },

    You have been added to the desk of { $site }. You will sign in with the name “{ $account }” and a password that you choose yourself.

    The link below is for you alone. It works once, { $days ->
        [one] until this time tomorrow
       *[other] within the next { $days } days
    }.
    .title = Invitation to { $site }
    .link = Choose a password
    .after =
        If you do not expect an invitation like this, do not open the link. Without it nobody can sign in in your name.

letter-setup-link =
    Hello { $name },

    The administrator of { $site } has asked for a new password link for you. You will sign in with the name “{ $account }”.

    The link below is for you alone. It works once, { $days ->
        [one] until this time tomorrow
       *[other] within the next { $days } days
    }. Links from earlier letters do not work any more.
    .title = New link for { $site }
    .link = Choose a new password
    .after =
        If you did not ask for a new link, do not open it and ask the administrator. Until you choose a new password, the old one stays.

letter-trial =
    Hello,

    If you can read this, the mail of { $site } works: letters leave and arrive.

    If the letter was in “Spam”, the command “glas doctor mail” shows what is missing in the settings of the domain.
    .title = Trial letter from { $site }

# Why a letter is where it is.
letter-reason-accepted = The mail server took it.
letter-reason-no-server = No mail server is set.
letter-reason-unreachable = The mail server does not answer.
letter-reason-encryption = The connection to the mail server cannot be protected: it offers no encryption, or its certificate is not to be trusted.
letter-reason-credentials = The mail server did not accept the name or the password of the program.
letter-reason-interrupted = The connection ended in the midst of sending. The letter may have arrived.
letter-reason-timed-out = The mail server took too long. The letter may have arrived.
letter-reason-busy = The mail server asked to try again later.
letter-reason-greylisted = The mail server puts off senders that it does not know. It mostly takes the letter some minutes later.
letter-reason-mailbox-full = The mailbox is full.
letter-reason-no-such-mailbox = There is no such mailbox. Check the address.
letter-reason-sender-refused = The recipient’s mail server does not take letters from us. Check SPF, DKIM and DMARC with “glas doctor mail”.
letter-reason-too-large = The letter is too large for the mailbox.
letter-reason-address-unsupported = The mail server knows no addresses with such letters.
letter-reason-rejected = The mail server refused the letter.
letter-reason-bounced = The letter was taken and came back later.
letter-reason-too-late = It could not leave in time and has no point any more.
letter-reason-address-changed = The person’s address was changed after the letter was queued.
letter-reason-superseded = A newer letter replaced it.
letter-reason-given-up = An administrator decided not to send it.
letter-reason-tried-again = Waits for a new attempt.
letter-reason-unknown = Written by another version of the program.
