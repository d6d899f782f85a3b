package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.web.Chart.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where instants are in the width of a chart, and which of them are marked. */
record TimeAxis(Instant from, Instant to) {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final long[] STEPS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200, 86_400
  };
  private static final int TIMES = 5;

  /** Half the width of a time. */
  private static final int HALF = 26;

  double x(Instant at) {
    double share = (double) Duration.between(from, at).toMillis() / spanMillis();
    return Chart.LEFT + share * (Chart.RIGHT - Chart.LEFT);
  }

  boolean shows(Instant at) {
    return !at.isBefore(from) && !at.isAfter(to);
  }

  List<Mark> marks() {
    long span = Math.max(1, Duration.between(from, to).toSeconds());
    long every = STEPS[STEPS.length - 1];
    for (int i = STEPS.length - 1; i >= 0 && span / STEPS[i] <= TIMES; i--) {
      every = STEPS[i];
    }
    List<Mark> marks = new ArrayList<>();
    long first = Math.ceilDiv(from.getEpochSecond(), every) * every;
    for (long at = first; at <= to.getEpochSecond() && marks.size() < 2 * TIMES; at += every) {
      Instant time = Instant.ofEpochSecond(at);
      if (!time.isBefore(from) && x(time) < Chart.WIDTH - HALF) {
        marks.add(new Mark(text(x(time)), CLOCK.format(time), Optional.of(time)));
      }
    }
    return marks;
  }

  static String text(double place) {
    return String.format(Locale.ROOT, "%.1f", place);
  }

  private long spanMillis() {
    return Math.max(1, Duration.between(from, to).toMillis());
  }
}
