package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.stream.Stream;

/** Revisions carry no build metadata. */
final class BuildInHistory implements Rule {
  @Override
  public String number() {
    return "6.2.4";
  }

  @Override
  public Stream<String> problems(Part document) {
    return Tree.history(document)
        .filter(item -> item.text("number").filter(number -> number.contains("+")).isPresent())
        .map(item ->
            "%s: %s carries build metadata."
                .formatted(item.path(), Part.shortened(item.text("number").orElse(""))));
  }
}
