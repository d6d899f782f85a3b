package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every product that is spoken of is defined. */
final class MissingProduct implements Rule {
  @Override
  public String number() {
    return "6.1.1";
  }

  @Override
  public Stream<String> problems(Part document) {
    Set<String> defined =
        Tree.products(document)
            .flatMap(product -> product.text("product_id").stream())
            .collect(Collectors.toSet());
    return references(document)
        .filter(reference -> reference.text().filter(id -> !defined.contains(id)).isPresent())
        .map(reference ->
            "%s: the product '%s' is not defined."
                .formatted(reference.path(), Part.shortened(reference.text().orElse(""))));
  }

  private static Stream<Part> references(Part document) {
    return Stream.of(
            Tree.groups(document).flatMap(group -> group.items("product_ids")),
            document
                .get("product_tree")
                .items("relationships")
                .flatMap(one ->
                    Stream.of(
                        one.get("product_reference"), one.get("relates_to_product_reference"))),
            document.get("product_tree").items("product_paths").flatMap(MissingProduct::inPath),
            document.items("vulnerabilities").flatMap(MissingProduct::inVulnerability),
            Tree.remarks(document).flatMap(remark -> remark.items("product_ids")))
        .flatMap(parts -> parts);
  }

  /** How CSAF 2.1 says what relationships say in 2.0. */
  private static Stream<Part> inPath(Part path) {
    return Stream.concat(
        Stream.of(path.get("beginning_product_reference")),
        path.items("subpaths").map(step -> step.get("next_product_reference")));
  }

  private static Stream<Part> inVulnerability(Part vulnerability) {
    Part status = vulnerability.get("product_status");
    return Stream.of(
            status.keys().stream().flatMap(status::items),
            vulnerability.items("scores").flatMap(score -> score.items("products")),
            vulnerability.items("metrics").flatMap(metric -> metric.items("products")))
        .flatMap(parts -> parts);
  }
}
