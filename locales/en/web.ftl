# The words of the pages.

mark = glas
og-locale = en_GB
other-language = Български
skip-to-content = Skip to content
navigation-label = Main
banner-label = About these data
banner-day = Day of the demonstration: { $day }
banner-demonstration = Demonstration data · { $who }
banner-demonstration-day = Demonstration data · { $who } · day of the demonstration: { $day }
feed-title = Publications and changes
flag = Flag of the European Union
to-desk = Desk

tab-project = Project
tab-studies = Studies
tab-documents = Documents

foot-projects = All projects
foot-records = What we record
foot-accessibility = Accessibility
foot-sign-in = Staff sign-in

errors-heading = Some things need mending
print = Print

kind-400 = The request cannot be read.
    .heading = Something in the address or the form is wrong
    .hint = Go back to the previous page and try again. If you followed a link, check that it is complete.
kind-403 = This page is not for your role, or the form was sent from another site.
    .heading = No access
    .hint = Open the page on this site and try again. If you should have access, ask the administrator.
kind-404 = There is nothing at this address, or it has moved.
    .heading = No such page
    .hint = Check that the address is complete. Everything published can be reached from the front page.
kind-405 = This page is opened in another way.
    .heading = This cannot be done here
    .hint = Open the page again and send the form from there.
kind-408 = The request did not arrive in time.
    .heading = The connection is too slow
    .hint = Try again. If you are sending a file, try a smaller one.
kind-413 = What you sent is larger than we can take.
    .heading = File or form too large
    .hint = Choose a smaller file or shorten the text.
kind-415 = This kind of data cannot be taken here.
    .heading = Unknown kind of data
    .hint = Send the form from the page that holds it.
kind-422 = What you sent cannot be taken as it is.
    .heading = Some things need mending
    .hint = Go back, mend what is marked, and send it again.
kind-429 = Too many attempts in a short time.
    .heading = Please wait a little
    .hint = Try again in a minute.
kind-500 = Something broke on our side. It is not your fault.
    .heading = A fault
    .hint = We have noted what happened. Try again in a while; if it fails again, write to us and name the number.
kind-503 = The site could not answer in time.
    .heading = We are busy
    .hint = Try again in a minute.
kind-reference = Number of the fault:
kind-home = To the front page
