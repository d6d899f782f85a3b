package dev.evenkeel.judge.novelty;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the level in the head of a line: the first word that is one. In capitals it counts anywhere
 * there; otherwise only where loggers write it, such as in {@code [error]}, {@code level=error} or
 * {@code "level":"error"}, or as the first word of the line: prose may speak of errors, too.
 */
final class Levels {
  private static final int HEAD = 200;
  private static final Map<String, Level> WORDS =
      Map.ofEntries(
          Map.entry("EMERG", Level.ERROR),
          Map.entry("ALERT", Level.ERROR),
          Map.entry("PANIC", Level.ERROR),
          Map.entry("CRIT", Level.ERROR),
          Map.entry("CRITICAL", Level.ERROR),
          Map.entry("FATAL", Level.ERROR),
          Map.entry("SEVERE", Level.ERROR),
          Map.entry("ERROR", Level.ERROR),
          Map.entry("ERR", Level.ERROR),
          Map.entry("WARN", Level.WARN),
          Map.entry("WARNING", Level.WARN),
          Map.entry("NOTICE", Level.OTHER),
          Map.entry("INFO", Level.OTHER),
          Map.entry("CONFIG", Level.OTHER),
          Map.entry("DEBUG", Level.OTHER),
          Map.entry("FINE", Level.OTHER),
          Map.entry("FINER", Level.OTHER),
          Map.entry("FINEST", Level.OTHER),
          Map.entry("TRACE", Level.OTHER));

  private Levels() {}

  static Optional<Level> of(String line) {
    int end = Math.min(line.length(), HEAD);
    int i = 0;
    while (i < end) {
      if (!isLetter(line.charAt(i))) {
        i++;
        continue;
      }
      int from = i;
      while (i < end && isLetter(line.charAt(i))) {
        i++;
      }
      var word = line.substring(from, i);
      var level = WORDS.get(word.toUpperCase(Locale.ROOT));
      if (level != null && (isCapital(word) || isMarked(line, from))) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  private static boolean isCapital(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static boolean isMarked(String line, int from) {
    if (from == 0) {
      return true;
    }
    char before = line.charAt(from - 1);
    return before == '[' || before == '=' || before == '<' || isQuotedValue(line, from, before);
  }

  private static boolean isQuotedValue(String line, int from, char before) {
    if (before != '"' || from < 2) {
      return false;
    }
    int i = from - 2;
    while (i > 0 && line.charAt(i) == ' ') {
      i--;
    }
    return line.charAt(i) == ':' || line.charAt(i) == '=';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
