package dev.evenkeel.cli.judge.compare;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.file.CsvFile;
import dev.evenkeel.cli.file.CsvFile.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a file of single requests, as load tests write them.
 *
 * @param columns without which it is of no use
 */
record RequestLog(List<String> columns, Dialect dialect) {
  /** Of a hundred lines one may be unreadable: tests that were killed end within a line. */
  private static final int BAD_OF = 100;

  private static final int MOST_TOLD = 5;
  private static final double MILLIS = 1000.0;

  RequestLog {
    columns = List.copyOf(columns);
  }

  /** How a line tells of a request. */
  interface Dialect {
    /**
     * @throws IllegalArgumentException when it does not
     */
    void read(Row row, RequestTally into);
  }

  /** As JMeter, and many others, write it. */
  static final RequestLog JMETER =
      new RequestLog(List.of("timeStamp", "elapsed", "success"), RequestLog::jmeter);

  /** As {@code k6 run --out csv=FILE} writes it. */
  static final RequestLog K6 =
      new RequestLog(List.of("metric_name", "timestamp", "metric_value"), RequestLog::k6);

  /**
   * @param told takes what could not be read
   */
  RequestTally read(String file, Consumer<String> told) {
    RequestTally tally = new RequestTally();
    List<String> bad = new ArrayList<>();
    CsvFile.each(
        file,
        columns,
        row -> {
          try {
            dialect.read(row, tally);
          } catch (IllegalArgumentException e) {
            bad.add("%s: %s".formatted(row.place(), e.getMessage()));
          }
        });
    if (bad.size() > 1 && (long) bad.size() * BAD_OF > tally.requests()) {
      throw new Trouble(
          ExitCode.REFUSED,
          "%,d lines of %s are no requests, %,d are. The first: %s."
              .formatted(bad.size(), file, tally.requests(), bad.getFirst()));
    }
    bad.stream().limit(MOST_TOLD).forEach(one -> told.accept("Left out, " + one + "."));
    if (bad.size() > MOST_TOLD) {
      told.accept("… and %,d more lines.".formatted(bad.size() - MOST_TOLD));
    }
    return tally;
  }

  private static void jmeter(Row row, RequestTally into) {
    String success = row.get("success");
    if (!success.equalsIgnoreCase("true") && !success.equalsIgnoreCase("false")) {
      throw new IllegalArgumentException(
          "success is '%s', neither true nor false".formatted(success));
    }
    into.add(
        row.get("label"),
        Math.round(
            number(
                row,
                "timeStamp",
                "it is to be in milliseconds: jmeter.save.saveservice.timestamp_format=ms")),
        elapsed(row, "elapsed"),
        success.equalsIgnoreCase("true"));
  }

  private static void k6(Row row, RequestTally into) {
    if (row.get("metric_name").equals("http_req_duration")) {
      String name = row.get("name");
      double took = elapsed(row, "metric_value");
      into.add(
          name.isEmpty() ? row.get("url") : name,
          Math.round(MILLIS * number(row, "timestamp", "seconds since 1970 are read") - took),
          took,
          row.has("expected_response")
              ? row.get("expected_response").equals("true")
              : row.get("error_code").isEmpty());
    }
  }

  private static double elapsed(Row row, String column) {
    double elapsed = number(row, column, "milliseconds are read");
    if (elapsed < 0) {
      throw new IllegalArgumentException("%s is negative".formatted(column));
    }
    return elapsed;
  }

  private static double number(Row row, String column, String expected) {
    try {
      double number = Double.parseDouble(row.get(column));
      if (Math.abs(number) <= 1e15) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "%s is '%s'; %s".formatted(column, row.get(column), expected));
  }
}
