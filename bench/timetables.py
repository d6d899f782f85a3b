"""Plans every problem of a folder with the packaged program and prints a Markdown table; called by timetables.sh."""

import gzip
import json
import pathlib
import re
import subprocess
import sys
import tempfile

MOMENTS = (1, 3, 10, 30, 60, 120)
EXPLAINED = 20


def evenkeel(*words):
    done = subprocess.run([program, "timetable", *words], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit("evenkeel timetable %s: %s%s" % (" ".join(words), done.stdout, done.stderr))
    return done.stdout


def known(text):
    """Of each problem its best known total and proven bound, from the table of the folder's README.md."""
    number = r"([\d,]+|–|-)"
    rows = re.findall(r"^\| (\S+) \| %s \| %s \| %s \|" % (number, number, number), text, re.MULTILINE)
    return {name: (best, bound) for name, _, best, bound in rows}


def value(text):
    digits = text.replace(",", "")
    return int(digits) if digits.isdigit() else None


def with_commas(number):
    return "–" if number is None else format(number, ",")


def at(lines, second):
    """The best total when a second was over."""
    before = [total for elapsed, total, _ in lines if elapsed <= second]
    return before[-1] if before else None


def slipped(problem, assignments):
    """One upgrade, a third of the way in, takes three slots longer."""
    by_start = sorted(assignments, key=lambda one: (one["start"], one["upgrade"]))
    late = by_start[len(by_start) // 3]["upgrade"]
    for upgrade in problem["upgrades"]:
        if upgrade["id"] == late:
            for mode in upgrade["modes"]:
                mode["work"] += 3
    return late


def row(file, seconds, scores):
    name = file.name.removesuffix(".json.gz")
    timetable, progress = work / (name + ".timetable.json"), work / (name + ".csv")
    told = json.loads(
        evenkeel("solve", str(file), "--seconds", str(seconds), "--json", "-o", str(timetable), "--progress", str(progress))
    )
    judged = subprocess.run(
        [sys.executable, str(folder / "score.py"), str(file), str(timetable), "--json"], capture_output=True, text=True
    )
    score = json.loads(judged.stdout)
    if judged.returncode != 0 or score["total"] != told["total"]:
        sys.exit("%s: score.py says %s, evenkeel says %s" % (name, judged.stdout, told["total"]))
    lines = [tuple(map(float, line.split(","))) for line in progress.read_text().splitlines()]
    assignments = json.loads(timetable.read_text())["assignments"]
    asked = told["deferred"][:EXPLAINED] + [one["upgrade"] for one in assignments]
    millis = sorted(
        json.loads(line)["millis"]
        for line in evenkeel("explain", str(file), str(timetable), *asked[:EXPLAINED], "--json").splitlines()
    )
    with gzip.open(file, "rt") as text:
        problem = json.load(text)
    late = slipped(problem, assignments)
    changed = work / (name + ".slipped.json")
    changed.write_text(json.dumps(problem))
    again = json.loads(
        evenkeel("replan", str(changed), str(timetable), "--seconds", str(max(1, seconds // 10)), "--json", "--anew")
    )
    moved = [one["upgrade"] for one in again["moved"]] + [one["upgrade"] for one in again["noLongerPlaced"]]
    others = len([one for one in moved if one != late])
    best, bound = scores.get(name, ("–", "–"))
    reference = value(best)
    return (
        [name, "%.2f s" % told["firstSeconds"]]
        + [with_commas(None if at(lines, one) is None else int(at(lines, one))) for one in MOMENTS if one <= seconds]
        + [
            with_commas(told["total"]),
            "–" if reference is None else "%+.2f %%" % (100 * (told["total"] / reference - 1)),
            best,
            with_commas(told["bound"]),
            "%.2f %%" % (100 * told["gap"]),
            bound,
            "%.0f / %.0f ms" % (millis[len(millis) // 2], millis[-1]),
            "%d of %d (%.1f %%)" % (others, len(assignments) - 1, 100 * others / max(1, len(assignments) - 1)),
            "%.2f s" % again["firstSeconds"],
            "%+.2f %%" % (100 * (again["total"] / again["anewTotal"] - 1)),
        ]
    )


program, seconds, folder = sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3])
heads = (
    ["instance", "first after"]
    + ["%d s" % one for one in MOMENTS if one <= seconds]
    + ["end", "against best known", "best known", "bound", "gap", "known bound", "explanation, median / longest"]
    + ["others moved after a slip", "first after", "against all anew"]
)
print("| " + " | ".join(heads) + " |")
print("|---" * len(heads) + "|")
with tempfile.TemporaryDirectory() as temporary:
    work = pathlib.Path(temporary)
    scores = known((folder / "README.md").read_text()) if (folder / "README.md").exists() else {}
    for file in sorted(folder.glob("*.json.gz"), key=lambda one: one.stat().st_size):
        print("| " + " | ".join(row(file, seconds, scores)) + " |", flush=True)
