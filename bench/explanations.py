"""Explains every upgrade of a problem twice in one process and prints how long that took; called by explanations.sh."""

import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile


def evenkeel(*words):
    done = subprocess.run([program, "timetable", *words], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit("evenkeel timetable %s: %s%s" % (" ".join(words[:3]), done.stdout, done.stderr))
    return done.stdout


def row(what, answers):
    ordered = sorted(answers, key=lambda one: one["millis"])
    cells = ["%.1f ms" % ordered[int(len(ordered) * share)]["millis"] for share in (0.5, 0.95, 0.99)]
    slowest = ordered[-1]
    above = sum(one["millis"] >= LIMIT for one in answers)
    cells += ["%.1f ms" % slowest["millis"], slowest["upgrade"], "%d" % above]
    print("| " + " | ".join([name, what, "%d" % len(answers)] + cells) + " |", flush=True)


LIMIT = 100
program, file, seconds = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
name = file.name.split(".")[0]
with (gzip.open if file.suffix == ".gz" else open)(file, "rt") as text:
    upgrades = [one["id"] for one in json.load(text)["upgrades"]]
with tempfile.TemporaryDirectory() as temporary:
    timetable = sys.argv[4] if len(sys.argv) > 4 else str(pathlib.Path(temporary, "timetable.json"))
    if len(sys.argv) == 4:
        evenkeel("solve", str(file), "--seconds", seconds, "--json", "-o", timetable)
    before = os.getloadavg()[0]
    told = evenkeel("explain", str(file), timetable, *upgrades, *upgrades, "--json").splitlines()
answers = [json.loads(line) for line in told]
heads = ["instance", "pass", "upgrades", "median", "p95", "p99", "slowest", "which", "%d ms or more" % LIMIT]
print("load average %.1f before, %.1f after, on %d cores\n" % (before, os.getloadavg()[0], os.cpu_count()))
print("| " + " | ".join(heads) + " |")
print("|---" * len(heads) + "|")
row("first, cold", answers[: len(upgrades)])
row("second, warm", answers[len(upgrades) :])
