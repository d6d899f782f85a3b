"""Measures the pages of approvals on a running server; called by approvals.sh."""
import datetime, http.cookiejar, json, os, re, sys, time, urllib.error, urllib.parse, urllib.request

upgrades, keep, server, estate = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
PASSWORD = "a long enough password"


class Stay(urllib.request.HTTPRedirectHandler):
    """What a form answers is measured, not the page it leads to."""

    def redirect_request(self, *_):
        return None


class Person:
    """Somebody with a browser."""

    def __init__(self, link):
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()), Stay)
        code = urllib.parse.parse_qs(urllib.parse.urlparse(link).query)["code"][0]
        self.name = "person-%d" % (time.time_ns() % 10**9)
        self.press("/welcome?code=" + code, "/welcome", code=code, name=self.name, displayName=self.name, password=PASSWORD, again=PASSWORD)

    def open(self, path, data=None):
        began = time.perf_counter()
        try:
            answer = self.browser.open(server + path, data=data, timeout=600)
        except urllib.error.HTTPError as answered:
            answer = answered
        text = answer.read().decode()
        if answer.status not in (200, 302, 303):
            sys.exit("%s answers %d: %s" % (path, answer.status, re.sub(r"<[^>]*>|\s+", " ", text)[:1500]))
        return time.perf_counter() - began, text

    def press(self, page, to, **fields):
        """Presses a button of a page; the time is that of the button alone."""
        text = self.open(page)[1]
        csrf = re.search(r'name="_csrf"[^>]*value="([^"]+)"', text).group(1)
        seen = re.search(r'name="seen"[^>]*value="([^"]+)"', text)
        if seen:
            fields["seen"] = seen.group(1)
        return self.open(to, urllib.parse.urlencode(fields | {"_csrf": csrf}).encode())[0]


def wait():
    for _ in range(240):
        try:
            return urllib.request.urlopen(server + "/health").read()
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    sys.exit("the server does not start; see %s/serve.log" % keep)


def ask(path, body=None, kind="application/json"):
    headers = {"Authorization": "Bearer " + token, "Content-Type": kind}
    data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
    try:
        return urllib.request.urlopen(urllib.request.Request(server + path, data=data, headers=headers), timeout=600).read()
    except urllib.error.HTTPError as refused:
        sys.exit("%s answers %d: %s" % (path, refused.code, refused.read().decode()))


def row(what, times, against=None):
    times = sorted(times)
    at = lambda share: times[min(len(times) - 1, int(share * len(times)))]
    ratio = "" if against is None else "%.1f" % (at(0.5) / against)
    print("| %s | %d | %s | %s |" % (what, len(times), " | ".join("%.0f ms" % (1000 * t) for t in (at(0.5), at(0.95), times[-1])), ratio), flush=True)
    return at(0.5)


def runbook(number, system):
    return """apiVersion: evenkeel/v1
kind: Runbook
name: patch-%d
title: Patch %d
systems: [%s]
inputs:
  to: {type: string, default: '99.%d', description: the release to go to}
targets:
  - {name: n1}
version:
  from: '1'
  to: ${inputs.to}
  observe: {exec: {command: [ctl, version, "${target.name}"]}}
rollout:
  waves: [100%%]
  maxUnavailable: 1
steps:
  target:
    - id: switch
      title: Switch it to the new release
      run: {exec: {command: [ctl, switch, "${target.name}"]}}
      observe: {exec: {command: [ctl, switched, "${target.name}"]}}
      revert: {exec: {command: [ctl, back, "${target.name}"]}}
      timeout: 60s
""" % (number, number, system, number)


wait()
token = open(keep + "/data/cli-token").read().strip()
first = re.search(r"http://\S+/welcome\?code=\S+", open(keep + "/serve.log").read())
asks = Person(first.group(0))
decides = Person(json.loads(ask("/api/people/invitations", {"roles": ["admin"]}))["link"])
ask("/api/estate/apply", open(estate, "rb").read(), "application/yaml")
names = [one["document"]["name"] for one in json.loads(ask("/api/estate/systems?limit=1000"))["documents"]]
ids, requests = [], []
for number in range(upgrades):
    day = datetime.date.today() + datetime.timedelta(days=2 + number % 300)
    system = names[number % len(names)]
    made = json.loads(ask("/api/upgrades", {
        "systems": [system], "title": "Upgrade %d" % number, "from": "1", "to": "99.%d" % number, "why": "Measured.",
        "owner": "carl", "wayBack": "Restore.", "goLive": str(day)}))
    ids.append(made["id"])
    ask("/api/runs", {"start": False, "kind": "PRODUCTION", "waiver": "measured", "upgrade": made["id"], "runbook": runbook(number, system)})
    path = "/upgrades/%s/approval" % made["id"]
    requests.append(asks.press(path, path, kind="normal", why="It is due.", zone="UTC", quorum="2 of anyone"))
print("load average %.1f, %.1f, %.1f" % os.getloadavg(), file=sys.stderr)
print("| what | times | p50 | p95 | longest | of the page of an upgrade |\n|---|---|---|---|---|---|")
health = lambda: asks.open("/health")[0]
for warm in range(20):
    health(), decides.open("/upgrades/%s" % ids[warm % len(ids)]), decides.open("/approvals")
    decides.open("/upgrades/%s/approval" % ids[warm % len(ids)])
row("`/health`", [health() for _ in range(200)])
base = row("page of an upgrade", [decides.open("/upgrades/%s" % ids[n % len(ids)])[0] for n in range(200)])
row("*My approvals*, all of them waiting", [decides.open("/approvals")[0] for _ in range(50)], base)
row("agenda of the board, the first 200", [decides.open("/approvals/agenda")[0] for _ in range(10)], base)
row("tab *Approval* of one", [decides.open("/upgrades/%s/approval" % ids[n % len(ids)])[0] for n in range(200)], base)
row("asking for one", requests, base)
approve = []
for one in ids:
    path = "/upgrades/%s/approval" % one
    # What was assessed meanwhile may have a higher risk than was asked for; then it is void.
    if len(approve) < 200 and 'value="approve"' in decides.open(path)[1]:
        approve.append(decides.press(path, path + "/decision", decision="approve"))
row("approving one", approve, base)
print("load average %.1f, %.1f, %.1f" % os.getloadavg(), file=sys.stderr)
