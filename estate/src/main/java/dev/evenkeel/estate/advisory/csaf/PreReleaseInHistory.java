package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.stream.Stream;

/** Revisions are no pre-releases. */
final class PreReleaseInHistory implements Rule {
  @Override
  public String number() {
    return "6.1.19";
  }

  @Override
  public Stream<String> problems(Part document) {
    return Tree.history(document)
        .filter(item -> item.text("number").filter(Revision::isPreRelease).isPresent())
        .map(item ->
            "%s: %s is a pre-release.".formatted(item.path(), item.text("number").orElse("")));
  }
}
