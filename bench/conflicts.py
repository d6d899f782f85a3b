"""Measures the list of conflicts and the budgets on a running server; called by conflicts.sh."""
import datetime, json, os, sys, time, urllib.error, urllib.request

upgrades, keep, server, estate = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
ways = "budget: upgrades\nhostingPerDay: 90\nways: [{strategy: big-bang, costs: [{kind: labour, amount: 900}, {kind: licences, amount: 400, phase: 2}]}]\n"


def wait():
    for _ in range(240):
        try:
            return urllib.request.urlopen(server + "/health").read()
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    sys.exit("the server does not start; see %s/serve.log" % keep)


def ask(path, body=None, kind="application/json", method=None, **more):
    headers = {"Authorization": "Bearer " + token, "Content-Type": kind} | {name.replace("_", "-"): value for name, value in more.items()}
    began = time.perf_counter()
    answer = urllib.request.urlopen(urllib.request.Request(server + path, data=body, headers=headers, method=method), timeout=600).read()
    return time.perf_counter() - began, answer


def row(what, times):
    times = sorted(times)
    at = lambda share: times[min(len(times) - 1, int(share * len(times)))]
    print("| %s | %d | %s |" % (what, len(times), " | ".join("%.0f ms" % (1000 * t) for t in (at(0.5), at(0.99), times[-1]))))


wait()
token = open(keep + "/data/cli-token").read().strip()
if not os.environ.get("PAGES"):
    text = open(estate, "rb").read()
    ask("/api/estate/apply", text, "application/yaml")
    names = [one["document"]["name"] for one in json.loads(ask("/api/estate/systems?limit=1000")[1])["documents"]]
    for number in range(upgrades):
        day = datetime.date.today() + datetime.timedelta(days=30 + number % 300)
        made = json.loads(ask("/api/upgrades", json.dumps({
            "systems": [names[number % len(names)]], "title": "Upgrade %d" % number, "to": "99.%d" % number, "why": "Measured.",
            "owner": "carl", "downtimeMinutes": 30, "goLive": str(day)}).encode())[1])
        ask("/api/upgrades/%s/schedule" % made["id"], ways.encode(), "application/yaml", "PUT", If_Match='"0"')
print("| what | times | p50 | p99 | longest |\n|---|---|---|---|---|")
for what, path in (
        ("conflicts page", "/schedule/conflicts"), ("conflicts as JSON", "/api/schedule/conflicts"),
        ("budgets page", "/schedule/budgets"), ("a budget as JSON", "/api/schedule/budgets/upgrades"), ("the year", "/schedule/year")):
    for _ in range(10):
        ask(path)
    row(what, [ask(path)[0] for _ in range(50)])
