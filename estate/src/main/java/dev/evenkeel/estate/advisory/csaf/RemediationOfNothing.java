package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.stream.Stream;

/** A remediation says which products it is for. */
final class RemediationOfNothing implements Rule {
  @Override
  public String number() {
    return "6.1.29";
  }

  @Override
  public Stream<String> problems(Part document) {
    return document
        .items("vulnerabilities")
        .flatMap(one -> one.items("remediations"))
        .filter(one ->
            one.items("product_ids").findAny().isEmpty()
                && one.items("group_ids").findAny().isEmpty())
        .map(one -> "%s: it names no product.".formatted(one.path()));
  }
}
