#!/bin/sh
# The same upgrades by Ansible and by Evenkeel: same fleet, same HAProxy, same load, same pauses between nodes. Prints a
# table. Takes about a quarter of an hour; the machine should have nothing else to do.
#
#   bench/ansible.sh [RELEASE…]      all five when none is named
#   PAUSE=5                          seconds before the first and after every node, for both
#   KEEP=folder                      where what every run left behind is kept
#   TOOLS="ansible evenkeel canary"  which columns
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
example=$here/../examples/tomcat-haproxy
[ $# -gt 0 ] || set -- 11.0.2 11.0.2-errors 11.0.2-latency 11.0.2-wont-start 11.0.2-leak
pause=${PAUSE:-5}
keep=${KEEP:-$(mktemp -d)}
tools=${TOOLS:-ansible evenkeel canary}
mkdir -p "$keep"
keep=$(cd "$keep" && pwd -P)
run=$keep/run
evenkeel=${EVENKEEL:-}
for candidate in "$here/../bin/evenkeel" "$here/../evenkeel"; do
  if [ -z "$evenkeel" ] && [ -x "$candidate" ]; then evenkeel=$candidate; fi
done
export EVENKEEL="$evenkeel" EVENKEEL_DATA="$keep/data" EVENKEEL_PORT=9180
for program in ansible-playbook haproxy prometheus python3; do
  if ! PATH=$PATH:/usr/sbin command -v "$program" >/dev/null; then
    echo "$0: $program is not installed. On Debian and Ubuntu: apt-get install ansible haproxy prometheus" >&2
    exit 1
  fi
done

server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  "$example/down" "$run" >/dev/null 2>&1 || true
}
trap finish EXIT
trap 'exit 130' INT TERM

# The example's runbook with a node a wave and the same pauses as Ansible, the one before the first node included: no
# canary, no share of the traffic.
python3 - "$example/runbook.yaml" "$pause" >"$keep/same-pauses.yaml" <<'PY'
import re, sys
text, pause = open(sys.argv[1]).read(), sys.argv[2]
waves = "".join("    - {name: node %d, targets: %d%%, soak: %ss}\n" % (i, 25 * i, pause) for i in range(1, 5))
text = re.sub(r"(  waves:\n)(?:    .*\n)+", lambda m: m.group(1) + waves, text)
print(text.replace("baseline: 15s", "baseline: %ss" % pause), end="")
PY

upgrade() {
  case $1 in
  ansible)
    ANSIBLE_CONFIG="$here/ansible/ansible.cfg" ansible-playbook -i "$here/ansible/inventory.ini" "$here/ansible/upgrade.yml" \
      -e "run=$run" -e "to=$2" -e "pause=$pause"
    ;;
  evenkeel) runbook "$keep/same-pauses.yaml" "$2" ;;
  canary) runbook "$example/runbook.yaml" "$2" ;;
  esac
}

runbook() {
  "$evenkeel" run start "$1" --input "run=$run" --input "to=$2" --waive 'a measurement' --watch
}

one() {
  tool=$1 to=$2
  folder=$keep/$to-$tool
  mkdir -p "$folder"
  "$example/up" "$run" >"$folder/up.log"
  # Not through a shell function: the pid must be the load's own.
  "$evenkeel" demo load http://127.0.0.1:9100/ >"$folder/load.json" &
  load=$!
  sleep 5
  began=$(date +%s%N)
  rc=0
  upgrade "$tool" "$to" >"$folder/upgrade.log" 2>&1 || rc=$?
  ended=$(date +%s%N)
  sleep 10
  kill -TERM "$load"
  wait "$load" || true
  for node in n1 n2 n3 n4; do
    if "$run/fleet/ctl" running $node; then "$run/fleet/ctl" version $node; else echo down; fi
  done >"$folder/versions"
  echo "$tool $to $rc $(((ended - began) / 100000000))" >"$folder/outcome"
  python3 "$here/row.py" "$folder"
}

case $tools in *evenkeel* | *canary*)
  "$evenkeel" serve >"$keep/server.log" 2>&1 &
  server=$!
  until [ -f "$EVENKEEL_DATA/server.json" ]; do
    kill -0 "$server" || { cat "$keep/server.log" >&2; exit 1; }
    sleep 1
  done
  ;;
esac
echo "| release | by | failed / requests | longest gap s | longest interruption of a user s | median ms | upgrade s | exit code | nodes at the end |"
echo "|---|---|---|---|---|---|---|---|---|"
for to in "$@"; do
  for tool in $tools; do one "$tool" "$to"; done
done
echo "What every run left behind is in $keep"
