package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.List;
import java.util.stream.Stream;

/**
 * What informs or responds to an incident says something, and refers to something else.
 *
 * @param number of the test
 * @param list of the document, such as its notes
 * @param categories of which one must be in it
 */
record SaysNothing(String number, String list, List<String> categories) implements Rule {
  static final Rule NO_NOTES =
      new SaysNothing("6.1.27.1", "notes", List.of("description", "details", "general", "summary"));
  static final Rule NO_REFERENCES = new SaysNothing("6.1.27.2", "references", List.of("external"));

  @Override
  public Stream<String> problems(Part document) {
    boolean wanted =
        Tree.isOf(document, "csaf_informational_advisory", "csaf_security_incident_response");
    boolean there =
        document
            .get("document")
            .items(list)
            .anyMatch(one -> one.text("category").filter(categories::contains).isPresent());
    return wanted && !there
        ? Stream.of("/document/%s: none is %s.".formatted(list, String.join(", ", categories)))
        : Stream.of();
  }
}
