#!/bin/sh
# My tasks, the portfolio and the change of a deadline with many upgrades of 48 tasks each, on the packaged server: prints a table;
# then what the clocks of the server cost with them, as it says at /metrics.
#
#   bench/tasks.sh [UPGRADES]            2000 when left out
#   PAGES=only                           no upgrades are made: what an earlier run kept in KEEP is looked at
#   TICKING=seconds                      how long the clocks are watched; 300 when left out
#   KEEP=folder                          where data and log are kept
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
keep=${KEEP:-$(mktemp -d)}
mkdir -p "$keep"
evenkeel=${EVENKEEL:-$here/../dist/target/evenkeel/bin/evenkeel}
[ -x "$evenkeel" ] || { echo "$0: build the archive first: mvn -pl dist -am package -DskipTests" >&2; exit 1; }
export EVENKEEL_DATA="$keep/data" EVENKEEL_PORT="${EVENKEEL_PORT:-9192}"
EVENKEEL_QUICK_START=off "$evenkeel" serve >"$keep/serve.log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
trap 'exit 130' INT TERM
python3 "$here/tasks.py" "${1:-2000}" "$keep" "http://127.0.0.1:$EVENKEEL_PORT" "$here/../examples/estate/harbour.yaml"
