package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** No number stands twice in the history. */
final class RevisionTwice implements Rule {
  @Override
  public String number() {
    return "6.1.22";
  }

  @Override
  public Stream<String> problems(Part document) {
    Set<String> seen = new HashSet<>();
    return Tree.history(document)
        .filter(item -> item.text("number").filter(number -> !seen.add(number)).isPresent())
        .map(item ->
            "%s: revision %s comes a second time."
                .formatted(item.path(), item.text("number").orElse("")));
  }
}
