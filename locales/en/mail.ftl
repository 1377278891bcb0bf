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

letter-study-invitation =
    Hello,

    { $who } invites you to answer the questions of the study “{ $study }”. We ask: { $audience }. We take answers until { $day }.

    The link below is for you alone and serves to answer once. We know whether you have answered, so as not to remind you, but not what: the answers are kept apart and do not lead to you.
    .title = Invitation to take part: { $study }
    .link = Answer
    .after =
        If you do not wish to take part, there is nothing you need to do. We shall remind you twice at most.

letter-study-reminder =
    Hello,

    A reminder of the invitation by { $who } to answer the questions of the study “{ $study }”. We take answers until { $day }.

    The link below is for you alone and serves to answer once. All we know is that you have not answered yet. The answers are kept apart and do not lead to you.
    .title = Reminder: { $study }
    .link = Answer
    .after =
        If you do not wish to take part, there is nothing you need to do.
letter-new-browser =
    Hello, { $name }!

    On { $at } (Bulgarian time) somebody signed in as “{ $account }” at { $site } from a browser that you had not signed in with before.

    If it was you, there is nothing to do.
    .title = A sign-in from a new browser at { $site }
    .link = Recent security events
    .after =
        If it was not you, open the page, sign out everywhere, change your password and tell the administrator. If you cannot get in, write to them at once.

letter-password-changed =
    Hello, { $name }!

    On { $at } (Bulgarian time) the password of “{ $account }” at { $site } was changed.

    If it was you, there is nothing to do.
    .title = Password changed at { $site }
    .link = Recent security events
    .after =
        If it was not you, open the page, sign out everywhere, change your password and tell the administrator. If you cannot get in, write to them at once.

letter-second-factor-added =
    Hello, { $name }!

    On { $at } (Bulgarian time) signing in by two steps was switched on for “{ $account }” at { $site }.

    If it was you, there is nothing to do.
    .title = Second step switched on at { $site }
    .link = Recent security events
    .after =
        If it was not you, open the page, sign out everywhere, change your password and tell the administrator. If you cannot get in, write to them at once.

letter-second-factor-removed =
    Hello, { $name }!

    On { $at } (Bulgarian time) signing in by two steps was switched off for “{ $account }” at { $site }.

    If it was you, there is nothing to do.
    .title = Second step switched off at { $site }
    .link = Recent security events
    .after =
        If it was not you, open the page, sign out everywhere, change your password and tell the administrator. If you cannot get in, write to them at once.

letter-passkey-added =
    Hello, { $name }!

    On { $at } (Bulgarian time) a passkey was added to “{ $account }” at { $site }.

    If it was you, there is nothing to do.
    .title = Passkey added at { $site }
    .link = Recent security events
    .after =
        If it was not you, open the page, sign out everywhere, change your password and tell the administrator. If you cannot get in, write to them at once.

letter-passkey-removed =
    Hello, { $name }!

    On { $at } (Bulgarian time) a passkey was removed from “{ $account }” at { $site }.

    If it was you, there is nothing to do.
    .title = Passkey removed at { $site }
    .link = Recent security events
    .after =
        If it was not you, open the page, sign out everywhere, change your password and tell the administrator. If you cannot get in, write to them at once.

letter-openid-added =
    Hello, { $name }!

    On { $at } (Bulgarian time) “{ $account }” at { $site } was connected with the sign-in service of the organisation.

    If it was you, there is nothing to do.
    .title = Signing in by the organisation connected at { $site }
    .link = Recent security events
    .after =
        If it was not you, open the page, sign out everywhere, change your password and tell the administrator. If you cannot get in, write to them at once.

letter-openid-removed =
    Hello, { $name }!

    On { $at } (Bulgarian time) “{ $account }” at { $site } was disconnected from the sign-in service of the organisation.

    If it was you, there is nothing to do.
    .title = Signing in by the organisation disconnected at { $site }
    .link = Recent security events
    .after =
        If it was not you, open the page, sign out everywhere, change your password and tell the administrator. If you cannot get in, write to them at once.

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
letter-reason-delayed = A mail server took it and is still trying to deliver it.
letter-reason-address-dead = It was not sent: an earlier letter to this address came back because nobody is there. Correct the person’s address; if it is right, try again.
letter-reason-too-late = It could not leave in time and has no point any more.
letter-reason-address-changed = The person’s address was changed after the letter was queued.
letter-reason-superseded = A newer letter replaced it.
letter-reason-given-up = An administrator decided not to send it.
letter-reason-tried-again = Waits for a new attempt.
letter-reason-unknown = Written by another version of the program.

# The page of the letters.
desk-tab-mail = Mail
desk-mail-title = Letters
desk-mail-lede = What the program has sent, what waits and what did not arrive. Addresses are forgotten 30 days after sending.
desk-mail-no-server = No mail server is set, so letters are held.
desk-mail-no-server-why = The password link can be handed over in another way too: open the person’s page and issue a new one. Once the operator sets a mail server, letters that are held go out by themselves, if they still have a point.
desk-mail-filter = Which letters to show
desk-mail-all = All
desk-mail-waiting = Waiting
desk-mail-sent = Sent
desk-mail-failed = Not sent
desk-mail-held = Held
desk-mail-is-waiting = waits
desk-mail-is-sent = sent
desk-mail-is-failed = not sent
desk-mail-is-held = held
desk-mail-what = Letter
desk-mail-to = To
desk-mail-state = State
desk-mail-created = Written
desk-mail-forgotten = address forgotten
desk-mail-text = What it says
desk-mail-next = Next attempt: { $at }.
desk-mail-try = Try again
desk-mail-give-up = Give up
desk-mail-empty = There are no letters here.
desk-mail-older = Older letters
desk-letter-invitation = Invitation
desk-letter-setup-link = New password link
desk-letter-new-browser = Sign-in from a new browser
desk-letter-password-changed = Password changed
desk-letter-second-factor-added = Second step switched on
desk-letter-second-factor-removed = Second step switched off
desk-letter-passkey-added = Passkey added
desk-letter-passkey-removed = Passkey removed
desk-letter-openid-added = Signing in by the organisation connected
desk-letter-openid-removed = Signing in by the organisation disconnected
desk-letter-trial = Trial letter
desk-letter-other = Letter of another version of the program
desk-done-letter-tried = The letter waits for a new attempt. Within a minute you will see here what became of it.
desk-done-letter-given-up = The letter will not be sent.
desk-act-letter-tried-again = New attempt for a letter asked for
desk-act-letter-given-up = Letter given up
refusal-letter-settled = Nothing can be done about this letter any more.
    .hint = It has been sent meanwhile, a newer one took its place, or it has no point any more. See how it stands now.
