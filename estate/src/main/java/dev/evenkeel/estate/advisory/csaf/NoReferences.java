package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.Optional;
import java.util.stream.Stream;

/** What informs or responds to an incident refers to something else. */
final class NoReferences implements Rule {
  @Override
  public String number() {
    return "6.1.27.2";
  }

  @Override
  public Stream<String> problems(Part document) {
    boolean wanted =
        Tree.isOf(document, "csaf_informational_advisory", "csaf_security_incident_response");
    boolean there =
        document
            .get("document")
            .items("references")
            .anyMatch(one -> one.text("category").equals(Optional.of("external")));
    return wanted && !there
        ? Stream.of("/document/references: there is none that is external.")
        : Stream.of();
  }
}
