package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every group of products that is spoken of is defined. */
final class MissingGroup implements Rule {
  @Override
  public String number() {
    return "6.1.4";
  }

  @Override
  public Stream<String> problems(Part document) {
    Set<String> defined =
        Tree.groups(document)
            .flatMap(group -> group.text("group_id").stream())
            .collect(Collectors.toSet());
    return Tree.remarks(document)
        .flatMap(remark -> remark.items("group_ids"))
        .filter(reference -> reference.text().filter(id -> !defined.contains(id)).isPresent())
        .map(reference ->
            "%s: the group '%s' is not defined."
                .formatted(reference.path(), Part.shortened(reference.text().orElse(""))));
  }
}
