package dev.evenkeel.server.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The ways one secret value may be written in a text. */
final class Forms {
  private static final int SHORTEST_ENCODED = 6;

  private Forms() {}

  static Set<String> of(String value) {
    var forms = new LinkedHashSet<String>();
    forms.add(value);
    forms.add(value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
    var urlEncoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    for (var form : List.of(urlEncoded, urlEncoded.replace("+", "%20"))) {
      forms.add(form);
      forms.add(lowerCaseEscapes(form));
    }
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      forms.add(encoder.encodeToString(bytes));
      for (int before = 0; before < 3; before++) {
        var inside = insideOfSomethingLonger(bytes, before, encoder);
        if (inside.length() >= SHORTEST_ENCODED) {
          forms.add(inside);
        }
      }
    }
    return forms;
  }

  /**
   * What of the base64 depends on the value alone, when {@code before} bytes (modulo 3) stand in
   * front of it and anything may follow.
   */
  private static String insideOfSomethingLonger(byte[] bytes, int before, Base64.Encoder encoder) {
    var shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    var encoded = encoder.encodeToString(shifted);
    int firstOwn = before == 0 ? 0 : before + 1;
    int afterLastOwn = shifted.length * 8 / 6;
    return firstOwn < afterLastOwn ? encoded.substring(firstOwn, afterLastOwn) : "";
  }

  private static String lowerCaseEscapes(String urlEncoded) {
    var lower = new StringBuilder(urlEncoded);
    for (int at = lower.indexOf("%"); at >= 0; at = lower.indexOf("%", at + 3)) {
      lower.replace(at, at + 3, lower.substring(at, at + 3).toLowerCase(Locale.ROOT));
    }
    return lower.toString();
  }
}
