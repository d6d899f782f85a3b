package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.Optional;
import java.util.stream.Stream;

/** A version has no v in front. */
final class VersionWithV implements Rule {
  @Override
  public String number() {
    return "6.3.11";
  }

  @Override
  public Stream<String> problems(Part document) {
    return Tree.branches(document)
        .filter(branch -> branch.text("category").equals(Optional.of("product_version")))
        .filter(branch -> branch.text("name").filter(name -> name.matches("[vV]\\d.*")).isPresent())
        .map(branch -> "%s: the version begins with a v.".formatted(branch.path()));
  }
}
