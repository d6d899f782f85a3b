#!/bin/sh
# How much time Evenkeel itself takes: 1,000 steps that do nothing, from start to end, with the database it brings along.
#   bench/overhead.sh [TARGETS [STEPS]]      default: 20 targets with 50 steps each, one target at a time
# Needs the archive: mvn package -pl dist -am. Prints seconds for the run and for one step.
set -eu
targets=${1:-20}
steps=${2:-50}
evenkeel=$(cd "$(dirname "$0")/.." && pwd)/dist/target/evenkeel/bin/evenkeel
folder=$(mktemp -d)
export EVENKEEL_DATA="$folder/data" EVENKEEL_PORT=0

finish() {
  [ -z "${server:-}" ] || { kill "$server" && wait "$server"; } || true
  rm -rf "$folder"
}
trap finish EXIT

{
  echo "apiVersion: evenkeel/v1"
  echo "kind: Runbook"
  echo "name: overhead"
  echo "title: $((targets * steps)) steps that do nothing"
  echo "targets:"
  for n in $(seq "$targets"); do echo "  - {name: t$n}"; done
  echo "rollout: {waves: [100%], soak: 0s, maxUnavailable: 1}"
  echo "steps:"
  echo "  target:"
  for n in $(seq "$steps"); do echo "    - {id: s$n, run: {wait: {time: 0s}}, timeout: 1m}"; done
} >"$folder/overhead.yaml"

"$evenkeel" serve >"$folder/log" 2>&1 &
server=$!
until "$evenkeel" status >/dev/null 2>&1; do
  kill -0 "$server" 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
  sleep 1
done

# Once for the Java machine to warm up would flatter the figure, so it is not done.
"$evenkeel" run start "$folder/overhead.yaml" --waive "nothing is changed" --watch --json >"$folder/out"
tail -n 1 "$folder/out" | sed 's/.*"startedAt":"\([^"]*\)".*"endedAt":"\([^"]*\)".*/\1 \2/' | {
  read -r started ended
  seconds=$(awk "BEGIN {printf \"%.1f\", $(date -d "$ended" +%s.%N) - $(date -d "$started" +%s.%N)}")
  echo "$((targets * steps)) steps on $targets targets: $seconds s, $(awk "BEGIN {printf \"%.1f\", $seconds * 1000 / ($targets * $steps)}") ms a step"
}
