package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.Set;
import java.util.stream.Stream;

/** What informs or responds to an incident says something. */
final class NoNotes implements Rule {
  private static final Set<String> SAYING = Set.of("description", "details", "general", "summary");

  @Override
  public String number() {
    return "6.1.27.1";
  }

  @Override
  public Stream<String> problems(Part document) {
    boolean wanted =
        Tree.isOf(document, "csaf_informational_advisory", "csaf_security_incident_response");
    boolean there =
        document
            .get("document")
            .items("notes")
            .anyMatch(note -> note.text("category").filter(SAYING::contains).isPresent());
    return wanted && !there
        ? Stream.of("/document/notes: there is no description, details, general or summary.")
        : Stream.of();
  }
}
