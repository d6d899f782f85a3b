package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.Optional;
import java.util.stream.Stream;

/** A range of versions is written so that it can be computed. */
final class FreeRange implements Rule {
  @Override
  public String number() {
    return "6.2.18";
  }

  @Override
  public Stream<String> problems(Part document) {
    return Tree.branches(document)
        .filter(branch -> branch.text("category").equals(Optional.of("product_version_range")))
        .filter(branch -> branch.text("name").filter(name -> name.startsWith("vers:")).isEmpty())
        .map(branch ->
            "%s: '%s' cannot be computed; versions of this product stay unknown."
                .formatted(branch.path(), Part.shortened(branch.text("name").orElse(""))));
  }
}
