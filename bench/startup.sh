#!/bin/sh
# How long 'evenkeel serve' takes until /health/readiness answers 200, and how much processor time that costs.
# Usage: bench/startup.sh [TIMES]. Prints one line a start: the first makes the database, the others find it there.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd -P)
times=${1:-5}
data=$(mktemp -d)
port=${EVENKEEL_PORT:-18999}
trap 'rm -rf "$data"' EXIT
program=$here/dist/target/evenkeel/bin/evenkeel
"$here/evenkeel" --version >/dev/null
"$program" prepare

milliseconds() { echo $(($(date +%s%N) / 1000000)); }

n=0
while [ "$n" -lt "$times" ]; do
  n=$((n + 1))
  began=$(milliseconds)
  EVENKEEL_DATA=$data EVENKEEL_PORT=$port "$program" serve >"$data.log" 2>&1 &
  server=$!
  until curl -sf -o /dev/null "http://127.0.0.1:$port/health/readiness"; do
    kill -0 "$server" || { cat "$data.log" >&2; exit 1; }
    sleep 0.05
  done
  ready=$(milliseconds)
  # utime and stime, in hundredths of a second
  used=$(awk '{print $14 + $15}' "/proc/$server/stat")
  memory=$(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$server/status")
  kill "$server"
  wait "$server" || true
  echo "start $n: ready after $((ready - began)) ms, ${used}0 ms of processor time, $memory MB; stopped after $(($(milliseconds) - ready)) ms"
done
rm -f "$data.log"
