package dev.evenkeel.judge.literal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them: three or four digits that matter, and a unit. */
public final class Numbers {
  private static final MathContext ROUGHLY = new MathContext(3);
  private static final MathContext EXACTLY = new MathContext(4);

  private Numbers() {}

  public static String share(double share) {
    return plain(share * 100, ROUGHLY) + " %";
  }

  public static String millis(double millis) {
    return Math.abs(millis) < 10_000
        ? plain(millis, millis < 100 ? ROUGHLY : EXACTLY) + " ms"
        : plain(millis / 1000, ROUGHLY) + " s";
  }

  public static String value(double value) {
    return plain(value, EXACTLY);
  }

  public static String count(double count) {
    return String.format(Locale.ROOT, "%,.0f", count);
  }

  /** {@code 1 request}, {@code 1,240 requests}. */
  public static String count(double count, String noun) {
    var number = count(count);
    return number + " " + noun + (number.equals("1") ? "" : "s");
  }

  public static String time(Duration duration) {
    return time(Slice.inSeconds(duration));
  }

  public static String time(double seconds) {
    if (seconds < 120) {
      return plain(seconds, ROUGHLY) + " s";
    }
    return seconds < 7200
        ? count(seconds / 60) + " min"
        : seconds < 172_800 ? count(seconds / 3600) + " h" : count(seconds / 86_400) + " days";
  }

  private static String plain(double number, MathContext digits) {
    if (!Double.isFinite(number)) {
      return String.valueOf(number);
    }
    var rounded = new BigDecimal(number).round(digits).stripTrailingZeros();
    return rounded.scale() > 12 || rounded.precision() - rounded.scale() > 15
        ? rounded.toString()
        : String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
  }
}
