package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.List;
import java.util.stream.Stream;

/** Revisions are counted in integers or in semantic versions, not in both. */
final class MixedNumbering implements Rule {
  @Override
  public String number() {
    return "6.1.30";
  }

  @Override
  public Stream<String> problems(Part document) {
    List<String> numbers =
        Stream.concat(
                Tree.history(document).flatMap(item -> item.text("number").stream()),
                Tree.tracking(document).text("version").stream())
            .toList();
    boolean mixed = numbers.stream().map(Revision::isInteger).distinct().count() > 1;
    return mixed
        ? Stream.of(
            "%s: integers and semantic versions are mixed."
                .formatted(Tree.tracking(document).path()))
        : Stream.of();
  }
}
