package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** No group of products is defined twice. */
final class GroupDefinedTwice implements Rule {
  @Override
  public String number() {
    return "6.1.5";
  }

  @Override
  public Stream<String> problems(Part document) {
    Set<String> seen = new HashSet<>();
    return Tree.groups(document)
        .filter(group -> group.text("group_id").filter(id -> !seen.add(id)).isPresent())
        .map(group ->
            "%s: the group '%s' is defined a second time."
                .formatted(group.path(), group.text("group_id").orElse("")));
  }
}
