package dev.evenkeel.judge.novelty;

import java.util.Locale;
import java.util.Set;

/**
 * Takes out of a line what differs from one entry to the next: numbers, times, identifiers,
 * addresses, paths, quoted text. One pass from left to right, whatever the line is.
 */
final class Mask {
  /** Patterns are cut here: what tells entries apart stands at their beginning. */
  private static final int LONGEST = 240;

  private static final int HEX_FROM = 8;
  private static final String NUMBER = "#";
  private static final String ID = "<id>";
  private static final String PATH = "<path>";
  private static final String QUOTED = "<text>";

  /** Keys whose values tell what happened. */
  private static final Set<String> SPEAKING =
      Set.of(
          "level",
          "severity",
          "msg",
          "message",
          "event",
          "error",
          "err",
          "exception",
          "reason",
          "logger");

  private final String line;
  private final StringBuilder masked = new StringBuilder();
  private int at;
  private String key = "";

  private Mask(String line) {
    this.line = line;
  }

  static String of(String line) {
    return new Mask(line).masked();
  }

  private String masked() {
    while (at < line.length() && masked.length() < LONGEST) {
      char c = line.charAt(at);
      int end = isQuote(c) ? closing(c) : -1;
      if (end > 0) {
        quoted(line.substring(at + 1, end), end + 1);
      } else if (isOfToken(c)) {
        token();
      } else {
        at++;
        key = c == ':' || c == ' ' ? key : "";
        space(Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c);
      }
    }
    return masked.toString().strip();
  }

  /** Where the quote ends that begins here; an apostrophe inside a word begins none. */
  private int closing(char quote) {
    boolean inWord = at > 0 && (isLetter(line.charAt(at - 1)) || isDigit(line.charAt(at - 1)));
    return inWord ? -1 : line.indexOf(quote, at + 1);
  }

  /** The keys of a structured entry stay, and so does what it says; other values are masked. */
  private void quoted(String text, int next) {
    if (next < line.length() && line.charAt(next) == ':') {
      put(text);
      key = text;
      at = next + 1;
      masked.append(':');
    } else {
      put(SPEAKING.contains(key.toLowerCase(Locale.ROOT)) ? inner(text) : QUOTED);
      key = "";
      at = next;
    }
  }

  /** Quotes within quotes are left alone, so that this ends. */
  private static String inner(String text) {
    return Mask.of(text.replace('"', ' ').replace('\'', ' ').replace('`', ' '));
  }

  private void token() {
    int from = at;
    while (at < line.length() && isOfToken(line.charAt(at))) {
      at++;
    }
    int end = at;
    while (end > from + 1 && isStop(line.charAt(end - 1))) {
      end--; // a full stop or colon ends the sentence, not the word
    }
    var word = line.substring(from, end);
    key = word.endsWith("=") ? word.substring(0, word.length() - 1) : "";
    put(word(word));
    masked.append(line, end, at);
  }

  private static String word(String word) {
    if (isId(word)) {
      return ID;
    }
    if (isNumeric(word)) {
      return NUMBER;
    }
    if (isPath(word)) {
      return PATH;
    }
    int equals = word.indexOf('=');
    return equals > 0
        ? word.substring(0, equals + 1) + word(word.substring(equals + 1))
        : withoutDigits(word);
  }

  /**
   * Only digits and what stands between them in times, versions and addresses; a unit may end it.
   */
  private static boolean isNumeric(String word) {
    int digits = 0;
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (isDigit(c)) {
        digits++;
      } else if (isLetter(c)) {
        letters++;
        if (letters > 3 || digits == 0) {
          return false;
        }
      }
    }
    return digits > 0;
  }

  /** Hexadecimal with digits and letters in it, with or without hyphens. */
  private static boolean isId(String word) {
    int hex = 0;
    int digits = 0;
    int from = word.startsWith("0x") ? 2 : 0;
    for (int i = from; i < word.length(); i++) {
      char c = word.charAt(i);
      if (isDigit(c)) {
        digits++;
      }
      if (isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
        hex++;
      } else if (c != '-' && c != ':') {
        return false;
      }
    }
    return digits > 0 && (from == 2 || (hex >= HEX_FROM && hex > digits));
  }

  private static boolean isPath(String word) {
    int first = word.indexOf('/');
    return first >= 0 && (first == 0 || word.indexOf('/', first + 1) > 0);
  }

  private static String withoutDigits(String word) {
    var text = new StringBuilder(word.length());
    boolean inside = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!isDigit(c)) {
        text.append(c);
      } else if (!inside) {
        text.append(NUMBER);
      }
      inside = isDigit(c);
    }
    return text.toString();
  }

  /** A list of however many masked things is one. */
  private void put(String word) {
    if (isMasked(word) && endsWithList(word)) {
      return;
    }
    masked.append(word);
  }

  private static boolean isMasked(String word) {
    return word.equals(NUMBER) || word.startsWith("<");
  }

  private boolean endsWithList(String word) {
    int end = masked.length();
    while (end > 0 && (masked.charAt(end - 1) == ' ' || masked.charAt(end - 1) == ',')) {
      end--;
    }
    if (end < word.length() || masked.indexOf(word, end - word.length()) != end - word.length()) {
      return false;
    }
    masked.setLength(end);
    return true;
  }

  private void space(char c) {
    if (c != ' ' || masked.isEmpty() || masked.charAt(masked.length() - 1) != ' ') {
      masked.append(c);
    }
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  private static boolean isStop(char c) {
    return c == '.' || c == ':' || c == '-';
  }

  private static boolean isOfToken(char c) {
    return isLetter(c)
        || isDigit(c)
        || c == '.'
        || c == ':'
        || c == '/'
        || c == '-'
        || c == '_'
        || c == '='
        || c == '@'
        || c == '%'
        || c == '+'
        || c == '$'
        || c == '~';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c > 127 && Character.isLetter(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
