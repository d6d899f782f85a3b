#!/bin/sh
# The chart of a timetable on the packaged server: its page, what another place costs while a bar is dragged, the drawing in a browser.
# Takes some minutes; the machine should have nothing else to do. Prints a Markdown table.
#
#   bench/gantt.sh [UPGRADES] [SECONDS]     1000 upgrades, planned for 20 seconds, when left out
#   KEEP=folder                             where data and log are kept
# Needs Python; the drawing is measured when there is a chromium on the PATH.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
keep=${KEEP:-$(mktemp -d)}
mkdir -p "$keep"
evenkeel=$here/../dist/target/evenkeel/bin/evenkeel
[ -x "$evenkeel" ] || { echo "$0: build the archive first: mvn -pl dist -am package -DskipTests" >&2; exit 1; }
export EVENKEEL_DATA="$keep/data" EVENKEEL_PORT="${EVENKEEL_PORT:-9191}"
EVENKEEL_QUICK_START=off "$evenkeel" serve >"$keep/serve.log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
trap 'exit 130' INT TERM
python3 "$here/gantt.py" "http://127.0.0.1:$EVENKEEL_PORT" "$keep" "${1:-1000}" "${2:-20}"
