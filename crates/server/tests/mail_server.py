"""A mail server for the tests, on a port of its own: aiosmtpd, which others wrote, with manners that depend on the recipient.

later@   is put off the first time            full@   has no room
nobody@  does not exist                       cut@    the connection ends in the midst of the letter, the first time
slow@    is thought about for a long time

Every letter taken is kept as a file: who from, who to, and its bytes. Arguments: the folder for them; with a certificate and
its key STARTTLS is required, with a name and a password signing in too; „tls“ encrypts from the start.
"""

import asyncio
import json
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

folder, certificate, key, user, password, manner = sys.argv[1:7]
folder = pathlib.Path(folder)
met = set()
taken = 0


def first_time(address):
    new = address not in met
    met.add(address)
    return new


class Manners:
    async def handle_RCPT(self, server, session, envelope, address, options):
        local = address.split("@")[0]
        if local == "later" and first_time(address):
            return "451 4.7.1 Greylisted, come back later"
        if local == "nobody":
            return f"550 5.1.1 <{address}>: no such mailbox"
        if local == "full":
            return "452 4.2.2 mailbox full"
        if local == "slow":
            await asyncio.sleep(60)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        global taken
        if envelope.rcpt_tos[0].startswith("cut@") and first_time(envelope.rcpt_tos[0]):
            server.transport.abort()
            return "421 gone"
        taken += 1
        kept = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "encrypted": session.ssl is not None or manner == "tls",
            "signed_in": bool(session.authenticated),
            "data": envelope.content.decode("utf-8"),
        }
        (folder / f"{taken}.json").write_text(json.dumps(kept))
        return "250 2.0.0 queued"


def authenticator(server, session, envelope, mechanism, data):
    return AuthResult(success=data.login == user.encode() and data.password == password.encode())


async def main():
    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
    starttls = context if manner == "starttls" else None

    def speak():
        return SMTP(
            Manners(),
            tls_context=starttls,
            require_starttls=starttls is not None,
            authenticator=authenticator,
            auth_required=bool(user),
            auth_require_tls=manner != "tls",
            enable_SMTPUTF8=False,
        )

    wrapped = context if manner == "tls" else None
    listening = await asyncio.get_running_loop().create_server(speak, "127.0.0.1", 0, ssl=wrapped)
    print(listening.sockets[0].getsockname()[1], flush=True)
    await listening.serve_forever()


asyncio.run(main())
