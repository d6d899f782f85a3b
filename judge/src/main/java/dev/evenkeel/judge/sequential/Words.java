package dev.evenkeel.judge.sequential;

import java.util.Locale;

/** Numbers and times as people read them. */
final class Words {
  private Words() {}

  /** How much more: points of an error rate, else a share. */
  static String effect(Kind kind, double effect) {
    double hundredths = effect * 100;
    return switch (kind) {
      case ERRORS -> number(hundredths) + (number(hundredths).equals("1") ? " point" : " points");
      default -> number(hundredths) + " %";
    };
  }

  static String level(Kind kind, double level) {
    return switch (kind) {
      case ERRORS -> number(level * 100) + " %";
      case LATENCY -> number(level) + " ms";
      case RATE -> number(level) + " a second";
      case LEVEL, GROWTH -> number(level);
    };
  }

  /** Two digits that count; all of whole numbers. */
  static String number(double value) {
    double size = Math.abs(value);
    if (size >= 1e7) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    int digits = size >= 10 || size == 0 ? 0 : size >= 1 ? 1 : size >= 0.01 ? 2 : 3;
    String text = String.format(Locale.ROOT, "%,." + digits + "f", value);
    if (text.contains(".")) {
      text = text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
    return text.equals("-0") ? "0" : text;
  }

  static String time(double seconds) {
    if (seconds < 90) {
      return plural(Math.ceil(seconds), "second");
    }
    if (seconds < 90 * 60) {
      return plural(Math.ceil(seconds / 60), "minute");
    }
    return seconds < 48 * 3600
        ? plural(Math.ceil(seconds / 3600), "hour")
        : plural(Math.ceil(seconds / 86_400), "day");
  }

  /** Two digits that count, rounded up: what is only an estimate should look like one. */
  static String about(double count) {
    double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1));
    return number(Math.ceil(count / unit) * unit);
  }

  private static String plural(double count, String unit) {
    return number(count) + " " + unit + (count == 1 ? "" : "s");
  }
}
