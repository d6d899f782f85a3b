package dev.evenkeel.judge.novelty;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a log as entries: what is indented below a line, the frames and causes of an exception,
 * belongs to it.
 */
final class LogText {
  /** Lines are cut here: nobody reads further, and hostile ones have no end. */
  static final int LONGEST_LINE = 2_000;

  /** Lines of one entry that are looked at. */
  private static final int DEEPEST = 400;

  private LogText() {}

  static List<LogEntry> entries(List<String> lines) {
    var entries = new ArrayList<LogEntry>();
    var current = new ArrayList<String>();
    boolean traceback = false;
    for (var whole : lines) {
      var line = whole.length() > LONGEST_LINE ? whole.substring(0, LONGEST_LINE) : whole;
      if (line.isBlank()) {
        continue;
      }
      boolean ends = traceback && !isIndented(line);
      if (!current.isEmpty() && !continues(line) && !ends && !isThrownBy(current, line)) {
        entries.add(entry(current));
        current.clear();
      }
      if (current.size() < DEEPEST || ends) {
        current.add(line);
      }
      traceback = line.contains("Traceback (most recent call last)") || (traceback && !ends);
    }
    if (!current.isEmpty()) {
      entries.add(entry(current));
    }
    return entries;
  }

  private static LogEntry entry(List<String> lines) {
    var first = lines.getFirst();
    var level = Levels.of(first);
    var thrown = Trace.of(lines);
    boolean plain = level.filter(known -> known == Level.OTHER).isPresent();
    if (plain || (level.isEmpty() && thrown.isEmpty())) {
      return new LogEntry(Level.OTHER, first, "", "");
    }
    var request = Requests.in(first);
    return new LogEntry(
        level.orElse(Level.ERROR),
        first,
        thrown.orElseGet(() -> Mask.of(request.map(found -> found.without(first)).orElse(first))),
        request.map(Requests.Found::id).orElse(""));
  }

  /** Loggers write the exception below the line that reports it. */
  private static boolean isThrownBy(List<String> current, String line) {
    return current.size() == 1
        && Trace.beginsWithException(line)
        && Levels.of(current.getFirst()).filter(level -> level != Level.OTHER).isPresent();
  }

  private static boolean continues(String line) {
    return isIndented(line) || line.startsWith("Caused by:") || line.startsWith("}");
  }

  private static boolean isIndented(String line) {
    return line.charAt(0) == ' ' || line.charAt(0) == '\t';
  }
}
