"""Measures an estate on a running server; called by estate.sh."""
import json, os, random, sys, time, urllib.error, urllib.parse, urllib.request

systems, seed, keep, server, lifecycle = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4], sys.argv[5]
draw = random.Random(seed)
products = [("postgresql", "13.4"), ("tomcat", "9.0.1"), ("debian", "11"), ("redis", "6.2.1"), ("nginx", "1.22.0"), ("php", "7.4.2")]


def wait():
    for _ in range(240):
        try:
            return urllib.request.urlopen(server + "/health").read()
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    sys.exit("the server does not start; see %s/serve.log" % keep)


def ask(path, body=None, kind="application/yaml"):
    headers = {"Authorization": "Bearer " + token, "Content-Type": kind}
    began = time.perf_counter()
    answer = urllib.request.urlopen(urllib.request.Request(server + path, data=body, headers=headers), timeout=600).read()
    return time.perf_counter() - began, answer


def dependencies(number):
    found = set()
    while len(found) < 5 and number < systems - 10:
        hub = draw.random() < 0.1
        other = systems - 1 - int(draw.random() ** 3 * 200) if hub else min(systems - 1, number + 1 + draw.randrange(5000))
        if other != number:
            found.add(other)
    return sorted(found)


def table():
    lines = ["name,title,product,version,team,users,audience,supportEnd,dependsOn"]
    for number in range(systems):
        product, version = draw.choice(products)
        end = "20%02d-%02d-15" % (draw.randrange(24, 31), draw.randrange(1, 13)) if draw.random() < 0.5 else ""
        lines.append(",".join((
            "s%06d" % number, "System number %d" % number, product, version, "t%02d" % draw.randrange(40), str(draw.randrange(500)),
            "customers" if draw.random() < 0.02 else "", end, ";".join("s%06d" % other for other in dependencies(number)))))
    return "\n".join(lines).encode()


def row(what, times):
    times = sorted(times)
    at = lambda share: times[min(len(times) - 1, int(share * len(times)))]
    print("| %s | %d | %s | %s | %s |" % (what, len(times), *("%.0f ms" % (1000 * t) if t < 10 else "%.1f s" % t for t in (at(0.5), at(0.99), times[-1]))))


wait()
token = open(keep + "/data/cli-token").read().strip()
print("| what | times | p50 | p99 | longest |\n|---|---|---|---|---|")
def until_ranked():
    """How long until the backlog is that of now, and what its page took meanwhile."""
    began, pages = time.perf_counter(), []
    while True:
        pages.append(ask("/backlog")[0])
        try:
            if json.loads(ask("/api/backlog?limit=1")[1])["fresh"]:
                return time.perf_counter() - began, pages
        except urllib.error.HTTPError:  # the first one is being made
            pass
        time.sleep(0.1)


if not os.environ.get("PAGES"):
    text = table()
    read, answer = ask("/api/estate/imports?format=csv&source=bench&file=estate.csv", text, "text/csv")
    proposal = json.loads(answer)["note"]["id"]
    applied, answer = ask("/api/estate/imports/%s/apply" % proposal, b"")
    row("import of %.0f MB of CSV: read and previewed" % (len(text) / 1e6), [read])
    row("import: applied", [applied])
    feed = open(lifecycle, "rb").read() if lifecycle else json.dumps({name: [
        {"cycle": "99", "releaseDate": "2025-01-01", "eol": "2099-01-01", "latest": "99.1"},
        {"cycle": version.split(".")[0], "releaseDate": "2020-01-01", "eol": "2025-06-30", "latest": version}] for name, version in products}).encode()
    ask("/api/lifecycle/feeds?file=lifecycle.json", feed, "application/json")
ranked, pages = until_ranked()
row("until the estate is read and ranked", [ranked])
row("backlog page meanwhile", pages)
ask("/api/estate/apply", ("{apiVersion: evenkeel/v1, kind: System, name: s000001, title: Changed at %s}" % time.time()).encode())
ranked, pages = until_ranked()
row("until one change is in the backlog", [ranked])
row("backlog page meanwhile", pages)
some = ["s%06d" % draw.randrange(systems) for _ in range(1000)]
row("blast radius over HTTP", [ask("/api/map/systems/%s/blast?limit=25" % name)[0] for name in some])
for what, path in (
        ("estate page", "/estate"), ("estate page, searched and sorted", "/estate?q=number+99&sort=criticality"),
        ("estate page, what ends first", "/estate?sort=end&ending=90"),
        ("backlog page", "/backlog"), ("backlog page, far down", "/backlog?from=20000"),
        ("lifecycle page", "/estate/lifecycle"), ("warnings page", "/estate/lifecycle/warnings"), ("advisories page", "/estate/advisories"),
        ("map page, 150 nodes", "/estate/map?centre=s050000&hops=2"), ("map as JSON, 2,000 nodes", "/api/map?centre=s050000&hops=6&most=2000"),
        ("page of a hub", "/estate/systems/s%06d" % (systems - 1)), ("page of a system", "/estate/systems/s000123")):
    ask(path)
    row(what, [ask(path)[0] for _ in range(50)])

hub = "s%06d" % (systems - 1)
upgrade = "/upgrades/%s" % json.loads(ask("/api/upgrades", json.dumps({
    "systems": [hub], "title": "The hub to 99", "to": "99.1", "why": "Measured.", "owner": "bench", "upgradeClass": "MAJOR",
    "downtimeMinutes": 45}).encode(), "application/json")[1])["id"]
for tab in ("", "/impact", "/audit", "/cost", "/sheet", "/stocktake", "/answers", "/capacity", "/strategy", "/risks"):
    ask(upgrade + tab)
    row("upgrade of a hub, " + (tab[1:] or "overview"), [ask(upgrade + tab)[0] for _ in range(50)])
for what, path in (
        ("who is hit by the upgrade, as JSON", "/api%s/impact" % upgrade), ("upgrades page", "/upgrades"), ("register of all risks", "/risks"),
        ("map page as it opens", "/estate/map"), ("map as JSON, as it opens", "/api/map")):
    ask(path)
    row(what, [ask(path)[0] for _ in range(50)])
