"""Makes upgrades and a timetable of them on a running server and measures its chart; called by gantt.sh."""
import datetime, http.client, json, random, sys, time, urllib.parse
import browser

server, keep, many, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
address = urllib.parse.urlparse(server).netloc
draw = random.Random(7)
TEAMS, TIMES = 12, 300


class Line:
    """One connection, kept open as a browser does."""

    def __init__(self):
        self.http = http.client.HTTPConnection(address, timeout=300)

    def ask(self, path, body=None, method=None, **headers):
        headers = {"Authorization": "Bearer " + token, "Content-Type": "application/yaml", **headers}
        began = time.perf_counter()
        self.http.request(method or ("GET" if body is None else "POST"), path, body, headers)
        answer = self.http.getresponse()
        text = answer.read()
        took = time.perf_counter() - began
        if answer.status >= 400:
            sys.exit("%s %s: %s" % (path, answer.status, text[:500]))
        return took, text


def wait():
    for _ in range(240):
        try:
            http.client.HTTPConnection(address, timeout=5).request("GET", "/health")
            return open(keep + "/data/cli-token").read().strip()
        except OSError:
            time.sleep(0.5)
    sys.exit("the server does not start; see %s/serve.log" % keep)


def estate():
    """Systems of some teams, in pairs that stand in for each other; windows of three kinds, a freeze, a profile of the day."""
    yield "{kind: Person, name: ann}"
    for name, start, lasts, rule in (("nights", "20:00", 8, "FREQ=DAILY"), ("weekends", "08:00", 30, "FREQ=WEEKLY;BYDAY=SA"), ("tuesdays", "18:00", 10, "FREQ=WEEKLY;BYDAY=TU,TH")):
        day = {"nights": "2026-01-01", "weekends": "2026-01-03", "tuesdays": "2026-01-06"}[name]
        yield "{kind: Calendar, name: %s, timeZone: Europe/Berlin, windows: [{start: '%sT%s', lasts: PT%dH, rule: '%s'}]}" % (name, day, start, lasts, rule)
    for team in range(TEAMS):
        yield "{kind: Team, name: team-%02d, title: Team %d, calendar: %s}" % (team, team, ("nights", "nights", "weekends", "tuesdays")[team % 4])
        yield "{kind: Roster, name: roster-%02d, team: team-%02d, timeZone: Europe/Berlin, shifts: [{start: '2026-01-01T00:00', lasts: PT24H, rule: FREQ=DAILY, count: 4}]}" % (team, team)
    month = (datetime.date.today() + datetime.timedelta(days=90)).isoformat()
    yield "{kind: Freeze, name: close, title: Close of the books, scope: {teams: [team-01, team-02, team-03]}, owner: ann, reason: The books are closed., when: {start: '%sT00:00', lasts: P5D, timeZone: Europe/Berlin}}" % month
    busy = "{weekdays: [%s]}" % ", ".join(["1"] * 7 + ["8"] * 12 + ["3"] * 5)
    for number in range(many):
        users = draw.choice((0, 0, 20, 200))
        yield "{kind: System, name: s%04d, title: System %d, team: team-%02d, group: pair-%04d, version: '1.0.0', owner: ann, users: %d, timeZone: Europe/Berlin%s}" % (
            number, number, number % TEAMS, number // (2 * TEAMS) * TEAMS + number % TEAMS, users, ", demand: " + busy if users else "")


def row(what, times):
    times = sorted(times)
    at = lambda share: times[min(len(times) - 1, int(share * len(times)))]
    print("| %s | %d | %s | %s | %s |" % (what, len(times), *("%.0f ms" % (1000 * t) if t >= 0.01 else "%.1f ms" % (1000 * t) for t in (at(0.5), at(0.95), times[-1]))), flush=True)


token = wait()
line = Line()
print("| %d upgrades | times | p50 | p95 | longest |\n|---|---|---|---|---|" % many)
line.ask("/api/estate/apply", "\n---\n".join("{apiVersion: evenkeel/v1, " + one[1:] for one in estate()).encode())
upgrades = [json.loads(line.ask("/api/upgrades", json.dumps({"systems": ["s%04d" % n], "to": draw.choice(("1.0.1", "1.0.1", "1.1.0")), "owner": "ann", "downtimeMinutes": 30}).encode())[1])["id"] for n in range(many)]
for number, upgrade in enumerate(upgrades):
    if number % 50 == 0:
        line.ask("/api/upgrades/%s/schedule" % upgrade, b"leftOut: 0", "PUT", **{"If-Match": '"0"'})
    elif number % 10 == 5:
        line.ask("/api/upgrades/%s/schedule" % upgrade, ("after: [{upgrade: %s, why: it needs it}]" % upgrades[number - 1]).encode(), "PUT", **{"If-Match": '"0"'})
timetable = json.loads(line.ask("/api/timetables", json.dumps({"name": "%d upgrades" % many, "seconds": seconds}).encode())[1])["id"]
path = "/api/timetables/%d" % timetable
while json.loads(line.ask(path + "/progress")[1])["goesOn"]:
    time.sleep(0.5)
chart = json.loads(line.ask(path + "/chart")[1])
begin, slot = datetime.datetime.fromisoformat(chart["start"]), datetime.timedelta(minutes=chart["slotMinutes"])
at = lambda number: (begin + number * slot).astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def tried():
    bar = draw.choice(chart["bars"])
    start = max(0, min(chart["slots"] - 200, bar["start"] + draw.randrange(-400, 400)))
    return line.ask(path + "/try", json.dumps({"upgrade": str(bar["upgrade"]), "start": at(start), "mode": bar["mode"]}).encode())[0]


def moved():
    bar = draw.choice(chart["bars"])
    return line.ask(path + "/placements/%d" % bar["upgrade"], json.dumps({"start": at(bar["start"]), "mode": bar["mode"]}).encode(), "PUT")[0]


for _ in range(50):
    tried()
row("what another place costs (try), while a bar is dragged", [tried() for _ in range(TIMES)])
row("free places of one upgrade (explain)", [line.ask(path + "/explain/%d" % draw.choice(chart["bars"])["upgrade"])[0] for _ in range(40)])
row("page of the chart", [line.ask("/schedule/timetables/%d/chart" % timetable)[0] for _ in range(30)])
row("what it draws, as JSON (%d kB)" % (len(line.ask(path + "/chart")[1]) // 1024), [line.ask(path + "/chart")[0] for _ in range(30)])
row("the same as a table", [line.ask("/schedule/timetables/%d/chart?table=yes" % timetable, **{"HX-Request": "true"})[0] for _ in range(10)])
row("a bar dropped where it is: kept and pinned", [moved() for _ in range(20)])
row("the first try after that", [(moved(), tried())[1] for _ in range(10)])

with browser.Browser(token) as seen:
    if seen.there:
        opened = [seen.open(server + "/schedule/timetables/%d/chart" % timetable, "document.getElementById('gantt')?.dataset.ready === 'yes'") for _ in range(5)]
        row("browser: from the address to the drawing", opened)
        for days, name in ((31, "a month"), (92, "a quarter"), (0, "all of it")):
            seen.run("document.querySelector('.zoom [data-days=\"%d\"]').click()" % days)
            for folded in (True, False):
                times = seen.run(
                    """(() => { const {board} = evenkeelGantt; board.groups.forEach((one) => %s); board.lay(); const times = [];
                    for (let i = 0; i < 40; i++) { board.sight.holder.scrollTop = i * 97; const began = performance.now(); board.draw(); document.body.offsetHeight; times.push((performance.now() - began) / 1000); }
                    return times; })()""" % ("board.state.folded.add(one)" if folded else "board.state.folded.delete(one)"))
                row("browser: one drawing, %s, %s" % (name, "groups folded" if folded else "all rows"), times)
        row("browser: found while typed", seen.run(
            """(() => { const {board} = evenkeelGantt; return ['s', 'sy', 'system 4', 'system 42', 'team 3', ''].map((text) => { const began = performance.now(); board.search(text); document.body.offsetHeight; return (performance.now() - began) / 1000; }); })()"""))
