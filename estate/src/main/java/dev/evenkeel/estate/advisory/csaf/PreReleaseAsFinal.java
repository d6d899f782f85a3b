package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.Optional;
import java.util.stream.Stream;

/** Only a draft is a pre-release. */
final class PreReleaseAsFinal implements Rule {
  @Override
  public String number() {
    return "6.1.20";
  }

  @Override
  public Stream<String> problems(Part document) {
    Part tracking = Tree.tracking(document);
    boolean draft = tracking.text("status").equals(Optional.of("draft"));
    return tracking
        .text("version")
        .filter(number -> !draft && Revision.isPreRelease(number))
        .stream()
        .map(number ->
            "%s/version: %s is a pre-release, and the document is no draft."
                .formatted(tracking.path(), number));
  }
}
