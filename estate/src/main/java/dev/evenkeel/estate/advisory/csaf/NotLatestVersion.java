package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The version of the document is that of its latest revision. */
final class NotLatestVersion implements Rule {
  @Override
  public String number() {
    return "6.1.16";
  }

  @Override
  public Stream<String> problems(Part document) {
    Part tracking = Tree.tracking(document);
    List<Revision> sorted = Revision.sorted(document);
    Optional<String> version = tracking.text("version");
    if (sorted.isEmpty() || version.isEmpty()) {
      return Stream.of();
    }
    boolean draft = tracking.text("status").equals(Optional.of("draft"));
    String last = sorted.getLast().number();
    return plain(version.get(), draft).equals(plain(last, draft))
        ? Stream.of()
        : Stream.of(
            "%s/version: it is %s, and the latest revision is %s."
                .formatted(tracking.path(), Part.shortened(version.get()), last));
  }

  private static String plain(String number, boolean draft) {
    String released = number.replaceFirst("\\+.*", "");
    return draft ? released.replaceFirst("-.*", "") : released;
  }
}
