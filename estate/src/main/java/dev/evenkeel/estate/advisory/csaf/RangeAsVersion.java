package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A version is one, and not a range of them. */
final class RangeAsVersion implements Rule {
  private static final Pattern RANGE =
      Pattern.compile(
          "[<>]|(?:^|\\s)(?:after|all|before|earlier|later|prior|versions)(?:\\s|$)",
          Pattern.CASE_INSENSITIVE);

  @Override
  public String number() {
    return "6.1.31";
  }

  @Override
  public Stream<String> problems(Part document) {
    return Tree.branches(document)
        .filter(branch -> branch.text("category").equals(Optional.of("product_version")))
        .filter(branch -> branch.text("name").filter(RANGE.asPredicate()).isPresent())
        .map(branch ->
            "%s: '%s' is a range, not a version."
                .formatted(branch.path(), Part.shortened(branch.text("name").orElse(""))));
  }
}
