#!/bin/sh
# How long it takes to explain one upgrade of a timetable: every upgrade of a problem, by the packaged program.
#   bench/explanations.sh PROBLEM [SECONDS] [TIMETABLE]
# PROBLEM is a file, or the name of an instance such as huge-101 in data/planning under EVENKEEL_SHARED, or under the folder 'shared'
# beside the repository. It is planned for SECONDS (30 by default), unless a TIMETABLE is named. Then all upgrades are explained twice
# by one process: the first time warms it up, the second is told. Needs Maven, a JDK, Python, and an idle machine.
# Prints rows of a Markdown table.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd -P)
. "$here/dist/src/main/archive/bin/find-java"
find_java javac
problem=${1:?a problem: a file, or a name such as huge-101}
[ -e "$problem" ] || problem=${EVENKEEL_SHARED:-$here/../shared}/data/planning/$1.json.gz
program=$here/dist/target/evenkeel/bin/evenkeel
[ -x "$program" ] || mvn -B -q -ntp -f "$here/pom.xml" -pl dist -am package -DskipTests
exec python3 "$here/bench/explanations.py" "$program" "$problem" "${2:-30}" ${3:+"$3"}
