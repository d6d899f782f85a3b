package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Numbers of revisions grow with their dates. */
final class UnsortedHistory implements Rule {
  @Override
  public String number() {
    return "6.1.14";
  }

  @Override
  public Stream<String> problems(Part document) {
    List<Revision> sorted = Revision.sorted(document);
    return IntStream.range(1, sorted.size())
        .filter(at -> sorted.get(at).version().compareTo(sorted.get(at - 1).version()) < 0)
        .mapToObj(at ->
            "%s: revision %s is later than %s."
                .formatted(
                    Tree.tracking(document).path(),
                    sorted.get(at).number(),
                    sorted.get(at - 1).number()))
        .limit(1);
  }
}
