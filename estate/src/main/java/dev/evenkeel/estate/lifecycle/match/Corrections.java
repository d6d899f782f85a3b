package dev.evenkeel.estate.lifecycle.match;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What persons said. The name of a system counts to the letter, for {@code db-01} and {@code db-02}
 * may be different things; a product in words and an identifier count for every version.
 */
final class Corrections {
  private final Map<String, Correction> exact = new HashMap<>();
  private final Map<String, Correction> versionless = new HashMap<>();

  /** Of corrections of the same, the last one counts. */
  Corrections(List<Correction> corrections) {
    for (var correction : corrections) {
      exact.put(plain(correction.said()), correction);
      versionless.put(withoutVersion(correction.said()), correction);
    }
  }

  /** The one for exactly the system of this name. */
  Optional<Correction> ofName(String name) {
    return Optional.ofNullable(exact.get(plain(name)));
  }

  /** What is said of all that have these words. */
  Optional<Correction> of(Wording system) {
    return Stream.of(
            system.identifiers().stream().map(text -> versionless.get(withoutVersion(text))),
            system.product().stream().map(text -> exact.get(plain(text))),
            system.product().stream().map(text -> versionless.get(withoutVersion(text))))
        .flatMap(found -> found.flatMap(Stream::ofNullable))
        .findFirst();
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static String withoutVersion(String text) {
    return Identifiers.read(text)
        .map(Identifiers.Read::key)
        .or(() -> Image.read(text).map(Image::key))
        .orElseGet(() -> {
          var words = Words.of(text);
          var name = words.stream().takeWhile(word -> !Words.isVersion(word)).toList();
          // Of nothing but signs nothing is left to compare.
          return name.isEmpty() ? plain(text) : Words.key(name);
        });
  }
}
