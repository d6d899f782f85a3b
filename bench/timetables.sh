#!/bin/sh
# How good timetables of the packaged program are after which time, how soon there is a first one, how long an explanation takes,
# and how many upgrades move when one slips. Every final timetable is checked and priced by the folder's own score.py.
#   bench/timetables.sh [SECONDS] [FOLDER]     problems FOLDER/*.json.gz beside score.py and README.md with known values
# SECONDS is how long each problem is planned (120 by default); planning again takes a tenth of that. Without FOLDER: data/planning
# under EVENKEEL_SHARED, or under the folder 'shared' beside the repository. Needs Maven, a JDK, Python, and an idle machine.
# Prints a Markdown table.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd -P)
. "$here/dist/src/main/archive/bin/find-java"
find_java javac
seconds=${1:-120}
folder=${2:-${EVENKEEL_SHARED:-$here/../shared}/data/planning}
program=$here/dist/target/evenkeel/bin/evenkeel
[ -x "$program" ] || mvn -B -q -ntp -f "$here/pom.xml" -pl dist -am package -DskipTests
exec python3 "$here/bench/timetables.py" "$program" "$seconds" "$folder"
