package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands at many places of a CSAF document. */
final class Tree {
  private Tree() {}

  /** All branches, also those in branches. */
  static Stream<Part> branches(Part document) {
    return under(document.get("product_tree"));
  }

  private static Stream<Part> under(Part parent) {
    return parent
        .items("branches")
        .flatMap(branch -> Stream.concat(Stream.of(branch), under(branch)));
  }

  /** All products that are defined. */
  static Stream<Part> products(Part document) {
    Part tree = document.get("product_tree");
    return Stream.of(
            branches(document).map(branch -> branch.get("product")).filter(Part::exists),
            tree.items("full_product_names"),
            tree.items("relationships").map(one -> one.get("full_product_name")),
            tree.items("product_paths").map(one -> one.get("full_product_name")))
        .flatMap(parts -> parts);
  }

  /** The files of products that are known by hashes. */
  static Stream<Part> hashedFiles(Part document) {
    return products(document)
        .flatMap(product -> product.get("product_identification_helper").items("hashes"));
  }

  static Stream<Part> groups(Part document) {
    return document.get("product_tree").items("product_groups");
  }

  /** What is said of products inside of vulnerabilities. */
  static Stream<Part> remarks(Part document) {
    return document
        .items("vulnerabilities")
        .flatMap(vulnerability ->
            Stream.of("flags", "remediations", "threats", "notes", "involvements")
                .flatMap(vulnerability::items));
  }

  /** The places where a score of a vulnerability stands. */
  static Stream<Part> scores(Part document) {
    return document
        .items("vulnerabilities")
        .flatMap(vulnerability ->
            Stream.concat(
                vulnerability.items("scores"),
                vulnerability.items("metrics").map(metric -> metric.get("content"))));
  }

  static Stream<Part> history(Part document) {
    return document.at("document", "tracking").items("revision_history");
  }

  static Part tracking(Part document) {
    return document.at("document", "tracking");
  }

  static boolean isOf(Part document, String... categories) {
    Optional<String> category = document.get("document").text("category");
    return Stream.of(categories).anyMatch(one -> category.equals(Optional.of(one)));
  }
}
