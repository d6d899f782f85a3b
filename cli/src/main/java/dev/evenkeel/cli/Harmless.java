package dev.evenkeel.cli;

import java.util.regex.Pattern;

/**
 * Takes out of a text what would make a terminal do something: what files hold, servers answer and
 * commands print on a target must not steer the terminal of whoever reads it.
 */
public final class Harmless {
  private static final Pattern SEQUENCE =
      Pattern.compile(
          "\u001b(\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(\u0007|\u001b\\\\)?|[@-Z\\\\-_])");

  /** Moves the cursor, changes colours, ends the line or hides other characters. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private Harmless() {}

  /** One line of it. */
  public static String text(String text) {
    return CONTROL
        .matcher(SEQUENCE.matcher(text.replace("\t", "    ")).replaceAll(""))
        .replaceAll("");
  }

  /** Several lines of it. */
  public static String lines(String text) {
    return String.join(System.lineSeparator(), text.lines().map(Harmless::text).toList());
  }

  /** One line of it with every character in its place, for whoever points at one. */
  public static String inPlace(String text) {
    return CONTROL.matcher(text.replace('\t', ' ')).replaceAll("\uFFFD");
  }
}
