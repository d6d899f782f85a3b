package dev.evenkeel.audit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Facts as a JSON object in the one way that counts: names in order, every value a text, no white
 * space, and nothing escaped but quotes, backslashes and what is below a space.
 */
public final class Facts {
  private Facts() {}

  public static String write(Map<String, String> facts) {
    var text = new StringBuilder("{");
    new TreeMap<>(facts)
        .forEach((name, value) -> {
          text.append(text.length() == 1 ? "" : ",");
          quote(text, name);
          text.append(':');
          quote(text, value);
        });
    return text.append('}').toString();
  }

  /**
   * @throws IllegalArgumentException when it is no object as it is written here
   */
  public static SortedMap<String, String> read(String text) {
    var reader = new Reader(text);
    SortedMap<String, String> facts = reader.object();
    reader.end();
    return facts;
  }

  /** What no database keeps and no UTF-8 can say becomes a mark. */
  public static String storable(String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain = c != 0 && !Character.isSurrogate(c);
    }
    return plain
        ? text
        : new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.charset.StandardCharsets.UTF_8)
            .replace('\0', '\uFFFD');
  }

  static void quote(StringBuilder into, String text) {
    into.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        into.append('\\').append(c);
      } else if (c < ' ') {
        into.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(hex(c));
      } else {
        into.append(c);
      }
    }
    into.append('"');
  }

  private static char hex(char c) {
    return Character.forDigit(c & 15, 16);
  }
}
