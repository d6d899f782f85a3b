package dev.evenkeel.judge.novelty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds by which request an entry was caused, where a line says it. */
final class Requests {
  private static final List<String> KEYS =
      List.of(
          "request_id",
          "requestid",
          "request-id",
          "trace_id",
          "traceid",
          "trace-id",
          "correlation_id",
          "correlationid",
          "correlation-id");

  /**
   * @param from where the id begins in the line
   * @param to where it has ended
   */
  record Found(String id, int from, int to) {
    /** The line without it, so that it does not make a pattern of its own. */
    String without(String line) {
      return line.substring(0, from) + "0" + line.substring(to);
    }
  }

  private Requests() {}

  static Optional<Found> in(String line) {
    var small = line.toLowerCase(Locale.ROOT);
    if (small.length() != line.length()) {
      return Optional.empty(); // a letter that is two in small
    }
    for (var key : KEYS) {
      int found = small.indexOf(key);
      if (found >= 0) {
        var value = value(line, found + key.length());
        if (value.isPresent()) {
          return value;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Found> value(String line, int from) {
    int i = from;
    while (i < line.length() && "\"'=: ".indexOf(line.charAt(i)) >= 0) {
      i++;
    }
    int start = i;
    while (i < line.length()
        && (Character.isLetterOrDigit(line.charAt(i)) || "-_.".indexOf(line.charAt(i)) >= 0)) {
      i++;
    }
    return start == from || start == i
        ? Optional.empty()
        : Optional.of(new Found(line.substring(start, i), start, i));
  }
}
