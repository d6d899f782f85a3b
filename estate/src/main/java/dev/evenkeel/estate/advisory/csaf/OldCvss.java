package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.Optional;
import java.util.stream.Stream;

/** Scores are of CVSS 3.1 and not 3.0. */
final class OldCvss implements Rule {
  @Override
  public String number() {
    return "6.3.2";
  }

  @Override
  public Stream<String> problems(Part document) {
    return Tree.scores(document)
        .map(score -> score.get("cvss_v3"))
        .filter(cvss ->
            cvss.text("version").equals(Optional.of("3.0"))
                || cvss.text("vectorString").filter(v -> v.startsWith("CVSS:3.0/")).isPresent())
        .map(cvss -> "%s: it is CVSS 3.0.".formatted(cvss.path()));
  }
}
