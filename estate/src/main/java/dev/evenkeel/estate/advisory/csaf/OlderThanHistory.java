package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.List;
import java.util.stream.Stream;

/** The date of the document is not before its latest revision. */
final class OlderThanHistory implements Rule {
  @Override
  public String number() {
    return "6.2.6";
  }

  @Override
  public Stream<String> problems(Part document) {
    List<Revision> sorted = Revision.sorted(document);
    Part tracking = Tree.tracking(document);
    return Revision.dateOf(tracking.get("current_release_date"))
        .filter(date -> !sorted.isEmpty() && date.isBefore(sorted.getLast().date()))
        .stream()
        .map(_ -> "%s/current_release_date: a revision is later.".formatted(tracking.path()));
  }
}
