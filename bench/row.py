"""Prints one row of the table from what a run of ansible.sh left in its folder."""

import collections
import json
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
tool, release, code, tenths = (folder / "outcome").read_text().split()
load = json.loads((folder / "load.json").read_text().strip().splitlines()[-1])
nodes = collections.Counter((folder / "versions").read_text().split())
names = {"ansible": "Ansible", "evenkeel": "Evenkeel, same pauses", "canary": "Evenkeel, canary first"}
print(
    "| %s | %s | %s / %s | %s | %s | %s | %.1f | %s | %s |"
    % (
        release,
        names[tool],
        format(load["failed"], ","),
        format(load["requests"], ","),
        load["longestGapSeconds"],
        load["longestInterruptionSeconds"],
        load["medianMillis"],
        int(tenths) / 10,
        code,
        ", ".join("%d × %s" % (count, version) for version, count in sorted(nodes.items())),
    )
)
