#!/bin/sh
# Messages through a real mail server that fails half of the time, while the packaged server is killed (kill -9) again and again: prints what became of each.
#
#   bench/outbox.sh [MESSAGES [KILLS]]   10000 and 8 when left out; the mail server is aiosmtpd (Debian: python3-aiosmtpd), in this process
#   KEEP=folder                          where data and log are kept
#   SEED=number                          what goes wrong, and when; printed
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
keep=${KEEP:-$(mktemp -d)}
mkdir -p "$keep"
evenkeel=${EVENKEEL:-$here/../dist/target/evenkeel/bin/evenkeel}
[ -x "$evenkeel" ] || { echo "$0: build the archive first: mvn -pl dist -am package -DskipTests" >&2; exit 1; }
export EVENKEEL_DATA="$keep/data" EVENKEEL_PORT="${EVENKEEL_PORT:-9193}" EVENKEEL_QUICK_START=off
exec "${PYTHON:-python3}" "$here/outbox.py" "${1:-10000}" "${2:-8}" "$keep" "$evenkeel" "${SEED:-20261122}"
