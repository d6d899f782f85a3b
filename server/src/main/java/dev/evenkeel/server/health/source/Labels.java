package dev.evenkeel.server.health.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The labels of a line in the Prometheus text format. */
final class Labels {
  private static final Pattern LABEL =
      Pattern.compile("\\s*([a-zA-Z_]\\w*)\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*(,|})");

  private Labels() {}

  /**
   * @param end where the line goes on after the closing brace
   */
  record Parsed(Map<String, String> labels, int end) {}

  /**
   * @param from where in the line the labels begin, after the opening brace
   */
  static Optional<Parsed> parse(String line, int from) {
    var labels = new HashMap<String, String>();
    var label = LABEL.matcher(line);
    int at = from;
    while (label.find(at) && label.start() == at) {
      labels.put(label.group(1), unescaped(label.group(2)));
      at = label.end();
      if (label.group(3).equals("}")) {
        return Optional.of(new Parsed(Map.copyOf(labels), at));
      }
    }
    int close = skipBlanks(line, at);
    return close < line.length() && line.charAt(close) == '}'
        ? Optional.of(new Parsed(Map.copyOf(labels), close + 1))
        : Optional.empty();
  }

  /** Undoes {@code \\}, {@code \"} and {@code \n}. */
  static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    var plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        plain.append(c);
        continue;
      }
      char next = text.charAt(++i);
      switch (next) {
        case 'n' -> plain.append('\n');
        case '\\', '"' -> plain.append(next);
        default -> plain.append('\\').append(next);
      }
    }
    return plain.toString();
  }

  private static int skipBlanks(String line, int from) {
    int at = from;
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at;
  }
}
