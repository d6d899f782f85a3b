package dev.evenkeel.estate.callers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of lines as marks. */
final class Party {
  private static final Pattern AGENT = Pattern.compile("[\\w.+!-]{1,80}");
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]+");

  private Party() {}

  /** An address, or the name of a host where the server looked it up. */
  static Mark ofAddress(String text) {
    return isAddress(text)
        ? new Mark(Mark.Kind.ADDRESS, text.replaceFirst("(?i)^::ffff:(?=\\d+\\.)", ""))
        : new Mark(Mark.Kind.HOST, text.toLowerCase(Locale.ROOT));
  }

  static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  static Optional<Mark> ofAgent(String text) {
    Matcher first = AGENT.matcher(text);
    return first.lookingAt() && !first.group().equals("-")
        ? Optional.of(new Mark(Mark.Kind.AGENT, first.group()))
        : Optional.empty();
  }

  /** Method and path: what stands after a question mark may be a secret. */
  static String request(String line) {
    return line.replaceFirst("\\?[^ ]*", "").replaceFirst(" HTTP/[\\d.]+$", "");
  }
}
