package dev.evenkeel.server.inventory.web;

import dev.evenkeel.server.shared.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What words mean, as people write it into a form: {@code Prod = red}, one to a line. */
final class WordPairs {
  private WordPairs() {}

  /**
   * @throws Refused when a line has no equals sign
   */
  static Map<String, String> of(@Nullable String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    Objects.requireNonNullElse(text, "")
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> {
          int at = line.lastIndexOf('=');
          if (at < 0 || line.substring(0, at).isBlank()) {
            throw new Refused(
                Refused.Kind.INVALID,
                "'%s' does not say what means what. Write one pair to a line, such as: Prod = red"
                    .formatted(line.strip()));
          }
          pairs.put(line.substring(0, at).strip(), line.substring(at + 1).strip());
        });
    return pairs;
  }

  static String text(@Nullable Map<String, String> pairs) {
    return pairs == null
        ? ""
        : pairs.entrySet().stream()
            .map(pair -> pair.getKey() + " = " + pair.getValue())
            .sorted()
            .collect(Collectors.joining("\n"));
  }
}
