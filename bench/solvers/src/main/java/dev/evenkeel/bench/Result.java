package dev.evenkeel.bench;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What came of it, as one line between two processes.
 *
 * @param leftOut how many upgrades have no place
 * @param firstMillis when there was a first timetable; -1 when there was none
 */
record Result(
    long total, long violations, long leftOut, long bound, long firstMillis, long tookMillis) {
  private static final String MARK = "result";

  String line() {
    return MARK
        + LongStream.of(total, violations, leftOut, bound, firstMillis, tookMillis)
            .mapToObj(one -> " " + one)
            .collect(Collectors.joining());
  }

  static boolean isOne(String line) {
    return line.startsWith(MARK + " ");
  }

  static Result of(String line) {
    long[] part =
        Arrays.stream(line.split(" ")).skip(1).mapToLong(Long::parseLong).toArray();
    return new Result(part[0], part[1], part[2], part[3], part[4], part[5]);
  }

  boolean isValid() {
    return violations == 0 && firstMillis >= 0;
  }
}
