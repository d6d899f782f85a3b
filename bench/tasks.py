"""Measures the pages of tasks on a running server, and what its clocks cost; called by tasks.sh."""
import datetime, json, os, re, sys, time, urllib.error, urllib.request

upgrades, keep, server, estate = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]


def wait():
    for _ in range(240):
        try:
            return urllib.request.urlopen(server + "/health").read()
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    sys.exit("the server does not start; see %s/serve.log" % keep)


def ask(path, body=None, kind="application/json", method=None, **more):
    headers = {"Authorization": "Bearer " + token, "Content-Type": kind} | {name.replace("_", "-"): value for name, value in more.items()}
    data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
    began = time.perf_counter()
    answer = urllib.request.urlopen(urllib.request.Request(server + path, data=data, headers=headers, method=method), timeout=600).read()
    return time.perf_counter() - began, answer


def row(what, times):
    times = sorted(times)
    at = lambda share: times[min(len(times) - 1, int(share * len(times)))]
    print("| %s | %d | %s |" % (what, len(times), " | ".join("%.0f ms" % (1000 * t) for t in (at(0.5), at(0.95), times[-1]))))


wait()
token = open(keep + "/data/cli-token").read().strip()
launches = []
if not os.environ.get("PAGES"):
    ask("/api/estate/apply", open(estate, "rb").read(), "application/yaml")
    names = [one["document"]["name"] for one in json.loads(ask("/api/estate/systems?limit=1000")[1])["documents"]]
    # Reminders look at people with an address, and do so only when a channel takes what is for single persons.
    people = "\n---\n".join("{apiVersion: evenkeel/v1, kind: Person, name: crew-%d, title: Crew %d, role: %s, email: crew-%d@example.org}" % (
        n, n, ("lead-engineer", "test-lead", "operations", "communicator")[n % 4], n) for n in range(100))
    ask("/api/estate/apply", people.encode(), "application/yaml")
    ask("/api/channels", {"name": "people", "kind": "smtp", "host": "127.0.0.1", "port": 9, "security": "none", "sender": "us@example.org",
                          "address": "all@example.org", "language": "en", "audience": "technical", "forPeople": True})
    for number in range(upgrades):
        day = datetime.date.today() + datetime.timedelta(days=number % 300)
        made = json.loads(ask("/api/upgrades", {
            "systems": [names[number % len(names)]], "title": "Upgrade %d" % number, "to": "99.%d" % number, "why": "Measured.",
            "owner": "carl", "goLive": str(day)})[1])
        launches.append(ask("/api/upgrades/%s/tasks" % made["id"], {"template": "release-deployment"})[0])
print("| what | times | p50 | p95 | longest |\n|---|---|---|---|---|")
if launches:
    row("a template of 48 steps launched", launches)
for what, path in (
        ("my tasks, of a role with thousands", "/tasks?of=role:lead-engineer"), ("my tasks as JSON", "/api/tasks?of=role:lead-engineer"),
        ("all upgrades, first page", "/tasks/portfolio"), ("all upgrades, last page", "/tasks/portfolio?from=%d" % max(0, upgrades - 100)),
        ("tasks of an upgrade", "/upgrades/1/tasks")):
    for _ in range(20):
        ask(path)
    row(what, [ask(path)[0] for _ in range(200)])
# Six steps in a row: the first is moved, so that all the others move.
six = json.loads(ask("/api/upgrades", {"systems": [json.loads(ask("/api/estate/systems?limit=1")[1])["documents"][0]["document"]["name"]], "title": "Moved", "to": "100", "owner": "carl"})[1])["id"]
text = "apiVersion: evenkeel/v1\nkind: Template\nname: row-of-48\ntitle: A row of 48\nsteps:\n" + "".join("  - {key: s%d, title: Step %d, offset: 1d}\n" % (n, n) for n in range(48))
ask("/api/templates", text.encode(), "application/yaml")
first = json.loads(ask("/api/upgrades/%s/tasks" % six, {"template": "row-of-48"})[1])["tasks"][0]
times, version = [], first["version"]
for n in range(200):
    day = datetime.date.today() + datetime.timedelta(days=10 + n)
    took, answer = ask("/api/tasks/%s" % first["id"], {"title": "Step 0", "deadline": str(day)}, method="PUT", If_Match='"%d"' % version)
    version = json.loads(answer)["task"]["version"]
    times.append(took)
row("a deadline moved, and 47 that count from it", times[20:])


def ticks():
    """By clock: how often it ticked, and how many seconds that took."""
    found = {}
    for line in ask("/metrics")[1].decode().splitlines():
        seen = re.match(r'(\w*task_duration_seconds)_(count|sum)\{.*task="([^"]+)".*\} (\S+)$', line)
        if seen:
            found.setdefault(seen[3], {}).setdefault(seen[2], 0)
            found[seen[3]][seen[2]] += float(seen[4])
    return found


before = ticks()
time.sleep(int(os.environ.get("TICKING", "300")))
print("\n| clock | ticks | one takes |\n|---|---|---|")
for clock, after in sorted(ticks().items()):
    count = after["count"] - before.get(clock, {}).get("count", 0)
    if count:
        print("| %s | %d | %.0f ms |" % (clock, count, 1000 * (after["sum"] - before.get(clock, {}).get("sum", 0)) / count))
