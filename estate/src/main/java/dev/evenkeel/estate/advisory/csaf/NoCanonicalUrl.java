package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One of the references leads to the document itself, by the name the standard gives its file. */
final class NoCanonicalUrl implements Rule {
  @Override
  public String number() {
    return "6.2.11";
  }

  @Override
  public Stream<String> problems(Part document) {
    String file = fileName(Tree.tracking(document).text("id").orElse(""));
    boolean there =
        document
            .get("document")
            .items("references")
            .filter(one -> one.text("category").equals(Optional.of("self")))
            .flatMap(one -> one.text("url").stream())
            .anyMatch(url -> url.startsWith("https://") && url.endsWith("/" + file));
    return there
        ? Stream.of()
        : Stream.of(
            "/document/references: none of category self ends in %s."
                .formatted(Part.shortened(file)));
  }

  /** Section 5.1 of the standard. */
  private static String fileName(String id) {
    return id.toLowerCase(Locale.ROOT).replaceAll("[^+\\-a-z0-9]+", "_") + ".json";
  }
}
