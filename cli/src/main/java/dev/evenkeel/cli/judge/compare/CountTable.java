package dev.evenkeel.cli.judge.compare;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.file.CsvFile;
import dev.evenkeel.cli.judge.compare.Measurements.Metric;
import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.sequential.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a plain table: {@code time,requests,errors} with what came since the line before, or {@code
 * time,value}.
 */
final class CountTable {
  private static final double MILLIS = 1000.0;

  private final String file;
  private final List<Reading> readings = new ArrayList<>();
  private double requests;
  private double errors;

  private CountTable(String file) {
    this.file = file;
  }

  static Measurements counts(String file) {
    CountTable table = new CountTable(file);
    CsvFile.each(file, List.of("time", "requests", "errors"), table::count);
    return Measurements.of(
        Measurements.one(
            "errors", new Metric(Kind.ERRORS, List.of(new Track("", table.readings)))));
  }

  static Measurements values(String file, Kind kind) {
    CountTable table = new CountTable(file);
    CsvFile.each(
        file,
        List.of("time", "value"),
        row ->
            table.add(
                row,
                kind == Kind.RATE
                    ? new Fact.Counted(table.requests += number(row, "value"), 0)
                    : new Fact.Value(number(row, "value"))));
    return Measurements.of(
        Measurements.one("value", new Metric(kind, List.of(new Track("", table.readings)))));
  }

  private void count(CsvFile.Row row) {
    requests += number(row, "requests");
    errors += number(row, "errors");
    add(row, new Fact.Counted(requests, errors));
  }

  private void add(CsvFile.Row row, Fact fact) {
    Instant at = time(row);
    if (!readings.isEmpty() && !at.isAfter(readings.getLast().at())) {
      throw new Trouble(
          ExitCode.REFUSED,
          "%s: its time is not after that of the line before. Sort %s by time."
              .formatted(row.place(), file));
    }
    readings.add(Reading.of(at, fact));
  }

  private static Instant time(CsvFile.Row row) {
    String text = row.get("time");
    try {
      return text.matches("[0-9.]+")
          ? Instant.ofEpochMilli(Math.round(MILLIS * Double.parseDouble(text)))
          : Instant.parse(text);
    } catch (DateTimeException | NumberFormatException e) {
      throw new Trouble(
          ExitCode.REFUSED,
          "%s: time is '%s'. Write seconds, or a time such as 2026-11-23T08:00:00Z."
              .formatted(row.place(), text),
          e);
    }
  }

  private static double number(CsvFile.Row row, String column) {
    try {
      return Double.parseDouble(row.get(column));
    } catch (NumberFormatException e) {
      throw new Trouble(
          ExitCode.REFUSED,
          "%s: %s is '%s' and no number.".formatted(row.place(), column, row.get(column)),
          e);
    }
  }
}
