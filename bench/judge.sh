#!/bin/sh
# How many pairs of samples the sequential judge judges a second on one core, by JMH: one step of ten seconds of both versions,
# taken in and judged. `sequential` is the evidence of failures and of response times; `rankTest` is the alternative, a rank test
# (Mann-Whitney) over the samples so far, as judges that look only now and then use it.
#   bench/judge.sh [JMH OPTIONS...]
# Takes about two minutes. Needs Maven, a JDK and a machine that has nothing else to do. JMH comes from Maven Central.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd -P)
. "$here/dist/src/main/archive/bin/find-java"
find_java javac
mvn -B -q -ntp -f "$here/pom.xml" -pl judge -am compile
bench=$here/bench/judge
mkdir -p "$bench/target/classes"
mvn -B -q -ntp -f "$bench/pom.xml" dependency:build-classpath -Dmdep.outputFile="$bench/target/classpath"
path="$bench/target/classes:$here/judge/target/classes:$(cat "$bench/target/classpath")"
rm -rf "$bench/target/classes" && mkdir "$bench/target/classes"
find "$bench/src/main/java" -name '*.java' | tr '\n' '\0' | xargs -0 "$JAVA_HOME/bin/javac" -proc:full -d "$bench/target/classes" -cp "$path"
exec "$JAVA_HOME/bin/java" -cp "$path" org.openjdk.jmh.Main "$@"
