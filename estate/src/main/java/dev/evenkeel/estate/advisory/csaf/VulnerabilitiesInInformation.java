package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.stream.Stream;

/** What only informs names no vulnerabilities. */
final class VulnerabilitiesInInformation implements Rule {
  @Override
  public String number() {
    return "6.1.27.3";
  }

  @Override
  public Stream<String> problems(Part document) {
    return Tree.isOf(document, "csaf_informational_advisory")
            && document.get("vulnerabilities").exists()
        ? Stream.of("/vulnerabilities: an informational advisory has none.")
        : Stream.of();
  }
}
