package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** No product is, for instance, affected and not affected at once. */
final class ContradictingStatus implements Rule {
  private static final Map<String, String> MEANING =
      Map.of(
          "first_affected", "affected",
          "known_affected", "affected",
          "last_affected", "affected",
          "known_not_affected", "not affected",
          "first_fixed", "fixed",
          "fixed", "fixed",
          "under_investigation", "under investigation");

  @Override
  public String number() {
    return "6.1.6";
  }

  @Override
  public Stream<String> problems(Part document) {
    return document.items("vulnerabilities").flatMap(ContradictingStatus::inVulnerability);
  }

  private static Stream<String> inVulnerability(Part vulnerability) {
    Part status = vulnerability.get("product_status");
    Map<String, Set<String>> meanings = new TreeMap<>();
    MEANING.forEach((key, meaning) ->
        status
            .texts(key)
            .forEach(id -> meanings.computeIfAbsent(id, _ -> new TreeSet<>()).add(meaning)));
    return meanings.entrySet().stream()
        .filter(product -> product.getValue().size() > 1)
        .map(product ->
            "%s: the product '%s' is %s at once."
                .formatted(
                    status.path(), product.getKey(), String.join(" and ", product.getValue())));
  }
}
