#!/bin/sh
# Evenkeel's timetables beside those of CP-SAT and of Timefold: the same problems, the same seconds, two threads each, one after
# the other, each in a process of its own. Every timetable is checked and priced by Evenkeel. Prints a table.
#   bench/solvers.sh [SECONDS] [INSTANCE...]      problems of the format upgrade-planning/1, .json or .json.gz
#   bench/solvers.sh psplib [SECONDS] [JOBS]      generated projects of the kind of PSPLIB, held against proven optima
# Without instances: those of data/planning under EVENKEEL_SHARED, or under the folder 'shared' beside the repository. Takes 5 x
# SECONDS for each (30 by default); psplib 2 x SECONDS (3 by default) for each of 96 projects of 30 jobs at most.
# Needs Maven, a JDK, 12 GB of memory for the largest, and a machine that has nothing else to do. The solvers come from Maven Central.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd -P)
. "$here/dist/src/main/archive/bin/find-java"
find_java javac
mvn -B -q -ntp -f "$here/pom.xml" -pl optimiser -am test-compile
solvers=$here/bench/solvers
mvn -B -q -ntp -f "$solvers/pom.xml" dependency:build-classpath -Dmdep.outputFile="$solvers/target/classpath"
path="$solvers/target/classes:$here/optimiser/target/classes:$here/optimiser/target/test-classes:$(cat "$solvers/target/classpath")"
rm -rf "$solvers/target/classes" && mkdir "$solvers/target/classes"
find "$solvers/src/main/java" -name '*.java' | tr '\n' '\0' | xargs -0 "$JAVA_HOME/bin/javac" -proc:none -Xlint:all,-processing,-classfile \
  -d "$solvers/target/classes" -cp "$path"
java() {
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "$path" "$@"
}
if [ "${1:-}" = psplib ]; then
  shift
  java dev.evenkeel.bench.Projects "$@"
fi
seconds=${1:-30}
[ $# -eq 0 ] || shift
if [ $# -eq 0 ]; then
  shared=${EVENKEEL_SHARED:-$here/../shared}
  set -- "$shared"/data/planning/*.json.gz
fi
java dev.evenkeel.bench.Race "$seconds" "$@"
