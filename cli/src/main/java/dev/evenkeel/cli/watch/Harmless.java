package dev.evenkeel.cli.watch;

import java.util.regex.Pattern;

/**
 * Takes out of a text what would make a terminal do something: what commands print on a target must
 * not steer the terminal of whoever watches.
 */
public final class Harmless {
  private static final Pattern SEQUENCE =
      Pattern.compile(
          "\u001b(\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(\u0007|\u001b\\\\)?|[@-Z\\\\-_])");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}]");

  private Harmless() {}

  /** One line of it. */
  public static String text(String text) {
    return CONTROL
        .matcher(SEQUENCE.matcher(text.replace("\t", "    ")).replaceAll(""))
        .replaceAll("");
  }
}
