"""Messages through a mail server that fails half of the time, and a server that is killed meanwhile; called by outbox.sh."""
import collections, json, os, random, signal, subprocess, sys, threading, time, urllib.error, urllib.request

try:
    from aiosmtpd.controller import Controller
    from aiosmtpd.smtp import SMTP
except ImportError:
    sys.exit("the mail server is missing; on Debian: apt-get install python3-aiosmtpd")

messages, kills, keep, evenkeel, seed = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4], int(sys.argv[5])
url = "http://127.0.0.1:%s" % os.environ["EVENKEEL_PORT"]
chance = random.Random(seed)
lock = threading.Lock()
taken, faults = collections.Counter(), collections.Counter()
# Of 100 conversations: 30 are told to come again, 19 break before the mail was taken, 1 after it, so that nobody hears that it was.
ODDS = [("busy at MAIL", 10), ("busy at RCPT", 10), ("busy at the end", 10), ("hangs up at MAIL", 9), ("hangs up at RCPT", 10), ("taken, then hangs up", 1)]


class Ragged:
    """Decides at the beginning of each conversation how it goes."""

    def fault(self, session):
        if not hasattr(session, "fault"):
            with lock:
                throw, session.fault = chance.random() * 100, ""
            for name, share in ODDS:
                if throw < share:
                    session.fault = name
                    break
                throw -= share
            if session.fault:
                with lock:
                    faults[session.fault] += 1
        return session.fault

    async def handle_MAIL(self, server, session, envelope, address, options):
        fault = self.fault(session)
        if fault == "hangs up at MAIL":
            server.transport.abort()
        if fault == "busy at MAIL":
            return "451 busy"
        envelope.mail_from = address
        return "250 ok"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.fault(session) == "hangs up at RCPT":
            server.transport.abort()
        if self.fault(session) == "busy at RCPT":
            return "450 come again"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope):
        if self.fault(session) == "busy at the end":
            return "452 no room just now"
        head = envelope.content.split(b"\r\n\r\n")[0].decode()
        subject = next(line[8:].strip() for line in head.split("\r\n") if line.lower().startswith("subject:"))
        with lock:
            taken["bench/" + subject.split()[1]] += 1
        if self.fault(session) == "taken, then hangs up":
            server.transport.abort()
        return "250 taken"


def start():
    global server
    log = open(keep + "/serve.log", "ab")
    env = dict(os.environ, EVENKEEL_MESSAGES_FIRST_RETRY="PT0.5S", EVENKEEL_MESSAGES_LONGEST_PAUSE="PT5S")
    server = subprocess.Popen([evenkeel, "serve"], stdout=log, stderr=log, env=env, start_new_session=True)
    for _ in range(240):
        try:
            urllib.request.urlopen(url + "/health").read()
            return
        except OSError:
            time.sleep(0.25)
    sys.exit("the server does not start; see %s/serve.log" % keep)


def kill():
    """The server's own processes and nobody else's: it leads a session of its own."""
    os.killpg(server.pid, signal.SIGKILL)
    server.wait()


def ask(path, body=None):
    token = open(keep + "/data/cli-token").read().strip()
    request = urllib.request.Request(url + path, data=body if body is None else json.dumps(body).encode(),
                                     headers={"Authorization": "Bearer " + token, "Content-Type": "application/json"})
    return json.loads(urllib.request.urlopen(request, timeout=60).read())


def all_messages():
    found, before = [], ""
    while True:
        page = ask("/api/messages?channel=bench&before=%s" % before)
        found += page["messages"]
        if not page.get("older"):
            return found
        before = page["older"]


print("seed %d" % seed)
mail = Controller(Ragged(), hostname="127.0.0.1", port=0, server_kwargs={"decode_data": False})
mail.port = 2526
mail.start()
began = time.time()
start()
ask("/api/channels", {"name": "bench", "kind": "smtp", "address": "ops@example.org", "host": "127.0.0.1", "port": mail.port,
                      "security": "none", "sender": "evenkeel@example.org", "inDoubt": os.environ.get("IN_DOUBT", "hold")})


def post():
    """Batch after batch; one that was not answered is posted again, under the same keys."""
    for first in range(0, messages, 250):
        batch = [{"key": "bench/%d" % n, "channel": "bench", "subject": "News %d" % n, "text": "Nothing new.", "about": "/upgrades/%d" % (n % 100)}
                 for n in range(first, min(first + 250, messages))]
        while True:
            try:
                ask("/api/messages", {"messages": batch})
                break
            except (OSError, urllib.error.URLError, ValueError):
                time.sleep(0.5)


posting = threading.Thread(target=post)
posting.start()
killed = []
for number in range(kills):
    wanted = messages * (number + 1) // (kills + 1) * 9 // 10
    while sum(taken.values()) < wanted:
        time.sleep(0.02)
    time.sleep(chance.random() * 0.5)
    kill()
    killed.append(sum(taken.values()))
    start()
posting.join()
while True:
    try:
        open_ones = len(ask("/api/messages?channel=bench&state=waiting")["messages"]) + len(ask("/api/messages?channel=bench&state=sending")["messages"])
        if not open_ones:
            break
    except (OSError, ValueError):
        pass
    time.sleep(1)
took = time.time() - began
found = all_messages()
states = collections.Counter(one["state"] for one in found)
tries = sum(one["tries"] for one in found)
doubt = [one for one in found if one["state"] == "failed" and "Ask whether it came" in one["says"]]
crashed = [one for one in doubt if one["says"].startswith("The server stopped")]
sent = {one["key"] for one in found if one["state"] == "sent"}
doubled = sum(1 for count in taken.values() if count > 1)
os.killpg(server.pid, signal.SIGTERM)
server.wait()
mail.stop()
print("| what | number |\n|---|---|")
for what, number in [
        ("messages posted", len(found)), ("attempts", tries), ("of them failed by the mail server", sum(faults.values())),
        ("kill -9 of the server", len(killed)), ("said to be sent", states["sent"]), ("of them taken by the mail server", len(sent & set(taken))),
        ("visibly failed, in doubt, for a person to decide", len(doubt)), ("of them because the server was killed", len(crashed)),
        ("visibly failed for another reason", states["failed"] - len(doubt)), ("still waiting", states["waiting"] + states["sending"]),
        ("mails taken by the mail server, different ones", len(taken)), ("of them twice", doubled)]:
    print("| %s | %d |" % (what, number))
print("killed after %s mails were taken; faults %s; %.0f s in all" % (", ".join(map(str, killed)), dict(faults), took))
# Everything said to be sent was taken; whatever else was taken is among those in doubt.
lost = messages - len(found)
unaccounted = len(set(taken) & {one["key"] for one in doubt})
ok = lost == 0 and doubled == 0 and states["sent"] + states["failed"] == messages and sent <= set(taken) and len(sent) + unaccounted == len(taken)
print("lost: %d, doubled: %d, in doubt that had arrived: %d of %d: %s" % (lost, doubled, unaccounted, len(doubt), "as promised" if ok else "NOT AS PROMISED"))
sys.exit(0 if ok or os.environ.get("IN_DOUBT") == "again" else 1)
