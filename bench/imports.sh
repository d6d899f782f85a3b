#!/bin/sh
# How long a table of 100,000 systems with 500,000 dependencies takes to be read, merged into an empty estate, and merged again.
#   bench/imports.sh [SEED]
# Needs Maven and a JDK. In memory alone, without database and pages; takes less than a minute.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd -P)
. "$here/dist/src/main/archive/bin/find-java"
find_java javac
mvn -B -q -ntp -f "$here/pom.xml" -pl estate -am test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath
cd "$here/estate"
"$JAVA_HOME/bin/java" -Xmx2g -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" \
  dev.evenkeel.estate.imports.bench.ImportBench "$@"
