package dev.evenkeel.server.comms.courier;

/** Keeps texts to what a receiver takes. */
final class Clip {
  private static final String CUT = "… (shortened; the whole is in Evenkeel under Messages)";

  private Clip() {}

  static String to(int longest, String text) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - CUT.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
  }

  /** One line, whatever it holds: a line break in a header would begin another header. */
  static String line(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }
}
