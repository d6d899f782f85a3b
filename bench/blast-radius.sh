#!/bin/sh
# Who is affected by the upgrade of each of 1,000 systems, in an estate of 100,000 systems and 500,000 dependencies: asked of
# Evenkeel, of JGraphT and of a recursive SQL query on the PostgreSQL that Evenkeel brings along. The answers are compared.
#   bench/blast-radius.sh [SEED]
# Needs Maven and a JDK. Prints a table; takes some minutes, most of them the SQL.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd -P)
. "$here/dist/src/main/archive/bin/find-java"
find_java javac
mvn -B -q -ntp -f "$here/pom.xml" -pl server -am test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath
cd "$here/server"
"$JAVA_HOME/bin/java" -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" --enable-native-access=ALL-UNNAMED \
  dev.evenkeel.server.inventory.bench.BlastRadiusBench "$@"
