package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.stream.Stream;

/** A score has all that CVSS demands of it. */
final class InvalidCvss implements Rule {
  @Override
  public String number() {
    return "6.1.8";
  }

  @Override
  public Stream<String> problems(Part document) {
    return Tree.scores(document)
        .flatMap(score ->
            Stream.of("cvss_v2", "cvss_v3", "cvss_v4").map(score::get).filter(Part::exists))
        .flatMap(InvalidCvss::inScore);
  }

  private static Stream<String> inScore(Part cvss) {
    boolean second = cvss.path().endsWith("cvss_v2");
    Stream<String> missing =
        Stream.concat(
                Stream.of("version", "vectorString"),
                second ? Stream.of() : Stream.of("baseSeverity"))
            .filter(key -> cvss.text(key).isEmpty())
            .map(key -> "%s: it has no %s.".formatted(cvss.path(), key));
    boolean scored =
        cvss.number("baseScore").filter(score -> score >= 0 && score <= 10).isPresent();
    return scored
        ? missing
        : Stream.concat(
            missing, Stream.of("%s: it has no baseScore from 0 to 10.".formatted(cvss.path())));
  }
}
