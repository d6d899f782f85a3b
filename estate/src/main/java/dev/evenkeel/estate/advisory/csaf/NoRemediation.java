package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is affected or looked into has a remediation. */
final class NoRemediation implements Rule {
  @Override
  public String number() {
    return "6.2.2";
  }

  @Override
  public Stream<String> problems(Part document) {
    return document.items("vulnerabilities").flatMap(one -> inVulnerability(document, one));
  }

  private static Stream<String> inVulnerability(Part document, Part vulnerability) {
    Set<String> helped =
        vulnerability
            .items("remediations")
            .flatMap(one ->
                Stream.concat(
                    one.texts("product_ids").stream(),
                    Tree.groups(document)
                        .filter(group ->
                            one.texts("group_ids").contains(group.text("group_id").orElse("")))
                        .flatMap(group -> group.texts("product_ids").stream())))
            .collect(Collectors.toSet());
    Part status = vulnerability.get("product_status");
    return Stream.of("known_affected", "first_affected", "last_affected", "under_investigation")
        .flatMap(key -> status.texts(key).stream())
        .distinct()
        .filter(product -> !helped.contains(product))
        .limit(1)
        .map(product ->
            "%s: for '%s' there is no remediation."
                .formatted(vulnerability.path(), Part.shortened(product)));
  }
}
