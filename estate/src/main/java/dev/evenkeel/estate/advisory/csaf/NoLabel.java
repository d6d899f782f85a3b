package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.stream.Stream;

/** It is said with whom the document may be shared. */
final class NoLabel implements Rule {
  @Override
  public String number() {
    return "6.2.10";
  }

  @Override
  public Stream<String> problems(Part document) {
    return document.at("document", "distribution", "tlp", "label").exists()
        ? Stream.of()
        : Stream.of("/document/distribution/tlp/label: there is none.");
  }
}
