#!/bin/sh
# Approvals of many upgrades: the pages that show them, and approving, on the packaged server; prints a table.
#
#   bench/approvals.sh [UPGRADES]        500 when left out
#   KEEP=folder                          where data and log are kept
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
keep=${KEEP:-$(mktemp -d)}
mkdir -p "$keep"
evenkeel=${EVENKEEL:-$here/../dist/target/evenkeel/bin/evenkeel}
[ -x "$evenkeel" ] || { echo "$0: build the archive first: mvn -pl dist -am package -DskipTests" >&2; exit 1; }
export EVENKEEL_DATA="$keep/data" EVENKEEL_PORT="${EVENKEEL_PORT:-9193}"
EVENKEEL_QUICK_START=off "$evenkeel" serve >"$keep/serve.log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
trap 'exit 130' INT TERM
python3 "$here/approvals.py" "${1:-500}" "$keep" "http://127.0.0.1:$EVENKEEL_PORT" "$here/../examples/estate/harbour.yaml"
