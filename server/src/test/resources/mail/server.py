"""A mail server as people run one: STARTTLS, a user and a password. Says its port, then each mail it takes, as lines on its output."""
import base64, ssl, sys, threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

certificate, key, user, password = sys.argv[1:5]


class Inbox:
    async def handle_DATA(self, server, session, envelope):
        who = session.auth_data.login.decode() if session.authenticated else "nobody"
        tls = "tls" if session.ssl else "open"
        text = base64.b64encode(envelope.content).decode()
        print("mail", who, tls, ",".join(envelope.rcpt_tos), text, flush=True)
        return "250 taken"


def allowed(server, session, envelope, mechanism, data):
    good = data.login == user.encode() and data.password == password.encode()
    return AuthResult(success=good, handled=False, auth_data=data)


def free_port():
    import socket
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


more = {}
if certificate != "none":
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    more = dict(tls_context=context, require_starttls=True, auth_required=True, authenticator=allowed)
controller = Controller(Inbox(), hostname="127.0.0.1", port=free_port(), **more)
controller.start()
print("port", controller.port, flush=True)
sys.stdin.read()
controller.stop()
