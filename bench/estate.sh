#!/bin/sh
# An estate of 100,000 systems and 500,000 dependencies on the packaged server: import, pages, blast radius. Prints a table.
# Takes some minutes; the machine should have nothing else to do. The shape: each system needs five others, one in ten of
# them among 200 hubs, the rest somewhere below; 2 % face customers, half have an end of support.
#
#   bench/estate.sh [SYSTEMS] [SEED]     100000 and 7 when left out
#   EVENKEEL_JAVA_OPTS=-Xmx3g            a heap other than the default of the machine
#   LIFECYCLE=FILE                       lifecycle data to load, for the backlog; a small one of its own when left out
#   PAGES=only                           no import: what an earlier run kept in KEEP is looked at
#   KEEP=folder                          where data and log are kept
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
systems=${1:-100000}
seed=${2:-7}
keep=${KEEP:-$(mktemp -d)}
mkdir -p "$keep"
evenkeel=$here/../dist/target/evenkeel/bin/evenkeel
[ -x "$evenkeel" ] || { echo "$0: build the archive first: mvn -pl dist -am package -DskipTests" >&2; exit 1; }
export EVENKEEL_DATA="$keep/data" EVENKEEL_PORT="${EVENKEEL_PORT:-9190}"
EVENKEEL_QUICK_START=off "$evenkeel" serve >"$keep/serve.log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
trap 'exit 130' INT TERM
exec 3>&1
python3 "$here/estate.py" "$systems" "$seed" "$keep" "http://127.0.0.1:$EVENKEEL_PORT" "${LIFECYCLE:-}" >&3
